import { describe, expect, it } from 'vitest';
import { hashPassword, passwordMatches } from './passwords.ts';

describe('a password', () => {
  it('is kept under an algorithm that names itself, never the same way twice', async () => {
    const [one, two] = await Promise.all([hashPassword('口令'), hashPassword('口令')]);
    expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(one).not.toBe(two);
  });

  it('matches however its characters were composed', async () => {
    const stored = await hashPassword('caf\u00e9 ①');
    expect(await passwordMatches(stored, 'cafe\u0301 1')).toBe(true);
    expect(await passwordMatches(stored, 'cafe 1')).toBe(false);
  });

  it('of nobody matches nothing, the decoy’s own included', async () => {
    expect(await passwordMatches(null, 'no account has this')).toBe(false);
  });
});
