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
  UnitId,
} from '../process.ts';
import { whistlingInstitution } from '../rulebook/small.fixture.ts';
import type { CommandOf, WhistleCommand } from './commands.ts';
import { decide } from './decide.ts';
import type { WhistleEvent } from './events.ts';
import { evolve } from './evolve.ts';
import type { Known, WhistleState } from './state.ts';
import type { Conclusion, Settlement, Verdict } from './words.ts';

/** Given what happened, when somebody acts, then this follows. For tests only. */

export const { HOUR, MONDAY, handler, head, machine, person, staff } = c;
export const { arbiter, centreDesk, supervisor } = c;
export const DAY = 24 * HOUR;
/** Monday 2 March 2026, 14:00 in Shanghai: the case is in hand, and somebody whistles. */
export const AFTERNOON: Instant = MONDAY + 4 * HOUR;
export const WHISTLE: StreamId = 'whistle-1';

/** The usual case, a street vendor in community c11, led by street s1. */
export const matter = (step: Parameters<typeof c.usually>[0] = 'handling'): CaseState =>
  c.usually(step, c.nothing(whistlingInstitution())).state;

export interface Act {
  readonly by: Actor;
  readonly command: WhistleCommand;
  /** Recorded at; half an hour after the act before unless said. */
  readonly now?: Instant;
  /** Happened at, where it is entered late. */
  readonly at?: Instant;
  readonly onBehalfOf?: OnBehalfOf;
  readonly others?: ReadonlyMap<StreamId, unknown>;
  readonly institution?: Institution;
}

/** A whistle as far as some acts have brought it. */
export interface Story {
  readonly stream: StreamId;
  readonly state: WhistleState;
  readonly events: readonly Recorded<WhistleEvent>[];
  /** What its decisions took and gave back, in order. */
  readonly claims: readonly Claim[];
  readonly now: Instant;
  readonly institution: Institution;
}

export const nothing = (
  institution: Institution = whistlingInstitution(),
  stream: StreamId = WHISTLE,
): Story => ({
  stream,
  state: { status: 'none' },
  events: [],
  claims: [],
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
    others: act.others ?? new Map([[c.CASE, matter()]]),
    lot: 0,
  };
};

/** What one act brings: the longer story, or the refusal. */
export function when(story: Story, act: Act): Story | Refusal {
  const facts = factsOf(story, act);
  const decision = decide(act.command, story.state, facts);
  if ('refusal' in decision) return decision.refusal;
  return told(story, decision.events, facts, decision.claims);
}

export function told(
  story: Story,
  decided: readonly Decided<WhistleEvent>[],
  facts: Facts,
  claims: readonly Claim[] = [],
): Story {
  const events = decided.map(
    (event, n): Recorded<WhistleEvent> => ({
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

/** The types of the events an act adds, with the clock or the call-out they are about. */
export const adds = (story: Story, act: Act): readonly string[] =>
  given(story, act).events.slice(story.events.length).map(named);

export function named({ type, data }: Recorded<WhistleEvent>): string {
  if (type === 'ClockStarted') return `${type} ${data.clock.id}`;
  if ('clock' in data) return `${type} ${data.clock}`;
  return 'callOut' in data ? `${type} ${data.callOut}` : type;
}

export const known = ({ state }: Story): Known => {
  if (state.status === 'none') throw new Error('nothing was proposed');
  return state;
};

export const did = (by: Actor, command: WhistleCommand, more: Partial<Act> = {}): Act => ({
  by,
  command,
  ...more,
});

/** The same act, this long after the afternoon it all began. */
export const later = (act: Act, hours: number): Act => ({ ...act, now: AFTERNOON + hours * HOUR });

type Proposal = CommandOf<'propose'>['data'];
export const proposes = (change: Partial<Proposal> = {}, by: Actor = handler('s1')): Act =>
  did(by, {
    type: 'propose',
    data: {
      case: c.CASE,
      kind: 'DAILY',
      level: 1,
      missing: ['fine'],
      tried: ['劝导三次'],
      units: ['urban'],
      override: null,
      shown: [{ unit: 'urban', live: 0 }],
      ...change,
    },
  });

export const screens = (issue = true, reason = '理由', by: Actor = head('s1')): Act =>
  did(by, { type: 'screen', data: { issue, reason } });
export const takesBack = (reason = '已自行解决'): Act =>
  did(handler('s1'), { type: 'take-back', data: { reason } });
export const files = (tried: readonly string[] = ['先行疏散']): Act =>
  did(handler('s1'), { type: 'file', data: { tried } });
export const calls = (
  units: readonly UnitId[],
  override: string | null = null,
  change: Partial<CommandOf<'call'>['data']> = {},
): Act =>
  did(handler('s1'), {
    type: 'call',
    data: { case: c.CASE, units, override, shown: [], again: null, ...change },
  });
export const signs = (unit: UnitId = 'urban', callOut = 1): Act =>
  did(handler(unit), { type: 'sign', data: { callOut } });
export const objects = (unit: UnitId = 'urban', callOut = 1, basis = 'not-on-list'): Act =>
  did(handler(unit), { type: 'object', data: { callOut, basis, reason: '清单未列' } });
export const decides = (upheld: boolean, callOut = 1, reason = '理由'): Act =>
  did(arbiter, { type: 'decide-objection', data: { callOut, upheld, reason } });

type ReportIn = CommandOf<'report-in'>['data'];
export const reports = (unit: UnitId = 'urban', change: Partial<ReportIn> = {}): Act =>
  did(handler(unit), {
    type: 'report-in',
    data: { callOut: 1, mode: 'on-site', rank: 'section', headCount: 2, ...change },
  });
export const settles = (
  unit: UnitId = 'urban',
  callOut = 1,
  result: Settlement = 'ACTION',
  text = '当场处罚',
): Act => did(handler(unit), { type: 'settle', data: { callOut, result, text } });
export const standsDown = (callOut = 1, reason = '不再需要'): Act =>
  did(handler('s1'), { type: 'stand-down', data: { callOut, reason } });

type Step = CommandOf<'plan'>['data']['steps'][number];
export const plans = (...steps: readonly Partial<Step>[]): Act =>
  did(handler('s1'), {
    type: 'plan',
    data: {
      steps: steps.map((step) => ({
        what: '清理占道摊点',
        owner: 'urban',
        power: 'fine',
        dueAt: AFTERNOON + 3 * DAY,
        ...step,
      })),
    },
  });
export const finishes = (unit: UnitId = 'urban', step = 1, note = '已清理'): Act =>
  did(handler(unit), { type: 'finish-step', data: { step, note } });
export const drops = (step = 1, reason = '不需要了'): Act =>
  did(handler('s1'), { type: 'drop-step', data: { step, reason } });
export const supervises = (
  unit: UnitId = 'urban',
  by: Actor = supervisor,
  instruction: { readonly by: Post; readonly text: string } | null = null,
): Act => did(by, { type: 'supervise', data: { unit, text: '请即到场', instruction } });
export const concludes = (result: Conclusion = 'DONE', reason = '办结'): Act =>
  did(handler('s1'), { type: 'conclude', data: { result, reason } });
export const rates = (
  by: UnitId,
  unit: UnitId,
  items: Readonly<Record<string, Verdict>> = { needed: 'yes', acted: 'partly' },
): Act => did(head(by), { type: 'rate', data: { unit, items, text: c.sealed() } });

export const caseEnds = (status = 'closed'): Act =>
  did(machine('reaction'), { type: 'case-ended', data: { status } });
/** The worker's question about a clock, at `hours` after the afternoon. */
export const ticks = (clock: string, hours: number): Act =>
  later(did(machine('tick'), { type: 'clock-due', data: { clock, revision: 1 } }), hours);

/** An emergency has no time to file what was tried. */
export const emergency = (change: Partial<Proposal> = {}): Act =>
  proposes({ kind: 'EMERGENCY', tried: [], ...change });

const PATH = [proposes(), screens(), signs(), reports(), settles(), concludes()];
const STEPS = ['proposed', 'issued', 'signed', 'reported', 'settled', 'concluded'] as const;

/** The usual whistle, up to a step. */
export const usually = (step: (typeof STEPS)[number], start: Story = nothing()): Story =>
  given(start, ...PATH.slice(0, STEPS.indexOf(step) + 1));
