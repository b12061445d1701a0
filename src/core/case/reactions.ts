import type { Reaction, Sealed, StreamId } from '../process.ts';
import { toRetention } from '../retention/reactions.ts';
import type { WhistleCommand } from '../whistle/commands.ts';
import type { CaseCommand } from './commands.ts';
import type { CaseEvent } from './events.ts';
import { type CaseState, isOpen, type Known, type WhistleNote } from './state.ts';

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
      return event.data.reply === null ? [] : told(joined, stream, event.data.reply);
    case 'AnsweredAtOnce':
      return told(joined, stream, event.data.answer);
    case 'Withdrawn':
    case 'Redirected':
      return joined.map((request) =>
        reaction(request, { type: 'unmerge', data: { from: stream, reason: event.type } }),
      );
    default:
      return [];
  }
}

/** What a live whistle must learn of its case. One told of too late learns it by being noted. */
function carried(event: CaseEvent, state: Known, stream: StreamId): readonly Reaction[] {
  switch (event.type) {
    case 'WhistleNoted':
      return live(state)
        .filter(({ whistle }) => whistle === event.data.whistle)
        .flatMap((note) => overtaken(state, note, stream));
    case 'Merged':
    case 'Withdrawn':
    case 'Redirected':
    case 'AnsweredAtOnce':
    case 'Closed':
      return live(state).flatMap((note) => overtaken(state, note, stream));
    case 'Unmerged':
      // It may have ended in the other case meanwhile, and comes back all the same.
      return live(state)
        .filter(({ home }) => home === stream)
        .map(({ whistle }) => toWhistle(whistle, { type: 'follow-case', data: { case: stream } }));
    default:
      return [];
  }
}

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

const live = ({ whistles }: Known): readonly WhistleNote[] => whistles.filter((note) => note.live);

function overtaken(
  state: Known,
  { whistle, home }: WhistleNote,
  stream: StreamId,
): readonly Reaction[] {
  if (isOpen(state) || (home !== stream && goesHome(state, home))) return [];
  const { status } = state;
  return status === 'merged'
    ? [toWhistle(whistle, { type: 'follow-case', data: { case: state.into } })]
    : [toWhistle(whistle, { type: 'case-ended', data: { status } })];
}

/** The request it came with gets itself back, and its whistle with it. */
const goesHome = (state: Known, home: StreamId): boolean =>
  !state.joined.includes(home) ||
  state.status === 'redirected' ||
  (state.status === 'closed' && state.outcome === 'WITHDRAWN_BY_PERSON');

const toWhistle = (stream: StreamId, command: WhistleCommand): Reaction => ({
  process: 'whistle',
  stream,
  command,
});

const told = (joined: readonly StreamId[], into: StreamId, reply: Sealed): readonly Reaction[] =>
  joined.map((request) =>
    reaction(
      request,
      { type: 'tell-merged', data: { into, reply } },
      { reply: { stream: into, ref: reply.ref } },
    ),
  );
