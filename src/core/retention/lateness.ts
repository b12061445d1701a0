import * as clockActs from '../clock/acts.ts';
import { type Clock, earliest } from '../clock/clock.ts';
import { lawFor, type Telling } from './scene.ts';
import { awaitsArchive, type Hold, liveHolds } from './state.ts';

/**
 * What has fallen due by now, each at its own due time, until nothing is left to tell: the same
 * whoever looks, and whenever.
 */
export function lateness(tell: Telling): void {
  if (tell.state.status === 'none') return;
  const { institution, now } = tell.facts;
  const next = () => earliest(tell.known.clocks, now);
  for (let clock = next(); clock !== undefined; clock = next()) {
    fallDue(tell.under(lawFor(institution, tell.state, clock.dueAt) ?? tell.law), clock);
  }
}

function fallDue(tell: Telling, { id, kind, dueAt: at, ...clock }: Clock): void {
  if (kind === 'keep') {
    lapse(tell, id, at);
    return;
  }
  for (const breach of clockActs.breaches([{ ...clock, id, kind, dueAt: at }], at)) {
    tell.add(breach, at);
  }
  const hold = liveHolds(tell.known).find((one) => one.clock === id);
  if (hold !== undefined) fallen(tell, hold, at);
}

/** Its time is over: nobody was late. What is to be archived is owed from now on. */
function lapse(tell: Telling, clock: string, at: number): void {
  tell.meet(clock, at).say('RetentionLapsed', {}, at);
  const { within: duration, citation } = tell.law.retention.transfer;
  if (awaitsArchive(tell.known)) tell.run('transfer', { duration, citation });
}

/**
 * Without a second officer a hold falls. Without a review it alarms and holds once more, so that
 * nobody's holiday destroys evidence; and then no longer, so that nobody's neglect keeps a person's
 * words for ever.
 */
function fallen(tell: Telling, { n: hold, agreedBy, overdue, clock }: Hold, at: number): void {
  const again = agreedBy !== null && !overdue;
  tell.drop(clock, again ? 'holds-once-more' : 'fallen', at);
  if (again) {
    const { grace: duration, citation } = tell.law.retention.hold;
    tell.say('HoldOverdue', { hold }, at).run('hold-review', { duration, citation });
  } else {
    const end = agreedBy === null ? 'NOT_AGREED' : 'NOT_REVIEWED';
    tell.say('HoldEnded', { hold, end, reason: null }, at);
  }
}
