import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { smallInstitution, smallRulebook } from '../rulebook/small.fixture.ts';
import type { Calendar } from '../time/calendar.ts';
import * as acts from './acts.ts';
import { type Clock, liveOf, overdue } from './clock.ts';
import { deadlineFor, dueOf } from './due.ts';
import type { ClockEvent } from './events.ts';
import { evolveClocks } from './evolve.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** Monday 2 March 2026, 10:00 in Shanghai. */
const MONDAY = Date.UTC(2026, 2, 2, 2);
const calendar = ((): Calendar => {
  const found = smallInstitution().calendars.get('cn');
  if (found === undefined) throw new Error('no calendar');
  return found;
})();
const citation = { text: { zh: '示例', en: 'illustrative' }, illustrative: true };
const terms = (legal: number | null = null, target?: number) => ({
  kind: 'reply',
  unit: 'u',
  at: MONDAY,
  deadline: {
    duration: { n: 5, unit: 'workDay' as const },
    legal: legal === null ? null : { n: legal, unit: 'workDay' as const },
    citation,
  },
  calendar,
  ...(target === undefined ? {} : { target }),
});

const at = (clocks: readonly Clock[], event: ClockEvent, occurredAt: number) =>
  evolveClocks(clocks, { ...event, occurredAt });
const only = (clocks: readonly Clock[]): Clock => {
  const [clock] = clocks;
  if (clock === undefined || clocks.length > 1) throw new Error(`${clocks.length} clocks`);
  return clock;
};
const started = (legal?: number, target?: number): Clock =>
  only(at([], acts.start([], terms(legal, target)), MONDAY));

describe('a clock', () => {
  it('counts its kind: the second promise has its own name', () => {
    const first = started();
    const again = acts.start([{ ...first, status: 'met' }], terms());
    expect(again.data.clock.id).toBe('reply-2');
  });

  it('is due at the promise, or at the law’s limit where that is earlier', () => {
    expect(started(9)).toMatchObject({ dueAt: MONDAY + 7 * DAY, legalDueAt: MONDAY + 11 * DAY });
    expect(started(3)).toMatchObject({ dueAt: MONDAY + 3 * DAY, legalDueAt: MONDAY + 3 * DAY });
  });

  it('is due when a ledger or a superior says, where they name the instant', () => {
    expect(started(undefined, MONDAY + HOUR)).toMatchObject({ dueAt: MONDAY + HOUR });
  });

  it('falls due once, at its due time, and runs on until it is met', () => {
    const clock = started();
    expect(overdue([clock], clock.dueAt - 1)).toEqual([]);
    const [breach] = acts.breaches([clock], clock.dueAt + 9 * DAY);
    expect(breach).toMatchObject({ occurredAt: clock.dueAt, data: { dueAt: clock.dueAt } });
    if (breach === undefined) throw new Error('no breach');
    const late = only(at([clock], breach, breach.occurredAt));
    expect(late).toMatchObject({ status: 'running', breachedAt: clock.dueAt });
    expect(overdue([late], clock.dueAt + 99 * DAY)).toEqual([]);
    const met = only(at([late], acts.meet(late, MONDAY), MONDAY));
    expect(met).toMatchObject({ status: 'met', breachedAt: clock.dueAt, endedAt: MONDAY });
  });

  it('does not fall due while it stands still', () => {
    const clock = started();
    const paused = at([clock], acts.suspend(clock, 'hearing'), MONDAY + HOUR);
    expect(overdue(paused, MONDAY + 99 * DAY)).toEqual([]);
    expect(liveOf(paused, 'reply')).toBeDefined();
  });

  it('names its breaches in the order they fell due', () => {
    const later = { ...started(), id: 'reply-2', dueAt: MONDAY + 9 * DAY };
    const told = acts.breaches([later, started()], MONDAY + 30 * DAY);
    expect(told.map(({ data }) => data.clock)).toEqual(['reply-1', 'reply-2']);
  });

  it('keeps its breach when the calendar is published', () => {
    const unpublished = { ...calendar, version: 'old', years: {} };
    const clock = only(at([], acts.start([], { ...terms(), calendar: unpublished }), MONDAY));
    expect(acts.recompute([clock], calendar)).toHaveLength(1);
    expect(acts.recompute([{ ...clock, breachedAt: clock.dueAt }], calendar)).toEqual([]);
    expect(acts.recompute([clock], { ...calendar, id: 'elsewhere' })).toEqual([]);
  });

  it('hands the duty on, and the promise stays', () => {
    const clock = started();
    const moved = only(at([clock], acts.handOn(clock, 'other'), MONDAY + HOUR));
    expect(moved).toEqual({ ...clock, unit: 'other' });
  });

  it('that the stream does not have is a fault', () => {
    expect(() => at([], acts.meet(started(), MONDAY), MONDAY)).toThrow('no clock reply-1');
  });
});

describe('the due time', () => {
  it('is the same whenever it is computed from what the clock keeps', () => {
    const pause = fc.record({ wait: fc.nat(2 * DAY), stand: fc.nat(5 * DAY) });
    const step = fc.oneof(pause, fc.integer({ min: 1, max: 4 }));
    fc.assert(
      fc.property(fc.array(step, { maxLength: 5 }), fc.constantFrom(null, 6, 9), (steps, legal) => {
        let clock = started(legal ?? undefined);
        let now = MONDAY;
        for (const one of steps) {
          if (typeof one === 'number') {
            const event = acts.extend(clock, { n: one, unit: 'workDay' }, calendar);
            clock = only(at([clock], event, now));
            continue;
          }
          now += one.wait;
          if (now >= clock.dueAt) break;
          clock = only(at([clock], acts.suspend(clock, 'hearing'), now));
          now += one.stand;
          clock = only(at([clock], acts.resume(clock, now, calendar), now));
        }
        expect(dueOf(clock, calendar)).toMatchObject({
          dueAt: clock.dueAt,
          legalDueAt: clock.legalDueAt,
        });
        expect(clock.dueAt).toBeLessThanOrEqual(clock.legalDueAt ?? clock.dueAt);
      }),
    );
  });

  it('follows the line of its urgency before the line for all', () => {
    const [line] = smallRulebook().deadlines;
    if (line === undefined) throw new Error('no deadline');
    const own = { ...line, urgency: 'urgent' };
    const law = smallRulebook({ deadlines: [line, own] });
    expect(deadlineFor(law, 'triage', 'urgent')).toBe(own);
    expect(deadlineFor(law, 'triage', 'normal')).toBe(line);
    expect(deadlineFor(law, 'triage', null)).toBe(line);
    expect(deadlineFor(smallRulebook({ deadlines: [own] }), 'triage', null)).toBe(own);
    expect(deadlineFor(law, 'other', null)).toBeNull();
  });
});
