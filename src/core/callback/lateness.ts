import * as clockActs from '../clock/acts.ts';
import { type Clock, earliest } from '../clock/clock.ts';
import { again } from './asking.ts';
import type { Telling } from './scene.ts';

/** What has fallen due by now, each at its own due time: the same whoever looks, and whenever. */
export function lateness(tell: Telling): void {
  if (tell.state.status === 'none') return;
  const next = () => earliest(tell.known.clocks, tell.facts.now);
  for (let clock = next(); clock !== undefined; clock = next()) fallDue(tell, clock);
}

function fallDue(tell: Telling, clock: Clock): void {
  const at = clock.dueAt;
  switch (clock.kind) {
    case 'wait':
      begin(tell.dropKind('wait', 'begun', at), at);
      break;
    case 'window':
      close(tell.dropKind('window', 'over', at), at);
      break;
    default:
      for (const breach of clockActs.breaches([clock], at)) tell.add(breach);
  }
}

/** From now on the unit owes its call, and the person may answer by their code. */
function begin(tell: Telling, at: number): void {
  const { known, law } = tell;
  if (known.status !== 'waiting') return;
  const { within, window, citation } = law.callback;
  tell
    .say('AskingBegan', { round: known.round }, at)
    .start('ask', known.asker, { duration: within, citation })
    .start('window', known.asker, { duration: window, citation });
}

/** Who said nothing said nothing; whether the unit called in time stands in its own clock. */
function close(tell: Telling, at: number): void {
  if (tell.known.status !== 'asking') return;
  tell.dropKind('ask', 'window-over', at).say('WindowClosed', { round: tell.known.round }, at);
  again(tell);
}
