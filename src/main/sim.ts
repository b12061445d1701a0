import { execFileSync } from 'node:child_process';
import cliProgress from 'cli-progress';
import { type Command, InvalidArgumentError } from 'commander';
import { merged } from '../../sim/coverage.ts';
import { runTwice, SimFailure, type TwiceRun } from '../../sim/run.ts';
import { gaps, type Row, table } from '../../sim/table.ts';

interface Options {
  readonly seeds: number;
  readonly from: number;
  readonly json?: true;
}

/** `shaoying sim`: seeded histories of a district, each played twice and checked throughout. */
export function simCommand(program: Command): void {
  program
    .command('sim')
    .description(
      '按种子模拟一个区的日常，全程检查 · play a district from seeds, checking all the way',
    )
    .option('--seeds <n>', '种子数 · how many seeds', whole, 100)
    .option('--from <k>', '从第几号种子开始 · the first seed', whole, 1)
    .option('--json', '机器可读输出 · output for machines')
    .action(simulate);
}

async function simulate({ seeds, from, json }: Options): Promise<void> {
  const runs: TwiceRun[] = [];
  const bar = new cliProgress.SingleBar({
    format: '{bar} {value}/{total} · {commands} commands · {duration_formatted}',
    stream: process.stderr,
    noTTYOutput: false,
  });
  bar.start(seeds, 0, { commands: 0 });
  try {
    for (let seed = from; seed < from + seeds; seed++) {
      runs.push(await runTwice(seed));
      bar.update(runs.length, { commands: runs.reduce((sum, run) => sum + run.commands, 0) });
    }
  } catch (error) {
    if (!(error instanceof SimFailure)) throw error;
    bar.stop();
    tellFailure(error, json === true);
    return;
  }
  bar.stop();
  const rows = table(merged(runs.map(({ coverage }) => coverage)));
  if (json === true) console.log(JSON.stringify({ commit: commit(), runs: runs.map(short), rows }));
  else tell(runs, rows);
}

function tell(runs: readonly TwiceRun[], rows: readonly Row[]): void {
  for (const run of runs) {
    const { seed, hash, again, commands, cases, events } = run;
    const faults = Object.values(run.troubles).reduce((sum, n) => sum + n, 0);
    const counts = `${commands} commands, ${cases} cases, ${events} events, ${faults} troubles`;
    console.log(`seed ${seed}: ${counts}\n  first run  ${hash}\n  second run ${again}`);
  }
  for (const kind of ['invariant', 'edge', 'refusal'] as const) {
    console.log(`\n${kind}`);
    for (const { name, count, reason } of rows.filter((row) => row.kind === kind)) {
      const zero = count > 0 ? '' : `  ${reason ?? 'NOT REACHED'}`;
      console.log(`${String(count).padStart(8)}  ${name}${zero}`);
    }
  }
  const missed = gaps(rows);
  console.log(
    `\n${runs.length} seeds, each twice the same; ${missed.length} gaps without a reason`,
  );
}

function tellFailure(failure: SimFailure, json: boolean): void {
  process.exitCode = 1;
  const { seed, command, message, story } = failure;
  if (json) {
    console.log(JSON.stringify({ commit: commit(), seed, command, message, story }));
    return;
  }
  console.log(story.join('\n'));
  console.log(`\nFAILED at commit ${commit()}: ${message}`);
  console.log(`again: npm run sim -- --seeds 1 --from ${seed}`);
}

/** The run without its story, which is long and only asked for when it fails. */
const short = ({ story: _, coverage: __, ...run }: TwiceRun) => run;

function commit(): string {
  try {
    return execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim();
  } catch {
    return 'unknown';
  }
}

function whole(text: string): number {
  const n = Number(text);
  if (!Number.isInteger(n) || n < 1) throw new InvalidArgumentError('a whole number from 1');
  return n;
}
