import * as clockActs from '../clock/acts.ts';
import { type Clock, earliest } from '../clock/clock.ts';
import { over } from './offering.ts';
import { lawFor, type Telling } from './scene.ts';

/**
 * What has fallen due by now, each at its own due time, and what the rulebook of that time makes of
 * it: the same whoever looks, and whenever. One miss may start a clock that is itself past due by
 * now, so it goes on until nothing is left to tell.
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
  switch (clock.kind) {
    // Windows close. Nobody was late, and who said nothing said nothing.
    case 'support-answer':
      closed(tell, clock).say('Lapsed', { why: 'not-answered' }, at);
      over(tell, 'lapsed', at);
      return;
    case 'support-consent':
      closed(tell, clock).say('Lapsed', { why: 'consent-over' }, at);
      over(tell, 'lapsed', at);
      return;
    case 'support-receipt':
      closed(tell, clock).say('ReceiptUnanswered', {}, at);
      over(tell, 'unanswered', at);
      return;
    default:
      for (const breach of clockActs.breaches([clock], at)) tell.add(breach);
      tell.climb(clock.id, at);
  }
}

const closed = (tell: Telling, { id, dueAt }: Clock): Telling =>
  tell.drop(id, 'window-closed', dueAt);
