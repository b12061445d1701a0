import { samePost } from '../authority/posts.ts';
import type { ListRow, Post, Reaction, Recorded, StreamId } from '../process.ts';
import type { ConfirmationCommand } from './commands.ts';

export const CONFIRMATION = 'confirmation';

/** One stream for each act entered for a post, so that confirming one never races with another. */
export const confirmationOf = (stream: StreamId, version: number): StreamId =>
  `entered-${stream}-${version}`;

/**
 * Whose word an event tells that was entered in another's hand: the leader's whose written instruction
 * 批示 it holds, under that name in every process, or the post's it was entered for.
 */
function spokenFor({ data, onBehalfOf }: Recorded): Post | null {
  const { instruction = null } = data as { readonly instruction?: { readonly by: Post } | null };
  return instruction?.by ?? (onBehalfOf?.kind === 'post' ? onBehalfOf.post : null);
}

/**
 * What any act calls for in which one post tells the word of another: that post's own word on it. The
 * same for every process, whose own rules decide as ever who may enter for whom; null for an act of
 * one's own.
 */
export function awaited(process: string, event: Recorded, list: ListRow | null): Reaction | null {
  const { actedBy, stream, version } = event;
  const post = spokenFor(event);
  if (actedBy.kind !== 'staff' || post === null || samePost(actedBy.post, post)) return null;
  const command: ConfirmationCommand = {
    type: 'await',
    data: {
      process,
      stream,
      version,
      event: event.type,
      title: list?.title ?? null,
      place: list?.place ?? post.unit,
      // A row that serves no case is the matter itself.
      about: list === null ? null : (list.about ?? stream),
      post,
      by: { account: actedBy.account, post: actedBy.post },
      enteredAt: event.recordedAt,
    },
  };
  return { process: CONFIRMATION, stream: confirmationOf(stream, version), command };
}
