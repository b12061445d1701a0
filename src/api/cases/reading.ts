import type { Institution } from '../../core/authority/institution.ts';
import { type CaseEvent, caseProcess } from '../../core/case/index.ts';
import type { CaseState, Known } from '../../core/case/state.ts';
import type { Instant, Recorded } from '../../core/process.ts';
import type { ListEntry } from '../../engine/ports.ts';
import { type AnyProcess, readEvent } from '../../engine/upcast.ts';
import { type AllNames, type Law, lawAt, namesOf } from '../names.ts';
import type { ApiParts, Reader } from '../parts.ts';
import { notFound } from '../problem.ts';
import { mayKnow } from './policy.ts';

/** What every answer of the API is told against: the law in force, its names, the store's time. */
export interface Setting {
  readonly institution: Institution;
  readonly law: Law;
  readonly names: AllNames;
  readonly now: Instant;
}

export async function settingOf(parts: ApiParts, reader: Reader): Promise<Setting> {
  const { institution, now } = await parts.present(reader.tenant);
  const law = lawAt(institution, now);
  return { institution, law, names: namesOf(institution, law), now };
}

/** One case as the log tells it. */
export interface Reading extends Setting {
  readonly row: ListEntry;
  readonly events: readonly Recorded<CaseEvent>[];
  readonly state: Known;
}

/** The case, when the reader may know of it; else the same 404 as for one that does not exist. */
export async function readCase(parts: ApiParts, reader: Reader, id: string): Promise<Reading> {
  const setting = await settingOf(parts, reader);
  const row = await parts.queries.entry(reader.tenant, id);
  if (row === null || row.process !== caseProcess.name) throw notFound();
  if (!mayKnow(reader, row, setting.institution, setting.law.rulebook, setting.now)) {
    throw notFound();
  }
  const reading = await readingOf(parts, reader, setting, row);
  if (reading === null) throw notFound();
  return reading;
}

/** A case's own log behind a row that the reader may know of; null where it has none. */
export async function readingOf(
  parts: ApiParts,
  reader: Reader,
  setting: Setting,
  row: ListEntry,
): Promise<Reading | null> {
  const rows = await parts.store.events(reader.tenant, row.stream);
  const events = rows.map(
    (event) => readEvent(caseProcess as unknown as AnyProcess, event) as Recorded<CaseEvent>,
  );
  const state = events.reduce<CaseState>(caseProcess.evolve, caseProcess.initial);
  return state.status === 'none' ? null : { ...setting, row, events, state };
}
