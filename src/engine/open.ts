import type { Sealed, StreamId } from '../core/process.ts';
import type { Crypto, Look, TenantId, Vault } from './ports.ts';

/**
 * The texts of one request that may still be opened, by reference; those whose key was destroyed
 * are missing. `looks` are logged before anything is opened. A text that is not the one the log
 * committed to is a fault: somebody changed the vault.
 */
export async function openTexts(
  { vault, crypto }: { readonly vault: Vault; readonly crypto: Crypto },
  tenant: TenantId,
  stream: StreamId,
  sealed: readonly Sealed[],
  looks: readonly Look[],
): Promise<ReadonlyMap<string, string>> {
  const texts = new Map<string, string>();
  if (sealed.length === 0) return texts;
  const refs = sealed.map(({ ref }) => ({ stream, ref }));
  for (const row of await vault.open(tenant, refs, looks)) {
    const { text, commitment } = crypto.unseal(crypto.unwrap(row.key), row.alg, row.ciphertext);
    const committed = sealed.find(({ ref }) => ref === row.ref)?.commitment;
    if (commitment !== committed) {
      throw new Error(`${stream}: the text ${row.ref} is not the one the log committed to`);
    }
    texts.set(row.ref, text);
  }
  return texts;
}
