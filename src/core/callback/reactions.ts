import type { CaseCommand } from '../case/commands.ts';
import type { Reaction, Sealed, StreamId } from '../process.ts';
import { claims } from './asker.ts';
import type { CallbackCommand } from './commands.ts';
import type { CallbackEvent } from './events.ts';
import type { CallbackState, Known } from './state.ts';
import { recheckOf } from './streams.ts';

/** What the person said reaches the case as nothing but what follows from it. */
export function after(
  event: CallbackEvent,
  state: CallbackState,
  stream: StreamId,
): readonly Reaction[] {
  if (state.status === 'none') return [];
  switch (event.type) {
    case 'RecheckCalledFor':
      return [planned(state, event.data.rounds)];
    case 'Answered':
      return event.data.replies.solved === 'no' && claims(state)
        ? [denied(state, event.data.share ? event.data.words : null, stream)]
        : [];
    case 'Found':
      return event.data.finding === 'recurred' ? [denied(state, null, stream)] : [];
    default:
      return [];
  }
}

function planned(state: Known, rounds: readonly number[]): Reaction {
  const { case: about, closing } = state;
  const command: CallbackCommand = { type: 'plan', data: { case: about, closing, rounds } };
  return { process: 'callback', stream: recheckOf(about, closing), command };
}

/** With the words only where the person lets the units read them: copied under the case's own key. */
function denied(state: Known, words: Sealed | null, own: StreamId): Reaction {
  const { case: stream, closing, kind: by } = state;
  const command: CaseCommand = { type: 'deny-closing', data: { closing, by, words } };
  const reaction = { process: 'case', stream, command };
  return words === null
    ? reaction
    : { ...reaction, copies: { words: { stream: own, ref: words.ref } } };
}
