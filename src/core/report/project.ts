import type { Projection } from '../process.ts';
import { isOpen, type ReportState } from './state.ts';

/**
 * A row for the desk's own list: which unit has it, since which day, by when. Nothing in it points at
 * who is reported, or who reported. There is no act row, though the desk owes one: lists of acts are
 * read by stand-ins, and counted on a unit's pages.
 */
export function project(state: ReportState): Projection {
  if (state.status === 'none') return { list: null, clocks: [], acts: [] };
  const { unit, clocks } = state;
  const running = clocks.filter(({ status }) => status === 'running');
  return {
    list: {
      status: state.status,
      outcome: null,
      bucket: isOpen(state) ? 'open' : state.status === 'handed-over' ? 'redirected' : 'closed',
      category: null,
      title: null,
      place: unit,
      holder: unit,
      receivedBy: unit,
      lead: null,
      assisting: [],
      called: [],
      about: null,
      openedAt: state.receivedAt,
      endedAt: 'endedAt' in state ? state.endedAt : null,
      dueAt: running.length === 0 ? null : Math.min(...running.map(({ dueAt }) => dueAt)),
      first: false,
      imported: false,
      breaches: clocks.filter(({ breachedAt }) => breachedAt !== null).length,
    },
    clocks,
    acts: [],
  };
}
