import { describe, expect, test } from 'vitest';
import type { ListRow, Reaction } from '../../src/core/process.ts';
import type { Look, VaultRow } from '../../src/engine/ports.ts';
import { aListRow, aWrite, crypto, freshTenant, type Harness, T0 } from './harness.ts';

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
  const aReaction: Reaction = {
    process: 'toy',
    stream: 'to',
    command: { type: 'note', data: {} },
    copies: { words: { stream: 'from', ref: 'r' } },
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

    test('takes with the key what was queued from the stream and is settled', async () => {
      const tenant = await freshTenant(ports());
      const { store, vault } = ports();
      const queue = (stream: string, id: string) =>
        aWrite(tenant, { [stream]: 0 }, { reactions: [{ id, reaction: aReaction }] });
      await store.write(queue('a', 'a/1/0'));
      await store.write(queue('a-b', 'a-b/1/0'));
      await store.write(queue('b', 'b/1/0'));
      const no = { code: 'engine.reaction-failed', params: {} };
      for (const id of ['a/1/0', 'a-b/1/0']) await store.parkReaction(tenant, id, no);
      await vault.destroy(tenant, 'a', 'usual');
      await vault.destroy(tenant, 'b', 'usual');
      const parked = await ports().queries.parked(tenant, 10);
      expect(parked.map(({ id }) => id)).toEqual(['a-b/1/0']);
      const pending = await store.pendingReactions(1_000);
      expect(pending.filter((row) => row.tenant === tenant).map(({ id }) => id)).toEqual(['b/1/0']);
      const lines = await vault.erased(tenant, null, 10);
      expect(lines).toEqual([
        { stream: 'a', reason: 'usual', at: T0 },
        { stream: 'b', reason: 'usual', at: T0 },
      ]);
      expect(await vault.erased(tenant, 'a', 10)).toEqual(lines.slice(1));
    });

    test('knows who waits for a text of a stream', async () => {
      const tenant = await freshTenant(ports());
      const reactions = [{ id: 'a/1/0', reaction: aReaction }];
      await ports().store.write(aWrite(tenant, { a: 0 }, { reactions }));
      const awaited = (...streams: string[]) => ports().vault.isAwaited(tenant, streams);
      expect(await awaited('a')).toBe(true);
      expect(await awaited('x', 'to')).toBe(true);
      expect(await awaited('from')).toBe(true);
      expect(await awaited('t', 'o', 'x')).toBe(false);
      await ports().store.parkReaction(tenant, 'a/1/0', { code: 'x', params: {} });
      expect(await awaited('a', 'to')).toBe(false);
    });

    test('knows the parts of a matter, and which wait to be erased', async () => {
      const tenant = await freshTenant(ports());
      await sealed(tenant, 'a', 'x');
      const row = (stream: string, process: string, list: Partial<ListRow>, expected = 0) => {
        const projection = { list: { ...aListRow, ...list }, clocks: [], acts: [] };
        const write = aWrite(tenant, { [stream]: expected }, { projection });
        const streams = write.streams.map((one) => ({
          ...one,
          process,
          events: one.events.map((event) => ({ ...event, process })),
        }));
        return ports().store.write({ ...write, streams });
      };
      const over = { bucket: 'closed', dueAt: null } as const;
      await row('a', 'case', over, 1);
      await row('b', 'case', over);
      await row('w', 'whistle', { about: 'a' });
      await row('retention-a', 'retention', { ...over, about: 'a', status: 'due' });
      await row('retention-c', 'retention', { ...over, about: 'c', status: 'kept' });
      const plain = { open: false, dueAt: null, sealed: false, version: 1 };
      expect(await ports().vault.partsOf(tenant, 'a')).toEqual([
        { ...plain, stream: 'a', process: 'case', sealed: true, version: 2 },
        { ...plain, stream: 'retention-a', process: 'retention' },
        { ...plain, stream: 'w', process: 'whistle', open: true, dueAt: aListRow.dueAt },
      ]);
      const due = (await ports().vault.toErase(10_000)).filter((one) => one.tenant === tenant);
      expect(due).toEqual([
        { tenant, stream: 'retention-a', version: 1, status: 'due', about: 'a' },
      ]);
      expect(await ports().vault.unkept(tenant, null, 10)).toEqual([{ stream: 'b', version: 1 }]);
      expect(await ports().vault.unkept(tenant, 'b', 10)).toEqual([]);
    });

    test('is each tenant’s own', async () => {
      const [one, two] = [await freshTenant(ports()), await freshTenant(ports())];
      const { row } = await sealed(one, 'a', 'x');
      expect(await ports().vault.open(two, [row], [])).toEqual([]);
    });
  });
}
