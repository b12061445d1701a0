import type { CallbackCommand } from '../callback/commands.ts';
import { callbackOf, recheckOf } from '../callback/streams.ts';
import type { Reaction, Sealed, StreamId } from '../process.ts';
import { toRetention } from '../retention/reactions.ts';
import type { SponsorshipCommand } from '../sponsorship/commands.ts';
import type { WhistleCommand } from '../whistle/commands.ts';
import type { CaseCommand } from './commands.ts';
import type { CaseEvent } from './events.ts';
import { type CaseState, isOpen, isSponsoring, type Known } from './state.ts';

const reaction = (
  stream: StreamId,
  command: CaseCommand,
  copies?: Reaction['copies'],
): Reaction => ({
  process: 'case',
  stream,
  command,
  ...(copies === undefined ? {} : { copies }),
});

/** A merge is one fact in two streams: both are written, or neither. */
export function together(
  event: CaseEvent,
  _state: CaseState,
  stream: StreamId,
): readonly Reaction[] {
  if (event.type === 'Merged') {
    const { into, basis } = event.data;
    return [reaction(into, { type: 'join-request', data: { from: stream, basis } })];
  }
  if (event.type === 'Unmerged') {
    const { from, reason } = event.data;
    return [reaction(from, { type: 'leave-request', data: { left: stream, reason } })];
  }
  return [];
}

/**
 * Whoever joined hears the answer in their own request's vault; when the case they joined ends
 * without one, they get their own request back (invariant 11). Whistles go where the matter goes,
 * and end with it.
 */
export function after(event: CaseEvent, state: CaseState, stream: StreamId): readonly Reaction[] {
  if (state.status === 'none') return [];
  return [
    ...answers(event, state.joined, stream),
    ...carried(event, state, stream),
    ...calledBack(event, state, stream),
    ...keeping(event, state, stream),
  ];
}

function answers(
  event: CaseEvent,
  joined: readonly StreamId[],
  stream: StreamId,
): readonly Reaction[] {
  switch (event.type) {
    case 'Replied':
      return event.data.reply === null ? [] : answered(joined, stream, event.data.reply);
    case 'AnsweredAtOnce':
      return answered(joined, stream, event.data.answer);
    case 'Withdrawn':
    case 'Redirected':
      return joined.map((request) =>
        reaction(request, { type: 'unmerge', data: { from: stream, reason: event.type } }),
      );
    default:
      return [];
  }
}

/** What serves the case beside it: it goes where the matter goes, and ends with it. */
interface Companion {
  readonly process: 'whistle' | 'sponsorship';
  readonly stream: StreamId;
  /** The case it began about. */
  readonly home: StreamId;
}

const companions = ({ whistles, sponsorships }: Known): readonly Companion[] => [
  ...whistles
    .filter(({ live }) => live)
    .map(({ whistle, home }) => ({ process: 'whistle' as const, stream: whistle, home })),
  ...sponsorships.filter(isSponsoring).map(({ sponsorship, home }) => ({
    process: 'sponsorship' as const,
    stream: sponsorship,
    home,
  })),
];

/**
 * The time for which it is kept begins with its end, and that of whoever joined it too: they wait for
 * the same answer. It stops when the matter goes on.
 */
function keeping(event: CaseEvent, { joined }: Known, stream: StreamId): readonly Reaction[] {
  const begin = (about: StreamId, into: StreamId | null) =>
    toRetention(about, { type: 'begin', data: { case: about, into } });
  const stop = (about: StreamId) => toRetention(about, { type: 'stop', data: { why: event.type } });
  switch (event.type) {
    case 'Closed':
    case 'AnsweredAtOnce':
      return [begin(stream, null), ...joined.map((request) => begin(request, stream))];
    case 'Withdrawn':
    case 'Redirected':
      return [begin(stream, null)];
    case 'Reopened':
      return [stream, ...joined].map(stop);
    case 'Unmerged':
      return [stop(stream)];
    default:
      return [];
  }
}

/** What a live companion must learn of its case. One told of too late learns it by being noted. */
function carried(event: CaseEvent, state: Known, stream: StreamId): readonly Reaction[] {
  const live = companions(state);
  switch (event.type) {
    case 'WhistleNoted':
      return live
        .filter((one) => one.stream === event.data.whistle)
        .flatMap((one) => overtaken(state, one, stream));
    case 'SponsorshipNoted':
      return live
        .filter((one) => one.stream === event.data.sponsorship)
        .flatMap((one) => overtaken(state, one, stream));
    case 'Merged':
    case 'Withdrawn':
    case 'Redirected':
    case 'AnsweredAtOnce':
    case 'Closed':
      return live.flatMap((one) => overtaken(state, one, stream));
    case 'Unmerged':
      // It may have ended in the other case meanwhile, and comes back all the same.
      return live
        .filter(({ home }) => home === stream)
        .map((one) => told(one, { type: 'follow-case', data: { case: stream } }));
    default:
      return [];
  }
}

/** 回访、效果核验 about a closing: drawn when it is made, over when it is undone. */
function calledBack(
  { type }: CaseEvent,
  { closings: closing, sponsorships }: Known,
  stream: StreamId,
): readonly Reaction[] {
  if (closing === 0) return [];
  if (type === 'Closed') {
    // Somebody took it on, whatever came of it.
    const sponsored = sponsorships.some(({ endsAt }) => endsAt !== null);
    const data = { case: stream, closing, sponsored };
    return [toCallback(callbackOf(stream, closing), { type: 'draw', data })];
  }
  if (type !== 'Reopened') return [];
  return [callbackOf(stream, closing), recheckOf(stream, closing)].map((about) =>
    toCallback(about, { type: 'case-reopened', data: { closing } }),
  );
}

const toCallback = (stream: StreamId, command: CallbackCommand): Reaction => ({
  process: 'callback',
  stream,
  command,
});

function overtaken(state: Known, one: Companion, stream: StreamId): readonly Reaction[] {
  if (isOpen(state) || (one.home !== stream && goesHome(state, one.home))) return [];
  const { status } = state;
  return status === 'merged'
    ? [told(one, { type: 'follow-case', data: { case: state.into } })]
    : [told(one, { type: 'case-ended', data: { status } })];
}

/** The request it came with gets itself back, and its companions with it. */
const goesHome = (state: Known, home: StreamId): boolean =>
  !state.joined.includes(home) ||
  state.status === 'redirected' ||
  (state.status === 'closed' && state.outcome === 'WITHDRAWN_BY_PERSON');

/** The same two words to every process that serves a case. */
const told = (
  { process, stream }: Companion,
  command: WhistleCommand & SponsorshipCommand,
): Reaction => ({ process, stream, command });

const answered = (
  joined: readonly StreamId[],
  into: StreamId,
  reply: Sealed,
): readonly Reaction[] =>
  joined.map((request) =>
    reaction(
      request,
      { type: 'tell-merged', data: { into, reply } },
      { reply: { stream: into, ref: reply.ref } },
    ),
  );
