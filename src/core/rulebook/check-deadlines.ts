import type { Duration, DurationUnit } from '../time/duration.ts';
import { type Finding, finding, type Path } from './finding.ts';
import { CLOCK_KINDS, type Deadline, type Rulebook } from './rulebook.ts';

/** No clock without a number, no number beyond the law's, no limit that limits nothing. */
export function checkDeadlines(rulebook: Rulebook): readonly Finding[] {
  const { deadlines, urgencies, extension, objection, verification, reopening } = rulebook;
  return [
    ...(['ranks', 'urgencies', 'suspensionReasons', 'objectionBases'] as const).flatMap((part) =>
      rulebook[part].length === 0 ? [finding('missing-part', [part], { part })] : [],
    ),
    ...deadlines.flatMap((line, at) => deadline(rulebook, line, at)),
    ...CLOCK_KINDS.flatMap((clock) =>
      urgencies
        .filter(({ code }) => !deadlines.some((line) => speaksOf(line, clock, code)))
        .map(({ code }) => finding('deadline-missing', ['deadlines'], { clock, urgency: code })),
    ),
    ...positive(extension.max, ['extension', 'max']),
    ...positive(reopening.window, ['reopening', 'window']),
    ...atLeastOne(extension.times, ['extension', 'times']),
    ...atLeastOne(verification.attempts, ['verification', 'attempts']),
    // Invariant 10: at most two returns, then one ruling binds.
    ...(objection.maxReturns > 2
      ? [
          finding('too-many-returns', ['objection', 'maxReturns'], {
            returns: objection.maxReturns,
          }),
        ]
      : []),
  ];
}

const speaksOf = (line: Deadline, clock: string, urgency: string): boolean =>
  line.clock === clock && (line.urgency === '*' || line.urgency === urgency);

function deadline(rulebook: Rulebook, line: Deadline, at: number): readonly Finding[] {
  const { clock, urgency, duration, legal } = line;
  const path = ['deadlines', at];
  const twin = rulebook.deadlines
    .slice(0, at)
    .some((other) => other.clock === clock && other.urgency === urgency);
  const kinds: readonly string[] = CLOCK_KINDS;
  const urgencies = ['*', ...rulebook.urgencies.map(({ code }) => code)];
  return [
    ...(kinds.includes(clock) ? [] : [finding('unknown-clock', [...path, 'clock'], { id: clock })]),
    ...(urgencies.includes(urgency)
      ? []
      : [finding('unknown-urgency', [...path, 'urgency'], { id: urgency })]),
    ...(twin ? [finding('deadline-duplicate', [...path, 'clock'], { clock, urgency })] : []),
    ...positive(duration, [...path, 'duration']),
    ...(legal === null ? [] : positive(legal, [...path, 'legal'])),
    ...(legal !== null && nominal(duration) > nominal(legal)
      ? [finding('deadline-later-than-legal', [...path, 'duration'], { clock, urgency })]
      : []),
  ];
}

export const positive = ({ n }: Duration, path: Path): readonly Finding[] =>
  n > 0 ? [] : [finding('duration-not-positive', path)];

export const atLeastOne = (n: number, path: Path): readonly Finding[] =>
  n >= 1 ? [] : [finding('too-few', path, { n })];

/**
 * Hours in an ordinary week or month: two limits in different units are compared as people
 * compare them. Around holidays the clock itself takes the earlier of the two (invariant 17).
 */
const HOURS: Readonly<Record<DurationUnit, number>> = {
  minute: 1 / 60,
  hour: 1,
  workHour: (7 * 24) / (5 * 8),
  day: 24,
  workDay: (7 * 24) / 5,
  month: (365.25 * 24) / 12,
};

export const nominal = ({ n, unit }: Duration): number => n * HOURS[unit];
