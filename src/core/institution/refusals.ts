/** Every refusal of the process. The contract's catalogue has the words; parameters in brackets. */
export const refusals = [
  /** [command] The actor's role may not do this. */
  'institution.not-yours',
  /** Nothing but calendars before the first rulebook. */
  'institution.no-rulebook',
  /** [field] A required text is empty. */
  'institution.incomplete',
  /** [effectiveFrom, now] A rule takes effect forward only (invariant 54). */
  'institution.not-forward',
  /** [version] Another rulebook takes effect at that very instant. */
  'institution.instant-taken',
  /** [id, version] That version was adopted or published already; a change needs a new one. */
  'institution.version-taken',
  /** [calendar] The rulebook's clocks need a calendar that was never published. */
  'institution.calendar-unknown',
  /** [id, year] A newer calendar may not lose a year that due times rest on. */
  'institution.calendar-loses-year',
  /** A rulebook is proposed by one person and approved by another (invariant 54). */
  'institution.same-person',
  /** The installation gives the first law; each later one is proposed and approved. */
  'institution.founded-already',
  /** [proposal] Only who proposed it takes it back; another turns it down. */
  'institution.not-proposer',
  /** [proposal, end] It was decided, taken back or overtaken. */
  'institution.proposal-closed',
  /** No account would be changed. */
  'institution.no-change',
  /** [id] */
  'institution.id-taken',
  /** [id] */
  'institution.not-found',
  /** [id] */
  'institution.already-ended',
  /** [validFrom, validTo] The end is not after the beginning. */
  'institution.period',
  /** [validFrom, occurredAt] Authority is not handed on for a time already past. */
  'institution.retroactive',
  /** [unit] */
  'institution.unit-unknown',
  /** [power] */
  'institution.power-unknown',
  /** [power] The law pins the power to a body. */
  'institution.power-pinned',
  /** [power, to] An inner power goes only to a unit beneath. */
  'institution.power-internal',
  /** [power, from] Nobody hands on what they do not hold by law. */
  'institution.power-not-held',
  /** [unit] Nobody stands in for themselves. */
  'institution.stand-in-self',
  /** [role] A head fills posts that work the unit's matters; others answer to somebody else. */
  'institution.stand-in-not-directed',
  /** Nobody gives posts or a password to their own account. */
  'institution.own-account',
  /** Whoever is recused does not end the recusal. */
  'institution.recused-self',
] as const;

export type InstitutionRefusal = (typeof refusals)[number];
