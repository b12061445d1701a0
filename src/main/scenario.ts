import { type Command, InvalidArgumentError, Option } from 'commander';
import type { Lang } from '../core/text.ts';
import { portAsked } from './config.ts';
import { Lifecycle } from './lifecycle.ts';
import { say } from './say.ts';
import { scenarioNames } from './scenario/file.ts';
import { inMemory, inPostgres, PASSWORD } from './scenario/house.ts';
import { storyOf, tell } from './scenario/run.ts';

interface Options {
  readonly lang: Lang;
  readonly watch?: true;
  readonly memory?: true;
}

/** `shaoying scenario`: a rulebook's story, played through the public doors under a test clock. */
export function scenarioCommand(program: Command): void {
  const names = scenarioNames().join(', ');
  program
    .command('scenario')
    .description('演示一个规则库的情景 · play the story of a rulebook')
    .argument('<name>', `${names}`, known)
    .addOption(new Option('--lang <lang>', '语言 · language').choices(['zh', 'en']).default('zh'))
    .option('--watch', '结束后保留网页，直到 Ctrl-C · leave the server up until Ctrl-C')
    .option('--memory', '不启动数据库 · without a database')
    .action(run);
}

function known(name: string): string {
  if (scenarioNames().includes(name)) return name;
  throw new InvalidArgumentError(`可选 · one of: ${scenarioNames().join(', ')}`);
}

const opened = (origin: string): void =>
  say({ zh: `可以看着它发生：${origin}/demo`, en: `Watch it happen: ${origin}/demo` });

async function run(name: string, { lang, watch, memory }: Options): Promise<void> {
  const life = new Lifecycle();
  life.endOnSignals();
  let watching = false;
  try {
    const story = storyOf(name);
    const stores = memory === true ? inMemory() : await inPostgres(life);
    const print = (prose: string) => console.log(prose);
    const { house, wrong, sound } = await tell(story, stores, life, {
      lang,
      print,
      watch: watch === true,
      ...(watch === true ? { port: portAsked(), opened } : {}),
    });
    if (wrong !== null || !sound) process.exitCode = 1;
    watching = watch === true;
    if (watching) {
      say({
        zh: `请打开 ${house.origin}/demo 看登录名；密码都是 ${PASSWORD}。时间停在情景结束的一刻；Ctrl-C 结束，什么也不留下。`,
        en: `Open ${house.origin}/demo for whom to sign in as; every password is ${PASSWORD}. Time stands at the story’s end; Ctrl-C ends it and leaves nothing behind.`,
      });
    }
  } finally {
    if (!watching) await life.end();
  }
}
