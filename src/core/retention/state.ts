import type { Clock } from '../clock/clock.ts';
import type { Instant, Sealed, StreamId, UnitId } from '../process.ts';
import type { RetentionClass } from '../rulebook/retention.ts';
import type { HoldEnd } from './words.ts';

/** 法定保全: nothing is erased while it stands. One officer places it, another agrees. */
export interface Hold {
  readonly n: number;
  readonly reason: string;
  /** When it must be looked at again. */
  readonly until: Instant;
  readonly by: string;
  /** Null until a second officer has. It holds meanwhile. */
  readonly agreedBy: string | null;
  /** Its review was missed: it holds once more, and then no longer. */
  readonly overdue: boolean;
  /** The clock that runs about it now. */
  readonly clock: string;
  readonly end: HoldEnd | null;
}

/** The person wished to be erased (个人信息保护法 第四十七条); answered, never carried out early. */
export interface Wish {
  readonly n: number;
  readonly at: Instant;
  readonly words: Sealed | null;
  readonly clock: string;
  readonly answer: Sealed | null;
}

/** A stream whose key goes with the matter. */
export interface Part {
  readonly stream: StreamId;
  readonly process: string;
}

type Class = Pick<RetentionClass, 'code' | 'name' | 'archive' | 'citation'>;

/** What every retention carries whatever became of it. */
export interface Common {
  readonly case: StreamId;
  readonly class: Class;
  readonly rulebook: { readonly id: string; readonly version: string };
  /** Whose archivists keep it. */
  readonly unit: UnitId;
  readonly place: UnitId;
  readonly category: string | null;
  /** Units with a part in the matter: an interest in one of them is an interest here (invariant 35). */
  readonly parts: readonly UnitId[];
  /** When the matter ended; the time of the class runs from here. */
  readonly ended: Instant;
  readonly since: Instant;
  readonly holds: readonly Hold[];
  readonly wishes: readonly Wish[];
  /** 移交包: the last one made; its digest is salted with a value that lies in it alone. */
  readonly package: { readonly digest: string; readonly at: Instant } | null;
  /** 档案移交: the archive's own receipt. */
  readonly transfer: { readonly receipt: string; readonly at: Instant } | null;
  readonly clocks: readonly Clock[];
}

type S<Status extends string, Data = unknown> = Common & { readonly status: Status } & Data;

/** The time of its class runs. */
export type Kept = S<'kept'>;
/** The time is over, and an archive or a legal hold still stands before the erasure. */
export type Lapsed = S<'lapsed'>;
/** Nothing stands before it: the machine erases as soon as nobody waits for a text. */
export type Due = S<'due'>;
/** Ordered, and binding: the keys of these streams are being destroyed. */
export type Erasing = S<'erasing', { readonly streams: readonly Part[] }>;
export type Erased = S<
  'erased',
  { readonly streams: readonly Part[]; readonly erasedAt: Instant; readonly endedAt: Instant }
>;
/** The matter goes on; the time begins anew with its next end. */
export type Stopped = S<'stopped', { readonly endedAt: Instant }>;

export type Known = Kept | Lapsed | Due | Erasing | Erased | Stopped;
/** A union by status: what a status lacks cannot be asked of it. */
export type RetentionState = { readonly status: 'none' } | Known;
export type Status = RetentionState['status'];
export type StateOf<Name extends Status> = Extract<RetentionState, { readonly status: Name }>;

/** Something is kept, and may still be held. */
export const KEEPING = ['kept', 'lapsed', 'due'] as const satisfies readonly Status[];

export const KNOWN = [
  ...KEEPING,
  'erasing',
  'erased',
  'stopped',
] as const satisfies readonly Status[];

export const liveHolds = ({ holds }: Common): readonly Hold[] =>
  holds.filter(({ end }) => end === null);

/** An archive or a hold stands before the erasure. */
export const isHindered = (state: Common): boolean =>
  liveHolds(state).length > 0 || awaitsArchive(state);

/** The class has an archive take it over, and none has. */
export const awaitsArchive = (state: Common): boolean =>
  state.class.archive && state.transfer === null;

/** Wishes nobody has answered yet; one at most. */
export const openWishes = ({ wishes }: Common): readonly Wish[] =>
  wishes.filter(({ answer }) => answer === null);
