import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Command } from 'commander';
import { LedgerFault } from '../engine/import/fault.ts';
import { FileFault } from '../engine/yaml/fault.ts';
import { EmbeddedFault } from '../postgres/embedded/fault.ts';
import { StoreFault } from '../postgres/fault.ts';
import { ConfigFault } from './config.ts';
import { Stopped } from './lifecycle.ts';
import { say } from './say.ts';

/** Each lives in a file of its name, exporting `NAMECommand(program)`. */
const COMMANDS = [
  'serve',
  'work',
  'migrate',
  'import',
  'export',
  'orders',
  'tables',
  'verify',
  'due',
  'petition',
  'sim',
  'scenario',
];

/** Loads only the command that is asked for: `due` should not wait for a web server to load. */
async function main(argv: string[]): Promise<void> {
  const program = new Command('shaoying').description(
    '哨应：基层治理的权责与时限引擎 · an authority-and-deadline engine for local government',
  );
  const asked = argv[2];
  const wanted = COMMANDS.filter((name) => asked === name || !COMMANDS.includes(asked ?? ''));
  for (const name of wanted) await register(program, name);
  await program.parseAsync(argv);
}

async function register(program: Command, name: string): Promise<void> {
  const file = new URL(`./${name}.ts`, import.meta.url);
  if (!existsSync(fileURLToPath(file))) return;
  const module: Record<string, (program: Command) => void> = await import(file.href);
  const command = module[`${name}Command`];
  if (command === undefined) throw new Error(`${name}.ts does not export ${name}Command`);
  command(program);
}

/** What an operator can mend is told in a sentence; a fault of ours with all we know. */
function report(error: unknown): void {
  if (error instanceof Stopped) return;
  process.exitCode = 1;
  if (isTold(error)) say(error.text);
  else if (isPortTaken(error))
    say({
      zh: `端口 ${error.port} 已被占用：请先停止占用它的程序，或用 PORT 另选一个。`,
      en: `Port ${error.port} is taken: stop what uses it, or choose another with PORT.`,
    });
  else console.error(error);
}

const TOLD = [EmbeddedFault, StoreFault, ConfigFault, FileFault, LedgerFault];

function isTold(error: unknown): error is InstanceType<(typeof TOLD)[number]> {
  return TOLD.some((kind) => error instanceof kind);
}

function isPortTaken(error: unknown): error is Error & { port: number } {
  return (
    error instanceof Error && 'code' in error && error.code === 'EADDRINUSE' && 'port' in error
  );
}

try {
  await main(process.argv);
} catch (error) {
  report(error);
}
