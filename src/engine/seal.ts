import type { ProcessCommand, Sealed, StreamId } from '../core/process.ts';
import { canonical } from './canonical.ts';
import type { Crypto, ReadResult, TextRef, VaultRow, WrappedKey } from './ports.ts';

/** Dotted paths in `command.data` to the texts that go there sealed. */
export type Texts = Readonly<Record<string, string>>;

export interface SealedCommand {
  readonly command: ProcessCommand;
  readonly vault: readonly VaultRow[];
  /** The request's new key, where it had none. */
  readonly keys: readonly (WrappedKey & { readonly stream: StreamId })[];
  /** Digest of the texts under the request's key: gone with it. Empty without texts. */
  readonly digest: string;
}

export type Erased = 'erased';

/** Seals the texts into the command under the key of `stream`; 'erased' when that key is gone. */
export function sealTexts(
  crypto: Crypto,
  stream: StreamId,
  command: ProcessCommand,
  texts: Texts,
  found: WrappedKey | 'destroyed' | undefined,
): SealedCommand | Erased {
  const paths = Object.keys(texts).sort();
  if (paths.length === 0) return { command, vault: [], keys: [], digest: '' };
  if (found === 'destroyed') return 'erased';
  const { key, wrapped } =
    found === undefined ? crypto.newKey() : { key: crypto.unwrap(found), wrapped: found };
  const vault: VaultRow[] = [];
  let data = command.data;
  for (const path of paths) {
    const ref = crypto.id(80);
    const { alg, ciphertext, commitment } = crypto.seal(key, texts[path] ?? '');
    vault.push({ stream, ref, field: fieldOf(path), alg, ciphertext });
    data = put(data, path.split('.'), { ref, commitment }, path);
  }
  return {
    command: { type: command.type, data },
    vault,
    keys: found === undefined ? [{ ...wrapped, stream }] : [],
    digest: digestOf(crypto, key, texts),
  };
}

/** Tells one request's texts from another's, as long as their key is there. */
export function digestOf(crypto: Crypto, key: unknown, texts: Texts): string {
  return crypto.mac(key, canonical(texts));
}

/** Texts that a reaction brings over from other requests' vaults; 'erased' when one is gone. */
export function openCopies(
  crypto: Crypto,
  copies: Readonly<Record<string, TextRef>>,
  read: ReadResult,
): Texts | Erased {
  const texts: Record<string, string> = {};
  for (const [path, { stream, ref }] of Object.entries(copies)) {
    const row = read.texts.find((text) => text.stream === stream && text.ref === ref);
    const wrapped = read.keys.get(stream);
    if (row === undefined || wrapped === undefined || wrapped === 'destroyed') return 'erased';
    texts[path] = crypto.unseal(crypto.unwrap(wrapped), row.alg, row.ciphertext).text;
  }
  return texts;
}

/** `place.detail` stays; places in a list do not count: `acts.2.reply` is the field `acts.reply`. */
function fieldOf(path: string): string {
  return path
    .split('.')
    .filter((part) => !/^\d+$/.test(part))
    .join('.');
}

/** A copy of `target` with the value at the path; only what lies on the path is copied. */
function put(target: unknown, path: readonly string[], value: Sealed, whole: string): unknown {
  const [head, ...rest] = path;
  if (head === undefined) return value;
  if (typeof target !== 'object' || target === null) {
    throw new Error(`no place for a private text at ${whole}`);
  }
  if (Array.isArray(target)) {
    const index = Number(head);
    if (!Number.isInteger(index) || index < 0 || index >= target.length) {
      throw new Error(`no place for a private text at ${whole}`);
    }
    return target.with(index, put(target[index], rest, value, whole));
  }
  const inner: unknown = Object.hasOwn(target, head) ? Reflect.get(target, head) : null;
  return { ...target, [head]: put(rest.length > 0 ? inner : null, rest, value, whole) };
}
