import type { ListRow, Projection } from '../process.ts';
import { actsOf } from './acts.ts';
import { isHeld, isLive, type Known, type SponsorshipState, seatOf, unitsOf } from './state.ts';
import { SEATS } from './words.ts';

/** Rows for lists, clocks and next acts: a function of the state alone. */
export function project(state: SponsorshipState): Projection {
  if (state.status === 'none') return { list: null, clocks: [], acts: [] };
  return { list: listRow(state), clocks: state.clocks, acts: actsOf(state) };
}

function listRow(state: Known): ListRow {
  const running = state.clocks.filter(({ status }) => status === 'running');
  const sponsor = seatOf(state, 'sponsor');
  return {
    status: state.status,
    outcome: null,
    bucket: isLive(state) ? 'open' : 'closed',
    category: state.category,
    title: state.title,
    place: state.place,
    // Upward: it lies with the leader who has it, or who is asked.
    holder: sponsor?.post.unit ?? state.nominator,
    receivedBy: state.nominator,
    lead: state.lead.post.unit,
    assisting: [],
    // Before a leader has it nobody else was told anything.
    called: isHeld(state) ? unitsOf(state) : [],
    seats: seatsOf(state),
    about: state.case,
    openedAt: state.nominatedAt,
    endedAt: 'endedAt' in state ? state.endedAt : null,
    dueAt: running.length === 0 ? null : Math.min(...running.map(({ dueAt }) => dueAt)),
    first: false,
    imported: false,
    breaches: state.clocks.filter(({ breachedAt }) => breachedAt !== null).length,
  };
}

/** Whoever has a seat in it, as accounts; a post where it waits for whoever holds that post. */
export const seatsOf = (state: Known): readonly string[] => [
  ...new Set(
    SEATS.flatMap((name) => {
      const seat = seatOf(state, name);
      if (seat === null) return [];
      return [seat.account ?? seatKey(seat.post)];
    }),
  ),
];

/** No account looks like it: accounts hold no slash. */
export const seatKey = ({ unit, role }: { readonly unit: string; readonly role: string }): string =>
  `${unit}/${role}`;
