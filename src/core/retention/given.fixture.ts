import type { Institution } from '../authority/institution.ts';
import * as c from '../case/given.fixture.ts';
import type { CaseState } from '../case/state.ts';
import type { Actor, Facts, Instant, OnBehalfOf, Recorded, Refusal, StreamId } from '../process.ts';
import { retaining } from '../rulebook/retaining.fixture.ts';
import type { RetentionCommand } from './commands.ts';
import { decide } from './decide.ts';
import type { RetentionEvent } from './events.ts';
import { evolve } from './evolve.ts';
import { retentionOf } from './reactions.ts';
import type { Known, RetentionState } from './state.ts';

/** Given what happened, when somebody acts, then this follows. For tests only. */

export const { CASE, HOUR, MONDAY, machine, person, staff, supervisor } = c;
export const DAY = 24 * HOUR;
export const archivist = staff('centre', 'archivist');

/** A district that says how long it keeps things. */
export const keeps = (): Institution => c.district({ retention: retaining });

/** The usual case about a street vendor, ended on the Monday it was made. */
export const matter = (step: Parameters<typeof c.usually>[0] = 'closed'): CaseState =>
  c.usually(step, c.nothing(keeps())).state;

/** Withdrawn by the person: a class that no archive takes over. */
export const withdrawn = (): CaseState =>
  c.given(c.usually('triaged', c.nothing(keeps())), c.withdraws).state;

export interface Act {
  readonly by: Actor;
  readonly command: RetentionCommand;
  /** Days after the Monday at which it is recorded. */
  readonly day?: number;
  readonly at?: Instant;
  readonly onBehalfOf?: OnBehalfOf;
  readonly others?: ReadonlyMap<StreamId, unknown>;
  readonly institution?: Institution;
}

export interface Story {
  readonly stream: StreamId;
  readonly state: RetentionState;
  readonly events: readonly Recorded<RetentionEvent>[];
  readonly now: Instant;
  readonly institution: Institution;
}

export const nothing = (institution: Institution = keeps()): Story => ({
  stream: retentionOf(CASE),
  state: { status: 'none' },
  events: [],
  now: MONDAY + DAY,
  institution,
});

export const factsOf = (story: Story, act: Act): Facts => {
  const now = act.day === undefined ? story.now + HOUR : MONDAY + act.day * DAY;
  return {
    now,
    occurredAt: act.at ?? now,
    stream: story.stream,
    actor: act.by,
    ...(act.onBehalfOf === undefined ? {} : { onBehalfOf: act.onBehalfOf }),
    institution: act.institution ?? story.institution,
    others: act.others ?? new Map([[CASE, matter()]]),
    lot: 0,
  };
};

/** What one act brings: the longer story, or the refusal. */
export function when(story: Story, act: Act): Story | Refusal {
  const facts = factsOf(story, act);
  const decision = decide(act.command, story.state, facts);
  if ('refusal' in decision) return decision.refusal;
  const events = decision.events.map(
    (event, n): Recorded<RetentionEvent> => ({
      ...event,
      stream: story.stream,
      version: story.events.length + n + 1,
      occurredAt: event.occurredAt ?? facts.occurredAt,
      recordedAt: facts.now,
      actedBy: facts.actor,
    }),
  );
  return {
    ...story,
    events: [...story.events, ...events],
    state: events.reduce(evolve, story.state),
    now: facts.now,
  };
}

/** The story after acts of which none may be refused. */
export const given = (story: Story, ...acts: readonly Act[]): Story =>
  acts.reduce((sofar, act) => {
    const next = when(sofar, act);
    if ('code' in next) throw new Error(`${act.command.type}: ${next.code}`);
    return next;
  }, story);

export const known = ({ state }: Story): Known => {
  if (state.status === 'none') throw new Error('nothing is kept');
  return state;
};

type More = Partial<Omit<Act, 'by' | 'command'>>;
export const did = (by: Actor, command: RetentionCommand, more: More = {}): Act => ({
  by,
  command,
  ...more,
});

const about = (state: CaseState) => ({ others: new Map([[CASE, state]]) });
const reaction = machine('reaction');
const tick = machine('tick');

export const begins = (state: CaseState = matter(), more: More = {}) =>
  did(reaction, { type: 'begin', data: { case: CASE, into: null } }, { ...about(state), ...more });
export const stops = () => did(reaction, { type: 'stop', data: { why: 'Reopened' } });
export const holds = (until = 30, by: Actor = supervisor, more: More = {}) =>
  did(by, { type: 'place-hold', data: { reason: '诉讼中', until: MONDAY + until * DAY } }, more);
export const agrees = (by: Actor = archivist, hold = 1) =>
  did(by, { type: 'agree-hold', data: { hold } });
export const declines = (by: Actor = archivist) =>
  did(by, { type: 'decline-hold', data: { hold: 1, reason: '与本案无关' } });
export const lifts = (more: More = {}) =>
  did(supervisor, { type: 'lift-hold', data: { hold: 1, reason: '已判决' } }, more);
export const packs = () => did(archivist, { type: 'take-package', data: { digest: 'sha256:p' } });
export const transfers = (receipt = '档收2027-12') =>
  did(archivist, { type: 'record-transfer', data: { receipt } });
export const wishes = (by: Actor = person()) =>
  did(by, { type: 'ask-erasure', data: { words: c.sealed('wish') } });
export const answers = (wish = 1) =>
  did(archivist, { type: 'answer-erasure', data: { wish, answer: c.sealed('answer') } });
/** The worker on a day, about a clock. */
export const ticks = (clock: string, day: number) =>
  did(tick, { type: 'clock-due', data: { clock, revision: 1 } }, { day });
export const PARTS = [
  { stream: CASE, process: 'case' },
  { stream: 'whistle-1', process: 'whistle' },
  { stream: retentionOf(CASE), process: 'retention' },
];
export const erases = (state: CaseState = matter()) =>
  did(tick, { type: 'erase', data: { case: CASE, streams: PARTS } }, about(state));
export const confirms = () => did(tick, { type: 'confirm-erased', data: {} });

/** As far along as named, of a matter that an archive takes over. */
export function usually(
  step: 'kept' | 'lapsed' | 'due' | 'erasing' | 'erased' | 'stopped',
  start = nothing(),
): Story {
  const kept = given(start, begins());
  if (step === 'kept') return kept;
  if (step === 'stopped') return given(kept, stops());
  const lapsed = given(kept, ticks('keep-1', 101));
  if (step === 'lapsed') return lapsed;
  const due = given(lapsed, packs(), transfers());
  if (step === 'due') return due;
  const erasing = given(due, erases());
  return step === 'erasing' ? erasing : given(erasing, confirms());
}
