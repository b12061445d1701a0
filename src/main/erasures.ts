import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import { dirname } from 'node:path';
import type { StreamId } from '../core/process.ts';
import type { ErasableVault, ErasedKey, ErasureList } from '../engine/erasure-ports.ts';
import type { Store, TenantId } from '../engine/ports.ts';
import { ConfigFault } from './config.ts';
import { say } from './say.ts';

const PAGE = 500;

/**
 * The list of erasures, a file outside the database and its folder: a restored backup brings keys back,
 * and the list takes them away again. One JSON object a line, of opaque ids; only ever appended to.
 */
export interface ErasureFile extends ErasureList {
  /**
   * Every line there is.
   *
   * @throws ConfigFault where a whole line says nothing: something else wrote there
   */
  read(): readonly ErasedKey[];
}

export function erasureFile(path: string): ErasureFile {
  return {
    read: () => (existsSync(path) ? linesOf(path) : []),
    async append(lines) {
      if (lines.length === 0) return;
      const isNew = !existsSync(path);
      mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
      // Nothing may lie before a line's own beginning, not even what a crash left of another.
      const text = lines.map((line) => `\n${JSON.stringify(line)}`).join('');
      const file = openSync(path, 'a', 0o600);
      try {
        // Whole or a fault: a nearly full disk takes a part of one write and says nothing.
        writeFileSync(file, `${text}\n`);
        fsyncSync(file);
      } finally {
        closeSync(file);
      }
      if (isNew) keepName(dirname(path));
    },
  };
}

/** A file is on the disk to stay once its folder is, too; Windows has no such thing to ask for. */
function keepName(folder: string): void {
  if (process.platform === 'win32') return;
  const open = openSync(folder, 'r');
  try {
    fsyncSync(open);
  } finally {
    closeSync(open);
  }
}

/** What a crash cut off lacks its end; no key was destroyed on it. */
function linesOf(path: string): readonly ErasedKey[] {
  const whole = readFileSync(path, 'utf8')
    .split('\n')
    .map((text, n) => ({ text, n: n + 1 }))
    .filter(({ text }) => text.endsWith('}'));
  return whole.map(({ text, n }) => parsed(text) ?? unreadable(path, n));
}

function parsed(text: string): ErasedKey | null {
  try {
    const { tenant, stream, reason, at } = JSON.parse(text) as ErasedKey;
    const said = [tenant, stream, reason].every((one) => typeof one === 'string');
    return said && typeof at === 'number' ? { tenant, stream, reason, at } : null;
  } catch {
    return null;
  }
}

function unreadable(path: string, line: number): never {
  throw new ConfigFault({
    zh: `销毁清单 ${path} 第 ${line} 行无法读取。请恢复这份文件；不知道销毁过什么，就不能对外服务。`,
    en: `Line ${line} of the list of erasures ${path} cannot be read. Restore the file: without knowing what was erased nothing is served.`,
  });
}

/** What replaying stands on. */
interface Parts {
  readonly store: Pick<Store, 'tenants' | 'read'>;
  readonly vault: ErasableVault;
}

/**
 * Destroys again every key on the list that is back, and adds to the list what another machine erased.
 * Before anything is served; says so in one line where a key was back.
 *
 * @returns how many keys were destroyed again
 */
export async function replayErasures(parts: Parts, file: ErasureFile): Promise<number> {
  const listed = file.read();
  const tenants = await parts.store.tenants();
  let again = 0;
  for (const tenant of tenants) {
    const own = new Map(
      listed.filter((line) => line.tenant === tenant).map((line) => [line.stream, line]),
    );
    again += await destroyAgain(parts, tenant, own);
    await complete(parts, tenant, own, file);
  }
  if (again > 0) {
    say({
      zh: `按销毁清单重新销毁了 ${again} 把恢复回来的密钥。`,
      en: `Destroyed ${again} keys again that a backup had brought back: they stand on the list of erasures.`,
    });
  }
  return again;
}

async function destroyAgain(
  { store, vault }: Parts,
  tenant: TenantId,
  own: ReadonlyMap<StreamId, ErasedKey>,
): Promise<number> {
  const streams = [...own.keys()];
  let again = 0;
  for (let from = 0; from < streams.length; from += PAGE) {
    const some = streams.slice(from, from + PAGE);
    const read = await store.read({ tenant, streams: some, idempotency: null, texts: [] });
    for (const stream of some) {
      // Of a stream that this database never had there is nothing to destroy, nor ever will be.
      if (read.keys.get(stream) === 'destroyed' || !read.heads.has(stream)) continue;
      await vault.destroy(tenant, stream, own.get(stream)?.reason ?? '');
      again += 1;
    }
  }
  return again;
}

/** The database knows of erasures that the list does not: the list was lost, or is another machine's. */
async function complete(
  { vault }: Parts,
  tenant: TenantId,
  own: ReadonlyMap<StreamId, ErasedKey>,
  file: ErasureFile,
): Promise<void> {
  let after: StreamId | null = null;
  for (;;) {
    const page: Awaited<ReturnType<ErasableVault['erased']>> = await vault.erased(
      tenant,
      after,
      PAGE,
    );
    const missing = page.filter(({ stream }) => !own.has(stream));
    await file.append(missing.map((line) => ({ tenant, ...line })));
    after = page.at(-1)?.stream ?? null;
    if (page.length < PAGE) return;
  }
}
