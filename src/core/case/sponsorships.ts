import { calendarOf } from '../authority/institution.ts';
import { isLive } from '../clock/clock.ts';
import * as ladder from '../clock/ladder.ts';
import type { Decided, ListRow } from '../process.ts';
import type { CaseEvent } from './events.ts';
import { refuse } from './refusals.ts';
import { later, rule, type Scene, say } from './scene.ts';
import { governing, KNOWN, type Known } from './state.ts';

/**
 * A sponsorship's own reaction tells its case. From the day a leader has it the case's ladders rest,
 * for the leader's has the matter; once nobody has it they begin again at the foot.
 */
export const noteSponsorship = rule('note-sponsorship', {
  from: KNOWN,
  anyOrder: true,
  decide(note, scene) {
    const noted = say('SponsorshipNoted', note);
    const then = later<Known>(scene, [noted]);
    return { events: [noted, ...rested(then), ...resumed(scene, then)] };
  },
});

export const forgetSponsorship = rule('forget-sponsorship', {
  from: KNOWN,
  anyOrder: true,
  decide({ sponsorship }, scene) {
    if (!scene.state.sponsorships.some((note) => note.sponsorship === sponsorship)) {
      return refuse('case.no-such-sponsorship', { sponsorship });
    }
    const left = say('SponsorshipLeft', { sponsorship });
    return { events: [left, ...resumed(scene, later<Known>(scene, [left]))] };
  },
});

/** A leader has it: whatever its own ladders waited for is no longer owed. */
export const rested = ({ state }: Scene<Known>): readonly Decided<CaseEvent>[] =>
  governing(state) === undefined
    ? []
    : state.ladders.flatMap(({ clock }) => ladder.leave(state, clock, 'sponsored'));

/** What was missed meanwhile and is still owed is reminded of anew. */
function resumed(before: Scene<Known>, then: Scene<Known>): readonly Decided<CaseEvent>[] {
  if (governing(before.state) === undefined || governing(then.state) !== undefined) return [];
  const { law, facts } = then;
  const on = { law, calendar: calendarOf(facts.institution, law) };
  const missed = then.state.clocks.filter((clock) => isLive(clock) && clock.breachedAt !== null);
  const events: Decided<CaseEvent>[] = [];
  for (const clock of missed) {
    const { state } = later<Known>(then, events);
    if (state.ladders.some((one) => one.clock === clock.id)) continue;
    events.push(...ladder.climb(state, clock, facts.occurredAt, on));
  }
  return events;
}

/** Whoever reads it by a seat: accounts, or the post a nomination waits for. */
export function seatsOf({ sponsorships }: Known): Pick<ListRow, 'seats'> {
  const seats = sponsorships
    .filter(({ stage }) => stage !== 'ended')
    .flatMap(({ stage, sponsor, lead, liaison }) => {
      const { account, post } = sponsor ?? { account: null, post: null };
      const leader = account ?? (post === null ? null : `${post.unit}/${post.role}`);
      // What runs after the end is the liaison's, at the person's wish.
      const all =
        stage === 'following' ? [liaison.account] : [leader, lead.account, liaison.account];
      return all.filter((one) => one !== null);
    });
  return seats.length === 0 ? {} : { seats: [...new Set(seats)] };
}
