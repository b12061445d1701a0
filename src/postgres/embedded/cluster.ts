import { randomBytes } from 'node:crypto';
import {
  chownSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Binaries } from './binaries.ts';
import { EmbeddedFault } from './fault.ts';
import type { Place } from './place.ts';
import { alive } from './process.ts';
import { run } from './run.ts';

/** The cluster's superuser: used to migrate and to start, never to serve a request. */
export const ADMIN = 'shaoying_admin';

/** The major release of the shipped binaries; data made by another one cannot be opened. */
const MAJOR = '18';

const SETTINGS = {
  // Errors reach us over the connection. Here they would only copy people's words into a file.
  log_min_messages: 'log',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  log_checkpoints: 'off',
  timezone: 'UTC',
  log_timezone: 'UTC',
  max_connections: '200',
};

/**
 * Makes the cluster unless it is there. It is made aside and renamed into place, so that a kill or
 * a second starter half-way never leaves half a cluster.
 */
export async function ensureCluster({ home, account }: Place, { initdb }: Binaries): Promise<void> {
  if (existsSync(join(home, 'pgdata', 'PG_VERSION'))) return checkVersion(home);
  mkdirSync(dirname(home), { recursive: true });
  sweep(home);
  const draft = `${home}.new-${process.pid}-${randomBytes(3).toString('hex')}`;
  const password = join(draft, 'password');
  mkdirSync(draft, { mode: 0o700 });
  mkdirSync(join(draft, 'socket'), { mode: 0o700 });
  writeFileSync(password, randomBytes(24).toString('base64url'), { mode: 0o600 });
  if (account)
    for (const path of [draft, join(draft, 'socket'), password])
      chownSync(path, account.uid, account.gid);
  const made = await run(account, initdb, [
    `--pgdata=${join(draft, 'pgdata')}`,
    `--username=${ADMIN}`,
    `--pwfile=${password}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    // libc and UTF-8: under C, or ICU, trigram search over Chinese finds nothing.
    '--locale-provider=libc',
    '--locale=C.UTF-8',
    '--data-checksums',
    ...Object.entries(SETTINGS).map(([name, value]) => `--set=${name}=${value}`),
  ]);
  if (made.code === 0 && renamed(draft, home)) return;
  rmSync(draft, { recursive: true, force: true });
  if (existsSync(join(home, 'pgdata', 'PG_VERSION'))) return;
  throw new EmbeddedFault('embedded.init-failed', {
    zh: `无法在 ${home} 建立数据库：${made.output}`,
    en: `The database could not be made in ${home}: ${made.output}`,
  });
}

/** @returns false where another starter's cluster is already there */
function renamed(draft: string, home: string): boolean {
  try {
    renameSync(draft, home);
    return true;
  } catch {
    return false;
  }
}

/** Removes what starters killed half-way left behind; a live one keeps its own. */
function sweep(home: string): void {
  const prefix = `${basename(home)}.new-`;
  for (const name of readdirSync(dirname(home))) {
    if (!name.startsWith(prefix)) continue;
    const pid = Number(name.slice(prefix.length).split('-')[0]);
    if (!alive(pid)) rmSync(join(dirname(home), name), { recursive: true, force: true });
  }
}

function checkVersion(home: string): void {
  const version = readFileSync(join(home, 'pgdata', 'PG_VERSION'), 'utf8').trim();
  if (version !== MAJOR)
    throw new EmbeddedFault('embedded.other-version', {
      zh: `${home} 中的数据由 PostgreSQL ${version} 建立，本版本自带 ${MAJOR}：请用建立它的版本导出后再导入。`,
      en: `The data in ${home} was made by PostgreSQL ${version} and this release ships ${MAJOR}: export it with the release that made it, then import it here.`,
    });
}

/** The administrator's password, made with the cluster and readable by its account alone. */
export function adminPassword(home: string): string {
  try {
    return readFileSync(join(home, 'password'), 'utf8').trim();
  } catch (cause) {
    const text = {
      zh: `${home} 中的数据库缺少 password 文件：请从备份恢复整个目录。`,
      en: `The database in ${home} lacks its password file: restore the whole folder from a backup.`,
    };
    throw new EmbeddedFault('embedded.damaged', text, cause);
  }
}
