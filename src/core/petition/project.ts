import type { ListRow, Projection } from '../process.ts';
import { actsOf } from './acts.ts';
import { holderOf, isLive, type Known, type PetitionState, partsOf } from './state.ts';
import { WINDOWS } from './words.ts';

/** Rows for lists, clocks and next acts: a function of the state alone. */
export function project(state: PetitionState): Projection {
  if (state.status === 'none') return { list: null, clocks: [], acts: [] };
  return { list: listRow(state), clocks: state.clocks, acts: actsOf(state) };
}

function listRow(state: Known): ListRow {
  const owed = state.clocks.filter(
    ({ status, kind }) => status === 'running' && !WINDOWS.includes(kind),
  );
  const holder = holderOf(state);
  return {
    status: state.status,
    outcome: outcomeOf(state),
    bucket: isLive(state) ? 'open' : state.status === 'handed-over' ? 'redirected' : 'closed',
    category: state.category,
    title: state.title,
    place: state.place,
    holder,
    receivedBy: state.receivedBy,
    lead: state.body,
    assisting: [],
    called: partsOf(state).filter((unit) => unit !== holder && unit !== state.body),
    about: state.case,
    openedAt: state.receivedAt,
    endedAt: 'endedAt' in state ? state.endedAt : null,
    dueAt: owed.length === 0 ? null : Math.min(...owed.map(({ dueAt }) => dueAt)),
    first: false,
    imported: false,
    breaches: state.clocks.filter(({ breachedAt }) => breachedAt !== null).length,
  };
}

/** State is not outcome: the last opinion's word stays what it came to, however it ended. */
const outcomeOf = (state: Known): string | null =>
  state.status === 'not-accepted'
    ? (state.refused.at(-1)?.reason ?? null)
    : (state.opinions.at(-1)?.verdict ?? null);
