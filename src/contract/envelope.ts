import { z } from 'zod';

/**
 * How a report against an official is encrypted to the officers of the sealed desk: at the door, before
 * anything is kept, and opened again only in an officer's browser. Web Crypto on both sides.
 *
 * A fresh key encrypts the content (AES-256-GCM) and is wrapped once for each officer: ECDH on P-256
 * between a key pair made for this envelope alone and the officer's public key, HKDF-SHA-256 over what
 * they share, AES-256-GCM. Every envelope names its algorithm, so that another can stand beside it.
 */
export const ENVELOPE = 'ecdh-p256+hkdf-sha256+aes-256-gcm';

/** A public key as an envelope and the desk write it: the uncompressed point, 65 bytes, base64url. */
export const PublicKey = z.string().regex(/^B[\w-]{86}$/);

/** 128 bits of SHA-256 over the uncompressed point, in hex: what two people read out to each other. */
export const Fingerprint = z.string().regex(/^[0-9a-f]{32}$/);

const Envelope = z.strictObject({
  alg: z.literal(ENVELOPE),
  /** The public half of the pair made for this envelope. */
  ephemeral: PublicKey,
  /** The content's key, once for each officer's key, by its fingerprint. */
  keys: z
    .array(z.strictObject({ fingerprint: Fingerprint, iv: z.string(), wrapped: z.string() }))
    .min(1),
  iv: z.string(),
  content: z.string(),
});

/** What a reporter tells: their words, and the unit they name, if any. */
const Content = z.object({ words: z.string(), unit: z.string().nullable() });
export type Content = z.infer<typeof Content>;

/** Every content is filled up to this many bytes, so that no envelope tells how much was said. */
const SIZE = 12_288;
const LENGTH = 4;
const P256 = { name: 'ECDH', namedCurve: 'P-256' } as const;
const GCM = 'AES-GCM';

/** Not readable with this key: it is another officer's, or the envelope was changed. */
export class Unreadable extends Error {
  override name = 'Unreadable';
}

/** Whether it can be told: what is longer must be shortened before it is encrypted. */
export const fits = (content: Content): boolean => bytesOf(content).length <= SIZE - LENGTH;

/** @throws Error for a text that is no point on the curve */
export async function fingerprintOf(publicKey: string): Promise<string> {
  const raw = fromBase64(publicKey);
  await importPublic(raw);
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', raw));
  return [...digest.subarray(0, 16)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/**
 * Encrypts to every officer's public key.
 *
 * @param report the report it belongs to: moved to another one, it does not open
 */
export async function sealFor(
  publicKeys: readonly string[],
  report: string,
  content: Content,
): Promise<string> {
  const contentKey = crypto.getRandomValues(new Uint8Array(32));
  const pair = await crypto.subtle.generateKey(P256, false, ['deriveBits']);
  const ephemeral = new Uint8Array(await crypto.subtle.exportKey('raw', pair.publicKey));
  const keys = [];
  for (const publicKey of publicKeys) {
    const fingerprint = await fingerprintOf(publicKey);
    const peer = await importPublic(fromBase64(publicKey));
    const wrapping = await agree(pair.privateKey, peer, ephemeral, fingerprint);
    const { iv, sealed } = await encrypt(wrapping, contentKey, fingerprint);
    keys.push({ fingerprint, iv, wrapped: sealed });
  }
  const key = await aes(contentKey, 'encrypt');
  const { iv, sealed } = await encrypt(key, padded(content), report);
  return JSON.stringify({
    alg: ENVELOPE,
    ephemeral: toBase64(ephemeral),
    keys,
    iv,
    content: sealed,
  });
}

/**
 * What was told, with the private half of one officer's key.
 *
 * @throws Unreadable
 */
export async function openWith(
  { privateKey, fingerprint }: { readonly privateKey: SecretKey; readonly fingerprint: string },
  report: string,
  text: string,
): Promise<Content> {
  const read = Envelope.safeParse(parsed(text));
  const own = read.data?.keys.find((one) => one.fingerprint === fingerprint);
  if (read.data === undefined || own === undefined) throw new Unreadable('not for this key');
  const ephemeral = fromBase64(read.data.ephemeral);
  try {
    const peer = await importPublic(ephemeral);
    const wrapping = await agree(privateKey, peer, ephemeral, fingerprint, 'decrypt');
    const contentKey = await decrypt(wrapping, own.iv, own.wrapped, fingerprint);
    const key = await aes(contentKey, 'decrypt');
    return unpadded(await decrypt(key, read.data.iv, read.data.content, report));
  } catch {
    throw new Unreadable('changed, or of another report');
  }
}

/** A key as Web Crypto holds it, in the browser and here alike. */
export type SecretKey = Awaited<ReturnType<typeof crypto.subtle.importKey>>;
type Use = 'encrypt' | 'decrypt';
type Bytes = Uint8Array<ArrayBuffer>;

const importPublic = (raw: Bytes): Promise<SecretKey> =>
  crypto.subtle.importKey('raw', raw, P256, true, []);

const aes = (raw: Bytes, use: Use): Promise<SecretKey> =>
  crypto.subtle.importKey('raw', raw, GCM, false, [use]);

/** The key that wraps for one officer: bound to the envelope's own point and to whose key it is. */
async function agree(
  own: SecretKey,
  peer: SecretKey,
  ephemeral: Bytes,
  fingerprint: string,
  use: Use = 'encrypt',
): Promise<SecretKey> {
  const shared = await crypto.subtle.deriveBits({ name: 'ECDH', public: peer }, own, 256);
  const secret = await crypto.subtle.importKey('raw', shared, 'HKDF', false, ['deriveBits']);
  const info = new TextEncoder().encode(`${ENVELOPE} ${fingerprint}`);
  const terms = { name: 'HKDF', hash: 'SHA-256', salt: ephemeral, info };
  return aes(new Uint8Array(await crypto.subtle.deriveBits(terms, secret, 256)), use);
}

async function encrypt(key: SecretKey, body: Bytes, bound: string) {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const sealed = await crypto.subtle.encrypt(gcm(iv, bound), key, body);
  return { iv: toBase64(iv), sealed: toBase64(new Uint8Array(sealed)) };
}

const decrypt = async (key: SecretKey, iv: string, body: string, bound: string): Promise<Bytes> =>
  new Uint8Array(await crypto.subtle.decrypt(gcm(fromBase64(iv), bound), key, fromBase64(body)));

const gcm = (iv: Bytes, bound: string) => ({
  name: GCM,
  iv,
  additionalData: new TextEncoder().encode(bound),
});

const bytesOf = (content: Content): Uint8Array =>
  new TextEncoder().encode(JSON.stringify({ words: content.words, unit: content.unit }));

/** Its length first, then the content, then nothing up to one size for all. */
function padded(content: Content): Bytes {
  const body = bytesOf(content);
  const whole = new Uint8Array(SIZE);
  new DataView(whole.buffer).setUint32(0, body.length);
  whole.set(body, LENGTH);
  return whole;
}

function unpadded(whole: Bytes): Content {
  const length = new DataView(whole.buffer).getUint32(0);
  const body = new TextDecoder().decode(whole.subarray(LENGTH, LENGTH + length));
  return Content.parse(JSON.parse(body));
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

export const toBase64 = (bytes: Uint8Array): string =>
  btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');

export const fromBase64 = (text: string): Bytes =>
  Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (char) =>
    char.charCodeAt(0),
  );
