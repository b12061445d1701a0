import type { ListRow, Projection, UnitId } from '../process.ts';
import { actsOf } from './acts.ts';
import { type CallbackState, hasBegun, isDrawn, type Known, openReports } from './state.ts';

/**
 * Rows for lists, clocks and next acts: a function of the state alone. Until the asking begins there
 * is none, and afterwards none names a unit with a hand in the matter: the sample is hidden from them.
 */
export function project(state: CallbackState): Projection {
  if (state.status === 'none') return { list: null, clocks: [], acts: [] };
  const list = hasBegun(state) ? listRow(state) : null;
  return { list, clocks: state.clocks, acts: actsOf(state) };
}

function listRow(state: Known): ListRow {
  const unit = whose(state);
  const open = state.status === 'asking' || openReports(state).length > 0;
  const due = state.clocks.filter(
    ({ kind, status }) => status === 'running' && kind !== 'window' && kind !== 'wait',
  );
  return {
    status: state.status,
    outcome: null,
    bucket: open ? 'open' : 'closed',
    category: state.category,
    title: state.title,
    place: unit,
    holder: unit,
    receivedBy: unit,
    lead: null,
    assisting: [],
    // Who hears of pressure is called to it, as to anything else in this list.
    called: [...new Set(state.reports.map(({ to }) => to.unit))],
    about: state.case,
    openedAt: isDrawn(state) && state.begunAt !== null ? state.begunAt : state.since,
    endedAt: 'endedAt' in state ? state.endedAt : null,
    dueAt: due.length === 0 ? null : Math.min(...due.map(({ dueAt }) => dueAt)),
    first: false,
    imported: false,
    breaches: state.clocks.filter(({ breachedAt }) => breachedAt !== null).length,
  };
}

/** Who asks; where nobody does, who looks into the pressure. */
function whose(state: Known): UnitId {
  if (isDrawn(state)) return state.asker;
  const [report] = state.reports;
  if (report === undefined) throw new Error('callback: a row of nobody');
  return report.to.unit;
}
