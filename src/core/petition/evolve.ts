import { evolveClocks, isClockEvent } from '../clock/evolve.ts';
import { evolveLadders, isLadderEvent } from '../clock/ladder.ts';
import type { Recorded, UnitId } from '../process.ts';
import type { EventOf, PetitionEvent } from './events.ts';
import type {
  Common,
  Known,
  Letter,
  NotAccepted,
  PetitionState,
  StateOf,
  Status,
} from './state.ts';
import { type LetterKind, OPINION_LETTER } from './words.ts';

/**
 * The state after an event. Every result is read from the event, none is computed again; an event
 * that cannot follow the state is a fault, never skipped.
 */
export function evolve(state: PetitionState, event: Recorded<PetitionEvent>): PetitionState {
  if (event.type === 'PetitionRegistered') return registered(state, event);
  if (state.status === 'none') throw new Error(`petition: ${event.type} before it was registered`);
  if (isClockEvent(event)) return { ...state, clocks: evolveClocks(state.clocks, event) };
  if (isLadderEvent(event)) return { ...state, ladders: evolveLadders(state.ladders, event) };
  const evolver = EVOLVERS[event.type] as
    | ((before: Known, event: Recorded<PetitionEvent>) => PetitionState)
    | undefined;
  if (evolver === undefined) throw new Error(`petition: unknown event ${event.type}`);
  return evolver(state, event);
}

type Evolvers = {
  readonly [Type in PetitionEvent['type']]?: (
    before: Known,
    event: Recorded<EventOf<Type>>,
  ) => PetitionState;
};

const EVOLVERS: Evolvers = {
  TextsErased: (before) => ({ ...before, title: null }),
  HandedOver(before, event) {
    after(before, event, 'registered');
    const { channel, letter } = event.data;
    const { letters } = before;
    // What was handed over unread leaves no paper either.
    const papers =
      letter === null ? letters : issued(before, event, letter, 'handed-over', before.office);
    return {
      ...turned(before, event),
      letters: papers,
      status: 'handed-over',
      channel,
      endedAt: event.occurredAt,
    };
  },
  Routed(before, event) {
    after(before, event, 'registered');
    const { bodies, superior } = event.data;
    const [only] = bodies;
    if (superior === null && only !== undefined) return routed(before, event, only);
    if (superior === null) throw new Error('petition: routed to nobody');
    return { ...turned(before, event), status: 'shared', bodies, superior, named: {} };
  },
  BodyNamed(before, event) {
    const shared = after(before, event, 'shared');
    const { unit, body } = event.data;
    return { ...shared, named: { ...shared.named, [unit]: body } };
  },
  BodySettled(before, event) {
    after(before, event, 'shared');
    // Whoever agreed to it, or was designated, does not object to it afterwards.
    return routed(before, event, event.data.body, true);
  },
  TransferObjected(before, event) {
    const { body, bound } = after(before, event, 'routed');
    return { ...turned(before, event), status: 'objected', body, bound };
  },
  TransferDecided(before, event) {
    const { body } = after(before, event, 'objected');
    return event.data.agreed
      ? { ...turned(before, event), body: null, status: 'registered' }
      : { ...turned(before, event), status: 'routed', body, bound: true };
  },
  PetitionAccepted(before, event) {
    const { body } = after(before, event, 'routed');
    const { letter, unit } = event.data;
    const letters = issued(before, event, letter, 'accepted', unit);
    const started = { stage: 'handling', unit: body, extension: null, hearing: null } as const;
    return { ...turned(before, event), letters, status: 'working', body, ...started };
  },
  PetitionNotAccepted(before, event) {
    after(before, event, 'registered', 'routed');
    const { letter, unit } = event.data;
    return {
      ...turned(before, event),
      letters: issued(before, event, letter, 'not-accepted', unit),
      refused: [...before.refused, { ...given(event.data), what: 'petition' }],
      deciders: decided(before, event),
      status: 'not-accepted',
      endedAt: event.occurredAt,
      look: null,
    };
  },
  ExtensionAsked(before, event) {
    const working = after(before, event, 'working');
    const { extension: n, by, reason, account } = event.data;
    const extension = { n, by, reason, account, letter: null };
    return { ...working, extension, extensions: working.extensions + 1 };
  },
  ExtensionDecided(before, event) {
    const working = after(before, event, 'working');
    const { letter } = event.data;
    if (letter === null || working.extension === null) return { ...working, extension: null };
    const letters = issued(before, event, letter, 'extended', working.unit);
    return { ...working, letters, extension: { ...working.extension, letter } };
  },
  MediationRecorded: (before, { occurredAt: at, data }) => ({
    ...before,
    mediations: [...before.mediations, { at, agreed: data.agreed }],
  }),
  HearingOpened: (before, event) => ({
    ...after(before, event, 'working'),
    hearing: event.occurredAt,
  }),
  HearingClosed: (before, event) => ({ ...after(before, event, 'working'), hearing: null }),
  OpinionGiven(before, event) {
    const { body, stage, unit } = after(before, event, 'working');
    const { letter } = event.data;
    return {
      ...turned(before, event),
      letters: issued(before, event, letter, OPINION_LETTER[stage], unit),
      opinions: [...before.opinions, { ...event.data, at: event.occurredAt }],
      deciders: decided(before, event),
      status: 'opined',
      body,
      stage,
      unit,
    };
  },
  LetterDelivered(before, event) {
    const { letter: n, means, proof } = event.data;
    const delivered = { at: event.occurredAt, means, proof };
    const letters = before.letters.map((one) => (one.n === n ? { ...one, delivered } : one));
    if (before.status === 'working' && before.extension?.letter === n) {
      return { ...before, letters, extension: null };
    }
    const opinion = before.opinions.at(-1);
    if (before.status !== 'opined' || opinion?.letter !== n) return { ...before, letters };
    const { body, stage, unit } = before;
    const told = { status: 'told', body, stage, unit, asked: false } as const;
    return { ...turned(before, event), letters, ...told };
  },
  ReviewAsked(before, event) {
    const { body } = after(before, event, 'told', 'concluded');
    if (body === null) throw new Error('petition: a review of nobody');
    const { stage, unit } = event.data;
    return {
      ...turned(before, event),
      reviewers: [...before.reviewers, unit],
      status: 'working',
      body,
      stage,
      unit,
      extension: null,
      hearing: null,
    };
  },
  ReviewRefused(before, event) {
    const ended = after(before, event, 'told', 'concluded');
    return {
      ...ended,
      letters: issued(before, event, event.data.letter, 'review-refused', before.office),
      refused: [...before.refused, { ...given(event.data), what: 'review' }],
      asked: true,
    };
  },
  NewFactsClaimed(before, event) {
    const ended = after(before, event, 'not-accepted', 'concluded');
    return { ...ended, look: { words: event.data.words, clock: nextOf(before, 'new-facts') } };
  },
  NewFactsFound(before, event) {
    after(before, event, 'not-accepted', 'concluded');
    // A new round: what was decided before stays on record, and binds nobody to it.
    return { ...turned(before, event), body: null, reviewers: [], status: 'registered' };
  },
  NoNewFacts(before, event) {
    const ended = after(before, event, 'not-accepted', 'concluded');
    return {
      ...ended,
      letters: issued(before, event, event.data.letter, 'no-new-facts', before.office),
      refused: [...before.refused, { ...given(event.data), what: 'new-facts' }],
      deciders: decided(before, event),
      look: null,
    };
  },
  PetitionWithdrawn: (before) => before,
  Supervised: (before) => before,
  PetitionConcluded(before, event) {
    const staged = 'stage' in before ? { stage: before.stage, unit: before.unit } : null;
    const asked = before.status === 'told' && before.asked;
    return {
      ...turned(before, event),
      status: 'concluded',
      stage: staged?.stage ?? null,
      unit: staged?.unit ?? null,
      endedAt: event.occurredAt,
      ending: event.data.ending,
      look: null,
      asked,
    };
  },
};

function registered(
  state: PetitionState,
  { data, occurredAt: at }: Recorded<EventOf<'PetitionRegistered'>>,
): PetitionState {
  if (state.status !== 'none') throw new Error('petition: registered twice');
  const { words: _words, ...known } = data;
  return {
    ...known,
    status: 'registered',
    receivedAt: at,
    since: at,
    body: null,
    reviewers: [],
    letters: [],
    opinions: [],
    refused: [],
    mediations: [],
    extensions: 0,
    deciders: [],
    clocks: [],
    ladders: [],
  };
}

const routed = (
  before: Known,
  event: Recorded<PetitionEvent>,
  body: UnitId,
  bound = false,
): PetitionState => ({ ...turned(before, event), status: 'routed', body, bound });

/** The part of a state that outlives its status: what a status alone has is dropped by name. */
const commonOf = (state: Known): Common => ({
  case: state.case,
  kind: state.kind,
  way: state.way,
  number: state.number,
  office: state.office,
  receivedBy: state.receivedBy,
  place: state.place,
  category: state.category,
  title: state.title,
  representatives: state.representatives,
  rulebook: state.rulebook,
  receivedAt: state.receivedAt,
  since: state.since,
  body: state.body,
  reviewers: state.reviewers,
  letters: state.letters,
  opinions: state.opinions,
  refused: state.refused,
  mediations: state.mediations,
  extensions: state.extensions,
  deciders: state.deciders,
  clocks: state.clocks,
  ladders: state.ladders,
});

const turned = (before: Known, { occurredAt }: Recorded<PetitionEvent>): Common => ({
  ...commonOf(before),
  since: occurredAt,
});

/** The clock that delivering it meets is named when it starts, right after. */
const issued = (
  before: Known,
  { occurredAt: issuedAt }: Recorded<PetitionEvent>,
  n: number,
  kind: LetterKind,
  unit: UnitId,
): readonly Letter[] => [
  ...before.letters,
  { n, kind, unit, issuedAt, clock: clockFor(before, kind), delivered: null },
];

/** Acceptance or not is told within the notice's own time; an extension before the old due time. */
function clockFor(before: Known, kind: LetterKind): string | null {
  if (kind === 'extended') return null;
  const notice = before.clocks.findLast((clock) => clock.kind === 'notice');
  const running = notice?.endedAt === null;
  return running && (kind === 'accepted' || kind === 'not-accepted')
    ? notice.id
    : nextOf(before, 'delivery');
}

const given = ({ reason, name, citation, nextPath }: NotAccepted): NotAccepted => ({
  reason,
  name,
  citation,
  nextPath,
});

const decided = (before: Known, { actedBy }: Recorded<PetitionEvent>): readonly string[] =>
  actedBy.kind === 'staff' ? [...new Set([...before.deciders, actedBy.account])] : before.deciders;

/** The id that the next clock of a kind will have; its event follows the one that names it. */
export const nextOf = ({ clocks }: Common, kind: string): string =>
  `${kind}-${clocks.filter((clock) => clock.kind === kind).length + 1}`;

function after<Name extends Status>(
  state: Known,
  event: { readonly type: string },
  ...statuses: readonly Name[]
): StateOf<Name> {
  if (!statuses.some((status) => status === state.status)) {
    throw new Error(`petition: ${event.type} cannot follow ${state.status}`);
  }
  return state as StateOf<Name>;
}
