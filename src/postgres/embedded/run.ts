import { type SpawnOptions, spawn } from 'node:child_process';
import type { Account } from './account.ts';

/** How a program ended; a program that could not be started at all has code -1. */
export type Ran = { code: number; output: string };

/**
 * Runs one of the server's programs to its end: under the account, from `/` (the server keeps its
 * working directory, and ours may be closed to the account), in a session of its own (so that a
 * Ctrl-C in the terminal does not reach the server), with an environment that hides our PG* names.
 */
export function run(
  account: Account | undefined,
  file: string,
  args: string[],
  output: 'kept' | 'ignored' = 'kept',
): Promise<Ran> {
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
    child.on('error', (error) => resolve({ code: -1, output: error.message }));
    child.on('close', (code) => resolve({ code: code ?? -1, output: chunks.join('').trim() }));
  });
}
