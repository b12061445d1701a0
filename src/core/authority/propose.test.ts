import { describe, expect, it } from 'vitest';
import { duties, duty, START, smallInstitution, smallRulebook } from '../rulebook/small.fixture.ts';
import { type Proposal, propose } from './propose.ts';

const institution = smallInstitution();
const at = START + 1;

function made(proposal: Proposal) {
  if (proposal.none) throw new Error(proposal.because.zh);
  return proposal;
}

describe('propose', () => {
  it('gives a community what is BASIC on its list, the supporting street assisting', () => {
    const proposal = made(propose(institution, 'neighbours', 'c11', at));
    expect(proposal).toMatchObject({ lead: 'c11', level: 'community', assisting: ['s1'] });
    expect(proposal.because.sentence.zh).toBe(
      '因为《履职事项清单》第 1 项明确，“邻里纠纷”由社区基本履职，事发地在甲社区。',
    );
    expect(proposal.because.sentence.en).toBe(
      'Because “Neighbour dispute” is a basic duty of the community (duty list, item 1), and the place lies in Jia Community.',
    );
    expect(proposal.because.catalogue).toEqual({ rulebook: 'small', version: '1' });
  });

  it('gives the street what is BASIC there, the community assisting, bureaus as alternatives', () => {
    const proposal = made(propose(institution, 'vending', 'c11', at));
    expect(proposal).toMatchObject({ lead: 's1', level: 'beyond', assisting: ['c11'] });
    expect(proposal.alternatives.map(({ unit }) => unit)).toEqual(['urban']);
  });

  it('lets a line for one unit beat the line for its type', () => {
    const proposal = made(propose(institution, 'vending', 'c21', at));
    expect(proposal).toMatchObject({ lead: 'urban', assisting: ['c21', 's2', 'market'] });
  });

  it('names the bureau that took a matter back, and who helps that very bureau', () => {
    const proposal = made(propose(institution, 'building', 'c11', at));
    expect(proposal).toMatchObject({
      lead: 'urban',
      assisting: ['c11', 'housing'],
      level: 'beyond',
    });
    expect(proposal.because.sentence.zh).toBe(
      '因为《履职事项清单》第 6 项明确，“违法建设”已由上级部门收回，街道不再承担；《履职事项清单》第 8 项明确由区城市管理和综合执法局基本履职。',
    );
    expect(proposal.because.duty).toBe('d8');
  });

  it('takes the functional unit the chain’s SUPPORT line names before others with a BASIC line', () => {
    const proposal = made(propose(institution, 'pipe', 'c11', at));
    expect(proposal.lead).toBe('water');
    expect(proposal.alternatives.map(({ unit }) => unit)).toEqual(['housing']);
  });

  it('never proposes a bureau of another district', () => {
    const proposal = made(propose(institution, 'building', 'c11', at));
    expect(proposal.alternatives).toEqual([]);
  });

  it('lets a street without a line lead a community matter until the community is known', () => {
    const lines = duties.filter(
      ({ category, holder }) => category !== 'neighbours' || holder === 'type:community',
    );
    const unlisted = smallInstitution({ rulebooks: [smallRulebook({ duties: lines })] });
    const proposal = made(propose(unlisted, 'neighbours', 's1', at));
    expect(proposal).toMatchObject({ lead: 's1', level: 'beyond' });
    expect(proposal.because.sentence.zh).toContain('先由东街道主办，并查明所在社区');
  });

  it('obeys the validity of lines', () => {
    const ended = { ...duty(1, 'type:community', 'neighbours', 'BASIC'), validTo: START + 10 };
    const changed = smallInstitution({
      rulebooks: [smallRulebook({ duties: [ended, duty(99, 'housing', 'neighbours', 'BASIC')] })],
    });
    expect(made(propose(changed, 'neighbours', 'c11', START + 9)).lead).toBe('c11');
    expect(made(propose(changed, 'neighbours', 'c11', START + 10)).lead).toBe('housing');
  });

  it('uses the law of the instant asked about', () => {
    const later = smallRulebook({
      version: '2',
      effectiveFrom: START + 100,
      duties: duties.map((line) => (line.id === 'd1' ? { ...line, holder: 'type:street' } : line)),
    });
    const two = smallInstitution({ rulebooks: [smallRulebook(), later] });
    expect(made(propose(two, 'neighbours', 'c11', START + 99)).lead).toBe('c11');
    expect(made(propose(two, 'neighbours', 'c11', START + 100)).because.catalogue.version).toBe(
      '2',
    );
  });

  it.each([
    ['no-rulebook', 'vending', 'c11', START - 1],
    ['unknown-category', 'nope', 'c11', at],
    ['unknown-place', 'vending', 'nowhere', at],
    ['community-unnamed', 'neighbours', 's1', at],
    ['no-basic-duty', 'orphan', 'c11', at],
    ['no-basic-duty', 'neighbours', 'd', at],
  ])('invents nobody: %s', (why, category, place, instant) => {
    const proposal = propose(institution, category, place, instant);
    expect(proposal).toMatchObject({ none: true, why });
  });
});
