import type { Refusal } from '../process.ts';

/** Every answer "no" a callback can give. Each has words in the catalogue and a row in the tests. */
export const REFUSALS = [
  // any act
  'callback.unknown',
  'callback.exists',
  'callback.wrong-status',
  'callback.not-yours',
  'callback.machine-only',
  'callback.recused',
  'callback.in-the-future',
  'callback.before-last-step',
  'callback.not-offered',
  'callback.case-unknown',
  // asking and answering
  'callback.not-a-callback',
  'callback.not-a-recheck',
  'callback.nothing-answered',
  'callback.how-needed',
  'callback.calls-made',
  'callback.person-answered',
  'callback.window-over',
  // pressure
  'callback.nobody-to-hear',
  'callback.no-such-report',
  'callback.report-answered',
  // machines
  'callback.clock-not-due',
  'callback.nothing-to-recompute',
] as const;

export type RefusalCode = (typeof REFUSALS)[number];

export const refuse = (
  code: RefusalCode,
  params: Refusal['params'] = {},
): { readonly refusal: Refusal } => ({ refusal: { code, params } });
