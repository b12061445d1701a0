import type { Actor, Instant, UnitId } from '../process.ts';
import type { SecrecyState } from './state.ts';

/** A look, as far as it matters who looked and when. */
interface Look {
  readonly actor: Actor;
  readonly at: Instant;
}

/** Between which instants a unit's looks were told later, and on what basis. */
export interface Delay {
  readonly unit: UnitId;
  readonly basis: string;
  readonly from: Instant;
  readonly to: Instant;
}

/**
 * What the person is shown of the looks at their details (invariant 37): all of them but those of a
 * hold that is in force at `now`. Once it is over each is shown, with the delay it had.
 */
export function shownLooks<One extends Look>(
  looks: readonly One[],
  state: SecrecyState,
  now: Instant,
): readonly (One & { readonly delayed: Delay | null })[] {
  const held = state.status === 'held' && state.hold.until > now ? state : null;
  const past: readonly Delay[] = state.status === 'none' ? [] : state.past;
  // Its last instant has come, and the worker has not said so yet.
  const lapsed: readonly Delay[] =
    state.status === 'held' && held === null
      ? [{ ...state.hold, from: state.from, to: state.hold.until }]
      : [];
  return looks
    .filter((look) => held === null || unitOf(look) !== held.hold.unit || look.at < held.from)
    .map((look) => ({
      ...look,
      delayed:
        [...past, ...lapsed].find(
          ({ unit, from, to }) => unitOf(look) === unit && from <= look.at && look.at < to,
        ) ?? null,
    }));
}

const unitOf = ({ actor }: Look): UnitId | null =>
  actor.kind === 'staff' ? actor.post.unit : null;
