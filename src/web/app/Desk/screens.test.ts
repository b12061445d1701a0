import { describe, expect, it } from 'vitest';
import { access } from '../../../api/access.ts';
import type { Role } from '../../../contract/session.ts';
import { roleWords } from '../../../contract/words.ts';
import { DIRECTED } from '../../../core/authority/posts.ts';
import { homeFor, SHIFTS, screensFor, unitScreensFor } from './screens.ts';

const keys = (of: readonly { readonly key: string }[]) => of.map(({ key }) => key);

describe('where a post may go', () => {
  it.each<[Role, string]>([
    ['unit_head', '/'],
    ['callback_agent', '/'],
    ['auditor', '/cases'],
    ['rule_editor', '/rules'],
    ['administrator', '/rules'],
    ['sponsor', '/'],
    ['sealed_officer', '/sealed-desk'],
    ['archivist', '/'],
  ])('a %s arrives at %s', (role, home) => {
    expect(homeFor(role)).toBe(home);
  });

  it('has a city’s sheets at a dispatcher’s desk alone', () => {
    expect(keys(screensFor('dispatcher'))).toContain('orders');
    expect(keys(screensFor('unit_head'))).not.toContain('orders');
  });

  it('has a week for those who lead, and none for those who do not', () => {
    expect(keys(unitScreensFor('unit_head'))).toContain('week');
    expect(keys(unitScreensFor('unit_handler'))).not.toContain('week');
  });

  // The menu cannot see the server's table: whoever changes one of the two is told here.
  it.each([
    ['next', 'GET /api/acts'],
    ['cases', 'GET /api/cases'],
    ['whistles', 'GET /api/whistles'],
    ['sponsorships', 'GET /api/sponsorships'],
    ['supports', 'GET /api/supports'],
    ['callbacks', 'GET /api/callbacks'],
    ['supervision', 'GET /api/whistles/use'],
    ['orders', 'GET /api/orders'],
    ['retention', 'GET /api/retention'],
    ['rules', 'POST /api/institution/tables/preview'],
    ['handover', 'GET /api/handover'],
    ['week', 'GET /api/week'],
    ['entered', 'GET /api/confirmations'],
    ['sealedDesk', 'GET /api/reports'],
    ['deskKeys', 'GET /api/desk-keys'],
  ])('%s for whom %s lets in, and nobody else', (key, route) => {
    const allowed = access[route];
    for (const role of Object.keys(roleWords) as Role[]) {
      const shown = keys([...screensFor(role), ...unitScreensFor(role)]).includes(key);
      expect([role, shown]).toEqual([role, (allowed as ReadonlySet<Role>).has(role)]);
    }
  });

  it('has the stand-ins of those who work under a head as the core has them', () => {
    expect([...SHIFTS].toSorted()).toEqual(DIRECTED.toSorted());
  });
});
