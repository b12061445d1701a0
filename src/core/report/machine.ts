import { recompute } from '../clock/acts.ts';
import { clockOf } from '../clock/clock.ts';
import type { ReportEvent } from './events.ts';
import { refuse } from './refusals.ts';
import { rule } from './scene.ts';

/** The worker says that a clock's instant has come. That it has is told before every act. */
export const clockDue = rule('clock-due', {
  from: ['received', 'looked-at'],
  decide({ clock: id }, tell) {
    const clock = clockOf(tell.state.clocks, id);
    const told = clock !== undefined && clock.dueAt <= tell.facts.now && tell.events.length > 0;
    return told ? tell : refuse('report.clock-not-due', { clock: id });
  },
});

/** A year's calendar was published: what was counted by plain weekdays is counted again. */
export const recomputeClocks = rule('recompute-clocks', {
  from: ['received', 'looked-at'],
  decide({ calendar: id }, tell) {
    const calendar = tell.facts.institution.calendars.get(id);
    const events = calendar === undefined ? [] : recompute(tell.state.clocks, calendar);
    if (events.length === 0) return refuse('report.nothing-to-recompute', { calendar: id });
    for (const event of events) tell.add(event as ReportEvent);
    return tell;
  },
});
