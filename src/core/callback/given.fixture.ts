import type { Institution } from '../authority/institution.ts';
import * as c from '../case/given.fixture.ts';
import type { CaseState } from '../case/state.ts';
import type {
  Actor,
  Decided,
  Facts,
  Instant,
  OnBehalfOf,
  Reaction,
  Recorded,
  Refusal,
  StreamId,
} from '../process.ts';
import type { Rulebook } from '../rulebook/rulebook.ts';
import { callbackLaw } from '../rulebook/small.fixture.ts';
import type { CallbackCommand, CommandOf } from './commands.ts';
import { decide } from './decide.ts';
import type { CallbackEvent } from './events.ts';
import { evolve } from './evolve.ts';
import { callbackProcess } from './index.ts';
import type { CallbackState, Known } from './state.ts';
import { callbackOf, recheckOf } from './streams.ts';
import type { Finding, Replies } from './words.ts';

/** Given what happened, when somebody acts, then this follows. For tests only. */

export const { HOUR, MONDAY, handler, head, machine, person, sealed, staff, supervisor } = c;
export const DAY = 24 * HOUR;
export const agent = c.caller;
export const CASE = c.CASE;

export const callingBack = (law: Partial<Rulebook> = {}): Institution =>
  c.district({ callback: callbackLaw, ...law });

/** The usual case, closed as fixed by street s1 and verified by the centre. */
export const closed = (institution: Institution = callingBack()): CaseState =>
  c.usually('closed', c.nothing(institution)).state;

export const endedAt = (state: CaseState): Instant => {
  if (state.status !== 'closed') throw new Error('not closed');
  return state.endedAt;
};

export interface Act {
  readonly by: Actor;
  readonly command: CallbackCommand;
  /** Recorded at; an hour after the act before unless said. */
  readonly now?: Instant;
  /** Happened at, where it is entered late. */
  readonly at?: Instant;
  readonly onBehalfOf?: OnBehalfOf;
  readonly case?: CaseState;
  readonly lot?: number;
  readonly institution?: Institution;
}

/** A callback as far as some acts have brought it. */
export interface Story {
  readonly stream: StreamId;
  readonly state: CallbackState;
  readonly events: readonly Recorded<CallbackEvent>[];
  readonly reactions: readonly Reaction[];
  readonly now: Instant;
  readonly institution: Institution;
}

export const nothing = (
  institution: Institution = callingBack(),
  stream: StreamId = callbackOf(CASE, 1),
): Story => ({
  stream,
  state: { status: 'none' },
  events: [],
  reactions: [],
  now: endedAt(closed()),
  institution,
});

export const factsOf = (story: Story, act: Act): Facts => {
  const now = act.now ?? story.now + HOUR;
  return {
    now,
    occurredAt: act.at ?? now,
    stream: story.stream,
    actor: act.by,
    ...(act.onBehalfOf === undefined ? {} : { onBehalfOf: act.onBehalfOf }),
    institution: act.institution ?? story.institution,
    others: new Map([[CASE, act.case ?? closed()]]),
    lot: act.lot ?? 0,
  };
};

/** What one act brings: the longer story, or the refusal. */
export function when(story: Story, act: Act): Story | Refusal {
  const facts = factsOf(story, act);
  const decision = decide(act.command, story.state, facts);
  return 'refusal' in decision ? decision.refusal : told(story, decision.events, facts);
}

function told(story: Story, decided: readonly Decided<CallbackEvent>[], facts: Facts): Story {
  return decided.reduce<Story>(
    ({ events, state, reactions, ...rest }, event) => {
      const recorded = {
        ...event,
        stream: story.stream,
        version: events.length + 1,
        occurredAt: event.occurredAt ?? facts.occurredAt,
        recordedAt: facts.now,
        actedBy: facts.actor,
      } as Recorded<CallbackEvent>;
      const next = evolve(state, recorded);
      return {
        ...rest,
        events: [...events, recorded],
        state: next,
        reactions: [...reactions, ...callbackProcess.after(recorded, next, story.stream)],
      };
    },
    { ...story, now: facts.now },
  );
}

/** A story in which every act must succeed. */
export function given(start: Story, ...acts: readonly Act[]): Story {
  return acts.reduce((story, act) => {
    const next = when(story, act);
    if ('code' in next) {
      throw new Error(`${act.command.type}: ${next.code} ${JSON.stringify(next.params)}`);
    }
    return next;
  }, start);
}

/** The types of the events an act adds, with the clock they are about. */
export const adds = (story: Story, act: Act): readonly string[] =>
  given(story, act).events.slice(story.events.length).map(named);

export function named({ type, data }: Recorded<CallbackEvent>): string {
  if (type === 'ClockStarted') return `${type} ${data.clock.id}`;
  return 'clock' in data ? `${type} ${data.clock}` : type;
}

export const known = ({ state }: Story): Known => {
  if (state.status === 'none') throw new Error('nothing was drawn');
  return state;
};

export const did = (by: Actor, command: CallbackCommand, more: Partial<Act> = {}): Act => ({
  by,
  command,
  ...more,
});

const reacts = (command: CallbackCommand, more: Partial<Act> = {}): Act =>
  did(machine('reaction'), command, more);

/** `lot` below one half is drawn. */
export const draws = (lot = 0.25, more: Partial<Act> = {}, sponsored = false): Act =>
  reacts({ type: 'draw', data: { case: CASE, closing: 1, sponsored } }, { lot, ...more });
export const plans = (days: readonly number[] = [30, 90], more: Partial<Act> = {}): Act => {
  const rounds = days.map((n) => endedAt(closed()) + n * DAY);
  return reacts({ type: 'plan', data: { case: CASE, closing: 1, rounds } }, more);
};
export const reopened = (closing = 1): Act => reacts({ type: 'case-reopened', data: { closing } });
/** The worker's question about a clock, so many days after the closing. */
export const ticks = (clock: string, days: number): Act =>
  did(
    machine('tick'),
    { type: 'clock-due', data: { clock, revision: 1 } },
    { now: endedAt(closed()) + days * DAY },
  );

export const inVain: Act = did(agent, { type: 'call-in-vain', data: {} });
export const SAYS: Replies = { contacted: 'yes', solved: 'yes', satisfied: null, listened: 'no' };
export const answers = (
  change: Partial<Replies> = {},
  by: Actor = agent,
  more: Partial<CommandOf<'answer'>['data']> = {},
): Act =>
  did(by, {
    type: 'answer',
    data: { replies: { ...SAYS, ...change }, words: null, share: false, ...more },
  });
export const finds = (
  finding: Finding = 'held',
  by: Actor = agent,
  how: 'asked' | 'seen' | null = by.kind === 'person' ? null : 'seen',
): Act => did(by, { type: 'find', data: { finding, how, words: null } });
export const reports = (by: Actor = person()): Act =>
  did(by, { type: 'report-pressure', data: { text: sealed('pressure') } });
export const answersPressure = (report = 1, by: Actor = supervisor): Act =>
  did(by, { type: 'answer-pressure', data: { report, done: sealed('done') } });

/** Drawn at a lot of a quarter of one: half-way through the days of its share. */
export const drawn = (start: Story = nothing()): Story => given(start, draws());
/** Ten days after the closing, so that its day has come. */
export const asking = (start: Story = nothing()): Story => given(drawn(start), ticks('wait-1', 10));
export const passedOver = (): Story => given(nothing(), draws(0.75));
export const recheck = (): Story => nothing(callingBack(), recheckOf(CASE, 1));
export const looking = (): Story => given(recheck(), plans(), ticks('wait-1', 31));
