import { expect, test } from 'vitest';
import { killProgram } from './program.ts';

test.each([
  { victim: 'server', kills: 3, seed: 1 },
  { victim: 'database', kills: 3, seed: 2 },
] as const)(
  'kill -9, eight clients over HTTP: $victim loses nothing, doubles nothing',
  async (killing) => {
    const killed = await killProgram(killing);
    expect(killed).toMatchObject({
      present: killed.acknowledged,
      missing: 0,
      replayed: killed.unacknowledgedPresent,
      sameAnswer: killed.acknowledged,
      once: killed.requests,
      unasked: 0,
      differences: 0,
      verifyCode: 0,
    });
    expect(killed.inFlight).toBeGreaterThan(0);
    expect(killed.unacknowledged).toBeGreaterThan(0);
  },
  300_000,
);
