import { beforeAll, describe, expect, test } from 'vitest';
import { merged } from './coverage.ts';
import { type Run, runSeed, runTwice } from './run.ts';
import { gaps, table } from './table.ts';
import { UNREACHABLE } from './zeros.ts';

/** As many histories as it takes to reach everything, within bounds: what is rare wants many seeds. */
const LEAST = 160;
const MOST = 400;
const AT_ONCE = 20;
/** A run that goes otherwise the second time does so with any seed. */
const TWICE = 20;

describe('seeded histories', () => {
  const runs: Run[] = [];
  const rows = () => table(merged(runs.map(({ coverage }) => coverage)));

  // A broken promise throws, with its story; so does a second run that differs.
  beforeAll(async () => {
    while (runs.length < LEAST || (runs.length < MOST && gaps(rows()).length > 0)) {
      for (let n = 0; n < AT_ONCE; n++) {
        const seed = runs.length + 1;
        runs.push(await (seed <= TWICE ? runTwice(seed) : runSeed(seed)));
      }
    }
  }, 900_000);

  test('are 200 commands and several faults each', () => {
    for (const { commands, troubles } of runs) {
      expect(commands).toBeGreaterThanOrEqual(200);
      expect(Object.keys(troubles).length).toBeGreaterThanOrEqual(4);
    }
  });

  test('reach every invariant, edge and refusal but those that have a reason', () => {
    expect(gaps(rows()).map(({ kind, name }) => `${kind} ${name}`)).toEqual([]);
    expect(rows().filter(({ kind, count }) => kind === 'invariant' && count === 0)).toEqual([]);
  });

  test('are excused of a few things at most, and of nothing that is reached', () => {
    const excused = Object.keys(UNREACHABLE);
    // What the engine refuses for every process alike, and two of its own.
    const others = excused.filter((code) => !code.endsWith('.in-the-future'));
    expect(others.length).toBeLessThanOrEqual(3);
    const zero = rows()
      .filter(({ count }) => count === 0)
      .map(({ name }) => name);
    expect(excused.toSorted()).toEqual(zero.toSorted());
  });

  test('differ from one another', () => {
    expect(new Set(runs.map(({ hash }) => hash)).size).toBe(runs.length);
  });
});
