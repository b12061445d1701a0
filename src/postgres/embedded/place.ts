import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  existsSync,
  linkSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { Text } from '../../core/text.ts';
import { type Account, accountFor } from './account.ts';
import { SYSTEM_HOME } from './binaries.ts';
import { EmbeddedFault } from './fault.ts';
import { run } from './run.ts';

/**
 * One cluster's folder, owned by the account and closed to everyone else. It holds `pgdata`, the
 * administrator's `password`, `started.json`, `postgres.log` and the `socket` folder, and can be
 * moved as a whole while the server is stopped.
 */
export type Place = { home: string; account: Account | undefined };

/** In the data folder: the one line that says where the cluster is, if not there. */
const ELSEWHERE = 'postgres.location';

/**
 * Decides where the cluster lives: in `dataDir/postgres`, unless the account cannot get there.
 * Then it lives under SYSTEM_HOME, and `dataDir` keeps a note of where, so that it is the data
 * folder, wherever it is moved to, that says which cluster is meant.
 */
export async function findPlace(dataDir: string, say: (text: Text) => void): Promise<Place> {
  const data = resolve(dataDir);
  const within = join(data, 'postgres');
  mkdirSync(data, { recursive: true });
  const note = join(data, ELSEWHERE);
  if (existsSync(note)) return tell(readFileSync(note, 'utf8').trim(), data, say);
  const account = accountFor(within);
  if (account === undefined || (await reaches(account, data))) return { home: within, account };
  admit(account, data);
  if (await reaches(account, data)) return { home: within, account };
  if (existsSync(within)) throw closed(within, account);
  mkdirSync(SYSTEM_HOME, { recursive: true });
  chmodSync(SYSTEM_HOME, 0o755);
  const elsewhere = join(SYSTEM_HOME, `data-${randomBytes(4).toString('hex')}`);
  noteOnce(note, elsewhere);
  return tell(readFileSync(note, 'utf8').trim(), data, say);
}

/** A cluster that is already there is never left for an empty one elsewhere. */
function closed(home: string, { name }: Account): EmbeddedFault {
  return new EmbeddedFault('embedded.closed', {
    zh: `数据库账户 ${name} 无法进入 ${home}，它的某个上级目录不允许通过：请放开该目录的通过权限（chmod o+x），或把数据目录整个移到别处并用 SHAOYING_DATA 指明。`,
    en: `The database's account ${name} cannot enter ${home}, for a folder above it is closed: let it pass (chmod o+x), or move the whole data folder and name it in SHAOYING_DATA.`,
  });
}

/** Whole and once: of two starters at the same moment, both go by the first one's note. */
function noteOnce(note: string, home: string): void {
  const draft = `${note}.${process.pid}`;
  writeFileSync(draft, `${home}\n`);
  try {
    linkSync(draft, note);
  } catch (error) {
    if (!existsSync(note)) throw error;
  } finally {
    rmSync(draft);
  }
}

function tell(home: string, data: string, say: (text: Text) => void): Place {
  const account = accountFor(home);
  say({
    zh: `数据库账户无法进入 ${data}，数据存放在 ${home}。`,
    en: `The database's account cannot enter ${data}; its data is kept in ${home}.`,
  });
  return { home, account };
}

async function reaches(account: Account, folder: string): Promise<boolean> {
  return (await run(account, '/bin/sh', ['-c', 'cd "$1"', 'sh', folder])).code === 0;
}

/**
 * A data folder closed to everyone but root, and no more than that (`mktemp -d`, a strict umask):
 * let the account's group pass through it. Folders above it are not ours to open.
 */
function admit(account: Account, data: string): void {
  const { uid, mode } = statSync(data);
  if (uid !== 0 || (mode & 0o070) !== 0 || dirname(data) === data) return;
  chownSync(data, 0, account.gid);
  chmodSync(data, (mode & 0o7777) | 0o010);
}
