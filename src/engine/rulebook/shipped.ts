import { existsSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Rulebook } from '../../core/rulebook/rulebook.ts';
import { shippedCalendar } from '../calendar/shipped.ts';
import { loadRulebook } from './load.ts';

const FOLDER = new URL('../../../rulebooks/', import.meta.url);

/** Where a shipped rulebook's files lie. */
export const shippedFolder = (id: string): string => fileURLToPath(new URL(`${id}/`, FOLDER));

/** The ids of the rulebooks in `rulebooks/`, in order. */
export function shippedRulebookIds(): string[] {
  return readdirSync(FOLDER, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}

/**
 * A rulebook of `rulebooks/`, read against the shipped calendars, or null if none has that id.
 *
 * @throws FileFault if its files are not in order
 */
export function shippedRulebook(id: string): Rulebook | null {
  if (!/^[a-z][a-z0-9-]*$/.test(id) || !existsSync(shippedFolder(id))) return null;
  return loadRulebook(shippedFolder(id), {
    zoneOfCalendar: (calendar) => shippedCalendar(calendar)?.zone ?? null,
  });
}
