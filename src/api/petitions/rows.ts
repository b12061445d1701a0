import type { PetitionRow, PetitionStatus } from '../../contract/petitions.ts';
import { leftWords } from '../../core/clock/tone.ts';
import { clockTone } from '../../core/time/index.ts';
import type { ListEntry } from '../../engine/ports.ts';
import type { Setting } from '../cases/reading.ts';
import { iso, isoOrNull } from '../route.ts';

/** A line of the petition desk. Nothing in it was said by or about the person. */
export function petitionRow(
  row: ListEntry,
  stage: PetitionRow['stage'],
  { names, law, now }: Setting,
): PetitionRow {
  const { dueAt } = row;
  return {
    id: row.stream,
    version: row.version,
    case: row.about ?? row.stream,
    status: row.status as PetitionStatus,
    stage,
    outcome: row.outcome,
    title: row.title,
    placeName: names.unit(row.place),
    holder: row.holder,
    holderName: names.unit(row.holder),
    openedAt: iso(row.openedAt),
    endedAt: isoOrNull(row.endedAt),
    dueAt: isoOrNull(dueAt),
    left: dueAt === null ? null : leftWords(now, dueAt, law.calendar),
    tone: dueAt === null ? null : clockTone(now, row.openedAt, dueAt),
    breaches: row.breaches,
  };
}
