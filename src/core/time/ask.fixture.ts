import { SHANGHAI } from './calendar.fixture.ts';
import type { Calendar } from './calendar.ts';
import { dueAt } from './due.ts';
import { type Duration, parseDuration } from './duration.ts';
import { formatIso, parseIso } from './iso.ts';
import type { DueResult } from './question.ts';
import { zoneOf } from './zone.ts';

export interface Options extends Omit<Partial<Duration>, 'n' | 'unit'> {
  readonly calendar?: Calendar;
  /** 'from/to', the latter empty while it lasts. */
  readonly suspended?: readonly string[];
  readonly extended?: readonly string[];
}

/** As the Civil Code of the PRC counts, articles 200 to 204. */
export const STATUTORY = {
  countFrom: 'nextDay',
  ends: 'office-close',
  rollIfHoliday: true,
} as const;

/** Asks in the words of the examples; local times are the calendar's. */
export function ask(start: string, limit: string, options: Options = {}): DueResult {
  const { calendar = SHANGHAI, suspended = [], extended = [], ...how } = options;
  const instant = (text: string) => {
    const read = parseIso(text, zoneOf(calendar.zone));
    if (read === null) throw new Error(`no instant: ${text}`);
    return read;
  };
  const duration = (text: string): Duration => {
    const read = parseDuration(text);
    if (read === null) throw new Error(`no duration: ${text}`);
    return { ...read, ...how };
  };
  return dueAt({
    start: instant(start),
    duration: duration(limit),
    extensions: extended.map(duration),
    calendar,
    suspensions: suspended.map((text) => {
      const [from = '', to = ''] = text.split('/');
      return { from: instant(from), to: to === '' ? null : instant(to) };
    }),
  });
}

/** The due time as the calendar's wall shows it, to the minute. */
export const local = (result: DueResult) =>
  formatIso(result.due, zoneOf(result.basis.calendar.zone)).replace(/:00([+-]..:..)$/, '$1');
