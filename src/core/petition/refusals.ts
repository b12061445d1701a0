import type { Refusal } from '../process.ts';

/** Every answer "no" a petition can give. Each has words in the catalogue and a row in the tests. */
export const REFUSALS = [
  // any act
  'petition.unknown',
  'petition.exists',
  'petition.wrong-status',
  'petition.not-yours',
  'petition.not-the-person',
  'petition.machine-only',
  'petition.recused',
  'petition.before-last-step',
  'petition.not-entered-late',
  'petition.not-offered',
  'petition.text-needed',
  // registration
  'petition.case-unknown',
  'petition.unknown-kind',
  'petition.same-matter',
  'petition.nobody-speaks',
  'petition.too-many-representatives',
  'petition.words-not-kept',
  // the way of its kind
  'petition.goes-elsewhere',
  'petition.handled-here',
  // routing and transfer
  'petition.no-body-named',
  'petition.body-twice',
  'petition.unknown-unit',
  'petition.not-a-body',
  'petition.no-common-superior',
  'petition.not-among-bodies',
  'petition.objection-too-late',
  'petition.transfer-binds',
  // acceptance
  'petition.unknown-reason',
  'petition.ruled-reason',
  'petition.not-answered-yet',
  // handling
  'petition.not-in-handling',
  'petition.extension-pending',
  'petition.no-extension-asked',
  'petition.extension-too-long',
  'petition.extended-before',
  'petition.extension-by-asker',
  'petition.clock-overdue',
  'petition.no-consent',
  'petition.not-in-re-review',
  'petition.hearing-open',
  'petition.no-hearing-open',
  // letters
  'petition.no-such-letter',
  'petition.delivered-before',
  // review and new facts
  'petition.not-delivered-yet',
  'petition.asked-before',
  'petition.withdrawn-before',
  'petition.look-pending',
  'petition.no-new-facts-claimed',
  'petition.same-eyes',
  // supervision
  'petition.instruction-needed',
  'petition.instruction-not-a-leader',
  // machines
  'petition.clock-not-due',
  'petition.nothing-to-recompute',
] as const;

export type RefusalCode = (typeof REFUSALS)[number];

export const refuse = (
  code: RefusalCode,
  params: Refusal['params'] = {},
): { readonly refusal: Refusal } => ({ refusal: { code, params } });

/** A reason that says nothing is no reason. The refusal names the first empty field, or null. */
export function textNeeded(
  fields: Readonly<Record<string, string>>,
): { readonly refusal: Refusal } | null {
  const empty = Object.entries(fields).find(([, text]) => text.trim() === '');
  return empty === undefined ? null : refuse('petition.text-needed', { field: empty[0] });
}
