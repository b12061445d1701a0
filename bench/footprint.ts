import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { Program } from '../test/support/program.ts';
import { seeded } from '../test/support/seeded.ts';
import { Client } from './client.ts';
import { works } from './work.ts';

/**
 * What it takes to have the program: milliseconds from its start until it is ready, and MiB of the
 * server (resident) and of all its database's processes (their shares added up).
 * `npm run footprint -- --creates 2000`.
 */
const { values } = parseArgs({ options: { creates: { type: 'string', default: '2000' } } });

interface Line {
  readonly what: string;
  readonly ms: number;
  readonly server: number;
  readonly database: number;
}

const lines: Line[] = [];

const mib = (file: string, name: string): number => {
  const found = new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(readFileSync(file, 'utf8'));
  return Number(found?.[1] ?? 0) / 1024;
};

const note = (what: string, program: Program, began: number): void => {
  const ms = Math.round(performance.now() - began);
  const server = Math.round(mib(`/proc/${program.pid}/status`, 'VmRSS'));
  const shares = program.left().map((pid) => mib(`/proc/${pid}/smaps_rollup`, 'Pss'));
  const database = Math.round(shares.reduce((sum, share) => sum + share, 0));
  lines.push({ what, ms, server, database });
};

async function started(program: Program, what: string, ...args: readonly string[]): Promise<void> {
  const began = performance.now();
  program.start(...args);
  await program.ready();
  note(what, program, began);
}

async function ended(program: Program): Promise<void> {
  program.signal('SIGTERM');
  await program.ended();
}

/** Started on nothing, and once more on what that left. */
async function coldAndWarm(...args: readonly string[]): Promise<void> {
  const command = ['serve', ...args].join(' ');
  const program = new Program();
  try {
    await started(program, `${command}, no data yet`, ...args);
    await ended(program);
    await started(program, `${command}, again`, ...args);
    await ended(program);
  } finally {
    await program.remove();
  }
}

async function underWork(creates: number, clients = 8): Promise<void> {
  const program = new Program({ TRUST_PROXY: '1' });
  const [create] = works();
  if (create === undefined) throw new Error('no work');
  try {
    const posts = await seeded(program);
    await started(program, 'serve, one institution');
    const { port } = program;
    const began = performance.now();
    const work = async (n: number) => {
      const client = new Client(() => port, `192.0.2.${n}`);
      for (let i = n; i < creates; i += clients)
        await create.round(client, { app: port, bare: 0, posts, full: posts });
      client.close();
    };
    await Promise.all(Array.from({ length: clients }, (_, n) => work(n)));
    note(`after ${creates} requests registered`, program, began);
    await ended(program);
  } finally {
    await program.remove();
  }
}

await coldAndWarm();
await coldAndWarm('--demo');
await underWork(Number(values.creates));
console.table(lines);
