import { describe, expect, it } from 'vitest';
import { START, smallInstitution, smallRulebook, units } from '../rulebook/small.fixture.ts';
import { proposeCategory } from './category.ts';
import { dutyOf, mayAssist, mayLead } from './duty.ts';
import { calendarOf, type Delegation, rulebookAt } from './institution.ts';
import { isRecused, mayActAs, postsOf } from './posts.ts';
import { holdersOf, holdsPower } from './power.ts';
import { ancestorsOf, axisOf, chainOf, covers, descendantsOf, unit, unitIn } from './units.ts';

const institution = smallInstitution();
const rulebook = smallRulebook();
const at = START + 1;

describe('units', () => {
  it('climbs and descends', () => {
    expect(ancestorsOf(rulebook, 'c11').map(({ id }) => id)).toEqual(['s1', 'd']);
    expect(descendantsOf(rulebook, 's1').map(({ id }) => id)).toEqual(['c11', 'c12']);
    expect(chainOf(rulebook, 'nowhere')).toEqual([]);
  });

  it('stops at a circle of parents instead of climbing for ever', () => {
    const circle = smallRulebook({
      units: units.map((one) => (one.id === 'd' ? { ...one, parent: 'c11' } : one)),
    });
    expect(chainOf(circle, 'c11').map(({ id }) => id)).toEqual(['c11', 's1', 'd']);
  });

  it('tells territory from function', () => {
    const [street, bureau] = [unitIn(rulebook, 's1'), unitIn(rulebook, 'urban')];
    if (street === null || bureau === null) throw new Error('fixture');
    expect([axisOf(street), axisOf(bureau)]).toEqual(['territorial', 'functional']);
    expect([covers(rulebook, street, 'c11'), covers(rulebook, street, 'c21')]).toEqual([
      true,
      false,
    ]);
    expect([covers(rulebook, bureau, 'c21'), covers(rulebook, bureau, 'other-d')]).toEqual([
      true,
      false,
    ]);
  });

  it('calls a unit by a new name from the day the law with it begins, and no sooner', () => {
    const later = smallRulebook({
      effectiveFrom: START + 5,
      units: units.map((one) =>
        one.id === 's2' ? { ...one, name: { zh: '新', en: 'New' } } : one,
      ),
    });
    const both = smallInstitution({ rulebooks: [rulebook, later] });
    expect(unit(both, 's2', START + 4)?.name.zh).toBe('西街道');
    expect(unit(both, 's2', START + 5)?.name.zh).toBe('新');
  });

  it('keeps the name of a unit a later rulebook no longer has', () => {
    const later = smallRulebook({
      effectiveFrom: START + 5,
      units: units.filter(({ id }) => id !== 's2'),
    });
    const both = smallInstitution({ rulebooks: [rulebook, later] });
    expect(unit(both, 's2', START + 5)?.name.zh).toBe('西街道');
    expect(unit(both, 'nowhere', START + 5)).toBeNull();
  });
});

describe('law in force', () => {
  it('is the last rulebook begun', () => {
    const later = smallRulebook({ version: '2', effectiveFrom: START + 5 });
    const both = smallInstitution({ rulebooks: [rulebook, later] });
    expect([START - 1, START, START + 5].map((t) => rulebookAt(both, t)?.version)).toEqual([
      undefined,
      '1',
      '2',
    ]);
  });

  it('treats a rulebook without its calendar as a fault', () => {
    expect(calendarOf(institution, rulebook).id).toBe('cn');
    expect(() => calendarOf(institution, smallRulebook({ calendar: 'mars' }))).toThrow('mars');
  });
});

describe('duty list', () => {
  it('finds the line for the unit, else for its type', () => {
    expect(dutyOf(institution, 's2', 'vending', at)?.id).toBe('d16');
    expect(dutyOf(institution, 's1', 'vending', at)?.id).toBe('d3');
    expect(dutyOf(institution, 's1', 'orphan', at)).toBeNull();
    expect(dutyOf(institution, 'nowhere', 'vending', at)).toBeNull();
    expect(dutyOf(institution, 's1', 'vending', START - 1)).toBeNull();
  });

  it.each([
    ['c11', 'neighbours', null, null],
    ['c11', 'vending', 'authority.support-only', null],
    ['c11', 'orphan', 'authority.community-not-basic', 'authority.community-not-basic'],
    ['s1', 'building', 'authority.withdrawn', 'authority.withdrawn'],
    ['housing', 'building', 'authority.support-only', null],
    ['market', 'orphan', null, null],
    ['nowhere', 'vending', 'authority.unknown-unit', 'authority.unknown-unit'],
  ])('%s in %s: lead %s, assist %s', (id, category, lead, assist) => {
    const code = (may: ReturnType<typeof mayLead>) => (may.ok ? null : may.refusal.code);
    expect(code(mayLead(institution, id, category, at))).toBe(lead);
    expect(code(mayAssist(institution, id, category, at))).toBe(assist);
  });
});

describe('powers', () => {
  const passed = (power: string, from: string, to: string): Delegation => ({
    id: 'x',
    from,
    to,
    power,
    validFrom: START,
    validTo: START + 100,
  });
  const via = (delegation: Delegation) => smallInstitution({ delegations: [delegation] });

  it('asks for rank and place', () => {
    expect(holdsPower(institution, 'urban', 'fine', at)).not.toBeNull();
    expect(
      holdsPower(institution, 'urban', 'fine', at, { rank: 'division', place: 'c11' }),
    ).not.toBeNull();
    expect(holdsPower(institution, 'urban', 'fine', at, { rank: 'staff' })).toBeNull();
    expect(holdsPower(institution, 'urban', 'fine', at, { rank: 'unheard-of' })).toBeNull();
    expect(holdsPower(institution, 'urban', 'fine', at, { place: 'c21' })).toBeNull();
    expect(holdsPower(institution, 's1', 'demolish', at, { place: 'c11' })).not.toBeNull();
    expect(holdsPower(institution, 's1', 'demolish', at, { place: 'c21' })).toBeNull();
    expect(holdersOf(institution, 'demolish', at, { place: 'c21' })).toEqual(['s2', 'urban']);
  });

  it('passes on by delegation, within its dates, and no further', () => {
    const given = via(passed('coordinate', 'd', 'c11'));
    expect(holdsPower(given, 'c11', 'coordinate', at)?.delegation?.from).toBe('d');
    expect(holdsPower(given, 'c11', 'coordinate', START + 100)).toBeNull();
    const chained = smallInstitution({
      delegations: [passed('coordinate', 'd', 's1'), passed('coordinate', 's1', 'c11')],
    });
    expect(holdsPower(chained, 'c11', 'coordinate', at)).toBeNull();
  });

  it('never honours a delegation of what the law pins to a body', () => {
    const given = via(passed('demolish', 's1', 'c11'));
    expect(holdsPower(given, 's1', 'demolish', at)).not.toBeNull();
    expect(holdsPower(given, 'c11', 'demolish', at)).toBeNull();
  });

  it('keeps inner powers inside: only to a unit beneath', () => {
    expect(
      holdsPower(via(passed('coordinate', 'd', 'other-bureau')), 'other-bureau', 'coordinate', at),
    ).toBeNull();
    expect(holdsPower(via(passed('fine', 'urban', 's1')), 's1', 'fine', at)).not.toBeNull();
  });
});

describe('posts', () => {
  const head = { unit: 's1', role: 'unit_head' } as const;
  const deputy = { unit: 's1', role: 'unit_handler' } as const;
  const covered = smallInstitution({
    standIns: [{ id: 'x', absent: head, present: deputy, validFrom: START, validTo: START + 10 }],
  });

  it('lets a stand-in act for the absent post between the dates, not the other way round', () => {
    expect(mayActAs(covered, deputy, head, at)).toBe(true);
    expect(mayActAs(covered, deputy, head, START + 10)).toBe(false);
    expect(mayActAs(covered, head, deputy, at)).toBe(false);
    expect(mayActAs(institution, head, head, at)).toBe(true);
    expect(postsOf(covered, deputy, at)).toEqual([deputy, head]);
  });

  it('keeps a recused account from the case or from whatever a unit has a part in', () => {
    const recused = smallInstitution({
      recusals: [
        {
          id: 'a',
          account: 'k',
          scope: { kind: 'case', case: 'case-1' },
          reason: 'r',
          validFrom: START,
          validTo: null,
        },
        {
          id: 'b',
          account: 'l',
          scope: { kind: 'unit', unit: 'urban' },
          reason: 'r',
          validFrom: START,
          validTo: START + 9,
        },
      ],
    });
    const matter = { case: 'case-1', units: ['s1', 'urban'] };
    expect(isRecused(recused, 'k', matter, at)).toBe(true);
    expect(isRecused(recused, 'k', { ...matter, case: 'case-2' }, at)).toBe(false);
    expect(isRecused(recused, 'l', matter, at)).toBe(true);
    expect(isRecused(recused, 'l', { ...matter, units: ['s1'] }, at)).toBe(false);
    expect(isRecused(recused, 'l', matter, START + 9)).toBe(false);
    expect(isRecused(recused, 'm', matter, at)).toBe(false);
  });
});

describe('proposeCategory', () => {
  it('ranks by what was matched and says which words', () => {
    expect(proposeCategory(rulebook, '楼下占道经营，半夜水管又爆了')).toEqual([
      { category: 'vending', matched: ['占道经营'], strength: 4 },
      { category: 'pipe', matched: ['水管'], strength: 2 },
    ]);
  });

  it('matches Latin words whole, plurals included', () => {
    const codes = (words: string) =>
      proposeCategory(rulebook, words).map(({ category }) => category);
    expect(codes('The apartment is dark')).toEqual([]);
    expect(codes('Vendors everywhere')).toEqual(['vending']);
    expect(codes('modern art')).toEqual(['building']);
    expect(codes('Burst pipes again')).toEqual(['pipe']);
  });

  it('never names a group', () => {
    expect(proposeCategory(rulebook, '')).toEqual([]);
  });
});
