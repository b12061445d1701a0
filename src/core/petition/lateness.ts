import * as clockActs from '../clock/acts.ts';
import { type Clock, earliest } from '../clock/clock.ts';
import { lawFor, type Telling } from './scene.ts';
import { WINDOWS } from './words.ts';

/**
 * What has fallen due by now, each at its own due time, and what the rulebook of that time makes of
 * it: the same whoever looks, and whenever.
 */
export function lateness(tell: Telling): void {
  if (tell.state.status === 'none') return;
  const { institution, now } = tell.facts;
  const next = () => earliest(tell.known.clocks, now);
  for (let clock = next(); clock !== undefined; clock = next()) {
    fallDue(tell.under(lawFor(institution, tell.state, clock.dueAt) ?? tell.law), clock);
  }
}

function fallDue(tell: Telling, clock: Clock): void {
  const at = clock.dueAt;
  if (WINDOWS.includes(clock.kind)) {
    closeWindow(tell, clock, at);
    return;
  }
  for (const breach of clockActs.breaches([clock], at)) tell.add(breach);
  const { known } = tell;
  // Undecided in time the body keeps what was sent to it: nothing lies between two desks.
  if (clock.kind === 'return-decision' && known.status === 'objected') {
    const { office: unit } = known;
    tell.add({ ...clockActs.end(clock, 'undecided'), occurredAt: at });
    tell.say('TransferDecided', { unit, agreed: false, reason: null }, at);
    return;
  }
  tell.climb(clock.id, at);
}

/** Nobody was late; the way that stood open is closed. */
function closeWindow(tell: Telling, clock: Clock, at: number): void {
  tell.add({ ...clockActs.end(clock, 'window-closed'), occurredAt: at });
  if (clock.kind !== 'objection' && tell.known.status === 'told') {
    tell.say('PetitionConcluded', { ending: 'window' }, at);
  }
}
