import type { Vault } from '../engine/ports.ts';
import { type Database, keep, kept, tablesOf } from './database.ts';
import { copyOf } from './store.ts';

export function memoryVault(database: Database, pause: () => Promise<void>): Vault {
  const tables = async (tenant: string) => {
    await pause();
    return tablesOf(database, tenant);
  };
  return {
    async open(tenant, refs, looks) {
      const { vault, vaultKeys, looks: logged } = await tables(tenant);
      for (const look of looks) {
        logged.set(look.stream, [...(logged.get(look.stream) ?? []), keep(look)]);
      }
      return refs.flatMap(({ stream, ref }) => {
        const row = vault.get(stream)?.get(ref);
        const key = vaultKeys.get(stream);
        if (row === undefined || key === undefined || key === 'destroyed') return [];
        return [{ ...copyOf(row), key: { alg: key.alg, wrapped: Uint8Array.from(key.wrapped) } }];
      });
    },
    async looks(tenant, stream) {
      return ((await tables(tenant)).looks.get(stream) ?? []).map((look) => kept(look));
    },
    async destroy(tenant, stream) {
      const { vault, vaultKeys } = await tables(tenant);
      vault.delete(stream);
      vaultKeys.set(stream, 'destroyed');
    },
  };
}
