import type { Recorded, Sealed, StreamId } from '../core/process.ts';
import type { ErasableVault } from './erasure-ports.ts';
import { matterOf } from './matter.ts';
import { openTexts } from './open.ts';
import type { Crypto, Look, Store, TenantId } from './ports.ts';
import { type AnyProcess, readEvent } from './upcast.ts';

/** One stream of a matter, with every text of it that still opens. */
export interface HeldStream {
  readonly stream: StreamId;
  readonly process: string;
  readonly events: readonly Recorded[];
  /** By the event's version and the field in its data; null where the text is gone. */
  readonly texts: readonly HeldText[];
  readonly looks: readonly Look[];
}

export interface HeldText {
  readonly version: number;
  /** `words`, `place.detail`. */
  readonly field: string;
  readonly text: string | null;
}

/** A text before it is opened. */
export interface Found {
  readonly field: string;
  readonly ref: string;
}

export interface HeldParts {
  readonly store: Pick<Store, 'read' | 'events'>;
  readonly vault: ErasableVault;
  readonly crypto: Crypto;
  readonly processes: readonly AnyProcess[];
}

/**
 * Everything held on one request: its case and every stream of its matter. Of one request and never
 * of another: nothing joins two requests of a person. `looksFor` says what to log before the texts of a
 * stream are opened.
 */
export async function heldOn(
  { store, vault, crypto, processes }: HeldParts,
  tenant: TenantId,
  about: StreamId,
  looksFor: (stream: StreamId, texts: readonly Found[]) => readonly Look[],
): Promise<readonly HeldStream[]> {
  const held: HeldStream[] = [];
  const processOf = (asked: string) => processes.find(({ name }) => name === asked);
  for (const part of await matterOf({ store, vault, processOf }, tenant, about)) {
    const process = processOf(part.process);
    if (process === undefined) continue;
    const { stream } = part;
    const events = (await store.events(tenant, stream)).map((row) => readEvent(process, row));
    const sealed = events.flatMap(({ version, data }) =>
      sealedIn(data).map((one) => ({ version, ...one })),
    );
    const looks = looksFor(
      stream,
      sealed.map(({ field, sealed: { ref } }) => ({ field, ref })),
    );
    const opened = await openTexts(
      { vault, crypto },
      tenant,
      stream,
      sealed.map((one) => one.sealed),
      looks,
    );
    const texts = sealed.map(({ version, field, sealed: { ref } }) => ({
      version,
      field,
      text: opened.get(ref) ?? null,
    }));
    const logged = await vault.looks(tenant, stream);
    held.push({ stream, process: part.process, events, texts, looks: logged });
  }
  return held;
}

const isSealed = (value: object): value is Sealed => 'ref' in value && 'commitment' in value;

/** Where in an event's data a sealed text stands. */
function sealedIn(
  data: unknown,
  path: readonly string[] = [],
): readonly { readonly field: string; readonly sealed: Sealed }[] {
  if (typeof data !== 'object' || data === null) return [];
  if (isSealed(data)) return [{ field: path.join('.'), sealed: data }];
  return Object.entries(data).flatMap(([key, value]) => sealedIn(value, [...path, key]));
}
