import type { z } from 'zod';
import {
  ActDone,
  type ActEnvelope,
  actBodies,
  actRequest,
  type CaseAct,
  type Register,
  Registered,
  RegisterRequest,
} from '../../contract/cases.ts';
import { actWords } from '../../contract/words.ts';
import { turnAway } from '../../engine/wrongdoing.ts';
import { carriedOut, Id, Keyed, REFUSALS } from '../commands.ts';
import { readable } from '../orders/asked.ts';
import type { Api, ApiParts, Reader } from '../parts.ts';
import { Refused } from '../problem.ts';
import { readerIn } from '../route.ts';
import { assigneeIn } from './assignee.ts';
import { actOf, registrationOf } from './commands.ts';
import { checkKnown } from './known.ts';
import { settingOf } from './reading.ts';

/** Registering, and one route for each act of a case, generated from the contract's table. */
export function commandRoutes(api: Api, parts: ApiParts): void {
  api.post(
    '/cases',
    {
      schema: {
        tags: ['cases'],
        summary: '登记诉求 · Register a request',
        headers: Keyed,
        body: RegisterRequest,
        response: { 201: Registered, ...REFUSALS },
      },
    },
    async (request, reply) => {
      const reader = readerIn(request);
      if (request.body.reportsOfficial) return handOver(parts, reader);
      await checkNumbers(parts, reader, request.body);
      const key = request.headers['idempotency-key'];
      const { act, receipt } = registrationOf(parts, reader, request.body, key);
      const done = await carriedOut(parts, reader, act.stream, await parts.execute(act), true);
      return reply.code(201).send({ ...done, receipt });
    },
  );

  for (const act of Object.keys(actBodies) as CaseAct[]) {
    api.post(
      `/cases/:id/${act}`,
      {
        schema: {
          tags: ['cases'],
          summary: `${actWords[act].zh} · ${actWords[act].en}`,
          params: Id,
          headers: Keyed,
          body: actRequest(act),
          response: { 200: ActDone, ...REFUSALS },
        },
      },
      async (request) => {
        const reader = readerIn(request);
        const { id } = request.params;
        const body = request.body as z.infer<typeof ActEnvelope> & Record<string, unknown>;
        await checkKnown(parts, reader, id, act, body);
        const named = act === 'assign' ? await assigneeIn(parts, reader, body) : body;
        const command = actOf(reader, id, act, named, request.headers['idempotency-key']);
        return carriedOut(parts, reader, id, await parts.execute(command));
      },
    );
  }
}

/**
 * An order is known by its number alone. Whoever could give that number to another matter would
 * have the order pass for it, and what the person said would become no case.
 */
async function checkNumbers(parts: ApiParts, reader: Reader, { external }: Register) {
  if (external.length === 0) return;
  const { post, tenant } = reader;
  const names = external.map(({ system, number }) => `${system}:${number}`);
  const mappings = readable(() => parts.orderBooks(tenant)).map((book) => book.in.mapping);
  const theirs = mappings.filter(({ system }) =>
    names.some((name) => name.startsWith(`${system}:`)),
  );
  const taken = theirs.find(
    ({ receivedBy }) => post.role !== 'dispatcher' || post.unit !== receivedBy,
  );
  if (taken === undefined) return;
  const setting = await settingOf(parts, reader);
  const { system, receivedBy: unit } = taken;
  throw new Refused('api.number-of-orders', { system, unit }, { unit: setting.names.unit(unit) });
}

/** A report against an official: the statutory channel, and a count, and nothing else. */
async function handOver(parts: ApiParts, reader: Reader): Promise<never> {
  const { law, now } = await settingOf(parts, reader);
  const channel = await turnAway(parts.tally, reader.tenant, law.rulebook, now, law.calendar.zone);
  throw new Refused(
    'api.reports-official',
    { channel: channel?.code ?? '', telephone: channel?.telephone ?? '' },
    {
      nextPath: channel?.nextPath ?? {
        zh: '请向纪检监察机关反映。',
        en: 'Turn to the body that supervises officials.',
      },
    },
  );
}
