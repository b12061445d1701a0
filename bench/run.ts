import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { type Child, startChild } from './child.ts';
import { Client } from './client.ts';
import { measure, spread } from './measure.ts';
import { findPgbench, replay } from './pgbench.ts';
import { type Figure, keep, show } from './results.ts';
import { type Call, script } from './tape.ts';
import { floors, type Work, works } from './work.ts';

/**
 * Requests a second of the product, beside a bare route and beside its own statements without it,
 * in one run and in turns: this machine's figures mean little, their ratios more.
 *
 * `--against FOLDER` puts another checkout of the program in the same turns, on a database of its
 * own, and tells how this one compares. The statements are left out then, as by `--no-pgbench`: what
 * they leave to be cleaned up would weigh on one of the two databases alone.
 */
const { values } = parseArgs({
  options: {
    requests: { type: 'string', default: '640' },
    clients: { type: 'string', default: '1,8,32' },
    rounds: { type: 'string', default: '5' },
    cases: { type: 'string', default: '20000' },
    works: { type: 'string', default: '' },
    street: { type: 'string', default: 'licun' },
    against: { type: 'string' },
    pgbench: { type: 'boolean', default: true },
    keep: { type: 'boolean', default: false },
  },
  allowNegative: true,
});
const REQUESTS = Number(values.requests);
const ROUNDS = Number(values.rounds);
const CASES = Number(values.cases);
const CLIENTS = values.clients.split(',').map(Number);
const WORKS = works().filter(({ name }) => name.includes(values.works));
const HERE = fileURLToPath(new URL('..', import.meta.url));

const wanted = values.pgbench && values.against === undefined;
const pgbench = wanted ? findPgbench() : null;
if (wanted && pgbench === null) {
  console.log(
    'pgbench is missing (Debian: apt-get install postgresql-contrib): the statements alone are not measured.',
  );
}

/** The statements of some rounds of a work, as one client sends them. */
async function taped(child: Child, work: Work): Promise<readonly (readonly Call[])[]> {
  const rounds: (readonly Call[])[] = [];
  const client = new Client(() => work.port(child.opened));
  await child.ask('record');
  const count = Math.max(...CLIENTS) * 2 + Math.round(REQUESTS / work.operations);
  for (let i = 0; i < count; i += 1) {
    await work.round(client, child.opened);
    rounds.push((await child.ask('take')) as readonly Call[]);
  }
  await child.ask('stop');
  client.close();
  return rounds;
}

/** Requests a second whose statements pgbench sends, with nothing before the database. */
async function replayed(
  child: Child,
  work: Work,
  tape: readonly (readonly Call[])[],
  clients: number,
): Promise<number> {
  if (pgbench === null || work.replayed === 'not') return Number.NaN;
  const from = child.opened.tenant;
  const to = work.replayed === 'elsewhere' ? ((await child.ask('replica')) as string) : from;
  const ms = await replay(pgbench, child.opened.url, script(tape, clients, { from, to }), clients);
  return ((tape.length - clients) * work.operations * 1000) / ms;
}

/** Requests a second, and for each second of processor time that server and database took. */
interface Pace {
  readonly rate: number;
  readonly cpu: number;
}

interface Turn {
  readonly ours: Pace;
  readonly one: Pace;
  readonly four: Pace;
  readonly other: Pace;
  readonly statements: number;
}

async function turn(
  work: Work,
  clients: number,
  tape: readonly (readonly Call[])[],
): Promise<Turn> {
  const of = async (each: Work, child: Child | null) => {
    if (child === null) return { rate: Number.NaN, cpu: Number.NaN };
    const before = child.cpuMs();
    const { rate, requests } = await measure(each, clients, child.opened, REQUESTS);
    return { rate, cpu: (requests * 1000) / (child.cpuMs() - before) };
  };
  return {
    one: await of(floors[0], ours),
    four: await of(floors[1], ours),
    ours: await of(work, ours),
    other: await of(work, other),
    statements: await replayed(ours, work, tape, clients),
  };
}

function figure(work: Work, clients: number, turns: readonly Turn[]): Figure {
  const against = (what: 'one' | 'four' | 'other', how: keyof Pace = 'rate') =>
    spread(turns.map((each) => each.ours[how] / each[what][how]));
  const statements = () => spread(turns.map((each) => each.ours.rate / each.statements));
  return {
    work: work.name,
    clients,
    perSecond: spread(turns.map(({ ours }) => ours.rate)),
    one: against('one'),
    four: against('four'),
    cpu: against('four', 'cpu'),
    ...(pgbench === null ? {} : { statements: statements() }),
    ...(other === null ? {} : { other: against('other'), otherCpu: against('other', 'cpu') }),
  };
}

if (values.against !== undefined && !existsSync(values.against)) {
  throw new Error(`${values.against}: no such folder`);
}
const children: Child[] = [];
const start = async (checkout: string): Promise<Child> => {
  const child = await startChild(checkout, { street: values.street, cases: CASES });
  children.push(child);
  return child;
};

let ours: Child;
let other: Child | null = null;
try {
  ours = await start(HERE);
  if (values.against !== undefined) other = await start(values.against);
  for (const work of [...floors, ...WORKS]) {
    for (const { opened } of children) await measure(work, 8, opened, REQUESTS);
  }
  const figures: Figure[] = [];
  for (const work of WORKS) {
    const tape = pgbench === null ? [] : await taped(ours, work);
    for (const clients of CLIENTS) {
      process.stderr.write(`${work.name}, clients: ${clients}\n`);
      const turns: Turn[] = [];
      for (let i = 0; i < ROUNDS; i += 1) turns.push(await turn(work, clients, tape));
      figures.push(figure(work, clients, turns));
    }
  }
  const run = { requests: REQUESTS, rounds: ROUNDS, cases: CASES, serverMiB: ours.memoryMiB() };
  show(figures, run);
  if (values.keep) keep(HERE, figures, run, values.against);
} finally {
  for (const child of children) await child.end();
}
