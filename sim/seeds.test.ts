import { beforeAll, describe, expect, test } from 'vitest';
import { merged } from './coverage.ts';
import { type Run, runSeed, runTwice } from './run.ts';
import { gaps, table } from './table.ts';
import { UNREACHABLE } from './zeros.ts';

const SEEDS = 270;
/** A run that goes otherwise the second time does so with any seed; what is rare wants many seeds. */
const TWICE = 20;

describe(`${SEEDS} seeded histories`, () => {
  const runs: Run[] = [];

  // A broken promise throws, with its story; so does a second run that differs.
  beforeAll(async () => {
    for (let seed = 1; seed <= SEEDS; seed++) {
      runs.push(await (seed <= TWICE ? runTwice(seed) : runSeed(seed)));
    }
  }, 900_000);

  test('are 200 commands and several faults each', () => {
    for (const { commands, troubles } of runs) {
      expect(commands).toBeGreaterThanOrEqual(200);
      expect(Object.keys(troubles).length).toBeGreaterThanOrEqual(4);
    }
  });

  test('reach every invariant, edge and refusal but those that have a reason', () => {
    const rows = table(merged(runs.map(({ coverage }) => coverage)));
    expect(gaps(rows).map(({ kind, name }) => `${kind} ${name}`)).toEqual([]);
    expect(rows.filter(({ kind, count }) => kind === 'invariant' && count === 0)).toEqual([]);
  });

  test('are excused of a few things at most, and of nothing that is reached', () => {
    const excused = Object.keys(UNREACHABLE);
    // What the engine refuses for every process alike, and two of its own.
    const others = excused.filter((code) => !code.endsWith('.in-the-future'));
    expect(others.length).toBeLessThanOrEqual(3);
    const rows = table(merged(runs.map(({ coverage }) => coverage)));
    const zero = rows.filter(({ count }) => count === 0).map(({ name }) => name);
    expect(excused.toSorted()).toEqual(zero.toSorted());
  });

  test('differ from one another', () => {
    expect(new Set(runs.map(({ hash }) => hash)).size).toBe(SEEDS);
  });
});
