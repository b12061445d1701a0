import { samePost } from '../authority/posts.ts';
import type { ListRow, Reaction, Recorded, StreamId } from '../process.ts';
import type { ConfirmationCommand } from './commands.ts';

export const CONFIRMATION = 'confirmation';

/** One stream for each act entered for a post, so that confirming one never races with another. */
export const confirmationOf = (stream: StreamId, version: number): StreamId =>
  `entered-${stream}-${version}`;

/**
 * What any act calls for that one post entered for another: that post's word. The same for every
 * process, whose own rules decide as ever who may enter for whom; null for an act of one's own.
 */
export function awaited(process: string, event: Recorded, list: ListRow | null): Reaction | null {
  const { actedBy, onBehalfOf, stream, version } = event;
  if (actedBy.kind !== 'staff' || onBehalfOf?.kind !== 'post') return null;
  const { post } = onBehalfOf;
  if (samePost(actedBy.post, post)) return null;
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
