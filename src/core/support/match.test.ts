import { describe, expect, it } from 'vitest';
import { smallRulebook } from '../rulebook/small.fixture.ts';
import { supporting } from '../rulebook/supporting.fixture.ts';
import { match } from './match.ts';

const law = smallRulebook(supporting);
const ids = (needs: readonly string[], place = 'c11') =>
  match(law, needs, place).map(({ measure }) => measure.id);

describe('support measures for needs', () => {
  it('are those that answer one of them, in the catalogue’s order', () => {
    expect(ids(['illness'])).toEqual(['medical-aid', 'relief']);
    expect(ids(['work', 'illness'])).toEqual(['post', 'medical-aid', 'relief']);
    expect(ids(['illness', 'work'])).toEqual(['post', 'medical-aid', 'relief']);
    expect(ids([])).toEqual([]);
  });

  it('say by which need, what is to be shown, and which papers are asked for by which rule', () => {
    const [aid] = match(law, ['illness'], 'c11');
    expect(aid).toMatchObject({
      needs: ['illness'],
      provider: 'housing',
      toShow: ['bills', 'no-earner'],
      documents: [{ code: 'invoices', citation: { illustrative: true } }],
    });
  });

  it('are given by the place’s own unit where the catalogue names a type', () => {
    const relief = (place: string) =>
      match(law, ['work'], place).find(({ measure }) => measure.id === 'relief')?.provider;
    expect(relief('c11')).toBe('s1');
    expect(relief('c21')).toBe('s2');
    expect(relief('d')).toBeNull();
  });

  it('are none where the institution offers none', () => {
    expect(match({ ...law, support: null }, ['work'], 'c11')).toEqual([]);
  });
});
