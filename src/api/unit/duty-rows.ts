import type { DutyRow } from '../../contract/unit.ts';
import { caseProcess } from '../../core/case/index.ts';
import { narrate } from '../../core/case/narrate/narrate.ts';
import { type CaseState, orderOf } from '../../core/case/state.ts';
import { isClockEvent } from '../../core/clock/evolve.ts';
import { leftWords } from '../../core/clock/tone.ts';
import { clockTone } from '../../core/time/index.ts';
import type { Act } from '../../engine/ports.ts';
import { actNamed } from '../acts/view.ts';
import { mayKnow } from '../cases/policy.ts';
import { type Reading, readingOf, type Setting } from '../cases/reading.ts';
import { seatName } from '../names.ts';
import type { ApiParts, Reader } from '../parts.ts';
import { barredFrom } from '../recusal.ts';
import { iso, isoOrNull } from '../route.ts';

/** Acts as a page of paper tells them: who has each, what happened last, what waits on others. */
export async function dutyRows(
  parts: ApiParts,
  reader: Reader,
  setting: Setting,
  acts: readonly Act[],
): Promise<DutyRow[]> {
  const streams = acts.map(({ stream }) => stream);
  const barred = await barredFrom(parts, reader, setting, streams);
  const open = acts.filter(({ stream }) => !barred.has(stream));
  const rows = await Promise.all(open.map((act) => dutyRow(parts, reader, setting, act)));
  return rows.flatMap((row) => row ?? []);
}

/** Null where the reader may not know of the matter. */
async function dutyRow(
  parts: ApiParts,
  reader: Reader,
  setting: Setting,
  act: Act,
): Promise<DutyRow | null> {
  const { names, law, now, institution } = setting;
  const row = await parts.queries.entry(reader.tenant, act.stream);
  if (row === null || !mayKnow(reader, row, institution, law.rulebook, now)) return null;
  const isCase = act.process === caseProcess.name;
  const reading = isCase ? await readingOf(parts, reader, setting, row) : null;
  return {
    case: isCase ? act.stream : act.about,
    act: act.act,
    actName: actNamed(act),
    title: act.title,
    categoryName: act.category === null ? null : names.category(act.category),
    placeName: names.unit(act.place),
    dueAt: isoOrNull(act.dueAt),
    left: act.dueAt === null ? null : leftWords(now, act.dueAt, law.calendar),
    tone: act.dueAt === null ? null : clockTone(now, act.startedAt, act.dueAt),
    first: act.first,
    who: whoHas(act, reading, setting),
    last: reading === null ? null : lastOf(reading),
    waits: reading === null ? [] : waitsOf(act, reading),
  };
}

/** The page is the unit's own: an office and a role say who, and nobody named is said as well. */
function whoHas(act: Act, reading: Reading | null, { names }: Setting): DutyRow['who'] {
  const { role, office, account } = act;
  const to = reading === null ? null : (orderOf(reading.state)?.assignment?.to ?? null);
  const seat = account !== null && to?.account === account ? to.post : null;
  if (seat === null && office === null && role === 'unit_handler') return NOBODY;
  return seatName(seat?.role ?? role, office === null ? null : names.office(office));
}

const NOBODY: DutyRow['who'] = { zh: '未分派', en: 'Nobody named yet' };

function lastOf({ events, names }: Reading): DutyRow['last'] {
  const last = events.findLast((event) => !isClockEvent(event));
  return last === undefined ? null : { sentence: narrate(last, names), at: iso(last.occurredAt) };
}

/** What other posts still owe the same matter. */
const waitsOf = (act: Act, { state, row, names }: Reading): DutyRow['waits'] =>
  caseProcess
    .project(state as CaseState, row.stream)
    .acts.filter(({ unit, role }) => unit !== act.unit || role !== act.role)
    .map((other) => ({
      who: names.post({
        unit: other.unit,
        role: other.role,
        ...(other.office === undefined ? {} : { office: other.office }),
      }),
      actName: actNamed({
        process: caseProcess.name,
        act: other.act,
        clock: other.clock ?? null,
      }),
    }));
