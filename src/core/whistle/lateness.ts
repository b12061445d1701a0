import * as clockActs from '../clock/acts.ts';
import { type Clock, earliest } from '../clock/clock.ts';
import { bind } from './answering.ts';
import { goOut } from './issuing.ts';
import { WINDOW } from './rating.ts';
import { lawFor, type Telling } from './scene.ts';

/**
 * What has fallen due by now, each at its own due time, and what the rulebook of that time makes of
 * it: the same whoever looks, and whenever. One miss may start a clock that is itself past due by now, so it goes
 * on until nothing is left to tell.
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
  if (clock.id === WINDOW) {
    closeWindow(tell, at);
    return;
  }
  for (const breach of clockActs.breaches([clock], at)) tell.add(breach);
  switch (clock.kind) {
    case 'screen':
      // Nobody's silence holds a whistle back.
      goOut(tell.meet(clock.id, at), 'time-out', at);
      break;
    case 'report-in': {
      const missed = tell.known.callOuts.find(
        ({ reportIn, presence }) => reportIn === clock.id && presence === null,
      );
      if (missed !== undefined) {
        tell.say('CallOutMissed', { callOut: missed.n, unit: missed.unit }, at);
        // Coming is signing: one promise is left, and one ladder.
        tell.drop(missed.sign, 'missed', at);
      }
      break;
    }
    case 'objection': {
      // 先办后议: undecided in time, the unit comes first and argues afterwards.
      const waiting = tell.known.callOuts.find(({ objection }) => objection?.clock === clock.id);
      if (waiting?.status === 'objected') {
        bind(tell, waiting, null, at).drop(clock.id, 'undecided', at);
      }
      break;
    }
  }
  tell.climb(clock.id, at);
}

/** A window closes; nobody was late, and who said nothing said nothing. */
function closeWindow(tell: Telling, at: number): void {
  const { known } = tell;
  const sealed = known.status === 'concluded' ? known.ratings.filter(({ open }) => !open) : [];
  tell.drop(WINDOW, 'window-closed', at);
  for (const { unit } of sealed) tell.say('RatingsOpened', { unit, why: 'window' }, at);
}
