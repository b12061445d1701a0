import type { Refusal } from '../process.ts';

/** Every answer "no" a sponsorship can give. Each has words in the catalogue and a row in the tests. */
export const REFUSALS = [
  // any act
  'sponsorship.unknown',
  'sponsorship.exists',
  'sponsorship.wrong-status',
  'sponsorship.not-yours',
  'sponsorship.not-the-person',
  'sponsorship.helper-has-seat',
  'sponsorship.machine-only',
  'sponsorship.recused',
  'sponsorship.in-the-future',
  'sponsorship.before-last-step',
  'sponsorship.not-entered-late',
  'sponsorship.not-offered',
  'sponsorship.text-needed',
  'sponsorship.unknown-unit',
  'sponsorship.unknown-power',
  'sponsorship.due-in-past',
  'sponsorship.due-too-far',
  'sponsorship.past-end',
  // nominating
  'sponsorship.case-unknown',
  'sponsorship.case-ended',
  'sponsorship.not-your-case',
  'sponsorship.heads-word-needed',
  'sponsorship.already-open',
  'sponsorship.not-blocked',
  'sponsorship.no-power-named',
  'sponsorship.power-held',
  'sponsorship.own-steps-needed',
  // seats
  'sponsorship.not-above',
  'sponsorship.lead-elsewhere',
  'sponsorship.liaison-elsewhere',
  'sponsorship.same-person',
  'sponsorship.seat-recused',
  'sponsorship.sponsor-full',
  'sponsorship.whose-seat',
  'sponsorship.still-asked',
  'sponsorship.no-sponsor-yet',
  'sponsorship.not-own-seat',
  // the sponsor's acts and the extension
  'sponsorship.unit-needed',
  'sponsorship.unknown-duty',
  'sponsorship.nothing-missed',
  'sponsorship.instruction-needed',
  'sponsorship.instruction-not-a-leader',
  'sponsorship.extension-pending',
  'sponsorship.extension-used-up',
  'sponsorship.extension-too-long',
  'sponsorship.extension-by-asker',
  'sponsorship.no-extension-asked',
  'sponsorship.no-extension-granted',
  'sponsorship.term-over',
  // the task force
  'sponsorship.already-convened',
  'sponsorship.no-members',
  'sponsorship.member-twice',
  'sponsorship.no-force',
  'sponsorship.not-member',
  'sponsorship.unit-without-power',
  'sponsorship.nobody-present',
  'sponsorship.not-present',
  'sponsorship.position-missing',
  'sponsorship.no-quorum',
  'sponsorship.no-such-commitment',
  'sponsorship.power-pinned',
  'sponsorship.entrust-by-statute',
  'sponsorship.power-not-held',
  'sponsorship.not-beneath',
  // the case plan and the result
  'sponsorship.needs-first',
  'sponsorship.no-steps',
  'sponsorship.no-such-step',
  'sponsorship.hearing-order',
  'sponsorship.no-parties',
  'sponsorship.citation-needed',
  'sponsorship.claim-unanswered',
  'sponsorship.result-untold',
  'sponsorship.promises-open',
  // consents
  'sponsorship.identity-open',
  'sponsorship.identity-closed',
  'sponsorship.consent-too-long',
  'sponsorship.no-consent',
  // machines
  'sponsorship.clock-not-due',
  'sponsorship.nothing-to-recompute',
] as const;

export type RefusalCode = (typeof REFUSALS)[number];

export const refuse = (
  code: RefusalCode,
  params: Refusal['params'] = {},
): { readonly refusal: Refusal } => ({ refusal: { code, params } });

/** What stands in the way, or null. */
export type No = { readonly refusal: Refusal } | null;

/** A reason that says nothing is no reason. The refusal names the first empty field, or null. */
export function textNeeded(fields: Readonly<Record<string, string>>): No {
  const empty = Object.entries(fields).find(([, text]) => text.trim() === '');
  return empty === undefined ? null : refuse('sponsorship.text-needed', { field: empty[0] });
}
