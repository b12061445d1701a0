import type { Command } from 'commander';
import { openDatabase } from '../postgres/database.ts';
import { migrate } from '../postgres/migrate.ts';
import { readConfig } from './config.ts';
import { Lifecycle } from './lifecycle.ts';
import { say } from './say.ts';

/** `shaoying migrate`: brings the database to this program's version and says what was done. */
export function migrateCommand(program: Command): void {
  program
    .command('migrate')
    .description('将数据库升级到本程序的版本 · bring the database to this program’s version')
    .option('--breaking', '旧版程序均已停止 · every program of the release before has been ended')
    .option('--json', '以 JSON 输出 · as JSON')
    .action(run);
}

async function run(options: { breaking?: boolean; json?: boolean }): Promise<void> {
  const config = readConfig();
  const life = new Lifecycle();
  life.endOnSignals();
  try {
    const database = await openDatabase({ url: config.databaseUrl, dataDir: config.dataDir, say });
    await life.started('database', database.close);
    const report = await migrate(database.url, { breaking: options.breaking === true });
    if (options.json) console.log(JSON.stringify(report));
    else say(told(report.applied, report.version));
  } finally {
    await life.end();
  }
}

function told(applied: readonly string[], version: number) {
  if (applied.length === 0)
    return {
      zh: `数据库已是第 ${version} 版，无需升级。`,
      en: `The database is at version ${version} already.`,
    };
  return {
    zh: `数据库已升级到第 ${version} 版：${applied.join('、')}。`,
    en: `The database is now at version ${version}: ${applied.join(', ')}.`,
  };
}
