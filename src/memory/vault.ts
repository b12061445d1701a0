import type { ErasableVault } from '../engine/erasure-ports.ts';
import { sourceOf } from '../engine/keys.ts';
import { type Database, keep, kept, type Tables, tablesOf } from './database.ts';
import { byBytes } from './order.ts';
import { copyOf } from './store.ts';

export function memoryVault(database: Database, pause: () => Promise<void>): ErasableVault {
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
    async destroy(tenant, stream, reason) {
      const { vault, vaultKeys, reactions, erasures } = await tables(tenant);
      vault.delete(stream);
      vaultKeys.set(stream, 'destroyed');
      if (!erasures.has(stream)) erasures.set(stream, { stream, reason, at: database.now() });
      for (const [id, { state }] of reactions) {
        if (id.startsWith(`${stream}/`) && state !== 'pending') reactions.delete(id);
      }
    },
    async toErase(limit) {
      await pause();
      return [...database.tenants].flatMap(([tenant, found]) =>
        rowsOf(found)
          .flatMap(({ stream, process, version, list: { status, about } }) =>
            process === 'retention' && (status === 'due' || status === 'erasing') && about !== null
              ? [{ tenant, stream, version, status, about } as const]
              : [],
          )
          // What is ordered first.
          .toSorted((a, b) => Number(a.status === 'due') - Number(b.status === 'due'))
          .slice(0, limit),
      );
    },
    async partsOf(tenant, about) {
      const found = await tables(tenant);
      return rowsOf(found)
        .filter(({ stream, list }) => stream === about || list.about === about)
        .map(({ stream, process, version, list }) => ({
          stream,
          process,
          version,
          open: list.bucket === 'open',
          dueAt: list.dueAt,
          sealed: typeof (found.vaultKeys.get(stream) ?? 'none') === 'object',
        }));
    },
    async isAwaited(tenant, streams) {
      const { reactions } = await tables(tenant);
      return [...reactions].some(
        ([id, { state, reaction }]) =>
          state === 'pending' &&
          streams.some((stream) => sourceOf(id) === stream || reaction.includes(`"${stream}"`)),
      );
    },
    async unkept(tenant, after, limit) {
      const found = await tables(tenant);
      return rowsOf(found)
        .filter(
          ({ stream, process, list: { bucket } }) =>
            process === 'case' &&
            ['closed', 'answered', 'redirected'].includes(bucket) &&
            (after === null || byBytes(stream, after) > 0) &&
            !found.heads.has(`retention-${stream}`),
        )
        .slice(0, limit)
        .map(({ stream, version }) => ({ stream, version }));
    },
    async erased(tenant, after, limit) {
      const { erasures } = await tables(tenant);
      return [...erasures.values()]
        .filter(({ stream }) => after === null || byBytes(stream, after) > 0)
        .sort((a, b) => byBytes(a.stream, b.stream))
        .slice(0, limit);
    },
  };
}

/** List rows with the stream each is of, in order of id. */
const rowsOf = ({ lists, heads }: Tables) =>
  [...lists]
    .sort(([a], [b]) => byBytes(a, b))
    .flatMap(([stream, text]) => {
      const head = heads.get(stream);
      if (head === undefined) return [];
      return [{ stream, process: head.process, version: head.version, list: kept(text) }];
    });
