import type { Refusal } from '../process.ts';
import { refuse } from './refusals.ts';

/** A mobile or a fixed line, or the number of an identity card (GB 11643), however it is spaced. */
const PERSONAL = /(?<!\d)(?:1[3-9]\d{9}|0\d{9,11}|\d{17}[\dX])(?!\d)/i;

/**
 * A title stands in clear for ever, before everybody who may know of the matter: a number that belongs
 * to a person is refused when somebody writes one. A name cannot be told from other words.
 */
export function titleNamesPerson(title: string): { readonly refusal: Refusal } | null {
  return PERSONAL.test(title.replace(/(?<=\d)[ \-—·.]+(?=\d)/g, ''))
    ? refuse('case.title-personal')
    : null;
}
