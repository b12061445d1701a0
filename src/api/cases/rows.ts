import type { CaseRow, CaseStatus, ClockView, Outcome } from '../../contract/cases.ts';
import type { Clock } from '../../core/clock/clock.ts';
import { leftWords, toneOf } from '../../core/clock/tone.ts';
import { whyDue } from '../../core/clock/why.ts';
import { clockTone } from '../../core/time/index.ts';
import type { ListEntry } from '../../engine/ports.ts';
import { iso, isoOrNull } from '../route.ts';
import type { Setting } from './reading.ts';

/** A line of a list. Nothing in it was said by or about the person. */
export function caseRow(row: ListEntry, { names, law, now }: Setting): CaseRow {
  const { dueAt } = row;
  return {
    id: row.stream,
    version: row.version,
    status: row.status as CaseStatus,
    outcome: row.outcome as Outcome | null,
    title: row.title,
    category: row.category,
    categoryName: row.category === null ? null : names.category(row.category),
    place: row.place,
    placeName: names.unit(row.place),
    holder: row.holder,
    holderName: names.unit(row.holder),
    lead: row.lead,
    leadName: row.lead === null ? null : names.unit(row.lead),
    openedAt: iso(row.openedAt),
    endedAt: isoOrNull(row.endedAt),
    dueAt: isoOrNull(dueAt),
    left: dueAt === null ? null : leftWords(now, dueAt, law.calendar),
    tone: dueAt === null ? null : clockTone(now, row.openedAt, dueAt),
    first: row.first,
    imported: row.imported,
    breaches: row.breaches,
  };
}

/** A clock in words: what is left of it, and why it falls due when it does. */
export function clockView(clock: Clock, { institution, names, law, now }: Setting): ClockView {
  const calendar = institution.calendars.get(clock.calendar.id) ?? law.calendar;
  return {
    id: clock.id,
    kind: clock.kind,
    kindName: names.clock(clock.kind),
    unit: clock.unit,
    unitName: names.unit(clock.unit),
    startedAt: iso(clock.startedAt),
    dueAt: iso(clock.dueAt),
    legalDueAt: isoOrNull(clock.legalDueAt),
    status: clock.status,
    tone: toneOf(clock, now),
    provisional: clock.provisional,
    breachedAt: isoOrNull(clock.breachedAt),
    endedAt: isoOrNull(clock.endedAt),
    left: leftWords(clock.endedAt ?? now, clock.dueAt, calendar),
    because: whyDue(clock, calendar),
    citation: clock.citation,
    suspensions: clock.suspensions.map(({ reason, from, to }) => ({
      reason: names.suspensionReason(reason),
      from: iso(from),
      to: isoOrNull(to),
    })),
  };
}
