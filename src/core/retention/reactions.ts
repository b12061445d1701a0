import type { Erasure } from '../erased.ts';
import type { Reaction, StreamId } from '../process.ts';
import type { RetentionCommand } from './commands.ts';
import type { RetentionEvent } from './events.ts';
import type { RetentionState } from './state.ts';

export const RETENTION = 'retention';

/** One stream for each case, however often it ends. */
export const retentionOf = (about: StreamId): StreamId => `retention-${about}`;

export const toRetention = (about: StreamId, command: RetentionCommand): Reaction => ({
  process: RETENTION,
  stream: retentionOf(about),
  command,
});

/** Processes whose state keeps a title, and drops it when they are told. */
const TITLED: readonly string[] = [
  'case',
  'whistle',
  'sponsorship',
  'callback',
  'petition',
  'confirmation',
];

/** Every stream of the matter that keeps a word about it drops it. */
export function after(
  event: RetentionEvent,
  state: RetentionState,
  stream: StreamId,
): readonly Reaction[] {
  if (event.type !== 'Erased' || state.status !== 'erased') return [];
  const { class: code, name, streams } = event.data;
  const data: Erasure = { class: code, name, at: state.erasedAt };
  return streams
    .filter((part) => part.stream !== stream && TITLED.includes(part.process))
    .map((part) => ({
      process: part.process,
      stream: part.stream,
      command: { type: 'note-erased', data },
    }));
}
