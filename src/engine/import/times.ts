import type { Instant } from '../../core/process.ts';
import { DAY } from '../../core/time/civil.ts';
import { parseIso } from '../../core/time/iso.ts';
import type { Zone } from '../../core/time/zone.ts';

const DATE = /^(\d{1,4})[-/.](\d{1,2})[-/.](\d{1,4})$/;
const TIME = /^(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?\s*([ap]\.?m\.?)?$/i;

export interface TimeForm {
  readonly zone: Zone;
  /** In which order a date is written. */
  readonly dates: 'ymd' | 'mdy' | 'dmy';
}

/**
 * Reads a ledger's time off the wall of its zone (an ISO offset, where given, wins); null where it
 * is none. A date alone is its beginning, or with `end` the end of that day: who promised a day
 * had all of it.
 */
export function readTime(
  written: string,
  { zone, dates }: TimeForm,
  end: 'begins' | 'ends' = 'begins',
): Instant | null {
  const exact = parseIso(written, zone);
  if (exact !== null) return exact;
  const [, day = '', time] = /^(\S+?)(?:[T\s]\s*(.+))?$/.exec(written.trim()) ?? [];
  const date = isoDate(day, dates);
  const clock = time === undefined ? '00:00:00' : isoTime(time);
  if (date === null || clock === null) return null;
  const instant = parseIso(`${date}T${clock}`, zone);
  if (instant === null || time !== undefined || end === 'begins') return instant;
  return zone.toInstant(zone.toWall(instant) + DAY);
}

/** Whether a day is written, and no time of it. */
export const isDay = (written: string, dates: TimeForm['dates']): boolean =>
  isoDate(written.trim(), dates) !== null;

function isoDate(written: string, dates: TimeForm['dates']): string | null {
  const [, a = '', b = '', c = ''] = DATE.exec(written) ?? [];
  const [year = '', month = '', day = ''] =
    dates === 'ymd' ? [a, b, c] : dates === 'mdy' ? [c, a, b] : [c, b, a];
  if (year.length !== 4) return null;
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

function isoTime(written: string): string | null {
  const [, hour, minute = '', second = '00', half] = TIME.exec(written) ?? [];
  if (hour === undefined) return null;
  if (half === undefined) return `${hour.padStart(2, '0')}:${minute}:${second}`;
  const n = Number(hour);
  if (n < 1 || n > 12) return null;
  const of24 = (n % 12) + (half.toLowerCase().startsWith('p') ? 12 : 0);
  return `${String(of24).padStart(2, '0')}:${minute}:${second}`;
}
