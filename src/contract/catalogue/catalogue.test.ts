import { describe, expect, it } from 'vitest';
import { processes } from '../../core/processes.ts';
import { DOOR_REFUSALS } from '../../core/report/desk.ts';
import { ENGINE_REFUSALS } from '../../engine/refusals.ts';
import { catalogue } from './index.ts';

const refusals = [
  ...processes.flatMap((one) => one.refusals),
  ...DOOR_REFUSALS,
  ...ENGINE_REFUSALS,
];
const placeholders = (text: string) =>
  [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();

describe('the catalogue of refusals', () => {
  it.each(refusals)('has words for %s', (code) => {
    expect(catalogue[code]).toBeDefined();
  });

  it('has none that nobody says', () => {
    const said = new Set<string>([...refusals, 'unknown']);
    const left = Object.keys(catalogue).filter(
      (code) => !code.startsWith('api.') && !said.has(code),
    );
    expect(left).toEqual([]);
  });

  it.each(Object.entries(catalogue))('says %s whole, in both languages', (_, { what, next }) => {
    for (const { zh, en } of [what, next]) {
      expect(placeholders(zh)).toEqual(placeholders(en));
      expect(zh.replace(/\{\w+\}/g, '')).toMatch(/^$|[。；]$/);
      expect(en.replace(/\{\w+\}/g, '')).toMatch(/^$|\.$/);
      // One name for the code of a receipt.
      expect(zh).not.toMatch(/查询码|受理码/);
      // Full-width punctuation between Chinese characters.
      expect(zh).not.toMatch(/[\u4e00-\u9fff][,;:?!][\u4e00-\u9fff]/);
    }
  });
});
