import { describe, expect, it } from 'vitest';
import type { Role } from '../../../contract/session.ts';
import { homeFor, screensFor, unitScreensFor } from './screens.ts';

const keys = (of: readonly { readonly key: string }[]) => of.map(({ key }) => key);

describe('where a post may go', () => {
  it.each<[Role, string]>([
    ['unit_head', '/'],
    ['callback_agent', '/'],
    ['auditor', '/cases'],
    ['rule_editor', '/rules'],
    ['administrator', '/rules'],
    ['sponsor', '/duties'],
    ['sealed_officer', '/duties'],
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
});
