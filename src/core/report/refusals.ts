import type { Refusal } from '../process.ts';

/** Every answer "no" a report can give. Each has words in the catalogue and a row in the tests. */
export const REFUSALS = [
  'report.unknown',
  'report.exists',
  'report.wrong-status',
  'report.not-yours',
  /** Invariant 35: who has an interest neither reads nor acts. */
  'report.recused',
  'report.not-entered-late',
  'report.not-offered',
  'report.no-key',
  'report.key-not-in-force',
  /** Whoever has read it says that they have no interest, or declares one. */
  'report.interest-undeclared',
  'report.not-a-channel',
  'report.unknown-answer',
  'report.clock-not-due',
  'report.nothing-to-recompute',
] as const;

export type RefusalCode = (typeof REFUSALS)[number];

export const refuse = (
  code: RefusalCode,
  params: Refusal['params'] = {},
): { readonly refusal: Refusal } => ({ refusal: { code, params } });
