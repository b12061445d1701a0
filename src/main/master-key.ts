import { randomBytes } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, isAbsolute, join, relative, sep } from 'node:path';
import { ConfigFault } from './config.ts';
import { say } from './say.ts';

const BYTES = 32;

/**
 * The key that every request's own key is wrapped under. It is made on first use, readable by its
 * owner alone, and never lies in the data directory: who copies the data must not get it too.
 *
 * @param inUse whether anything may be sealed already: then a missing key is a loss, not a beginning
 * @throws ConfigFault where the file is inside the data directory, open to others, missing or no key
 */
export function masterKey(file: string, dataDir: string, inUse: boolean): Uint8Array {
  if (liesWithin(dataDir, file)) {
    throw new ConfigFault({
      zh: `主密钥 ${file} 不能放在数据目录内：备份数据时会连同密钥一起带走。请用 SHAOYING_KEY_FILE 另指一处。`,
      en: `The master key ${file} may not lie in the data directory, whose backup would carry it along. Name another place with SHAOYING_KEY_FILE.`,
    });
  }
  const found = read(file);
  if (found === null && inUse) {
    throw new ConfigFault({
      zh: `数据库中已有数据，却没有找到主密钥 ${file}。请先恢复它，或用 SHAOYING_KEY_FILE 指明所在；换一把新钥匙打不开已有的个人信息。`,
      en: `The database is in use, but its master key is not at ${file}. Restore it, or say with SHAOYING_KEY_FILE where it is: a new key opens nothing that was sealed before.`,
    });
  }
  if (found !== null && isOpenToOthers(file)) {
    throw new ConfigFault({
      zh: `主密钥 ${file} 能被其他系统账户读取：请只留给运行本程序的账户（chmod 600）。`,
      en: `Other accounts of this machine can read the master key ${file}: keep it to the one that runs this program (chmod 600).`,
    });
  }
  const key = Buffer.from(found ?? make(file), 'base64');
  if (key.length === BYTES) return key;
  throw new ConfigFault({
    zh: `${file} 不是有效的主密钥（应为 ${BYTES} 字节的 base64）。`,
    en: `${file} is no master key (${BYTES} bytes in base64 are expected).`,
  });
}

/** Whether a file lies in a folder, whatever links lead there. */
export const liesWithin = (folder: string, file: string): boolean =>
  isWithin(real(folder), real(file));

function isWithin(folder: string, file: string): boolean {
  const [first] = relative(folder, file).split(sep);
  return first !== '..' && !isAbsolute(relative(folder, file));
}

/** Where a path leads once every link on it is followed, as far as it exists. */
function real(path: string): string {
  if (existsSync(path)) return realpathSync(path);
  const above = dirname(path);
  return above === path ? path : join(real(above), basename(path));
}

/** Windows keeps no such modes. */
function isOpenToOthers(file: string): boolean {
  return process.platform !== 'win32' && (statSync(file).mode & 0o077) !== 0;
}

function read(file: string): string | null {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}

/** Of several programs that start at once, the first one's key stands. */
function make(file: string): string {
  const key = randomBytes(BYTES).toString('base64');
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  try {
    writeFileSync(file, `${key}\n`, { mode: 0o600, flag: 'wx' });
  } catch (error) {
    const stands = read(file);
    if (stands === null) throw error;
    return stands;
  }
  say({
    zh: `已生成主密钥 ${file}。请另行备份：没有它，已保存的个人信息无法打开。`,
    en: `Made the master key ${file}. Back it up apart from the data: without it no personal text can be opened.`,
  });
  return key;
}
