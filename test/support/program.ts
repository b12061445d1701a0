import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, readdirSync, readlinkSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { NODE_FLAGS } from '../../scripts/node24.mjs';
import { type Backend, openBackend } from '../../src/main/backend.ts';
import { readConfig } from '../../src/main/config.ts';
import { Lifecycle } from '../../src/main/lifecycle.ts';
import { alive } from '../../src/postgres/embedded/process.ts';
import { readLock } from '../../src/postgres/embedded/standing.ts';
import { until } from './until.ts';

const PROGRAM = fileURLToPath(new URL('../../src/main/run.mjs', import.meta.url));

/** How a process ended: its exit code, or the signal that ended it. */
export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly output: string;
}

/**
 * The program as an operator runs it, in processes of its own, on a data folder and a master key of
 * its own. Everything it may leave behind is removed by `remove`.
 */
export class Program {
  readonly root = mkdtempSync(join(tmpdir(), 'shaoying-program-'));
  readonly #env: NodeJS.ProcessEnv;
  #server: ChildProcess | undefined;
  #ended: Promise<Ended> | undefined;
  #ready: Promise<void> | undefined;
  /** Where the server listens, or last listened. */
  port = 0;

  constructor(env: NodeJS.ProcessEnv = {}) {
    // The database's account must get through.
    chmodSync(this.root, 0o755);
    const { DATABASE_URL: _, ...inherited } = process.env;
    this.#env = {
      ...inherited,
      PORT: '0',
      SHAOYING_DATA: join(this.root, 'data'),
      SHAOYING_KEY_FILE: join(this.root, 'master.key'),
      ...env,
    };
  }

  /** Begins to serve; `ready` tells when it does. */
  start(...args: readonly string[]): void {
    const server = this.#spawn('serve', ...args);
    this.#server = server;
    this.#ended = endOf(server);
    this.#ready = portOf(server, this.#ended).then((port) => {
      this.port = port;
    });
    // Who kills it while it starts need not wait for it.
    this.#ready.catch(() => {});
  }

  /** @throws Error, with what it said, where it ended instead */
  async ready(): Promise<void> {
    await this.#ready;
  }

  /** @throws Error, with what it said, where the server ended of itself */
  async checkAlive(): Promise<void> {
    if (!alive(this.pid)) throw new Error(`the server ended:\n${(await this.ended()).output}`);
  }

  get pid(): number {
    return this.#server?.pid ?? 0;
  }

  /**
   * Signals the server's process, or everybody in its group, as a terminal does.
   *
   * @returns false where it has ended and nobody is left to hear it
   */
  signal(signal: NodeJS.Signals, to: 'process' | 'group' = 'process'): boolean {
    try {
      return process.kill(to === 'group' ? -this.pid : this.pid, signal);
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'ESRCH') return false;
      throw error;
    }
  }

  async ended(): Promise<Ended> {
    if (this.#ended === undefined) throw new Error('never started');
    return this.#ended;
  }

  /** kill -9, to the server alone: its database lives on. */
  async kill(): Promise<void> {
    this.signal('SIGKILL');
    await this.ended();
  }

  /** The database's first process, or nothing while none runs: its lock may name a stranger. */
  get postmaster(): number | undefined {
    const pid = readLock(join(this.root, 'data', 'postgres'))?.pid;
    return pid !== undefined && this.left().includes(pid) ? pid : undefined;
  }

  /** Another command of the program, beside the server or by itself, to its end. */
  run(...args: readonly string[]): Promise<Ended> {
    return endOf(this.#spawn(...args));
  }

  /** The program's inside on the same data, beside the server or by itself. */
  async inside<T>(work: (backend: Backend) => Promise<T>): Promise<T> {
    const life = new Lifecycle();
    try {
      return await work(await openBackend(readConfig(this.#env), life));
    } finally {
      await life.end();
    }
  }

  /** Processes at work in the data folder: the database's, dead ones apart. */
  left(): readonly number[] {
    return readdirSync('/proc')
      .map(Number)
      .filter((pid) => pid > 0 && alive(pid) && folderOf(pid).startsWith(`${this.root}/`));
  }

  /** Ends whatever a failed test left, and removes the data. */
  async remove(): Promise<void> {
    for (const pid of [this.pid, this.postmaster ?? 0]) if (pid > 0 && alive(pid)) kill(pid);
    await until(() => this.left().length === 0);
    rmSync(this.root, { recursive: true, force: true });
  }

  #spawn(...args: readonly string[]): ChildProcess {
    return spawn(process.execPath, [...NODE_FLAGS, PROGRAM, ...args], {
      env: this.#env,
      stdio: ['ignore', 'pipe', 'pipe'],
      // A group of its own, apart from the test's.
      detached: true,
    });
  }
}

function kill(pid: number): void {
  process.kill(pid, 'SIGKILL');
}

function folderOf(pid: number): string {
  try {
    return readlinkSync(`/proc/${pid}/cwd`);
  } catch {
    return '';
  }
}

async function endOf(child: ChildProcess): Promise<Ended> {
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding('utf8').on('data', (chunk: string) => {
      output += chunk;
    });
  const [code, signal] = await once(child, 'close');
  return { code, signal, output };
}

/** The port it says it is ready on. */
function portOf(server: ChildProcess, ended: Promise<Ended>): Promise<number> {
  const told = new Promise<number>((resolve) => {
    let said = '';
    server.stderr?.on('data', (chunk: string) => {
      said += chunk;
      const port = /http:\/\/localhost:(\d+)\//.exec(said)?.[1];
      if (port !== undefined) resolve(Number(port));
    });
  });
  const instead = ended.then(({ code, signal, output }) => {
    throw new Error(`it ended with ${code ?? signal} before it was ready:\n${output}`);
  });
  return Promise.race([told, instead]);
}
