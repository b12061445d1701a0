import * as clockActs from '../clock/acts.ts';
import { type Clock, earliest } from '../clock/clock.ts';
import { climb } from './nominating.ts';
import { lawFor, type Telling } from './scene.ts';

/**
 * What has fallen due by now, each at its own due time, and what the rulebook of that time makes of
 * it: the same whoever looks, and whenever. It goes on until nothing is left to tell.
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
  if (clock.kind === 'follow-up') {
    // Nobody was late: what the person agreed to has run out.
    tell.drop(clock.id, 'expired', at).say('FollowUpEnded', { why: 'expired' }, at);
    return;
  }
  for (const breach of clockActs.breaches([clock], at)) tell.add(breach);
  if (clock.kind === 'accept') {
    // Not answered in time: nobody's silence holds a matter down.
    climb(tell, null, at);
    return;
  }
  if (clock.kind === 'extension-decision') {
    lapse(tell, clock, at);
    return;
  }
  tell.climb(clock.id, at);
}

/** Undecided: it was not granted, and the end date stands. */
function lapse(tell: Telling, clock: Clock, at: number): void {
  tell.drop(clock.id, 'undecided', at);
  const { known } = tell;
  if (!('extension' in known) || known.extension === null) return;
  const { number } = known.extension;
  tell.say('ExtensionDecided', { number, granted: false, reason: 'undecided', newDueAt: null }, at);
}
