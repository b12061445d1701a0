import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { APP, SCHEMA } from '../src/postgres/migrate.ts';

/** Debian keeps it beside the server it came with, and not in PATH. */
const DEBIAN = '/usr/lib/postgresql';

/** The program, or null where this machine has none. */
export function findPgbench(): string | null {
  const versions = existsSync(DEBIAN)
    ? readdirSync(DEBIAN).map((version) => join(DEBIAN, version, 'bin'))
    : [];
  const folders = [...(process.env.PATH ?? '').split(delimiter), ...versions];
  return folders.map((folder) => join(folder, 'pgbench')).find(existsSync) ?? null;
}

/**
 * Milliseconds that so many connections take for what a script of `tape.ts` measures, as the
 * application sends it.
 *
 * @throws Error, with what it said, where a statement failed
 */
export async function replay(
  program: string,
  url: string,
  script: string,
  clients: number,
): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'shaoying-bench-'));
  const file = join(folder, 'script.sql');
  writeFileSync(file, script, { mode: 0o600 });
  try {
    const log = ['-l', '--log-prefix', join(folder, 'log')];
    const count = ['-n', '-c', String(clients), '-j', String(Math.min(clients, 2)), '-t', '2'];
    const said = await run(program, [...count, ...log, '-D', 'planned=0', '-f', file, url]);
    if (!/number of failed transactions: 0 /.test(said)) throw new Error(said);
    return elapsed(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Lines of the log: client, transaction, microseconds it took, script, second and microsecond. */
function elapsed(folder: string): number {
  const spans = readdirSync(folder)
    .filter((file) => file.startsWith('log'))
    .flatMap((file) => readFileSync(join(folder, file), 'utf8').trim().split('\n'))
    .map((line) => line.split(' ').map(Number))
    .filter(([, transaction]) => transaction === 2)
    .map(([, , took = 0, , second = 0, micro = 0]) => {
      const end = second * 1000 + micro / 1000;
      return { start: end - took / 1000, end };
    });
  return Math.max(...spans.map(({ end }) => end)) - Math.min(...spans.map(({ start }) => start));
}

function run(program: string, args: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const settings = `-c role=${APP} -c search_path=${SCHEMA} -c shaoying.test_clock=off`;
    const child = spawn(program, args, {
      env: { ...process.env, PGOPTIONS: settings },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let said = '';
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (chunk: string) => {
        said += chunk;
      });
    child.once('error', reject);
    child.once('close', (code) => (code === 0 ? resolve(said) : reject(new Error(said))));
  });
}
