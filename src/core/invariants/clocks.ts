import { rulebookAt } from '../authority/institution.ts';
import { isOpen } from '../case/state.ts';
import { type Clock, isLive } from '../clock/clock.ts';
import { dueOf } from '../clock/due.ts';
import { isClockEvent } from '../clock/evolve.ts';
import type { Ladder } from '../clock/ladder.ts';
import type { Instant, Recorded } from '../process.ts';
import { isLive as isSponsoring } from '../sponsorship/state.ts';
import { isLive as isGoing } from '../support/state.ts';
import { isLive as isOut } from '../whistle/state.ts';
import {
  type AnyStep,
  type Case,
  decisions,
  type Invariant,
  invariant,
  ofAll,
  type Read,
  type Replayed,
  stepsOf,
} from './invariant.ts';
import { extensionOf } from './sponsoring.ts';

/** Honest clocks, whoever keeps them: invariants 14 to 18 and 20. */
export const clocks: readonly Invariant[] = [
  invariant(
    14,
    {
      zh: '在办事项总有一个在走或依法中止的时限',
      en: 'An open case has a clock that runs or lawfully stands',
    },
    (one, read) => {
      decisions(one).forEach(({ after }) => {
        if (!isOpen(after)) return;
        read(after.clocks.some(isLive), () => `${after.status} without a clock`);
      });
    },
    {
      importedApart: true,
      whistle(one, read) {
        decisions(one).forEach(({ after }) => {
          if (!isOut(after)) return;
          read(after.clocks.some(isLive), () => `${after.status} without a clock`);
        });
      },
      sponsorship(one, read) {
        decisions(one).forEach(({ after }) => {
          if (!isSponsoring(after)) return;
          read(after.clocks.some(isLive), () => `${after.status} without a clock`);
        });
      },
      support(one, read) {
        decisions(one).forEach(({ after }) => {
          if (!isGoing(after)) return;
          read(after.clocks.some(isLive), () => `${after.status} without a clock`);
        });
      },
    },
  ),
  ofAll(
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
  ofAll(
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
    { importedApart: true, sponsorship: extensionOf },
  ),
  ofAll(
    20,
    { zh: '逾期就是逾期，事后不改', en: 'Late stays late' },
    (one, read) => {
      let act = Number.NaN;
      let owed: readonly string[] = [];
      for (const { before, event, after } of one.steps as readonly AnyStep[]) {
        if (before.status === 'none') continue;
        if (event.recordedAt !== act) {
          act = event.recordedAt;
          owed = before.clocks.map(({ id }) => id);
        }
        read(breachesKept(before.clocks, after.clocks), () => `${event.type} erased a breach`);
        if (isClockEvent(event) || follows(before.clocks, event)) continue;
        // What an act entered late begins may be due at once; that is told next.
        const late = before.clocks.find(
          (clock) => owed.includes(clock.id) && overlooked(clock, entered(one, event)),
        );
        read(late === undefined, () => `${event.type} came before the breach of ${late?.id}`);
      }
      for (const { after } of decisions(one) as readonly AnyStep[]) {
        if ('ladders' in after) ladders(after, read);
      }
    },
    { when: ['always', 'by-deadline'] },
  ),
];

/**
 * What a breach, or a window that closes, brings about happens at its own instant, though another clock
 * is late by then.
 */
const follows = (clocks: readonly Clock[], { occurredAt: at, recordedAt }: Recorded): boolean =>
  at < recordedAt &&
  clocks.some(
    ({ breachedAt, dueAt, endedAt }) => at === breachedAt || (at === dueAt && at === endedAt),
  );

/** Every ladder stands on a promise missed and still owed, against its debtor, by its own clock. */
function ladders({ clocks, ladders: all }: Standing, read: Read): void {
  for (const { clock: id, timer, unit } of all) {
    const missed = clocks.find((clock) => clock.id === id);
    const rung = clocks.find((clock) => clock.id === timer);
    read(
      missed !== undefined && isLive(missed) && missed.breachedAt !== null,
      () => `a ladder of ${id}, which is not owed or not late`,
    );
    read(missed?.unit === unit, () => `the ladder of ${id} is climbed against ${unit}`);
    read(
      rung !== undefined && isLive(rung) && all.filter((one) => one.timer === timer).length === 1,
      () => `the ladder of ${id} has no clock of its own`,
    );
  }
}

interface Standing {
  readonly clocks: readonly Clock[];
  readonly ladders: readonly Ladder[];
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
const overlooked = (clock: Clock, at: Instant): boolean =>
  clock.status === 'running' && clock.breachedAt === null && clock.dueAt <= at;

const entered = (one: Replayed, { occurredAt, recordedAt }: Recorded): Instant =>
  one.process === 'case' && one.known.imported !== null ? occurredAt : recordedAt;

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
}: Replayed): { readonly clock: string; readonly at: Instant } | null {
  const all: readonly Clock[] = known.clocks;
  const next = all
    .filter(({ status, breachedAt }) => status === 'running' && breachedAt === null)
    .toSorted((a, b) => a.dueAt - b.dueAt)[0];
  return next === undefined ? null : { clock: next.id, at: next.dueAt };
}
