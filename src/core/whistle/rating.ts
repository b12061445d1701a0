import type { Instant, UnitId } from '../process.ts';
import type { WhistleLaw } from '../rulebook/rulebook.ts';
import type { Calendar } from '../time/calendar.ts';
import { addMonths, civilParts, DAY, dateOfWall, dayNumber } from '../time/civil.ts';
import { zoneOf } from '../time/zone.ts';
import { holds } from './holding.ts';
import { refuse } from './refusals.ts';
import { rule, type Telling } from './scene.ts';
import type { Rating } from './state.ts';
import { VERDICTS, type Verdict } from './words.ts';

/** The one clock that closes the window; a whistle is rated once. */
export const WINDOW = 'rating-1';

/**
 * 双向评价: caller and called say of each other what was and was not so, item by item and in words.
 * Sealed until both have spoken or the window ends; nothing of it adds up to a score (invariant 27).
 */
export const rate = rule('rate', {
  from: ['concluded'],
  atOnce: true,
  decide({ unit, items, text }, tell) {
    const { state, post, law } = tell;
    const by = post.unit;
    const other = by === state.issuer ? unit : by;
    const pair = state.ratings.find((one) => one.unit === other);
    if (pair === undefined || (by !== state.issuer && unit !== state.issuer)) {
      return refuse('whistle.not-rated-together', { unit });
    }
    if (by === state.issuer && !mayRate(tell, by)) return refuse('whistle.no-rating', { unit: by });
    const before = by === state.issuer ? pair.byIssuer : pair.byCalled;
    if (before !== null) return refuse('whistle.rated-before', { unit });
    const wrong = wrongItems(law.whistle, items);
    if (wrong !== null) return wrong;
    return open(tell.say('Rated', { by, of: unit, items, text }), other);
  },
});

/** Both sides are in: they read each other. The last pair closes the window. */
function open(tell: Telling, unit: UnitId): Telling {
  const { known } = tell;
  const pairs = known.status === 'concluded' ? known.ratings : [];
  const pair = pairs.find((one) => one.unit === unit);
  if (pair === undefined || pair.byIssuer === null || pair.byCalled === null) return tell;
  tell.say('RatingsOpened', { unit, why: 'both' });
  return tell.known.status === 'rated' ? tell.drop(WINDOW, 'all-rated') : tell;
}

function mayRate({ facts, law }: Telling, unit: UnitId): boolean {
  const { rating } = law.whistle.delegated;
  return holds(facts, unit, rating);
}

function wrongItems({ rating }: WhistleLaw, items: Readonly<Record<string, Verdict>>) {
  const lacking = rating.items.find(({ code }) => !VERDICTS.some((one) => one === items[code]));
  if (lacking !== undefined) return refuse('whistle.item-missing', { item: lacking.code });
  const unknown = Object.keys(items).find((code) => !rating.items.some((one) => one.code === code));
  return unknown === undefined ? null : refuse('whistle.unknown-item', { item: unknown });
}

/** What one unit said of another, once it is open. */
export interface Rated {
  readonly by: UnitId;
  readonly rating: Rating;
}

export interface Quarter {
  readonly from: Instant;
  /** The first instant that is no longer of it. */
  readonly to: Instant;
}

/** The last calendar quarters that are over by the district's clocks, newest first. */
export function closedQuarters(now: Instant, { zone: name }: Calendar, count: number): Quarter[] {
  const zone = zoneOf(name);
  const { year, month } = civilParts(dateOfWall(zone.toWall(now)));
  const running = dayNumber(year, month - ((month - 1) % 3), 1);
  const begins = (back: number) => zone.toInstant(addMonths(running, -3 * back).date * DAY);
  return Array.from({ length: count }, (_, n) => ({ from: begins(n + 1), to: begins(n) }));
}

/** Ratings of one unit by others, item by item; too few different raters give no figure at all. */
export type Aggregate =
  | { readonly raters: 'too-few'; readonly minimum: number }
  | {
      readonly raters: number;
      readonly n: number;
      readonly items: Readonly<Record<string, Readonly<Record<Verdict, number>>>>;
    };

/**
 * Counts each answer. `minimum` counts different raters: many ratings by two of them would let each
 * work out what the other said. Of one closed quarter at a time: a figure that ran along would tell
 * the next rating by its difference.
 */
export function aggregate(ratings: readonly Rated[], minimum: number): Aggregate {
  const raters = new Set(ratings.map(({ by }) => by)).size;
  if (raters < minimum) return { raters: 'too-few', minimum };
  const items: Record<string, Record<Verdict, number>> = {};
  for (const { rating } of ratings) {
    for (const [code, verdict] of Object.entries(rating.items)) {
      const counts = items[code] ?? { yes: 0, partly: 0, no: 0 };
      items[code] = { ...counts, [verdict]: counts[verdict] + 1 };
    }
  }
  return { raters, n: ratings.length, items };
}
