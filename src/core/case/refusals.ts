import type { Refusal } from '../process.ts';

/** Every answer "no" a case can give. Each has words in the catalogue and a row in the tests. */
export const REFUSALS = [
  // any act
  'case.unknown',
  'case.exists',
  'case.wrong-status',
  'case.not-yours',
  'case.not-the-person',
  'case.machine-only',
  'case.recused',
  'case.in-the-future',
  'case.before-registration',
  'case.before-last-step',
  'case.no-rulebook',
  'case.text-needed',
  'case.title-personal',
  // intake and triage
  'case.unknown-unit',
  'case.not-your-counter',
  'case.unknown-category',
  'case.category-too-broad',
  'case.unknown-urgency',
  'case.belongs-to-channel',
  'case.emergency-first',
  'case.unknown-channel',
  'case.not-an-emergency-channel',
  'case.emergency-needs-confirmation',
  'case.no-emergency-shown',
  'case.handover-leaves-order',
  'case.only-consult-answered',
  // dispatch
  'case.ruling-needed',
  'case.override-reason-needed',
  'case.lead-assists-too',
  'case.beyond-desk',
  'authority.unknown-unit',
  'authority.withdrawn',
  'authority.support-only',
  'authority.community-not-basic',
  // objection and ruling
  'case.order-binds',
  'case.unknown-basis',
  'case.panel-too-small',
  'case.panel-without-ruler',
  'case.position-missing',
  // clocks
  'case.instruction-needed',
  'case.instruction-not-a-leader',
  'case.no-such-clock',
  'case.clock-not-running',
  'case.clock-not-suspended',
  'case.clock-overdue',
  'case.clock-not-yours',
  'case.clock-not-due',
  'case.unknown-suspension-reason',
  'case.nothing-to-suspend',
  'case.nothing-to-resume',
  'case.nothing-to-recompute',
  // extension
  'case.clock-not-extendable',
  'case.extension-pending',
  'case.extension-used-up',
  'case.extension-too-long',
  'case.extension-past-legal',
  'case.no-extension-asked',
  'case.extension-by-asker',
  'case.no-extension-granted',
  // inside a unit
  'case.unknown-office',
  'case.no-offices',
  'case.office-not-yours',
  'case.assignee-elsewhere',
  'case.assigned-to-another',
  'case.nothing-to-assign',
  'case.no-draft',
  'case.not-your-step',
  'case.signs-own-draft',
  'case.signs-twice',
  // reply, verification, closing
  'case.outcome-not-for-reply',
  'case.citation-needed',
  'case.no-verifier',
  'case.handler-verifies',
  'case.person-answered',
  'case.answer-needed',
  'case.not-verified',
  'case.outcome-against-answer',
  // orders of a system above
  'case.not-from-upstream',
  'case.no-upstream-due',
  'case.no-such-number',
  'case.not-said-yet',
  'case.upstream-verifies',
  'case.upstream-word-not-awaited',
  // merging
  'case.merge-into-itself',
  'case.merge-target-unknown',
  'case.merge-target-ended',
  'case.merge-chain',
  'case.merge-different-matter',
  'case.not-merged-there',
  'case.already-joined',
  'case.not-joined',
  // whistles
  'case.no-such-whistle',
  // sponsorship
  'case.no-such-sponsorship',
  'case.sponsored',
  // the person, reopening
  'case.reopening-window-over',
  'case.reopen-reason-not-yours',
  'case.nothing-to-disagree-with',
  // history
  'case.history-out-of-order',
] as const;

export type RefusalCode = (typeof REFUSALS)[number];

export const refuse = (
  code: RefusalCode,
  params: Refusal['params'] = {},
): { readonly refusal: Refusal } => ({ refusal: { code, params } });
