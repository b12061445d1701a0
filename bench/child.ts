import { fork } from 'node:child_process';
import { chmodSync, mkdtempSync, readdirSync, readFileSync, readlinkSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { NODE_FLAGS } from '../scripts/node24.mjs';
import type { Asked, Opened } from './server.ts';

/** A server of `server.ts`, in a process of its own. */
export interface Child {
  readonly opened: Opened;
  ask(what: Asked): Promise<unknown>;
  memoryMiB(): number;
  /** Processor time so far, the server's and its own database's together, in milliseconds. */
  cpuMs(): number;
  end(): Promise<void>;
}

/**
 * Starts the server of a checkout on data and a master key of its own, removed at its end; on the
 * server in `DATABASE_URL`, where it is set, everything stays.
 */
export async function startChild(
  checkout: string,
  args: { readonly street: string; readonly cases: number },
): Promise<Child> {
  const root = mkdtempSync(join(tmpdir(), 'shaoying-bench-'));
  // The database's account must get through.
  chmodSync(root, 0o755);
  const child = fork(resolve(checkout, 'bench/server.ts'), [args.street, String(args.cases)], {
    cwd: checkout,
    execArgv: [...NODE_FLAGS],
    serialization: 'advanced',
    env: {
      ...process.env,
      SHAOYING_DATA: join(root, 'data'),
      SHAOYING_KEY_FILE: join(root, 'master.key'),
    },
  });
  const told = () =>
    new Promise<unknown>((done, failed) => {
      const ended = (code: number | null) => failed(new Error(`the server ended with ${code}`));
      child.once('exit', ended);
      child.once('message', ({ answer }: { answer: unknown }) => {
        child.off('exit', ended);
        done(answer);
      });
    });
  const opened = (await told()) as Opened;
  return {
    opened,
    ask(what) {
      const answer = told();
      child.send(what);
      return answer;
    },
    memoryMiB() {
      const status = readFileSync(`/proc/${child.pid}/status`, 'utf8');
      return Math.round(Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024);
    },
    cpuMs() {
      const database = pids().filter((pid) => folderOf(pid).startsWith(`${root}/`));
      return [child.pid ?? 0, ...database].reduce((sum, pid) => sum + cpuMsOf(pid), 0);
    },
    async end() {
      const ended = new Promise((done) => child.once('exit', done));
      // It ends when nobody is left to tell it anything; a killed one would leave its database.
      child.disconnect();
      await ended;
      rmSync(root, { recursive: true, force: true });
    },
  };
}

const pids = (): number[] =>
  readdirSync('/proc')
    .map(Number)
    .filter((pid) => pid > 0);

function folderOf(pid: number): string {
  try {
    return readlinkSync(`/proc/${pid}/cwd`);
  } catch {
    return '';
  }
}

/** A tick of the kernel's accounts. */
const TICK_MS = 10;

/** Its own and that of the children it has buried: user and system. */
function cpuMsOf(pid: number): number {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return fields.slice(11, 15).reduce((sum, ticks) => sum + Number(ticks) * TICK_MS, 0);
  } catch {
    return 0;
  }
}
