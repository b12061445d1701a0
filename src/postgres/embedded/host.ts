import { randomUUID } from 'node:crypto';
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { alive, beganAt } from './process.ts';

/** A process, told by `since` from a later one of the same number. */
type Who = { pid: number; since: string };

/**
 * What is recorded before each start: PostgreSQL's own lock file names a process, and a process
 * number means nothing on another machine or after a restart of this one.
 */
export type Starting = { host: string; machine: string; boot: string; by: Who };

/** What is recorded after it: which server, and which opening of which process is to stop it. */
type Started = { postmaster: number; by: Who; opening: string };

/** This process on this machine now. */
export function here(): Starting {
  return {
    host: hostname(),
    machine: read('/etc/machine-id'),
    boot: read('/proc/sys/kernel/random/boot_id'),
    by: { pid: process.pid, since: beganAt(process.pid) },
  };
}

export function sameMachine(a: Starting, b: Starting): boolean {
  return a.host === b.host && a.machine === b.machine;
}

export function recordStarting(home: string): void {
  record(home, 'starting.json', here());
}

/** @returns nothing where the server was never started by us */
export function recordedStarting(home: string): Starting | undefined {
  return recorded(home, 'starting.json');
}

/**
 * Takes upon this opening the stopping of the server with this process number.
 *
 * @returns the opening's name, for `isOurs`
 */
export function recordStarted(home: string, postmaster: number): string {
  const started: Started = { postmaster, by: here().by, opening: randomUUID() };
  record(home, 'started.json', started);
  return started.opening;
}

/** Whether the stopping of this server is still upon this opening. */
export function isOurs(home: string, postmaster: number, opening: string): boolean {
  const started: Started | undefined = recorded(home, 'started.json');
  return started?.postmaster === postmaster && started.opening === opening;
}

/** Gives up the stopping of the server: the next to open it takes it over. */
export function releaseStarted(home: string): void {
  rmSync(join(home, 'started.json'), { force: true });
}

/** Whether whoever should stop this server has died, perhaps before saying it was theirs. */
export function isOrphaned(home: string, postmaster: number): boolean {
  const started: Started | undefined = recorded(home, 'started.json');
  if (started?.postmaster === postmaster) return !lives(started.by);
  const starting = recordedStarting(home);
  return starting !== undefined && !lives(starting.by);
}

function lives({ pid, since }: Who): boolean {
  return alive(pid) && beganAt(pid) === since;
}

function record(home: string, name: string, value: Starting | Started): void {
  const draft = join(home, `${name}.${process.pid}`);
  writeFileSync(draft, `${JSON.stringify(value)}\n`, { mode: 0o600 });
  renameSync(draft, join(home, name));
}

function recorded<T>(home: string, name: string): T | undefined {
  const text = read(join(home, name));
  return text === '' ? undefined : JSON.parse(text);
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch {
    return '';
  }
}
