import type { Actor, StreamId } from '../core/process.ts';
import type { Crypto, TenantId } from './ports.ts';

export { INSTITUTION_STREAM } from '../core/institution/index.ts';

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

/** Under this key `tick` has a stream's clocks counted again by a calendar, once for each version. */
export function recomputeKey(stream: StreamId, calendar: string, version: string): string {
  return `${stream}/recompute/${calendar}/${version}`;
}

/** An event's `n`th reaction; a second run finds it done. */
export function reactionId(stream: StreamId, version: number, n: number): string {
  return `${stream}/${version}/${n}`;
}

/** What a decision's lot is drawn by: one lot a stream and version, on every retry. */
export function lotOf(tenant: TenantId, stream: StreamId, version: number): string {
  return `${tenant}/${stream}/${version}`;
}

/** The stream whose event called for a reaction; a stream's name holds no slash. */
export const sourceOf = (id: string): StreamId => id.split('/')[0] ?? id;

/** What an act entered for a post calls for, beside its event's own reactions. */
export function enteredId(stream: StreamId, version: number): string {
  return `${stream}/${version}/entered`;
}

/**
 * The stream that a request under this key creates. A request sent again after a lost answer must
 * be the same request, its new stream included; nobody without the master key can guess the name.
 */
export function streamUnder(crypto: Crypto, tenant: TenantId, actor: Actor, key: string): StreamId {
  return crypto.derive(`stream/${tenant}/${actorKey(actor)}/${key}`, 80);
}
