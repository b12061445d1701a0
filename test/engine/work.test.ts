import { describe, expect, test } from 'vitest';
import { createEngine } from '../../src/engine/engine.ts';
import { startWork } from '../../src/engine/work.ts';
import { createMemory } from '../../src/memory/index.ts';
import { crypto, emptyInstitution, HOUR, T0 } from '../contract/harness.ts';
import { toy } from '../contract/toy.ts';

async function scene() {
  const clock = { now: T0 };
  const memory = createMemory({ now: () => clock.now });
  await memory.store.createTenant('t');
  const loadInstitution = async () => emptyInstitution;
  const engine = createEngine({ store: memory.store, crypto, processes: [toy], loadInstitution });
  const data = { title: 'a', dueAt: T0 + HOUR, number: null, words: null };
  await engine.execute({
    tenant: 't',
    process: 'toy',
    stream: 'a',
    actor: { kind: 'machine', name: 'setup' },
    command: { type: 'open', data },
  });
  return { ...memory, engine, clock };
}

describe('the worker', () => {
  test('rests until the earliest due time, at most a second, and stops when told', async () => {
    const { engine, store, clock } = await scene();
    const rests: number[] = [];
    clock.now = T0 + HOUR - 1_500;
    const worker = startWork(engine, store, {
      now: () => clock.now,
      rest: async (milliseconds) => {
        rests.push(milliseconds);
        clock.now += milliseconds;
        if (rests.length === 4) void worker.stop();
      },
    });
    await new Promise((resolve) => setImmediate(resolve));
    await worker.stop();
    expect(rests).toEqual([1_000, 500, 1_000, 1_000]);
    expect((await store.events('t', 'a')).map(({ type }) => type)).toEqual(['Opened', 'Breached']);
  });

  test('takes checkpoints now and then', async () => {
    const { engine, store } = await scene();
    const taken: number[] = [];
    const worker = startWork(engine, store, {
      checkpointEvery: 3,
      rest: async () => {
        taken.push((await store.checkpoints('t')).length);
        if (taken.length === 4) void worker.stop();
      },
    });
    await new Promise((resolve) => setImmediate(resolve));
    await worker.stop();
    expect(taken).toEqual([0, 0, 1, 1]);
  });

  test('tells each step that failed, and rests before it is tried again', async () => {
    const { engine, store, clock } = await scene();
    clock.now = T0 + 2 * HOUR;
    const bug = new Error('a bug');
    const stumbling = {
      ...store,
      read: async () => {
        throw bug;
      },
    };
    const loadInstitution = async () => emptyInstitution;
    const broken = createEngine({ store: stumbling, crypto, processes: [toy], loadInstitution });
    const errors: unknown[] = [];
    const worker = startWork({ ...engine, tick: broken.tick }, store, {
      rest: async () => void worker.stop(),
      onError: (error) => errors.push(error),
    });
    await new Promise((resolve) => setImmediate(resolve));
    await worker.stop();
    // The clock that fell due, and the calendars nobody could look up.
    expect(errors).toEqual([bug, bug]);
  });

  test('goes on after a turn that failed', async () => {
    const { engine, store } = await scene();
    const errors: unknown[] = [];
    let turns = 0;
    const faulty = {
      ...engine,
      tick: async () => {
        turns += 1;
        if (turns === 1) throw new Error('no connection');
        void worker.stop();
        return await engine.tick();
      },
    };
    const worker = startWork(faulty, store, {
      rest: async () => {},
      onError: (error) => errors.push(error),
    });
    await new Promise((resolve) => setImmediate(resolve));
    await worker.stop();
    expect([turns, errors.length]).toEqual([2, 1]);
  });
});
