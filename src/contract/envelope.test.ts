import { describe, expect, it } from 'vitest';
import { makeKey, NotAKeyFile, unlock, WrongPassphrase } from './desk-key-file.ts';
import { ENVELOPE, fingerprintOf, fits, openWith, sealFor, Unreadable } from './envelope.ts';

/** A new file takes six hundred thousand rounds; what is tested here holds for any number. */
const ROUNDS = 10;
const PASSPHRASE = '三更灯火 correct horse';
const REPORT = 'report-1';
const told = { words: '区里某科长收了钱。😀', unit: 'urban' };

const officer = async (passphrase = PASSPHRASE) => {
  const made = await makeKey(passphrase, ROUNDS);
  return { ...made, unlocked: await unlock(made.file, passphrase) };
};
const [first, second, stranger] = await Promise.all([officer(), officer('another one'), officer()]);
const sealed = await sealFor([first.publicKey, second.publicKey], REPORT, told);

describe('an envelope', () => {
  it('opens for each officer it was made for, and says how it was made', async () => {
    expect(await openWith(first.unlocked, REPORT, sealed)).toEqual(told);
    expect(await openWith(second.unlocked, REPORT, sealed)).toEqual(told);
    expect(JSON.parse(sealed)).toMatchObject({ alg: ENVELOPE, keys: [{}, {}] });
  });

  it('opens for nobody else, under another name neither', async () => {
    await expect(openWith(stranger.unlocked, REPORT, sealed)).rejects.toThrow(Unreadable);
    const posing = { ...stranger.unlocked, fingerprint: first.fingerprint };
    await expect(openWith(posing, REPORT, sealed)).rejects.toThrow(Unreadable);
  });

  it('belongs to one report, and to nobody once a letter of it is changed', async () => {
    await expect(openWith(first.unlocked, 'report-2', sealed)).rejects.toThrow(Unreadable);
    const other = JSON.parse(await sealFor([first.publicKey], REPORT, told));
    const spliced = JSON.stringify({ ...JSON.parse(sealed), content: other.content });
    await expect(openWith(first.unlocked, REPORT, spliced)).rejects.toThrow(Unreadable);
    await expect(openWith(first.unlocked, REPORT, 'no envelope')).rejects.toThrow(Unreadable);
  });

  it('tells neither what was said nor how much, nor that the same was said before', async () => {
    const short = await sealFor([first.publicKey], REPORT, { words: '贪', unit: null });
    const long = await sealFor([first.publicKey], REPORT, { words: '贪'.repeat(4000), unit: null });
    expect(short).toHaveLength(long.length);
    expect(short).not.toBe(await sealFor([first.publicKey], REPORT, { words: '贪', unit: null }));
    expect(sealed).not.toContain('urban');
  });

  it('takes four thousand characters of any script, and says so of what is too long', () => {
    expect(fits({ words: '贪'.repeat(4000), unit: 'urban' })).toBe(true);
    expect(fits({ words: '贪'.repeat(4100), unit: null })).toBe(false);
  });

  it('fits what the vault takes in, for a dozen officers', async () => {
    const dozen = Array.from({ length: 12 }, () => first.publicKey);
    expect((await sealFor(dozen, REPORT, told)).length).toBeLessThan(20_000);
  });
});

describe('a key file', () => {
  it('opens with its passphrase alone', async () => {
    await expect(unlock(first.file, 'wrong')).rejects.toThrow(WrongPassphrase);
    await expect(unlock('{"format":"another"}', PASSPHRASE)).rejects.toThrow(NotAKeyFile);
    await expect(unlock('no file', PASSPHRASE)).rejects.toThrow(NotAKeyFile);
  });

  it('names how it was locked, and holds neither passphrase nor key in the clear', async () => {
    const made = await makeKey(PASSPHRASE);
    expect(JSON.parse(made.file)).toMatchObject({
      derived: { alg: 'pbkdf2-sha256', rounds: 600_000 },
      alg: 'aes-256-gcm',
    });
    expect(made.file).not.toContain(PASSPHRASE);
    const { privateKey } = await unlock(made.file, PASSPHRASE);
    expect(privateKey.extractable).toBe(false);
  });

  it('is known by its public half, which must be a point on the curve', async () => {
    expect(await fingerprintOf(first.publicKey)).toBe(first.fingerprint);
    await expect(fingerprintOf(`B${'A'.repeat(86)}`)).rejects.toThrow();
  });
});
