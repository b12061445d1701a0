import type { Recorded } from '../process.ts';
import type { DeskKeyEvent } from './events.ts';
import type { DeskKeyState } from './state.ts';

export function evolve(state: DeskKeyState, event: Recorded<DeskKeyEvent>): DeskKeyState {
  const at = event.occurredAt;
  if (event.type === 'KeyOffered' && state.status === 'none') {
    return { ...event.data, status: 'offered', offeredAt: at };
  }
  if (event.type === 'KeyAgreed' && state.status === 'offered') {
    return { ...state, status: 'in-force', agreedBy: event.data.account, agreedAt: at };
  }
  if (event.type === 'KeyRetired' && (state.status === 'offered' || state.status === 'in-force')) {
    const { unit, account, alg, publicKey, fingerprint, offeredAt } = state;
    const agreed =
      state.status === 'in-force' ? { agreedBy: state.agreedBy, agreedAt: state.agreedAt } : null;
    const offered = { unit, account, alg, publicKey, fingerprint, offeredAt };
    return { ...offered, status: 'retired', agreed, why: event.data.why, endedAt: at };
  }
  throw new Error(`desk-key: ${event.type} cannot follow status ${state.status}`);
}
