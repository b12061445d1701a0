import { createHash } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { beforeAll, describe, expect, it } from 'vitest';
import { access } from '../../api/access.ts';
import { readsOwnWords } from '../../api/cases/policy.ts';
import type { CaseState } from '../../core/case/index.ts';
import { orderOf } from '../../core/case/state.ts';
import type { Post, StreamId } from '../../core/process.ts';
import { createCrypto } from '../../engine/crypto.ts';
import { createEngine } from '../../engine/engine.ts';
import { MemoryAccounts } from '../../memory/accounts.ts';
import { createMemory } from '../../memory/index.ts';
import { MemoryTally } from '../../memory/tally.ts';
import { createApp } from '../app.ts';
import { processes } from '../backend.ts';
import { exportedRows } from '../ledger/cases.ts';
import { seatsOf } from './roster.ts';
import { DEMO, demoLaw, seedDemo } from './seed.ts';

/** Friday 20 November 2026, 10:35 in Shanghai. */
const FRIDAY = Date.UTC(2026, 10, 20, 2, 35);

/** A text of the vault: whose it is, and what it is. */
interface Secret {
  readonly stream: StreamId;
  readonly field: string;
  readonly text: string;
}

type Known = Extract<CaseState, { status: 'handling' }>;

/** Shorter than this a text is found by chance. */
const TELLING = 8;

const { rulebook } = demoLaw();
const seats = seatsOf(rulebook).flatMap(({ posts }) => posts);

let app: FastifyInstance;
const log: string[] = [];
let secrets: readonly Secret[];
let streams: ReadonlyMap<string, readonly StreamId[]>;
let cases: ReadonlyMap<StreamId, Known>;
let ask: (post: Post, url: string) => Promise<string>;
let page: (url: string) => Promise<string>;
/** How often the answers were of which kind: a test that is refused everywhere proves nothing. */
const statuses = new Map<number, number>();
let sheet: () => Promise<string>;

beforeAll(async () => {
  const memory = createMemory({ now: () => FRIDAY, pause: () => Promise.resolve() });
  let drawn = 0;
  const crypto = createCrypto(new Uint8Array(32), (bytes) => {
    drawn += 1;
    const block = (n: number) => createHash('sha256').update(`${drawn}/${n}`).digest();
    const blocks = Array.from({ length: Math.ceil(bytes / 32) }, (_, n) => block(n));
    return Buffer.concat(blocks).subarray(0, bytes);
  });
  const accounts = new MemoryAccounts();
  const tally = new MemoryTally();
  await seedDemo({ ...memory, crypto, accounts, processes, now: FRIDAY });
  const erasing = { vault: memory.vault, list: { append: async () => {} } };
  const engine = createEngine({ store: memory.store, crypto, processes, erasing });
  const served = { ...memory, accounts, tally, crypto, engine, present: engine.present };
  app = await createApp(served, {
    tenant: DEMO,
    logging: { level: 'trace', stream: { write: (line) => void log.push(line) } },
    trustProxy: '',
    limits: { signIn: 10_000, requests: 1_000_000 },
  });

  const tables = memory.tables.get(DEMO);
  const opened: Secret[] = [];
  for (const [stream, rows] of tables?.vault ?? []) {
    const key = tables?.vaultKeys.get(stream);
    if (key === undefined || key === 'destroyed') continue;
    for (const { field, alg, ciphertext } of rows.values()) {
      const { text } = crypto.unseal(crypto.unwrap(key), alg, ciphertext);
      if (text.length >= TELLING) opened.push({ stream, field, text });
    }
  }
  secrets = opened;
  const heads = [...(tables?.heads ?? [])];
  streams = new Map(
    [...Map.groupBy(heads, ([, { process }]) => process)].map(([name, all]) => [
      name,
      all.map(([stream]) => stream),
    ]),
  );
  cases = new Map(
    heads.flatMap(([stream, head]) =>
      head.process === 'case' ? [[stream, JSON.parse(head.state ?? '') as Known]] : [],
    ),
  );

  const known = await accounts.list(DEMO);
  const cookies = new Map<string, string>();
  const cookieOf = async (post: Post): Promise<string> => {
    const name = JSON.stringify(post);
    const opened = cookies.get(name);
    if (opened !== undefined) return opened;
    const token = String(cookies.size + 1).padStart(32, '0');
    const holds = known.find(({ posts }) => posts.some((one) => JSON.stringify(one) === name));
    await accounts.openSession(DEMO, {
      tokenHash: crypto.hash(token),
      account: holds?.id ?? '',
      post,
      openedAt: FRIDAY,
      idleUntil: Number.MAX_SAFE_INTEGER,
      until: Number.MAX_SAFE_INTEGER,
    });
    const cookie = `shaoying_session=${DEMO}.${token}`;
    cookies.set(name, cookie);
    return cookie;
  };
  ask = async (post, url) => {
    const { statusCode, body } = await app.inject({
      url,
      headers: { cookie: await cookieOf(post) },
    });
    statuses.set(statusCode, (statuses.get(statusCode) ?? 0) + 1);
    return body;
  };
  page = async (url) => (await app.inject({ url })).body;
  sheet = async () => {
    const shown = { institution: (await engine.present(DEMO)).institution, now: FRIDAY };
    const lines: string[] = [];
    for await (const row of exportedRows(served, DEMO, { ...shown, lang: 'zh' })) {
      lines.push(row.join(','));
    }
    return lines.join('\n');
  };
}, 120_000);

/** Every address to read at, with the processes whose streams it takes. */
const addresses = Object.keys(access)
  .filter((route) => route.startsWith('GET ') && !/live|openapi|demo/.test(route))
  .map((route) => route.slice(4));
const lists = addresses.filter((address) => !address.includes(':'));
const ones = addresses.filter((address) => address.includes(':'));

/** `/api/cases/:id/looks` of each of the streams that it can be asked of. */
const asked = (address: string, of: readonly StreamId[]): readonly string[] =>
  of.map((id) => address.replace(':id', id));

const PROCESS_OF: Readonly<Record<string, string>> = {
  cases: 'case',
  whistles: 'whistle',
  callbacks: 'callback',
  petitions: 'petition',
  supports: 'support',
  sponsorships: 'sponsorship',
  retention: 'retention',
};
const processAt = (address: string): string => PROCESS_OF[address.split('/')[2] ?? ''] ?? '';

/** The first streams of each process, and of the cases those that wanted confidence. */
const some = (process: string): readonly StreamId[] => {
  if (process !== 'case') return (streams.get(process) ?? []).slice(0, 4);
  const all = [...cases];
  const confident = all.filter(([, { confidential }]) => confidential).slice(0, 6);
  return [...confident, ...all.slice(-2)].map(([stream]) => stream);
};

/** One post for each role, in the unit that has most to read. */
const oneOfEach = [...new Map(seats.map((post) => [post.role, post])).values()];

/** What of the secrets an answer has, as `field in address`. */
const foundIn = (body: string, among: readonly Secret[], where: string): readonly string[] =>
  among
    .filter(({ text }) => body.includes(JSON.stringify(text).slice(1, -1)) || body.includes(text))
    .map(({ field, stream }) => `${field} of ${stream} in ${where}`);

/** How to reach somebody, each part by itself. */
const contacts = (): readonly Secret[] =>
  secrets
    .filter(({ field }) => field === 'contact')
    .flatMap(({ text, ...of }) =>
      Object.values(JSON.parse(text) as Record<string, string | null>)
        .filter((part): part is string => part !== null && part.length >= TELLING)
        .map((part) => ({ ...of, text: part })),
    );

/** A post of a unit that handles the matter or has its place. */
const concerned = (post: Post, state: Known): boolean => {
  const order = orderOf(state);
  const handling = order === null ? [] : [order.lead, ...order.assisting];
  return [state.place.unit, ...handling].includes(post.unit);
};

describe('what the demonstration keeps in its vault', () => {
  it('is much', () => {
    expect(contacts().length).toBeGreaterThan(150);
    expect(new Set(secrets.map(({ field }) => field)).size).toBeGreaterThan(12);
    expect(oneOfEach.length).toBeGreaterThan(12);
  });

  it('is in no list, whoever asks', async () => {
    const found: string[] = [];
    for (const post of oneOfEach) {
      for (const address of lists) {
        found.push(...foundIn(await ask(post, address), secrets, `${address} for ${post.role}`));
      }
    }
    expect(found).toEqual([]);
    expect(statuses.get(200)).toBeGreaterThan(100);
  });

  it('lets nobody be reached or known by reading', async () => {
    const found: string[] = [];
    for (const post of oneOfEach) {
      for (const address of ones) {
        for (const url of asked(address, some(processAt(address)))) {
          found.push(...foundIn(await ask(post, url), contacts(), `${url} for ${post.role}`));
        }
      }
    }
    expect(found).toEqual([]);
  });

  it('shows the words of who wanted confidence to no post they may be a complaint of', async () => {
    const found: string[] = [];
    let readers = 0;
    for (const [stream, state] of cases) {
      if (!state.confidential) continue;
      const own = secrets.filter(
        (one) => one.stream === stream && ['words', 'place.detail'].includes(one.field),
      );
      const companions = ones.filter((address) => address.startsWith('/api/cases/'));
      for (const post of seats.filter((one) => concerned(one, state))) {
        if (readsOwnWords(post, state)) continue;
        readers += 1;
        for (const url of companions.flatMap((address) => asked(address, [stream]))) {
          found.push(...foundIn(await ask(post, url), own, `${url} for ${JSON.stringify(post)}`));
        }
      }
    }
    expect(readers).toBeGreaterThan(20);
    expect(found).toEqual([]);
  });

  it('is in no exported sheet, no page without a code and no line of the log', async () => {
    expect(foundIn(await sheet(), secrets, 'the sheet')).toEqual([]);
    for (const url of ['/', '/follow', '/say', '/petition', '/console/']) {
      expect(foundIn(await page(url), secrets, url)).toEqual([]);
    }
    expect(log.length).toBeGreaterThan(1000);
    expect(foundIn(log.join('\n'), secrets, 'the log')).toEqual([]);
  });
});
