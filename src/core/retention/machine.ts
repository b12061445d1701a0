import { type CaseState, isOpen } from '../case/state.ts';
import { recompute } from '../clock/acts.ts';
import { clockOf } from '../clock/clock.ts';
import { refuse } from './refusals.ts';
import { rule } from './scene.ts';
import { KNOWN } from './state.ts';

/**
 * The worker found that nobody waits for a text of the matter. The case is read with it, so that one
 * that is at work again while this is decided is not erased. From here on it binds: the keys go next,
 * whatever is killed in between.
 */
export const erase = rule('erase', {
  from: ['due'],
  decide({ case: about, streams }, tell) {
    const matter = tell.facts.others.get(about) as CaseState | undefined;
    if (about !== tell.state.case || matter === undefined || isOpen(matter)) {
      return refuse('retention.case-open');
    }
    return tell.dropAll('erased').say('ErasureOrdered', { class: tell.state.class.code, streams });
  },
});

/** The keys are gone, and their names stand in the list that a restore replays. */
export const confirmErased = rule('confirm-erased', {
  from: ['erasing'],
  decide(_, tell) {
    const { class: kept, streams } = tell.state;
    return tell.say('Erased', { class: kept.code, name: kept.name, streams });
  },
});

/** The worker says that a clock's instant has come. What follows from that precedes every act. */
export const clockDue = rule('clock-due', {
  from: KNOWN,
  decide({ clock: id }, tell) {
    const clock = clockOf(tell.known.clocks, id);
    const told = clock !== undefined && (clock.breachedAt !== null || clock.endedAt !== null);
    return told && tell.events.length > 0 ? null : refuse('retention.clock-not-due', { clock: id });
  },
});

/** A year's calendar was published: what was counted by plain weekdays is counted again. */
export const recomputeClocks = rule('recompute-clocks', {
  from: KNOWN,
  decide({ calendar: id }, tell) {
    const calendar = tell.facts.institution.calendars.get(id);
    const events = calendar === undefined ? [] : recompute(tell.known.clocks, calendar);
    if (events.length === 0) return refuse('retention.nothing-to-recompute', { calendar: id });
    for (const event of events) tell.add(event);
    return tell;
  },
});
