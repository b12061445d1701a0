import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import type { Spread } from './measure.ts';

/** A work at so many clients; all but `perSecond` are ratios taken turn by turn. */
export interface Figure {
  readonly work: string;
  readonly clients: number;
  readonly perSecond: Spread;
  /** Against the bare route with one INSERT, and with BEGIN, four INSERTs and COMMIT. */
  readonly one: Spread;
  readonly four: Spread;
  /** Requests for each second of processor time, the database's included, against the latter. */
  readonly cpu: Spread;
  /** Against the work's own statements, sent by pgbench. */
  readonly statements?: Spread;
  /** Against the other checkout. */
  readonly other?: Spread;
  readonly otherCpu?: Spread;
}

export interface Run {
  readonly requests: number;
  readonly rounds: number;
  readonly cases: number;
  readonly serverMiB: number;
}

export function show(figures: readonly Figure[], run: Run): void {
  console.log(table(figures, run));
}

/** Kept under the commit it measured, and the other; `-changed` where a checkout was not its commit. */
export function keep(
  checkout: string,
  figures: readonly Figure[],
  run: Run,
  against: string | undefined,
): void {
  const commit = commitOf(checkout);
  const machine = { cpus: cpus().length, memoryGiB: Math.round(totalmem() / 2 ** 30) };
  const other = against === undefined ? {} : { against: commitOf(against) };
  const body = { at: new Date().toISOString(), commit, ...other, machine, node: process.version };
  const folder = join(checkout, 'bench/results');
  mkdirSync(folder, { recursive: true });
  const json = JSON.stringify({ ...body, ...run, figures }, null, 2);
  const name = against === undefined ? commit : `${commit}-against-${commitOf(against)}`;
  const title = name.replaceAll('-', ' ');
  writeFileSync(join(folder, `${name}.json`), `${json}\n`);
  writeFileSync(join(folder, `${name}.md`), `# ${title}\n\n${table(figures, run)}\n`);
}

function commitOf(checkout: string): string {
  const git = (...args: string[]) =>
    execFileSync('git', ['-C', checkout, ...args], { encoding: 'utf8' }).trim();
  const changed = git('status', '--porcelain', '--', '.', ':!bench/results') !== '';
  return `${git('rev-parse', '--short=10', 'HEAD')}${changed ? '-changed' : ''}`;
}

/** Each cell the median of its turns, and in brackets how far apart they lay. */
function table(figures: readonly Figure[], { requests, rounds, cases, serverMiB }: Run): string {
  const columns: readonly [string, (figure: Figure) => string][] = [
    ['work', ({ work }) => work],
    ['clients', ({ clients }) => String(clients)],
    ['÷ one INSERT', ({ one }) => cell(one)],
    ['÷ BEGIN, four INSERTs, COMMIT', ({ four }) => cell(four)],
    ['by processor time', ({ cpu }) => cell(cpu)],
    ['÷ its own statements', ({ statements }) => cell(statements)],
    ['÷ the other checkout', ({ other }) => cell(other)],
    ['by processor time', ({ otherCpu }) => cell(otherCpu)],
  ];
  const used = columns.filter(([, of]) => figures.some((figure) => of(figure) !== ''));
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [
    line(used.map(([name]) => name)),
    line(used.map(() => '---')),
    ...figures.map((figure) => line(used.map(([, of]) => of(figure)))),
    '',
    `Requests a second as ratios: the median of ${rounds} turns of about ${requests} requests (least to most); lists over ${cases} cases. The server took ${serverMiB} MiB.`,
  ].join('\n');
}

const cell = (spread: Spread | undefined): string =>
  spread === undefined || Number.isNaN(spread.median)
    ? ''
    : `${spread.median.toFixed(2)} (${spread.least.toFixed(2)} to ${spread.most.toFixed(2)})`;
