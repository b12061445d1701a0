import type { HandoverView } from '../../contract/unit.ts';
import { DIRECTED } from '../../core/authority/posts.ts';
import type { Instant, Post, StreamId, UnitId } from '../../core/process.ts';
import { shift } from '../../core/shift/index.ts';
import type { Note, ShiftState } from '../../core/shift/state.ts';
import { dateOfWall, formatCivilDate } from '../../core/time/civil.ts';
import { zoneOf } from '../../core/time/zone.ts';
import { openTexts } from '../../engine/open.ts';
import type { Act } from '../../engine/ports.ts';
import { type AnyProcess, replay } from '../../engine/upcast.ts';
import type { Setting } from '../cases/reading.ts';
import type { ApiParts, Reader } from '../parts.ts';
import { iso } from '../route.ts';
import { postView } from '../session/presenter.ts';
import { dutyRows } from './duty-rows.ts';

const DAY = 24 * 60 * 60_000;
/** More than this no shift reads; the page says that there is more. */
const MOST = 60;

/** 交接班: overdue first, then by due time, until this time tomorrow. */
export async function handoverOf(
  parts: ApiParts,
  reader: Reader,
  setting: Setting,
): Promise<HandoverView> {
  const { now, names } = setting;
  const { unit } = reader.post;
  const until = now + DAY;
  const acts = await dueFrom(parts, reader, until);
  const [rows, days] = await Promise.all([
    dutyRows(parts, reader, setting, acts.slice(0, MOST)),
    Promise.all([now - DAY, now].map((at) => dayOf(parts, reader, noteDay(at, setting)))),
  ]);
  const notes = await Promise.all(days.flatMap((day) => notesOf(parts, reader, setting, day)));
  return {
    unit,
    unitName: names.unit(unit),
    now: iso(now),
    until: iso(until),
    rows,
    more: acts.length > MOST,
    notes: notes.flat().toReversed(),
    version: days.at(-1)?.version ?? 0,
  };
}

/**
 * What is due from a reader's unit by then, an emergency's first. What else an emergency owes comes
 * before what is due as well, whenever it is due itself: hence twice as many are asked for.
 */
export async function dueFrom(
  { queries }: ApiParts,
  reader: Reader,
  until: Instant,
): Promise<Act[]> {
  const posts = DIRECTED.map((role): Post => ({ unit: reader.post.unit, role }));
  const { rows } = await queries.acts(reader.tenant, { posts }, 2 * MOST, null);
  return rows.filter(({ dueAt }) => dueAt !== null && dueAt <= until);
}

/** The day on the institution's clocks. */
export const noteDay = (at: Instant, { law }: Setting): string =>
  formatCivilDate(dateOfWall(zoneOf(law.calendar.zone).toWall(at)));

/** One stream for each unit and day: erasing a day's notes leaves the others. */
export const shiftStream = (
  { crypto }: Pick<ApiParts, 'crypto'>,
  tenant: string,
  unit: UnitId,
  day: string,
): StreamId => crypto.derive(`shift/${tenant}/${unit}/${day}`, 80);

interface Day {
  readonly stream: StreamId;
  readonly version: number;
  readonly notes: readonly Note[];
}

async function dayOf(parts: ApiParts, { tenant, post }: Reader, day: string): Promise<Day> {
  const stream = shiftStream(parts, tenant, post.unit, day);
  const events = await parts.store.events(tenant, stream);
  const state = replay(shift as AnyProcess, events) as ShiftState;
  return { stream, version: events.length, notes: state.status === 'none' ? [] : state.notes };
}

async function notesOf(
  parts: ApiParts,
  { tenant }: Reader,
  { institution, now }: Setting,
  { stream, notes }: Day,
): Promise<HandoverView['notes']> {
  const sealed = notes.map(({ text }) => text);
  const texts = await openTexts(parts, tenant, stream, sealed, []);
  return notes.map(({ at, post, text }) => ({
    at: iso(at),
    by: postView(institution, post, now),
    text: texts.get(text.ref) ?? null,
  }));
}
