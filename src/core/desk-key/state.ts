import type { Instant, UnitId } from '../process.ts';

/** What every key carries. Nothing in it is secret: the private half never leaves its officer. */
export interface Offered {
  readonly unit: UnitId;
  /** Whose key it is: the account that offered it. */
  readonly account: string;
  /** How reports are encrypted to it; the envelope names the same. */
  readonly alg: string;
  /** The public half, as the envelope's algorithm writes it. */
  readonly publicKey: string;
  /** Digest of the public half, as two people read it out to each other. */
  readonly fingerprint: string;
  readonly offeredAt: Instant;
}

interface Agreed {
  readonly agreedBy: string;
  readonly agreedAt: Instant;
}

/** A union by status, as for every process. */
export type DeskKeyState =
  | { readonly status: 'none' }
  | (Offered & { readonly status: 'offered' })
  | (Offered & Agreed & { readonly status: 'in-force' })
  | (Offered & {
      readonly status: 'retired';
      /** Null where it never came into force. */
      readonly agreed: Agreed | null;
      readonly why: RetiredWhy;
      readonly endedAt: Instant;
    });

export type Known = Exclude<DeskKeyState, { readonly status: 'none' }>;

/** Why a key is used no more: from a list, for words could name somebody. */
export const RETIRED_WHY = ['replaced', 'lost', 'left', 'not-compared'] as const;
export type RetiredWhy = (typeof RETIRED_WHY)[number];
