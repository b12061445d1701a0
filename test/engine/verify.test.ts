import { beforeEach, describe, expect, test } from 'vitest';
import { createEngine } from '../../src/engine/engine.ts';
import { isSound, verify } from '../../src/engine/verify/index.ts';
import type { Tables } from '../../src/memory/database.ts';
import { createMemory, type Memory } from '../../src/memory/index.ts';
import { crypto, emptyInstitution, HOUR, T0 } from '../contract/harness.ts';
import { toy } from '../contract/toy.ts';

let memory: Memory;
let tables: Tables;

beforeEach(async () => {
  memory = createMemory({ now: () => T0 });
  await memory.store.createTenant('t');
  const engine = createEngine({
    store: memory.store,
    crypto,
    processes: [toy],
    loadInstitution: async () => emptyInstitution,
  });
  const act = (stream: string, type: string, data: object) =>
    engine.execute({
      tenant: 't',
      process: 'toy',
      stream,
      actor: { kind: 'machine', name: 'setup' },
      command: { type, data },
    });
  for (const stream of ['a', 'b', 'c']) {
    await act(stream, 'open', { title: stream, dueAt: T0 + HOUR, number: null, words: null });
    await act(stream, 'note', { words: null });
  }
  await engine.tick();
  await engine.checkpoint();
  await act('a', 'finish', {});
  await engine.tick();
  await engine.checkpoint();
  await act('b', 'finish', {});
  await engine.tick();
  const found = memory.tables.get('t');
  if (found === undefined) throw new Error('no tenant');
  tables = found;
});

const check = () =>
  verify({ audit: memory.audit, store: memory.store, crypto, processes: [toy] }, 't');

/** Puts `change` of the row in its place. */
function edit<K, V>(rows: Map<K, V>, key: K, change: (row: V) => V): void {
  const row = rows.get(key);
  if (row === undefined) throw new Error(`no row ${String(key)}`);
  rows.set(key, change(row));
}

describe('verify', () => {
  test('finds nothing where nothing was touched', async () => {
    const counts = { streams: 3, events: 8, positions: 8, checkpoints: 2, differences: [] };
    const verified = await check();
    expect(verified).toMatchObject(counts);
    expect(isSound(verified)).toBe(true);
    expect(verified.verdicts.every(({ evaluated }) => evaluated <= 2)).toBe(true);
  });

  const damages: readonly [string, () => void, readonly string[]][] = [
    [
      'one event’s words',
      () =>
        edit(tables.events, 'a', ([first, ...rest]) => [
          { ...first, bytes: first?.bytes.replace('"title":"a"', '"title":"z"') } as never,
          ...rest,
        ]),
      ['chain', 'state', 'list'],
    ],
    [
      'one event’s time beside its bytes',
      () =>
        edit(tables.events, 'b', ([first, ...rest]) => [
          { ...first, recordedAt: 1 } as never,
          ...rest,
        ]),
      ['event'],
    ],
    [
      'one state',
      () =>
        edit(tables.heads, 'a', (head) => ({ ...head, state: head.state.replace('"a"', '"z"') })),
      ['state'],
    ],
    ['one version', () => edit(tables.heads, 'a', (head) => ({ ...head, version: 9 })), ['head']],
    [
      'one clock',
      () => edit(tables.clocks, 'c', (text) => text.replace(`"dueAt":${T0 + HOUR}`, '"dueAt":5')),
      ['clock'],
    ],
    [
      'one list row',
      () => edit(tables.lists, 'b', (text) => text.replace('closed', 'open')),
      ['list'],
    ],
    ['one act', () => edit(tables.acts, 'c', (text) => text.replace('here', 'there')), ['act']],
    ['a list row taken out', () => void tables.lists.delete('b'), ['list']],
    ['a clock row taken out', () => void tables.clocks.delete('b'), ['clock']],
    ['a head taken out', () => void tables.heads.delete('b'), ['head']],
    [
      'an event taken out of the middle',
      () => edit(tables.events, 'b', (events) => events.filter(({ version }) => version !== 2)),
      ['event', 'chain', 'head', 'state', 'position'],
    ],
    [
      'a tail cut off, with all that was derived from it put back',
      () => {
        edit(tables.events, 'b', (events) => events.slice(0, 2));
        const hash = tables.events.get('b')?.at(-1)?.hash ?? '';
        const asC = (text: string) => text.replace('"title":"c"', '"title":"b"');
        const { state = '' } = tables.heads.get('c') ?? {};
        edit(tables.heads, 'b', (head) => ({ ...head, version: 2, hash, state: asC(state) }));
        for (const rows of [tables.lists, tables.clocks, tables.acts]) {
          rows.set('b', asC(rows.get('c') ?? ''));
        }
      },
      ['position'],
    ],
    [
      'a stream taken out whole, with its positions',
      () => {
        for (const rows of [
          tables.events,
          tables.heads,
          tables.lists,
          tables.clocks,
          tables.acts,
        ]) {
          rows.delete('b');
        }
        const kept = tables.sequenced.filter(({ stream }) => stream !== 'b');
        tables.sequenced.splice(0, tables.sequenced.length, ...kept);
      },
      ['checkpoint'],
    ],
    [
      'a checkpoint',
      () => {
        const [first] = tables.checkpoints;
        tables.checkpoints[0] = { ...first, hash: 'sha256:00' } as never;
      },
      ['checkpoint'],
    ],
  ];

  test.each(damages)('shows %s', async (_, damage, subjects) => {
    damage();
    const { differences } = await check();
    const found = new Set(differences.map(({ subject }) => subject));
    for (const subject of subjects) expect(found).toContain(subject);
  });

  test('tells what is stored and what it should be', async () => {
    edit(tables.clocks, 'c', (text) => text.replace(`"dueAt":${T0 + HOUR}`, '"dueAt":5'));
    const { differences } = await check();
    expect(differences).toHaveLength(1);
    expect(differences[0]).toMatchObject({ subject: 'clock', stream: 'c' });
    expect(differences[0]?.stored).toContain('"dueAt":5');
    expect(differences[0]?.derived).toContain(`"dueAt":${T0 + HOUR}`);
  });
});
