import { describe, expect, test } from 'vitest';
import { createEngine } from '../../src/engine/engine.ts';
import type { Request } from '../../src/engine/request.ts';
import type { Fault } from '../../src/memory/faults.ts';
import { createMemory } from '../../src/memory/index.ts';
import { crypto, emptyInstitution, HOUR, T0 } from '../contract/harness.ts';
import { toy } from '../contract/toy.ts';

async function scene() {
  const clock = { now: T0 };
  const writes: Fault[] = [];
  const memory = createMemory({
    now: () => clock.now,
    faults: (call) => (call === 'write' ? (writes.shift() ?? 'none') : 'none'),
  });
  await memory.store.createTenant('t');
  const engine = createEngine({
    store: memory.store,
    crypto,
    processes: [toy],
    loadInstitution: async () => emptyInstitution,
  });
  const act = (stream: string, type: string, data: object): Promise<unknown> =>
    engine.execute({
      tenant: 't',
      process: 'toy',
      stream,
      actor: { kind: 'machine', name: 'setup' },
      command: { type, data },
    } satisfies Request);
  const open = (stream: string, dueAt: number | null = null) =>
    act(stream, 'open', { title: stream, dueAt, number: null, words: null });
  const types = async (stream: string) =>
    (await memory.store.events('t', stream)).map(({ type }) => type);
  return { ...memory, engine, clock, writes, act, open, types };
}

describe('a tick', () => {
  test('sleeps over what is not due and fires what is, once, in order of due time', async () => {
    const { engine, clock, open, store } = await scene();
    await open('a', T0 + 2 * HOUR);
    await open('b', T0 + HOUR);
    expect((await engine.tick()).clocks.done).toBe(0);
    clock.now = T0 + 5 * HOUR;
    expect((await engine.tick()).clocks.done).toBe(2);
    expect((await engine.tick()).clocks.done).toBe(0);
    const rows = await store.sequenced('t', 0, 100);
    expect(rows.slice(2).map(({ event }) => [event.stream, event.occurredAt])).toEqual([
      ['b', T0 + HOUR],
      ['a', T0 + 2 * HOUR],
    ]);
  });

  test.each<Fault>(['lost-before-commit', 'lost-after-commit', 'deadlock', 'conflict'])(
    'fires once although the write met: %s',
    async (fault) => {
      const { engine, clock, writes, open, types } = await scene();
      await open('a', T0 + HOUR);
      clock.now = T0 + 5 * HOUR;
      writes.push(fault);
      await engine.tick();
      await engine.tick();
      expect(await types('a')).toEqual(['Opened', 'Breached']);
    },
  );

  test.each<Fault>(['lost-before-commit', 'lost-after-commit', 'deadlock', 'conflict'])(
    'carries a reaction out once although the write met: %s',
    async (fault) => {
      const { engine, writes, act, open, types } = await scene();
      await open('a');
      await open('b');
      await act('a', 'send', { to: 'b' });
      writes.push(fault);
      await engine.tick();
      await engine.tick();
      expect(await types('b')).toEqual(['Opened', 'Heard']);
    },
  );

  test('keeps the order of one stream: what it says later waits where an earlier word was lost', async () => {
    const { engine, writes, open, act, types } = await scene();
    for (const stream of ['a', 'b', 'c', 'd']) await open(stream);
    await act('a', 'send', { to: 'c' });
    await act('a', 'send', { to: 'd' });
    await act('b', 'send', { to: 'd' });
    writes.push('lost-before-commit');
    const { reactions } = await engine.tick();
    expect(reactions).toMatchObject({ done: 3, failed: [{}, {}] });
    expect([await types('c'), await types('d')]).toEqual([['Opened'], ['Opened', 'Heard']]);
    await engine.tick();
    expect([await types('c'), await types('d')]).toEqual([
      ['Opened', 'Heard'],
      ['Opened', 'Heard', 'Heard'],
    ]);
  });

  test('parks what is refused and shows it; the rest goes on', async () => {
    const { engine, act, open, queries, types } = await scene();
    await open('a');
    await open('b');
    await act('a', 'send', { to: 'nobody' });
    await act('a', 'send', { to: 'b' });
    const { reactions } = await engine.tick();
    expect(reactions.refused).toMatchObject([{ what: 'a/2/0', refusal: { code: 'toy.not-open' } }]);
    expect(await queries.parked('t', 10)).toMatchObject([
      { id: 'a/2/0', refusal: { code: 'toy.not-open', params: { status: 'none' } } },
    ]);
    expect(await types('b')).toEqual(['Opened', 'Heard']);
    expect((await engine.tick()).reactions.done).toBe(0);
  });

  test('parks a reaction whose text was erased meanwhile', async () => {
    const { engine, open, queries, vault } = await scene();
    await open('b');
    const first = { title: 'a', dueAt: null, number: null, words: null };
    await engine.execute({
      tenant: 't',
      process: 'toy',
      stream: 'a',
      actor: { kind: 'machine', name: 'setup' },
      command: { type: 'open', data: first },
      private: { words: '话' },
    });
    await engine.execute({
      tenant: 't',
      process: 'toy',
      stream: 'a',
      actor: { kind: 'machine', name: 'setup' },
      command: { type: 'send', data: { to: 'b' } },
    });
    await vault.destroy('t', 'a', 'retention');
    await engine.tick();
    const parked = await queries.parked('t', 10);
    expect(parked).toMatchObject([{ refusal: { code: 'engine.text-erased' } }]);
  });

  test('a bug in one reaction parks that one and holds up no other', async () => {
    const { engine, act, open, queries, types, store } = await scene();
    await open('a');
    await open('b');
    await act('a', 'send', { to: 'b' });
    const broken = { process: 'toy', stream: 'b', command: { type: 'break', data: {} } };
    const faulty = createEngine({
      store: {
        ...store,
        pendingReactions: async (limit) => [
          ...(await store.pendingReactions(limit)).map((row) => ({ ...row, reaction: broken })),
        ],
      },
      crypto,
      processes: [toy],
      loadInstitution: async () => emptyInstitution,
    });
    const { reactions } = await faulty.tick();
    expect(reactions.failed).toHaveLength(1);
    expect(await queries.parked('t', 10)).toMatchObject([
      { refusal: { code: 'engine.reaction-failed' } },
    ]);
    expect((await engine.tick()).reactions.done).toBe(0);
    expect(await types('b')).toEqual(['Opened']);
  });

  test('history read in starts nothing afterwards', async () => {
    const { engine, open, store } = await scene();
    await open('a');
    await open('b');
    await engine.execute({
      tenant: 't',
      process: 'toy',
      stream: 'a',
      actor: { kind: 'machine', name: 'import' },
      command: { type: 'send', data: { to: 'b' } },
    });
    expect(await store.pendingReactions(10)).toEqual([]);
  });

  test('sequences all that was written; a checkpoint closes it and links to the last', async () => {
    const { engine, open, act, store } = await scene();
    await open('a');
    expect(await engine.checkpoint()).toBe(0);
    expect((await engine.tick()).sequenced).toBe(1);
    expect(await engine.checkpoint()).toBe(1);
    expect(await engine.checkpoint()).toBe(0);
    await act('a', 'note', { words: null });
    await engine.tick();
    expect(await engine.checkpoint()).toBe(1);
    const [first, second] = await store.checkpoints('t');
    expect([first?.from, first?.position, second?.from, second?.position]).toEqual([0, 1, 1, 2]);
    expect(first?.hash).not.toBe(second?.hash);
  });
});
