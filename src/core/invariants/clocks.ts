import { rulebookAt } from '../authority/institution.ts';
import type { CaseEvent } from '../case/events.ts';
import { isOpen } from '../case/state.ts';
import { type Clock, isLive } from '../clock/clock.ts';
import { dueOf } from '../clock/due.ts';
import { isClockEvent } from '../clock/evolve.ts';
import type { Instant, Recorded } from '../process.ts';
import {
  type Case,
  type Invariant,
  invariant,
  type Read,
  type Step,
  stepsOf,
} from './invariant.ts';

/** Honest clocks: invariants 14 to 18 and 20. */
export const clocks: readonly Invariant[] = [
  invariant(
    14,
    {
      zh: '在办事项总有一个在走或依法中止的时限',
      en: 'An open case has a clock that runs or lawfully stands',
    },
    ({ steps }, read) => {
      decisions(steps).forEach(({ after }) => {
        if (!isOpen(after)) return;
        read(after.clocks.some(isLive), () => `${after.status} without a clock`);
      });
    },
    { importedApart: true },
  ),
  invariant(
    15,
    { zh: '到期时刻可以重新算出', en: 'Any due time can be computed again' },
    ({ known, institution }, read) => {
      for (const clock of known.clocks) {
        const calendar = institution.calendars.get(clock.calendar.id);
        if (calendar?.version !== clock.calendar.version || endedPaused(clock)) continue;
        const again = dueOf(clock, calendar);
        read(
          again.dueAt === clock.dueAt && again.legalDueAt === clock.legalDueAt,
          () => `${clock.id} is due ${clock.dueAt}, computed ${again.dueAt}`,
        );
      }
    },
  ),
  invariant(
    16,
    {
      zh: '中止计时只凭列明事由，起止分明',
      en: 'Clocks stand still for listed reasons, from and to',
    },
    (one, read) => {
      for (const { event } of stepsOf(one, 'ClockSuspended')) {
        const law = rulebookAt(one.institution, event.occurredAt);
        const { reason } = event.data;
        read(
          law?.suspensionReasons.some(({ code }) => code === reason) === true,
          () => `${event.data.clock} stood still for "${reason}"`,
        );
      }
      for (const { id, status, suspensions } of one.known.clocks) {
        suspensions.forEach(({ from, to }, n) => {
          const last = n === suspensions.length - 1 && status === 'suspended';
          read(to === null ? last : from <= to, () => `${id}: stood still from ${from} to ${to}`);
        });
      }
    },
  ),
  invariant(
    17,
    { zh: '自定时限不晚于法定时限', en: 'An internal deadline is never later than the legal one' },
    ({ known }, read) => {
      for (const { id, dueAt, legalDueAt } of known.clocks) {
        if (legalDueAt === null) continue;
        read(dueAt <= legalDueAt, () => `${id} is due ${dueAt}, by law ${legalDueAt}`);
      }
    },
  ),
  invariant(
    18,
    {
      zh: '延期：到期前申请、另一人批准、先告知本人',
      en: 'Extensions: asked, granted by another, told, all before due',
    },
    (one, read) => {
      for (const step of stepsOf(one, 'ClockExtended')) extension(one, step, read);
    },
    { importedApart: true },
  ),
  invariant(
    20,
    { zh: '逾期就是逾期，事后不改', en: 'Late stays late' },
    ({ steps, known }, read) => {
      for (const { before, event, after } of steps) {
        if (before.status === 'none') continue;
        read(breachesKept(before.clocks, after.clocks), () => `${event.type} erased a breach`);
        if (isClockEvent(event) || event.type === 'InterimOwnerFixed') continue;
        const late = before.clocks.find((clock) =>
          overlooked(clock, event, known.imported !== null),
        );
        read(late === undefined, () => `${event.type} came before the breach of ${late?.id}`);
      }
    },
    { when: ['always', 'by-deadline'] },
  ),
];

/** Events recorded together are one act; only its end is a state anybody could see. */
function decisions(steps: readonly Step[]): readonly Step[] {
  return steps.filter(({ event }, n) => {
    const next = steps[n + 1]?.event;
    return next === undefined || next.recordedAt !== event.recordedAt;
  });
}

/** Standing still when it ended, it never got the due time that resuming would have given it. */
const endedPaused = ({ endedAt, suspensions }: Clock): boolean =>
  endedAt !== null && suspensions.at(-1)?.to === endedAt;

const breachesKept = (before: readonly Clock[], after: readonly Clock[]): boolean =>
  before.every(
    ({ id, breachedAt }) =>
      breachedAt === null || after.find((clock) => clock.id === id)?.breachedAt === breachedAt,
  );

/** Due when the act was entered, and nobody had said so. A ledger enters its years in one day. */
function overlooked(clock: Clock, event: Recorded<CaseEvent>, imported: boolean): boolean {
  const entered = imported ? event.occurredAt : event.recordedAt;
  return clock.status === 'running' && clock.breachedAt === null && clock.dueAt <= entered;
}

function extension(
  one: Case,
  { before, event }: ReturnType<typeof stepsOf<'ClockExtended'>>[number],
  read: Read,
): void {
  const { clock: id } = event.data;
  const old = before.status === 'none' ? undefined : before.clocks.find((clock) => clock.id === id);
  const earlier = one.steps
    .filter(({ event: other }) => other.version < event.version)
    .toReversed();
  const asked = earlier.find(({ event: other }) => other.type === 'ExtensionAsked')?.event;
  const granted = earlier.find(({ event: other }) => other.type === 'ExtensionDecided')?.event;
  const told = earlier.find(({ event: other }) => other.type === 'ExtensionTold')?.event;
  if (old === undefined || !asked || !granted || !told) {
    read(false, () => `${id} was extended without being asked, granted and told`);
    return;
  }
  const inTime = [asked, granted, told].every(({ recordedAt }) => recordedAt < old.dueAt);
  read(inTime, () => `${id}: asked, granted or told after it fell due`);
  read(accountOf(asked) !== accountOf(granted), () => `${id}: granted by who asked`);
  const law = rulebookAt(one.institution, asked.occurredAt);
  read(
    law !== null && old.extensions.length < law.extension.times,
    () => `${id}: extended more often than the rulebook lets`,
  );
}

const accountOf = ({ actedBy }: Recorded): string | null =>
  actedBy.kind === 'staff' ? actedBy.account : null;

/** The next instant at which somebody must be told to be late, or null. */
export function nextBreach({
  known,
}: Case): { readonly clock: string; readonly at: Instant } | null {
  const next = known.clocks
    .filter(({ status, breachedAt }) => status === 'running' && breachedAt === null)
    .toSorted((a, b) => a.dueAt - b.dueAt)[0];
  return next === undefined ? null : { clock: next.id, at: next.dueAt };
}
