import { openPosts, type Posts } from '../../bench/posts.ts';
import type { Rulebook } from '../../src/core/rulebook/rulebook.ts';
import { shippedCalendar } from '../../src/engine/calendar/shipped.ts';
import { found } from '../../src/engine/found.ts';
import { shippedRulebook } from '../../src/engine/rulebook/shipped.ts';
import type { Program } from './program.ts';

export const TENANT = 'district';

/** An institution by the shipped rulebook, or as changed, with the posts at work in it. */
export function seeded(
  program: Program,
  change: (rulebook: Rulebook) => Rulebook = (same) => same,
): Promise<Posts> {
  return program.inside(async (backend) => {
    const rulebook = shippedRulebook('g-district-whistle');
    const calendar = shippedCalendar('cn');
    if (rulebook === null || calendar === null) throw new Error('not shipped whole');
    const evidence = 'test';
    await found(backend, { tenant: TENANT, rulebook: change(rulebook), calendar, evidence });
    return openPosts(backend, TENANT);
  });
}
