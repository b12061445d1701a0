import type { CaseState, Known, StateOf, Status } from '../state.ts';

/** The state as one of the statuses an event may follow, or a fault that names both. */
export function after<Name extends Status>(
  state: CaseState,
  event: { readonly type: string },
  ...from: readonly Name[]
): StateOf<Name> {
  if (!from.some((status) => status === state.status)) {
    throw new Error(`case: ${event.type} cannot follow status ${state.status}`);
  }
  return state as StateOf<Name>;
}

export function known(state: CaseState, event: { readonly type: string }): Known {
  if (state.status === 'none') throw new Error(`case: ${event.type} before registration`);
  return state;
}

/** A ledger keeps no steps between: only its cases may come from these statuses. */
export const fromLedger = <Early extends Status>(
  state: CaseState,
  ...early: readonly Early[]
): readonly Early[] => (state.status !== 'none' && state.imported !== null ? early : []);
