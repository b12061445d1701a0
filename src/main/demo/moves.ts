import { propose } from '../../core/authority/propose.ts';
import { chainOf } from '../../core/authority/units.ts';
import { type CaseState, orderOf } from '../../core/case/state.ts';
import type { Intake, Means, Outcome, ReopenReason, Solved } from '../../core/case/words.ts';
import { liveOf } from '../../core/clock/clock.ts';
import type { Actor, OnBehalfOf, Role, StreamId, UnitId } from '../../core/process.ts';
import { DAY, MINUTE } from '../../core/time/civil.ts';
import { receiptAlias, receiptCode } from '../../engine/receipt.ts';
import { type Cast, filled, type Move } from './cast.ts';
import type { Deed } from './perform.ts';

/** The acts the stories are made of: who does each, and with which words. */

type Gap = readonly [least: number, most: number];
type Range = Gap | { readonly office: Gap; readonly anyHour: Gap };

const isGap = (range: Range): range is Gap => Array.isArray(range);

/** By the hours the matter keeps, unless one range is given: that is office time. */
export function move(cast: Cast, range: Range, deed: Move['deed'], alone?: boolean): Move {
  const anyHour = !isGap(range) && cast.aroundTheClock;
  const [least, most] = isGap(range) ? range : anyHour ? range.anyHour : range.office;
  const gap = cast.chance.between(least, most);
  return { gap, anyHour, deed, ...(alone ? { alone } : {}) };
}

/** Whatever the hour: danger does not wait for the office to open. */
const moveAtOnce = (cast: Cast, [least, most]: Gap, deed: Move['deed']): Move => ({
  gap: cast.chance.between(least, most),
  anyHour: true,
  deed,
});

type Data = Readonly<Record<string, unknown>>;

export const deed = (by: Actor, type: string, data: Data = {}, texts?: Deed['texts']): Deed => ({
  by,
  command: { type, data },
  ...(texts === undefined ? {} : { texts }),
});

export function leadOf(state: CaseState): UnitId {
  const order = orderOf(state);
  if (order === null) throw new Error(`${state.status} has no order`);
  return order.lead;
}

function known(state: CaseState) {
  if (state.status === 'none') throw new Error('not registered yet');
  return state;
}

export const person = ({ stream }: Cast): Actor => ({ kind: 'person', case: stream });
export const hotline = ({ law, staff }: Cast, role: Role): Actor =>
  staff(law.dispatch.centre, role);
const desk = (cast: Cast, state: CaseState): Actor => cast.staff(known(state).desk, 'dispatcher');
export const arbiter = ({ law, staff }: Cast): Actor => staff(law.objection.ruler, 'arbiter');
const handler = (cast: Cast, state: CaseState): Actor => cast.staff(leadOf(state), 'unit_handler');
const caller = ({ law, staff }: Cast): Actor => staff(law.verification.unit, 'callback_agent');
export const onceFilled = (cast: Cast, texts: readonly string[]): string =>
  filled(cast, cast.chance.of(texts));

interface Registering {
  readonly intake?: Intake;
  readonly confidential?: boolean;
  readonly withoutContact?: boolean;
  readonly relation?: Extract<OnBehalfOf, { kind: 'person' }>['relation'];
  /** Where it is received, if not where that way in leads by itself. */
  readonly receivedBy?: UnitId;
}

const INTAKES: readonly Intake[] = ['web', 'web', 'counter', 'counter', 'phone', 'phone', 'phone'];
const RARE: readonly Intake[] = ['paper', 'sms', 'grid', 'upstream'];

/** Said on the web by the person alone; at a counter or on the telephone to whoever sits there. */
export function register(cast: Cast, how: Registering = {}): Move {
  const { chance, crypto, law, matter, place, stream, street, tenant } = cast;
  const intake = how.intake ?? chance.of(chance.percent(15) ? RARE : INTAKES);
  const centre = law.dispatch.centre;
  const at: Partial<Record<Intake, UnitId>> = {
    web: street,
    paper: street,
    counter: place,
    grid: place,
  };
  const receivedBy = how.receivedBy ?? at[intake] ?? centre;
  const by = intake === 'web' ? person(cast) : cast.staff(receivedBy, 'intake_agent');
  const contact = contactOf(cast);
  return {
    gap: 0,
    anyHour: false,
    deed: (_state, now) => ({
      ...deed(by, 'register', {
        kind: matter.kind,
        intake,
        words: null,
        place: { unit: place, detail: null },
        contact: null,
        confidential: how.confidential ?? false,
        external: intake === 'upstream' ? [upstream(cast, now + 6 * DAY)] : [],
        receivedBy,
        title: intake === 'web' ? null : titleOf(cast),
        receipt: receiptAlias(crypto, tenant, receiptCode(crypto, tenant, stream)).key,
      }),
      texts: {
        words: `${cast.mark}${filled(cast, matter.words)}`,
        'place.detail': filled(cast, matter.detail),
        ...(how.withoutContact ? {} : { contact }),
      },
      ...(how.relation === undefined
        ? {}
        : { onBehalfOf: { kind: 'person', relation: how.relation } as const }),
    }),
  };
}

const titleOf = (cast: Cast): string => `${cast.titleMark}${cast.matter.title}`;

/** A number nobody has: no area code of China is 0000. */
const contactOf = ({ number, matter }: Cast): string =>
  JSON.stringify({
    telephone: `0000-${String(number).padStart(8, '0')}`,
    other: matter.lang === 'zh' ? '下午方便接听' : 'afternoons are best',
  });

const upstream = ({ number }: Cast, dueAt: number, state = '转办') => ({
  system: '市热线（演示）',
  number: `DEMO-${String(number).padStart(6, '0')}`,
  dueAt,
  state,
});

export const tellUpstream = (cast: Cast, gap: Gap): Move =>
  move(cast, gap, (state) => {
    const [reference] = known(state).external;
    const now = { ...(reference ?? upstream(cast, 0)), state: '办理中' };
    return deed(hotline(cast, 'intake_agent'), 'update-external', { reference: now });
  });

const SOON = { office: [5, 40], anyHour: [3, 20] } as const;

export const triage = (cast: Cast, range: Range = SOON): Move => {
  const automatic = cast.chance.percent(10);
  return move(cast, range, (state) =>
    deed(desk(cast, state), 'triage', {
      category: cast.matter.category,
      title: titleOf(cast),
      urgency: null,
      automatic,
    }),
  );
};

/** To whom the duty list names. */
export const dispatch = (cast: Cast, range: Range = SOON): Move =>
  move(cast, range, (state, at) => {
    const proposal = propose(cast.institution, cast.matter.category, cast.place, at);
    if (proposal.none) throw new Error(`nobody is named for ${cast.matter.category}`);
    const { lead, assisting } = proposal;
    return dispatchTo(cast, state, lead, assisting.slice(0, 2), null);
  });

/** By the desk, or by the centre where the lead lies beyond the desk's territory. */
export function dispatchTo(
  cast: Cast,
  state: CaseState,
  lead: UnitId,
  assisting: readonly UnitId[],
  overrideReason: string | null,
): Deed {
  const within = chainOf(cast.law, lead).some(({ id }) => id === known(state).desk);
  const by = within ? desk(cast, state) : hotline(cast, 'dispatcher');
  return deed(by, 'dispatch', { lead, assisting, overrideReason });
}

export const signFor = (cast: Cast, range: Range = { office: [8, 45], anyHour: [5, 35] }): Move =>
  move(cast, range, (state) => deed(handler(cast, state), 'sign-for'));

interface Contacting {
  readonly reached?: boolean;
  readonly means?: Means;
  /** Minutes by which the entry is late. */
  readonly late?: number;
  /** Entered by the handler for the head who spoke with the person. */
  readonly forHead?: boolean;
}

export const contact = (
  cast: Cast,
  range: Range = { office: [30, 150], anyHour: [15, 70] },
  { reached = true, means, late = 0, forHead = false }: Contacting = {},
): Move => {
  const said = onceFilled(cast, reached ? cast.phrases.contacted : cast.phrases.missed);
  const by =
    means ??
    cast.chance.of(reached ? (['phone', 'phone', 'visit'] as const) : (['phone'] as const));
  return move(cast, range, (state, at) => ({
    ...deed(handler(cast, state), 'contact', { means: by, reached, note: null }, { note: said }),
    ...(known(state).confidential ? {} : { purpose: cast.phrases.ringing }),
    ...(late === 0 ? {} : { occurredAt: at - late * MINUTE }),
    ...(forHead
      ? { onBehalfOf: { kind: 'post', post: { unit: leadOf(state), role: 'unit_head' } } as const }
      : {}),
  }));
};

/** To the first office of the lead unit, by its head. */
export const assign = (cast: Cast, gap: Gap): Move =>
  move(cast, gap, (state) => {
    const unit = leadOf(state);
    const data = { office: officeOf(cast, state), to: null };
    return deed(cast.staff(unit, 'unit_head'), 'assign', data);
  });

export const agree = (cast: Cast, role: 'office_head' | 'unit_head', gap: Gap): Move =>
  move(cast, gap, (state) => deed(signer(cast, state, role), 'agree-reply'));

export const sendBackDraft = (cast: Cast, gap: Gap): Move =>
  move(cast, gap, (state) =>
    deed(signer(cast, state, 'office_head'), 'send-back-reply', {
      reason: '请写明从哪个月起发放。',
    }),
  );

const officeOf = ({ law }: Cast, state: CaseState): string =>
  law.offices.find(({ unit }) => unit === leadOf(state))?.id ?? '';

const signer = (cast: Cast, state: CaseState, role: 'office_head' | 'unit_head'): Actor =>
  role === 'unit_head'
    ? cast.staff(leadOf(state), role)
    : cast.staff(leadOf(state), role, officeOf(cast, state));

const HANDLED = { office: [200, 600], anyHour: [120, 700] } as const;

export const reply = (
  cast: Cast,
  outcome: 'FIXED' | 'PARTLY' | 'INFO_GIVEN' | 'EXPLAINED_CANNOT',
  range: Range = HANDLED,
): Move =>
  move(cast, range, (state) => {
    const { replies } = cast.matter;
    const cannot = replies.EXPLAINED_CANNOT;
    const again = known(state).replies.length > 0;
    const explained = outcome === 'EXPLAINED_CANNOT';
    const text = explained ? (again ? cannot?.again : cannot?.text) : replies[outcome];
    if (text === undefined) throw new Error(`${cast.matter.id} has no reply ${outcome}`);
    const citation = explained ? (cannot?.citation ?? null) : null;
    const data = { reply: null, outcome, citation };
    return deed(handler(cast, state), 'reply', data, { reply: filled(cast, text) });
  });

/** By a call, or by the person unasked. Nobody reached is no answer. */
export const verify = (
  cast: Cast,
  solved: Solved | null,
  gap: Gap = [60, 400],
  by: 'call' | 'person' = 'call',
): Move => {
  const { phrases } = cast;
  const said = solved === 'yes' || solved === 'partly' || solved === 'no' ? phrases[solved] : null;
  const words = said === null ? null : onceFilled(cast, said);
  const actor = by === 'person' ? person(cast) : caller(cast);
  const data = {
    reached: solved !== null,
    solved,
    heard: solved === null ? null : true,
    words: null,
  };
  return move(cast, gap, () => ({
    ...deed(actor, 'verify', data, words === null ? undefined : { words }),
    ...(by === 'call' ? { purpose: phrases.asking } : {}),
  }));
};

export const close = (cast: Cast, outcome: Outcome, gap: Gap = [3, 20]): Move =>
  move(cast, gap, () => deed(caller(cast), 'close', { outcome }));

/** The person alone: their words in a field of the command. */
export const says = (
  cast: Cast,
  type: 'withdraw' | 'disagree' | 'add-words',
  words: string,
  gap: Gap,
): Move => move(cast, gap, () => deed(person(cast), type, { words: null }, { words }));

/** What a relative asks the counter to write down. */
export const saysByHelp = (
  cast: Cast,
  type: 'disagree' | 'add-words',
  words: string,
  gap: Gap,
): Move =>
  move(cast, gap, () => ({
    ...deed(cast.staff(cast.street, 'intake_agent'), type, { words: null }, { words }),
    onBehalfOf: { kind: 'person', relation: 'relative' },
  }));

export const reopen = (
  cast: Cast,
  reason: ReopenReason,
  by: 'person' | 'call' | 'supervisor',
  gap: Gap,
): Move => {
  const words = onceFilled(cast, cast.phrases.reopen);
  const actor =
    by === 'person' ? person(cast) : by === 'call' ? caller(cast) : hotline(cast, 'supervisor');
  return move(cast, gap, () => deed(actor, 'reopen', { reason, words: null }, { words }));
};

/** The first receiver writes what the units at work on a confidential request read. */
export const summarise = (cast: Cast, gap: Gap): Move => {
  const summary = onceFilled(cast, cast.phrases.summary);
  return move(cast, gap, (state) => {
    const by = cast.staff(known(state).receivedBy, 'intake_agent');
    return deed(by, 'summarise', { summary: null }, { summary });
  });
};

/** To the person, on their own page. */
export const message = (cast: Cast, gap: Gap): Move => {
  const text = onceFilled(cast, cast.phrases.message);
  return move(cast, gap, (state) =>
    deed(handler(cast, state), 'message', { text: null }, { text }),
  );
};

export const remind = (cast: Cast, gap: Gap): Move => {
  const text = onceFilled(cast, cast.phrases.remind);
  return move(cast, gap, (state) => deed(desk(cast, state), 'remind', { text }));
};

export const supervise = (cast: Cast, gap: Gap): Move => {
  const text = onceFilled(cast, cast.phrases.supervise);
  return move(cast, gap, () => deed(hotline(cast, 'supervisor'), 'supervise', { text }));
};

/** By the head; or entered by the handler on the head's word. */
export const suspend = (cast: Cast, reason: string, gap: Gap, entered = false): Move =>
  move(cast, gap, (state) => {
    const unit = leadOf(state);
    const data = { clock: null, reason };
    if (!entered) return deed(cast.staff(unit, 'unit_head'), 'suspend', data);
    const head = { unit, role: 'unit_head' } as const;
    return {
      ...deed(handler(cast, state), 'suspend', data),
      onBehalfOf: { kind: 'post', post: head },
    };
  });

export const resume = (cast: Cast, gap: Gap): Move =>
  move(cast, gap, (state) => deed(handler(cast, state), 'resume', { clock: null }));

export const askExtension = (cast: Cast, gap: Gap, days: number): Move => {
  const reason = onceFilled(cast, cast.phrases.extension);
  return move(cast, gap, (state) => {
    const clock = liveOf(known(state).clocks, 'reply')?.id ?? '';
    const by = { n: days, unit: 'workDay' };
    return deed(handler(cast, state), 'ask-extension', { clock, by, reason });
  });
};

export const decideExtension = (cast: Cast, granted: boolean, gap: Gap): Move => {
  const reason = onceFilled(cast, granted ? cast.phrases.granted : cast.phrases.refused);
  return move(cast, gap, () =>
    deed(hotline(cast, 'supervisor'), 'decide-extension', { granted, reason }),
  );
};

export const tellExtension = (cast: Cast, gap: Gap): Move =>
  move(cast, gap, (state) => deed(handler(cast, state), 'tell-extension', { means: 'phone' }));

export const answerAtOnce = (cast: Cast, gap: Gap): Move =>
  move(cast, gap, (state) =>
    deed(
      desk(cast, state),
      'answer-at-once',
      { answer: null },
      { answer: cast.matter.answer ?? '' },
    ),
  );

export const redirect = (cast: Cast, gap: Gap): Move =>
  move(cast, gap, (state) => deed(desk(cast, state), 'redirect', { channel: cast.matter.channel }));

/** By whoever received it, which is the person's counter or the hotline. */
export const showEmergency = (cast: Cast): Move =>
  moveAtOnce(cast, [1, 2], (state) =>
    deed(cast.staff(known(state).receivedBy, 'intake_agent'), 'show-emergency', {
      channel: cast.matter.emergency,
    }),
  );

export const confirmHandover = (cast: Cast, remains: boolean): Move =>
  moveAtOnce(cast, [2, 8], (state) =>
    deed(cast.staff(known(state).receivedBy, 'intake_agent'), 'confirm-handover', { remains }),
  );

export const merge = (cast: Cast, into: StreamId, gap: Gap): Move => {
  const basis = onceFilled(cast, cast.phrases.joined);
  return move(cast, gap, () => deed(hotline(cast, 'dispatcher'), 'merge', { into, basis }), true);
};

export const unmerge = (cast: Cast, from: StreamId, gap: Gap): Move => {
  const reason = onceFilled(cast, cast.phrases.parted);
  return move(
    cast,
    gap,
    () => deed(hotline(cast, 'dispatcher'), 'unmerge', { from, reason }),
    true,
  );
};
