import { existsSync } from 'node:fs';
import { caseProcess } from '../core/case/index.ts';
import { confirmation } from '../core/confirmation/index.ts';
import { institution } from '../core/institution/index.ts';
import { shift } from '../core/shift/index.ts';
import { supportProcess } from '../core/support/index.ts';
import { whistleProcess } from '../core/whistle/index.ts';
import { createCrypto } from '../engine/crypto.ts';
import { createEngine, type Engine } from '../engine/engine.ts';
import type { Crypto } from '../engine/ports.ts';
import type { Present } from '../engine/present.ts';
import type { AnyProcess } from '../engine/upcast.ts';
import { openDatabase } from '../postgres/database.ts';
import { openPostgres, type Postgres } from '../postgres/index.ts';
import { migrate } from '../postgres/migrate.ts';
import { type Config, ConfigFault } from './config.ts';
import type { Lifecycle } from './lifecycle.ts';
import { masterKey } from './master-key.ts';
import { say } from './say.ts';

/** The processes of government this release knows. A new one is a new folder and a line here. */
export const processes: readonly AnyProcess[] = [
  caseProcess,
  institution,
  whistleProcess,
  supportProcess,
  confirmation,
  shift,
];

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
  const engine = createEngine({ store, crypto, processes });
  return {
    ...postgres,
    crypto,
    engine,
    present: engine.present,
  };
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
