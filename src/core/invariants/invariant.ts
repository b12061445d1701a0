import type { Institution } from '../authority/institution.ts';
import type { CaseEvent } from '../case/events.ts';
import { evolve as evolveCase } from '../case/evolve.ts';
import type { CaseState, Known } from '../case/state.ts';
import type { Actor, Instant, ListRow, Recorded, StreamId } from '../process.ts';
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
  support: { state: SupportState; known: KnownSupport; event: SupportEvent };
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
export type Support = ReplayedOf<'support'>;
export type Replayed = Case | Whistle | Support;

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

type Checks = { readonly [Process in Name]?: (one: ReplayedOf<Process>, read: Read) => void };

interface More {
  readonly when?: readonly When[];
  readonly importedApart?: boolean;
}

const promise = (number: number, name: Text, checks: Checks, more: More): Invariant => ({
  number,
  name,
  when: more.when ?? ['always'],
  importedApart: more.importedApart ?? false,
  checks,
});

/** A promise of cases; the others where they keep it in their own way. */
export const invariant = (
  number: number,
  name: Text,
  check: (one: Case, read: Read) => void,
  { when, importedApart, ...others }: More & Omit<Checks, 'case'> = {},
): Invariant =>
  promise(
    number,
    name,
    { case: check, ...others },
    { ...(when && { when }), ...(importedApart && { importedApart }) },
  );

/** A promise of whistles alone. */
export const ofWhistles = (
  number: number,
  name: Text,
  check: (one: Whistle, read: Read) => void,
  more: More = {},
): Invariant => promise(number, name, { whistle: check }, more);

/** A promise of supports alone. */
export const ofSupports = (
  number: number,
  name: Text,
  check: (one: Support, read: Read) => void,
  more: More = {},
): Invariant => promise(number, name, { support: check }, more);

/** A promise that every process keeps in the same way. */
export const ofAll = (
  number: number,
  name: Text,
  check: (one: Replayed, read: Read) => void,
  more: More = {},
): Invariant => promise(number, name, { case: check, whistle: check, support: check }, more);

export function examine({ checks }: Invariant, one: Replayed, read: Read): void {
  switch (one.process) {
    case 'case':
      checks.case?.(one, read);
      break;
    case 'whistle':
      checks.whistle?.(one, read);
      break;
    case 'support':
      checks.support?.(one, read);
      break;
  }
}

/** The replayed stream, or null for one in which nothing began. */
export function replayed(subject: Subject, institution: Institution): Replayed | null {
  switch (subject.process) {
    case 'case':
      return follow(subject, institution, evolveCase);
    case 'whistle':
      return follow(subject, institution, evolveWhistle);
    case 'support':
      return follow(subject, institution, evolveSupport);
  }
}

function follow<Process extends Name>(
  subject: SubjectOf<Process>,
  institution: Institution,
  evolve: (
    before: Processes[Process]['state'],
    event: Recorded<Processes[Process]['event']>,
  ) => Processes[Process]['state'],
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
export const stepsOf = <Type extends CaseEvent['type']>(one: Case, type: Type) =>
  of(one, type) as readonly (Step & {
    readonly event: Recorded<Extract<CaseEvent, { readonly type: Type }>>;
  })[];

export const whistleSteps = <Type extends WhistleEvent['type']>(one: Whistle, type: Type) =>
  of(one, type) as readonly (StepOf<'whistle'> & {
    readonly event: Recorded<Extract<WhistleEvent, { readonly type: Type }>>;
  })[];

export const supportSteps = <Type extends SupportEvent['type']>(one: Support, type: Type) =>
  of(one, type) as readonly (StepOf<'support'> & {
    readonly event: Recorded<Extract<SupportEvent, { readonly type: Type }>>;
  })[];

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
