import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import type { Text } from '../../core/text.ts';
import { findBinaries } from './binaries.ts';
import { ensureCluster } from './cluster.ts';
import { EmbeddedFault } from './fault.ts';
import { isOrphaned, isOurs, recordStarted, releaseStarted } from './host.ts';
import type { LockFile } from './lockfile.ts';
import { findPlace } from './place.ts';
import { alive } from './process.ts';
import {
  answering,
  type Listening,
  lastWords,
  type Server,
  start,
  stop,
  urlOf,
  whereToListen,
} from './server.ts';
import { readLock, standing } from './standing.ts';

export type EmbeddedOptions = {
  /** The data folder; the cluster is made inside it (or beside it: see place.ts). */
  dataDir: string;
  /** Told what an operator should know, such as data kept elsewhere. */
  say: (text: Text) => void;
  /** Further server settings, for tests. */
  settings?: Record<string, string>;
  /** Chooses a port where no socket can be had; for tests. */
  freePort?: () => Promise<number>;
};

/** An open embedded server. */
export type Embedded = {
  /** The administrator's URL to the product's database; it survives a restart by `revive`. */
  url: string;
  /** The server's process. */
  pid: number;
  /** Whether it is ours to stop. */
  startedHere: boolean;
  /** Starts the server again where it died; otherwise nothing. */
  revive(): Promise<void>;
  /**
   * Stops the server if it is ours to stop; otherwise, and a second time, nothing. Close your own
   * connections first.
   */
  stop(): Promise<void>;
};

const DATABASE = 'shaoying';
/** Losing a race, a port taken at the last moment, a dead server's children still going. */
const ATTEMPTS = 10;

/**
 * Opens the embedded server on a data folder: makes the cluster where there is none, joins the
 * server where one runs, else starts it. Only the starter stops it; a server whose starter died
 * is taken over by the next to open it.
 *
 * @throws EmbeddedFault with a code, and what to do in both languages
 */
export async function openEmbedded(options: EmbeddedOptions): Promise<Embedded> {
  const place = await findPlace(options.dataDir, options.say);
  const binaries = await findBinaries(place.account, options.say);
  await ensureCluster(place, binaries);
  const server: Server = { place, binaries, settings: options.settings ?? {} };
  let running = await startOrJoin(server, () => whereToListen(place.home, options.freePort));
  try {
    await ensureDatabase(urlOf(place.home, running.lock, 'postgres'));
  } catch (error) {
    await stopIfOurs(server, running);
    throw error;
  }
  let stopping: Promise<void> | undefined;
  return {
    url: urlOf(place.home, running.lock, DATABASE),
    get pid() {
      return running.lock.pid;
    },
    get startedHere() {
      return running.opening !== undefined;
    },
    async revive() {
      if (stopping || alive(running.lock.pid)) return;
      const again = listeningOf(running.lock);
      running = await startOrJoin(server, async () => again);
    },
    stop() {
      stopping ??= stopIfOurs(server, running);
      return stopping;
    },
  };
}

/** A running server; `opening` names our claim on it, where it is ours to stop. */
type Running = { lock: LockFile; opening: string | undefined; takenOver: boolean };

async function startOrJoin(server: Server, listen: () => Promise<Listening>): Promise<Running> {
  const { home, account } = server.place;
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    const now = await standing(home, account, server.binaries);
    const running =
      now.at === 'running'
        ? await join(home, now.lock.pid)
        : (await start(server, await listen())) && claim(home, readLock(home), false);
    if (running) return running;
    await pause(100 * attempt);
  }
  throw new EmbeddedFault('embedded.start-failed', {
    zh: `数据库没有启动（${home}）：\n${lastWords(home)}`,
    en: `The database did not start (${home}):\n${lastWords(home)}`,
  });
}

/** Joins a server that runs, and takes it over if its starter is gone. */
async function join(home: string, pid: number): Promise<Running | undefined> {
  const lock = await answering(home, pid);
  if (lock === undefined) return undefined;
  if (isOrphaned(home, pid)) return claim(home, lock, true);
  return { lock, opening: undefined, takenOver: false };
}

function claim(home: string, lock: LockFile | undefined, takenOver: boolean): Running | undefined {
  return lock && { lock, opening: recordStarted(home, lock.pid), takenOver };
}

/** Where it listens: a revived server goes back there, since its URL is in everyone's hands. */
function listeningOf(lock: LockFile): Listening {
  return lock.socketDir ? { on: 'socket', dir: lock.socketDir } : { on: 'port', port: lock.port };
}

async function ensureDatabase(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const found = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [DATABASE]);
    if (found.rowCount === 0) await client.query(`CREATE DATABASE ${DATABASE}`);
  } catch (error) {
    // Two openers at once: 42P04 duplicate_database, 23505 when both reach the catalogue's index.
    if (!['42P04', '23505'].includes((error as { code?: string }).code ?? '')) throw error;
  } finally {
    await client.end();
  }
}

/** A server taken over goes on while others, who came before us, are connected to it. */
async function stopIfOurs(server: Server, running: Running): Promise<void> {
  const { home } = server.place;
  const { lock, opening, takenOver } = running;
  if (opening === undefined || !isOurs(home, lock.pid, opening) || !alive(lock.pid)) return;
  if (takenOver && (await othersConnected(urlOf(home, lock, 'postgres')))) releaseStarted(home);
  else await stop(server);
}

async function othersConnected(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url });
  try {
    await client.connect();
    const others = await client.query(
      "SELECT 1 FROM pg_stat_activity WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()",
    );
    return others.rowCount !== 0;
  } catch {
    // It serves nobody any more, so it is not kept for anybody.
    return false;
  } finally {
    await client.end();
  }
}
