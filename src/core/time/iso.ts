import { DAY, dateOfWall, formatCivilDate, type Instant, MINUTE, parseCivilDate } from './civil.ts';
import type { Zone } from './zone.ts';

/** ISO 8601 as the zone's wall shows it, offset included: '2026-02-25T16:20:00+08:00'. */
export function formatIso(instant: Instant, zone: Zone): string {
  const wall = zone.toWall(instant);
  const date = dateOfWall(wall);
  const ms = wall - date * DAY;
  const clock = [Math.floor(ms / 3_600_000), Math.floor(ms / MINUTE) % 60]
    .concat(Math.floor(ms / 1000) % 60)
    .map(two)
    .join(':');
  const fraction = ms % 1000 === 0 ? '' : `.${String(ms % 1000).padStart(3, '0')}`;
  return `${formatCivilDate(date)}T${clock}${fraction}${formatOffset(zone.offsetAt(instant))}`;
}

/**
 * Reads an ISO 8601 instant to the minute, second or millisecond. Without an offset it is read off
 * the wall of `zone`. Null where it is not of that form or names no day or time.
 */
export function parseIso(text: string, zone: Zone): Instant | null {
  const match =
    /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,3}))?)?(Z|[+-]\d{2}:?\d{2})?$/.exec(
      text,
    );
  if (match === null) return null;
  const [, day = '', hours = '', minutes = '', seconds = '0', fraction = '0', offset] = match;
  const date = parseCivilDate(day);
  if (date === null || Number(hours) > 23 || Number(minutes) > 59 || Number(seconds) > 59) {
    return null;
  }
  const clock = (Number(hours) * 60 + Number(minutes)) * MINUTE + Number(seconds) * 1000;
  const wall = date * DAY + clock + Number(fraction.padEnd(3, '0'));
  return offset === undefined ? zone.toInstant(wall) : wall - parseOffset(offset);
}

function parseOffset(text: string): number {
  if (text === 'Z') return 0;
  const size = (Number(text.slice(1, 3)) * 60 + Number(text.slice(-2))) * MINUTE;
  return text.startsWith('-') ? -size : size;
}

function formatOffset(offset: number): string {
  const minutes = Math.floor(Math.abs(offset) / MINUTE);
  return `${offset < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

function two(n: number): string {
  return String(n).padStart(2, '0');
}
