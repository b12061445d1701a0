import type { Refusal } from '../process.ts';

/** Every answer "no" a retention can give. Each has words in the catalogue and a row in the tests. */
export const REFUSALS = [
  // any act
  'retention.unknown',
  'retention.wrong-status',
  'retention.not-yours',
  'retention.not-the-person',
  'retention.machine-only',
  'retention.recused',
  'retention.not-entered-late',
  'retention.not-offered',
  'retention.text-needed',
  // legal holds
  'retention.hold-in-the-past',
  'retention.hold-too-long',
  'retention.no-such-hold',
  'retention.hold-over',
  'retention.hold-agreed-already',
  'retention.own-hold',
  'retention.hold-by-one',
  // the archive
  'retention.nothing-to-archive',
  'retention.transferred-before',
  'retention.no-package',
  // the person's wish
  'retention.wish-open',
  'retention.no-such-wish',
  // machines
  'retention.case-open',
  'retention.clock-not-due',
  'retention.nothing-to-recompute',
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
  return empty === undefined ? null : refuse('retention.text-needed', { field: empty[0] });
}
