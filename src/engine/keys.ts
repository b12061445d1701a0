import type { Actor, StreamId } from '../core/process.ts';

/** The stream whose version is the institution's version. One in each tenant. */
export const INSTITUTION_STREAM = 'institution';

/** The name under which a store keeps an actor's keys and commands. */
export function actorKey(actor: Actor): string {
  switch (actor.kind) {
    case 'staff':
      return `staff:${actor.account}`;
    case 'person':
      return `person:${actor.case}`;
    case 'machine':
      return `machine:${actor.name}`;
  }
}

/** Under this key `tick` fires a clock: once for each due instant it was ever given. */
export function clockKey(stream: StreamId, clock: string, revision: number): string {
  return `${stream}/${clock}/${revision}`;
}

/** An event's `n`th reaction; a second run finds it done. */
export function reactionId(stream: StreamId, version: number, n: number): string {
  return `${stream}/${version}/${n}`;
}
