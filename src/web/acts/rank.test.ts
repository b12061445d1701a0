import { describe, expect, it } from 'vitest';
import type { CallOutView, WhistleView } from '../../contract/whistles.ts';
import { rankNeeded } from './rank.ts';
import { whistleForms } from './whistle-forms.ts';

const rank = (code: string) => ({ code, name: { zh: code, en: code } });
const whistle = (asked: string) =>
  ({
    terms: { rank: asked, rankName: rank(asked).name },
    ranks: ['officer', 'deputy', 'section'].map(rank),
  }) as unknown as WhistleView;
const called = (...ranks: string[]) =>
  ({ powers: ranks.map((one) => ({ rank: one })) }) as unknown as CallOutView;

describe('the rank that has to come', () => {
  it.each([
    ['what the power takes', 'officer', called('deputy'), 'deputy'],
    ['what the level asks', 'section', called('deputy'), 'section'],
    ['the strictest of several powers', 'officer', called('deputy', 'section'), 'section'],
    ['the level’s alone, of a whistle as a whole', 'deputy', undefined, 'deputy'],
  ])('is %s', (_, asked, callOut, needed) => {
    expect(rankNeeded(whistle(asked), callOut).code).toBe(needed);
  });

  it('is said by a press of its own', () => {
    expect(whistleForms['report-in'].decidedBy).toBe('rank');
  });
});
