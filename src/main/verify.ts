import cliProgress from 'cli-progress';
import type { Command } from 'commander';
import { isSound, type Verified, verify } from '../engine/verify/index.ts';
import { openStanding, processes } from './backend.ts';
import { ConfigFault, readConfig } from './config.ts';
import { Lifecycle } from './lifecycle.ts';

interface Options {
  readonly tenant?: string;
  readonly json?: true;
}

/** `shaoying verify`: replays every stream and compares it with all that is stored. */
export function verifyCommand(program: Command): void {
  program
    .command('verify')
    .description(
      '重放全部记录并与存储逐项比对 · replay every stream and compare all that is stored',
    )
    .option('--tenant <name>', '只核对这一个机构 · this institution only')
    .option('--json', '机器可读输出 · output for machines')
    .action(run);
}

async function run({ tenant, json }: Options): Promise<void> {
  const life = new Lifecycle();
  life.endOnSignals();
  try {
    const backend = await openStanding(readConfig(), life);
    const tenants = tenant === undefined ? await backend.store.tenants() : [tenant];
    if (tenants.length === 0) {
      throw new ConfigFault({
        zh: '这个数据库里还没有任何机构，没有可以核对的。',
        en: 'There is no institution in this database yet: nothing to verify.',
      });
    }
    const results: Record<string, Verified> = {};
    for (const name of tenants) {
      const bar = progress(name);
      const parts = { ...backend, processes, onProgress: bar.update };
      results[name] = await verify(parts, name);
      bar.stop();
    }
    if (json === true) console.log(JSON.stringify(results));
    else for (const [name, verified] of Object.entries(results)) tell(name, verified);
    if (!Object.values(results).every(isSound)) process.exitCode = 1;
  } finally {
    await life.end();
  }
}

function progress(tenant: string) {
  const bar = new cliProgress.SingleBar({
    format: `${tenant}: {value} streams · {duration_formatted}`,
    stream: process.stderr,
    noTTYOutput: false,
  });
  bar.start(0, 0);
  return { update: (streams: number) => bar.update(streams), stop: () => bar.stop() };
}

/** Differences shown of each; the rest are counted. */
const SHOWN = 20;

function tell(tenant: string, verified: Verified): void {
  const { streams, events, positions, checkpoints, differences, settled } = verified;
  console.log(`\n${tenant}`);
  console.log(
    `  ${streams} streams, ${events} events, ${positions} positions, ${checkpoints} checkpoints replayed`,
  );
  tellConservation(verified);
  tellVerdicts(verified);
  if (!settled) {
    console.log('  后续步骤尚未办完，跨件约定未全部核对 · reactions are waiting: not all was due');
  }
  for (const { subject, stream, stored, derived } of differences.slice(0, SHOWN)) {
    console.log(`  DIFFERS  ${subject} of ${stream ?? 'the tenant'}`);
    console.log(`    stored   ${stored}\n    derived  ${derived}`);
  }
  if (differences.length > SHOWN) console.log(`  and ${differences.length - SHOWN} more`);
  const sound = isSound(verified) ? '一致 · all of it holds' : '不一致 · NOT SOUND';
  console.log(`  ${differences.length} differences; ${sound}`);
}

function tellConservation({ conservation }: Verified): void {
  const { received, lists } = conservation;
  const parts = Object.entries(lists).map(([bucket, n]) => `${n} ${bucket}`);
  console.log(`  守恒 conservation: ${received} received = ${parts.join(' + ')}`);
}

function tellVerdicts({ verdicts }: Verified): void {
  for (const { invariant, evaluated, violations, imported } of verdicts) {
    const { number, name } = invariant;
    const checked =
      evaluated === 0 ? 'NOT CHECKED: 没有相关记录 · nothing it is about' : `${evaluated} checked`;
    const broken = violations.length === 0 ? '' : `, ${violations.length} BROKEN`;
    const apart =
      imported.evaluated === 0
        ? ''
        : ` (imported, apart: ${imported.evaluated} checked, ${imported.violations.length} not met)`;
    const title = `${String(number).padStart(4)}  ${name.zh} · ${name.en}`;
    console.log(`${title}\n        ${checked}${broken}${apart}`);
    for (const { stream, what } of violations.slice(0, SHOWN)) {
      console.log(`        ${stream ?? 'all'}: ${what}`);
    }
  }
}
