import { describe, expect, test } from 'vitest';
import {
  NoSuchTenant,
  TryAgain,
  type WriteRequest,
  type WriteResult,
} from '../../src/engine/ports.ts';
import { aWrite, freshTenant, type Harness, readOne, T0 } from './harness.ts';

export function readWriteContract(ports: () => Harness): void {
  const write = (request: WriteRequest) => ports().store.write(request);
  /** As the engine does: whoever met a deadlock tries again. */
  const writeUntilSettled = async (request: WriteRequest): Promise<WriteResult> => {
    for (;;) {
      try {
        return await write(request);
      } catch (error) {
        if (!(error instanceof TryAgain)) throw error;
      }
    }
  };

  describe('read and write', () => {
    test('gives back what was written, byte for byte', async () => {
      const tenant = await freshTenant(ports());
      const request = aWrite(tenant, { a: 0 }, { count: 3, key: 'k' });
      expect(await write(request)).toEqual({ ok: true });

      const written = request.streams[0];
      expect(await ports().store.events(tenant, 'a')).toEqual(written?.events);
      const read = await ports().store.read({
        tenant,
        streams: ['a', 'b', 'a'],
        idempotency: { actor: 'staff:one', key: 'k' },
        texts: [],
      });
      expect(read.now).toBe(T0);
      expect(read.institutionVersion).toBe(0);
      expect([...read.heads.keys()]).toEqual(['a']);
      expect(read.heads.get('a')).toEqual({
        process: 'toy',
        version: 3,
        state: written?.state,
        stateVersion: 1,
        hash: written?.events[2]?.hash,
      });
      expect(read.kept).toEqual(request.command);
    });

    test('keeps a refused command, which writes nothing else', async () => {
      const tenant = await freshTenant(ports());
      const { command, ...rest } = aWrite(tenant, {}, { key: 'k' });
      const outcome = { accepted: false, refusal: { code: 'toy.no', params: { n: 2 } } } as const;
      await write({ ...rest, command: { ...command, outcome } });
      const read = await ports().store.read({
        tenant,
        streams: [],
        idempotency: { actor: 'staff:one', key: 'k' },
        texts: [],
      });
      expect(read.kept?.outcome).toEqual(outcome);
    });

    test('refuses a stream that moved, names it and where it stands, and writes nothing', async () => {
      const tenant = await freshTenant(ports());
      await write(aWrite(tenant, { a: 0 }, { count: 2 }));
      const late = aWrite(tenant, { b: 0, a: 1 }, { key: 'late' });
      expect(await write(late)).toEqual({ ok: false, why: 'stale', stream: 'a', version: 2 });
      const read = await ports().store.read({
        tenant,
        streams: ['a', 'b'],
        idempotency: { actor: 'staff:one', key: 'late' },
        texts: [],
      });
      expect(read.heads.get('a')?.version).toBe(2);
      expect(read.heads.has('b')).toBe(false);
      expect(read.kept).toBeNull();
      expect(await ports().store.events(tenant, 'b')).toEqual([]);
    });

    test('refuses to create what exists and to continue what does not', async () => {
      const tenant = await freshTenant(ports());
      await write(aWrite(tenant, { a: 0 }));
      const again = await write(aWrite(tenant, { a: 0 }));
      expect(again).toEqual({ ok: false, why: 'stale', stream: 'a', version: 1 });
      const ahead = await write(aWrite(tenant, { b: 1 }));
      expect(ahead).toEqual({ ok: false, why: 'stale', stream: 'b', version: 0 });
    });

    test('refuses what rests on a stream that moved, though it is only seen', async () => {
      const tenant = await freshTenant(ports());
      await write(aWrite(tenant, { a: 0, seen: 0 }));
      const resting = (seen: number) => {
        const onlySeen = aWrite(tenant, { seen }, { count: 0 }).streams;
        const request = aWrite(tenant, { a: 1 });
        return { ...request, streams: [...request.streams, ...onlySeen] };
      };
      await write(aWrite(tenant, { seen: 1 }));
      expect(await write(resting(1))).toEqual({
        ok: false,
        why: 'stale',
        stream: 'seen',
        version: 2,
      });
      const before = (await readOne(ports(), tenant, 'seen')).heads.get('seen');
      expect(await write(resting(2))).toEqual({ ok: true });
      expect((await readOne(ports(), tenant, 'seen')).heads.get('seen')).toEqual(before);
    });

    test('lets one of two racing writers of a stream through, each time', async () => {
      const tenant = await freshTenant(ports());
      for (let version = 0; version < 10; version++) {
        const results = await Promise.all([
          writeUntilSettled(aWrite(tenant, { a: version })),
          writeUntilSettled(aWrite(tenant, { a: version })),
        ]);
        expect(results.filter((result) => result.ok)).toHaveLength(1);
        expect(results).toContainEqual({
          ok: false,
          why: 'stale',
          stream: 'a',
          version: version + 1,
        });
      }
      expect(await ports().store.events(tenant, 'a')).toHaveLength(10);
    });

    test('two writers on two streams in opposite order both come through', async () => {
      const tenant = await freshTenant(ports());
      const writer = async (names: readonly [string, string]) => {
        for (let done = 0; done < 15; ) {
          const read = await ports().store.read({
            tenant,
            streams: names,
            idempotency: null,
            texts: [],
          });
          const at = (name: string) => read.heads.get(name)?.version ?? 0;
          const [first, second] = names;
          const streams = { [first]: at(first), [second]: at(second) };
          if ((await writeUntilSettled(aWrite(tenant, streams))).ok) done += 1;
        }
      };
      await Promise.all([writer(['a', 'b']), writer(['b', 'a'])]);
      for (const name of ['a', 'b']) {
        const events = await ports().store.events(tenant, name);
        expect(events.map((event) => event.version)).toEqual(
          Array.from({ length: 30 }, (_, i) => i + 1),
        );
      }
    });

    test('takes a key once for each actor', async () => {
      const tenant = await freshTenant(ports());
      await write(aWrite(tenant, { a: 0 }, { key: 'k' }));
      const again = await write(aWrite(tenant, { a: 1 }, { key: 'k' }));
      expect(again).toEqual({ ok: false, why: 'duplicate-key' });
      const other = await write(aWrite(tenant, { a: 1 }, { key: 'k', actor: 'staff:two' }));
      expect(other).toEqual({ ok: true });
      expect(await write(aWrite(tenant, { a: 2 }))).toEqual({ ok: true });
      expect(await write(aWrite(tenant, { a: 3 }))).toEqual({ ok: true });
    });

    test('lets one of ten racers with the same key through', async () => {
      const tenant = await freshTenant(ports());
      const racers = Array.from({ length: 10 }, (_, i) =>
        writeUntilSettled(aWrite(tenant, { [`s${i}`]: 0 }, { key: 'same' })),
      );
      const results = await Promise.all(racers);
      expect(results.filter((result) => result.ok)).toHaveLength(1);
      expect(results.filter((r) => !r.ok && r.why === 'duplicate-key')).toHaveLength(9);
    });

    test('refuses what was decided under another version of the institution', async () => {
      const tenant = await freshTenant(ports());
      await write(aWrite(tenant, { institution: 0 }, { count: 2 }));
      expect((await readOne(ports(), tenant, 'a')).institutionVersion).toBe(2);
      expect(await write(aWrite(tenant, { a: 0 }))).toEqual({ ok: false, why: 'institution' });
      expect(await write(aWrite(tenant, { a: 0 }, { institutionVersion: 2 }))).toEqual({
        ok: true,
      });
    });

    test('tells a repeated key before anything else that stands in the way', async () => {
      const tenant = await freshTenant(ports());
      await write(aWrite(tenant, { a: 0 }, { key: 'k' }));
      const wrong = aWrite(tenant, { a: 0 }, { key: 'k', institutionVersion: 9 });
      expect(await write(wrong)).toEqual({ ok: false, why: 'duplicate-key' });
    });
  });

  describe('claims', () => {
    const take = (name: string, limit: number, holder: string) =>
      ({ op: 'take', name, limit, holder }) as const;

    test('30 racers on a cap of 3 leave 3 holders', async () => {
      const tenant = await freshTenant(ports());
      const results = await Promise.all(
        Array.from({ length: 30 }, (_, i) =>
          writeUntilSettled(
            aWrite(tenant, { [`s${i}`]: 0 }, { claims: [take('cap', 3, `s${i}`)] }),
          ),
        ),
      );
      expect(results.filter((result) => result.ok)).toHaveLength(3);
      const refused = results.filter((result) => !result.ok);
      expect(refused).toHaveLength(27);
      for (const result of refused)
        expect(result).toEqual({ ok: false, why: 'claim', name: 'cap' });
    });

    test('a refused claim leaves nothing of its write behind', async () => {
      const tenant = await freshTenant(ports());
      await write(aWrite(tenant, { a: 0 }, { claims: [take('full', 1, 'a')] }));
      const claims = [take('empty', 1, 'b'), take('full', 1, 'b')];
      const refused = await write(aWrite(tenant, { b: 0 }, { claims }));
      expect(refused).toEqual({ ok: false, why: 'claim', name: 'full' });
      expect((await readOne(ports(), tenant, 'b')).heads.size).toBe(0);
      const other = aWrite(tenant, { c: 0 }, { claims: [take('empty', 1, 'c')] });
      expect(await write(other)).toEqual({ ok: true });
    });

    test('a released place is free again, in the same write too', async () => {
      const tenant = await freshTenant(ports());
      await write(aWrite(tenant, { a: 0 }, { claims: [take('seat', 1, 'a')] }));
      const swap = [take('seat', 1, 'b'), { op: 'release', name: 'seat', holder: 'a' }] as const;
      expect(await write(aWrite(tenant, { a: 1, b: 0 }, { claims: swap }))).toEqual({ ok: true });
      const back = aWrite(tenant, { a: 2 }, { claims: [take('seat', 1, 'a')] });
      expect(await write(back)).toEqual({ ok: false, why: 'claim', name: 'seat' });
    });

    test('a holder counts once; releasing what one does not hold frees nothing', async () => {
      const tenant = await freshTenant(ports());
      await write(aWrite(tenant, { a: 0 }, { claims: [take('seat', 2, 'a')] }));
      await write(aWrite(tenant, { a: 1 }, { claims: [take('seat', 2, 'a')] }));
      const stranger = [{ op: 'release', name: 'seat', holder: 'z' }] as const;
      await write(aWrite(tenant, { z: 0 }, { claims: stranger }));
      const second = aWrite(tenant, { b: 0 }, { claims: [take('seat', 2, 'b')] });
      expect(await write(second)).toEqual({ ok: true });
      const third = aWrite(tenant, { c: 0 }, { claims: [take('seat', 2, 'c')] });
      expect(await write(third)).toEqual({ ok: false, why: 'claim', name: 'seat' });
    });

    test('writers that claim in opposite order both come through', async () => {
      const tenant = await freshTenant(ports());
      const names = Array.from({ length: 6 }, (_, i) => `c${i}`);
      const results = await Promise.all(
        Array.from({ length: 8 }, (_, i) => {
          const ordered = i % 2 === 0 ? names : [...names].reverse();
          const claims = ordered.map((name) => take(name, 100, `s${i}`));
          return writeUntilSettled(aWrite(tenant, { [`s${i}`]: 0 }, { claims }));
        }),
      );
      expect(results.every((result) => result.ok)).toBe(true);
    });
  });

  describe('aliases', () => {
    const external = (key: string, stream: string) => ({ kind: 'external', key, stream }) as const;

    test('belong to one stream, which is named to whoever asks for it next', async () => {
      const tenant = await freshTenant(ports());
      await write(aWrite(tenant, { a: 0 }, { aliases: [external('12345-1', 'a')] }));
      const taken = aWrite(tenant, { b: 0 }, { aliases: [external('12345-1', 'b')] });
      expect(await write(taken)).toEqual({
        ok: false,
        why: 'alias',
        alias: { kind: 'external', key: '12345-1' },
        stream: 'a',
      });
      expect((await readOne(ports(), tenant, 'b')).heads.size).toBe(0);
      const same = aWrite(tenant, { a: 1 }, { aliases: [external('12345-1', 'a')] });
      expect(await write(same)).toEqual({ ok: true });
    });

    test('lead to their stream, each kind for itself', async () => {
      const tenant = await freshTenant(ports());
      await write(aWrite(tenant, { a: 0 }, { aliases: [external('n', 'a')] }));
      const { queries } = ports();
      expect(await queries.byAlias(tenant, { kind: 'external', key: 'n' })).toBe('a');
      expect(await queries.byAlias(tenant, { kind: 'receipt', key: 'n' })).toBeNull();
    });

    test('one of ten racers gets the alias', async () => {
      const tenant = await freshTenant(ports());
      const results = await Promise.all(
        Array.from({ length: 10 }, (_, i) =>
          writeUntilSettled(
            aWrite(tenant, { [`s${i}`]: 0 }, { aliases: [external('x', `s${i}`)] }),
          ),
        ),
      );
      expect(results.filter((result) => result.ok)).toHaveLength(1);
      expect(results.filter((r) => !r.ok && r.why === 'alias')).toHaveLength(9);
    });
  });

  describe('tenants', () => {
    test('see nothing of one another', async () => {
      const [one, two] = [await freshTenant(ports()), await freshTenant(ports())];
      const alias = { kind: 'external', key: 'n', stream: 'a' } as const;
      await write(aWrite(one, { a: 0 }, { key: 'k', aliases: [alias] }));
      const read = await ports().store.read({
        tenant: two,
        streams: ['a'],
        idempotency: { actor: 'staff:one', key: 'k' },
        texts: [],
      });
      expect(read.heads.size).toBe(0);
      expect(read.kept).toBeNull();
      expect(await ports().store.events(two, 'a')).toEqual([]);
      expect(await ports().queries.byAlias(two, alias)).toBeNull();
      expect(await ports().audit.streams(two, null, 10)).toEqual([]);
      const same = await write(aWrite(two, { a: 0 }, { key: 'k', aliases: [alias] }));
      expect(same).toEqual({ ok: true });
    });

    test('are created once and listed', async () => {
      const tenant = await freshTenant(ports());
      expect(await ports().store.createTenant(tenant)).toBe(false);
      expect(await ports().store.tenants()).toContain(tenant);
    });

    test.each(['', 'nobody', 'a b', "x'; drop"])('%j is refused by every call', async (tenant) => {
      const { store, queries, vault, audit } = ports();
      const nobody = { posts: [] };
      await expect(readOne(ports(), tenant, 'a')).rejects.toThrow(NoSuchTenant);
      await expect(write(aWrite(tenant, { a: 0 }))).rejects.toThrow(NoSuchTenant);
      await expect(store.now(tenant)).rejects.toThrow(NoSuchTenant);
      await expect(store.events(tenant, 'a')).rejects.toThrow(NoSuchTenant);
      await expect(store.sequence(tenant, 1)).rejects.toThrow(NoSuchTenant);
      await expect(queries.acts(tenant, nobody, 1, null)).rejects.toThrow(NoSuchTenant);
      await expect(vault.looks(tenant, 'a')).rejects.toThrow(NoSuchTenant);
      await expect(audit.streams(tenant, null, 1)).rejects.toThrow(NoSuchTenant);
    });
  });
}
