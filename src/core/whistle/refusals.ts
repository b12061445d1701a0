import type { Refusal } from '../process.ts';

/** Every answer "no" a whistle can give. Each has words in the catalogue and a row in the tests. */
export const REFUSALS = [
  // any act
  'whistle.unknown',
  'whistle.exists',
  'whistle.wrong-status',
  'whistle.not-yours',
  'whistle.machine-only',
  'whistle.recused',
  'whistle.in-the-future',
  'whistle.before-last-step',
  'whistle.not-entered-late',
  'whistle.not-offered',
  'whistle.text-needed',
  // proposing and calling
  'whistle.unknown-level',
  'whistle.case-unknown',
  'whistle.case-ended',
  'whistle.not-your-case',
  'whistle.no-coordination',
  'whistle.no-power-named',
  'whistle.unknown-power',
  'whistle.power-held',
  'whistle.power-not-at-level',
  'whistle.own-steps-needed',
  'whistle.nobody-called',
  'whistle.called-twice',
  'whistle.unit-without-power',
  'whistle.power-uncalled',
  'whistle.already-called',
  'whistle.ruled-not-theirs',
  'whistle.stood-down-before',
  'whistle.capacity-full',
  'whistle.no-second-look',
  'whistle.already-filed',
  // the called unit
  'whistle.no-such-call-out',
  'whistle.call-out-settled',
  'whistle.already-signed',
  'whistle.call-out-binds',
  'whistle.unknown-basis',
  'whistle.not-objected',
  'whistle.remote-not-allowed',
  'whistle.unknown-rank',
  'whistle.nobody-present',
  'whistle.no-power-present',
  'whistle.not-reported-in',
  // plan
  'whistle.no-steps',
  'whistle.owner-not-present',
  'whistle.owner-without-power',
  'whistle.step-in-the-past',
  'whistle.step-too-far',
  'whistle.no-such-step',
  // supervision
  'whistle.unit-not-called',
  'whistle.no-supervision',
  'whistle.instruction-needed',
  'whistle.instruction-not-a-leader',
  // conclusion and rating
  'whistle.call-out-open',
  'whistle.call-out-unsettled',
  'whistle.not-filed',
  'whistle.steps-open',
  'whistle.nothing-done',
  'whistle.no-rating',
  'whistle.not-rated-together',
  'whistle.rated-before',
  'whistle.item-missing',
  'whistle.unknown-item',
  // machines
  'whistle.clock-not-due',
  'whistle.nothing-to-recompute',
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
  return empty === undefined ? null : refuse('whistle.text-needed', { field: empty[0] });
}
