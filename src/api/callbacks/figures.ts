import type { CallbackFigures } from '../../contract/callbacks.ts';
import { categoriesAbove } from '../../core/authority/category.ts';
import { unitIn } from '../../core/authority/units.ts';
import { type Figures, figuresWithin, settledAt } from '../../core/callback/measure.ts';
import type { Known } from '../../core/callback/state.ts';
import type { UnitId } from '../../core/process.ts';
import { closedQuarters, type Quarter } from '../../core/whistle/rating.ts';
import type { Setting } from '../cases/reading.ts';
import type { ApiParts, Reader } from '../parts.ts';
import { notFound } from '../problem.ts';
import { iso } from '../route.ts';
import { callbacksOf } from './reading.ts';

const QUARTERS = 4;
const PAGE = 200;
/** What one answer reads at most. */
const PAGES = 25;

/**
 * Whose figures: a head's own unit's; any one's, or the whole, to a centre's supervisor and to audit.
 * One at a time, so that there is no order in which to read units.
 */
export function unitAsked(
  { post }: Reader,
  { law }: Setting,
  asked: string | undefined,
): UnitId | null {
  const type = unitIn(law.rulebook, post.unit)?.type;
  const all = post.role === 'auditor' || (post.role === 'supervisor' && type === 'centre');
  if (!all) {
    if (asked !== undefined && asked !== post.unit) throw notFound();
    return post.unit;
  }
  if (asked !== undefined && unitIn(law.rulebook, asked) === null) throw notFound();
  return asked ?? null;
}

/** One category at a time, with all beneath it; null for whatever the matter was. */
export function categoryAsked({ law }: Setting, asked: string | undefined): string | null {
  if (asked === undefined) return null;
  if (!law.rulebook.categories.some(({ code }) => code === asked)) throw notFound();
  return asked;
}

interface Asked {
  readonly unit: UnitId | null;
  readonly category: string | null;
}

/** Of quarters that are over, by when each callback was settled: no figure changes once it was read. */
export async function callbackFigures(
  parts: ApiParts,
  reader: Reader,
  { names, law, now }: Setting,
  { unit, category }: Asked,
): Promise<CallbackFigures> {
  const minimum = law.rulebook.callback?.minimum ?? 0;
  const states = await settled(parts, reader);
  const own = states.filter(({ lead }) => unit === null || lead === unit);
  const under = (code: string) =>
    own.filter((state) => categoriesAbove(law.rulebook, state.category).has(code));
  const part = category === null ? own : under(category);
  const above = [...categoriesAbove(law.rulebook, category)].filter((code) => code !== category);
  const wholes = category === null ? [] : [own, ...above.map(under)];
  return {
    unit,
    unitName: unit === null ? null : names.unit(unit),
    category,
    categoryName: category === null ? null : names.category(category),
    minimum,
    quarters: closedQuarters(now, law.calendar, QUARTERS).map((quarter) => ({
      from: iso(quarter.from),
      to: iso(quarter.to),
      ...shown(
        figuresWithin(
          part.filter((state) => isIn(quarter, state)),
          wholes.map((whole) => whole.filter((state) => isIn(quarter, state))),
          minimum,
        ),
      ),
    })),
  };
}

const isIn = ({ from, to }: Quarter, state: Known): boolean => {
  const at = settledAt(state);
  return at !== null && from <= at && at < to;
};

const shown = (figures: Figures) =>
  figures.n === 'too-few'
    ? { n: null, figures: [], excluded: [] }
    : { n: figures.n, figures: [...figures.figures], excluded: [...figures.excluded] };

async function settled(parts: ApiParts, reader: Reader): Promise<readonly Known[]> {
  const { queries } = parts;
  const states: Known[] = [];
  let after: string | null = null;
  for (let n = 0; n < PAGES; n += 1) {
    const filter = { process: 'callback', bucket: 'closed' } as const;
    const page: Awaited<ReturnType<typeof queries.list>> = await queries.list(
      reader.tenant,
      filter,
      PAGE,
      after,
    );
    const ids = page.rows.map(({ stream }) => stream);
    states.push(...[...(await callbacksOf(parts, reader, ids)).values()].map(({ state }) => state));
    after = page.next;
    if (after === null) break;
  }
  return states;
}
