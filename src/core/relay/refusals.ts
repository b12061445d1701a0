import type { Refusal } from '../process.ts';

/** Every answer "no" to a call. Each has words in the catalogue and a row in the tests. */
export const REFUSALS = [
  'relay.unknown',
  /** A call is in hand, or none is. */
  'relay.wrong-status',
  'relay.not-yours',
  'relay.recused',
  'relay.not-entered-late',
  'relay.unknown-case',
  'relay.no-contact',
  'relay.too-often',
] as const;

export type RefusalCode = (typeof REFUSALS)[number];

export const refuse = (
  code: RefusalCode,
  params: Refusal['params'] = {},
): { readonly refusal: Refusal } => ({ refusal: { code, params } });
