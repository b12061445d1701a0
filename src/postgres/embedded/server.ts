import { readFileSync, renameSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { connectionUrl } from '../url.ts';
import type { Binaries } from './binaries.ts';
import { ADMIN, adminPassword } from './cluster.ts';
import { EmbeddedFault } from './fault.ts';
import { recordStarting } from './host.ts';
import type { LockFile } from './lockfile.ts';
import type { Place } from './place.ts';
import { alive } from './process.ts';
import { run } from './run.ts';
import { freeSocket, readLock } from './standing.ts';

/** A server's cluster, programs and start-up settings. */
export type Server = { place: Place; binaries: Binaries; settings: Record<string, string> };

/** How long a start (recovery included), or a stop with everyone disconnected, may take. */
const WAIT_S = 300;
const LOG_LIMIT = 5_000_000;
/** The kernel's bound on a Unix socket's path, its closing zero apart (macOS allows four less). */
const SOCKET_PATH_LIMIT = process.platform === 'linux' ? 107 : 103;

/** Where a cluster listens: a socket in its own closed folder, or a port of this machine alone. */
export type Listening = { on: 'socket'; dir: string } | { on: 'port'; port: number };

/** A socket unless its path is too long for the kernel; then a port nobody uses now. */
export async function whereToListen(home: string, freePort = findFreePort): Promise<Listening> {
  const dir = join(home, 'socket');
  const path = join(dir, '.s.PGSQL.5432');
  if (process.platform !== 'win32' && Buffer.byteLength(path) <= SOCKET_PATH_LIMIT)
    return { on: 'socket', dir };
  return { on: 'port', port: await freePort() };
}

/**
 * Starts the server and waits until it answers.
 *
 * @returns false where it did not start: another starter was first, or the port was just taken
 */
export async function start(server: Server, listening: Listening): Promise<boolean> {
  const { home, account } = server.place;
  const log = join(home, 'postgres.log');
  if ((statSync(log, { throwIfNoEntry: false })?.size ?? 0) > LOG_LIMIT)
    renameSync(log, `${log}.1`);
  recordStarting(home);
  freeSocket(home);
  const options = Object.entries({ ...server.settings, ...listenSettings(listening) })
    .map(([name, value]) => `-c ${name}=${shellQuoted(value)}`)
    .join(' ');
  const started = await run(
    account,
    server.binaries.pgCtl,
    [
      'start',
      `--pgdata=${join(home, 'pgdata')}`,
      `--log=${log}`,
      `--options=${options}`,
      '--wait',
      `--timeout=${WAIT_S}`,
    ],
    'ignored',
  );
  return started.code === 0;
}

function listenSettings(listening: Listening): Record<string, string> {
  if (listening.on === 'port')
    return {
      listen_addresses: '127.0.0.1',
      port: String(listening.port),
      unix_socket_directories: '',
    };
  const quoted = `"${listening.dir.replaceAll('"', '""')}"`;
  return { listen_addresses: '', port: '5432', unix_socket_directories: quoted };
}

function shellQuoted(value: string): string {
  return `'${value.replaceAll("'", "'\\''")}'`;
}

function findFreePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.on('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

/**
 * Waits for a server somebody else may still be starting.
 *
 * @returns nothing where it ended meanwhile
 */
export async function answering(home: string, pid: number): Promise<LockFile | undefined> {
  for (let waited = 0; waited < WAIT_S * 10; waited += 1) {
    const lock = readLock(home);
    if (lock?.pid !== pid || !alive(pid)) return undefined;
    if (lock.ready && (await answers(urlOf(home, lock, 'postgres')))) return lock;
    await pause(100);
  }
  throw new EmbeddedFault('embedded.not-answering', {
    zh: `数据库进程 ${pid} 没有应答（日志：${join(home, 'postgres.log')}）：请再次运行；若仍如此，请先结束该进程。`,
    en: `The database's process ${pid} does not answer (log: ${join(home, 'postgres.log')}): run this again; if that does not help, end that process first.`,
  });
}

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  // A server that dies while we say goodbye tells us here; whether it answered is all we ask.
  client.on('error', () => {});
  try {
    await client.connect();
    await client.end();
    return true;
  } catch {
    return false;
  }
}

/** The administrator's URL to one of the cluster's databases. */
export function urlOf(home: string, lock: LockFile, database: string): string {
  const password = adminPassword(home);
  const at = lock.socketDir ? { socketDir: lock.socketDir } : { host: lock.address };
  return connectionUrl({ user: ADMIN, password, database, port: lock.port, ...at });
}

/**
 * Disconnects everyone, checkpoints and ends the server; where that takes too long, ends it at
 * once: nothing acknowledged is lost, the next start only takes longer.
 */
export async function stop({ place, binaries }: Server): Promise<void> {
  const pgdata = `--pgdata=${join(place.home, 'pgdata')}`;
  const pid = readLock(place.home)?.pid;
  for (const mode of ['fast', 'immediate']) {
    const args = ['stop', pgdata, `--mode=${mode}`, '--wait', `--timeout=${WAIT_S}`];
    if ((await run(place.account, binaries.pgCtl, args)).code === 0) return gone(pid);
    if (readLock(place.home) === undefined) return;
  }
  throw new EmbeddedFault('embedded.stop-failed', {
    zh: `数据库没有停止（${place.home}）：请查看其中的 postgres.log，并结束 postmaster.pid 第一行所列进程。`,
    en: `The database did not stop (${place.home}): see postgres.log there, and end the process on the first line of postmaster.pid.`,
  });
}

/** It is said to have stopped when its lock is gone, which is the last but one thing it does. */
async function gone(pid: number | undefined): Promise<void> {
  while (pid !== undefined && alive(pid)) await pause(5);
}

/** The end of the server's own log, where a failed start says why. */
export function lastWords(home: string): string {
  try {
    return readFileSync(join(home, 'postgres.log'), 'utf8').trim().split('\n').slice(-5).join('\n');
  } catch {
    return '';
  }
}
