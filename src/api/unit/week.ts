import type { CaseRow } from '../../contract/cases.ts';
import type { WeekView } from '../../contract/unit.ts';
import { postsOf } from '../../core/authority/posts.ts';
import type { Act } from '../../engine/ports.ts';
import { mayKnow, recused, scopeOf } from '../cases/policy.ts';
import type { Setting } from '../cases/reading.ts';
import { caseRow } from '../cases/rows.ts';
import { awaitingOf } from '../confirmations/presenter.ts';
import type { ApiParts, Reader } from '../parts.ts';
import { iso } from '../route.ts';
import { postView } from '../session/presenter.ts';
import { dutyRows } from './duty-rows.ts';
import { dueFrom } from './handover.ts';

const WEEK = 7 * 24 * 60 * 60_000;
/** What one sheet of paper holds of each. */
const MOST = { own: 12, entered: 8, overdue: 12 };

/**
 * 领导周报. `own` is what lies before this very post (and those it stands in for): whatever process
 * puts an act before it, an objection, an extension or one yet to come, appears by itself.
 */
export async function weekOf(parts: ApiParts, reader: Reader, setting: Setting): Promise<WeekView> {
  const { now, institution, law } = setting;
  const posts = postsOf(institution, reader.post, now);
  const filter = scopeOf(reader, law.rulebook)?.filter ?? null;
  const unit = filter?.unit ?? { id: reader.post.unit, territory: [] };
  const [acts, entered, late, changes] = await Promise.all([
    parts.queries.acts(reader.tenant, { posts }, 4 * MOST.own, null),
    awaitingOf(parts, reader, setting),
    parts.queries.list(
      reader.tenant,
      { process: 'case', bucket: 'open', unit, overdueAt: now },
      4 * MOST.overdue,
      null,
    ),
    parts.queries.changes(reader.tenant, 'case', unit, now - WEEK, now + 1),
  ]);
  const own = acts.rows.filter(({ act }) => act !== 'confirmation.confirm').slice(0, MOST.own);
  // Having helped with it, or received it, makes a matter no unit's to answer for.
  const units = [unit.id, ...unit.territory];
  const cases = late.rows.filter(
    (row) =>
      !recused(reader, row, institution, now) &&
      [row.holder, row.lead].some((one) => one !== null && units.includes(one)),
  );
  const known = new Set(cases.map(({ stream }) => stream));
  const owed = await owedBy(parts, reader, setting, known);
  const overdue = [...cases.map((row) => caseRow(row, setting)), ...owed].toSorted(sooner);
  return {
    post: postView(institution, reader.post, now),
    from: iso(now - WEEK),
    to: iso(now),
    own: await dutyRows(parts, reader, setting, own),
    entered: entered.slice(0, MOST.entered),
    overdue: overdue.slice(0, MOST.overdue),
    overdueMore: overdue.length > MOST.overdue || late.next !== null,
    changes,
  };
}

const sooner = (a: CaseRow, b: CaseRow): number =>
  Number(b.first) - Number(a.first) || (a.dueAt ?? '').localeCompare(b.dueAt ?? '');

/**
 * Cases that are in time themselves while the unit is late with something of theirs, a call-out or
 * a rung: what a shift hands over as overdue is overdue to its leader too.
 */
async function owedBy(
  parts: ApiParts,
  reader: Reader,
  setting: Setting,
  known: ReadonlySet<string>,
): Promise<CaseRow[]> {
  const { now, institution, law } = setting;
  const late = new Map<string, Act>();
  for (const act of await dueFrom(parts, reader, now)) {
    const id = act.process === 'case' ? act.stream : act.about;
    if (id !== null && !known.has(id) && !late.has(id)) late.set(id, act);
  }
  const rows = await Promise.all(
    [...late].map(async ([id, { dueAt }]) => {
      const row = await parts.queries.entry(reader.tenant, id);
      if (row === null || !mayKnow(reader, row, institution, law.rulebook, now)) return [];
      return [caseRow({ ...row, dueAt }, setting)];
    }),
  );
  return rows.flat();
}
