import * as clock from '../clock/acts.ts';
import { type Clock, clockOf } from '../clock/clock.ts';
import type { Instant } from '../process.ts';
import type { Calendar } from '../time/calendar.ts';
import { refuse } from './refusals.ts';
import { rule, type Scene } from './scene.ts';
import type { Handling } from './state.ts';

/** What may stand still: the lead unit's own promises, before they are late. */
const SUSPENDABLE: readonly string[] = ['reply', 'contact'];

/** 中止计时: for a reason the rulebook lists, never to hide lateness (invariant 16). */
export const suspend = rule('suspend', {
  from: ['handling'],
  decide({ clock: id, reason }, scene) {
    if (!scene.law.suspensionReasons.some(({ code }) => code === reason)) {
      return refuse('case.unknown-suspension-reason', { reason });
    }
    if (id !== null) {
      const no = unable(scene, id, 'running');
      if (no !== null) return no;
    }
    const chosen = own(scene, id).filter(
      (one) => one.status === 'running' && one.breachedAt === null,
    );
    if (chosen.length === 0) return refuse('case.nothing-to-suspend');
    const { occurredAt } = scene.facts;
    const since = Math.max(...chosen.map(ranSince));
    if (occurredAt < since) return refuse('case.before-last-step', { occurredAt, since });
    return { events: chosen.map((one) => clock.suspend(one, reason)) };
  },
});

export const resume = rule('resume', {
  from: ['handling'],
  decide({ clock: id }, scene) {
    const { facts } = scene;
    if (id !== null) {
      const no = unable(scene, id, 'suspended');
      if (no !== null) return no;
    }
    const chosen = own(scene, id).filter(({ status }) => status === 'suspended');
    if (chosen.length === 0) return refuse('case.nothing-to-resume');
    const from = Math.max(...chosen.flatMap((one) => one.suspensions.map((pause) => pause.from)));
    if (facts.occurredAt < from) {
      return refuse('case.before-last-step', { occurredAt: facts.occurredAt, since: from });
    }
    return {
      events: chosen.map((one) => clock.resume(one, facts.occurredAt, calendarFor(scene, one))),
    };
  },
});

/** Since when the clock has been running: a pause entered late may not reach into the one before. */
const ranSince = ({ startedAt, suspensions }: Clock): Instant =>
  Math.max(startedAt, ...suspensions.map(({ from, to }) => to ?? from));

const own = ({ state }: Scene<Handling>, id: string | null): readonly Clock[] =>
  state.clocks.filter(
    (one) =>
      (id === null || one.id === id) &&
      one.unit === state.order.lead &&
      SUSPENDABLE.includes(one.kind),
  );

function unable(scene: Scene<Handling>, id: string, wanted: 'running' | 'suspended') {
  const one = clockOf(scene.state.clocks, id);
  if (one === undefined) return refuse('case.no-such-clock', { clock: id });
  if (own(scene, id).length === 0) return refuse('case.clock-not-yours', { clock: id });
  if (one.status !== wanted) {
    const code = wanted === 'running' ? 'case.clock-not-running' : 'case.clock-not-suspended';
    return refuse(code, { clock: id });
  }
  return one.breachedAt === null || wanted === 'suspended'
    ? null
    : refuse('case.clock-overdue', { clock: id, dueAt: one.dueAt });
}

/** A clock keeps the calendar it began on, in its present version. */
export function calendarFor({ facts }: Scene, one: Clock): Calendar {
  const calendar = facts.institution.calendars.get(one.calendar.id);
  if (calendar === undefined) throw new Error(`case: no calendar ${one.calendar.id}`);
  return calendar;
}
