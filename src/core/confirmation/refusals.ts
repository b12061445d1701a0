/** Every refusal of the process. The contract's catalogue has the words. */
export const refusals = [
  'confirmation.unknown',
  'confirmation.exists',
  /** Only the post it was entered for, or who stands in for it; nobody does so for another. */
  'confirmation.not-yours',
  /** Who has declared an interest in the matter neither reads nor acts (invariant 35). */
  'confirmation.recused',
  /** Whoever entered it cannot also say that it was meant. */
  'confirmation.own-entry',
  'confirmation.over',
  'confirmation.not-contested',
  'confirmation.text-needed',
] as const;

export type ConfirmationRefusal = (typeof refusals)[number];
