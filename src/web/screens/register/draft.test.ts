import { describe, expect, it } from 'vitest';
import { RegisterRequest } from '../../../contract/cases.ts';
import { bodyOf, type Draft, emptyDraft, lackingIn } from './draft.ts';

const filled: Draft = {
  ...emptyDraft,
  words: ' The lamp is out. ',
  kind: 'complaint',
  unit: 'niushan',
};

describe('what registration sends', () => {
  it('is what the contract takes', () => {
    expect(RegisterRequest.safeParse(bodyOf(filled)).error).toBeUndefined();
  });

  it('says nothing of what was left empty', () => {
    const body = bodyOf({ ...filled, contact: { name: ' ', telephone: '' } });
    expect(body).not.toHaveProperty('contact');
    expect(body).toHaveProperty('place', { unit: 'niushan' });
  });

  it('keeps what was given, without the blanks around it', () => {
    const contact = { telephone: ' 0755-1 ' };
    expect(bodyOf({ ...filled, detail: ' block 12 ', contact })).toMatchObject({
      words: 'The lamp is out.',
      place: { unit: 'niushan', detail: 'block 12' },
      contact: { telephone: '0755-1' },
    });
  });

  it('names the questions not yet answered', () => {
    expect(lackingIn(emptyDraft)).toEqual(['register-words', 'kind', 'register-unit']);
    expect(lackingIn(filled)).toEqual([]);
  });
});
