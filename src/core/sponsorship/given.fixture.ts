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
import { sponsoringInstitution } from '../rulebook/sponsoring.fixture.ts';
import type { CommandOf, SponsorshipCommand } from './commands.ts';
import { decide } from './decide.ts';
import type { SponsorshipEvent } from './events.ts';
import { evolve } from './evolve.ts';
import type { Held, Known, Seat, SponsorshipState } from './state.ts';
import { isHeld } from './state.ts';
import type { ClaimAnswer, SeatName } from './words.ts';

/** Given what happened, when somebody acts, then this follows. For tests only. */

export const { HOUR, MONDAY, handler, head, machine, person, staff, sealed, CASE } = c;
export const DAY = 24 * HOUR;
/** Monday 2 March 2026, 14:00 in Shanghai: the case is in hand, and goes no further. */
export const AFTERNOON: Instant = MONDAY + 4 * HOUR;
export const SPONSORSHIP: StreamId = 'sponsorship-1';

const seat = (account: string, unit: UnitId, role: Post['role']): Seat => ({
  account,
  post: { unit, role },
});
/** The deputy head of the district, another one, the bureau's head, the street's liaison. */
export const SPONSOR = seat('deputy', 'd', 'sponsor');
export const OTHER = seat('deputy-2', 'd', 'sponsor');
export const LEAD = seat('bureau', 'urban', 'unit_head');
export const LIAISON = seat('liaison', 's1', 'liaison');

export const holding = ({ account, post }: Seat): Actor => ({ kind: 'staff', account, post });
export const sponsor = holding(SPONSOR);
export const other = holding(OTHER);
export const lead = holding(LEAD);
export const liaison = holding(LIAISON);
/** The secretary of the district's leaders. */
export const secretary = c.staff('d', 'intake_agent', 'secretary');

/** The usual case, a street vendor in community c11, led by street s1. */
export const matter = (step: Parameters<typeof c.usually>[0] = 'handling'): CaseState =>
  c.usually(step, c.nothing(sponsoringInstitution())).state;

export interface Act {
  readonly by: Actor;
  readonly command: SponsorshipCommand;
  /** Recorded at; half an hour after the act before unless said. */
  readonly now?: Instant;
  /** Happened at, where it is entered late. */
  readonly at?: Instant;
  readonly onBehalfOf?: OnBehalfOf;
  readonly others?: ReadonlyMap<StreamId, unknown>;
  readonly institution?: Institution;
}

/** A sponsorship as far as some acts have brought it. */
export interface Story {
  readonly stream: StreamId;
  readonly state: SponsorshipState;
  readonly events: readonly Recorded<SponsorshipEvent>[];
  /** What its decisions took and gave back, in order. */
  readonly claims: readonly Claim[];
  readonly now: Instant;
  readonly institution: Institution;
}

export const nothing = (
  institution: Institution = sponsoringInstitution(),
  stream: StreamId = SPONSORSHIP,
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
    lot: 0,
    others: act.others ?? new Map([[CASE, matter()]]),
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
  decided: readonly Decided<SponsorshipEvent>[],
  facts: Facts,
  claims: readonly Claim[] = [],
): Story {
  const events = decided.map(
    (event, n): Recorded<SponsorshipEvent> => ({
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

/** The types of the events an act adds, with the clock they are about. */
export const adds = (story: Story, act: Act): readonly string[] =>
  given(story, act).events.slice(story.events.length).map(named);

export function named({ type, data }: Recorded<SponsorshipEvent>): string {
  if (type === 'ClockStarted') return `${type} ${data.clock.id}`;
  return 'clock' in data && typeof data.clock === 'string' ? `${type} ${data.clock}` : type;
}

export const known = ({ state }: Story): Known => {
  if (state.status === 'none') throw new Error('nothing was nominated');
  return state;
};

export const held = (story: Story): Held => {
  const state = known(story);
  if (!isHeld(state)) throw new Error('nobody has it');
  return state;
};

export const did = (by: Actor, command: SponsorshipCommand, more: Partial<Act> = {}): Act => ({
  by,
  command,
  ...more,
});

/** The same act, this many days after the afternoon it all began. */
export const later = (act: Act, days: number): Act => ({ ...act, now: AFTERNOON + days * DAY });

type Nomination = CommandOf<'nominate'>['data'];
export const nominates = (change: Partial<Nomination> = {}, by: Actor = head('s1')): Act =>
  did(by, {
    type: 'nominate',
    data: {
      case: CASE,
      blocked: { kind: 'ASKED', powers: ['fine'], tried: ['约谈三次'] },
      reason: '多部门职责交叉，街道无处罚权',
      grounds: {
        harm: 'health',
        affected: 'tens',
        legalBreach: true,
        reason: '油烟扰民，已延续一年',
      },
      sponsor: SPONSOR,
      lead: LEAD,
      liaison: LIAISON,
      shown: 0,
      ...change,
    },
  });

export const takesBack = (reason = '已自行解决'): Act =>
  did(head('s1'), { type: 'take-back', data: { reason } });
export const accepts = (by: Actor = sponsor): Act =>
  did(by, { type: 'accept', data: { shown: 0 } });
export const passes = (by: Actor = sponsor, reason = '分管工作已调整'): Act =>
  did(by, { type: 'pass', data: { reason } });
export const designates = (seat: Seat = OTHER, by: Actor = head('d')): Act =>
  did(by, { type: 'designate', data: { sponsor: seat, shown: 0 } });
export const replaces = (
  seat: SeatName,
  to: Seat,
  by: Actor = head('d'),
  reason = '工作调动',
): Act => did(by, { type: 'replace-seat', data: { seat, to, reason } });

type Acted = CommandOf<'record-act'>['data'];
export const acts = (change: Partial<Acted> = {}): Act =>
  did(sponsor, {
    type: 'record-act',
    data: {
      kind: 'briefed',
      unit: null,
      duty: 'facts',
      note: '听取情况汇报',
      words: null,
      ...change,
    },
  });
export const supervises = (
  unit: UnitId = 'urban',
  by: Actor = sponsor,
  instruction: { readonly by: Post; readonly text: string } | null = null,
): Act => did(by, { type: 'supervise', data: { unit, text: '请即办理', instruction } });

export const asksExtension = (n = 30, by: Actor = lead): Act =>
  did(by, {
    type: 'ask-extension',
    data: { by: { n, unit: 'day' }, reason: '等待鉴定结论' },
  });
export const decidesExtension = (granted = true, by: Actor = head('d')): Act =>
  did(by, { type: 'decide-extension', data: { granted, reason: '属实' } });
export const tellsExtension: Act = did(liaison, {
  type: 'tell-extension',
  data: { means: 'visit' },
});

type Convene = CommandOf<'convene'>['data'];
export const convenes = (change: Partial<Convene> = {}, by: Actor = sponsor): Act =>
  did(by, {
    type: 'convene',
    data: {
      mandate: '两个月内解决油烟和占道问题',
      powers: ['fine'],
      until: AFTERNOON + 50 * DAY,
      members: [
        { unit: 'urban', power: 'fine' },
        { unit: 'market', power: null },
      ],
      ...change,
    },
  });
export const joins = (unit: UnitId, power: string | null = null): Act =>
  did(lead, { type: 'add-member', data: { unit, power } });
export const leaves = (unit: UnitId = 'market', reason = '任务已完成'): Act =>
  did(lead, { type: 'release-member', data: { unit, reason } });

type Meeting = CommandOf<'hold-meeting'>['data'];
export const meets = (change: Partial<Meeting> = {}, by: Actor = lead): Act =>
  did(by, {
    type: 'hold-meeting',
    data: {
      agenda: '研究处置方案',
      present: ['urban', 'market'],
      positions: [
        { unit: 'urban', position: '可以处罚' },
        { unit: 'market', position: '配合检查' },
      ],
      decision: '由城管局牵头',
      dissents: [],
      commitments: [{ unit: 'market', what: '复查经营许可', dueAt: AFTERNOON + 10 * DAY, load: 3 }],
      ...change,
    },
  });
export const keeps = (unit: UnitId = 'market', commitment = 1, note = '已复查'): Act =>
  did(handler(unit), { type: 'keep-commitment', data: { commitment, note } });
export const unpromises = (commitment = 1, reason = '不再需要'): Act =>
  did(sponsor, { type: 'drop-commitment', data: { commitment, reason } });
export const delegates = (
  power = 'coordinate',
  to: UnitId = 's1',
  until: Instant = AFTERNOON + 30 * DAY,
): Act => did(sponsor, { type: 'delegate', data: { power, to, until } });

export const letsSee: Act = did(person(), { type: 'consent-identity', data: {} });
export const hides: Act = did(person(), { type: 'revoke-identity', data: {} });
export const needs = (kinds: readonly string[] = ['work'], by: Actor = person()): Act =>
  did(by, {
    type: 'agree-needs',
    data: { needs: kinds.map((kind) => ({ kind, text: sealed('need') })) },
  });
type Step = CommandOf<'plan'>['data']['steps'][number];
export const plans = (...steps: readonly Partial<Step>[]): Act =>
  did(lead, {
    type: 'plan',
    data: {
      steps: steps.map((step) => ({
        what: '责令改正',
        owner: 'urban',
        power: 'fine',
        dueAt: AFTERNOON + 20 * DAY,
        ...step,
      })),
    },
  });
export const finishes = (unit: UnitId = 'urban', step = 1, note = '已改正'): Act =>
  did(handler(unit), { type: 'finish-step', data: { step, note } });
export const drops = (step = 1, reason = '不需要了'): Act =>
  did(lead, { type: 'drop-step', data: { step, reason } });

type Hearing = CommandOf<'record-hearing'>['data'];
export const hears = (change: Partial<Hearing> = {}): Act =>
  did(lead, {
    type: 'record-hearing',
    data: {
      noticeAt: MONDAY - 10 * DAY,
      heldAt: MONDAY,
      parties: ['person', 'unit', 'chair'],
      record: sealed('record'),
      outcome: 'NOT_AGREED',
      ...change,
    },
  });
export const answersClaim = (
  answer: ClaimAnswer = 'NOT_SUPPORT',
  citation: string | null = '《城市市容和环境卫生管理条例》第十四条',
): Act => did(lead, { type: 'answer-claim', data: { answer, reply: sealed('reply'), citation } });
export const tellsResult: Act = did(liaison, {
  type: 'tell-result',
  data: { means: 'visit', result: sealed('result') },
});
export const dissents: Act = did(person(), { type: 'dissent', data: { words: sealed('words') } });
export const closes = (reason = '方案已落实', by: Actor = sponsor): Act =>
  did(by, { type: 'close', data: { reason } });

export const wantsFollowUp = (days = 100, by: Actor = person()): Act =>
  did(by, {
    type: 'consent-follow-up',
    data: { until: AFTERNOON + days * DAY, means: 'phone' },
  });
export const stopsFollowUp: Act = did(person(), { type: 'revoke-follow-up', data: {} });
export const followsUp: Act = did(liaison, {
  type: 'record-follow-up',
  data: { reached: true, words: sealed('said') },
});

export const caseEnds = (status = 'closed'): Act =>
  did(machine('reaction'), { type: 'case-ended', data: { status } });
export const follows = (to: StreamId): Act =>
  did(machine('reaction'), { type: 'follow-case', data: { case: to } });
/** The worker's question about a clock, so many days after the afternoon. */
export const ticks = (clock: string, days: number): Act =>
  later(did(machine('tick'), { type: 'clock-due', data: { clock, revision: 1 } }), days);

const PATH = [
  nominates(),
  accepts(),
  needs(),
  convenes(),
  meets(),
  plans({}),
  answersClaim(),
  keeps(),
  finishes(),
  tellsResult,
  closes(),
  wantsFollowUp(),
];
const STEPS = [
  'nominated',
  'accepted',
  'needs',
  'convened',
  'met',
  'agreed',
  'answered',
  'kept',
  'finished',
  'told',
  'closed',
  'following',
] as const;

/** The usual sponsorship, up to a step. */
export const usually = (step: (typeof STEPS)[number], start: Story = nothing()): Story =>
  given(start, ...PATH.slice(0, STEPS.indexOf(step) + 1));
