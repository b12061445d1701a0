import type { Instant, ProcessCommand, ProcessEvent } from './process.ts';
import type { Text } from './text.ts';

/** What a process is told once the keys of its matter are gone: under which class, and when. */
export interface Erasure {
  readonly class: string;
  readonly name: Text;
  readonly at: Instant;
}

/**
 * Said in every stream of a matter whose personal texts are gone. Its state drops its title with it,
 * so that lists and search hold no word about the matter either.
 */
export type TextsErased = ProcessEvent<'TextsErased', Erasure>;
/** Reaction: the keys are gone. The same in every process that keeps a title. */
export type NoteErased = ProcessCommand<'note-erased', Erasure>;
