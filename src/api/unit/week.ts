import type { WeekView } from '../../contract/unit.ts';
import { postsOf } from '../../core/authority/posts.ts';
import { recused, scopeOf } from '../cases/policy.ts';
import type { Setting } from '../cases/reading.ts';
import { caseRow } from '../cases/rows.ts';
import { awaitingOf } from '../confirmations/presenter.ts';
import type { ApiParts, Reader } from '../parts.ts';
import { iso } from '../route.ts';
import { postView } from '../session/presenter.ts';
import { dutyRows } from './duty-rows.ts';

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
  const overdue = late.rows.filter(
    (row) =>
      !recused(reader, row, institution, now) &&
      [row.holder, row.lead].some((one) => one !== null && units.includes(one)),
  );
  return {
    post: postView(institution, reader.post, now),
    from: iso(now - WEEK),
    to: iso(now),
    own: await dutyRows(parts, reader, setting, own),
    entered: entered.slice(0, MOST.entered),
    overdue: overdue.slice(0, MOST.overdue).map((row) => caseRow(row, setting)),
    overdueMore: overdue.length > MOST.overdue || late.next !== null,
    changes,
  };
}
