import { type SpawnOptions, spawn } from 'node:child_process';
import type { Account } from './account.ts';

/** How a program ended; a program that could not be started at all has code -1. */
export type Ran = { code: number; output: string };

/** What ends us; whoever sends it to our whole group sends it again. */
const ENDING: ReadonlySet<string | null> = new Set(['SIGTERM', 'SIGINT', 'SIGHUP']);

/**
 * Runs one of the server's programs to its end: under the account, from `/` (the server keeps its
 * working directory, and ours may be closed to the account), in a session of its own (so that a
 * Ctrl-C in the terminal does not reach the server), with an environment that hides our PG* names.
 *
 * For a moment after it is forked it is still of our group: a signal to all of it ends the program
 * before it has begun, and it is run again, or nobody would stop the server.
 */
export async function run(...asked: Parameters<typeof runOnce>): Promise<Ran> {
  for (;;) {
    const { signal, ...ran } = await runOnce(...asked);
    if (!ENDING.has(signal)) return ran;
  }
}

function runOnce(
  account: Account | undefined,
  file: string,
  args: string[],
  output: 'kept' | 'ignored' = 'kept',
): Promise<Ran & { signal: string | null }> {
  const options: SpawnOptions = {
    cwd: '/',
    detached: true,
    env: { PATH: '/usr/local/bin:/usr/bin:/bin', LC_ALL: 'C.UTF-8', TZ: 'UTC' },
    // What outlives its starter must not hold the starter's pipes.
    stdio: output === 'kept' ? ['ignore', 'pipe', 'pipe'] : 'ignore',
    ...(account && { uid: account.uid, gid: account.gid }),
  };
  return new Promise((resolve) => {
    const chunks: string[] = [];
    const child = spawn(file, args, options);
    for (const stream of [child.stdout, child.stderr])
      stream?.setEncoding('utf8').on('data', (chunk: string) => chunks.push(chunk));
    child.on('error', (error) => resolve({ code: -1, signal: null, output: error.message }));
    child.on('close', (code, signal) =>
      resolve({ code: code ?? -1, signal, output: chunks.join('').trim() }),
    );
  });
}
