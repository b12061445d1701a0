import fc from 'fast-check';
import { expect, it } from 'vitest';
import { toGb18030 } from './gb18030.ts';

const read = (bytes: Uint8Array) => new TextDecoder('gb18030', { fatal: true }).decode(bytes);

it.each(['', 'A1', '市热线工单，已办结。', '€ ① ㎡ 𠮷 é ひ', '\u{10FFFF}\u{10000}'])(
  'writes %j so that it reads the same',
  (text) => {
    expect(read(toGb18030(text))).toBe(text);
  },
);

it('writes whatever can be read, so that it reads the same', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      // A few code points of the private use area share their bytes with newer characters.
      const plain = text.replace(/[\uE000-\uF8FF\uFFFD]/gu, '');
      expect(read(toGb18030(plain))).toBe(plain);
    }),
    { numRuns: 300 },
  );
});

it('is what GBK has, byte by byte', () => {
  expect([...toGb18030('中文')]).toEqual([0xd6, 0xd0, 0xce, 0xc4]);
});
