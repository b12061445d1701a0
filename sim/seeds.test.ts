import { expect, test } from 'vitest';
import { runTwice } from './run.ts';

const SEEDS = 100;

test(`${SEEDS} seeds keep every promise, each twice the same`, { timeout: 600_000 }, async () => {
  for (let seed = 1; seed <= SEEDS; seed++) {
    const { commands } = await runTwice(seed);
    expect(commands).toBeGreaterThanOrEqual(200);
  }
});
