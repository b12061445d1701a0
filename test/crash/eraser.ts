import { createCrypto } from '../../src/engine/crypto.ts';
import { createEngine } from '../../src/engine/engine.ts';
import type { ErasableVault, ErasureList } from '../../src/engine/erasure-ports.ts';
import type { Store } from '../../src/engine/ports.ts';
import { processes } from '../../src/main/backend.ts';
import { erasureFile } from '../../src/main/erasures.ts';
import { masterKey } from '../../src/main/master-key.ts';
import { openPostgres } from '../../src/postgres/index.ts';

/**
 * A worker that kills itself in the middle of an erasure: `node test/crash/eraser.ts POINT`, with the
 * database, the key and the list in the environment. For `erasing.pg.test.ts`.
 */
const POINTS = ['before-list', 'after-list', 'half-way', 'before-said'] as const;
export type Point = (typeof POINTS)[number];

const die = (): never => {
  process.kill(process.pid, 'SIGKILL');
  throw new Error('still alive');
};

function dying(point: Point, file: ErasureList, vault: ErasableVault, store: Store) {
  let destroyed = 0;
  const list: ErasureList = {
    async append(lines) {
      if (point === 'before-list') die();
      await file.append(lines);
      if (point === 'after-list') die();
    },
  };
  return {
    list,
    vault: {
      ...vault,
      async destroy(...args: Parameters<ErasableVault['destroy']>) {
        destroyed += 1;
        if (point === 'half-way' && destroyed === 2) die();
        await vault.destroy(...args);
      },
    },
    store: {
      ...store,
      async write(request: Parameters<Store['write']>[0]) {
        if (point === 'before-said' && request.command.type === 'confirm-erased') die();
        return await store.write(request);
      },
    },
  };
}

if (import.meta.main) {
  const { DATABASE_URL: url = '', KEY = '', LIST = '' } = process.env;
  const postgres = openPostgres({ url, testClock: true });
  const point = POINTS.find((one) => one === process.argv[2]);
  if (point === undefined) throw new Error(`one of ${POINTS.join(', ')}`);
  const { store, vault, list } = dying(point, erasureFile(LIST), postgres.vault, postgres.store);
  const crypto = createCrypto(masterKey(KEY, '/nowhere', true));
  const engine = createEngine({ store, crypto, processes, erasing: { vault, list } });
  for (let turn = 0; turn < 5; turn += 1) await engine.tick();
  await postgres.close();
}
