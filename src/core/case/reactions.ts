import type { Reaction, Sealed, StreamId } from '../process.ts';
import type { CaseCommand } from './commands.ts';
import type { CaseEvent } from './events.ts';
import type { CaseState } from './state.ts';

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
 * without one, they get their own request back (invariant 11).
 */
export function after(event: CaseEvent, state: CaseState, stream: StreamId): readonly Reaction[] {
  const joined = state.status === 'none' ? [] : state.joined;
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

const told = (joined: readonly StreamId[], into: StreamId, reply: Sealed): readonly Reaction[] =>
  joined.map((request) =>
    reaction(
      request,
      { type: 'tell-merged', data: { into, reply } },
      { reply: { stream: into, ref: reply.ref } },
    ),
  );
