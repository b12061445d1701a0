import { randomUUID } from 'node:crypto';
import type { Client } from './client.ts';

export interface Server {
  readonly app: number;
  readonly bare: number;
  readonly cookies: Readonly<Record<'intake' | 'desk' | 'handler' | 'callback', string>>;
  readonly street: string;
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

const must = ({ status, body }: { status: number; body: Record<string, unknown> }) => {
  if (status >= 300) throw new Error(`${status} ${JSON.stringify(body)}`);
  return body as { id: string; version: number };
};

const create = async (client: Client, { cookies, street }: Server) =>
  must(
    await client.post(
      '/api/cases',
      {
        kind: 'help',
        intake: 'counter',
        words: WORDS,
        place: { unit: street },
        reportsOfficial: false,
      },
      { cookie: cookies.intake, 'idempotency-key': randomUUID() },
    ),
  );

/** The seven commands of an ordinary matter, and the verification without which none may close. */
const lifeCycle = async (client: Client, server: Server): Promise<void> => {
  let { id, version } = await create(client, server);
  const act = async (as: keyof Server['cookies'], name: string, body: object): Promise<void> => {
    const headers = { cookie: server.cookies[as], 'idempotency-key': randomUUID() };
    const path = `/api/cases/${id}/${name}`;
    const answer = await client.post(path, { expectedVersion: version, ...body }, headers);
    version = must(answer).version;
  };
  await act('desk', 'triage', { category: 'litter', title: '垃圾未清运' });
  await act('desk', 'dispatch', { lead: server.street });
  await act('handler', 'sign-for', {});
  await act('handler', 'contact', { means: 'phone', reached: true, note: '已说明办理打算。' });
  await act('handler', 'reply', { reply: '已清运。', outcome: 'FIXED' });
  await act('callback', 'verify', { reached: true, solved: 'yes', heard: true });
  await act('callback', 'close', { outcome: 'FIXED' });
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
