import { createHash } from 'node:crypto';
import { caseProcess } from '../src/core/case/index.ts';
import { processes } from '../src/core/processes.ts';
import type { AnyProcess } from '../src/engine/upcast.ts';
import {
  checkEdges,
  checkErased,
  checkLog,
  checkNoClockForgotten,
  checkNothingPrivate,
  checkOnceOnly,
  checkPlaces,
} from './check.ts';
import type { Coverage } from './coverage.ts';
import { Days } from './days.ts';
import { Broken } from './story.ts';

/** Mon 22 Dec 2025 09:00 in China: the first clocks reach into a year nobody has published. */
const START = Date.UTC(2025, 11, 22, 1, 0);

/** Commands asked for in one history, at least. */
const COMMANDS = 330;

/** Steps after them in which supports are offered and answered: what comes before stays as it was. */
const SUPPORTS = 30;

export interface Run {
  readonly seed: number;
  /** Of all event bytes, stream by stream. */
  readonly hash: string;
  readonly commands: number;
  readonly events: number;
  readonly cases: number;
  /** Faults and other troubles by name. */
  readonly troubles: Readonly<Record<string, number>>;
  readonly coverage: Coverage;
  readonly story: readonly string[];
}

/** One seed broke a promise: which, at which command, and how it came to that. */
export class SimFailure extends Error {
  override name = 'SimFailure';
  readonly seed: number;
  readonly command: number;
  readonly story: readonly string[];

  constructor(seed: number, command: number, story: readonly string[], cause: Error) {
    super(`seed ${seed}, command #${command}: ${cause.message}`, { cause });
    this.seed = seed;
    this.command = command;
    this.story = story;
  }
}

export interface RunOptions {
  /** The case or the whistle as decided here; a test plants a bug in it. */
  readonly process?: AnyProcess;
  /** The same person's words, told otherwise; nothing else may change by it. */
  readonly retell?: (text: string) => string;
}

/**
 * One seed, one history: the production engine and deciders on the memory store, people and
 * troubles drawn from the seed, every promise checked on the way and at the end.
 *
 * @throws SimFailure
 */
export async function playSeed(seed: number, options: RunOptions = {}): Promise<Days> {
  const all = processes.map((usual) =>
    options.process?.name === usual.name ? options.process : usual,
  );
  const { retell = (text) => text } = options;
  const days = new Days({ seed, processes: all, start: START, retell });
  const { world } = days;
  try {
    await days.begin();
    while (world.story.commands < COMMANDS) await days.step();
    for (let n = 0; n < SUPPORTS; n++) await days.support();
    await days.end();
    checkNoClockForgotten(world);
    checkEdges(world, all, days.coverage);
    checkPlaces(world);
    checkErased(world);
    checkOnceOnly(world);
    checkNothingPrivate(world);
    await checkLog(world, all);
  } catch (error) {
    const cause = error instanceof Error ? error : new Broken(String(error));
    throw new SimFailure(seed, world.story.commands, world.story.lines, cause);
  }
  return days;
}

/** A seed played, and what it came to. */
export async function runSeed(seed: number, options: RunOptions = {}): Promise<Run> {
  const { world, coverage } = await playSeed(seed, options);
  const { tables, story, counts, refusals } = world;
  const logs = [...tables.events.values()];
  for (const [code, n] of Object.entries(refusals)) coverage.refusals[code] = n;
  return {
    seed,
    hash: hashOf(logs.flat().map(({ bytes }) => bytes)),
    commands: story.commands,
    events: logs.flat().length,
    cases: logs.filter(([first]) => first?.process === caseProcess.name).length,
    troubles: counts,
    coverage,
    story: story.lines,
  };
}

function hashOf(bytes: readonly string[]): string {
  const hash = createHash('sha256');
  for (const line of bytes) hash.update(line).update('\n');
  return hash.digest('hex');
}

export interface TwiceRun extends Run {
  /** The second run's hash. */
  readonly again: string;
}

/** Runs a seed twice; two histories that differ are a failure of the simulator or of a decider. */
export async function runTwice(seed: number, options: RunOptions = {}): Promise<TwiceRun> {
  const first = await runSeed(seed, options);
  const second = await runSeed(seed, options);
  if (first.hash !== second.hash) {
    const at = first.story.findIndex((line, n) => line !== second.story[n]);
    const told = [
      ...first.story.slice(0, at + 1),
      `the second time: ${second.story[at] ?? 'no more'}`,
    ];
    throw new SimFailure(seed, first.commands, told, new Broken('two runs of it differ'));
  }
  return { ...first, again: second.hash };
}
