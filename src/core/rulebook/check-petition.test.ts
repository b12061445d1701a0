import { describe, expect, it } from 'vitest';
import { checkPetition } from './check-petition.ts';
import { namesOf } from './check-references.ts';
import { petitioning, petitionLaw } from './petition.fixture.ts';
import type { PetitionLaw } from './petition.ts';

function findings(change: Partial<PetitionLaw>): readonly string[] {
  const [rulebook] = petitioning(change).rulebooks;
  if (rulebook === undefined) throw new Error('no rulebook');
  return checkPetition(rulebook, namesOf(rulebook)).map(
    ({ code, path }) => `${code} ${path.slice(1).join('.')}`,
  );
}

const { kinds, reasons, limits } = petitionLaw;
const [claim] = kinds;
const none = { ...limits.routing, duration: { n: 0, unit: 'day' } } as const;

describe('a petition’s law', () => {
  it('is in order as it stands', () => {
    expect(findings({})).toEqual([]);
  });

  it.each<readonly [string, Partial<PetitionLaw>]>([
    ['unknown-unit office', { office: 'nowhere' }],
    ['unknown-unit reviewers.d', { reviewers: { d: 'nowhere' } }],
    [
      'unknown-channel channels.suggestion',
      { channels: { ...petitionLaw.channels, suggestion: 'x' } },
    ],
    [
      'wrong-channel-kind channels.report',
      { channels: { suggestion: 'policy', report: 'police' } },
    ],
    ['missing-part channels', { channels: { report: 'discipline' } }],
    ['duplicate-id kinds.3.code', { kinds: claim === undefined ? [] : [...kinds, claim] }],
    ['duration-not-positive limits.routing.duration', { limits: { ...limits, routing: none } }],
    [
      'too-few representatives.most',
      { representatives: { ...petitionLaw.representatives, most: 0 } },
    ],
    ['missing-part reasons', { reasons: reasons.filter(({ code }) => code !== 'late') }],
  ])('%s', (code, change) => {
    expect(findings(change)).toContain(code);
  });
});
