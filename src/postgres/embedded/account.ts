import { spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { EmbeddedFault } from './fault.ts';

/** The operating-system account the server runs under. */
export type Account = { name: string; uid: number; gid: number };

const CREATED = 'shaoying';

/**
 * PostgreSQL refuses to run as root. Then it runs under whoever owns the cluster already, else the
 * system's `postgres`, else an account made for it.
 *
 * @param cluster the cluster's folder, which need not exist yet
 * @returns nothing where the server can run as whoever we are
 */
export function accountFor(cluster: string): Account | undefined {
  if (process.platform === 'win32') return undefined;
  const owner = statSync(cluster, { throwIfNoEntry: false })?.uid;
  const us = process.getuid?.();
  if (us !== 0) {
    if (owner === undefined || owner === us) return undefined;
    throw new EmbeddedFault('embedded.not-owner', {
      zh: `${cluster} 属于另一个系统账户（uid ${owner}）：请用该账户或 root 运行。`,
      en: `${cluster} belongs to another account (uid ${owner}): run this as that account or as root.`,
    });
  }
  if (owner !== undefined && owner !== 0) return lookUp(String(owner));
  return lookUp('postgres') ?? lookUp(CREATED) ?? create();
}

function lookUp(nameOrUid: string): Account | undefined {
  const ask = (flag: string) => {
    const asked = spawnSync('id', [flag, nameOrUid], { encoding: 'utf8' });
    return asked.status === 0 ? asked.stdout.trim() : undefined;
  };
  const uid = ask('-u');
  const gid = ask('-g');
  if (uid === undefined || gid === undefined)
    // Numbers without a name are lawful owners: files brought in from another machine or container.
    return /^\d+$/.test(nameOrUid)
      ? { name: nameOrUid, uid: Number(nameOrUid), gid: Number(nameOrUid) }
      : undefined;
  return { name: ask('-un') ?? nameOrUid, uid: Number(uid), gid: Number(gid) };
}

function create(): Account {
  const made = [
    ['useradd', '--system', '--user-group', '--no-create-home', '--shell', '/bin/false', CREATED],
    ['adduser', '-S', '-D', '-H', CREATED],
  ].some(([file = '', ...args]) => spawnSync(file, args).status === 0);
  const account = made ? lookUp(CREATED) : undefined;
  if (account === undefined)
    throw new EmbeddedFault('embedded.no-account', {
      zh: `数据库不能以 root 身份运行，且无法创建系统账户 ${CREATED}：请创建该账户，或改用普通账户运行。`,
      en: `The database cannot run as root and the account ${CREATED} could not be made: create it, or run this as an ordinary user.`,
    });
  return account;
}
