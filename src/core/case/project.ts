import type { ListRow, Projection } from '../process.ts';
import { actsOf, handoverDue } from './acts.ts';
import { seatsOf } from './sponsorships.ts';
import { type CaseState, calledTo, isOpen, type Known, orderOf, sponsoredWith } from './state.ts';

/** Rows for lists, clocks and next acts: a function of the state alone. */
export function project(state: CaseState): Projection {
  if (state.status === 'none') return { list: null, clocks: [], acts: [] };
  return { list: listRow(state), clocks: state.clocks, acts: actsOf(state) };
}

function listRow(state: Known): ListRow {
  const order = orderOf(state);
  const ended = 'outcome' in state ? state : null;
  const running = state.clocks.filter(({ status }) => status === 'running');
  const handover = handoverDue(state);
  const due = [...running.map(({ dueAt }) => dueAt), ...(handover === null ? [] : [handover])];
  return {
    status: state.status,
    outcome: ended?.outcome ?? null,
    bucket: bucketOf(state),
    category: state.triage?.category ?? null,
    title: state.title,
    place: state.place.unit,
    holder: state.holder,
    receivedBy: state.receivedBy,
    lead: order?.lead ?? null,
    assisting: order?.assisting ?? [],
    called: [...new Set([...calledTo(state), ...sponsoredWith(state)])],
    about: null,
    ...seatsOf(state),
    openedAt: state.receivedAt,
    endedAt: ended?.endedAt ?? null,
    dueAt: due.length === 0 ? null : Math.min(...due),
    first: ended === null && state.emergency?.confirmed === false,
    imported: state.imported !== null,
    breaches: state.clocks.filter(({ breachedAt }) => breachedAt !== null).length,
  };
}

/** Conservation (invariant 48): every registered case is in exactly one. */
export function bucketOf(state: Known): ListRow['bucket'] {
  if (isOpen(state)) return 'open';
  return state.status;
}
