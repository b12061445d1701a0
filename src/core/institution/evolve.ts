import type { Instant, Recorded } from '../process.ts';
import type { AdoptedRulebook, InstitutionEvent } from './events.ts';
import type { InstitutionState } from './state.ts';

export function evolve(
  state: InstitutionState,
  event: Recorded<InstitutionEvent>,
): InstitutionState {
  if (event.type === 'CalendarPublished') {
    return { ...state, calendars: [...state.calendars, event.data] };
  }
  if (event.type === 'RulebookAdopted') {
    const { hash, id, version, effectiveFrom } = event.data;
    const lawful =
      state.status === 'lawful'
        ? state
        : {
            ...state,
            status: 'lawful' as const,
            rulebooks: [],
            delegations: [],
            standIns: [],
            recusals: [],
          };
    return {
      ...lawful,
      rulebooks: inOrder([...lawful.rulebooks, { hash, id, version, effectiveFrom }]),
    };
  }
  if (state.status === 'founding') throw new Error(`${event.type} before the first rulebook`);
  switch (event.type) {
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

const inOrder = (rulebooks: readonly AdoptedRulebook[]) =>
  rulebooks.toSorted((a, b) => a.effectiveFrom - b.effectiveFrom);

function ended<T extends { readonly id: string; readonly validTo: Instant | null }>(
  entries: readonly T[],
  end: { readonly id: string; readonly at: Instant },
): readonly T[] {
  return entries.map((entry) => (entry.id === end.id ? { ...entry, validTo: end.at } : entry));
}
