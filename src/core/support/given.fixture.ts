import type { Institution } from '../authority/institution.ts';
import * as c from '../case/given.fixture.ts';
import type { CaseState } from '../case/state.ts';
import type {
  Actor,
  Claim,
  Decided,
  Facts,
  Instant,
  OnBehalfOf,
  Post,
  Recorded,
  Refusal,
  StreamId,
} from '../process.ts';
import { smallInstitution, smallRulebook } from '../rulebook/small.fixture.ts';
import { supporting } from '../rulebook/supporting.fixture.ts';
import type { CommandOf, SupportCommand } from './commands.ts';
import { decide } from './decide.ts';
import type { SupportEvent } from './events.ts';
import { evolve } from './evolve.ts';
import type { Known, SupportState } from './state.ts';

/** Given what happened, when somebody acts, then this follows. For tests only. */

export const { HOUR, MONDAY, handler, head, machine, person, staff, sealed } = c;
export const { clerk, supervisor } = c;
export const DAY = 24 * HOUR;
/** Monday 2 March 2026, 14:00 in Shanghai: the case is in hand, and somebody offers a support. */
export const AFTERNOON: Instant = MONDAY + 4 * HOUR;
export const SUPPORT: StreamId = 'support-1';
/** Keeps contact where the person lives. */
export const liaison = staff('s1', 'liaison');

export const institution = (change: Partial<Institution> = {}): Institution =>
  smallInstitution({ rulebooks: [smallRulebook(supporting)], ...change });

/** The usual case, a street vendor in community c11, led by street s1. */
export const matter = (step: Parameters<typeof c.usually>[0] = 'handling'): CaseState =>
  c.usually(step, c.nothing(institution())).state;

export interface Act {
  readonly by: Actor;
  readonly command: SupportCommand;
  /** Recorded at; half an hour after the act before unless said. */
  readonly now?: Instant;
  /** Happened at, where it is entered late. */
  readonly at?: Instant;
  readonly onBehalfOf?: OnBehalfOf;
  readonly others?: ReadonlyMap<StreamId, unknown>;
  readonly institution?: Institution;
}

/** A support as far as some acts have brought it. */
export interface Story {
  readonly stream: StreamId;
  readonly state: SupportState;
  readonly events: readonly Recorded<SupportEvent>[];
  /** What its decisions took and gave back, in order. */
  readonly claims: readonly Claim[];
  readonly now: Instant;
  readonly institution: Institution;
}

export const nothing = (under: Institution = institution()): Story => ({
  stream: SUPPORT,
  state: { status: 'none' },
  events: [],
  claims: [],
  now: AFTERNOON - HOUR / 2,
  institution: under,
});

export const factsOf = (story: Story, act: Act): Facts => {
  const now = act.now ?? story.now + HOUR / 2;
  return {
    now,
    occurredAt: act.at ?? now,
    stream: story.stream,
    actor: act.by,
    ...(act.onBehalfOf === undefined ? {} : { onBehalfOf: act.onBehalfOf }),
    institution: act.institution ?? story.institution,
    lot: 0,
    others: act.others ?? new Map([[c.CASE, matter()]]),
  };
};

/** What one act brings: the longer story, or the refusal. */
export function when(story: Story, act: Act): Story | Refusal {
  const facts = factsOf(story, act);
  const decision = decide(act.command, story.state, facts);
  if ('refusal' in decision) return decision.refusal;
  return told(story, decision.events, facts, decision.claims);
}

function told(
  story: Story,
  decided: readonly Decided<SupportEvent>[],
  facts: Facts,
  claims: readonly Claim[] = [],
): Story {
  const events = decided.map(
    (event, n): Recorded<SupportEvent> => ({
      ...event,
      stream: story.stream,
      version: story.events.length + n + 1,
      occurredAt: event.occurredAt ?? facts.occurredAt,
      recordedAt: facts.now,
      actedBy: facts.actor,
      ...(facts.onBehalfOf === undefined ? {} : { onBehalfOf: facts.onBehalfOf }),
    }),
  );
  return {
    ...story,
    events: [...story.events, ...events],
    claims: [...story.claims, ...claims],
    state: events.reduce(evolve, story.state),
    now: facts.now,
    institution: facts.institution,
  };
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

/** An event by its type, with the clock it is about. */
export function named({ type, data }: Recorded<SupportEvent>): string {
  if (type === 'ClockStarted') return `${type} ${data.clock.id}`;
  return 'clock' in data ? `${type} ${data.clock}` : type;
}

export const known = ({ state }: Story): Known => {
  if (state.status === 'none') throw new Error('nothing was offered');
  return state;
};

export const did = (by: Actor, command: SupportCommand, more: Partial<Act> = {}): Act => ({
  by,
  command,
  ...more,
});

/** The same act, this long after the afternoon it all began. */
export const later = (act: Act, hours: number): Act => ({ ...act, now: AFTERNOON + hours * HOUR });

type Offer = CommandOf<'offer'>['data'];
export const offers = (change: Partial<Offer> = {}, by: Actor = handler('s1')): Act =>
  did(by, {
    type: 'offer',
    data: {
      case: c.CASE,
      sponsorship: null,
      measure: 'post',
      need: 'work',
      words: sealed('words'),
      ...change,
    },
  });

export const takesBack = (by: Actor = handler('s1')): Act =>
  did(by, { type: 'take-back', data: { reason: sealed('reason') } });
export const consents = (until: Instant | null = null, by: Actor = person()): Act =>
  did(by, { type: 'consent', data: { until } });
export const refuses = (by: Actor = person()): Act => did(by, { type: 'refuse', data: {} });
export const revokes = (by: Actor = person()): Act => did(by, { type: 'revoke', data: {} });
export const shows = (condition = 'no-earner', by: Actor = handler('market')): Act =>
  did(by, { type: 'show', data: { condition, how: sealed('how') } });
export const delivers = (by: Actor = handler('market')): Act =>
  did(by, { type: 'deliver', data: { evidence: sealed('evidence') } });
export const cannot = (by: Actor = handler('market')): Act =>
  did(by, {
    type: 'cannot-deliver',
    data: { reason: sealed('reason'), next: sealed('next') },
  });
export const confirms = (by: Actor = person()): Act =>
  did(by, { type: 'confirm-receipt', data: {} });
export const denies = (by: Actor = person()): Act =>
  did(by, { type: 'deny-receipt', data: { words: sealed('words') } });
export const supervises = (
  by: Actor = supervisor,
  instruction: { readonly by: Post; readonly text: string } | null = null,
  unit = 'market',
  text = '请按时兑现',
): Act => did(by, { type: 'supervise', data: { unit, text, instruction } });
/** The worker's question about a clock, at `hours` after the afternoon. */
export const ticks = (clock: string, hours: number): Act =>
  later(did(machine('tick'), { type: 'clock-due', data: { clock, revision: 1 } }), hours);

/** Said by a clerk for a person at the counter. */
export const helped = (act: Act, by: Actor = clerk): Act => ({
  ...act,
  by,
  onBehalfOf: { kind: 'person', relation: 'helper' },
});

const PATH = [offers(), consents(), shows(), delivers(), confirms()];
const STEPS = ['offered', 'consented', 'shown', 'delivered', 'received'] as const;

/** The usual support, up to a step: a post at the market bureau. */
export const usually = (step: (typeof STEPS)[number], start: Story = nothing()): Story =>
  given(start, ...PATH.slice(0, STEPS.indexOf(step) + 1));
