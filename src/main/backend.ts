import { existsSync } from 'node:fs';
import { processes } from '../core/processes.ts';
import { createCrypto } from '../engine/crypto.ts';
import { createEngine, type Engine } from '../engine/engine.ts';
import type { Crypto } from '../engine/ports.ts';
import type { Present } from '../engine/present.ts';
import { openDatabase } from '../postgres/database.ts';
import { openPostgres, type Postgres } from '../postgres/index.ts';
import { migrate } from '../postgres/migrate.ts';
import { type Config, ConfigFault } from './config.ts';
import { erasureFile, replayErasures } from './erasures.ts';
import type { Lifecycle } from './lifecycle.ts';
import { liesWithin, masterKey } from './master-key.ts';
import { say } from './say.ts';

export { processes } from '../core/processes.ts';

/** What every command of the program stands on. */
export interface Backend extends Postgres {
  readonly crypto: Crypto;
  readonly engine: Engine;
  present(tenant: string): Promise<Present>;
}

/**
 * The database (the operator's, or the embedded one, started if nobody has), migrated, with the
 * engine on it. Whatever is started is ended by `life`.
 */
export async function openBackend(config: Config, life: Lifecycle): Promise<Backend> {
  const database = await openDatabase({ url: config.databaseUrl, dataDir: config.dataDir, say });
  await life.started('database', database.close);
  await migrate(database.url);
  const postgres = openPostgres({ url: database.url, testClock: config.testClock });
  await life.started('connections', postgres.close);
  const { store } = postgres;
  const inUse = (await store.tenants()).length > 0;
  const crypto = createCrypto(masterKey(config.keyFile, config.dataDir, inUse));
  const list = listOf(config);
  await replayErasures(postgres, list);
  const erasing = { vault: postgres.vault, list };
  const engine = createEngine({ store, crypto, processes, erasing });
  return {
    ...postgres,
    crypto,
    engine,
    present: engine.present,
  };
}

/** A restore would bring it back with the rest, older than it must be. */
function listOf({ erasuresFile, dataDir }: Config) {
  if (liesWithin(dataDir, erasuresFile)) {
    throw new ConfigFault({
      zh: `销毁清单 ${erasuresFile} 不能放在数据目录内：恢复备份会把它一起恢复成旧的。请用 SHAOYING_ERASURES 另指一处。`,
      en: `The list of erasures ${erasuresFile} may not lie in the data directory: restoring a backup would restore an older one. Name another place with SHAOYING_ERASURES.`,
    });
  }
  return erasureFile(erasuresFile);
}

/**
 * For commands that look at what is there: a mistyped folder is told, never made and called sound.
 *
 * @throws ConfigFault where there is nothing
 */
export async function openStanding(config: Config, life: Lifecycle): Promise<Backend> {
  const { databaseUrl, dataDir } = config;
  if (databaseUrl === undefined && !existsSync(dataDir)) {
    throw new ConfigFault({
      zh: `${dataDir} 这个数据文件夹不存在。请核对 SHAOYING_DATA；还没有数据的，先运行 npm start。`,
      en: `There is no data folder ${dataDir}. Check SHAOYING_DATA; without any data yet, run npm start first.`,
    });
  }
  return openBackend(config, life);
}
