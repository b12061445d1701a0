/** Something wrong in a rulebook, where in it, and what the message needs. Plain data. */
export interface Finding {
  readonly code: FindingCode;
  /** Keys and indexes from the top of the rulebook: `['duties', 12, 'category']`. */
  readonly path: Path;
  readonly params: Readonly<Record<string, string | number>>;
}

export type Path = readonly (string | number)[];

export const FINDING_CODES = [
  'duplicate-id',
  'missing-text',
  'unknown-unit',
  'unknown-type',
  'unknown-office',
  'unknown-category',
  'unknown-power',
  'unknown-rank',
  'unknown-urgency',
  'unknown-channel',
  'unknown-clock',
  'wrong-channel-kind',
  'emergency-without-number',
  'parent-circle',
  'wrong-parent',
  'bad-division',
  'validity-empty',
  'never-in-force',
  'category-not-leaf',
  'duty-overlap',
  'lead-missing',
  'lead-not-needed',
  'lead-itself',
  'lead-not-basic',
  'community-not-basic',
  'no-basic-holder',
  'deadline-missing',
  'deadline-duplicate',
  'deadline-later-than-legal',
  'duration-not-positive',
  'too-many-returns',
  'too-few',
  'not-a-share',
  'desk-limit-too-fine',
  'emergency-screened',
  'duty-of-control',
  'climbs-down',
  'unknown-need',
  'unknown-condition',
  'unknown-document',
  'consent-too-short',
  'missing-part',
  'no-class-for-rest',
  'kept-too-short',
  'delegation-pinned',
] as const;

export type FindingCode = (typeof FINDING_CODES)[number];

export const finding = (
  code: FindingCode,
  path: Path,
  params: Finding['params'] = {},
): Finding => ({ code, path, params });
