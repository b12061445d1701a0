import type { ListRow, Projection } from '../process.ts';
import { actsOf } from './acts.ts';
import { isLive, type Known, type WhistleState } from './state.ts';

/** Rows for lists, clocks and next acts: a function of the state alone. */
export function project(state: WhistleState): Projection {
  if (state.status === 'none') return { list: null, clocks: [], acts: [] };
  return { list: listRow(state), clocks: state.clocks, acts: actsOf(state) };
}

function listRow(state: Known): ListRow {
  const live = isLive(state);
  const running = state.clocks.filter(({ status }) => status === 'running');
  const units = state.callOuts.map(({ unit }) => unit);
  return {
    status: state.status,
    outcome: 'result' in state ? state.result : null,
    bucket: live ? 'open' : 'closed',
    category: state.category,
    title: state.title,
    place: state.place,
    holder: state.issuer,
    receivedBy: state.issuer,
    lead: null,
    assisting: [],
    // Until it goes out nobody has been told anything.
    called: [...new Set(units)],
    about: state.case,
    openedAt: state.proposedAt,
    endedAt: 'endedAt' in state ? state.endedAt : null,
    dueAt: running.length === 0 ? null : Math.min(...running.map(({ dueAt }) => dueAt)),
    first: live && state.kind === 'EMERGENCY',
    imported: false,
    breaches: state.clocks.filter(({ breachedAt }) => breachedAt !== null).length,
  };
}
