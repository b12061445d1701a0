import { describe, expect, test } from 'vitest';
import type { Institution } from '../../src/core/authority/institution.ts';
import { createEngine } from '../../src/engine/engine.ts';
import { streamUnder } from '../../src/engine/keys.ts';
import { TryAgain, UnknownOutcome } from '../../src/engine/ports.ts';
import type { Request } from '../../src/engine/request.ts';
import type { Fault } from '../../src/memory/faults.ts';
import { createMemory } from '../../src/memory/index.ts';
import { aWrite, crypto, emptyInstitution, HOUR, T0 } from '../contract/harness.ts';
import { toy } from '../contract/toy.ts';

const staff = {
  kind: 'staff',
  account: 'one',
  post: { unit: 'here', role: 'unit_handler' },
} as const;
const machine = { kind: 'machine', name: 'import' } as const;

/** An engine on a memory store whose next calls meet the faults listed, and a count of its calls. */
async function scene(load?: () => Promise<Institution>) {
  const faults: { readonly read: Fault[]; readonly write: Fault[] } = { read: [], write: [] };
  const calls = { read: 0, write: 0 };
  const clock = { now: T0 };
  const memory = createMemory({
    now: () => clock.now,
    faults: (call) => {
      calls[call] += 1;
      return faults[call].shift() ?? 'none';
    },
  });
  await memory.store.createTenant('t');
  const loadInstitution = load ?? (async () => emptyInstitution);
  const engine = createEngine({ store: memory.store, crypto, processes: [toy], loadInstitution });
  return { ...memory, engine, faults, calls, clock };
}

const open = (stream: string, more: Partial<Request> = {}): Request => ({
  tenant: 't',
  process: 'toy',
  stream,
  actor: staff,
  command: { type: 'open', data: { title: stream, dueAt: null, number: null, words: null } },
  expectedVersion: 0,
  ...more,
});
const ask = (stream: string, type: string, data: object, more: Partial<Request> = {}): Request =>
  open(stream, { command: { type, data }, expectedVersion: 1, ...more });
const note = (stream: string, more: Partial<Request> = {}) =>
  ask(stream, 'note', { words: null }, more);

describe('one way through', () => {
  test('is one read and one write, accepted or refused, and one read when answered before', async () => {
    const { engine, calls } = await scene();
    await engine.execute(open('a', { key: 'k', private: { words: '话' } }));
    expect(calls).toEqual({ read: 1, write: 1 });
    await engine.execute(ask('a', 'tell', { to: 'nobody' }));
    expect(calls).toEqual({ read: 2, write: 2 });
    await engine.execute(open('a', { key: 'k', private: { words: '话' } }));
    expect(calls).toEqual({ read: 3, write: 2 });
  });

  test('draws the same lot on every retry, another for another stream and the next version', async () => {
    const { store, faults } = await scene();
    const lots: number[] = [];
    const listening: typeof toy = {
      ...toy,
      decide(command, state, facts) {
        lots.push(facts.lot);
        return toy.decide(command, state, facts);
      },
    };
    const loadInstitution = async () => emptyInstitution;
    const engine = createEngine({ store, crypto, processes: [listening], loadInstitution });
    faults.write.push('conflict', 'deadlock');
    await engine.execute(open('a', { actor: machine }));
    const [first, ...again] = lots;
    expect(again.length).toBeGreaterThan(0);
    expect(new Set(again)).toEqual(new Set([first]));
    await engine.execute(open('b', { actor: machine }));
    await engine.execute(note('a'));
    expect(new Set(lots).size).toBe(3);
  });

  test('keeps what was refused, with the texts gone and their references dead', async () => {
    const { engine, store, vault, tables } = await scene();
    const key = { key: 'k', private: { words: '私' } };
    const answer = await engine.execute(note('a', { ...key, expectedVersion: 0 }));
    expect(answer).toMatchObject({ refusal: { code: 'toy.not-open' } });
    const idempotency = { actor: 'staff:one', key: 'k' };
    const { kept } = await store.read({ tenant: 't', streams: ['a'], idempotency, texts: [] });
    expect(kept).toMatchObject({ type: 'note', saw: {}, outcome: { accepted: false } });
    const { ref } = JSON.parse(kept?.body ?? '{}').data.words;
    expect(await vault.open('t', [{ stream: 'a', ref }], [])).toEqual([]);
    expect(tables.get('t')?.vaultKeys.size).toBe(0);
  });

  test('seals texts before the decision: no event, state, row or command holds one', async () => {
    const { engine, tables } = await scene();
    const secret = '王府井大街 99 号';
    await engine.execute(open('a', { private: { words: secret }, key: 'k' }));
    await engine.execute(note('a', { private: { words: secret } }));
    const { vault: _, ...rest } = tables.get('t') ?? { vault: null };
    const all = Object.values(rest).map((rows) =>
      rows instanceof Map ? [...rows.values()] : rows,
    );
    expect(JSON.stringify(all)).not.toContain('王府井');
  });

  test('a late entry says when it happened; the future is refused', async () => {
    const { engine, store } = await scene();
    await engine.execute(open('a', { occurredAt: T0 - HOUR }));
    const [event] = await store.events('t', 'a');
    expect(event).toMatchObject({ occurredAt: T0 - HOUR, recordedAt: T0 });
    const ahead = await engine.execute(note('a', { occurredAt: T0 + 1 }));
    expect(ahead).toMatchObject({ refusal: { code: 'engine.in-the-future' } });
  });

  test('a reaction that must be joins the write; refused, it refuses the whole', async () => {
    const { engine, store, calls } = await scene();
    await engine.execute(open('a'));
    await engine.execute(open('b'));
    const told = await engine.execute(ask('a', 'tell', { to: 'b' }));
    expect(told).toMatchObject({ accepted: true, versions: { a: 2, b: 2 } });
    expect(calls.write).toBe(3);
    await engine.execute(ask('b', 'finish', {}, { expectedVersion: 2 }));
    const untold = await engine.execute(ask('a', 'tell', { to: 'b' }, { expectedVersion: 2 }));
    expect(untold).toMatchObject({ refusal: { code: 'toy.not-open' } });
    expect(await store.events('t', 'a')).toHaveLength(2);
  });

  test('replays a state that another release derived', async () => {
    const { engine, store, tables } = await scene();
    await engine.execute(open('a'));
    const head = tables.get('t')?.heads.get('a');
    if (head === undefined) throw new Error('no head');
    tables.get('t')?.heads.set('a', { ...head, stateVersion: 0, state: '{"status":"none"}' });
    expect(await engine.execute(note('a'))).toMatchObject({ accepted: true });
    expect(await store.events('t', 'a')).toHaveLength(2);
  });
});

describe('a key', () => {
  test('gives a refusal again too', async () => {
    const { engine, calls } = await scene();
    const asked = ask('a', 'finish', {}, { key: 'k', expectedVersion: 0 });
    const first = await engine.execute(asked);
    await engine.execute(open('a'));
    expect(await engine.execute(asked)).toEqual({ ...first, replayed: true });
    expect(calls.write).toBe(2);
  });

  test('gives the same refusal again where texts came with it, and the first vault key after it', async () => {
    const { engine } = await scene();
    await engine.execute(open('a'));
    const early = note('a', { key: 'k', private: { words: '一' }, expectedVersion: 0 });
    const first = await engine.execute(early);
    expect(first).toMatchObject({ refusal: { code: 'engine.changed-since-seen' } });
    await engine.execute(note('a', { private: { words: '二' } }));
    expect(await engine.execute(early)).toEqual({ ...first, replayed: true });
  });

  test.each<[string, Partial<Request>]>([
    ['another command', { command: { type: 'finish', data: {} } }],
    ['another stream', { stream: 'b', expectedVersion: 0 }],
    ['another version seen', { expectedVersion: 2 }],
    ['other words', { private: { words: '二' } }],
    ['no words', { private: {} }],
    ['for somebody else', { onBehalfOf: { kind: 'person', relation: 'relative' } }],
  ])('is not for %s', async (_, change) => {
    const { engine } = await scene();
    await engine.execute(open('a'));
    const first = note('a', { key: 'k', private: { words: '一' } });
    expect(await engine.execute(first)).toMatchObject({ accepted: true });
    const second = await engine.execute({ ...first, ...change });
    expect(second).toMatchObject({ refusal: { code: 'engine.key-reused' }, replayed: false });
    expect(await engine.execute(first)).toMatchObject({ accepted: true, replayed: true });
  });

  test('answers an act whose texts were erased since', async () => {
    const { engine, vault } = await scene();
    const request = open('a', { key: 'k', private: { words: '一' } });
    await engine.execute(request);
    await vault.destroy('t', 'a', 'retention');
    expect(await engine.execute(request)).toMatchObject({ accepted: true, replayed: true });
    const later = await engine.execute(note('a', { private: { words: '二' } }));
    expect(later).toMatchObject({ refusal: { code: 'engine.text-erased' } });
  });

  test('names the stream it creates, the same each time and for nobody else', () => {
    const name = streamUnder(crypto, 't', staff, 'k');
    expect(name).toMatch(/^[0-9a-z]{16}$/);
    expect(streamUnder(crypto, 't', staff, 'k')).toBe(name);
    expect(streamUnder(crypto, 'u', staff, 'k')).not.toBe(name);
    expect(streamUnder(crypto, 't', machine, 'k')).not.toBe(name);
  });
});

describe('when others are quicker', () => {
  test('a human is told the version that stands, and is never decided for again', async () => {
    const { engine, store } = await scene();
    await engine.execute(open('a'));
    const answers = await Promise.all(Array.from({ length: 5 }, () => engine.execute(note('a'))));
    expect(answers.filter((answer) => answer.accepted)).toHaveLength(1);
    for (const answer of answers) {
      if (answer.accepted) continue;
      expect(answer.refusal).toEqual({
        code: 'engine.changed-since-seen',
        params: { seen: 1, now: 2 },
      });
    }
    expect(await store.events('t', 'a')).toHaveLength(2);
  });

  test('a machine decides again until it comes through', async () => {
    const { engine, store } = await scene();
    await engine.execute(open('a'));
    const { expectedVersion: _, ...notice } = note('a', { actor: machine });
    const answers = await Promise.all(Array.from({ length: 5 }, () => engine.execute(notice)));
    expect(answers.every((answer) => answer.accepted)).toBe(true);
    expect(await store.events('t', 'a')).toHaveLength(6);
  });

  test('the same request twice at once is one act with one answer', async () => {
    const { engine, store } = await scene();
    await engine.execute(open('a'));
    const request = note('a', { key: 'k' });
    const answers = await Promise.all([1, 2, 3].map(() => engine.execute(request)));
    expect(answers.map(({ replayed }) => replayed).sort()).toEqual([false, true, true]);
    expect(await store.events('t', 'a')).toHaveLength(2);
  });

  test('what a decision saw of another stream must still stand when it is written', async () => {
    const { engine, store } = await scene();
    await engine.execute(open('a'));
    await engine.execute(open('b'));
    const write = store.write;
    let first = true;
    const late = createEngine({
      store: {
        ...store,
        write: async (request) => {
          if (first) {
            first = false;
            await engine.execute(ask('b', 'finish', {}));
          }
          return await write(request);
        },
      },
      crypto,
      processes: [toy],
      loadInstitution: async () => emptyInstitution,
    });
    const sent = await late.execute(ask('a', 'send', { to: 'b' }));
    expect(sent).toMatchObject({ refusal: { code: 'toy.other-ended' } });
    expect(await store.events('t', 'a')).toHaveLength(1);
  });

  test('an institution that moved is read again and the act decided under it', async () => {
    let loads = 0;
    const scenes = await scene(async () => ({
      ...emptyInstitution,
      version: loads++ === 0 ? 0 : 1,
    }));
    const { engine, store, tables } = scenes;
    await engine.execute(open('a'));
    await store.write(aWrite('t', { institution: 0 }));
    expect(await engine.execute(note('a'))).toMatchObject({ accepted: true });
    expect(loads).toBe(2);
    const commands = [...(tables.get('t')?.commands.values() ?? [])].map((text) =>
      JSON.parse(text),
    );
    expect(commands.at(-1).institutionVersion).toBe(1);
  });

  test('an institution that keeps moving ends in a fault, not in a loop', async () => {
    const { engine } = await scene(async () => ({ ...emptyInstitution, version: 99 }));
    await expect(engine.execute(open('a'))).rejects.toThrow(TryAgain);
  });
});

describe('when the store stumbles', () => {
  test('a deadlock is tried again, also for a human: nothing was applied', async () => {
    const { engine, faults } = await scene();
    faults.write.push('deadlock', 'conflict', 'deadlock');
    faults.read.push('deadlock');
    expect(await engine.execute(open('a'))).toMatchObject({ accepted: true, replayed: false });
  });

  test('a read that was cut off is asked again: nothing can have come of it', async () => {
    const { engine, faults } = await scene();
    faults.read.push('lost-before-commit');
    expect(await engine.execute(open('a'))).toMatchObject({ accepted: true, replayed: false });
  });

  test('a store that only stumbles ends in a fault', async () => {
    const { engine, faults } = await scene();
    faults.write.push(...Array<Fault>(50).fill('deadlock'));
    await expect(engine.execute(open('a'))).rejects.toThrow(TryAgain);
  });

  test.each<Fault>(['lost-before-commit', 'lost-after-commit'])(
    'a connection %s is an unknown outcome; the same key finds out',
    async (fault) => {
      const { engine, faults, store } = await scene();
      faults.write.push(fault);
      const request = open('a', { key: 'k', private: { words: '话' } });
      await expect(engine.execute(request)).rejects.toThrow(UnknownOutcome);
      const again = await engine.execute(request);
      expect(again).toMatchObject({ accepted: true, replayed: fault === 'lost-after-commit' });
      expect(await store.events('t', 'a')).toHaveLength(1);
    },
  );
});

describe('the edge', () => {
  const long = 'x'.repeat(20_001);
  let deep: unknown = 'x';
  for (let i = 0; i < 40; i++) deep = [deep];

  test.each<[string, Partial<Request>]>([
    ['engine.bad-text', { private: { words: 'a\0b' } }],
    ['engine.bad-text', { private: { words: 'half \ud83d' } }],
    ['engine.bad-text', { command: { type: 'note', data: { words: null, n: ['\udca1'] } } }],
    ['engine.bad-text', { command: { type: 'note', data: { 'a\0': 1 } } }],
    ['engine.bad-text', { key: 'k\0' }],
    ['engine.bad-key', { key: '' }],
    ['engine.bad-key', { key: 'k'.repeat(201) }],
    ['engine.bad-stream', { stream: '' }],
    ['engine.bad-stream', { stream: 'a/b' }],
    ['engine.bad-stream', { stream: 'A' }],
    ['engine.bad-stream', { stream: 'institution' }],
    ['engine.too-long', { private: { words: long } }],
    ['engine.too-large', { command: { type: 'note', data: { list: Array(20).fill(long) } } }],
    ['engine.too-large', { command: { type: 'note', data: deep } }],
  ])('refuses with %s before anything is read', async (code, change) => {
    const { engine, calls } = await scene();
    const answer = await engine.execute({ ...note('a'), ...change });
    expect(answer).toMatchObject({ accepted: false, refusal: { code } });
    expect(calls).toEqual({ read: 0, write: 0 });
  });

  test('refuses a human without the version they saw, and lets a machine go without', async () => {
    const { engine } = await scene();
    const { expectedVersion: _, ...blind } = open('a');
    const answer = await engine.execute(blind);
    expect(answer).toMatchObject({ refusal: { code: 'engine.version-missing' } });
    const person = { kind: 'person', case: 'a' } as const;
    expect(await engine.execute({ ...blind, actor: person })).toMatchObject({ accepted: false });
    expect(await engine.execute({ ...blind, actor: machine })).toMatchObject({ accepted: true });
  });

  test('knows a stream of another process from its own', async () => {
    const { store } = await scene();
    await store.write(aWrite('t', { a: 0 }));
    const other = { ...toy, name: 'other' };
    const loadInstitution = async () => emptyInstitution;
    const parts = { store, crypto, processes: [toy, other], loadInstitution };
    const engine = createEngine(parts);
    const answer = await engine.execute({ ...note('a'), process: 'other' });
    expect(answer).toMatchObject({ refusal: { code: 'engine.no-such-stream' } });
  });
});
