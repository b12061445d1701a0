import { describe, expect, it } from 'vitest';
import { createCrypto } from './crypto.ts';
import { groupCode, readCode, receiptAlias, receiptCode } from './receipt.ts';

const crypto = createCrypto(new Uint8Array(32));

describe('a receipt code', () => {
  const code = receiptCode(crypto, 'demo', 'case1');

  it('can be read aloud and typed back, however it is typed', () => {
    expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{12}$/);
    for (const typed of [
      code,
      groupCode(code),
      code.toLowerCase(),
      ` ${code.slice(0, 4)}-${code.slice(4)} `,
    ]) {
      expect(readCode(typed)).toBe(code);
    }
    expect(readCode('oil0 oil0 oil0')).toBe('011001100110');
    for (const no of ['', code.slice(1), `${code}0`, 'UUUUUUUUUUUU', "' OR 1=1 --"]) {
      expect(readCode(no)).toBeNull();
    }
  });

  it('is one request’s and one institution’s, and its alias does not give it away', () => {
    expect(receiptCode(crypto, 'demo', 'case1')).toBe(code);
    expect(receiptCode(crypto, 'demo', 'case2')).not.toBe(code);
    expect(receiptCode(crypto, 'other', 'case1')).not.toBe(code);
    const alias = receiptAlias(crypto, 'demo', code);
    expect(alias.key).not.toContain(code.toLowerCase());
    expect(receiptAlias(crypto, 'other', code)).not.toEqual(alias);
  });

  it('is nothing without the master key', () => {
    const another = createCrypto(new Uint8Array(32).fill(1));
    expect(receiptCode(another, 'demo', 'case1')).not.toBe(code);
  });
});
