import { expect, it } from 'vitest';
import { createCrypto } from './crypto.ts';
import { openTexts } from './open.ts';
import type { Look, Vault, VaultRow } from './ports.ts';

const crypto = createCrypto(new Uint8Array(32));
const { key, wrapped } = crypto.newKey();
const sealedRow = (ref: string, text: string) => {
  const { alg, ciphertext, commitment } = crypto.seal(key, text);
  const row: VaultRow = { stream: 'c', ref, field: 'words', alg, ciphertext };
  return { row, sealed: { ref, commitment } };
};

const vaultOf = (...rows: readonly VaultRow[]) => {
  const calls: (readonly Look[])[] = [];
  const vault: Pick<Vault, 'open'> = {
    open: async (_, refs, looks) => {
      calls.push(looks);
      return rows
        .filter(({ ref }) => refs.some((asked) => asked.ref === ref))
        .map((row) => ({ ...row, key: wrapped }));
    },
  };
  return { parts: { vault: vault as Vault, crypto }, calls };
};

it('opens what is there and leaves out what was destroyed', async () => {
  const [a, b] = [sealedRow('a', '路灯不亮'), sealedRow('b', '已修好')];
  const { parts } = vaultOf(a.row);
  expect(await openTexts(parts, 't', 'c', [a.sealed, b.sealed], [])).toEqual(
    new Map([['a', '路灯不亮']]),
  );
});

it('refuses a text that is not the one the log committed to', async () => {
  const [said, planted] = [sealedRow('a', '路灯不亮'), sealedRow('a', '一切都好')];
  const { parts } = vaultOf(planted.row);
  await expect(openTexts(parts, 't', 'c', [said.sealed], [])).rejects.toThrow(/committed to/);
});

it('asks the vault for nothing where there is nothing to open', async () => {
  const { parts, calls } = vaultOf();
  await openTexts(parts, 't', 'c', [], []);
  expect(calls).toEqual([]);
});
