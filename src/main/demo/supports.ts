import { DAY } from '../../core/time/civil.ts';
import type { BesideMove, Cast } from './cast.ts';
import { deed, person } from './moves.ts';

/** What becomes of a support that the street offers beside a request. */
export type SupportPlot = (cast: Cast) => readonly BesideMove[];

export interface Measure {
  readonly measure: string;
  readonly need: string;
  readonly provider: string | null;
  readonly conditions: readonly string[];
}

export const POST: Measure = {
  measure: 'public-post',
  need: 'no-work',
  provider: 'labour',
  conditions: ['zero-employment', 'registered'],
};
export const RELIEF: Measure = {
  measure: 'temporary-relief',
  need: 'hardship',
  provider: null,
  conditions: ['sudden-need'],
};
export const MEDICAL: Measure = {
  measure: 'medical-aid',
  need: 'illness',
  provider: 'insurance',
  conditions: ['medical-bills'],
};

const move = (
  { chance }: Cast,
  [least, most]: readonly [number, number],
  told: BesideMove['deed'],
  alone?: true,
): BesideMove => ({
  gap: chance.between(least, most),
  anyHour: false,
  deed: told,
  ...(alone && { alone }),
});

const offer = (cast: Cast, { measure, need }: Measure): BesideMove =>
  move(
    cast,
    [20, 60],
    () =>
      deed(
        cast.staff(cast.street, 'unit_handler'),
        'offer',
        { case: cast.stream, sponsorship: null, measure, need },
        { words: cast.phrases.support.offer },
      ),
    true,
  );

const consent = (cast: Cast): BesideMove =>
  move(cast, [60, 200], (at) => deed(person(cast), 'consent', { until: at + 60 * DAY }));

const shown = (cast: Cast, { provider, conditions }: Measure): readonly BesideMove[] =>
  conditions.map((condition) =>
    move(cast, [30, 120], () =>
      deed(
        cast.staff(provider ?? cast.street, 'unit_handler'),
        'show',
        { condition },
        {
          how: cast.phrases.support.how,
        },
      ),
    ),
  );

const delivered = (cast: Cast, { provider }: Measure): BesideMove =>
  move(cast, [60, 300], () =>
    deed(
      cast.staff(provider ?? cast.street, 'unit_handler'),
      'deliver',
      {},
      {
        evidence: cast.phrases.support.evidence,
      },
    ),
  );

/** The person has not answered yet. */
export const offered =
  (measure: Measure): SupportPlot =>
  (cast) => [offer(cast, measure)];

/** Agreed to, and its provider owes it. */
export const owed =
  (measure: Measure): SupportPlot =>
  (cast) => {
    const [first] = shown(cast, measure);
    return [offer(cast, measure), consent(cast), ...(first === undefined ? [] : [first])];
  };

/** Delivered, and the person says that it came. */
export const received =
  (measure: Measure): SupportPlot =>
  (cast) => [
    offer(cast, measure),
    consent(cast),
    ...shown(cast, measure),
    delivered(cast, measure),
    move(cast, [100, 300], () => deed(person(cast), 'confirm-receipt')),
  ];
