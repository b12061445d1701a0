import type { ProcessEvent, UnitId } from '../process.ts';
import type { RetiredWhy } from './state.ts';

type E<Type extends string, Data> = ProcessEvent<Type, Data>;

export type KeyOffered = E<
  'KeyOffered',
  {
    readonly unit: UnitId;
    readonly account: string;
    readonly alg: string;
    readonly publicKey: string;
    readonly fingerprint: string;
  }
>;
/** From here on reports are encrypted to it. */
export type KeyAgreed = E<'KeyAgreed', { readonly account: string }>;
/** From here on no report is encrypted to it; what was stays readable with its private half alone. */
export type KeyRetired = E<'KeyRetired', { readonly account: string; readonly why: RetiredWhy }>;

export type DeskKeyEvent = KeyOffered | KeyAgreed | KeyRetired;

export const VOCABULARY: Readonly<Record<DeskKeyEvent['type'], number>> = {
  KeyOffered: 1,
  KeyAgreed: 1,
  KeyRetired: 1,
};
