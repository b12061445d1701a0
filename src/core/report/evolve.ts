import { evolveClocks, isClockEvent } from '../clock/evolve.ts';
import type { Recorded } from '../process.ts';
import type { ReportEvent } from './events.ts';
import { isOpen, type ReportState } from './state.ts';

/**
 * The state after an event. Every result is read from the event, none is computed again; an event
 * that cannot follow the state is a fault, never skipped.
 */
export function evolve(state: ReportState, event: Recorded<ReportEvent>): ReportState {
  const at = event.occurredAt;
  if (event.type === 'ReportReceived' && state.status === 'none') {
    const { unit, rulebook, words, keys } = event.data;
    const told = [{ words, keys, at }];
    return { status: 'received', unit, rulebook, receivedAt: at, told, interested: [], clocks: [] };
  }
  if (state.status === 'none') throw impossible(state, event);
  if (isClockEvent(event)) return { ...state, clocks: evolveClocks(state.clocks, event) };
  if (!isOpen(state)) throw impossible(state, event);
  switch (event.type) {
    case 'ReportAddedTo':
      return { ...state, told: [...state.told, { ...event.data, at }] };
    case 'InterestDeclared':
      return { ...state, interested: [...state.interested, event.data.account] };
    case 'ReportTakenIn':
      if (state.status === 'received') return { ...state, status: 'looked-at', lookedAt: at };
      break;
    case 'ReportHandedOver':
      if (state.status === 'looked-at') {
        return { ...state, status: 'handed-over', channel: event.data.channel, endedAt: at };
      }
      break;
    case 'ReportConcluded':
      if (state.status === 'looked-at') {
        return { ...state, status: 'concluded', answer: event.data.answer, endedAt: at };
      }
      break;
  }
  throw impossible(state, event);
}

const impossible = ({ status }: ReportState, { type }: { readonly type: string }) =>
  new Error(`report: ${type} cannot follow status ${status}`);
