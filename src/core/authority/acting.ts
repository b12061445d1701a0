import type { Facts, Post } from '../process.ts';
import { postsOf, samePost } from './posts.ts';

/**
 * The posts the holder of `post` may act as, when it happened and when it is entered: the first is
 * only what the actor says, and a stand-in that has ended must not go on by dating acts back.
 */
export function postsEntering({ institution, occurredAt, now }: Facts, post: Post) {
  const present = postsOf(institution, post, now);
  return postsOf(institution, post, occurredAt).filter((then) =>
    present.some((one) => samePost(one, then)),
  );
}

/** The posts an act may be done as: the actor's own, or the one it is entered on behalf of. */
export function postsActing(facts: Facts, post: Post): readonly Post[] {
  const own = postsEntering(facts, post);
  const { onBehalfOf } = facts;
  return onBehalfOf?.kind === 'post' ? entering(own, onBehalfOf.post) : own;
}

/** The same for whoever acts; none but staff acts as a post. */
export const postsOfActor = (facts: Facts): readonly Post[] =>
  facts.actor.kind === 'staff' ? postsActing(facts, facts.actor.post) : [];

/** A secretary enters for a post of their own unit, and for no other. */
const entering = (own: readonly Post[], post: Post): readonly Post[] =>
  own.some(({ unit }) => unit === post.unit) ? [post] : [];
