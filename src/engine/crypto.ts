import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  createSecretKey,
  hkdfSync,
  KeyObject,
  randomBytes,
} from 'node:crypto';
import type { Crypto, WrappedKey } from './ports.ts';

/** Crockford's base 32: no I, L, O, U, so that a code can be read out on the telephone. */
const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';
const SEALED = 'aes-256-gcm';
const WRAPPED = 'aes-256-gcm+hkdf-sha256';
const NONCE = 12;
const TAG = 16;
const SALT = 32;
/** Bytes of a lot: as many as a number holds exactly. */
const LOT = 6;

/**
 * The `Crypto` port on Node's own library. Every output names its algorithm, so that another can
 * stand beside it later. `random` is replaced only by the simulator, which must repeat itself.
 *
 * @param masterKey 32 bytes that never lie in the data directory or its backups.
 */
export function createCrypto(
  masterKey: Uint8Array,
  random: (bytes: number) => Uint8Array = randomBytes,
): Crypto {
  if (masterKey.length !== 32) throw new Error('the master key must have 32 bytes');
  const wrapping = subkey(masterKey, 'wrap request keys');
  const naming = subkey(masterKey, 'derive ids');
  const drawing = subkey(masterKey, 'draw lots');

  return {
    id: (bits) => base32(random(Math.ceil(bits / 8)), bits),
    derive: (label, bits) => base32(createHmac('sha256', naming).update(label).digest(), bits),
    hash: sha256,
    lot: (label) =>
      createHmac('sha256', drawing).update(label).digest().readUIntBE(0, LOT) / 2 ** (8 * LOT),
    mac: (key, text) =>
      `hmac-sha256:${createHmac('sha256', secret(key)).update(text).digest('hex')}`,
    newKey() {
      const raw = random(32);
      return {
        key: createSecretKey(raw),
        wrapped: { alg: WRAPPED, wrapped: encrypt(wrapping, raw, random) },
      };
    },
    unwrap: ({ alg, wrapped }: WrappedKey) => {
      expectAlgorithm(alg, WRAPPED);
      return createSecretKey(decrypt(wrapping, wrapped));
    },
    seal(key, text) {
      const salt = Buffer.from(random(SALT));
      const body = Buffer.concat([salt, Buffer.from(text)]);
      return {
        alg: SEALED,
        ciphertext: encrypt(secret(key), body, random),
        commitment: sha256(body),
      };
    },
    unseal(key, alg, ciphertext) {
      expectAlgorithm(alg, SEALED);
      const body = decrypt(secret(key), ciphertext);
      return { text: body.subarray(SALT).toString(), commitment: sha256(body) };
    },
  };
}

function sha256(text: string | Uint8Array): string {
  return `sha256:${createHash('sha256').update(text).digest('hex')}`;
}

function subkey(masterKey: Uint8Array, use: string): KeyObject {
  return createSecretKey(Buffer.from(hkdfSync('sha256', masterKey, '', `shaoying: ${use}`, 32)));
}

function secret(key: unknown): KeyObject {
  if (!(key instanceof KeyObject)) throw new Error('not a key of this crypto port');
  return key;
}

function expectAlgorithm(found: string, known: string): void {
  if (found !== known) throw new Error(`sealed with ${found}; this release knows ${known}`);
}

/** Nonce, ciphertext, tag. */
function encrypt(
  key: KeyObject,
  body: Uint8Array,
  random: (bytes: number) => Uint8Array,
): Uint8Array {
  const nonce = random(NONCE);
  const cipher = createCipheriv(SEALED, key, nonce);
  return Buffer.concat([nonce, cipher.update(body), cipher.final(), cipher.getAuthTag()]);
}

function decrypt(key: KeyObject, sealed: Uint8Array): Buffer {
  const decipher = createDecipheriv(SEALED, key, sealed.subarray(0, NONCE));
  decipher.setAuthTag(sealed.subarray(-TAG));
  return Buffer.concat([decipher.update(sealed.subarray(NONCE, -TAG)), decipher.final()]);
}

function base32(bytes: Uint8Array, bits: number): string {
  let text = '';
  let held = 0;
  let value = 0;
  for (const byte of bytes) {
    value = (value << 8) | byte;
    held += 8;
    while (held >= 5) {
      held -= 5;
      text += ALPHABET.charAt((value >> held) & 31);
      value &= (1 << held) - 1;
    }
  }
  const length = Math.ceil(bits / 5);
  if (held > 0) text += ALPHABET.charAt((value << (5 - held)) & 31);
  return text.slice(0, length);
}
