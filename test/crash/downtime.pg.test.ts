import { afterEach, beforeEach, expect, test } from 'vitest';
import { Client } from '../../bench/client.ts';
import type { Posts } from '../../bench/posts.ts';
import { registering } from '../../bench/work.ts';
import type { Rulebook } from '../../src/core/rulebook/rulebook.ts';
import { Program } from '../support/program.ts';
import { seeded, TENANT } from '../support/seeded.ts';
import { until } from '../support/until.ts';
import { killWhole } from './victims.ts';

const MINUTE = 60_000;

/** Triage is due a minute after the request was made. */
const hurried = (rulebook: Rulebook): Rulebook => ({
  ...rulebook,
  deadlines: rulebook.deadlines.map((line) =>
    line.clock === 'triage' ? { ...line, duration: { n: 1, unit: 'minute' } } : line,
  ),
});

let program: Program;
let posts: Posts;
beforeEach(async () => {
  program = new Program();
  posts = await seeded(program, hurried);
});
afterEach(() => program.remove());

const start = async () => {
  program.start();
  await program.ready();
};

const killEverything = async () => {
  const database = program.postmaster;
  if (database === undefined) throw new Error('no database to kill');
  await Promise.all([program.kill(), killWhole(database)]);
  expect(program.left()).toEqual([]);
};

/** A request made some time ago and entered only now, as at a counter without a connection. */
const register = async (occurredAt: number): Promise<string> => {
  const client = new Client(() => program.port);
  const body = { ...registering(posts.street), occurredAt: new Date(occurredAt).toISOString() };
  const answer = await client.post('/api/cases', body, { cookie: posts.cookies.intake });
  client.close();
  expect(answer.status, JSON.stringify(answer.body)).toBe(201);
  return String(answer.body.id);
};

const breachesOf = async (id: string) => {
  const events = await program.inside(({ store }) => store.events(TENANT, id));
  return events.filter(({ type }) => type === 'ClockBreached');
};

test('a clock that fell due while everything was down fires once, at its true due time', async () => {
  await start();
  const due = Date.now() + 4_000;
  const id = await register(due - MINUTE);
  await killEverything();
  await until(() => Date.now() > due);

  const back = Date.now();
  await start();
  await until(async () => (await breachesOf(id)).length > 0);
  const [breach] = await breachesOf(id);
  expect(JSON.parse(breach?.bytes ?? '').data).toEqual({ clock: 'triage-1', dueAt: due });
  expect(breach?.occurredAt).toBe(due);
  expect(breach?.recordedAt).toBeGreaterThanOrEqual(back);

  await killEverything();
  await start();
  // Clocks fire in order of their due times, so whoever fires this one has passed by the other.
  const later = await register(Date.now() - MINUTE + 1);
  await until(async () => (await breachesOf(later)).length > 0);
  expect(await breachesOf(id)).toEqual([breach]);
}, 240_000);
