import type { Recorded } from '../process.ts';
import { lifted } from './acts.ts';
import type { Clock } from './clock.ts';
import type { ClockEvent, Due } from './events.ts';

export const isClockEvent = (event: { readonly type: string }): event is ClockEvent =>
  event.type.startsWith('Clock');

type Change = (clock: Clock) => Clock;

/** The clocks after an event. Naming a clock the stream does not have is a fault. */
export function evolveClocks(
  clocks: readonly Clock[],
  event: Pick<Recorded<ClockEvent>, 'type' | 'data' | 'occurredAt'> & ClockEvent,
): readonly Clock[] {
  if (event.type === 'ClockStarted') return [...clocks, event.data.clock];
  const id = event.data.clock;
  if (!clocks.some((clock) => clock.id === id)) throw new Error(`${event.type}: no clock ${id}`);
  const change = changeOf(event);
  return clocks.map((clock) => (clock.id === id ? change(clock) : clock));
}

function changeOf(
  event: Exclude<ClockEvent, { type: 'ClockStarted' }> & { readonly occurredAt: number },
): Change {
  const at = event.occurredAt;
  switch (event.type) {
    case 'ClockMet':
      return (clock) => ended(clock, 'met', event.data.at);
    case 'ClockEnded':
      return (clock) => ended(clock, 'void', at);
    case 'ClockBreached':
      return (clock) => ({ ...clock, breachedAt: clock.breachedAt ?? event.data.dueAt });
    case 'ClockSuspended':
      return (clock) => ({
        ...clock,
        status: 'suspended',
        suspensions: [...clock.suspensions, { reason: event.data.reason, from: at, to: null }],
      });
    case 'ClockResumed':
      return (clock) => ({
        ...moved(clock, event.data),
        status: 'running',
        suspensions: lifted(clock, at),
      });
    case 'ClockExtended':
      return (clock) => ({
        ...moved(clock, event.data),
        extensions: [...clock.extensions, event.data.by],
      });
    case 'ClockRecomputed':
      return (clock) => moved(clock, event.data);
    case 'ClockHandedOn':
      return (clock) => ({ ...clock, unit: event.data.unit });
  }
}

/** No longer owed from `at` on; a standstill ends with it. */
export const ended = (clock: Clock, status: 'met' | 'void', at: number): Clock => ({
  ...clock,
  status,
  endedAt: at,
  suspensions: lifted(clock, at),
});

const moved = (clock: Clock, { dueAt, legalDueAt, provisional, calendar }: Due): Clock => ({
  ...clock,
  dueAt,
  legalDueAt,
  provisional,
  calendar,
  revision: clock.revision + 1,
});
