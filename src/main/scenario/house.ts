import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hashPassword } from '../../api/session/passwords.ts';
import type { Instant } from '../../core/process.ts';
import type { Rulebook } from '../../core/rulebook/rulebook.ts';
import type { Calendar } from '../../core/time/index.ts';
import { createCrypto } from '../../engine/crypto.ts';
import { createEngine } from '../../engine/engine.ts';
import { found } from '../../engine/found.ts';
import type { TenantId } from '../../engine/ports.ts';
import { type Verified, verify } from '../../engine/verify/index.ts';
import { startWork } from '../../engine/work.ts';
import { MemoryAccounts } from '../../memory/accounts.ts';
import { createMemory } from '../../memory/index.ts';
import { MemoryTally } from '../../memory/tally.ts';
import type { Guide } from '../../portal/demo.ts';
import { openDatabase } from '../../postgres/database.ts';
import { openPostgres } from '../../postgres/index.ts';
import { migrate } from '../../postgres/migrate.ts';
import { createApp, type Served } from '../app.ts';
import { processes } from '../backend.ts';
import type { Lifecycle } from '../lifecycle.ts';
import type { Scenario } from './file.ts';

export const TENANT: TenantId = 'story';
/** Printed for whoever watches: a story's server holds nothing but the story. */
export const PASSWORD = 'shaoying-story';

/** The stores of a story, whose clock is told. */
export interface Stores extends Omit<Served, 'engine' | 'present' | 'crypto'> {
  readonly audit: Parameters<typeof verify>[0]['audit'];
  setClock(now: Instant): Promise<void>;
}

/** The server a story is played on. */
export interface House {
  readonly origin: string;
  readonly now: Instant;
  /** Lets time pass until then; `meanwhile` is called at each instant at which something fell due. */
  pass(until: Instant, meanwhile: (at: Instant) => Promise<void>): Promise<void>;
  /** Carries out what an act has called for. */
  settle(): Promise<void>;
  verify(): Promise<Verified>;
}

/** Stores in the process: nothing is left of them when it ends. */
export function inMemory(): Stores {
  let now: Instant = 0;
  const memory = createMemory({ now: () => now });
  return {
    ...memory,
    accounts: new MemoryAccounts(),
    tally: new MemoryTally(),
    async setClock(instant) {
      now = instant;
    },
  };
}

/** A PostgreSQL server of the story's own, in a folder that goes when it ends. */
export async function inPostgres(life: Lifecycle): Promise<Stores> {
  const dataDir = await mkdtemp(join(tmpdir(), 'shaoying-scenario-'));
  await life.started('files', () => rm(dataDir, { recursive: true, force: true }));
  // What is said of where data lie is no news here: they go with the story.
  const database = await openDatabase({ url: undefined, dataDir, say: () => {} });
  await life.started('database', database.close);
  await migrate(database.url);
  return onDatabase(database.url, life);
}

/** A migrated database, empty until now. */
export async function onDatabase(url: string, life: Lifecycle): Promise<Stores> {
  const postgres = openPostgres({ url, testClock: true });
  await life.started('connections', postgres.close);
  return { ...postgres, setClock: (now) => postgres.store.setTestClock(TENANT, now) };
}

export interface Setting {
  readonly scenario: Scenario;
  readonly rulebook: Rulebook;
  readonly calendar: Calendar;
  readonly begins: Instant;
  readonly guide: Guide | null;
  /** 0 for any that is free. */
  readonly port?: number;
}

/** Founds the rulebook's institution under a test clock and opens its doors. */
export async function openHouse(
  stores: Stores,
  { scenario, rulebook, calendar, begins, guide, port = 0 }: Setting,
  life: Lifecycle,
): Promise<House> {
  const { store } = stores;
  const crypto = createCrypto(new Uint8Array(randomBytes(32)));
  const engine = createEngine({ store, crypto, processes });
  let now = begins;
  const setClock = async (instant: Instant) => {
    await stores.setClock(instant);
    now = instant;
  };
  await store.createTenant(TENANT);
  await setClock(begins);
  const evidence = '情景演示 · a story';
  await found({ engine, store, crypto }, { tenant: TENANT, rulebook, calendar, evidence });
  await openAccounts(stores, scenario);

  const app = await createApp(
    { ...stores, crypto, engine, present: engine.present },
    {
      tenant: TENANT,
      guide,
      logging: { level: 'silent' },
      trustProxy: '',
      limits: { signIn: 1_000, requests: 100_000 },
    },
  );
  await app.listen({ port, host: '127.0.0.1' });
  await life.started('http', () => app.close());
  if (guide !== null) {
    // Whoever watches acts at the story's last instant, by which the worker rests as well.
    const worker = startWork(engine, store, { now: () => now });
    await life.started('worker', () => worker.stop());
  }

  const settle = async (): Promise<void> => {
    for (;;) {
      const { clocks, reactions, recomputed } = await engine.tick();
      const [fault] = [clocks, reactions, recomputed].flatMap(({ failed }) => failed);
      if (fault !== undefined) throw fault.error;
      const [stuck] = clocks.refused;
      if (stuck !== undefined) throw new Error(`a clock did not fire: ${JSON.stringify(stuck)}`);
      if (clocks.done + reactions.done === 0) return;
    }
  };
  return {
    origin: `http://localhost:${(app.server.address() as AddressInfo).port}`,
    get now() {
      return now;
    },
    settle,
    async pass(until, meanwhile) {
      for (;;) {
        const due = await store.nextDue();
        if (due === null || due > until) break;
        await setClock(Math.max(now, due));
        await settle();
        if ((await store.nextDue()) === due) throw new Error(`a clock due at ${due} does not fire`);
        await meanwhile(now);
      }
      await setClock(Math.max(now, until));
    },
    async verify() {
      await settle();
      await engine.checkpoint();
      return await verify({ ...stores, crypto, processes }, TENANT);
    },
  };
}

/** A login for each actor with a post, and one for the teller. */
async function openAccounts({ accounts }: Stores, { actors, teller }: Scenario): Promise<void> {
  const password = await hashPassword(PASSWORD);
  const logins = [
    ...Object.entries(actors).flatMap(([login, { unit, role }]) =>
      unit === undefined || role === undefined ? [] : [{ login, post: { unit, role } }],
    ),
    { login: TELLER, post: teller },
  ];
  for (const { login, post } of logins) {
    const account = { id: login, login, password, posts: [post], disabled: false };
    await accounts.create(TENANT, account);
  }
}

export const TELLER = 'story-teller';
