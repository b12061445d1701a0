import type { ListRow, Projection } from '../process.ts';
import { actsOf } from './acts.ts';
import type { Known, RetentionState } from './state.ts';

/** Rows for lists, clocks and next acts: a function of the state alone. */
export function project(state: RetentionState): Projection {
  if (state.status === 'none') return { list: null, clocks: [], acts: [] };
  return { list: listRow(state), clocks: state.clocks, acts: actsOf(state) };
}

function listRow(state: Known): ListRow {
  const running = state.clocks.filter(({ status }) => status === 'running');
  const endedAt = 'endedAt' in state ? state.endedAt : null;
  return {
    status: state.status,
    outcome: state.class.code,
    bucket: endedAt === null ? 'open' : 'closed',
    category: state.category,
    // A word about the matter must not outlive it here.
    title: null,
    place: state.place,
    holder: state.unit,
    receivedBy: state.unit,
    lead: null,
    assisting: [],
    called: [],
    about: state.case,
    openedAt: state.ended,
    endedAt,
    dueAt: running.length === 0 ? null : Math.min(...running.map(({ dueAt }) => dueAt)),
    first: false,
    imported: false,
    breaches: state.clocks.filter(({ breachedAt }) => breachedAt !== null).length,
  };
}
