import type { Institution } from '../authority/institution.ts';
import * as c from '../case/given.fixture.ts';
import type { CaseState } from '../case/state.ts';
import type {
  Actor,
  Alias,
  Claim,
  Decided,
  Facts,
  Instant,
  OnBehalfOf,
  Recorded,
  Refusal,
  StreamId,
  UnitId,
} from '../process.ts';
import { petitioning } from '../rulebook/petition.fixture.ts';
import type { CommandOf, PetitionCommand } from './commands.ts';
import { decide } from './decide.ts';
import type { PetitionEvent } from './events.ts';
import { evolve } from './evolve.ts';
import type { Known, PetitionState } from './state.ts';
import type { Verdict } from './words.ts';

/** Given what happened, when somebody acts, then this follows. For tests only. */

export const { HOUR, MONDAY, handler, head, machine, person, staff, sealed, CASE } = c;
export const DAY = 24 * HOUR;
/** Monday 2 March 2026, 14:00 in Shanghai: the case is in hand, and the petition comes in. */
export const AFTERNOON: Instant = MONDAY + 4 * HOUR;
export const PETITION: StreamId = 'petition-1';

/** The usual case, a street vendor in community c11, led by street s1. */
export const matter = (step: Parameters<typeof c.usually>[0] = 'handling'): CaseState =>
  c.usually(step).state;

export interface Act {
  readonly by: Actor;
  readonly command: PetitionCommand;
  /** Recorded at; half an hour after the act before unless said. */
  readonly now?: Instant;
  /** Happened at, where it is entered late. */
  readonly at?: Instant;
  readonly onBehalfOf?: OnBehalfOf;
  readonly others?: ReadonlyMap<StreamId, unknown>;
  readonly institution?: Institution;
}

/** A petition as far as some acts have brought it. */
export interface Story {
  readonly stream: StreamId;
  readonly state: PetitionState;
  readonly events: readonly Recorded<PetitionEvent>[];
  /** What its decisions took and gave back, in order. */
  readonly claims: readonly Claim[];
  readonly aliases: readonly Alias[];
  readonly now: Instant;
  readonly institution: Institution;
}

export const nothing = (
  institution: Institution = petitioning(),
  stream: StreamId = PETITION,
): Story => ({
  stream,
  state: { status: 'none' },
  events: [],
  claims: [],
  aliases: [],
  now: AFTERNOON - HOUR / 2,
  institution,
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
    others: act.others ?? new Map([[CASE, matter()]]),
  };
};

/** What one act brings: the longer story, or the refusal. */
export function when(story: Story, act: Act): Story | Refusal {
  const facts = factsOf(story, act);
  const decision = decide(act.command, story.state, facts);
  if ('refusal' in decision) return decision.refusal;
  const told = tell(story, decision.events, facts);
  return {
    ...told,
    claims: [...story.claims, ...(decision.claims ?? [])],
    aliases: [...story.aliases, ...(decision.aliases ?? [])],
  };
}

export function tell(
  story: Story,
  decided: readonly Decided<PetitionEvent>[],
  facts: Facts,
): Story {
  const events = decided.map(
    (event, n): Recorded<PetitionEvent> => ({
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

/** The types of the events an act adds, with the clock they are about. */
export const adds = (story: Story, act: Act): readonly string[] =>
  given(story, act).events.slice(story.events.length).map(named);

export function named({ type, data }: Recorded<PetitionEvent>): string {
  if (type === 'ClockStarted') return `${type} ${data.clock.id}`;
  return 'clock' in data ? `${type} ${data.clock}` : type;
}

export const known = ({ state }: Story): Known => {
  if (state.status === 'none') throw new Error('nothing was registered');
  return state;
};

export const did = (by: Actor, command: PetitionCommand, more: Partial<Act> = {}): Act => ({
  by,
  command,
  ...more,
});

/** The same act on this day after the afternoon it all began. */
export const onDay = (day: number, act: Act): Act => ({ ...act, now: AFTERNOON + day * DAY });

/** Somebody of the petition office; of another account where the first has decided. */
export const clerk = staff('centre', 'unit_handler');
export const colleague = staff('centre', 'unit_handler', 'centre/another');

type Registration = CommandOf<'register'>['data'];
export const registers = (change: Partial<Registration> = {}, by: Actor = clerk): Act =>
  did(by, {
    type: 'register',
    data: {
      case: CASE,
      kind: 'claim',
      number: { system: 'national', number: 'XF-1' },
      representatives: 1,
      words: sealed('words'),
      ...change,
    },
  });

export const handsOver = (): Act => did(clerk, { type: 'hand-over', data: {} });
export const routes = (...bodies: readonly UnitId[]): Act =>
  did(clerk, { type: 'route', data: { bodies: bodies.length === 0 ? ['s1'] : bodies } });
export const names = (unit: UnitId, body: UnitId): Act =>
  did(handler(unit), { type: 'agree-body', data: { body } });
export const designates = (body: UnitId, unit = 'd'): Act =>
  did(head(unit), { type: 'designate', data: { body, reason: '属其职责' } });
export const objects = (unit = 's1', reason = '不属本单位职责，理由如下'): Act =>
  did(handler(unit), { type: 'object', data: { reason } });
export const decidesReturn = (agreed: boolean): Act =>
  did(clerk, { type: 'decide-return', data: { agreed, reason: '经核对职责' } });
export const accepts = (unit = 's1'): Act => did(handler(unit), { type: 'accept', data: {} });
export const declines = (reason = 'accepted-elsewhere', by: Actor = handler('s1')): Act =>
  did(by, { type: 'not-accept', data: { reason, text: '已由其他机关受理' } });

export const asksExtension = (more = 30): Act =>
  did(handler('s1'), { type: 'ask-extension', data: { more, reason: '案情复杂' } });
export const grants = (granted = true, by: Actor = head('s1')): Act =>
  did(by, { type: 'decide-extension', data: { granted, reason: '同意' } });
export const mediates = (consented = true): Act =>
  did(handler('s1'), { type: 'record-mediation', data: { consented, agreed: false, note: null } });
export const opensHearing = (unit = 'other-d'): Act =>
  did(handler(unit), { type: 'open-hearing', data: {} });
export const closesHearing = (unit = 'other-d'): Act =>
  did(handler(unit), { type: 'close-hearing', data: { record: null } });

export const opines = (unit = 's1', verdict: Verdict = 'NOT_SUPPORT', basis = '某法第一条'): Act =>
  did(handler(unit), {
    type: 'give-opinion',
    data: {
      verdict,
      request: sealed('request'),
      facts: sealed('facts'),
      opinion: sealed('opinion'),
      basis,
    },
  });
export const delivers = (letter: number, by: Actor = clerk): Act =>
  did(by, { type: 'deliver', data: { letter, means: 'in-person', proof: null } });
export const asksReview = (by: Actor = person()): Act =>
  did(by, { type: 'ask-review', data: { words: sealed('ask') } });
export const claimsFacts = (): Act =>
  did(person(), { type: 'claim-new-facts', data: { words: sealed('facts') } });
export const looks = (found: boolean, by: Actor = colleague): Act =>
  did(by, { type: 'look', data: { found, reason: '已核对材料' } });
type Written = CommandOf<'supervise'>['data']['instruction'];
export const supervises = (
  by: Actor = c.supervisor,
  instruction: Written = null,
  text = '请按期作出意见',
): Act => did(by, { type: 'supervise', data: { text, instruction } });
export const withdraws = (by: Actor = person()): Act =>
  did(by, { type: 'withdraw', data: { words: null } });
/** The worker's question about a clock, on a day. */
export const ticks = (clock: string, day: number): Act =>
  onDay(day, did(machine('tick'), { type: 'clock-due', data: { clock, revision: 1 } }));

const PATH: readonly Act[] = [
  registers(),
  routes(),
  accepts(),
  delivers(1),
  opines(),
  delivers(2),
  asksReview(),
  opines('d'),
  delivers(3),
  asksReview(),
  opines('other-d', 'EXPLAIN'),
  delivers(4),
];
const STEPS = [
  'registered',
  'routed',
  'accepted',
  'noticed',
  'opined',
  'told',
  'review',
  'reviewed',
  'review-told',
  're-review',
  're-reviewed',
  'concluded',
] as const;

/** The usual petition, up to a step. */
export const usually = (step: (typeof STEPS)[number], start: Story = nothing()): Story =>
  given(start, ...PATH.slice(0, STEPS.indexOf(step) + 1));
