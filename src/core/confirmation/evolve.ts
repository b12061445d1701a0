import type { Recorded } from '../process.ts';
import type { ConfirmationEvent } from './events.ts';
import type { ConfirmationState } from './state.ts';

export function evolve(
  state: ConfirmationState,
  event: Recorded<ConfirmationEvent>,
): ConfirmationState {
  const at = event.occurredAt;
  if (event.type === 'ConfirmationAwaited') return { ...event.data, status: 'awaiting' };
  if (state.status !== 'none' && event.type === 'TextsErased') return { ...state, title: null };
  if (state.status === 'awaiting' && event.type === 'EntryConfirmed') {
    return { ...state, status: 'confirmed', endedAt: at };
  }
  if (state.status === 'awaiting' && event.type === 'EntryContested') {
    const { reason, supervisor } = event.data;
    return { ...state, status: 'contested', contest: { reason, supervisor, at } };
  }
  if (state.status === 'contested' && event.type === 'ContestNoted') {
    return { ...state, status: 'noted', endedAt: at };
  }
  throw new Error(`confirmation: ${event.type} cannot follow status ${state.status}`);
}
