import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Calendar, DueQuestion, Duration, DurationUnit } from '../../src/core/time/index.ts';
import { dueAt } from '../../src/core/time/index.ts';
import { oracleDue } from './time-oracle.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** Zones, each with dates around which its clocks or its calendar do something. */
const PLACES: readonly (readonly [string, ...string[]])[] = [
  ['Asia/Shanghai', '2026-02-13', '2024-02-28', '1991-04-14'],
  ['America/New_York', '2026-03-08', '2026-11-01', '2011-12-24'],
  ['Europe/London', '2026-03-29', '2026-10-25'],
  ['America/Sao_Paulo', '2017-10-15', '2018-02-17'],
  ['Australia/Lord_Howe', '2026-04-05', '2026-10-04'],
  ['Asia/Kathmandu', '2026-01-31'],
];

const LARGEST: Readonly<Record<DurationUnit, number>> = {
  minute: 3000,
  hour: 80,
  workHour: 40,
  day: 20,
  workDay: 12,
  month: 2,
};

const minutes = (from: number, to: number) =>
  fc.integer({ min: from / MINUTE, max: to / MINUTE }).map((n) => n * MINUTE);

/** Half of them on the hour, where offices open and close and days end. */
const moments = (from: number, to: number) =>
  fc.oneof(
    minutes(from, to),
    minutes(from, to).map((offset) => Math.round(offset / (60 * MINUTE)) * 60 * MINUTE),
  );

const duration: fc.Arbitrary<Duration> = fc
  .constantFrom(...(Object.keys(LARGEST) as DurationUnit[]))
  .chain((unit) =>
    fc.record({
      unit: fc.constant(unit),
      n: fc.integer({ min: 0, max: LARGEST[unit] }),
      countFrom: fc.constantFrom('instant' as const, 'nextDay' as const),
      ends: fc.constantFrom('same-time' as const, 'office-close' as const, 'day-end' as const),
      rollIfHoliday: fc.boolean(),
    }),
  );

const OFFICE_HOURS = [
  [
    { from: '09:00', to: '12:00' },
    { from: '14:00', to: '18:00' },
  ],
  [{ from: '08:30', to: '17:30' }],
  [{ from: '00:00', to: '24:00' }],
  [
    { from: '00:00', to: '02:30' },
    { from: '22:00', to: '24:00' },
  ],
];

const name = { zh: '假', en: 'Off' };
const dateOf = (instant: number) => new Date(instant).toISOString().slice(0, 10);

/** A calendar with data for every year near `around`, and oddities in the weeks about it. */
function calendarAround(zone: string, around: number): fc.Arbitrary<Calendar> {
  const days = fc.uniqueArray(fc.integer({ min: -20, max: 60 }), { maxLength: 14 });
  return fc
    .record({
      off: days,
      worked: days,
      officeHours: fc.constantFrom(...OFFICE_HOURS),
      weekend: fc.constantFrom([0, 6], [5, 6], [0], []),
    })
    .map(({ off, worked, officeHours, weekend }) => {
      const named = (list: number[]) =>
        Object.fromEntries(list.map((day) => [dateOf(around + day * DAY), name]));
      const [holidays, workdays] = [
        named(off.filter((day) => !worked.includes(day))),
        named(worked),
      ];
      const middle = new Date(around).getUTCFullYear();
      const years = [middle - 1, middle, middle + 1].map((year) => {
        const ofYear = (all: Record<string, typeof name>) =>
          Object.fromEntries(Object.entries(all).filter(([day]) => day.startsWith(`${year}`)));
        const data = {
          holidays: ofYear(holidays),
          workdays: ofYear(workdays),
          citation: 'made up',
        };
        return [year, data] as const;
      });
      return {
        id: 'any',
        version: '1',
        zone,
        officeHours,
        weekend,
        years: Object.fromEntries(years),
      };
    });
}

const question: fc.Arbitrary<DueQuestion> = fc
  .constantFrom(...PLACES.flatMap(([zone, ...dates]) => dates.map((date) => ({ zone, date }))))
  .chain(({ zone, date }) => {
    const around = Date.parse(`${date}T00:00Z`);
    return fc.record({
      start: moments(-6 * DAY, 6 * DAY).map((offset) => around + offset),
      duration,
      calendar: calendarAround(zone, around),
      suspensions: fc.array(
        fc
          .record({ from: minutes(-8 * DAY, 25 * DAY), length: minutes(MINUTE, 5 * DAY) })
          .map(({ from, length }) => ({ from: around + from, to: around + from + length })),
        { maxLength: 3 },
      ),
    });
  });

/** The few hours in which a wall is no guide to the time: limits and suspensions end among them. */
const clockChange: fc.Arbitrary<DueQuestion> = fc
  .constantFrom(
    { zone: 'America/New_York', change: '2026-03-08T07:00Z' },
    { zone: 'America/New_York', change: '2026-11-01T06:00Z' },
    { zone: 'America/Sao_Paulo', change: '2017-10-15T03:00Z' },
    { zone: 'America/Sao_Paulo', change: '2018-02-18T02:00Z' },
    { zone: 'Australia/Lord_Howe', change: '2026-10-03T15:30Z' },
  )
  .chain(({ zone, change }) => {
    const around = Date.parse(change);
    const near = minutes(-180 * MINUTE, 180 * MINUTE).map((offset) => around + offset);
    return fc.record({
      start: fc.tuple(near, fc.integer({ min: 0, max: 2 })).map(([at, days]) => at - days * DAY),
      duration: fc.record({
        n: fc.integer({ min: 0, max: 2 }),
        unit: fc.constantFrom('day' as const, 'workDay' as const, 'hour' as const),
        ends: fc.constantFrom('same-time' as const, 'day-end' as const),
      }),
      calendar: calendarAround(zone, around),
      suspensions: fc.array(
        fc
          .record({ from: near, length: minutes(MINUTE, 90 * MINUTE) })
          .map(({ from, length }) => ({ from, to: from + length })),
        { maxLength: 2 },
      ),
    });
  });

/** Starts on the last days of months, where the months after may have no such day. */
const monthEnd: fc.Arbitrary<DueQuestion> = fc
  .record({ year: fc.integer({ min: 2023, max: 2026 }), month: fc.integer({ min: 0, max: 11 }) })
  .chain(({ year, month }) => {
    const around = Date.UTC(year, month + 1, 1);
    return fc.record({
      start: moments(-4 * DAY, DAY).map((offset) => around + offset),
      duration: fc.record({
        n: fc.integer({ min: 0, max: 14 }),
        unit: fc.constant('month' as const),
        ends: fc.constantFrom('office-close' as const, 'day-end' as const),
        rollIfHoliday: fc.boolean(),
      }),
      calendar: calendarAround('Asia/Shanghai', around),
      suspensions: fc.constant([]),
    });
  });

const RUNS = { numRuns: 400 };

describe('a due time', () => {
  test.each([
    ['anywhere', question],
    ['on the night the clocks change', clockChange],
    ['at the end of months', monthEnd],
  ])(
    'is the minute at which a minute-by-minute count ends, %s',
    (_where, questions) => {
      fc.assert(
        fc.property(questions, (asked) => {
          expect(new Date(dueAt(asked).due)).toEqual(new Date(oracleDue(asked)));
        }),
        RUNS,
      );
    },
    60_000,
  );

  test('closes with the day its last hour was worked on, where the clocks skip midnight', () => {
    const asked: DueQuestion = {
      start: Date.parse('2017-10-15T00:00Z'),
      duration: { n: 2, unit: 'workHour', ends: 'office-close' },
      calendar: {
        id: 'any',
        version: '1',
        zone: 'America/Sao_Paulo',
        officeHours: [
          { from: '00:00', to: '02:30' },
          { from: '22:00', to: '24:00' },
        ],
        weekend: [0],
        years: { 2017: { holidays: {}, workdays: {}, citation: 'made up' } },
      },
      suspensions: [],
    };
    expect(new Date(dueAt(asked).due)).toEqual(new Date('2017-10-15T03:00Z'));
    expect(new Date(oracleDue(asked))).toEqual(new Date('2017-10-15T03:00Z'));
  });

  test('counts overlapping suspensions once in an hour the wall shows twice', () => {
    const years = { 2026: { holidays: {}, workdays: {}, citation: 'made up' } };
    const asked: DueQuestion = {
      start: Date.parse('2026-11-01T05:02Z'),
      duration: { n: 1, unit: 'day', ends: 'same-time' },
      calendar: {
        id: 'any',
        version: '1',
        zone: 'America/New_York',
        officeHours: [{ from: '09:00', to: '17:00' }],
        weekend: [0, 6],
        years,
      },
      suspensions: [
        { from: Date.parse('2026-11-01T06:00Z'), to: Date.parse('2026-11-01T06:03Z') },
        { from: Date.parse('2026-11-01T05:59Z'), to: Date.parse('2026-11-01T06:01Z') },
      ],
    };
    expect(new Date(dueAt(asked).due)).toEqual(new Date(oracleDue(asked)));
  });

  test('is the same when asked again and carries no doubt where every year has data', () => {
    fc.assert(
      fc.property(question, (asked) => {
        expect(dueAt(structuredClone(asked))).toEqual(dueAt(asked));
        expect(dueAt(asked).provisional).toBe(false);
      }),
      RUNS,
    );
  });

  test('is never before the start and never inside a suspension', () => {
    fc.assert(
      fc.property(question, (asked) => {
        const { due } = dueAt(asked);
        expect(due).toBeGreaterThanOrEqual(asked.start);
        for (const { from, to } of asked.suspensions) {
          const inside = Math.max(from, asked.start) < due && to !== null && due < to;
          expect(inside).toBe(false);
        }
      }),
      RUNS,
    );
  });

  test('is not moved by a suspension that begins once it has passed', () => {
    fc.assert(
      fc.property(
        question,
        minutes(0, 3 * DAY),
        minutes(MINUTE, 3 * DAY),
        (asked, after, length) => {
          const { due } = dueAt(asked);
          const late = { from: due + after, to: due + after + length };
          expect(dueAt({ ...asked, suspensions: [...asked.suspensions, late] }).due).toBe(due);
        },
      ),
      RUNS,
    );
  });

  test('is not moved by saying a suspension twice, in parts, or in another order', () => {
    fc.assert(
      fc.property(question, (asked) => {
        const parts = asked.suspensions.flatMap(({ from, to }) => {
          const middle = from + Math.floor(((to ?? from) - from) / 2 / MINUTE) * MINUTE;
          return [
            { from: middle, to },
            { from, to: Math.min(middle + MINUTE, to ?? from) },
          ];
        });
        const said = [...parts, ...asked.suspensions].reverse();
        expect(dueAt({ ...asked, suspensions: said }).due).toBe(dueAt(asked).due);
      }),
      RUNS,
    );
  });

  // Not so for three kinds that keep the start's time of day on a day others end on too: months cut
  // short, rolled days, and starts in an hour shown twice; nor where whole days are suspended.
  test('is never earlier for a later start', () => {
    fc.assert(
      fc.property(question, minutes(0, 3 * DAY), (asked, later) => {
        const { unit, ends, rollIfHoliday } = asked.duration;
        const sameTime = ends === 'same-time';
        fc.pre(!sameTime || (unit !== 'month' && !rollIfHoliday));
        const suspensions = sameTime ? asked.suspensions : [];
        const calendar = { ...asked.calendar, zone: 'Asia/Kathmandu' };
        const steady = { ...asked, calendar, suspensions };
        const next = dueAt({ ...steady, start: steady.start + later });
        expect(next.due).toBeGreaterThanOrEqual(dueAt(steady).due);
      }),
      RUNS,
    );
  });

  test('by a year without data is the one by plain weeks, and says so', () => {
    fc.assert(
      fc.property(question, (asked) => {
        const bare = { holidays: {}, workdays: {}, citation: 'none' };
        const years = Object.keys(asked.calendar.years);
        const plain = Object.fromEntries(years.map((year) => [year, bare]));
        const known = dueAt({ ...asked, calendar: { ...asked.calendar, years: plain } });
        const unknown = dueAt({ ...asked, calendar: { ...asked.calendar, years: {} } });
        expect(unknown.due).toBe(known.due);
        expect(unknown.provisional).toBe(unknown.basis.yearsWithoutData.length > 0);
      }),
      RUNS,
    );
  });

  test('leans on the calendar just where it says so', () => {
    fc.assert(
      fc.property(question, (asked) => {
        const without = { ...asked, calendar: { ...asked.calendar, years: {} } };
        const result = dueAt(without);
        if (!result.provisional) expect(result.due).toBe(dueAt(asked).due);
      }),
      RUNS,
    );
  });

  test('of a limit and its extension is that of their sum', () => {
    const unit = fc.constantFrom(
      'day' as const,
      'workDay' as const,
      'hour' as const,
      'workHour' as const,
    );
    const n = fc.integer({ min: 1, max: 12 });
    const ends = fc.constantFrom('same-time' as const, 'day-end' as const);
    fc.assert(
      fc.property(question, unit, n, n, ends, (asked, of, first, second, end) => {
        const hours = of === 'hour' || of === 'workHour';
        const limit = (m: number): Duration => ({
          n: m,
          unit: of,
          ends: hours ? 'same-time' : end,
        });
        const steady = { ...asked, calendar: { ...asked.calendar, zone: 'Asia/Kathmandu' } };
        const extended = { ...steady, duration: limit(first), extensions: [limit(second)] };
        const whole = { ...steady, duration: limit(first + second) };
        expect(dueAt(extended).due).toBe(dueAt(whole).due);
      }),
      RUNS,
    );
  });
});
