import { z } from 'zod';
import {
  Fingerprint,
  fingerprintOf,
  fromBase64,
  PublicKey,
  type SecretKey,
  toBase64,
} from './envelope.ts';

/**
 * 密钥文件: the private half of an officer's key, made in their browser and kept by them as a file under
 * a passphrase. Neither ever reaches the server.
 */
const FORMAT = 'shaoying-desk-key';
const DERIVED = 'pbkdf2-sha256';

/** Rounds for a new file; each file names its own, so that more can be asked for later. */
const ROUNDS = 600_000;

const KeyFile = z.strictObject({
  format: z.literal(FORMAT),
  publicKey: PublicKey,
  fingerprint: Fingerprint,
  derived: z.strictObject({
    alg: z.literal(DERIVED),
    rounds: z.int().min(1).max(10_000_000),
    salt: z.string(),
  }),
  alg: z.literal('aes-256-gcm'),
  iv: z.string(),
  wrapped: z.string(),
});

/** The passphrase is not the one the file was locked with, or the file is damaged; nobody can tell which. */
export class WrongPassphrase extends Error {
  override name = 'WrongPassphrase';
}

/** A file of another kind. */
export class NotAKeyFile extends Error {
  override name = 'NotAKeyFile';
}

interface NewKey {
  readonly publicKey: string;
  readonly fingerprint: string;
  /** What the officer keeps. */
  readonly file: string;
}

/** A new pair of keys; the private half leaves this function under the passphrase alone. */
export async function makeKey(passphrase: string, rounds = ROUNDS): Promise<NewKey> {
  const pair = await crypto.subtle.generateKey({ name: 'ECDH', namedCurve: 'P-256' }, true, [
    'deriveBits',
  ]);
  const publicKey = toBase64(new Uint8Array(await crypto.subtle.exportKey('raw', pair.publicKey)));
  const fingerprint = await fingerprintOf(publicKey);
  const salt = crypto.getRandomValues(new Uint8Array(32));
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const wrapping = await derive(passphrase, salt, rounds, 'wrapKey');
  const wrapped = await crypto.subtle.wrapKey('pkcs8', pair.privateKey, wrapping, {
    name: 'AES-GCM',
    iv,
  });
  const kept: z.infer<typeof KeyFile> = {
    format: FORMAT,
    publicKey,
    fingerprint,
    derived: { alg: DERIVED, rounds, salt: toBase64(salt) },
    alg: 'aes-256-gcm',
    iv: toBase64(iv),
    wrapped: toBase64(new Uint8Array(wrapped)),
  };
  return { publicKey, fingerprint, file: `${JSON.stringify(kept, null, 2)}\n` };
}

/**
 * The private half, usable in this page and not to be taken out of it again.
 *
 * @throws WrongPassphrase, NotAKeyFile
 */
export async function unlock(
  file: string,
  passphrase: string,
): Promise<{ readonly privateKey: SecretKey; readonly fingerprint: string }> {
  const read = KeyFile.safeParse(parsed(file));
  if (!read.success) throw new NotAKeyFile('of another kind');
  const { fingerprint, derived, iv, wrapped } = read.data;
  try {
    const wrapping = await derive(
      passphrase,
      fromBase64(derived.salt),
      derived.rounds,
      'unwrapKey',
    );
    const privateKey = await crypto.subtle.unwrapKey(
      'pkcs8',
      fromBase64(wrapped),
      wrapping,
      { name: 'AES-GCM', iv: fromBase64(iv) },
      { name: 'ECDH', namedCurve: 'P-256' },
      false,
      ['deriveBits'],
    );
    return { privateKey, fingerprint };
  } catch {
    throw new WrongPassphrase('or damaged');
  }
}

async function derive(
  passphrase: string,
  salt: Uint8Array<ArrayBuffer>,
  iterations: number,
  use: 'wrapKey' | 'unwrapKey',
): Promise<SecretKey> {
  const typed = new TextEncoder().encode(passphrase.normalize('NFC'));
  const secret = await crypto.subtle.importKey('raw', typed, 'PBKDF2', false, ['deriveKey']);
  return crypto.subtle.deriveKey(
    { name: 'PBKDF2', hash: 'SHA-256', salt, iterations },
    secret,
    { name: 'AES-GCM', length: 256 },
    false,
    [use],
  );
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
