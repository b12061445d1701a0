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

/** The same sentence in the thread of every companion. */
export const tellErased = ({ name }: Erasure): Text => ({
  zh: `事项保存期满（${name.zh}），密封文字已销毁`,
  en: `The time to keep the matter is over (${name.en}): sealed texts were erased for good`,
});
