import type { Delegation } from '../authority/institution.ts';
import { checkCallback } from './check-callback.ts';
import { checkDeadlines } from './check-deadlines.ts';
import { checkDuties } from './check-duties.ts';
import { checkPetition } from './check-petition.ts';
import { checkReferences, namesOf } from './check-references.ts';
import { checkReport } from './check-report.ts';
import { checkRetention } from './check-retention.ts';
import { checkSecrecy } from './check-secrecy.ts';
import { checkSponsorship } from './check-sponsorship.ts';
import { checkSupports } from './check-supports.ts';
import { checkUnits } from './check-units.ts';
import { checkWhistle } from './check-whistle.ts';
import { checkWords } from './check-words.ts';
import { type Finding, finding } from './finding.ts';
import type { Rulebook } from './rulebook.ts';

/**
 * Everything that can be wrong in a rulebook of the right shape; empty for one that may be
 * adopted. All findings at once, in the order of the checks.
 */
export function checkRulebook(rulebook: Rulebook): readonly Finding[] {
  return [
    ...checkRetention(rulebook, namesOf(rulebook)),
    ...checkWords(rulebook),
    ...checkReferences(rulebook),
    ...checkUnits(rulebook),
    ...checkDuties(rulebook),
    ...checkDeadlines(rulebook),
    ...checkWhistle(rulebook, namesOf(rulebook)),
    ...checkSecrecy(rulebook, namesOf(rulebook)),
    ...checkCallback(rulebook, namesOf(rulebook)),
    ...checkPetition(rulebook, namesOf(rulebook)),
    ...checkSponsorship(rulebook, namesOf(rulebook)),
    ...checkSupports(rulebook, namesOf(rulebook)),
    ...checkReport(rulebook, namesOf(rulebook)),
  ];
}

/**
 * Delegations that a new rulebook would undo, because it pins to a body what had been handed on.
 * `path` points at the power.
 */
export function checkDelegations(
  rulebook: Rulebook,
  delegations: readonly Delegation[],
): readonly Finding[] {
  return delegations
    .filter(({ validTo }) => validTo > rulebook.effectiveFrom)
    .flatMap(({ id, power }) => {
      const at = rulebook.powers.findIndex((one) => one.id === power && one.delegable === 'no');
      return at < 0
        ? []
        : [finding('delegation-pinned', ['powers', at, 'delegable'], { delegation: id, power })];
    });
}
