import type { NoteErased } from '../erased.ts';
import type { ProcessCommand } from '../process.ts';
import type { Entered } from './events.ts';

export type ConfirmationCommand =
  /** The engine, after any act that was entered for a post. */
  | ProcessCommand<'await', Entered>
  | ProcessCommand<'confirm', Record<never, never>>
  | ProcessCommand<'contest', { readonly reason: string }>
  | ProcessCommand<'note-contest', { readonly note: string }>
  | NoteErased;
