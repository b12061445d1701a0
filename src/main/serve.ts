import type { Command } from 'commander';
import type { FastifyInstance } from 'fastify';
import { placeOf } from '../api/problem.ts';
import { startWork } from '../engine/work.ts';
import { createApp } from './app.ts';
import { type Backend, openBackend, processes } from './backend.ts';
import { type Config, readConfig } from './config.ts';
import { withoutPublished } from './demo/closed.ts';
import { guideOf } from './demo/guide.ts';
import { DEMO, seedDemo } from './demo/seed.ts';
import { keepHouse } from './housekeeping.ts';
import { Lifecycle } from './lifecycle.ts';
import { httpRelay } from './relay.ts';
import { progressOf, say } from './say.ts';

interface Options {
  readonly demo?: boolean;
}

/** `shaoying serve`: the database, the doors and the worker, until told to stop. */
export function serveCommand(program: Command): void {
  program
    .command('serve')
    .description('提供服务，直到收到停止信号 · serve until told to stop')
    .option('--demo', '首次启动时建立演示区 · make the demonstration district on first start')
    .action(serve);
}

async function serve(options: Options): Promise<void> {
  const config = readConfig();
  const life = new Lifecycle();
  life.endOnSignals();
  try {
    const backend = await openBackend(config, life);
    const demo = options.demo === true && (await demonstrate(config, backend));
    const tenant = config.tenant ?? (demo ? DEMO : await firstTenant(backend));
    const shown = demo && tenant === DEMO;
    const accounts = shown ? backend.accounts : withoutPublished(backend.accounts, backend.crypto);
    const app = await createApp(
      { ...backend, accounts },
      {
        tenant,
        guide: shown ? guideOf(backend.crypto, DEMO) : null,
        portal: config.portal,
        mappingsDir: config.mappingsDir,
        relay: config.relay === undefined ? null : httpRelay(config.relay),
        logging: { level: config.logLevel },
        trustProxy: config.trustProxy,
      },
    );
    // The message of a fault may quote what a person wrote: the log gets its kind and its place only.
    const report = (error: unknown) => {
      const fault = error instanceof Error ? error : new Error();
      app.log.error({ fault: fault.name, at: placeOf(fault) }, 'work');
    };
    const worker = startWork(backend.engine, backend.store, { onError: report });
    await life.started('worker', () => worker.stop());
    await life.started('housekeeping', keepHouse(backend, report));
    await listen(app, config);
    // Answers in hand are finished, connections kept open for more are closed.
    await life.started('http', () => app.close());
    const address = app.server.address();
    const port = typeof address === 'object' ? address?.port : config.port;
    say({ zh: `已就绪：http://localhost:${port}/`, en: `Ready: http://localhost:${port}/` });
  } catch (error) {
    await life.end();
    throw error;
  }
}

/** On every address of this machine unless told otherwise; some machines have no IPv6. */
async function listen(app: FastifyInstance, { port, host }: Config): Promise<void> {
  try {
    await app.listen({ port, host: host ?? '::' });
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : null;
    if (host !== undefined || (code !== 'EAFNOSUPPORT' && code !== 'EADDRNOTAVAIL')) throw error;
    await app.listen({ port, host: '0.0.0.0' });
  }
}

/**
 * Makes the demonstration district, whose password everybody knows: never beside the institutions
 * of an operator's own server. True where it is there.
 */
async function demonstrate(config: Config, backend: Backend): Promise<boolean> {
  const tenants = await backend.store.tenants();
  if (config.databaseUrl !== undefined && tenants.length > 0 && !tenants.includes(DEMO)) {
    say({
      zh: '数据库里已有机构，不在其中建立演示区。',
      en: 'The database holds an institution already; no demonstration district is made beside it.',
    });
    return false;
  }
  const onProgress = progressOf({ zh: '建立演示区', en: 'Making the demonstration district' });
  await seedDemo({ ...backend, processes, now: Date.now(), onProgress });
  return true;
}

/** Whom a visitor means who names no institution: the first there is. */
async function firstTenant({ store }: Backend): Promise<string> {
  const [first] = await store.tenants();
  if (first !== undefined) return first;
  say({
    zh: '还没有任何机构：请用 --demo 建立演示区，或用 shaoying import 导入台账。',
    en: 'There is no institution yet: make the demonstration district with --demo, or read in a ledger with shaoying import.',
  });
  return 'none';
}
