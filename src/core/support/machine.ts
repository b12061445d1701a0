import { recompute } from '../clock/acts.ts';
import { clockOf } from '../clock/clock.ts';
import { refuse } from './refusals.ts';
import { rule } from './scene.ts';
import { KNOWN } from './state.ts';

/** The worker says that a clock's instant has come. What follows from that precedes every act. */
export const clockDue = rule('clock-due', {
  // The window that closes may end it.
  from: KNOWN,
  anyOrder: true,
  decide({ clock: id }, tell) {
    const clock = clockOf(tell.state.clocks, id);
    const told = clock !== undefined && (clock.breachedAt !== null || clock.endedAt !== null);
    return told && tell.events.length > 0 ? null : refuse('support.clock-not-due', { clock: id });
  },
});

/** A year's calendar was published: what was counted by plain weekdays is counted again. */
export const recomputeClocks = rule('recompute-clocks', {
  from: ['offered', 'consented', 'delivered'],
  anyOrder: true,
  decide({ calendar: id }, tell) {
    const calendar = tell.facts.institution.calendars.get(id);
    const events = calendar === undefined ? [] : recompute(tell.state.clocks, calendar);
    if (events.length === 0) return refuse('support.nothing-to-recompute', { calendar: id });
    for (const event of events) tell.add(event);
    return tell;
  },
});
