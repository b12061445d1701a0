import { fits, sealFor } from '../contract/envelope.ts';
import type { Refusal, StreamId, UnitId } from '../core/process.ts';
import type { DoorRefusal } from '../core/report/desk.ts';
import { turnedAway } from '../core/report/desk.ts';
import type { Rulebook } from '../core/rulebook/rulebook.ts';
import { keysInForce } from '../engine/desk-keys.ts';
import { receiptAlias, receiptCode } from '../engine/receipt.ts';
import type { PortalParts } from './parts.ts';
import type { OpenDesk } from './report.ts';

/** The keys of a desk that are in use, by their streams. */
type Keys = Awaited<ReturnType<typeof keysInForce>>;

/** Characters of a telling; of which script, `fits` asks. */
const MOST = 4000;

export const isTooLong = (words: string): boolean =>
  words.length > MOST || !fits({ words, unit: null });

/** Keys of the unit's desk, none where it has none. */
export const keysOf = (parts: PortalParts, unit: UnitId): Promise<Keys> =>
  keysInForce(parts, parts.tenant, unit);

/** The desk of the law in force, where it can be written to now. */
export async function openDesk(parts: PortalParts, law: Rulebook): Promise<OpenDesk | null> {
  const { desk } = law.reportWrongdoing;
  if (desk === null) return null;
  const keys = await keysOf(parts, desk.unit);
  if (turnedAway(law, null, [...keys.keys()]) !== null) return null;
  const unitName = law.units.find(({ id }) => id === desk.unit)?.name;
  if (unitName === undefined) throw new Error('the desk is in no unit of the rulebook');
  return { unitName, fingerprints: [...keys.values()].map(({ fingerprint }) => fingerprint) };
}

export interface Told {
  readonly key: string;
  readonly words: string;
  /** The unit that the reporter names; known here for as long as the envelope is made. */
  readonly unit: UnitId | null;
}

type Received =
  | { readonly stream: StreamId; readonly again: boolean }
  | { readonly away: DoorRefusal }
  | { readonly refusal: Refusal };

const SEALED = { ref: '', commitment: '' };

/**
 * Encrypts what was told to the officers' keys, and only then gives it to the engine. The page's key
 * names the report, so that sent twice it is one; the second envelope differs from the first and is
 * not kept.
 */
export async function receive(
  parts: PortalParts,
  law: Rulebook,
  { key, words, unit }: Told,
): Promise<Received> {
  const { tenant, crypto } = parts;
  const { desk } = law.reportWrongdoing;
  const keys: Keys = desk === null ? new Map() : await keysOf(parts, desk.unit);
  const away = turnedAway(law, unit, [...keys.keys()]);
  if (away !== null) return { away };
  const stream = crypto.derive(`report/${tenant}/${key}`, 80);
  const there = async () => (await parts.store.events(tenant, stream)).length > 0;
  if (await there()) return { stream, again: true };
  const receipt = receiptAlias(crypto, tenant, receiptCode(crypto, tenant, stream)).key;
  const answer = await parts.execute({
    tenant,
    process: 'report',
    stream,
    actor: { kind: 'person', case: stream },
    expectedVersion: 0,
    command: { type: 'receive', data: { words: SEALED, keys: [...keys.keys()], receipt } },
    private: { words: await envelope(keys, stream, { words, unit }) },
  });
  if (answer.accepted) return { stream, again: false };
  // Pressed twice at one moment: the other press came first.
  return (await there()) ? { stream, again: true } : { refusal: answer.refusal };
}

/** Encrypted as the first telling was, to the keys in use by now. */
export async function addWords(
  parts: PortalParts,
  stream: StreamId,
  desk: UnitId,
  told: { readonly words: string; readonly version: number },
): Promise<Refusal | null> {
  const keys = await keysOf(parts, desk);
  if (keys.size === 0) return { code: 'report.no-key', params: {} };
  const { words, version } = told;
  const answer = await parts.execute({
    tenant: parts.tenant,
    process: 'report',
    stream,
    actor: { kind: 'person', case: stream },
    expectedVersion: version,
    command: { type: 'add-words', data: { words: SEALED, keys: [...keys.keys()] } },
    private: { words: await envelope(keys, stream, { words, unit: null }) },
  });
  return answer.accepted ? null : answer.refusal;
}

const envelope = (keys: Keys, stream: StreamId, content: Omit<Told, 'key'>): Promise<string> =>
  sealFor(
    [...keys.values()].map(({ publicKey }) => publicKey),
    stream,
    content,
  );
