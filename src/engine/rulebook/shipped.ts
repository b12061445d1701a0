import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Rulebook } from '../../core/rulebook/rulebook.ts';
import { shippedCalendar } from '../calendar/shipped.ts';
import { loadRulebook } from './load.ts';

const FOLDER = new URL('../../../rulebooks/', import.meta.url);
const PARTS = 'parts';

/** A part of law that any rulebook may include, as text; null where none has that id. */
export function shippedPart(id: string): string | null {
  const file = new URL(`${PARTS}/${id}/part.yaml`, FOLDER);
  return isId(id) && existsSync(file) ? readFileSync(file, 'utf8') : null;
}

const isId = (id: string): boolean => /^[a-z][a-z0-9-]*$/.test(id);

/** Where a shipped rulebook's files lie. */
export const shippedFolder = (id: string): string => fileURLToPath(new URL(`${id}/`, FOLDER));

/** The ids of the rulebooks in `rulebooks/`, in order. */
export function shippedRulebookIds(): string[] {
  return readdirSync(FOLDER, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== PARTS)
    .map((entry) => entry.name)
    .sort();
}

/**
 * A rulebook of `rulebooks/`, read against the shipped calendars, or null if none has that id.
 *
 * @throws FileFault if its files are not in order
 */
export function shippedRulebook(id: string): Rulebook | null {
  if (!isId(id) || id === PARTS || !existsSync(shippedFolder(id))) return null;
  return loadRulebook(shippedFolder(id), {
    zoneOfCalendar: (calendar) => shippedCalendar(calendar)?.zone ?? null,
    partNamed: shippedPart,
  });
}
