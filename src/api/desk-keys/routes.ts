import type { z } from 'zod';
import { fingerprintOf } from '../../contract/envelope.ts';
import { deskKeyActWords, deskKeyStatusWords } from '../../contract/report-words.ts';
import {
  type DeskKeyAct,
  DeskKeyList,
  deskKeyBodies,
  deskKeyRequest,
  KeyDone,
  OfferKey,
} from '../../contract/reports.ts';
import type { ProcessCommand, StreamId } from '../../core/process.ts';
import { streamUnder } from '../../engine/keys.ts';
import { settingOf } from '../cases/reading.ts';
import { Id, Keyed } from '../commands.ts';
import type { Api, ApiParts, Reader } from '../parts.ts';
import { Refused } from '../problem.ts';
import { problems, readerIn } from '../route.ts';
import { keyList, readKey } from './view.ts';

const DONE = { 200: KeyDone, ...problems(400, 401, 403, 404, 409, 415, 422, 429) };

/** 专管密钥: offered by an officer, agreed to by a second person, visible to both and to auditors. */
export function deskKeyRoutes(api: Api, parts: ApiParts): void {
  api.get(
    '/desk-keys',
    {
      schema: {
        tags: ['reports'],
        summary: '专管密钥 · Keys of the sealed desk',
        response: { 200: DeskKeyList, ...problems(401, 403) },
      },
    },
    async (request) => {
      const reader = readerIn(request);
      return keyList(parts, reader, await settingOf(parts, reader));
    },
  );

  api.post(
    '/desk-keys',
    {
      schema: {
        tags: ['reports'],
        summary: '登记密钥 · Offer the public half of a key',
        headers: Keyed,
        body: OfferKey,
        response: DONE,
      },
    },
    async (request) => {
      const reader = readerIn(request);
      const { alg, publicKey } = request.body;
      const fingerprint = await fingerprintOf(publicKey).catch(() => {
        throw new Refused('api.not-a-public-key');
      });
      const key = request.headers['idempotency-key'];
      const { crypto } = parts;
      const actor = { kind: 'staff', account: reader.account, post: reader.post } as const;
      const id = key === undefined ? crypto.id(80) : streamUnder(crypto, reader.tenant, actor, key);
      const command = { type: 'offer', data: { alg, publicKey, fingerprint } };
      return carryOut(parts, reader, { id, expectedVersion: 0, command, key });
    },
  );

  for (const act of Object.keys(deskKeyBodies) as DeskKeyAct[]) {
    api.post(
      `/desk-keys/:id/${act}`,
      {
        schema: {
          tags: ['reports'],
          summary: `${deskKeyActWords[act].zh} · ${deskKeyActWords[act].en}`,
          params: Id,
          headers: Keyed,
          body: deskKeyRequest(act) as z.ZodType,
          response: DONE,
        },
      },
      async (request) => {
        const reader = readerIn(request);
        const { id } = request.params as z.infer<typeof Id>;
        await readKey(parts, reader, id);
        const { expectedVersion, ...data } = request.body as { expectedVersion: number };
        const key = request.headers['idempotency-key'] as string | undefined;
        return carryOut(parts, reader, { id, expectedVersion, command: { type: act, data }, key });
      },
    );
  }
}

interface Asked {
  readonly id: StreamId;
  readonly expectedVersion: number;
  readonly command: ProcessCommand;
  readonly key: string | undefined;
}

async function carryOut(
  parts: ApiParts,
  reader: Reader,
  { id, expectedVersion, command, key }: Asked,
): Promise<z.infer<typeof KeyDone>> {
  const answer = await parts.execute({
    tenant: reader.tenant,
    process: 'desk-key',
    stream: id,
    actor: { kind: 'staff', account: reader.account, post: reader.post },
    expectedVersion,
    command,
    ...(key === undefined ? {} : { key }),
  });
  if (answer.accepted) {
    return { id, version: answer.versions[id] ?? 0, replayed: answer.replayed };
  }
  const { code, params } = answer.refusal;
  const { status } = params;
  throw new Refused(code, params, {
    command: deskKeyActWords[command.type as keyof typeof deskKeyActWords],
    ...(status === undefined
      ? {}
      : { status: deskKeyStatusWords[status as keyof typeof deskKeyStatusWords] }),
  });
}
