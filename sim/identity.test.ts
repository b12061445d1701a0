import { expect, test } from 'vitest';
import { playSeed } from './run.ts';
import { PRIVATE } from './scene.ts';

/** Invariant 40: who somebody is, how to reach them, in which words they say it, moves nothing. */
test.each([7, 8])('seed %i goes the same way for another person', async (seed) => {
  const one = await playSeed(seed);
  const other = await playSeed(seed, {
    retell: (text) => text.replace(PRIVATE, `${PRIVATE}另一个人，换一种说法。`),
  });
  expect(other.world.story.lines).toEqual(one.world.story.lines);
  expect([...other.world.tables.lists]).toEqual([...one.world.tables.lists]);
  expect([...other.world.tables.clocks]).toEqual([...one.world.tables.clocks]);
  expect([...other.world.tables.acts]).toEqual([...one.world.tables.acts]);
});
