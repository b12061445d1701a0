import { describe, expect, test } from 'vitest';
import { firstBreak, genesis } from '../../src/engine/chain.ts';
import type { Request } from '../../src/engine/request.ts';
import { crypto, freshTenant, type Harness, HOUR, T0, toyEngine } from './harness.ts';
import { toy } from './toy.ts';

/** The same few stories through the engine, whatever store lies under it. */
export function engineContract(ports: () => Harness): void {
  const staff = {
    kind: 'staff',
    account: 'one',
    post: { unit: 'here', role: 'unit_handler' },
  } as const;
  const open = (tenant: string, stream: string, more: Partial<Request> = {}): Request => ({
    tenant,
    process: 'toy',
    stream,
    actor: staff,
    command: { type: 'open', data: { title: stream, dueAt: null, number: null, words: null } },
    expectedVersion: 0,
    ...more,
  });
  const ask = (
    tenant: string,
    stream: string,
    type: string,
    data: object,
    at: number,
  ): Request => ({
    ...open(tenant, stream),
    command: { type, data },
    expectedVersion: at,
  });

  describe('through the engine', () => {
    test('a story is kept as a chain that replays', async () => {
      const tenant = await freshTenant(ports());
      const engine = toyEngine(ports());
      await engine.execute(open(tenant, 'a', { private: { words: '楼道灯坏了' } }));
      const noted = await engine.execute(ask(tenant, 'a', 'note', { words: null }, 1));
      expect(noted).toEqual({ accepted: true, versions: { a: 2 }, replayed: false });
      const events = await ports().store.events(tenant, 'a');
      expect(firstBreak(crypto.hash, genesis(crypto.hash, tenant, 'toy', 'a'), events)).toBeNull();
      expect(events.map((event) => JSON.parse(event.bytes).type)).toEqual(['Opened', 'Noted']);
      expect(JSON.stringify(events)).not.toContain('楼道');
    });

    test('an answer under a key is given again', async () => {
      const tenant = await freshTenant(ports());
      const engine = toyEngine(ports());
      const request = open(tenant, 'a', { key: 'k', private: { words: '一' } });
      expect(await engine.execute(request)).toMatchObject({ accepted: true, replayed: false });
      expect(await engine.execute(request)).toMatchObject({ accepted: true, replayed: true });
      const other = await engine.execute({ ...request, private: { words: '二' } });
      expect(other).toMatchObject({ refusal: { code: 'engine.key-reused' } });
    });

    test('a human who saw an older version is told so', async () => {
      const tenant = await freshTenant(ports());
      const engine = toyEngine(ports());
      await engine.execute(open(tenant, 'a'));
      const both = await Promise.all([
        engine.execute(ask(tenant, 'a', 'note', { words: null }, 1)),
        engine.execute(ask(tenant, 'a', 'finish', {}, 1)),
      ]);
      expect(both.filter((answer) => answer.accepted)).toHaveLength(1);
      expect(both).toContainEqual({
        accepted: false,
        refusal: { code: 'engine.changed-since-seen', params: { seen: 1, now: 2 } },
        replayed: false,
      });
    });

    test('a clock that fell due while nobody looked fires once, at its true due time', async () => {
      const tenant = await freshTenant(ports());
      const engine = toyEngine(ports());
      const data = { title: 'a', dueAt: T0 + HOUR, number: null, words: null };
      await engine.execute(open(tenant, 'a', { command: { type: 'open', data } }));
      await ports().setNow(tenant, T0 + 9 * HOUR);
      await Promise.all([engine.tick(), engine.tick()]);
      await engine.tick();
      const breaches = (await ports().store.events(tenant, 'a')).slice(1);
      expect(breaches).toMatchObject([
        { type: 'Breached', occurredAt: T0 + HOUR, recordedAt: T0 + 9 * HOUR },
      ]);
    });

    test('what an act calls for elsewhere happens once, its texts re-sealed there', async () => {
      const tenant = await freshTenant(ports());
      const engine = toyEngine(ports());
      await engine.execute(open(tenant, 'a', { private: { words: '请转告' } }));
      await engine.execute(open(tenant, 'b'));
      await engine.execute(ask(tenant, 'a', 'send', { to: 'b' }, 1));
      await Promise.all([engine.tick(), engine.tick(), engine.tick()]);
      const events = await ports().store.events(tenant, 'b');
      expect(events.map(({ type }) => type)).toEqual(['Opened', 'Heard']);
      const { ref } = JSON.parse(events[1]?.bytes ?? '{}').data.words;
      const [row] = await ports().vault.open(tenant, [{ stream: 'b', ref }], []);
      if (row === undefined) throw new Error('nothing copied');
      expect(crypto.unseal(crypto.unwrap(row.key), row.alg, row.ciphertext).text).toBe('请转告');
    });

    test('a limit and a number taken by another are refusals', async () => {
      const tenant = await freshTenant(ports());
      const engine = toyEngine(ports());
      const data = { title: 'a', dueAt: null, number: 'N-1', words: null };
      await engine.execute(open(tenant, 'a', { command: { type: 'open', data } }));
      const twice = await engine.execute(open(tenant, 'b', { command: { type: 'open', data } }));
      expect(twice).toMatchObject({
        refusal: { code: 'engine.alias-taken', params: { kind: 'external', stream: 'a' } },
      });
      await engine.execute(open(tenant, 'c'));
      const seat = { place: 'seat', limit: 1 };
      await engine.execute(ask(tenant, 'a', 'occupy', seat, 1));
      const full = await engine.execute(ask(tenant, 'c', 'occupy', seat, 1));
      expect(full).toMatchObject({
        refusal: { code: 'engine.limit-reached', params: { name: 'seat' } },
      });
    });

    test('events that this release does not know stop it', async () => {
      const tenant = await freshTenant(ports());
      await toyEngine(ports()).execute(open(tenant, 'a'));
      await toyEngine(ports()).execute(ask(tenant, 'a', 'note', { words: null }, 1));
      const { Noted: _, ...vocabulary } = toy.vocabulary;
      const older = { ...toy, vocabulary, stateVersion: 0 };
      const engine = toyEngine(ports(), [older]);
      const next = engine.execute(ask(tenant, 'a', 'finish', {}, 2));
      await expect(next).rejects.toThrow(/does not know the event Noted/);
    });
  });
}
