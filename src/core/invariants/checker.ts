import type { Institution } from '../authority/institution.ts';
import { bucketOf } from '../case/project.ts';
import type { Instant, ListRow, StreamId } from '../process.ts';
import { answering } from './answering.ts';
import { type Backing, backingOf, checkBackings } from './backing.ts';
import { callingBack } from './calling-back.ts';
import { clocks, nextBreach } from './clocks.ts';
import { inside } from './inside.ts';
import { intake } from './intake.ts';
import {
  examine,
  type Invariant,
  invariant,
  type Read,
  replayed,
  type Subject,
} from './invariant.ts';
import { checkKeeping, type Keeping, keeping, keepingOf } from './keeping.ts';
import { checkMeetings, deniedIn, type Meeting, meetingOf } from './meetings.ts';
import { checkSides, merging, type Side, sideOf } from './merging.ts';
import { objections } from './objections.ts';
import { petitioning } from './petitioning.ts';
import { records } from './records.ts';
import { reporting } from './reporting.ts';
import { routing } from './routing.ts';
import { sponsoring } from './sponsoring.ts';
import { supporting } from './supporting.ts';
import { whistling } from './whistling.ts';

const conservation = invariant(
  48,
  {
    zh: '守恒：登记 = 在办 + 当场答复 + 转出 + 并单 + 办结',
    en: 'Conservation: received = open + answered + redirected + merged + closed',
  },
  ({ known, list }, read) => {
    read(list?.bucket === bucketOf(known), () => `listed as ${list?.bucket ?? 'nothing'}`);
  },
);

/** Every promise, by number. */
export const invariants: readonly Invariant[] = [
  ...intake,
  ...routing,
  ...objections,
  ...keeping,
  ...merging,
  ...clocks,
  ...answering,
  ...inside,
  ...records,
  ...whistling,
  ...callingBack,
  ...petitioning,
  ...sponsoring,
  ...supporting,
  ...reporting,
  conservation,
].toSorted((a, b) => a.number - b.number);

export interface Violation {
  readonly stream: StreamId | null;
  readonly what: string;
}

export interface Count {
  readonly evaluated: number;
  readonly violations: readonly Violation[];
}

/** What came of one promise. Nothing evaluated means NOT CHECKED, never "holds". */
export interface Verdict extends Count {
  readonly invariant: Invariant;
  /** Imported cases, where a past institution need not have kept it. */
  readonly imported: Count;
}

export type Buckets = Readonly<Record<ListRow['bucket'], number>>;

export interface Conservation {
  readonly received: number;
  readonly states: Buckets;
  readonly lists: Buckets;
}

interface Tally {
  evaluated: number;
  readonly violations: Violation[];
}

const emptyTally = (): Tally => ({ evaluated: 0, violations: [] });

/** When the verdict is asked for. */
export interface Moment {
  /** No reaction waits, so that promises across streams are due. */
  readonly settled: boolean;
  /** Requests whose vault key was destroyed: no answer can be brought to them or from them. */
  readonly erased?: ReadonlySet<StreamId>;
  /** The worker has run up to here, so that nothing due by then is untold. */
  readonly horizon?: Instant;
}

/**
 * Looks at one stream after another and keeps the counts: the same code for tests, the simulator and
 * a live database.
 */
export function createChecker(institution: Institution) {
  const usual = new Map(invariants.map(({ number }) => [number, emptyTally()]));
  const apart = new Map(invariants.map(({ number }) => [number, emptyTally()]));
  const sides = new Map<StreamId, Side>();
  const meetings = new Map<StreamId, Meeting>();
  const backings = new Map<StreamId, Backing>();
  const kept = new Map<StreamId, Keeping>();
  const next = new Map<StreamId, NonNullable<ReturnType<typeof nextBreach>>>();
  const states = emptyBuckets();
  const lists = emptyBuckets();
  let received = 0;

  const reader = (tally: Tally | undefined, stream: StreamId): Read => {
    return (holds, what) => {
      if (tally === undefined) return;
      tally.evaluated += 1;
      if (!holds) tally.violations.push({ stream, what: what() });
    };
  };

  return {
    look(subject: Subject): void {
      const one = replayed(subject, institution);
      if (one === null) return;
      const imported = one.process === 'case' && one.known.imported !== null;
      for (const promise of invariants) {
        const past = promise.importedApart && imported;
        examine(promise, one, reader((past ? apart : usual).get(promise.number), one.stream));
      }
      if (one.process === 'case') {
        received += 1;
        states[bucketOf(one.known)] += 1;
        if (one.list !== null) lists[one.list.bucket] += 1;
        const side = sideOf(one);
        if (side === null) sides.delete(one.stream);
        else sides.set(one.stream, side);
      }
      const meeting = meetingOf(one);
      if (meeting !== null) meetings.set(one.stream, meeting);
      const backing = backingOf(one);
      if (backing !== null) backings.set(one.stream, backing);
      const keeps = keepingOf(one);
      if (keeps !== null) kept.set(one.stream, keeps);
      const due = nextBreach(one);
      if (due !== null) next.set(one.stream, due);
    },

    /** The streams whose erasure matters to a settled verdict. */
    mayBeErased: (): readonly StreamId[] => [
      ...sides.keys(),
      ...deniedIn(meetings),
      ...[...kept.values()].flatMap((one) => (one.process === 'retention' ? one.gone : [])),
    ],

    verdicts({ settled, erased, horizon }: Moment): readonly Verdict[] {
      const across = new Map(invariants.map(({ number }) => [number, emptyTally()]));
      const due = settled ? (erased ?? new Set<StreamId>()) : null;
      checkSides(sides, due, (stream) => reader(across.get(11), stream));
      if (due !== null) {
        checkMeetings(meetings, due, (number, stream) => reader(across.get(number), stream));
        checkKeeping(kept, due, (number, stream) => reader(across.get(number), stream));
        checkBackings(backings, (number, stream) => reader(across.get(number), stream));
      }
      for (const [stream, { clock, at }] of horizon === undefined ? [] : next) {
        const told = at > (horizon ?? at);
        reader(across.get(20), stream)(told, () => `${clock} fell due at ${at}, untold`);
      }
      conserve({ received, states, lists }, reader(across.get(48), ''));
      return invariants.map((promise) => ({
        invariant: promise,
        ...sum(usual.get(promise.number), across.get(promise.number)),
        imported: sum(apart.get(promise.number)),
      }));
    },

    conservation: (): Conservation => ({ received, states: { ...states }, lists: { ...lists } }),
  };
}

/** From the states and from the list rows, both. */
function conserve({ received, states, lists }: Conservation, read: Read): void {
  for (const [name, buckets] of Object.entries({ states, lists })) {
    const counted = Object.values(buckets).reduce((sum, n) => sum + n, 0);
    read(counted === received, () => `${received} received, ${counted} by ${name}`);
  }
}

const sum = (...tallies: readonly (Tally | undefined)[]): Count => ({
  evaluated: tallies.reduce((total, tally) => total + (tally?.evaluated ?? 0), 0),
  violations: tallies.flatMap((tally) => tally?.violations ?? []),
});

const emptyBuckets = (): Record<ListRow['bucket'], number> => ({
  open: 0,
  answered: 0,
  redirected: 0,
  merged: 0,
  closed: 0,
});
