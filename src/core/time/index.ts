/** Durations, calendars and due times: what the rest of the house uses of this folder. */
export type { Calendar, CalendarYear, OfficeHours } from './calendar.ts';
export type { CivilDate, Instant } from './civil.ts';
export { dueAt } from './due.ts';
export type { CountFrom, Duration, DurationUnit, Ends } from './duration.ts';
export { DURATION_FORMS, parseDuration } from './duration.ts';
export { explainDue } from './explain.ts';
export { formatIso, parseIso } from './iso.ts';
export type { ClockTone } from './left.ts';
export { clockTone, timeLeft } from './left.ts';
export type { DueBasis, DueNote, DueQuestion, DueResult, Suspension } from './question.ts';
export { zoneOf } from './zone.ts';
