import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Calendar } from '../../core/time/calendar.ts';
import { readCalendar } from './read.ts';

const FOLDER = new URL('../../../calendars/', import.meta.url);

/** The ids of the calendars in `calendars/`, in order. */
export function shippedCalendarIds(): string[] {
  return readdirSync(FOLDER)
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => name.slice(0, -'.yaml'.length))
    .sort();
}

/**
 * A calendar of `calendars/`, or null if none has that id.
 *
 * @throws FileFault if its file is not in order
 */
export function shippedCalendar(id: string): Calendar | null {
  const file = new URL(`${id}.yaml`, FOLDER);
  if (!/^[a-z][a-z0-9-]*$/.test(id) || !existsSync(fileURLToPath(file))) return null;
  return readCalendar(`calendars/${id}.yaml`, readFileSync(file, 'utf8'));
}

/** Every shipped calendar, by id. */
export function shippedCalendars(): ReadonlyMap<string, Calendar> {
  const found = shippedCalendarIds().map((id) => [id, shippedCalendar(id)] as const);
  return new Map(found.filter((pair): pair is [string, Calendar] => pair[1] !== null));
}
