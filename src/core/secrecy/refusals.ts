import type { Refusal } from '../process.ts';

/** Every answer "no" to a hold. Each has words in the catalogue and a row in the tests. */
export const REFUSALS = [
  'secrecy.unknown',
  'secrecy.wrong-status',
  /** No law here lets a look be told later. */
  'secrecy.not-offered',
  'secrecy.not-yours',
  'secrecy.machine-only',
  'secrecy.recused',
  'secrecy.not-entered-late',
  'secrecy.text-needed',
  'secrecy.unknown-case',
  /** The unit whose looks it is for has no part in the case. */
  'secrecy.no-part',
  'secrecy.unknown-basis',
  'secrecy.not-ahead',
  'secrecy.too-long',
  'secrecy.too-often',
  /** Whoever asked cannot be the second officer. */
  'secrecy.same-officer',
  'secrecy.not-due',
  'secrecy.nothing-to-recompute',
] as const;

export type RefusalCode = (typeof REFUSALS)[number];

export const refuse = (
  code: RefusalCode,
  params: Refusal['params'] = {},
): { readonly refusal: Refusal } => ({ refusal: { code, params } });
