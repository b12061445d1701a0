import type { Institution } from '../authority/institution.ts';
import type {
  Actor,
  Decided,
  Facts,
  Instant,
  OfficeId,
  OnBehalfOf,
  Recorded,
  Refusal,
  Role,
  Sealed,
  StreamId,
  UnitId,
} from '../process.ts';
import type { Category, Rulebook } from '../rulebook/rulebook.ts';
import { smallInstitution, smallRulebook } from '../rulebook/small.fixture.ts';
import type { CaseCommand, Registration } from './commands.ts';
import { decide } from './decide.ts';
import type { CaseEvent } from './events.ts';
import { evolve } from './evolve.ts';
import type { CaseState } from './state.ts';
import type { UpstreamWord } from './words.ts';

/** Given what happened, when somebody acts, then this follows. For tests only. */

export const HOUR = 3_600_000;
/** Monday 2 March 2026, 10:00 in Shanghai. */
export const MONDAY: Instant = Date.UTC(2026, 2, 2, 2);

const extra = (code: string, change: Partial<Category>): Category => ({
  code,
  name: { zh: code, en: code },
  parent: 'all',
  urgency: 'normal',
  keywords: [],
  emergency: null,
  channel: null,
  ...change,
});

/** The small district with an emergency, a matter for another channel, and lawful limits. */
export function district(change: Partial<Rulebook> = {}): Institution {
  const small = smallRulebook();
  const none = small.extension.citation;
  return smallInstitution({
    rulebooks: [
      {
        ...small,
        categories: [
          ...small.categories,
          extra('gas', { emergency: 'police' }),
          extra('bribe', { channel: 'discipline' }),
        ],
        channels: [
          ...small.channels,
          {
            code: 'market',
            kind: 'out_of_scope',
            name: { zh: '市场服务', en: 'Market services' },
            nextPath: { zh: '请联系物业服务企业。', en: 'Ask the property company.' },
            telephone: null,
            citation: none,
          },
        ],
        ...change,
      },
    ],
  });
}

/** Street s1 in three offices, whose replies an office's head and the street's agree to. */
export const divided = (): Institution =>
  district({
    offices: ['works', 'law', 'seal'].map((id) => ({
      id,
      unit: 's1',
      name: { zh: `${id}科`, en: `Office of ${id}` },
    })),
    signOff: [
      {
        unit: 'type:street',
        category: null,
        steps: [
          { role: 'office_head', office: null },
          { role: 'unit_head', office: null },
        ],
        citation: smallRulebook().extension.citation,
      },
    ],
  });

export const CASE: StreamId = 'case-1';
let sealedSoFar = 0;

/** A private text as the engine hands it over: different in every call, read by no decision. */
export const sealed = (name = 'text'): Sealed => {
  sealedSoFar += 1;
  return { ref: `${name}-${sealedSoFar}`, commitment: `sha256:${name}-${sealedSoFar}` };
};

export const staff = (unit: UnitId, role: Role, account = `${unit}/${role}`): Actor => ({
  kind: 'staff',
  account,
  post: { unit, role },
});

/** Somebody whose seat is in an office of s1. */
export const seated = (role: Role, office: OfficeId, account = `s1/${office}/${role}`): Actor => ({
  kind: 'staff',
  account,
  post: { unit: 's1', role, office },
});

export const clerk = staff('c11', 'intake_agent');
export const streetDesk = staff('s1', 'dispatcher');
export const centreDesk = staff('centre', 'dispatcher');
export const arbiter = staff('centre', 'arbiter');
export const caller = staff('centre', 'callback_agent');
export const supervisor = staff('centre', 'supervisor');
export const handler = (unit: UnitId) => staff(unit, 'unit_handler');
export const head = (unit: UnitId) => staff(unit, 'unit_head');
export const person = (stream: StreamId = CASE): Actor => ({ kind: 'person', case: stream });
export const machine = (name: 'tick' | 'reaction' | 'import' | 'setup'): Actor => ({
  kind: 'machine',
  name,
});

export interface Act {
  readonly by: Actor;
  readonly command: CaseCommand;
  /** Recorded at; an hour after the act before unless said. */
  readonly now?: Instant;
  /** Happened at, where it is entered late. */
  readonly at?: Instant;
  readonly onBehalfOf?: OnBehalfOf;
  readonly others?: ReadonlyMap<StreamId, CaseState>;
  readonly institution?: Institution;
}

export const registration = (change: Partial<Registration> = {}): CaseCommand => ({
  type: 'register',
  data: {
    kind: 'help',
    intake: 'counter',
    words: sealed('words'),
    place: { unit: 'c11', detail: null },
    contact: sealed('contact'),
    confidential: false,
    external: [],
    receivedBy: 'c11',
    title: null,
    receipt: null,
    ...change,
  },
});

export const triaged = (category = 'vending'): CaseCommand => ({
  type: 'triage',
  data: { category, title: '示例', urgency: null, automatic: false },
});

export const dispatched = (
  lead: UnitId,
  change: { assisting?: readonly UnitId[]; overrideReason?: string } = {},
): CaseCommand => ({
  type: 'dispatch',
  data: { lead, assisting: [], overrideReason: null, ...change },
});

/** A case as far as some acts have brought it. */
export interface Story {
  readonly stream: StreamId;
  readonly state: CaseState;
  readonly events: readonly Recorded<CaseEvent>[];
  readonly now: Instant;
  readonly institution: Institution;
}

export const nothing = (institution: Institution = district(), stream: StreamId = CASE): Story => ({
  stream,
  state: { status: 'none' },
  events: [],
  now: MONDAY - HOUR,
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
    others: act.others ?? new Map(),
    lot: 0,
  };
};

/** What one act brings: the longer story, or the refusal. */
export function when(story: Story, act: Act): Story | Refusal {
  const facts = factsOf(story, act);
  const decision = decide(act.command, story.state, facts);
  return 'refusal' in decision ? decision.refusal : told(story, decision.events, facts);
}

export function told(story: Story, decided: readonly Decided<CaseEvent>[], facts: Facts): Story {
  const events = decided.map(
    (event, n): Recorded<CaseEvent> => ({
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

/** The types of the events an act adds, clocks as `ClockStarted reply-1`. */
export function adds(story: Story, act: Act): readonly string[] {
  return given(story, act).events.slice(story.events.length).map(named);
}

export function named(event: Recorded<CaseEvent>): string {
  if (event.type === 'ClockStarted') return `${event.type} ${event.data.clock.id}`;
  return 'clock' in event.data && typeof event.data.clock === 'string'
    ? `${event.type} ${event.data.clock}`
    : event.type;
}

/** The usual acts, each by whoever usually does it: a vending case led by street s1. */
export const usual = {
  register: { by: clerk, command: registration() },
  triage: { by: streetDesk, command: triaged() },
  dispatch: { by: streetDesk, command: dispatched('s1') },
  sign: { by: handler('s1'), command: { type: 'sign-for', data: {} } },
  contact: {
    by: handler('s1'),
    command: { type: 'contact', data: { means: 'phone', reached: true, note: null } },
  },
  reply: {
    by: handler('s1'),
    command: { type: 'reply', data: { reply: sealed('reply'), outcome: 'FIXED', citation: null } },
  },
  verify: {
    by: caller,
    command: { type: 'verify', data: { reached: true, solved: 'yes', heard: true, words: null } },
  },
  close: { by: caller, command: { type: 'close', data: { outcome: 'FIXED' } } },
} as const satisfies Record<string, Act>;

const PATH = [
  usual.register,
  usual.triage,
  usual.dispatch,
  usual.sign,
  usual.reply,
  usual.verify,
  usual.close,
];
const STEPS = ['received', 'triaged', 'assigned', 'handling', 'replied', 'verified', 'closed'];

export const did = (by: Actor, command: CaseCommand, more: Partial<Act> = {}): Act => ({
  by,
  command,
  ...more,
});

export const objects: Act = did(handler('s1'), {
  type: 'object',
  data: { basis: 'not-on-list', reason: '清单未列' },
});
export const decides = (upheld: boolean): Act =>
  did(arbiter, { type: 'decide-objection', data: { upheld, reason: '理由' } });

const seats = [
  { unit: 'centre', role: 'arbiter' },
  { unit: 'housing', role: 'unit_head' },
  { unit: 'd', role: 'supervisor' },
] as const;
type Ruling = Extract<CaseCommand, { type: 'rule-allocation' }>['data'];
export const rules = (change: Partial<Ruling> = {}): Act =>
  did(arbiter, {
    type: 'rule-allocation',
    data: {
      panel: seats,
      positions: [
        { unit: 's1', position: '不在清单' },
        { unit: 'urban', position: '愿意承办' },
      ],
      lead: 'urban',
      assisting: [],
      reason: '书面理由',
      ...change,
    },
  });

export const suspends = (clock: string | null = null, reason = 'hearing'): Act =>
  did(head('s1'), { type: 'suspend', data: { clock, reason } });
export const resumes = (clock: string | null = null): Act =>
  did(handler('s1'), { type: 'resume', data: { clock } });
export const asksExtension = (n = 5, clock = 'reply-1'): Act =>
  did(handler('s1'), {
    type: 'ask-extension',
    data: { clock, by: { n, unit: 'workDay' }, reason: '等待检测结果' },
  });
export const decidesExtension = (granted = true, by = supervisor): Act =>
  did(by, { type: 'decide-extension', data: { granted, reason: '属实' } });
export const tellsExtension: Act = did(handler('s1'), {
  type: 'tell-extension',
  data: { means: 'phone' },
});

export const replies = (
  outcome: Extract<CaseCommand, { type: 'reply' }>['data']['outcome'],
  citation: string | null = null,
): Act =>
  did(handler('s1'), { type: 'reply', data: { reply: sealed('reply'), outcome, citation } });
type Answer = Extract<CaseCommand, { type: 'verify' }>['data'];
export const answers = (solved: Answer['solved'], by: Actor = caller, reached = true): Act =>
  did(by, { type: 'verify', data: { reached, solved, heard: null, words: null } });
export const closes = (outcome: Extract<CaseCommand, { type: 'close' }>['data']['outcome']): Act =>
  did(caller, { type: 'close', data: { outcome } });

type To = Extract<CaseCommand, { type: 'assign' }>['data']['to'];
export const assigns = (office: OfficeId | null, to: To = null, by: Actor = head('s1')): Act =>
  did(by, { type: 'assign', data: { office, to } });
export const handsOn = (office: OfficeId, by: Actor = handler('s1'), reason = '属该科室'): Act =>
  did(by, { type: 'hand-on', data: { office, reason } });
export const agrees = (by: Actor): Act => did(by, { type: 'agree-reply', data: {} });
export const sendsBack = (by: Actor, reason = '补充依据'): Act =>
  did(by, { type: 'send-back-reply', data: { reason } });

export const merges = (into: StreamId, target: CaseState, basis = ''): Act =>
  did(centreDesk, { type: 'merge', data: { into, basis } }, { others: new Map([[into, target]]) });
export const unmerges = (from: StreamId, more: Partial<Act> = {}): Act =>
  did(centreDesk, { type: 'unmerge', data: { from, reason: '不是同一件事' } }, more);
export const reopens = (
  reason: Extract<CaseCommand, { type: 'reopen' }>['data']['reason'] = 'not_fixed',
  by: Actor = person(),
): Act => did(by, { type: 'reopen', data: { reason, words: null } });
export const withdraws: Act = did(person(), { type: 'withdraw', data: { words: null } });

type History = Extract<CaseCommand, { type: 'record-history' }>['data'];
/** A row of a ledger, opened on MONDAY and read in `days` later. */
export const imports = (acts: History['acts'], days = 60): Act => {
  const { data } = registration({ intake: 'import' }) as { data: Registration };
  return did(
    machine('import'),
    { type: 'record-history', data: { ...data, imported: { mapping: 'm', line: 7 }, acts } },
    { now: MONDAY + days * 24 * HOUR, at: MONDAY },
  );
};

/** An order of the system above, due there after so many hours, taken in by the street's desk. */
export const ordered = (hours: number | null, change: Partial<Registration> = {}): Act => {
  const dueAt = hours === null ? null : MONDAY + hours * HOUR;
  const external = [{ system: '12345', number: 'N1', dueAt, state: '待办理' }];
  return did(
    streetDesk,
    registration({ intake: 'upstream', receivedBy: 's1', external, ...change }),
  );
};
export const updates = (hours: number | null, state = '待办理', more: Partial<Act> = {}): Act => {
  const dueAt = hours === null ? null : MONDAY + hours * HOUR;
  const reference = { system: '12345', number: 'N1', dueAt, state };
  return did(streetDesk, { type: 'update-external', data: { reference } }, more);
};
export const hears = (word: UpstreamWord, number = 'N1', dueAt: number | null = null): Act => {
  const reference = { system: '12345', number, dueAt, state: '已核实' };
  return did(streetDesk, { type: 'hear-upstream', data: { reference, word } });
};
export const tells = (upTo: number, number = 'N1'): Act =>
  did(streetDesk, {
    type: 'tell-upstream',
    data: { system: '12345', number, upTo, state: '在办' },
  });
export const asksReturn = (reason = '不属本区'): Act =>
  did(handler('s1'), { type: 'ask-upstream-return', data: { reason } });
export const asksTheirTime = (n = 2): Act =>
  did(handler('s1'), {
    type: 'ask-upstream-extension',
    data: { by: { n, unit: 'workDay' }, reason: '等待检测结果' },
  });
/** Where the system above asks the person itself. */
export const asksUpstream = (): Institution => {
  const { verification } = smallRulebook();
  return district({ verification: { ...verification, callback: 'upstream' } });
};
export const orderReplied = (by: Act = usual.reply, institution = asksUpstream()): Story =>
  given(nothing(institution), ordered(72), usual.triage, usual.dispatch, usual.sign, by);

/** Objected to twice with right: only a ruling allocates now. */
export const returnedTwice = (): Story =>
  given(usually('assigned'), objects, decides(true), usual.dispatch, objects, decides(true));

/** The usual case, up to a step. */
export const usually = (
  step: 'received' | 'triaged' | 'assigned' | 'handling' | 'replied' | 'verified' | 'closed',
  start: Story = nothing(),
): Story => given(start, ...PATH.slice(0, STEPS.indexOf(step) + 1));
