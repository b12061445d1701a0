import type { ClockRow } from './ports.ts';

/** What of a clock is kept as a row; the rest of it is in its stream's state. */
export function clockRow(clock: ClockRow): ClockRow {
  return {
    id: clock.id,
    kind: clock.kind,
    unit: clock.unit,
    startedAt: clock.startedAt,
    dueAt: clock.dueAt,
    legalDueAt: clock.legalDueAt,
    provisional: clock.provisional,
    status: clock.status,
    breachedAt: clock.breachedAt,
    endedAt: clock.endedAt,
    revision: clock.revision,
  };
}
