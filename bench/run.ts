import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { parseArgs } from 'node:util';
import { Client } from './client.ts';
import { bare, type Server, type Work, works } from './work.ts';

/**
 * Requests a second, each beside the bare route in the same run: this machine's figures mean
 * little, their ratios more. `npm run bench -- --requests 2000 --street UNIT`.
 */
const { values } = parseArgs({
  options: {
    requests: { type: 'string', default: '1600' },
    clients: { type: 'string', default: '1,8' },
    rounds: { type: 'string', default: '3' },
    street: { type: 'string', default: '' },
    keep: { type: 'boolean', default: false },
  },
});
const REQUESTS = Number(values.requests);

interface Figure {
  readonly work: string;
  readonly clients: number;
  readonly perSecond: number;
  /** Against the bare route at as many clients: the median over the rounds. */
  readonly ratio: number;
}

const startServer = (): Promise<{ server: Server; pid: number; end: () => Promise<void> }> =>
  new Promise((resolve, reject) => {
    const file = new URL('./server.ts', import.meta.url).pathname;
    const child = spawn(process.execPath, [file, ...(values.street ? [values.street] : [])], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    child.once('exit', (code) => reject(new Error(`the server ended with ${code}`)));
    child.stdout.once('data', (line: Buffer) =>
      resolve({
        server: JSON.parse(line.toString()),
        pid: child.pid ?? 0,
        end: () =>
          new Promise((done) => {
            child.removeAllListeners('exit');
            child.once('exit', () => done());
            child.kill('SIGTERM');
          }),
      }),
    );
  });

/** Requests a second over a fixed count, shared by so many clients. */
const measure = async (work: Work, clients: number, server: Server): Promise<number> => {
  const rounds = Math.max(1, Math.round(REQUESTS / work.operations / clients));
  const started = performance.now();
  await Promise.all(
    Array.from({ length: clients }, async () => {
      const client = new Client(() => work.port(server));
      for (let i = 0; i < rounds; i++) await work.round(client, server);
      client.close();
    }),
  );
  return (rounds * clients * work.operations * 1000) / (performance.now() - started);
};

const median = (numbers: readonly number[]): number =>
  numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN;

const memoryMiB = (pid: number): number => {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return Math.round(Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024);
};

const { server, pid, end } = await startServer();
const figures: Figure[] = [];
try {
  for (const work of [bare, ...works]) await measure(work, 4, server);
  for (const clients of values.clients.split(',').map(Number)) {
    for (const work of works) {
      const pairs: { ours: number; bare: number }[] = [];
      for (let i = 0; i < Number(values.rounds); i++) {
        pairs.push({
          bare: await measure(bare, clients, server),
          ours: await measure(work, clients, server),
        });
      }
      const perSecond = median(pairs.map(({ ours }) => ours));
      const ratio = median(pairs.map((pair) => pair.ours / pair.bare));
      if (work === works[0]) {
        const floor = median(pairs.map((pair) => pair.bare));
        figures.push({ work: bare.name, clients, perSecond: Math.round(floor), ratio: 1 });
      }
      figures.push({
        work: work.name,
        clients,
        perSecond: Math.round(perSecond),
        ratio: Math.round(ratio * 100) / 100,
      });
    }
  }
  console.table(figures);
  const serverMiB = memoryMiB(pid);
  console.log(`server ${serverMiB} MiB resident`);
  if (values.keep) keep(figures, serverMiB);
} finally {
  await end();
}

function keep(kept: readonly Figure[], serverMiB: number): void {
  const folder = new URL('./results/', import.meta.url);
  mkdirSync(folder, { recursive: true });
  const at = new Date().toISOString();
  const machine = { cpus: cpus().length, memoryGiB: Math.round(totalmem() / 2 ** 30) };
  const body = { at, machine, node: process.version, requests: REQUESTS, serverMiB, figures: kept };
  const file = new URL(`${at.slice(0, 10)}.json`, folder);
  writeFileSync(file, `${JSON.stringify(body, null, 2)}\n`);
}
