import type { Refusal } from '../process.ts';

/** Every answer "no" a support can give. Each has words in the catalogue and a row in the tests. */
export const REFUSALS = [
  // any act
  'support.unknown',
  'support.exists',
  'support.wrong-status',
  'support.not-yours',
  'support.not-the-person',
  'support.machine-only',
  'support.recused',
  'support.before-last-step',
  'support.not-entered-late',
  'support.not-offered-here',
  // offering
  'support.case-unknown',
  'support.case-ended',
  'support.not-your-case',
  'support.sponsorship-unknown',
  'support.unknown-measure',
  'support.need-not-answered',
  'support.no-provider',
  'support.already-open',
  // the person
  'support.helper-has-part',
  'support.consent-in-the-past',
  'support.consent-too-long',
  // the provider
  'support.unknown-condition',
  'support.condition-shown',
  'support.condition-unshown',
  // supervision
  'support.unit-not-provider',
  'support.text-needed',
  'support.instruction-needed',
  'support.instruction-not-a-leader',
  // machines
  'support.clock-not-due',
  'support.nothing-to-recompute',
] as const;

export type RefusalCode = (typeof REFUSALS)[number];

export const refuse = (
  code: RefusalCode,
  params: Refusal['params'] = {},
): { readonly refusal: Refusal } => ({ refusal: { code, params } });

/** A text that says nothing is none. The refusal names the first empty field, or null. */
export function textNeeded(
  fields: Readonly<Record<string, string>>,
): { readonly refusal: Refusal } | null {
  const empty = Object.entries(fields).find(([, text]) => text.trim() === '');
  return empty === undefined ? null : refuse('support.text-needed', { field: empty[0] });
}
