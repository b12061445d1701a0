import { setTimeout as pause } from 'node:timers/promises';
import { type Random, randomFor } from '../../sim/random.ts';
import { Program } from '../support/program.ts';
import { seeded, TENANT } from '../support/seeded.ts';
import { until } from '../support/until.ts';
import { Crowd } from './crowd.ts';
import { onceIn, presenceIn, type Toll, tollOf } from './presence.ts';
import { killFirst, killWhole } from './victims.ts';

/** Whose death is met: the server alone, the database under a living server, or both at once. */
export type Victim = 'server' | 'database' | 'both';

export interface Killing {
  readonly victim: Victim;
  readonly kills: number;
  readonly seed: number;
  readonly clients?: number;
}

export interface Killed extends Toll {
  readonly kills: number;
  /** The fewest requests on the way at a kill in full work. */
  readonly inFlight: number;
  /** Of those unacknowledged, asked again under their keys: answered as having happened before. */
  readonly replayed: number;
  /** Of those acknowledged, asked again: given the same answer as having happened before. */
  readonly sameAnswer: number;
  /** In the end, requests that are there once, of how many. */
  readonly once: number;
  readonly requests: number;
  readonly unasked: number;
  /** What `verify` found different or broken, and its exit code. */
  readonly differences: number;
  readonly verifyCode: number | null;
}

/**
 * Kills the program's processes at seeded moments, under clients at work, and has it started again;
 * then counts what is in the log, asks for everything again under its key, counts anew and verifies.
 */
export async function killProgram({ victim, kills, seed, clients = 8 }: Killing): Promise<Killed> {
  const program = new Program({ TRUST_PROXY: '1' });
  try {
    const posts = await seeded(program);
    program.start();
    await program.ready();
    const crowd = new Crowd(program, posts, clients);
    const random = randomFor(seed, 'faults');
    let inFlight = clients;
    for (let killed = 0; killed < kills; killed++) {
      inFlight = Math.min(inFlight, await momentOf(program, random, crowd));
      await kill(program, victim, random);
    }
    await program.ready();
    await untilAtWork(program, crowd);
    await crowd.stop();

    const count = () => program.inside(({ audit }) => presenceIn(audit, TENANT));
    const toll = tollOf(crowd, await count());
    const acknowledged = [...crowd.acknowledged];
    const replayed = await crowd.askAgain(crowd.unacknowledged);
    const sameAnswer = await crowd.askAgain(acknowledged);
    const inTheEnd = onceIn(crowd, await count());
    program.signal('SIGTERM');
    await program.ended();
    const requests = crowd.book.length;
    const verified = await verify(program);
    return { kills, inFlight, ...toll, replayed, sameAnswer, ...inTheEnd, requests, ...verified };
  } finally {
    await program.remove();
  }
}

/** As many answers as any kill in full work has before it, at most. */
const BETWEEN = 60;
/** A start takes longer than this, so that some kills meet it. */
const WHILE_STARTING = 600;

/**
 * Waits for the next moment to kill: mostly some answers later, sometimes at once, which meets a
 * program that is only starting, or recovering. Returns how many requests were on the way, where it
 * was at work.
 */
async function momentOf(program: Program, random: Random, crowd: Crowd): Promise<number> {
  if (random.chance(0.2)) {
    await pause(random.int(0, WHILE_STARTING));
    return Number.POSITIVE_INFINITY;
  }
  await untilAtWork(program, crowd, random.int(8, BETWEEN));
  await pause(random.int(0, 10));
  return crowd.inFlight;
}

async function untilAtWork(program: Program, crowd: Crowd, answers = BETWEEN): Promise<void> {
  const enough = crowd.acknowledged.length + answers;
  await until(async () => {
    crowd.check();
    await program.checkAlive();
    return crowd.acknowledged.length >= enough;
  });
}

async function kill(program: Program, victim: Victim, random: Random): Promise<void> {
  const killIt = random.chance(0.5) ? killFirst : killWhole;
  if (victim === 'database') await until(() => program.postmaster !== undefined);
  const database = program.postmaster;
  await Promise.all([
    ...(victim === 'server' || database === undefined ? [] : [killIt(database)]),
    ...(victim === 'database' ? [] : [program.kill()]),
  ]);
  if (victim !== 'database') program.start();
}

async function verify(program: Program) {
  const { code, output } = await program.run('verify', '--json');
  const told = output.split('\n').find((line) => line.startsWith('{')) ?? '{}';
  const { differences = [], verdicts = [] } = JSON.parse(told)[TENANT] ?? {};
  const broken = verdicts.flatMap(({ violations }: { violations: unknown[] }) => violations);
  return { differences: differences.length + broken.length, verifyCode: code };
}
