import type { Refusal } from '../process.ts';
import { refuse } from './refusals.ts';

/** A reason that says nothing is no reason. The refusal names the first empty field, or null. */
export function textNeeded(
  fields: Readonly<Record<string, string>>,
): { readonly refusal: Refusal } | null {
  const empty = Object.entries(fields).find(([, text]) => text.trim() === '');
  return empty === undefined ? null : refuse('case.text-needed', { field: empty[0] });
}
