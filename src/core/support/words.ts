/** How a support ended. None of them counts against anybody, and only one says that it came. */
export const SUPPORT_ENDS = [
  /** The person said that it came. */
  'RECEIVED',
  /** Delivered by its provider's word; the person said nothing. */
  'UNCONFIRMED',
  'REFUSED',
  /** Not answered in time, or the consent ran out. */
  'LAPSED',
  'REVOKED',
  'TAKEN_BACK',
  'CANNOT',
] as const;
export type SupportEnd = (typeof SUPPORT_ENDS)[number];
