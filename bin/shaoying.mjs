#!/usr/bin/env node
/**
 * Runs the command line on Node 24 wherever it is called from: npm scripts find the pinned Node by
 * themselves, a shell or systemd does not. Plain JavaScript for Node 20, with nothing installed.
 */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { constants } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { NODE_FLAGS, NODE_MAJOR, nodeToRunWith } from '../scripts/node24.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const node = existsSync(join(root, 'node_modules')) ? nodeToRunWith(root) : undefined;

if (node === undefined) {
  console.error(
    `尚未安装（或缺少 Node ${NODE_MAJOR}）：请先在 ${root} 运行 npm start。\n` +
      `Not installed yet (or Node ${NODE_MAJOR} is missing): run npm start in ${root} first.`,
  );
  process.exitCode = 1;
} else {
  const program = [...NODE_FLAGS, join(root, 'src', 'main', 'run.mjs'), ...process.argv.slice(2)];
  const child = spawn(node, program, { stdio: 'inherit' });
  // A terminal signals the whole group, a supervisor only us: the child must bear one or two.
  for (const signal of /** @type {const} */ (['SIGTERM', 'SIGINT', 'SIGHUP']))
    process.on(signal, () => child.kill(signal));
  child.on('error', (error) => {
    console.error(error.message);
    process.exitCode = 1;
  });
  child.on('exit', (code, signal) => {
    process.exitCode = signal === null ? (code ?? 1) : 128 + constants.signals[signal];
  });
}
