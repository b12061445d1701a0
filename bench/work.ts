import { randomUUID } from 'node:crypto';
import type { Client } from './client.ts';
import type { PostName, Posts } from './posts.ts';

/** Where a server answers, and who is at work in its two districts. */
export interface Server {
  readonly app: number;
  readonly bare: number;
  /** In the district that begins empty. */
  readonly posts: Posts;
  /** In the one that has thousands of cases before anything is measured. */
  readonly full: Posts;
}

/** A piece of work one client repeats; `operations` is how many requests one round of it sends. */
export interface Work {
  readonly name: string;
  readonly operations: number;
  readonly port: (server: Server) => number;
  /**
   * Where its statements can be sent again: what is written happens once, so it needs a district
   * that stands where the first stood; what is only read may be read again where it is.
   */
  readonly replayed: 'elsewhere' | 'in place' | 'not';
  round(client: Client, server: Server): Promise<void>;
}

const WORDS =
  '路口的灯三天不亮了，晚上看不清台阶。The lamp at the corner has been out for three days.';

/** What the counter of a street sends to register a request. */
export const registering = (street: string) => ({
  kind: 'help',
  intake: 'counter',
  words: WORDS,
  place: { unit: street },
  reportsOfficial: false,
});

/** An act on a case: who sends it, and what makes of it which event. */
export interface Step {
  readonly as: PostName;
  readonly act: string;
  readonly body: object;
  readonly event: string;
}

/** The rest of an ordinary matter's life, with the verification without which none may close. */
export const lifeAfter = (street: string): readonly Step[] => [
  {
    as: 'desk',
    act: 'triage',
    body: { category: 'litter', title: '垃圾未清运' },
    event: 'Triaged',
  },
  { as: 'desk', act: 'dispatch', body: { lead: street }, event: 'Dispatched' },
  { as: 'handler', act: 'sign-for', body: {}, event: 'SignedFor' },
  {
    as: 'handler',
    act: 'contact',
    body: { means: 'phone', reached: true, note: '已说明办理打算。' },
    event: 'Contacted',
  },
  {
    as: 'handler',
    act: 'reply',
    body: { reply: '已清运。', outcome: 'FIXED' },
    event: 'Replied',
  },
  {
    as: 'callback',
    act: 'verify',
    body: { reached: true, solved: 'yes', heard: true },
    event: 'Verified',
  },
  { as: 'callback', act: 'close', body: { outcome: 'FIXED' }, event: 'Closed' },
];

const must = ({ status, body }: { status: number; body: Record<string, unknown> }) => {
  if (status >= 300) throw new Error(`${status} ${JSON.stringify(body)}`);
  return body as { id: string; version: number };
};

const create = async (client: Client, { posts: { cookies, street } }: Server) =>
  must(
    await client.post('/api/cases', registering(street), {
      cookie: cookies.intake,
      'idempotency-key': randomUUID(),
    }),
  );

const lifeCycle = async (client: Client, server: Server): Promise<void> => {
  const { cookies, street } = server.posts;
  await walk(client, cookies, '/api/cases', await create(client, server), lifeAfter(street));
};

interface Standing {
  readonly id: string;
  readonly version: number;
}

/** One act after another on one matter, each on the version that the last one left. */
async function walk(
  client: Client,
  cookies: Posts['cookies'],
  path: string,
  { id, version }: Standing,
  steps: readonly Omit<Step, 'event'>[],
): Promise<void> {
  let expectedVersion = version;
  for (const { as, act, body } of steps) {
    const headers = { cookie: cookies[as], 'idempotency-key': randomUUID() };
    const sent = { expectedVersion, ...body };
    expectedVersion = must(await client.post(`${path}/${id}/${act}`, sent, headers)).version;
  }
}

/** What a street's own people may not do: its head calls the bureau that may, over any number. */
const calling = (about: string) => ({
  case: about,
  kind: 'DAILY',
  level: 1,
  missing: ['seize'],
  tried: ['三次上门劝导，摊主拒绝搬离'],
  units: ['urban'],
  override: '占用消防通道',
});

const answering: readonly Omit<Step, 'event'>[] = [
  { as: 'officer', act: 'sign', body: { callOut: 1 } },
  { as: 'officer', act: 'report-in', body: { callOut: 1, rank: 'section' } },
  { as: 'officer', act: 'settle', body: { callOut: 1, result: 'ACTION', text: '当场查封' } },
  { as: 'head', act: 'conclude', body: { result: 'DONE', reason: '摊位已搬离' } },
];

const whistleLife = async (client: Client, server: Server): Promise<void> => {
  const { cookies, street } = server.posts;
  const about = await create(client, server);
  await walk(client, cookies, '/api/cases', about, [
    { as: 'desk', act: 'triage', body: { category: 'street-vending', title: '占道摆摊' } },
    { as: 'desk', act: 'dispatch', body: { lead: street } },
  ]);
  const headers = { cookie: cookies.head, 'idempotency-key': randomUUID() };
  const whistle = must(await client.post('/api/whistles', calling(about.id), headers));
  await walk(client, cookies, '/api/whistles', whistle, answering);
};

/** A full page, or the district is not what it is said to be. */
const page = async (client: Client, path: string, cookie: string): Promise<void> => {
  const { rows } = must(await client.get(path, { cookie })) as unknown as { rows: unknown[] };
  if (rows.length !== PAGE) throw new Error(`${path}: ${rows.length} rows`);
};
const PAGE = 50;

const floor = (name: string, path: string): Work => ({
  name,
  operations: 1,
  port: (server) => server.bare,
  replayed: 'not',
  round: async (client) => void must(await client.post(path, { words: WORDS })),
});

/** The least a server can do, once with one statement and once with what stands for one command. */
export const floors = [
  floor('bare route, one INSERT', '/one'),
  floor('bare route, BEGIN, four INSERTs, COMMIT', '/four'),
] as const;

/** All that is measured. A process of its own adds its line here. */
export function works(): readonly Work[] {
  const ours = { port: (server: Server) => server.app };
  return [
    {
      ...ours,
      name: 'create',
      operations: 1,
      replayed: 'elsewhere',
      round: async (client, server) => void (await create(client, server)),
    },
    // Eight commands: none closes as fixed without the verification.
    {
      ...ours,
      name: 'life cycle',
      operations: 8,
      replayed: 'elsewhere',
      round: lifeCycle,
    },
    // Three commands of a case, then the whistle about it: blown, signed, come to, settled, concluded.
    {
      ...ours,
      name: 'whistle life cycle',
      operations: 8,
      replayed: 'elsewhere',
      round: whistleLife,
    },
    {
      ...ours,
      name: 'page of the cases',
      operations: 1,
      replayed: 'in place',
      round: (client, { full }) => page(client, `/api/cases?limit=${PAGE}`, full.cookies.desk),
    },
    {
      ...ours,
      name: 'page of the next acts',
      operations: 1,
      replayed: 'in place',
      round: (client, { full }) => page(client, `/api/acts?limit=${PAGE}`, full.cookies.desk),
    },
  ];
}
