import type { z } from 'zod';
import { ActDone, type ActEnvelope } from '../../contract/cases.ts';
import {
  PackageView,
  type RetentionAct,
  RetentionPage,
  RetentionQuery,
  type RetentionShelf,
  RetentionView,
  retentionBodies,
  retentionRequest,
  TakePackage,
} from '../../contract/retention.ts';
import { retentionActWords } from '../../contract/retention-words.ts';
import type { OnBehalfOf } from '../../core/process.ts';
import { RETENTION, retentionOf } from '../../core/retention/reactions.ts';
import { awaitsArchive, type Known, liveHolds, openWishes } from '../../core/retention/state.ts';
import type { ListFilter } from '../../engine/ports.ts';
import type { Request as Act } from '../../engine/request.ts';
import { scopeOf } from '../cases/policy.ts';
import { type Setting, settingOf } from '../cases/reading.ts';
import { carriedOut, Id, Keyed, REFUSALS } from '../commands.ts';
import { cursorFrom, keyOf } from '../cursor.ts';
import type { Api, ApiParts, Reader } from '../parts.ts';
import { notFound } from '../problem.ts';
import { barredFrom } from '../recusal.ts';
import { iso, problems, readerIn } from '../route.ts';
import { packageOf } from './package.ts';
import { readRetention, retentionsOf } from './reading.ts';
import { retentionRow, retentionView } from './view.ts';

/** 保存与销毁: the archivist's desk, one matter, and every act. Nothing here erases. */
export function retentionRoutes(api: Api, parts: ApiParts): void {
  readingRoutes(api, parts);
  packageRoute(api, parts);
  for (const act of Object.keys(retentionBodies) as RetentionAct[]) actRoute(api, parts, act);
}

const TAGS = { tags: ['retention'] };

function readingRoutes(api: Api, parts: ApiParts): void {
  api.get(
    '/retention',
    {
      schema: {
        ...TAGS,
        summary: '档案台 · The archivist’s desk',
        querystring: RetentionQuery,
        response: { 200: RetentionPage, ...problems(400, 401, 403) },
      },
    },
    async (request) => {
      const reader = readerIn(request);
      const setting = await settingOf(parts, reader);
      return desk(parts, reader, setting, request.query as z.infer<typeof RetentionQuery>);
    },
  );

  api.get(
    '/retention/:id',
    {
      schema: {
        ...TAGS,
        summary: '一件事项的保存 · What is kept of one matter',
        params: Id,
        response: { 200: RetentionView, ...problems(400, 401, 403, 404) },
      },
    },
    async (request) => {
      const reader = readerIn(request);
      const { id } = request.params as z.infer<typeof Id>;
      return retentionView(parts, reader, await readRetention(parts, reader, id));
    },
  );
}

/** In which statuses a shelf's rows stand; what more it asks is looked at row by row. */
const SHELVES: Readonly<
  Record<RetentionShelf, { readonly status: readonly string[]; holds(state: Known): boolean }>
> = {
  kept: { status: ['kept', 'lapsed', 'due', 'erasing'], holds: () => true },
  archive: { status: ['lapsed'], holds: awaitsArchive },
  held: { status: ['kept', 'lapsed', 'stopped'], holds: (state) => liveHolds(state).length > 0 },
  // Reopened meanwhile, it is still to be answered.
  wishes: {
    status: ['kept', 'lapsed', 'due', 'stopped'],
    holds: (state) => openWishes(state).length > 0,
  },
  erased: { status: ['erased'], holds: () => true },
};

/** Rows looked through for a shelf; what stands further behind is told of when it comes nearer. */
const LOOKED = 1_000;

async function desk(
  parts: ApiParts,
  reader: Reader,
  setting: Setting,
  { shelf, limit, after }: z.infer<typeof RetentionQuery>,
): Promise<RetentionPage> {
  const scope = scopeOf(reader, setting.law.rulebook);
  const { tenant } = reader;
  const filterOf = (of: RetentionShelf): ListFilter => ({
    ...scope?.filter,
    process: RETENTION,
    status: SHELVES[of].status,
  });
  const shelves = Object.keys(SHELVES) as RetentionShelf[];
  if (scope === null) return { rows: [], next: null, now: iso(setting.now), counts: none() };
  const known = async (of: RetentionShelf, n: number, key: string | null) => {
    const page = await parts.queries.list(tenant, filterOf(of), n, key);
    const streams = page.rows.map(({ stream }) => stream);
    const barred = await barredFrom(parts, reader, setting, streams);
    const states = await retentionsOf(
      parts,
      reader,
      streams.filter((stream) => !barred.has(stream)),
    );
    const found = [...states.values()].filter(({ state }) => SHELVES[of].holds(state));
    return { found, next: page.next };
  };
  const counted = await Promise.all(
    shelves.map(async (of) => [of, (await known(of, LOOKED, null)).found.length] as const),
  );
  const key = keyOf(parts.crypto, tenant, after);
  const { found, next } = await known(shelf, shelf === 'kept' ? limit : LOOKED, key);
  return {
    rows: found.map(({ state, version }) => retentionRow(state, version, setting)),
    next: cursorFrom(parts.crypto, tenant, next),
    now: iso(setting.now),
    counts: Object.fromEntries(counted) as RetentionPage['counts'],
  };
}

const none = (): RetentionPage['counts'] => ({
  kept: 0,
  archive: 0,
  held: 0,
  wishes: 0,
  erased: 0,
});

function packageRoute(api: Api, parts: ApiParts): void {
  api.post(
    '/retention/:id/package',
    {
      schema: {
        ...TAGS,
        summary: '取出移交包 · Take the package for the archive',
        params: Id,
        headers: Keyed,
        body: TakePackage,
        response: { 200: PackageView, ...REFUSALS },
      },
    },
    async (request) => {
      const reader = readerIn(request);
      const { id } = request.params as z.infer<typeof Id>;
      const { expectedVersion } = request.body as z.infer<typeof TakePackage>;
      const reading = await readRetention(parts, reader, id);
      // Whoever may not take it is told so before anything is opened.
      const barred = (await retentionView(parts, reader, reading)).acts.find(
        ({ act }) => act === 'take-package',
      );
      if (barred === undefined || !barred.allowed) throw notFound();
      const made = await packageOf(parts, reader, reading);
      const digest = parts.crypto.hash(made.json);
      const answer = await parts.execute({
        ...commonOf(reader, id),
        expectedVersion,
        command: { type: 'take-package', data: { digest } },
      });
      const { version } = await carriedOut(parts, reader, retentionOf(id), answer);
      return { version, digest, fileName: `${id}-${digest.slice(7, 15)}`, ...made };
    },
  );
}

const commonOf = (reader: Reader, id: string): Omit<Act, 'command'> => ({
  tenant: reader.tenant,
  process: RETENTION,
  stream: retentionOf(id),
  actor: { kind: 'staff', account: reader.account, post: reader.post },
});

function actRoute(api: Api, parts: ApiParts, act: RetentionAct): void {
  const { zh, en } = retentionActWords[act];
  api.post(
    `/retention/:id/${act}`,
    {
      schema: {
        ...TAGS,
        summary: `${zh} · ${en}`,
        params: Id,
        headers: Keyed,
        body: retentionRequest(act) as z.ZodType,
        response: { 200: ActDone, ...REFUSALS },
      },
    },
    async (request) => {
      const reader = readerIn(request);
      const { id } = request.params as z.infer<typeof Id>;
      const body = request.body as Envelope & Readonly<Record<string, unknown>>;
      const key = (request.headers as z.infer<typeof Keyed>)['idempotency-key'];
      const answer = await parts.execute(actOf(reader, id, act, body, key));
      const done = await carriedOut(parts, reader, retentionOf(id), answer);
      return { ...done, id };
    },
  );
}

type Envelope = Pick<z.infer<typeof ActEnvelope>, 'expectedVersion' | 'onBehalfOf'>;

/** An act from the wire as the engine takes it; what is wished and answered goes to the vault. */
function actOf(
  reader: Reader,
  id: string,
  act: RetentionAct,
  { expectedVersion, onBehalfOf, ...data }: Envelope & Readonly<Record<string, unknown>>,
  key: string | undefined,
): Act {
  const base = {
    ...commonOf(reader, id),
    expectedVersion,
    ...(onBehalfOf === undefined ? {} : { onBehalfOf: onBehalfOf as OnBehalfOf }),
    ...(key === undefined ? {} : { key }),
  };
  if (act === 'place-hold') {
    const until = Date.parse(String(data.until));
    return { ...base, command: { type: act, data: { ...data, until } } };
  }
  const field = act === 'ask-erasure' ? 'words' : act === 'answer-erasure' ? 'answer' : null;
  if (field === null) return { ...base, command: { type: act, data } };
  const text = String(data[field]);
  const command = { type: act, data: { ...data, [field]: null } };
  return text === '' ? { ...base, command } : { ...base, command, private: { [field]: text } };
}
