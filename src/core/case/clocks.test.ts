import { describe, expect, it } from 'vitest';
import type { Clock } from '../clock/clock.ts';
import { smallInstitution } from '../rulebook/small.fixture.ts';
import {
  adds,
  asksExtension,
  decidesExtension,
  did,
  district,
  given,
  HOUR,
  MONDAY,
  machine,
  nothing,
  resumes,
  suspends,
  tellsExtension,
  usual,
  usually,
  when,
} from './given.fixture.ts';
import type { CaseState } from './state.ts';

const DAY = 24 * HOUR;
const clock = (state: CaseState, id: string): Clock => {
  const found = state.status === 'none' ? undefined : state.clocks.find((one) => one.id === id);
  if (found === undefined) throw new Error(`no ${id}`);
  return found;
};

describe('lateness', () => {
  it('is told before the act that comes too late, at its own due time', () => {
    const story = usually('received');
    const late = { ...usual.triage, now: MONDAY + 3 * DAY };
    const { events, state } = given(story, late);
    expect(events[story.events.length]).toMatchObject({
      type: 'ClockBreached',
      occurredAt: clock(story.state, 'triage-1').dueAt,
      recordedAt: MONDAY + 3 * DAY,
    });
    expect(clock(state, 'triage-1')).toMatchObject({ status: 'met', breachedAt: MONDAY + DAY });
  });

  it('stays when the act is entered late with an earlier time of its own', () => {
    const entered = { ...usual.triage, now: MONDAY + 3 * DAY, at: MONDAY + HOUR };
    const { state } = given(usually('received'), entered);
    expect(clock(state, 'triage-1')).toMatchObject({
      breachedAt: MONDAY + DAY,
      endedAt: MONDAY + HOUR,
    });
  });

  it('is told once: the duty goes on, the clock does not fall due again', () => {
    const tick = did(
      machine('tick'),
      { type: 'clock-due', data: { clock: 'triage-1', revision: 1 } },
      { now: MONDAY + 3 * DAY },
    );
    const late = given(usually('received'), tick);
    expect(clock(late.state, 'triage-1')).toMatchObject({ status: 'running' });
    expect(adds(late, { ...usual.triage, now: MONDAY + 5 * DAY })).toEqual([
      'Triaged',
      'ClockMet triage-1',
      'ClockStarted dispatch-1',
    ]);
  });
});

describe('a suspension', () => {
  it('stops every clock of the lead unit and moves its due time by what stood still', () => {
    const story = usually('handling');
    expect(adds(story, suspends())).toEqual(['ClockSuspended reply-1', 'ClockSuspended contact-1']);
    const paused = given(story, suspends('reply-1'));
    const again = given(paused, { ...resumes(), now: paused.now + 2 * DAY });
    const before = clock(story.state, 'reply-1');
    expect(clock(again.state, 'reply-1')).toMatchObject({
      status: 'running',
      dueAt: before.dueAt + 2 * DAY,
      revision: 2,
      suspensions: [{ reason: 'hearing', from: paused.now, to: paused.now + 2 * DAY }],
    });
  });

  it('cannot have been lifted before it began', () => {
    const paused = given(usually('handling'), suspends());
    const before = { ...resumes(), now: paused.now + HOUR, at: paused.now - 1 };
    expect(when(paused, before)).toMatchObject({ code: 'case.before-last-step' });
  });

  it('cannot reach back into the one before', () => {
    const lifted = given(usually('handling'), suspends(), { ...resumes(), now: MONDAY + 3 * DAY });
    const late = { ...suspends(), now: MONDAY + 4 * DAY, at: MONDAY + 3 * DAY - 1 };
    expect(when(lifted, late)).toMatchObject({ code: 'case.before-last-step' });
    expect(adds(lifted, { ...late, at: MONDAY + 3 * DAY })).toContain('ClockSuspended reply-1');
  });

  it('does not fall due while it stands still', () => {
    const paused = given(usually('handling'), suspends());
    const much = { ...resumes(), now: paused.now + 30 * DAY };
    expect(adds(paused, much)).toEqual(['ClockResumed reply-1', 'ClockResumed contact-1']);
  });
});

describe('an extension', () => {
  it('moves the clock only when the person has been told', () => {
    const story = usually('handling');
    const before = clock(story.state, 'reply-1').dueAt;
    const granted = given(story, asksExtension(), decidesExtension());
    expect(clock(granted.state, 'reply-1').dueAt).toBe(before);
    expect(adds(granted, tellsExtension)).toEqual(['ExtensionTold', 'ClockExtended reply-1']);
    const told = given(granted, tellsExtension);
    expect(clock(told.state, 'reply-1').dueAt).toBe(before + 7 * DAY);
  });

  it('refused leaves everything as it was, and may be asked again', () => {
    const refused = given(usually('handling'), asksExtension(), decidesExtension(false));
    expect(refused.state).toMatchObject({ extension: null, extensionsTold: 0 });
    expect(adds(refused, asksExtension())).toEqual([
      'ExtensionAsked reply-1',
      'ClockStarted extension-decision-2',
    ]);
  });

  it('dies with the due time it wanted to move', () => {
    const asked = given(usually('handling'), asksExtension());
    const late = given(asked, { ...usual.contact, now: MONDAY + 20 * DAY });
    expect(late.events.map(({ type }) => type)).toContain('ClockBreached');
    const { state } = given(late, usual.reply);
    expect(state).toMatchObject({ status: 'replied', extension: null });
  });
});

describe('a year without a calendar', () => {
  const unpublished = {
    ...district(),
    calendars: new Map([
      [
        'cn',
        { ...calendarOf(), version: 'old', years: {} as ReturnType<typeof calendarOf>['years'] },
      ],
    ]),
  };

  it('never blocks intake; publication counts again', () => {
    const story = usually('handling', nothing(unpublished));
    expect(clock(story.state, 'reply-1').provisional).toBe(true);
    const festival = { zh: '节', en: 'festival' };
    const published = {
      ...calendarOf(),
      version: 'new',
      years: {
        '2026': { holidays: { '2026-03-04': festival }, workdays: {}, citation: 'illustrative' },
      },
    };
    const institution = { ...unpublished, calendars: new Map([['cn', published]]) };
    const recount = did(
      machine('tick'),
      { type: 'recompute-clocks', data: { calendar: 'cn' } },
      { institution },
    );
    expect(adds(story, recount)).toEqual(['ClockRecomputed reply-1', 'ClockRecomputed contact-1']);
    expect(clock(given(story, recount).state, 'reply-1')).toMatchObject({
      provisional: false,
      calendar: { version: 'new' },
      dueAt: clock(story.state, 'reply-1').dueAt + DAY,
    });
  });
});

describe('the institution’s own promise', () => {
  it('is never later than the law’s limit', () => {
    const deadlines = law(district()).deadlines.map((line) =>
      line.clock === 'reply' ? { ...line, legal: { n: 3, unit: 'workDay' as const } } : line,
    );
    const story = usually('assigned', nothing(district({ deadlines })));
    const { dueAt, legalDueAt } = clock(story.state, 'reply-1');
    expect(dueAt).toBe(legalDueAt);
  });
});

function calendarOf() {
  const calendar = smallInstitution().calendars.get('cn');
  if (calendar === undefined) throw new Error('no calendar');
  return calendar;
}

function law(institution: ReturnType<typeof district>) {
  const [book] = institution.rulebooks;
  if (book === undefined) throw new Error('no rulebook');
  return book;
}
