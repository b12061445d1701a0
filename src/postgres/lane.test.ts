import { describe, expect, test } from 'vitest';
import { Lane } from './lane.ts';

/** A lane whose journeys end when told, and what each carried. */
function scene(undone = true) {
  const sent: (readonly string[])[] = [];
  const ends: { ok: () => void; fail: (error: Error) => void }[] = [];
  const lane = new Lane<string>({
    send: (jobs) =>
      new Promise<void>((ok, fail) => {
        sent.push(jobs);
        ends.push({ ok, fail });
      }),
    fits: (jobs, next) => jobs.length < 3 && !jobs.includes(next),
    undone: () => undone,
  });
  const settled = async () => {
    for (let i = 0; i < 20; i += 1) await Promise.resolve();
  };
  return {
    lane,
    sent,
    async end(error?: Error) {
      const journey = ends.shift();
      if (error === undefined) journey?.ok();
      else journey?.fail(error);
      await settled();
    },
  };
}

describe('a lane', () => {
  test('sends the first at once, and together what came while it was on its way', async () => {
    const { lane, sent, end } = scene();
    const all = Promise.all(['a', 'b', 'c', 'd', 'e'].map((job) => lane.run(job)));
    expect(sent).toEqual([['a']]);
    await end();
    expect(sent).toEqual([['a'], ['b', 'c', 'd']]);
    await end();
    await end();
    await all;
    expect(sent).toEqual([['a'], ['b', 'c', 'd'], ['e']]);
  });

  test('leaves what does not fit for the next, in its order', async () => {
    const { lane, sent, end } = scene();
    const all = Promise.all(['a', 'b', 'b', 'c'].map((job) => lane.run(job)));
    for (let i = 0; i < 3; i += 1) await end();
    await all;
    expect(sent).toEqual([['a'], ['b', 'c'], ['b']]);
  });

  test('undone together, each goes by itself, and only what fails alone has failed', async () => {
    const { lane, sent, end } = scene();
    const all = Promise.allSettled(['a', 'b', 'c'].map((job) => lane.run(job)));
    await end();
    await end(new Error('one of them'));
    await end();
    await end(new Error('c'));
    expect((await all).map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected']);
    expect(sent).toEqual([['a'], ['b', 'c'], ['b'], ['c']]);
  });

  test('of a journey whose outcome nobody knows, all are told so and none goes again', async () => {
    const { lane, sent, end } = scene(false);
    const all = Promise.allSettled(['a', 'b', 'c'].map((job) => lane.run(job)));
    await end();
    await end(new Error('lost'));
    expect((await all).map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'rejected']);
    expect(sent).toEqual([['a'], ['b', 'c']]);
  });
});
