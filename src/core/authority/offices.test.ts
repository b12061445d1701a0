import { describe, expect, it } from 'vitest';
import type { SignOffLine } from '../rulebook/rulebook.ts';
import { item, smallRulebook } from '../rulebook/small.fixture.ts';
import { signersOf, signsFor, stepsAfter } from './offices.ts';

const line = (change: Partial<SignOffLine>): SignOffLine => ({
  unit: 'urban',
  category: null,
  steps: [{ role: 'unit_head', office: null }],
  citation: item(1),
  ...change,
});
const law = smallRulebook({
  signOff: [
    line({
      unit: 'type:department',
      category: 'building',
      steps: [
        { role: 'unit_handler', office: 'legal' },
        { role: 'office_head', office: null },
        { role: 'unit_head', office: null },
      ],
    }),
    line({ category: 'all' }),
  ],
});
const urban = { unit: 'urban', office: 'works' };
const roles = (...signers: ReturnType<typeof signersOf>) =>
  signers.map(({ role, office }) => `${role}@${office ?? ''}`);

describe('whose agreement a reply needs', () => {
  it('is the first line that fits the unit, its type and the category with all beneath it', () => {
    expect(roles(...signersOf(law, urban, 'building'))).toEqual([
      'unit_handler@legal',
      'office_head@works',
      'unit_head@',
    ]);
    expect(roles(...signersOf(law, urban, 'vending'))).toEqual(['unit_head@']);
    expect(signersOf(law, { unit: 'market', office: null }, 'vending')).toEqual([]);
    expect(signersOf(law, { unit: 'nowhere', office: null }, 'vending')).toEqual([]);
  });

  it('is any head of office where no office has the matter', () => {
    const [, step] = signersOf(law, { unit: 'housing', office: null }, 'building');
    if (step === undefined) throw new Error('no second step');
    expect(signsFor({ unit: 'housing', role: 'office_head', office: 'any' }, step)).toBe(true);
    expect(signsFor({ unit: 'urban', role: 'office_head', office: 'any' }, step)).toBe(false);
  });

  it('leaves out what a head who speaks stands above, never a colleague of the same rank', () => {
    const steps = signersOf(law, urban, 'building');
    const needed = (role: 'unit_handler' | 'office_head' | 'unit_head', office?: string) =>
      roles(...stepsAfter(steps, { unit: 'urban', role, ...(office ? { office } : {}) }));
    expect(needed('unit_head')).toEqual([]);
    expect(needed('office_head', 'works')).toEqual(['unit_head@']);
    expect(needed('office_head', 'other')).toHaveLength(3);
    expect(needed('unit_handler', 'legal')).toHaveLength(3);
  });
});
