import { describe, expect, it } from 'vitest';
import { proposeCategory } from '../../core/authority/category.ts';
import { mayAssist, mayLead } from '../../core/authority/duty.ts';
import { propose } from '../../core/authority/propose.ts';
import { checkRulebook } from '../../core/rulebook/checks.ts';
import type { Rulebook } from '../../core/rulebook/rulebook.ts';
import { canonical } from '../canonical.ts';
import { shippedRulebook, shippedRulebookIds } from './shipped.ts';

const YEAR = 365 * 86_400_000;

function shipped(id: string): Rulebook {
  const rulebook = shippedRulebook(id);
  if (rulebook === null) throw new Error(`no rulebook ${id}`);
  return rulebook;
}

const under = (rulebook: Rulebook) => ({
  version: 1,
  rulebooks: [rulebook],
  calendars: new Map(),
  delegations: [],
  standIns: [],
  recusals: [],
});

describe.each(shippedRulebookIds())('%s', (id) => {
  it('passes every check and has a canonical form', () => {
    const rulebook = shipped(id);
    expect(rulebook.id).toBe(id);
    expect(checkRulebook(rulebook)).toEqual([]);
    expect(JSON.parse(canonical(rulebook))).toEqual(rulebook);
  });

  it('never proposes whom its own duty list keeps from leading or assisting', () => {
    const rulebook = shipped(id);
    const institution = under(rulebook);
    const at = rulebook.effectiveFrom + YEAR;
    const wrong = rulebook.categories.flatMap(({ code }) =>
      rulebook.units.flatMap((place) => {
        const proposal = propose(institution, code, place.id, at);
        if (proposal.none) return [];
        const verdicts = [
          mayLead(institution, proposal.lead, code, at),
          ...proposal.assisting.map((unit) => mayAssist(institution, unit, code, at)),
        ];
        return verdicts.flatMap((may) => (may.ok ? [] : [{ place: place.id, ...may.refusal }]));
      }),
    );
    expect(wrong).toEqual([]);
  });
});

it('is null for what is not shipped', () => {
  expect(shippedRulebook('atlantis')).toBeNull();
  expect(shippedRulebook('../calendars')).toBeNull();
});

describe('g-district-whistle', () => {
  const rulebook = shipped('g-district-whistle');
  const institution = under(rulebook);
  const at = Date.UTC(2026, 1, 13);
  const of = (type: string) => rulebook.units.filter((unit) => unit.type === type);

  it('has a hall in every one of its 8 streets and 40 communities', () => {
    const halls = new Set(rulebook.halls.map(({ unit }) => unit));
    expect([of('street').length, of('community').length]).toEqual([8, 40]);
    for (const unit of [...of('street'), ...of('community')]) expect(halls).toContain(unit.id);
  });

  it('begins at the day’s beginning in its calendar’s zone', () => {
    expect(new Date(rulebook.effectiveFrom).toISOString()).toBe('2025-06-30T16:00:00.000Z');
  });

  it('marks every number without a legal citation', () => {
    const lawless = [
      ...rulebook.deadlines,
      rulebook.extension,
      ...(rulebook.whistle?.levels ?? []),
      ...rulebook.ladder,
    ].filter(({ citation }) => !citation.illustrative && !/条/.test(citation.text.zh));
    expect(lawless).toEqual([]);
  });

  it.each([
    ['neighbour-dispute', 'licun-dongshan', 'community'],
    ['street-vending', 'licun', 'beyond'],
    ['unlawful-building', 'urban', 'beyond'],
    ['heating', 'heating-company', 'beyond'],
    ['fire-hazard', 'fire-rescue', 'beyond'],
  ])('%s in one community goes to %s (%s)', (category, lead, level) => {
    expect(propose(institution, category, 'licun-dongshan', at)).toMatchObject({ lead, level });
  });

  it('hands a matter over on the day the list says so', () => {
    const lead = (date: number) => {
      const proposal = propose(institution, 'ebike-charging', 'licun-dongshan', date);
      return proposal.none ? null : proposal.lead;
    };
    const handOver = Date.UTC(2026, 3, 1) - 8 * 3_600_000;
    expect([lead(handOver - 1), lead(handOver)]).toEqual(['licun', 'housing']);
  });

  it.each([
    ['楼上邻居半夜跳广场舞噪音扰民', 'neighbourhood-noise'],
    ['暖气不热，家里老人冻得受不了', 'heating'],
    ['There is a pothole in front of the school', 'road-damage'],
    ['闻到煤气味，怀疑燃气泄漏', 'gas-leak'],
  ])('reads %s as %s', (words, category) => {
    expect(proposeCategory(rulebook, words)[0]?.category).toBe(category);
  });

  it('of an emergency reads who is in danger before where', () => {
    const words = '有一位老人晕倒在公交站旁边';
    const best = (emergency: boolean) => proposeCategory(rulebook, words, { emergency })[0];
    expect([best(false)?.category, best(true)?.category]).toEqual(['bus', 'injury-now']);
  });

  it('can show every emergency’s number and where reports against officials go', () => {
    const numbers = rulebook.channels
      .filter(({ kind }) => kind === 'emergency')
      .map(({ telephone }) => telephone);
    expect(numbers).toEqual(['110', '119', '120', '122']);
    const { channel } = rulebook.reportWrongdoing;
    expect(rulebook.channels.find(({ code }) => code === channel)?.telephone).toBe('12388');
  });
});
