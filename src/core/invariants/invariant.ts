import type { Institution } from '../authority/institution.ts';
import type { CallbackEvent } from '../callback/events.ts';
import { evolve as evolveCallback } from '../callback/evolve.ts';
import type { CallbackState, Known as KnownCallback } from '../callback/state.ts';
import type { CaseEvent } from '../case/events.ts';
import { evolve as evolveCase } from '../case/evolve.ts';
import type { CaseState, Known } from '../case/state.ts';
import type { PetitionEvent } from '../petition/events.ts';
import { evolve as evolvePetition } from '../petition/evolve.ts';
import type { Known as KnownPetition, PetitionState } from '../petition/state.ts';
import type { Actor, Instant, ListRow, Recorded, StreamId } from '../process.ts';
import type { ReportEvent } from '../report/events.ts';
import { evolve as evolveReport } from '../report/evolve.ts';
import type { Known as KnownReport, ReportState } from '../report/state.ts';
import type { RetentionEvent } from '../retention/events.ts';
import { evolve as evolveRetention } from '../retention/evolve.ts';
import type { Known as KnownRetention, RetentionState } from '../retention/state.ts';
import type { SponsorshipEvent } from '../sponsorship/events.ts';
import { evolve as evolveSponsorship } from '../sponsorship/evolve.ts';
import type { Known as KnownSponsorship, SponsorshipState } from '../sponsorship/state.ts';
import type { SupportEvent } from '../support/events.ts';
import { evolve as evolveSupport } from '../support/evolve.ts';
import type { Known as KnownSupport, SupportState } from '../support/state.ts';
import type { Text } from '../text.ts';
import type { WhistleEvent } from '../whistle/events.ts';
import { evolve as evolveWhistle } from '../whistle/evolve.ts';
import type { Known as KnownWhistle, WhistleState } from '../whistle/state.ts';

/** When a promise must hold: after every step, once no reaction waits, or at the horizon. */
export type When = 'always' | 'settled' | 'by-deadline';

/** A logged look at a personal field. */
export interface Look {
  readonly field: string;
  readonly actor: Actor;
  readonly purpose: string;
  readonly at: Instant;
}

/** The processes that promises are made of. A new one is a line here and its promises. */
interface Processes {
  case: { state: CaseState; known: Known; event: CaseEvent };
  whistle: { state: WhistleState; known: KnownWhistle; event: WhistleEvent };
  callback: { state: CallbackState; known: KnownCallback; event: CallbackEvent };
  petition: { state: PetitionState; known: KnownPetition; event: PetitionEvent };
  sponsorship: { state: SponsorshipState; known: KnownSponsorship; event: SponsorshipEvent };
  support: { state: SupportState; known: KnownSupport; event: SupportEvent };
  report: { state: ReportState; known: KnownReport; event: ReportEvent };
  retention: { state: RetentionState; known: KnownRetention; event: RetentionEvent };
}
type Name = keyof Processes;

/** One stream as a test, the simulator or a live database holds it. */
export interface SubjectOf<Process extends Name> {
  readonly process: Process;
  readonly stream: StreamId;
  readonly events: readonly Recorded<Processes[Process]['event']>[];
  readonly state: Processes[Process]['state'];
  readonly list: ListRow | null;
  readonly looks?: readonly Look[];
}
export type Subject = { [Process in Name]: SubjectOf<Process> }[Name];

/** One event with the state on either side of it. */
export interface StepOf<Process extends Name> {
  readonly before: Processes[Process]['state'];
  readonly event: Recorded<Processes[Process]['event']>;
  readonly after: Processes[Process]['known'];
}
export type Step = StepOf<'case'>;

/** A subject replayed once for all who look at it. */
export interface ReplayedOf<Process extends Name> extends SubjectOf<Process> {
  readonly steps: readonly StepOf<Process>[];
  readonly known: Processes[Process]['known'];
  readonly institution: Institution;
}
export type Case = ReplayedOf<'case'>;
export type Whistle = ReplayedOf<'whistle'>;
export type Callback = ReplayedOf<'callback'>;
export type Petition = ReplayedOf<'petition'>;
export type Sponsorship = ReplayedOf<'sponsorship'>;
export type Report = ReplayedOf<'report'>;
export type Support = ReplayedOf<'support'>;
export type Retention = ReplayedOf<'retention'>;
export type Replayed = { [Process in Name]: ReplayedOf<Process> }[Name];
export type AnyStep = { [Process in Name]: StepOf<Process> }[Name];

/** Counts each evaluation, so that a promise nobody ever looked at shows as not checked. */
export type Read = (holds: boolean, what: () => string) => void;

/** A promise of domain.md section 6.6, by its number there. */
export interface Invariant {
  readonly number: number;
  readonly name: Text;
  readonly when: readonly When[];
  /** A past institution need not have kept it; imported cases are counted apart. */
  readonly importedApart: boolean;
  /** Process by process, what of it shows in one stream. */
  readonly checks: Checks;
}

type Evolve<Process extends Name> = (
  before: Processes[Process]['state'],
  event: Recorded<Processes[Process]['event']>,
) => Processes[Process]['state'];

const EVOLVE: { readonly [Process in Name]: Evolve<Process> } = {
  case: evolveCase,
  whistle: evolveWhistle,
  callback: evolveCallback,
  petition: evolvePetition,
  sponsorship: evolveSponsorship,
  support: evolveSupport,
  report: evolveReport,
  retention: evolveRetention,
};

/** The processes whose streams are looked at, by name. */
export const NAMES = Object.keys(EVOLVE) as readonly Name[];

type Checks = { readonly [Process in Name]?: (one: ReplayedOf<Process>, read: Read) => void };

interface More {
  readonly when?: readonly When[];
  readonly importedApart?: boolean;
}

const checksIn = (more: Checks): Checks =>
  Object.fromEntries(
    NAMES.flatMap((process) => {
      const check = more[process];
      return check === undefined ? [] : [[process, check]];
    }),
  );

const promise = (number: number, name: Text, checks: Checks, more: More): Invariant => ({
  number,
  name,
  when: more.when ?? ['always'],
  importedApart: more.importedApart ?? false,
  checks,
});

/** A promise of cases; under its name what another process keeps in its own way. */
export const invariant = (
  number: number,
  name: Text,
  check: (one: Case, read: Read) => void,
  more: More & Omit<Checks, 'case'> = {},
): Invariant => promise(number, name, { ...checksIn(more), case: check }, more);

/** A promise of one process, and of others by their names. */
const only =
  <Process extends Name>(process: Process) =>
  (
    number: number,
    name: Text,
    check: (one: ReplayedOf<Process>, read: Read) => void,
    more: More & Checks = {},
  ): Invariant =>
    promise(number, name, { ...checksIn(more), [process]: check }, more);

export const ofWhistles = only('whistle');
export const ofCallbacks = only('callback');
export const ofPetitions = only('petition');
export const ofSponsorships = only('sponsorship');
export const ofSupports = only('support');
export const ofReports = only('report');
export const ofRetentions = only('retention');

/** A promise that every process keeps in the same way. */
export const ofAll = (
  number: number,
  name: Text,
  check: (one: Replayed, read: Read) => void,
  more: More = {},
): Invariant =>
  promise(number, name, Object.fromEntries(NAMES.map((process) => [process, check])), more);

export function examine({ checks }: Invariant, one: Replayed, read: Read): void {
  const check = checks[one.process] as ((one: Replayed, read: Read) => void) | undefined;
  check?.(one, read);
}

/** The replayed stream, or null for one in which nothing began. */
export function replayed(subject: Subject, institution: Institution): Replayed | null {
  const evolve = EVOLVE[subject.process] as (before: AnyState, event: Recorded) => AnyState;
  return follow(subject as SubjectOf<Name>, institution, evolve as never) as Replayed | null;
}

type AnyState = Processes[Name]['state'];

function follow<Process extends Name>(
  subject: SubjectOf<Process>,
  institution: Institution,
  evolve: Evolve<Process>,
): ReplayedOf<Process> | null {
  const steps: StepOf<Process>[] = [];
  let before: Processes[Process]['state'] = { status: 'none' };
  for (const event of subject.events) {
    const after = evolve(before, event);
    if (after.status === 'none') {
      throw new Error(`${subject.process} ${subject.stream}: ${event.type} left none`);
    }
    steps.push({ before, event, after: after as Processes[Process]['known'] });
    before = after;
  }
  const known = steps.at(-1)?.after;
  return known === undefined ? null : { ...subject, steps, known, institution };
}

/** The steps of one type of event, its data typed. */
const stepsFor =
  <Process extends Name>() =>
  <Type extends Processes[Process]['event']['type']>(one: ReplayedOf<Process>, type: Type) =>
    of(one as Replayed, type) as readonly (StepOf<Process> & {
      readonly event: Recorded<Extract<Processes[Process]['event'], { readonly type: Type }>>;
    })[];

export const stepsOf = stepsFor<'case'>();
export const whistleSteps = stepsFor<'whistle'>();
export const callbackSteps = stepsFor<'callback'>();
export const petitionSteps = stepsFor<'petition'>();
export const sponsorshipSteps = stepsFor<'sponsorship'>();
export const supportSteps = stepsFor<'support'>();

const of = ({ steps }: Replayed, type: string): readonly unknown[] =>
  (steps as readonly { readonly event: { readonly type: string } }[]).filter(
    ({ event }) => event.type === type,
  );

/** Events recorded together are one act; only its end is a state anybody could see. */
export function decisions<One extends Replayed>({ steps }: One): One['steps'] {
  const all: readonly { readonly event: Recorded }[] = steps;
  return all.filter(({ event }, n) => {
    const next = all[n + 1]?.event;
    return next === undefined || next.recordedAt !== event.recordedAt;
  }) as unknown as One['steps'];
}

export const filled = (text: Text): boolean => text.zh.trim() !== '' && text.en.trim() !== '';
