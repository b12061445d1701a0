import { createServer } from 'node:http';
import type { Command } from 'commander';
import pg from 'pg';
import { openDatabase } from '../postgres/database.ts';
import { readConfig } from './config.ts';
import { Lifecycle } from './lifecycle.ts';
import { say } from './say.ts';

/** `shaoying serve`: the database and everything that answers on the port, until told to stop. */
export function serveCommand(program: Command): void {
  program
    .command('serve')
    .description('提供服务，直到收到停止信号 · serve until told to stop')
    .option('--demo', '首次启动时建立演示区 · make the demonstration district on first start')
    .action(serve);
}

async function serve(): Promise<void> {
  const config = readConfig();
  const life = new Lifecycle();
  life.endOnSignals();
  try {
    const database = await openDatabase({ url: config.databaseUrl, dataDir: config.dataDir, say });
    await life.started('database', database.close);
    const pool = new pg.Pool({ connectionString: database.url });
    // An idle connection lost with the server is replaced at the next query.
    pool.on('error', () => {});
    await life.started('connections', () => pool.end());
    const server = createServer(async (request, response) => {
      const ready = request.url === '/health/ready' && (await answers(pool));
      response.writeHead(ready ? 200 : request.url === '/health/ready' ? 503 : 404).end();
    });
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen({ port: config.port, host: config.host }, resolve);
    });
    await life.started('http', () => new Promise((resolve) => server.close(() => resolve())));
    const address = server.address();
    const port = typeof address === 'object' ? address?.port : config.port;
    say({ zh: `已就绪：http://localhost:${port}/`, en: `Ready: http://localhost:${port}/` });
  } catch (error) {
    await life.end();
    throw error;
  }
}

async function answers(pool: pg.Pool): Promise<boolean> {
  try {
    await pool.query('SELECT 1');
    return true;
  } catch {
    return false;
  }
}
