import { calendarOf, rulebookAt } from '../authority/institution.ts';
import { isLive } from '../clock/clock.ts';
import type { Instant } from '../process.ts';
import { isOpen } from '../report/state.ts';
import { dateOfWall } from '../time/civil.ts';
import { startOfDay, zoneOf } from '../time/zone.ts';
import { type Invariant, ofReports, type Report } from './invariant.ts';

/** What events of a report may tell at all: of whom it speaks is inside the words it refers to. */
const TOLD: Readonly<Record<string, readonly string[]>> = {
  ReportReceived: ['keys', 'rulebook', 'unit', 'words'],
  ReportAddedTo: ['keys', 'words'],
  ReportTakenIn: [],
  InterestDeclared: ['account'],
  ReportHandedOver: ['channel'],
  ReportConcluded: ['answer'],
};

/** 检举控告: invariants 35 and 36 as a sealed desk keeps them. */
export const reporting: readonly Invariant[] = [
  ofReports(
    74,
    {
      zh: '检举控告的记录不指向任何人，也不透露时刻',
      en: 'The record of a report points at nobody, and tells no hour',
    },
    (one, read) => {
      const { list, known } = one;
      const units = [list?.place, list?.holder, list?.receivedBy];
      read(
        units.every((unit) => unit === known.unit),
        () => `its row names ${units.join(', ')}`,
      );
      const silent = [list?.title, list?.category, list?.outcome, list?.about, list?.lead];
      read(
        silent.every((cell) => cell === null) && list?.called.length === 0,
        () => 'its row tells more than that it is there',
      );
      for (const { event } of one.steps) {
        const may = event.type.startsWith('Clock') ? null : (TOLD[event.type] ?? []);
        const more = Object.keys(event.data).find((key) => may !== null && !may.includes(key));
        read(more === undefined, () => `${event.type} tells ${more}`);
        if (event.actedBy.kind !== 'person' || event.type === 'ClockBreached') continue;
        const day = dayOf(one, event.recordedAt);
        read(day === event.occurredAt, () => `${event.type} tells the hour`);
      }
    },
  ),
  ofReports(
    75,
    {
      zh: '检举控告只由专管员本人查看和办理，回避的不得再看再办',
      en: 'A report is read and handled by the desk’s officers alone, and by none with an interest',
    },
    ({ steps, known, looks = [] }, read) => {
      const shut = new Map<string, Instant>();
      for (const { event } of steps) {
        const { actedBy } = event;
        if (actedBy.kind === 'staff') {
          const { account, post } = actedBy;
          const own = post.role === 'sealed_officer' && post.unit === known.unit;
          read(own && event.onBehalfOf === undefined, () => `${event.type} by ${post.role}`);
          read(!shut.has(account), () => `${event.type} by an account with an interest`);
        }
        if (event.type === 'InterestDeclared') shut.set(event.data.account, event.recordedAt);
      }
      for (const { actor, at } of looks) {
        const officer =
          actor.kind === 'staff' &&
          actor.post.role === 'sealed_officer' &&
          actor.post.unit === known.unit;
        read(officer, () => 'somebody else opened it');
        const since = actor.kind === 'staff' ? shut.get(actor.account) : undefined;
        read(since === undefined || at <= since, () => 'opened by an account with an interest');
      }
    },
  ),
  ofReports(
    76,
    {
      zh: '未了结的检举控告总有一个专管台的时限在走，内容只为生效的密钥加密',
      en: 'An open report has one clock on its desk, and was encrypted to keys',
    },
    ({ known }, read) => {
      const live = known.clocks.filter(isLive);
      const held = live.length === 1 && live[0]?.unit === known.unit;
      read(
        isOpen(known) ? held : live.length === 0,
        () => `${known.status}, ${live.length} clocks`,
      );
      for (const { keys } of known.told) read(keys.length > 0, () => 'encrypted to nobody');
    },
    { when: ['always', 'settled'] },
  ),
];

/** The beginning of the day of an instant, by the law of that instant. */
function dayOf({ institution }: Report, at: Instant): Instant | null {
  const law = rulebookAt(institution, at);
  if (law === null) return null;
  const zone = zoneOf(calendarOf(institution, law).zone);
  return startOfDay(zone, dateOfWall(zone.toWall(at)));
}
