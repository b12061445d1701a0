import { describe, expect, test } from 'vitest';
import type { Look, VaultRow } from '../../src/engine/ports.ts';
import { aWrite, crypto, freshTenant, type Harness, T0 } from './harness.ts';

export function vaultContract(ports: () => Harness): void {
  /** Seals one text for `stream` and writes it with the stream's first event. */
  const sealed = async (tenant: string, stream: string, text: string) => {
    const { key, wrapped } = crypto.newKey();
    const { alg, ciphertext, commitment } = crypto.seal(key, text);
    const row: VaultRow = { stream, ref: crypto.id(80), field: 'place.detail', alg, ciphertext };
    const keys = [{ ...wrapped, stream }];
    await ports().store.write(aWrite(tenant, { [stream]: 0 }, { keys, vault: [row] }));
    return { row, commitment, wrapped };
  };
  const aLook = (stream: string, ref: string): Look => ({
    stream,
    ref,
    field: 'place.detail',
    actor: { kind: 'staff', account: 'one', post: { unit: 'bureau-1', role: 'unit_handler' } },
    onBehalfOf: { kind: 'post', post: { unit: 'bureau-1', role: 'unit_head' } },
    purpose: '联系诉求人 to reach the person',
    at: T0,
  });

  describe('the vault', () => {
    test('opens what was sealed, with the key it was sealed under', async () => {
      const tenant = await freshTenant(ports());
      const { row, commitment } = await sealed(tenant, 'a', '幸福里 3 栋 2 单元');
      const [found] = await ports().vault.open(tenant, [{ stream: 'a', ref: row.ref }], []);
      expect(found?.field).toBe('place.detail');
      if (found === undefined) throw new Error('nothing found');
      const opened = crypto.unseal(crypto.unwrap(found.key), found.alg, found.ciphertext);
      expect(opened).toEqual({ text: '幸福里 3 栋 2 单元', commitment });
    });

    test('gives a command the keys and texts it reads for', async () => {
      const tenant = await freshTenant(ports());
      const { row, wrapped } = await sealed(tenant, 'a', 'x');
      const read = await ports().store.read({
        tenant,
        streams: ['b'],
        idempotency: null,
        texts: [
          { stream: 'a', ref: row.ref },
          { stream: 'a', ref: 'none' },
        ],
      });
      expect(read.texts.map(({ ref }) => ref)).toEqual([row.ref]);
      expect(Buffer.from(read.texts[0]?.ciphertext ?? [])).toEqual(Buffer.from(row.ciphertext));
      const key = read.keys.get('a');
      if (key === undefined || key === 'destroyed') throw new Error('no key');
      expect(Buffer.from(key.wrapped)).toEqual(Buffer.from(wrapped.wrapped));
      expect(read.keys.has('b')).toBe(false);
    });

    test('logs each look before it opens, found or not', async () => {
      const tenant = await freshTenant(ports());
      const { row } = await sealed(tenant, 'a', 'x');
      const looks = [aLook('a', row.ref), aLook('a', 'gone')];
      await ports().vault.open(tenant, looks, looks);
      expect(await ports().vault.looks(tenant, 'a')).toEqual(looks);
      expect(await ports().vault.looks(tenant, 'b')).toEqual([]);
    });

    test('opens nothing any more once the key is destroyed; the looks and the log stay', async () => {
      const tenant = await freshTenant(ports());
      const { row } = await sealed(tenant, 'a', 'x');
      await ports().vault.open(tenant, [row], [aLook('a', row.ref)]);
      await ports().vault.destroy(tenant, 'a', 'retention');
      expect(await ports().vault.open(tenant, [row], [])).toEqual([]);
      const read = await ports().store.read({
        tenant,
        streams: ['a'],
        idempotency: null,
        texts: [row],
      });
      expect(read.keys.get('a')).toBe('destroyed');
      expect(read.texts).toEqual([]);
      expect(read.heads.get('a')?.version).toBe(1);
      expect(await ports().vault.looks(tenant, 'a')).toHaveLength(1);
      await ports().vault.destroy(tenant, 'a', 'again');
    });

    test('is each tenant’s own', async () => {
      const [one, two] = [await freshTenant(ports()), await freshTenant(ports())];
      const { row } = await sealed(one, 'a', 'x');
      expect(await ports().vault.open(two, [row], [])).toEqual([]);
    });
  });
}
