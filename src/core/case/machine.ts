import { recompute } from '../clock/acts.ts';
import { clockOf } from '../clock/clock.ts';
import { refuse } from './refusals.ts';
import { rule } from './scene.ts';
import { OPEN } from './state.ts';

/** The worker says that a clock's instant has come. The breach itself precedes every act. */
export const clockDue = rule('clock-due', {
  from: OPEN,
  // What an act entered late began may have been due before the present status did.
  anyOrder: true,
  decide({ clock: id }, { state }) {
    const clock = clockOf(state.clocks, id);
    if (clock === undefined) return refuse('case.no-such-clock', { clock: id });
    return clock.breachedAt === null ? refuse('case.clock-not-due', { clock: id }) : { events: [] };
  },
});

/** A year's calendar was published: what was counted by plain weekdays is counted again. */
export const recomputeClocks = rule('recompute-clocks', {
  from: OPEN,
  decide({ calendar: id }, { state, facts }) {
    const calendar = facts.institution.calendars.get(id);
    const events = calendar === undefined ? [] : recompute(state.clocks, calendar);
    return events.length === 0 ? refuse('case.nothing-to-recompute', { calendar: id }) : { events };
  },
});
