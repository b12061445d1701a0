import { expect, it } from 'vitest';
import { freshDatabase } from '../../../test/support/pg.ts';
import { onDatabase } from './house.ts';
import { played, STORIES } from './stories.fixture.ts';

it.each(STORIES)('%s goes as it says on PostgreSQL, and all of it holds', async (name) => {
  const database = await freshDatabase();
  try {
    const { wrong, sound, prose } = await played(name, (life) => onDatabase(database.url, life));
    expect(wrong?.why.en).toBeUndefined();
    expect(sound, prose.split('\n').slice(-40).join('\n')).toBe(true);
  } finally {
    await database.drop();
  }
});
