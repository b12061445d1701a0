import type { ProcessCommand, StreamId } from '../process.ts';
import type { Outcome } from './state.ts';

type C<Type extends string, Data = Record<never, never>> = ProcessCommand<Type, Data>;

/** What may be asked of calls about one matter. Who may ask it: `access.ts`. */
export type RelayCommand =
  /** `callback` where it is called for a callback about the case, and not for the case itself. */
  | C<'ask', { readonly case: StreamId; readonly callback: StreamId | null }>
  | C<'tell', { readonly outcome: Outcome }>
  /** Machine: what the exchange said of the call in hand. */
  | C<'note-placed'>
  | C<'note-refused'>;

export type CommandType = RelayCommand['type'];
