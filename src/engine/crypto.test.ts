import { randomBytes } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { createCrypto } from './crypto.ts';

const master = randomBytes(32);
const crypto = createCrypto(master);

describe('crypto', () => {
  test('opens what it sealed, under the key as kept, with the commitment the log holds', () => {
    const { key, wrapped } = crypto.newKey();
    const sealed = crypto.seal(key, '楼道里的灯三个月不亮了');
    const opened = createCrypto(master).unseal(
      crypto.unwrap(wrapped),
      sealed.alg,
      sealed.ciphertext,
    );
    expect(opened).toEqual({ text: '楼道里的灯三个月不亮了', commitment: sealed.commitment });
  });

  test('commits to the same text differently each time: guesses cannot be tested against the log', () => {
    const { key } = crypto.newKey();
    expect(crypto.seal(key, '是').commitment).not.toBe(crypto.seal(key, '是').commitment);
  });

  test('names the algorithm in every output', () => {
    const { key, wrapped } = crypto.newKey();
    expect(wrapped.alg).toMatch(/^aes-256-gcm/);
    expect(crypto.seal(key, 'x').alg).toBe('aes-256-gcm');
    expect(crypto.hash('x')).toMatch(/^sha256:[0-9a-f]{64}$/);
    expect(crypto.mac(key, 'x')).toMatch(/^hmac-sha256:[0-9a-f]{64}$/);
  });

  test.each(['first', 'last'] as const)(
    'does not open a text whose %s byte was changed',
    (where) => {
      const { key } = crypto.newKey();
      const { alg, ciphertext } = crypto.seal(key, 'x');
      const changed = Uint8Array.from(ciphertext);
      const at = where === 'first' ? 0 : changed.length - 1;
      changed[at] = (changed[at] ?? 0) ^ 1;
      expect(() => crypto.unseal(key, alg, changed)).toThrow();
    },
  );

  test('does not unwrap a key under another master key, nor an algorithm it does not know', () => {
    const { wrapped } = crypto.newKey();
    expect(() => createCrypto(randomBytes(32)).unwrap(wrapped)).toThrow();
    expect(() => crypto.unwrap({ ...wrapped, alg: 'sm4-gcm' })).toThrow(/knows/);
  });

  test('makes ids of the asked strength that can be read out', () => {
    expect(crypto.id(80)).toMatch(/^[0-9a-hjkmnp-tv-z]{16}$/);
    expect(crypto.id(128)).toHaveLength(26);
    expect(new Set(Array.from({ length: 1000 }, () => crypto.id(80))).size).toBe(1000);
  });

  test('draws the same lot for the same label, others for others, spread evenly', () => {
    expect(crypto.lot('a')).toBe(createCrypto(master).lot('a'));
    expect(crypto.lot('a')).not.toBe(createCrypto(randomBytes(32)).lot('a'));
    const lots = Array.from({ length: 4000 }, (_, n) => crypto.lot(`tenant/stream-${n}/0`));
    expect(lots.every((lot) => lot >= 0 && lot < 1)).toBe(true);
    expect(new Set(lots).size).toBe(4000);
    // Ten bins of 400 on average: a bin outside 300 to 500 is five deviations away.
    for (let bin = 0; bin < 10; bin++) {
      const within = lots.filter((lot) => Math.floor(lot * 10) === bin).length;
      expect(within).toBeGreaterThan(300);
      expect(within).toBeLessThan(500);
    }
  });

  test('derives the same id from the same label, another from another label or master key', () => {
    expect(crypto.derive('a', 80)).toBe(createCrypto(master).derive('a', 80));
    expect(crypto.derive('a', 80)).not.toBe(crypto.derive('b', 80));
    expect(crypto.derive('a', 80)).not.toBe(createCrypto(randomBytes(32)).derive('a', 80));
  });
});
