import { expect, test } from 'vitest';
import { killDatabase } from './database.ts';

test('kill -9 of the database loses nothing acknowledged, and nothing happens twice', async () => {
  const toll = await killDatabase(3);
  expect(toll.acknowledgedPresent).toBe(toll.acknowledged);
  expect(toll.replayed).toBe(toll.unacknowledgedPresent);
  expect(toll.streams).toBe(toll.acknowledged + toll.unacknowledged);
  expect(toll.whole).toBe(toll.streams);
  expect(toll.unacknowledged).toBeGreaterThan(0);
}, 240_000);
