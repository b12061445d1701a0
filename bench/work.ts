import { randomUUID } from 'node:crypto';
import type { Client } from './client.ts';
import type { PostName, Posts } from './posts.ts';

export interface Server extends Posts {
  readonly app: number;
  readonly bare: number;
}

/** A piece of work one client repeats; `operations` is how many requests one round of it sends. */
export interface Work {
  readonly name: string;
  readonly operations: number;
  readonly port: (server: Server) => number;
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

const create = async (client: Client, { cookies, street }: Server) =>
  must(
    await client.post('/api/cases', registering(street), {
      cookie: cookies.intake,
      'idempotency-key': randomUUID(),
    }),
  );

const lifeCycle = async (client: Client, server: Server): Promise<void> => {
  let { id, version } = await create(client, server);
  for (const { as, act, body } of lifeAfter(server.street)) {
    const headers = { cookie: server.cookies[as], 'idempotency-key': randomUUID() };
    const path = `/api/cases/${id}/${act}`;
    const answer = await client.post(path, { expectedVersion: version, ...body }, headers);
    version = must(answer).version;
  }
};

export const bare: Work = {
  name: 'bare route, one insert',
  operations: 1,
  port: (server) => server.bare,
  round: async (client) => void must(await client.post('/bare', { words: WORDS })),
};

export const works: readonly Work[] = [
  {
    name: 'create',
    operations: 1,
    port: (server) => server.app,
    round: async (client, server) => void (await create(client, server)),
  },
  { name: 'life cycle', operations: 8, port: (server) => server.app, round: lifeCycle },
];
