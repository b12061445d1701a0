import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonical } from './canonical.ts';

describe('canonical', () => {
  test('orders keys by code unit, at every depth, and writes no space', () => {
    expect(canonical({ b: 1, a: { z: [], é: null, A: true }, 街: '街' })).toBe(
      '{"a":{"A":true,"z":[],"é":null},"b":1,"街":"街"}',
    );
  });

  test.each([
    [1e2, '100'],
    [1e21, '1e+21'],
    [-0, '0'],
    [0.1 + 0.2, '0.30000000000000004'],
  ])('writes the number %d as %s', (value, text) => expect(canonical(value)).toBe(text));

  test.each([
    ['NaN', Number.NaN],
    ['Infinity', { n: Number.POSITIVE_INFINITY }],
    ['undefined', { a: undefined }],
    ['a hole', new Array(3)],
    ['a Date', new Date(0)],
    ['a Map', new Map()],
    ['a bigint', 1n],
    ['a function', () => 1],
    ['a lone surrogate', '\ud800'],
    ['a lone surrogate in a key', { '\udc00': 1 }],
  ])('refuses %s', (_, value) => expect(() => canonical(value)).toThrow(/no canonical form/));

  test('reads back as the same value, whatever order the keys came in', () => {
    fc.assert(
      fc.property(fc.jsonValue({ stringUnit: 'grapheme' }), (value) => {
        const text = canonical(value);
        expect(canonical(JSON.parse(text))).toBe(text);
        expect(canonical(reversed(value))).toBe(text);
      }),
    );
  });
});

function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([k, v]) => [k, reversed(v)]),
  );
}
