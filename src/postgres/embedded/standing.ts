import { readFileSync, readlinkSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Account } from './account.ts';
import type { Binaries } from './binaries.ts';
import { EmbeddedFault } from './fault.ts';
import { here, recordedStarting, sameMachine } from './host.ts';
import { type LockFile, parseLockFile } from './lockfile.ts';
import { alive } from './process.ts';
import { run } from './run.ts';

/** Whether a server runs on this cluster, as far as this machine can tell. */
export type Standing = { at: 'running'; lock: LockFile } | { at: 'stopped' };

/**
 * Looks at the lock file and at the process it names. A lock from another machine is refused: its
 * server may be alive where we cannot see it, and a second one would destroy the data. One from an
 * earlier boot of this machine cannot be alive, so a power cut needs nobody's hand.
 */
export async function standing(
  home: string,
  account: Account | undefined,
  { pgCtl }: Binaries,
): Promise<Standing> {
  const lock = readLock(home);
  if (lock === undefined) return { at: 'stopped' };
  const recorded = recordedStarting(home);
  const now = here();
  if (recorded !== undefined && !sameMachine(recorded, now)) throw otherHost(home, recorded.host);
  const status = await run(account, pgCtl, ['status', `--pgdata=${join(home, 'pgdata')}`]);
  if (status.code !== 0) return { at: 'stopped' };
  if (recorded !== undefined && recorded.boot !== now.boot) return disown(home, lock);
  return isServerOf(home, lock.pid) ? { at: 'running', lock } : disown(home, lock);
}

/** @returns nothing where there is no lock, or it is only just being written */
export function readLock(home: string): LockFile | undefined {
  return parseLockFile(readIf(lockPath(home)));
}

function readIf(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

/** The server works in its data folder, which tells it from a later process of the same number. */
function isServerOf(home: string, pid: number): boolean {
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(join(home, 'pgdata'));
  } catch {
    return process.platform !== 'linux' && alive(pid);
  }
}

/**
 * The number in the lock now belongs to a stranger, and PostgreSQL would take it for a server. Our
 * own number there it knows for its parent's and passes over; deleting the file instead would also
 * delete the shared-memory key by which it notices a dead server's surviving children.
 */
function disown(home: string, seen: LockFile): Standing {
  const path = lockPath(home);
  const lines = readFileSync(path, 'utf8').split('\n');
  if (parseLockFile(lines.join('\n'))?.pid === seen.pid)
    writeFileSync(path, [String(process.pid), ...lines.slice(1)].join('\n'));
  return { at: 'stopped' };
}

/**
 * Removes the lock of a dead server's socket, whose number may be a stranger's by now, or that of a
 * process nobody collects: PostgreSQL would take either for a server and refuse to start. Only this
 * cluster's server ever listens in this folder, and it is told by where it works.
 */
export function freeSocket(home: string): void {
  const path = join(home, 'socket', '.s.PGSQL.5432.lock');
  const pid = parseLockFile(readIf(path))?.pid;
  if (pid !== undefined && !isServerOf(home, pid)) rmSync(path, { force: true });
}

function lockPath(home: string): string {
  return join(home, 'pgdata', 'postmaster.pid');
}

function otherHost(home: string, host: string): EmbeddedFault {
  const file = lockPath(home);
  return new EmbeddedFault('embedded.other-host', {
    zh: `数据库似乎正在另一台机器（${host}）上运行：请先在那里停止；若确认那台机器已关机，删除 ${file} 后重试。`,
    en: `The database seems to be running on another machine (${host}): stop it there first; if that machine is certainly off, delete ${file} and try again.`,
  });
}
