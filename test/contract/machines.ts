import { describe, expect, test } from 'vitest';
import type { Clock } from '../../src/core/clock/clock.ts';
import { clockKey } from '../../src/engine/keys.ts';
import {
  aListRow,
  aWrite,
  everything,
  freshTenant,
  type Harness,
  HOUR,
  MINUTE,
  T0,
} from './harness.ts';

export function machineContract(ports: () => Harness): void {
  const withClocks = (clocks: readonly Clock[]) => ({
    projection: { list: aListRow, clocks, acts: [] },
  });

  describe('due clocks', () => {
    const due = async (tenant: string) =>
      (await ports().store.dueClocks(10_000)).filter((clock) => clock.tenant === tenant);

    test('are those running, unbreached and due by the tenant’s now, the earliest first', async () => {
      const tenant = await freshTenant(ports());
      const clocks = [
        aClock('late', { dueAt: T0 + 2 * MINUTE }),
        aClock('early', { dueAt: T0 + MINUTE, revision: 4 }),
        aClock('now', { dueAt: T0 + 3 * MINUTE }),
        aClock('not-yet', { dueAt: T0 + 3 * MINUTE + 1 }),
        aClock('suspended', { dueAt: T0, status: 'suspended' }),
        aClock('met', { dueAt: T0, status: 'met' }),
        aClock('breached', { dueAt: T0, breachedAt: T0 }),
      ];
      await ports().store.write(aWrite(tenant, { a: 0 }, withClocks(clocks)));
      expect(await due(tenant)).toEqual([]);
      await ports().setNow(tenant, T0 + 3 * MINUTE);
      expect((await due(tenant)).map(({ clock }) => clock)).toEqual(['early', 'late', 'now']);
      expect((await due(tenant))[0]).toEqual({
        tenant,
        stream: 'a',
        process: 'toy',
        clock: 'early',
        revision: 4,
        dueAt: T0 + MINUTE,
      });
    });

    test('fire once for each revision, whether the firing was accepted or refused', async () => {
      const tenant = await freshTenant(ports());
      const fire = (revision: number, expected: number) =>
        aWrite(
          tenant,
          { a: expected },
          { actor: 'machine:tick', key: clockKey('a', 'c', revision), ...withClocks([clock(2)]) },
        );
      const clock = (revision: number) => aClock('c', { dueAt: T0, revision });
      await ports().store.write(aWrite(tenant, { a: 0 }, withClocks([clock(1)])));
      expect(await due(tenant)).toHaveLength(1);
      await ports().store.write({ ...fire(1, 1), streams: [] });
      expect(await due(tenant)).toEqual([]);
      await ports().store.write(aWrite(tenant, { a: 1 }, withClocks([clock(2)])));
      expect((await due(tenant)).map(({ revision }) => revision)).toEqual([2]);
      await ports().store.write(fire(2, 2));
      expect(await due(tenant)).toEqual([]);
    });

    test('go with the row: a rewritten stream has the clocks it was written with', async () => {
      const tenant = await freshTenant(ports());
      await ports().store.write(aWrite(tenant, { a: 0 }, withClocks([aClock('c', { dueAt: T0 })])));
      await ports().store.write(aWrite(tenant, { a: 1 }, withClocks([])));
      expect(await due(tenant)).toEqual([]);
    });

    test('tell the earliest instant to wake up for', async () => {
      const tenant = await freshTenant(ports());
      const ages = Date.UTC(1990, 0, 1);
      await ports().store.write(
        aWrite(tenant, { a: 0 }, withClocks([aClock('c', { dueAt: ages })])),
      );
      expect(await ports().store.nextDue()).toBe(ages);
      await ports().store.write(aWrite(tenant, { a: 1 }, withClocks([])));
      expect((await ports().store.nextDue()) ?? T0).toBeGreaterThan(ages);
    });
  });

  test('streams whose clocks lean on an unpublished year are found, page by page', async () => {
    const tenant = await freshTenant(ports());
    const { store } = ports();
    const put = (stream: string, ...clocks: readonly Clock[]) =>
      store.write(aWrite(tenant, { [stream]: 0 }, withClocks(clocks)));
    const open = { provisional: true, dueAt: T0 + HOUR };
    await put('b', aClock('x'), aClock('y', { ...open, status: 'suspended' }));
    await put('ended', aClock('x', { ...open, status: 'met', endedAt: T0 }));
    await put('sure', aClock('x'));
    await put('a', aClock('x', open), aClock('y', open));
    const [a, b] = ['a', 'b'].map((stream) => ({ stream, process: 'toy' }));
    expect(await store.provisional(tenant, null, 10)).toEqual([a, b]);
    expect(await store.provisional(tenant, null, 1)).toEqual([a]);
    expect(await store.provisional(tenant, 'a', 10)).toEqual([b]);
  });

  describe('reactions', () => {
    const pending = async (tenant: string) =>
      (await ports().store.pendingReactions(10_000)).filter((row) => row.tenant === tenant);
    const reaction = {
      process: 'toy',
      stream: 'b',
      command: { type: 'hear', data: { from: 'a', words: null } },
      copies: { words: { stream: 'a', ref: 'r1' } },
    };
    const queued = [
      { id: 'a/1/0', reaction },
      { id: 'a/1/1', reaction: { ...reaction, stream: 'c' } },
    ];
    const refusal = { code: 'toy.not-open', params: { status: 'none' } };

    test('wait in the order they were written, once', async () => {
      const tenant = await freshTenant(ports());
      await ports().store.write(aWrite(tenant, { a: 0 }, { reactions: queued }));
      await ports().store.write(
        aWrite(tenant, { b: 0 }, { reactions: [{ id: 'b/1/0', reaction }] }),
      );
      expect((await pending(tenant)).map(({ id }) => id)).toEqual(['a/1/0', 'a/1/1', 'b/1/0']);
      expect((await pending(tenant))[0]).toEqual({ tenant, id: 'a/1/0', reaction });
    });

    test('are done with the write that carries them out', async () => {
      const tenant = await freshTenant(ports());
      await ports().store.write(aWrite(tenant, { a: 0 }, { reactions: queued }));
      const settles = { reaction: 'a/1/0', parked: null };
      const stale = await ports().store.write(aWrite(tenant, { b: 7 }, { settles }));
      expect(stale.ok).toBe(false);
      expect(await pending(tenant)).toHaveLength(2);
      await ports().store.write(aWrite(tenant, { b: 0 }, { settles }));
      expect((await pending(tenant)).map(({ id }) => id)).toEqual(['a/1/1']);
      expect(await ports().queries.parked(tenant, 10)).toEqual([]);
    });

    test('are parked with their refusal, in plain view', async () => {
      const tenant = await freshTenant(ports());
      await ports().store.write(aWrite(tenant, { a: 0 }, { reactions: queued }));
      const settles = { reaction: 'a/1/0', parked: refusal };
      await ports().store.write(aWrite(tenant, {}, { settles }));
      await ports().store.parkReaction(tenant, 'a/1/1', refusal);
      expect(await pending(tenant)).toEqual([]);
      const parked = await ports().queries.parked(tenant, 10);
      expect(parked.map(({ id }) => id)).toEqual(['a/1/0', 'a/1/1']);
      expect(parked[0]).toEqual({ tenant, id: 'a/1/0', reaction, refusal });
      expect(await ports().queries.parked(tenant, 1)).toHaveLength(1);
    });
  });

  describe('the sequencer', () => {
    test('gives gap-free positions, each stream in order, while writers write', async () => {
      const tenant = await freshTenant(ports());
      let writing = true;
      const writer = async (name: string) => {
        for (let version = 0; version < 12; version++) {
          const result = await ports().store.write(aWrite(tenant, { [name]: version }));
          expect(result).toEqual({ ok: true });
        }
      };
      const sequencer = async () => {
        while (writing) await ports().store.sequence(tenant, 5);
      };
      const sequencers = Promise.all([sequencer(), sequencer()]);
      await Promise.all(Array.from({ length: 6 }, (_, i) => writer(`s${i}`)));
      writing = false;
      await sequencers;
      while ((await ports().store.sequence(tenant, 100)) > 0);

      const rows = await everything(ports(), tenant);
      expect(rows.map(({ position }) => position)).toEqual(
        Array.from({ length: 72 }, (_, i) => i + 1),
      );
      for (let i = 0; i < 6; i++) {
        const own = rows.filter(({ event }) => event.stream === `s${i}`);
        expect(own.map(({ event }) => event.version)).toEqual(
          Array.from({ length: 12 }, (_, k) => k + 1),
        );
      }
    });

    test('hands out what follows a position, whole', async () => {
      const tenant = await freshTenant(ports());
      const request = aWrite(tenant, { a: 0 }, { count: 4 });
      await ports().store.write(request);
      expect(await everything(ports(), tenant)).toEqual([]);
      expect(await ports().store.lastPosition(tenant)).toBe(0);
      expect(await ports().store.sequence(tenant, 3)).toBe(3);
      expect(await ports().store.lastPosition(tenant)).toBe(3);
      expect(await ports().store.sequence(tenant, 3)).toBe(1);
      expect(await ports().store.sequence(tenant, 3)).toBe(0);
      const rows = await ports().store.sequenced(tenant, 1, 2);
      expect(rows).toEqual([
        { position: 2, event: request.streams[0]?.events[1] },
        { position: 3, event: request.streams[0]?.events[2] },
      ]);
    });

    test('counts each tenant’s positions for itself', async () => {
      const [one, two] = [await freshTenant(ports()), await freshTenant(ports())];
      await ports().store.write(aWrite(one, { a: 0 }, { count: 2 }));
      await ports().store.write(aWrite(two, { a: 0 }));
      await ports().store.sequence(one, 10);
      await ports().store.sequence(two, 10);
      expect((await everything(ports(), two)).map(({ position }) => position)).toEqual([1]);
    });
  });

  test('a checkpoint follows the last one or is not kept', async () => {
    const tenant = await freshTenant(ports());
    const { store } = ports();
    const first = { from: 0, position: 5, hash: 'sha256:00', at: T0 };
    const second = { from: 5, position: 9, hash: 'sha256:01', at: T0 + HOUR };
    expect(await store.lastCheckpoint(tenant)).toBeNull();
    expect(await store.keepCheckpoint(tenant, second)).toBe(false);
    expect(await store.keepCheckpoint(tenant, first)).toBe(true);
    expect(await store.keepCheckpoint(tenant, first)).toBe(false);
    expect(await store.keepCheckpoint(tenant, second)).toBe(true);
    expect(await store.lastCheckpoint(tenant)).toEqual(second);
    expect(await store.checkpoints(tenant)).toEqual([first, second]);
  });

  test('documents are kept by their hash, once', async () => {
    const tenant = await freshTenant(ports());
    const { store } = ports();
    const law = { hash: 'sha256:aa', kind: 'rulebook', body: '{"名":"规则库"}' } as const;
    await store.write(aWrite(tenant, { institution: 0 }, { documents: [law] }));
    const more = { institutionVersion: 1, documents: [law] };
    expect(await store.write(aWrite(tenant, { institution: 1 }, more))).toEqual({ ok: true });
    expect(await store.documents(tenant, ['sha256:aa', 'sha256:bb'])).toEqual([law]);
  });

  test('an audit sees every stream whole, in byte order, page by page', async () => {
    const tenant = await freshTenant(ports());
    const names = ['a', 'B', '中', '\u{1f4a1}', '\uff5e'];
    const clock = aClock('c', { dueAt: T0 });
    const acts = [
      {
        act: 'toy.finish',
        unit: 'u',
        role: 'unit_handler',
        clock: 'c',
        startedAt: T0,
        dueAt: T0 + HOUR,
        first: true,
      },
      { act: 'toy.call', unit: 'u', role: 'dispatcher', startedAt: T0, dueAt: null, first: false },
    ] as const;
    const projection = { list: aListRow, clocks: [clock], acts };
    const requests = names.map((name) => aWrite(tenant, { [name]: 0 }, { projection }));
    for (const request of requests) await ports().store.write(request);

    const look = {
      stream: 'a',
      ref: 'r',
      field: 'words',
      actor: { kind: 'person', case: 'a' },
      purpose: '本人查看',
      at: T0,
    } as const;
    await ports().vault.open(tenant, [], [look]);

    const first = await ports().audit.streams(tenant, null, 3);
    const second = await ports().audit.streams(tenant, first.at(-1)?.stream ?? null, 3);
    const seen = [...first, ...second];
    // By UTF-8 bytes; by UTF-16 units the lamp would come before the wave dash.
    expect(seen.map(({ stream }) => stream)).toEqual(['B', 'a', '中', '\uff5e', '\u{1f4a1}']);
    const { id, kind, unit, startedAt, dueAt, legalDueAt, provisional, status } = clock;
    const { breachedAt, endedAt, revision } = clock;
    const row = { id, kind, unit, startedAt, dueAt, legalDueAt, provisional, status };
    expect(seen[1]).toEqual({
      stream: 'a',
      head: (
        await ports().store.read({ tenant, streams: ['a'], idempotency: null, texts: [] })
      ).heads.get('a'),
      events: requests[0]?.streams[0]?.events,
      list: aListRow,
      clocks: [{ ...row, breachedAt, endedAt, revision }],
      acts,
      looks: [look],
    });
  });
}

export function aClock(id: string, more: Partial<Clock> = {}): Clock {
  return {
    id,
    kind: 'reply',
    unit: 'bureau-1',
    startedAt: T0 - HOUR,
    duration: { n: 1, unit: 'hour' },
    legal: null,
    target: null,
    calendar: { id: 'cn', version: '2026' },
    citation: { text: { zh: '示例', en: 'illustrative' }, illustrative: true },
    dueAt: T0,
    legalDueAt: T0 + HOUR,
    provisional: false,
    suspensions: [],
    extensions: [],
    status: 'running',
    breachedAt: null,
    endedAt: null,
    revision: 1,
    ...more,
  };
}
