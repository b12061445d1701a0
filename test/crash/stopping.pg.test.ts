import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Posts } from '../../bench/posts.ts';
import { Program } from '../support/program.ts';
import { seeded, TENANT } from '../support/seeded.ts';
import { until } from '../support/until.ts';
import { Crowd } from './crowd.ts';
import { onceIn, presenceIn, tollOf } from './presence.ts';

const program = new Program({ TRUST_PROXY: '1' });
let posts: Posts;
beforeAll(async () => {
  posts = await seeded(program);
});
afterAll(() => program.remove());

const count = () => program.inside(({ audit }) => presenceIn(audit, TENANT));

test.each([
  { to: 'process', times: 'once' },
  { to: 'process', times: 'until its database is gone' },
  { to: 'group', times: 'once' },
  { to: 'group', times: 'until its database is gone' },
] as const)(
  'SIGTERM to the $to, $times, under load: what is in hand is answered, nothing stays',
  async ({ to, times }) => {
    program.start();
    await program.ready();
    const crowd = new Crowd(program, posts, 8, `${to}-${times.length}`);
    await until(() => {
      crowd.check();
      return crowd.acknowledged.length > 50;
    });
    const told = crowd.acknowledged.length;
    program.signal('SIGTERM', to);
    // Two at one moment would arrive as one.
    await until(
      () =>
        times === 'once' ||
        program.postmaster === undefined ||
        // Between the look and the signal its database may go, and it with it.
        !program.signal('SIGTERM', to),
    );
    expect(await program.ended()).toMatchObject({ code: 0, signal: null });
    expect(program.left()).toEqual([]);
    await crowd.stop();
    expect(crowd.acknowledged.length).toBeGreaterThan(told);

    program.start();
    await program.ready();
    // Whatever was said was done, and whatever was done was said.
    expect(tollOf(crowd, await count())).toMatchObject({ missing: 0, unacknowledgedPresent: 0 });
    await crowd.askAgain(crowd.unacknowledged);
    expect(onceIn(crowd, await count())).toEqual({ once: crowd.book.length, unasked: 0 });
    program.signal('SIGTERM');
    await program.ended();
  },
  240_000,
);

test('SIGTERM while its database is only starting: ends it as well', async () => {
  program.start();
  await until(() => program.left().length > 0);
  program.signal('SIGTERM');
  expect(await program.ended()).toMatchObject({ code: 0, signal: null });
  expect(program.left()).toEqual([]);
}, 240_000);
