import { randomUUID } from 'node:crypto';
import type { Client } from './client.ts';
import { loginOf, type PostName, type Posts } from './posts.ts';

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
async function walk<As extends string>(
  client: Client,
  cookies: Readonly<Record<As, string>>,
  path: string,
  { id, version }: Standing,
  steps: readonly { readonly as: As; readonly act: string; readonly body: object }[],
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

/** What a bureau cannot do alone: its head puts it up to a leader. */
const nominating = (about: string, sponsor: string) => ({
  case: about,
  blocked: { kind: 'ASKED', powers: ['permit-road'], tried: ['两次围挡，路面需开挖'] },
  reason: '职责交叉，长期未决',
  grounds: { harm: 'hardship', affected: 'one', legalBreach: false, reason: '一年未决' },
  sponsor,
  lead: loginOf('lead'),
  liaison: loginOf('liaison'),
});

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();

/** A task force that meets once, a plan of one step, the claim answered, the result told. */
const solving = (): readonly SponsorshipStep[] => [
  { as: 'leader', act: 'accept', body: {} },
  {
    as: 'liaison',
    act: 'agree-needs',
    body: {
      needs: [{ kind: 'no-work', text: '家中没有稳定收入' }],
      onBehalfOf: { kind: 'person', relation: 'helper' },
    },
  },
  {
    as: 'leader',
    act: 'convene',
    body: {
      mandate: '一个月内解决',
      powers: ['permit-road'],
      until: inDays(40),
      members: [{ unit: 'transport', power: 'permit-road' }, { unit: 'urban' }],
    },
  },
  {
    as: 'lead',
    act: 'hold-meeting',
    body: {
      agenda: '研究处置方案',
      present: ['transport', 'urban'],
      positions: [
        { unit: 'transport', position: '同意开挖' },
        { unit: 'urban', position: '负责更换' },
      ],
      decision: '由城管局牵头',
      dissents: [],
      commitments: [{ unit: 'urban', what: '限期核查', dueAt: inDays(10) }],
    },
  },
  {
    as: 'lead',
    act: 'plan',
    body: {
      steps: [{ what: '更换井盖', owner: 'urban', power: null, dueAt: inDays(20) }],
    },
  },
  { as: 'officer', act: 'keep-commitment', body: { commitment: 1, note: '已核查' } },
  { as: 'officer', act: 'finish-step', body: { step: 1, note: '已更换' } },
  { as: 'lead', act: 'answer-claim', body: { answer: 'SUPPORT', reply: '诉求成立' } },
  { as: 'liaison', act: 'tell-result', body: { means: 'visit', result: '井盖已更换' } },
  { as: 'leader', act: 'close', body: { reason: '方案已落实' } },
];

interface SponsorshipStep {
  readonly as: PostName | 'leader';
  readonly act: string;
  readonly body: object;
}

/** Whose turn it is: leaders take cases on one after another. */
let turn = 0;

const sponsorshipLife = async (client: Client, server: Server): Promise<void> => {
  const { cookies, leaders } = server.posts;
  const leader = leaders[turn++ % leaders.length];
  if (leader === undefined) throw new Error('no leader is at work');
  const about = await create(client, server);
  await walk(client, cookies, '/api/cases', about, [
    { as: 'desk', act: 'triage', body: { category: 'manhole', title: '井盖破损' } },
    { as: 'desk', act: 'dispatch', body: { lead: 'urban' } },
  ]);
  const headers = { cookie: cookies.lead, 'idempotency-key': randomUUID() };
  const put = nominating(about.id, leader.login);
  const nominated = must(await client.post('/api/sponsorships', put, headers));
  const all = { ...cookies, leader: leader.cookie };
  await walk(client, all, '/api/sponsorships', nominated, solving());
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
    // Three of a case, then its sponsorship: put up, taken on, met about, planned, kept, told, closed.
    {
      ...ours,
      name: 'sponsorship life cycle',
      operations: 14,
      replayed: 'elsewhere',
      round: sponsorshipLife,
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
