import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { until } from '../../../test/support/until.ts';
import { accountFor } from './account.ts';
import { SYSTEM_HOME } from './binaries.ts';
import { type Embedded, type EmbeddedOptions, openEmbedded } from './open.ts';
import { alive } from './process.ts';

const OPENER = fileURLToPath(new URL('../../../test/support/opener.ts', import.meta.url));

/** For tests that lose no server: nothing of theirs needs to reach the disk. */
const UNSYNCED = { fsync: 'off' };

let made: string;
beforeAll(async () => {
  made = mkdtempSync(join(tmpdir(), 'shaoying-made-'));
  chmodSync(made, 0o755);
  await (await openEmbedded({ dataDir: made, say: () => {}, settings: UNSYNCED })).stop();
});
afterAll(() => rmSync(made, { recursive: true, force: true }));

/** Puts a copy of a cluster made before in place, so that not every test waits for one. */
function givenCluster(): void {
  mkdirSync(dataDir, { recursive: true });
  const copied = spawnSync('cp', ['-a', join(made, 'postgres'), dataDir]);
  expect(copied.status).toBe(0);
}

let root: string;
let dataDir: string;
let endings: (() => unknown)[];
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'shaoying-crash-'));
  chmodSync(root, 0o755);
  dataDir = join(root, 'data');
  endings = [];
});
afterEach(async () => {
  for (const end of endings.reverse()) await end();
  killServersLeft();
  const note = join(dataDir, 'postgres.location');
  if (existsSync(note)) rmSync(readFileSync(note, 'utf8').trim(), { recursive: true, force: true });
  rmSync(root, { recursive: true, force: true });
});

/** A failed test may leave a server that nobody thinks theirs: known by the folder it works in. */
function killServersLeft(): void {
  const pids = spawnSync('pgrep', ['-x', 'postgres'], { encoding: 'utf8' }).stdout ?? '';
  for (const pid of pids.split('\n').filter((line) => line !== '')) {
    const folder = spawnSync('readlink', [`/proc/${pid}/cwd`], { encoding: 'utf8' }).stdout;
    if (folder?.startsWith(`${root}/`)) spawnSync('kill', ['-QUIT', pid]);
  }
}

async function open(options: Partial<EmbeddedOptions> = {}): Promise<Embedded> {
  const server = await openEmbedded({ dataDir, say: () => {}, settings: UNSYNCED, ...options });
  endings.push(() => server.stop());
  return server;
}

type Opened = { pid: number; startedHere: boolean; url: string };

async function openElsewhere(): Promise<Opened & { process: ChildProcess }> {
  const child = spawn(process.execPath, [OPENER, dataDir], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  endings.push(() => ended(child, 'SIGTERM'));
  const [line] = await once(createInterface(child.stdout), 'line');
  return { ...(JSON.parse(line) as Opened), process: child };
}

async function ended(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = once(child, 'exit');
  child.kill(signal);
  await exit;
}

async function query(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

const gone = (pid: number) => until(() => !alive(pid));

const home = () => join(dataDir, 'postgres');
const lockPath = () => join(home(), 'pgdata', 'postmaster.pid');

describe('an ordinary life', () => {
  test('given nothing, when opened and stopped twice, then made, started, stopped once', async () => {
    const server = await open({ settings: {} });
    expect(server.startedHere).toBe(true);
    expect(await query(server.url, 'SHOW fsync')).toEqual([{ fsync: 'on' }]);
    expect(await query(server.url, 'SHOW data_checksums')).toEqual([{ data_checksums: 'on' }]);
    await Promise.all([server.stop(), server.stop()]);
    expect(alive(server.pid)).toBe(false);
    expect(existsSync(lockPath())).toBe(false);
  });

  test('given a running server, when another opens and stops it, then only the starter ends it', async () => {
    givenCluster();
    const starter = await open();
    const joiner = await openElsewhere();
    expect(joiner).toMatchObject({ pid: starter.pid, startedHere: false });
    await ended(joiner.process, 'SIGTERM');
    expect(await query(starter.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    await starter.stop();
    expect(alive(starter.pid)).toBe(false);
  });

  test('given two openings in one process, then only the first stops it', async () => {
    givenCluster();
    const [first, second] = [await open(), await open()];
    await second.stop();
    expect([first.startedHere, second.startedHere, alive(first.pid)]).toEqual([true, false, true]);
  });
});

describe('kill -9', () => {
  test('of the server: what was acknowledged is there after the next start', async () => {
    givenCluster();
    const server = await open({ settings: {} });
    await query(server.url, 'CREATE TABLE kept (n int)');
    await query(server.url, 'INSERT INTO kept SELECT generate_series(1, 100)');
    process.kill(server.pid, 'SIGKILL');
    await gone(server.pid);
    const next = await open({ settings: {} });
    expect(next.startedHere).toBe(true);
    expect(await query(next.url, 'SELECT count(*)::int AS n FROM kept')).toEqual([{ n: 100 }]);
  });

  test('of the server: its starter brings it back where it was', async () => {
    givenCluster();
    const server = await open({ settings: {} });
    const { pid, url } = server;
    process.kill(pid, 'SIGKILL');
    await gone(pid);
    await server.revive();
    expect(server.pid).not.toBe(pid);
    expect(server.url).toBe(url);
    expect(await query(url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    await server.stop();
    await server.revive();
    expect(alive(server.pid)).toBe(false);
  });

  test('of the starter: the server lives on, and the next to open it takes it over', async () => {
    givenCluster();
    const killed = await openElsewhere();
    await ended(killed.process, 'SIGKILL');
    expect(alive(killed.pid)).toBe(true);
    const next = await open();
    expect(next.pid).toBe(killed.pid);
    expect(next.startedHere).toBe(true);
    await next.stop();
    expect(alive(killed.pid)).toBe(false);
  });

  test('of the starter: who took it over leaves it to those still connected', async () => {
    givenCluster();
    const killed = await openElsewhere();
    const client = new pg.Client({ connectionString: killed.url });
    await client.connect();
    await ended(killed.process, 'SIGKILL');
    await (await open()).stop();
    expect((await client.query('SELECT 1 AS one')).rows).toEqual([{ one: 1 }]);
    await client.end();
    await (await open()).stop();
    expect(alive(killed.pid)).toBe(false);
  });

  test('of the starter in the midst of starting: no server is left that nobody stops', async () => {
    givenCluster();
    await (await open()).stop();
    const child = spawn(process.execPath, [OPENER, dataDir], { stdio: 'ignore' });
    await until(() => existsSync(lockPath()));
    await ended(child, 'SIGKILL');
    const next = await open();
    await next.stop();
    expect(alive(next.pid)).toBe(false);
    expect(existsSync(lockPath())).toBe(false);
  });
});

describe('two at once', () => {
  test('given four openers on an empty folder, then one starts the server and all share it', async () => {
    const openers = await Promise.all([1, 2, 3, 4].map(openElsewhere));
    expect(openers.filter(({ startedHere }) => startedHere)).toHaveLength(1);
    expect(new Set(openers.map(({ pid }) => pid)).size).toBe(1);
    const starter = openers.find(({ startedHere }) => startedHere);
    const others = openers.filter(({ startedHere }) => !startedHere);
    await Promise.all(others.map((other) => ended(other.process, 'SIGTERM')));
    expect(alive(starter?.pid ?? 0)).toBe(true);
    if (starter) await ended(starter.process, 'SIGTERM');
    expect(alive(starter?.pid ?? 0)).toBe(false);
  });
});

describe('a lock file left behind', () => {
  /** A living process of the server's own account that is not a server. */
  function stranger(): ChildProcess {
    const account = accountFor(home());
    const child = spawn('sleep', ['600'], account ? { uid: account.uid, gid: account.gid } : {});
    endings.push(() => ended(child, 'SIGKILL'));
    return child;
  }

  async function leaveLock(pid: number): Promise<void> {
    givenCluster();
    const server = await open();
    const locks = [lockPath(), join(home(), 'socket', '.s.PGSQL.5432.lock')].map((path) => ({
      path,
      lines: readFileSync(path, 'utf8').split('\n').slice(1),
    }));
    await server.stop();
    for (const { path, lines } of locks) writeFileSync(path, [pid, ...lines].join('\n'));
  }

  function changeRecord(change: Record<string, string>): void {
    const file = join(home(), 'starting.json');
    const record: object = JSON.parse(readFileSync(file, 'utf8'));
    writeFileSync(file, JSON.stringify({ ...record, ...change }));
  }

  test('by a process that is gone: starts', async () => {
    const { pid = 0, ...child } = stranger();
    void child;
    await leaveLock(pid);
    await endings.pop()?.();
    expect((await open()).startedHere).toBe(true);
  });

  test('whose number a living stranger now has: starts, and leaves the stranger alone', async () => {
    const { pid = 0 } = stranger();
    await leaveLock(pid);
    expect((await open()).startedHere).toBe(true);
    expect(alive(pid)).toBe(true);
  });

  test('before this machine restarted: starts', async () => {
    const { pid = 0 } = stranger();
    await leaveLock(pid);
    changeRecord({ boot: 'an earlier one' });
    expect((await open()).startedHere).toBe(true);
  });

  test('by another machine: refused, since its server may be alive there', async () => {
    await leaveLock(1);
    changeRecord({ host: 'another-machine' });
    await expect(open()).rejects.toMatchObject({
      code: 'embedded.other-host',
      text: { en: expect.stringContaining('another-machine') },
    });
  });
});

describe('places', () => {
  test('given a path too long for a socket and a busy port, then a free port of this machine', async () => {
    dataDir = join(root, 'x'.repeat(120));
    givenCluster();
    const busy = createServer().listen(0, '127.0.0.1');
    await once(busy, 'listening');
    endings.push(() => new Promise((resolve) => busy.close(resolve)));
    const taken = (busy.address() as { port: number }).port;
    const spare = createServer().listen(0, '127.0.0.1');
    await once(spare, 'listening');
    const free = (spare.address() as { port: number }).port;
    await new Promise((resolve) => spare.close(resolve));
    const ports = [taken, free];
    const server = await open({ freePort: async () => ports.shift() ?? free });
    expect(new URL(server.url)).toMatchObject({ hostname: '127.0.0.1', port: String(free) });
    expect(await query(server.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    const joiner = await openElsewhere();
    expect(joiner.url).toBe(server.url);
  });

  test('given a folder whose name holds blanks, a quote, a comma and Chinese, then it is used as it is', async () => {
    dataDir = join(root, `数据 'a, b`);
    givenCluster();
    const server = await open();
    expect(await query(server.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    expect(existsSync(join(dataDir, 'postgres', 'pgdata'))).toBe(true);
  });

  test('given a closed data folder, then the account is let through it alone', async () => {
    mkdirSync(dataDir, { mode: 0o700 });
    givenCluster();
    const server = await open();
    expect(await query(server.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    expect(existsSync(join(home(), 'pgdata'))).toBe(true);
  });

  test('given a closed folder above it, then as root the data is elsewhere, said, and found again', async () => {
    const closed = join(root, 'closed');
    mkdirSync(closed, { mode: 0o700 });
    dataDir = join(closed, 'data');
    const said: string[] = [];
    const server = await open({ say: (text) => said.push(text.en) });
    await query(server.url, 'CREATE TABLE kept (n int)');
    await server.stop();
    const again = await open();
    expect(await query(again.url, "SELECT to_regclass('kept')::text AS t")).toEqual([
      { t: 'kept' },
    ]);
    const elsewhere = said.some((text) => text.includes(SYSTEM_HOME));
    expect(elsewhere).toBe(process.getuid?.() === 0);
    expect(existsSync(home())).toBe(process.getuid?.() !== 0);
  });

  test('given a cluster in a folder closed since, then it is used or refused, never replaced', async () => {
    const closed = join(root, 'closed');
    mkdirSync(closed);
    dataDir = join(closed, 'data');
    givenCluster();
    chmodSync(closed, 0o700);
    const opening = open();
    if (process.getuid?.() === 0)
      await expect(opening).rejects.toMatchObject({ code: 'embedded.closed' });
    else expect((await opening).startedHere).toBe(true);
    expect(existsSync(join(dataDir, 'postgres.location'))).toBe(false);
  });

  test('given data of another major release, then refused with what to do', async () => {
    givenCluster();
    await (await open()).stop();
    writeFileSync(join(home(), 'pgdata', 'PG_VERSION'), '17\n');
    await expect(open()).rejects.toMatchObject({ code: 'embedded.other-version' });
  });

  test('given a server that cannot start, then its own last words are told', async () => {
    givenCluster();
    await (await open()).stop();
    await expect(open({ settings: { shared_buffers: 'nonsense' } })).rejects.toMatchObject({
      code: 'embedded.start-failed',
      text: { en: expect.stringContaining('shared_buffers') },
    });
  });
});
