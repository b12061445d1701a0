import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { caseProcess } from '../../src/core/case/index.ts';
import { processes } from '../../src/core/processes.ts';
import { canonical } from '../../src/engine/canonical.ts';
import { firstBreak } from '../../src/engine/chain.ts';
import type { EventRow } from '../../src/engine/ports.ts';
import { type AnyProcess, readEvent, replay } from '../../src/engine/upcast.ts';
import { crypto } from '../contract/harness.ts';
import { sayable } from './sayable.ts';

const folder = new URL('./', import.meta.url);
const files = readdirSync(folder).filter((name) => name.endsWith('.jsonl'));

const eventsOf = (file: string): readonly EventRow[] =>
  readFileSync(new URL(file, folder), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as EventRow);
/** Every institution's log has one name: a stream begins where a version 1 stands. */
function streamsOf(file: string): readonly (readonly EventRow[])[] {
  const streams: EventRow[][] = [];
  for (const row of eventsOf(file)) {
    if (row.version === 1) streams.push([]);
    streams.at(-1)?.push(row);
  }
  return streams;
}

const processOf = (rows: readonly EventRow[]): AnyProcess => {
  const process = processes.find(({ name }) => name === rows[0]?.process);
  if (process === undefined) throw new Error(`no process ${rows[0]?.process}`);
  return process;
};

describe.each(files)('%s, kept from a release', (file) => {
  test('is read by this release: every stream replays and projects', () => {
    for (const rows of streamsOf(file)) {
      const process = processOf(rows);
      const state = replay(process, rows);
      expect(() => canonical([state, process.project(state, rows[0]?.stream ?? '')])).not.toThrow();
    }
  });

  test('is as it was written: canonical bytes, unbroken chains', () => {
    for (const rows of streamsOf(file)) {
      for (const { bytes } of rows) expect(canonical(JSON.parse(bytes))).toBe(bytes);
      const [first, ...rest] = rows;
      expect(firstBreak(crypto.hash, first?.hash ?? '', rest)).toBeNull();
    }
  });
});

test('every event this release writes is kept for those to come (else: test/golden/keep.ts)', () => {
  const rows = files.flatMap(eventsOf);
  const kept = new Set(rows.map(({ process, type, v }) => `${process} ${type} ${v}`));
  expect(sayable().filter((kind) => !kept.has(kind))).toEqual([]);
});

describe('an old program', () => {
  const row = files.flatMap(eventsOf).find(({ type }) => type === 'Registered');
  if (row === undefined) throw new Error('the corpus has no registration');

  test('refuses an event it does not know', () => {
    const { Registered: _, ...vocabulary } = caseProcess.vocabulary;
    const older = { ...caseProcess, vocabulary } as AnyProcess;
    expect(() => readEvent(older, row)).toThrow(/does not know the event Registered/);
  });

  test('refuses a shape newer than its own', () => {
    const bytes = row.bytes.replace(/"v":1([,}])/, '"v":2$1');
    expect(() => readEvent(caseProcess, { ...row, bytes })).toThrow(/a newer release/);
  });
});

describe('a newer program', () => {
  const event = {
    stream: 'a',
    process: 'case',
    version: 1,
    type: 'Registered',
    v: 1,
    bytes: '{"data":{"n":1},"type":"Registered","v":1}',
    hash: '',
    occurredAt: 0,
    recordedAt: 0,
  };
  const newer = (froms: readonly number[]): AnyProcess => ({
    ...caseProcess,
    vocabulary: { ...caseProcess.vocabulary, Registered: 3 },
    upcasters: froms.map((from) => ({
      type: 'Registered',
      from,
      step: (data) => ({ ...(data as object), [`from${from}`]: true }),
    })),
  });

  test('leads an old shape step by step to its own', () => {
    expect(readEvent(newer([2, 1]), event)).toMatchObject({
      v: 3,
      data: { n: 1, from1: true, from2: true },
    });
  });

  test('refuses where a step is missing', () => {
    expect(() => readEvent(newer([1]), event)).toThrow(/no step leads from Registered v2/);
  });
});
