import type { Command } from 'commander';
import type { FastifyInstance } from 'fastify';
import { startWork } from '../engine/work.ts';
import { createApp } from './app.ts';
import { type Backend, openBackend } from './backend.ts';
import { type Config, readConfig } from './config.ts';
import { keepHouse } from './housekeeping.ts';
import { Lifecycle } from './lifecycle.ts';
import { say } from './say.ts';
import { seed } from './seed.ts';

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
    const demo = options.demo === true;
    if (demo) await seed(backend);
    const tenant = await tenantOf(config, backend);
    const app = await createApp(backend, {
      tenant,
      demo,
      logging: { level: config.logLevel },
      trustProxy: config.trustProxy,
    });
    const report = (error: unknown) => app.log.error({ err: error }, 'work');
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

/** Whom a visitor means who names no institution: the configured one, else the first there is. */
async function tenantOf(config: Config, { store }: Backend): Promise<string> {
  const [first] = await store.tenants();
  const tenant = config.tenant ?? first;
  if (tenant !== undefined) return tenant;
  say({
    zh: '还没有任何机构：请用 --demo 建立演示区，或用 shaoying import 导入。',
    en: 'There is no institution yet: use --demo for the demonstration district, or shaoying import.',
  });
  return 'none';
}
