import type { Instant, Recorded } from '../process.ts';
import type { InstitutionEvent } from './events.ts';
import type { InstitutionState, Lawful, ProposalEnd, Version } from './state.ts';

export function evolve(
  state: InstitutionState,
  event: Recorded<InstitutionEvent>,
): InstitutionState {
  if (event.type === 'CalendarPublished') {
    return { ...state, calendars: [...state.calendars, event.data] };
  }
  if (event.type === 'RulebookAdopted') {
    const { occurredAt: at, data } = event;
    const lawful = state.status === 'lawful' ? state : first(state);
    const adopted = {
      ...lawful,
      rulebooks: inOrder([...lawful.rulebooks, { ...data, approvedAt: at }]),
    };
    if (data.proposal === null) return adopted;
    return ending(adopted, data.proposal, { kind: 'approved', at, by: data.approvedBy });
  }
  if (state.status === 'founding') throw new Error(`${event.type} before the first rulebook`);
  const at = event.occurredAt;
  switch (event.type) {
    case 'RulebookProposed': {
      const made = { ...event.data, proposedAt: at, end: null };
      return { ...state, proposals: [...state.proposals, made] };
    }
    case 'ProposalTakenBack':
      return ending(state, event.data.proposal, { kind: 'takenBack', at });
    case 'ProposalTurnedDown': {
      const { proposal, by, reason } = event.data;
      return ending(state, proposal, { kind: 'turnedDown', at, by, reason });
    }
    case 'ProposalOvertaken': {
      const { proposal, version } = event.data;
      return ending(state, proposal, { kind: 'overtaken', at, version });
    }
    // What was ordered is kept in the log; the accounts themselves stand beside it.
    case 'StaffChanged':
      return state;
    case 'PowerDelegated':
      return { ...state, delegations: [...state.delegations, event.data] };
    case 'DelegationEnded':
      return { ...state, delegations: ended(state.delegations, event.data) };
    case 'StandInNamed':
      return { ...state, standIns: [...state.standIns, event.data] };
    case 'StandInEnded':
      return { ...state, standIns: ended(state.standIns, event.data) };
    case 'RecusalDeclared':
      return { ...state, recusals: [...state.recusals, event.data] };
    case 'RecusalEnded':
      return { ...state, recusals: ended(state.recusals, event.data) };
  }
}

const first = ({ calendars }: InstitutionState): Lawful => ({
  calendars,
  status: 'lawful',
  rulebooks: [],
  proposals: [],
  delegations: [],
  standIns: [],
  recusals: [],
});

const ending = (state: Lawful, id: string, end: ProposalEnd): Lawful => ({
  ...state,
  proposals: state.proposals.map((one) => (one.proposal === id ? { ...one, end } : one)),
});

const inOrder = (rulebooks: readonly Version[]) =>
  rulebooks.toSorted((a, b) => a.effectiveFrom - b.effectiveFrom);

function ended<T extends { readonly id: string; readonly validTo: Instant | null }>(
  entries: readonly T[],
  end: { readonly id: string; readonly at: Instant },
): readonly T[] {
  return entries.map((entry) => (entry.id === end.id ? { ...entry, validTo: end.at } : entry));
}
