import { expect, test } from 'vitest';
import { runTwice } from './run.ts';

test.each([1, 2, 3, 4, 5])('seed %i keeps every promise, twice the same', async (seed) => {
  const { commands, hash } = await runTwice(seed);
  expect(commands).toBeGreaterThanOrEqual(200);
  expect(hash).toMatch(/^[0-9a-f]{64}$/);
});
