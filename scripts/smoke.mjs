/**
 * Does what a newcomer does: `npm start`, waits until it is ready, and tells it to stop, twice, as
 * a terminal would. Nothing may be left running, the database included.
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const READY_WITHIN_S = 300;
const GONE_WITHIN_S = 60;

/** @type {{ what: string, ok: boolean }[]} */
const checks = [];
/** @param {string} what @param {boolean} ok */
function check(what, ok) {
  checks.push({ what, ok });
  console.log(`${ok ? 'ok  ' : 'FAIL'} ${what}`);
}

/** @returns {Promise<number>} */
function freePort() {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

/** @param {() => boolean | Promise<boolean>} holds @param {number} seconds */
async function within(holds, seconds) {
  for (let tenths = 0; tenths < seconds * 10; tenths += 1) {
    if (await holds()) return true;
    await pause(100);
  }
  return false;
}

/** @param {string} url */
async function answers200(url) {
  try {
    return (await fetch(url)).status === 200;
  } catch {
    return false;
  }
}

/** Where the database was put. @param {string} data */
function databaseHome(data) {
  const note = join(data, 'postgres.location');
  return existsSync(note) ? readFileSync(note, 'utf8').trim() : join(data, 'postgres');
}

/** The database's process. @param {string} data */
function postmaster(data) {
  const lock = join(databaseHome(data), 'pgdata', 'postmaster.pid');
  return existsSync(lock) ? Number(readFileSync(lock, 'utf8').split('\n')[0]) : undefined;
}

/** Whether it runs; one that ended and was not collected does not. @param {number} pid */
function running(pid) {
  try {
    process.kill(pid, 0);
    const stat = `/proc/${pid}/stat`;
    return !existsSync(stat) || !/\) Z /.test(readFileSync(stat, 'utf8'));
  } catch {
    return false;
  }
}

const data = mkdtempSync(join(tmpdir(), 'shaoying-smoke-'));
const port = await freePort();
const began = Date.now();
const { DATABASE_URL: _unused, ...env } = process.env;
const npm = spawn('npm', ['start'], {
  cwd: root,
  env: { ...env, PORT: String(port), SHAOYING_DATA: data },
  stdio: ['ignore', 'inherit', 'inherit'],
  // A group of its own, to be signalled as a terminal signals: everyone in it.
  detached: true,
});
/** @type {number | null | undefined} */
let ended;
npm.on('exit', (code) => {
  ended = code;
});
const group = npm.pid ?? 0;

const ready = await within(
  async () => ended !== undefined || (await answers200(`http://localhost:${port}/health/ready`)),
  READY_WITHIN_S,
);
check(
  `npm start is ready (${((Date.now() - began) / 1000).toFixed(1)} s)`,
  ready && ended === undefined,
);
const database = postmaster(data);
check('its database runs', database !== undefined && running(database));

if (ended === undefined) {
  process.kill(-group, 'SIGTERM');
  process.kill(-group, 'SIGTERM');
}
check('npm start ends when told to', await within(() => ended !== undefined, GONE_WITHIN_S));
check(
  'and takes the server with it',
  await within(async () => !(await answers200(`http://localhost:${port}/health/ready`)), 5),
);
check(
  'and the database',
  await within(() => database === undefined || !running(database), GONE_WITHIN_S),
);
check('which closed its files properly', postmaster(data) === undefined);

rmSync(databaseHome(data), { recursive: true, force: true });
rmSync(data, { recursive: true, force: true });
const failed = checks.filter(({ ok }) => !ok).length;
console.log(`npm start: ${checks.length - failed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
