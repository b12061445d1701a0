import type { Clock } from '../clock/clock.ts';
import type { Ladder } from '../clock/ladder.ts';
import type { Instant, Post, Sealed, StreamId, UnitId } from '../process.ts';
import type { Duration } from '../time/duration.ts';
import type { Affected, ClaimAnswer, Closing, Harm, SeatName } from './words.ts';

/** Who holds a seat: an account, by the post it holds it in. Screens show the post. */
export interface Seat {
  readonly account: string;
  readonly post: Post;
}

/** Whom a nomination waits for; without an account, whoever holds the post it climbed to. */
export interface Asked {
  readonly account: string | null;
  readonly post: Post;
}

/** What shows that the routine path is blocked, as the case had it then. */
export type Blocked =
  | { readonly kind: 'RULED'; readonly order: number }
  | { readonly kind: 'WHISTLE_ESCALATED'; readonly whistle: StreamId }
  | { readonly kind: 'CLOCK'; readonly clock: string; readonly dueAt: Instant }
  | { readonly kind: 'NO_POWER'; readonly power: string }
  | {
      readonly kind: 'ASKED';
      readonly powers: readonly string[];
      readonly tried: readonly string[];
    };

/** Why this matter: how long it lies, what it does, to how many. Nothing here is of a person. */
export interface Grounds {
  readonly ageDays: number;
  readonly harm: Harm;
  readonly affected: Affected;
  readonly legalBreach: boolean;
  readonly reason: string;
}

export interface Member {
  readonly unit: UnitId;
  /** What it is there for; null where for its knowledge alone. */
  readonly power: string | null;
}

/** 工作专班. */
export interface TaskForce {
  readonly mandate: string;
  /** Without somebody who holds each of these no meeting decides. */
  readonly powers: readonly string[];
  readonly from: Instant;
  readonly until: Instant;
  readonly members: readonly Member[];
}

/** What a unit said at a meeting 会商 that it will do. */
export interface Commitment {
  readonly n: number;
  readonly meeting: number;
  readonly unit: UnitId;
  readonly what: string;
  readonly dueAt: Instant;
  readonly clock: string;
  readonly status: 'open' | 'kept' | 'dropped';
}

/** One step of the case plan 处置方案. */
export interface Step {
  readonly n: number;
  readonly what: string;
  readonly owner: UnitId;
  readonly power: string | null;
  readonly dueAt: Instant;
  readonly clock: string;
  readonly status: 'open' | 'finished' | 'dropped';
}

/** A power handed to a unit for this case alone; it ends with the case at the latest. */
export interface CasePower {
  readonly n: number;
  readonly power: string;
  readonly from: UnitId;
  readonly to: UnitId;
  readonly since: Instant;
  readonly until: Instant;
}

/** What the person and those who help agreed is needed; stands beside the claim, never in its place. */
export interface Need {
  readonly n: number;
  readonly kind: string;
  readonly text: Sealed;
}

export interface ExtensionRequest {
  readonly number: number;
  readonly clock: string;
  readonly by: Duration;
  readonly account: string | null;
  readonly approver: Post;
  /** Granted and not yet told: the end date it would move to. */
  readonly granted: null | { readonly newDueAt: Instant };
}

export interface FollowUp {
  readonly until: Instant;
  readonly means: string;
}

/** What every sponsorship carries whatever became of it. */
export interface Common {
  /** The case it serves now; a merge moves it along. */
  readonly case: StreamId;
  /** The case it was nominated about: where it goes back to when a merge is undone. */
  readonly home: StreamId;
  /** The lower unit that contracts upward 逆向发包. */
  readonly nominator: UnitId;
  readonly category: string | null;
  readonly title: string | null;
  readonly place: UnitId;
  readonly rulebook: { readonly id: string; readonly version: string };
  readonly blocked: Blocked;
  readonly reason: string;
  readonly grounds: Grounds;
  readonly nominatedAt: Instant;
  readonly since: Instant;
  readonly lead: Seat;
  readonly liaison: Seat;
  /** Posts of the rulebook's list that it has climbed to. */
  readonly climbed: number;
  /** The person lets sponsor and liaison see who they are. */
  readonly identity: boolean;
  readonly clocks: readonly Clock[];
  readonly ladders: readonly Ladder[];
}

/** What it has from the day a leader took it on. */
export interface Taken {
  readonly sponsor: Seat;
  readonly acceptedAt: Instant;
  /** The sponsor's acts so far; ordinals never repeat. */
  readonly acts: number;
  /** Duties seen to, by code. */
  readonly duties: readonly string[];
  readonly force: TaskForce | null;
  readonly meetings: number;
  readonly commitments: readonly Commitment[];
  readonly powers: readonly CasePower[];
  /** Null until they were talked over; empty where there are none. */
  readonly needs: readonly Need[] | null;
  readonly steps: readonly Step[];
  readonly hearings: number;
  /** The stated claim, answered on its merits; the last answer counts. */
  readonly claim: { readonly n: number; readonly answer: ClaimAnswer } | null;
  readonly extension: ExtensionRequest | null;
  readonly extensionsAsked: number;
  readonly extensionsTold: number;
  readonly toldAt: Instant | null;
  readonly dissent: boolean;
  readonly followUp: FollowUp | null;
}

type S<Status extends string, Data = unknown> = Common & { readonly status: Status } & Data;
type Over = { readonly endedAt: Instant; readonly how: Closing };

/** `asked` null: nobody on the list took it, and the top unit's head names somebody. */
export type Nominated = S<'nominated', { readonly asked: Asked | null }>;
export type Dropped = S<'dropped', { readonly endedAt: Instant }>;
export type Accepted = S<'accepted', Taken>;
/** The case plan is agreed. */
export type Agreed = S<'agreed', Taken>;
/** The result was told to the person. */
export type Told = S<'told', Taken>;
export type Closed = S<'closed', Taken & Over>;
/** 后续联系 runs, because the person wants it. */
export type Following = S<'following', Taken & Over & { readonly followUp: FollowUp }>;
export type Ended = S<'ended', Taken & Over>;

export type Held = Accepted | Agreed | Told | Closed | Following | Ended;
export type Known = Nominated | Dropped | Held;
/** A union by status: what a status lacks cannot be asked of it. */
export type SponsorshipState = { readonly status: 'none' } | Known;
export type Status = SponsorshipState['status'];
export type StateOf<Name extends Status> = Extract<SponsorshipState, { readonly status: Name }>;

export const KNOWN = [
  'nominated',
  'dropped',
  'accepted',
  'agreed',
  'told',
  'closed',
  'following',
  'ended',
] as const satisfies readonly Status[];

/** A leader has it, and it is not over. */
export const RUNNING = ['accepted', 'agreed', 'told'] as const satisfies readonly Status[];

export const isRunning = (state: SponsorshipState): state is Accepted | Agreed | Told =>
  RUNNING.some((status) => status === state.status);

/** It holds the case's one place: nominated, or a leader has it. */
export const isLive = (state: SponsorshipState): state is Nominated | Accepted | Agreed | Told =>
  state.status === 'nominated' || isRunning(state);

export const isHeld = (state: SponsorshipState): state is Held => 'sponsor' in state;

/**
 * Whether sponsor and liaison see who the person of the case is: a consent is its own person's, and
 * opens nothing of whoever the case was joined to.
 */
export const showsIdentity = ({ identity, case: now, home }: Common): boolean =>
  identity && now === home;

export const seatOf = (state: Known, name: SeatName): Asked | null => {
  if (name !== 'sponsor') return state[name];
  if (isHeld(state)) return state.sponsor;
  return state.status === 'nominated' ? state.asked : null;
};

/** Units that have a part in it by their seat or in the task force: they know of the matter. */
export function unitsOf(state: Known): readonly UnitId[] {
  const members = isHeld(state) ? (state.force?.members ?? []) : [];
  const promised = isHeld(state) ? [...state.commitments, ...openSteps(state)] : [];
  return [
    ...new Set([
      state.lead.post.unit,
      ...members.map(({ unit }) => unit),
      ...promised
        .filter(({ status }) => status === 'open')
        .map((one) => ('unit' in one ? one.unit : one.owner)),
    ]),
  ];
}

/** Whoever sits at the table: members, the three seats' units, and the unit that asked for it. */
export const partners = (state: Held): readonly UnitId[] => [
  ...new Set([
    state.nominator,
    state.sponsor.post.unit,
    state.lead.post.unit,
    state.liaison.post.unit,
    ...(state.force?.members ?? []).map(({ unit }) => unit),
  ]),
];

export const openSteps = ({ steps }: Taken, owner?: UnitId): readonly Step[] =>
  steps.filter((step) => step.status === 'open' && (owner === undefined || step.owner === owner));

export const openCommitments = ({ commitments }: Taken, unit?: UnitId): readonly Commitment[] =>
  commitments.filter((one) => one.status === 'open' && (unit === undefined || one.unit === unit));
