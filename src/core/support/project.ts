import type { ListRow, Projection } from '../process.ts';
import { actsOf } from './acts.ts';
import { isLive, type Known, type SupportState } from './state.ts';

/** Rows for lists, clocks and next acts: a function of the state alone. */
export function project(state: SupportState): Projection {
  if (state.status === 'none') return { list: null, clocks: [], acts: [] };
  return { list: listRow(state), clocks: state.clocks, acts: actsOf(state) };
}

/** Nothing of what is offered or needed, nor of the matter's words: who, by when, and how it stands. */
function listRow(state: Known): ListRow {
  const live = isLive(state);
  const owed = state.clocks.filter(
    ({ kind, status }) => kind === 'deliver' && status === 'running',
  );
  return {
    status: state.status,
    outcome: 'end' in state ? state.end : null,
    bucket: live ? 'open' : 'closed',
    category: state.category,
    title: null,
    place: state.place,
    holder: state.provider,
    receivedBy: state.manager,
    lead: null,
    assisting: [],
    called: [],
    about: state.case,
    openedAt: state.offeredAt,
    endedAt: 'endedAt' in state ? state.endedAt : null,
    dueAt: owed.length === 0 ? null : Math.min(...owed.map(({ dueAt }) => dueAt)),
    first: false,
    imported: false,
    breaches: state.clocks.filter(({ breachedAt }) => breachedAt !== null).length,
  };
}
