import type { RatingAggregate, WhistleUse } from '../../contract/whistles.ts';
import { caseProcess } from '../../core/case/index.ts';
import type { CaseState } from '../../core/case/state.ts';
import type { StreamId, UnitId } from '../../core/process.ts';
import { aggregate, closedQuarters, type Quarter, type Rated } from '../../core/whistle/rating.ts';
import type { Known } from '../../core/whistle/state.ts';
import type { ListFilter } from '../../engine/ports.ts';
import { statesOf } from '../../engine/states.ts';
import type { AnyProcess } from '../../engine/upcast.ts';
import type { Setting } from '../cases/reading.ts';
import type { ApiParts, Reader } from '../parts.ts';
import { iso } from '../route.ts';
import { whistlesOf } from './reading.ts';

const DAY = 24 * 60 * 60_000;
const WINDOW = 90 * DAY;
/** How long a matter beyond a unit's power may lie before not whistling means something. */
const LYING = 3 * DAY;
const PAGE = 200;
/** What one answer reads at most; a unit has tens of whistles a year, not thousands. */
const PAGES = 10;

/**
 * 吹哨率 with the two ends at which it goes wrong. Counts with their denominators, for one unit and
 * never beside another's: there is no order in which to read units.
 */
export async function whistleUse(
  parts: ApiParts,
  reader: Reader,
  { names, now }: Setting,
  unit: UnitId,
): Promise<WhistleUse> {
  const from = now - WINDOW;
  const issued = (await whistlesAbout(parts, reader, unit)).filter(
    ({ issuer, proposedAt }) => issuer === unit && proposedAt >= from,
  );
  const cases = await rowsOf(parts, reader, {
    process: 'case',
    unit: { id: unit, territory: [] },
    bucket: 'open',
  });
  const lying = cases.filter(
    ({ holder, openedAt, status }) =>
      holder === unit && openedAt <= now - LYING && status === 'handling',
  );
  const called = await everCalled(
    parts,
    reader,
    lying.map(({ stream }) => stream),
  );
  const over = issued.filter(({ status }) => status === 'concluded' || status === 'rated');
  const measure = (definition: string, numerator: number, denominator: number) => ({
    definition,
    numerator,
    denominator,
  });
  return {
    unit,
    unitName: names.unit(unit),
    from: iso(from),
    to: iso(now),
    whistled: measure('whistled/1', called, lying.length),
    unwhistled: measure('unwhistled/1', lying.length - called, lying.length),
    needless: measure('needless/1', over.filter(isNeedless).length, over.length),
  };
}

/** How many of the cases somebody was called to: who came and went has been called all the same. */
async function everCalled(
  parts: ApiParts,
  reader: Reader,
  cases: readonly StreamId[],
): Promise<number> {
  const process = caseProcess as unknown as AnyProcess;
  const states = await statesOf<CaseState>(parts.store, process, reader.tenant, cases);
  const about = [...states.values()].map(({ state }) =>
    state.status === 'none' ? [] : state.whistles.map(({ whistle }) => whistle),
  );
  const whistles = await whistlesOf(parts, reader, about.flat());
  const wentOut = (id: StreamId) => (whistles.get(id)?.state.callOuts.length ?? 0) > 0;
  return about.filter((ids) => ids.some(wentOut)).length;
}

const isNeedless = (state: Known): boolean =>
  ('result' in state && state.result === 'NOT_NEEDED') ||
  (state.callOuts.length > 0 &&
    state.callOuts.every(({ settlement, end }) => settlement === 'NOT_MINE' || end === 'OBJECTED'));

/** How far back ratings are counted. */
const QUARTERS = 4;

/**
 * Opened ratings of a unit by others, item by item, of the quarters that are over, each where enough
 * different units gave one in it: no figure changes once it was read, so none tells a single rating.
 */
export async function ratingsOf(
  parts: ApiParts,
  reader: Reader,
  { names, law, now }: Setting,
  unit: UnitId,
): Promise<RatingAggregate> {
  const whistle = law.rulebook.whistle;
  const minimum = whistle?.rating.minimum ?? 0;
  const whistles = await whistlesAbout(parts, reader, unit);
  const quarter = ({ from, to }: Quarter): RatingAggregate['quarters'][number] => {
    const rated = whistles.flatMap((state): readonly Rated[] => {
      if (!('ratings' in state)) return [];
      return state.ratings
        .filter(({ openedAt }) => openedAt !== null && from <= openedAt && openedAt < to)
        .flatMap(({ unit: called, byIssuer, byCalled }) => [
          ...(called === unit && byIssuer !== null ? [{ by: state.issuer, rating: byIssuer }] : []),
          ...(state.issuer === unit && byCalled !== null ? [{ by: called, rating: byCalled }] : []),
        ]);
    });
    const figures = aggregate(rated, minimum);
    const few = figures.raters === 'too-few';
    return {
      from: iso(from),
      to: iso(to),
      raters: few ? null : figures.raters,
      n: few ? null : figures.n,
      items: few
        ? []
        : Object.entries(figures.items).map(([item, counts]) => ({
            item,
            name: names.ratingItem(item),
            ...counts,
          })),
    };
  };
  const quarters = closedQuarters(now, law.calendar, QUARTERS).map(quarter);
  return { unit, unitName: names.unit(unit), minimum, quarters };
}

async function whistlesAbout(
  parts: ApiParts,
  reader: Reader,
  unit: UnitId,
): Promise<readonly Known[]> {
  const rows = await rowsOf(parts, reader, {
    process: 'whistle',
    unit: { id: unit, territory: [] },
  });
  const states = await whistlesOf(
    parts,
    reader,
    rows.map(({ stream }) => stream),
  );
  return [...states.values()].map(({ state }) => state);
}

async function rowsOf({ queries }: ApiParts, { tenant }: Reader, filter: ListFilter) {
  const rows: Awaited<ReturnType<typeof queries.list>>['rows'][number][] = [];
  let after: string | null = null;
  for (let n = 0; n < PAGES; n += 1) {
    const page: Awaited<ReturnType<typeof queries.list>> = await queries.list(
      tenant,
      filter,
      PAGE,
      after,
    );
    rows.push(...page.rows);
    after = page.next;
    if (after === null) break;
  }
  return rows;
}
