import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { alive, beganAt } from './process.ts';

/**
 * The machine and its boot, recorded before each start: PostgreSQL's own lock file names a process,
 * and a process number means nothing on another machine or after a restart of this one.
 */
export type Host = { host: string; machine: string; boot: string };

/** Whose it is to stop the server; `since` tells the process from a later one of its number. */
export type Starter = { postmaster: number; pid: number; since: string };

/** This machine now. */
export function thisHost(): Host {
  return {
    host: hostname(),
    machine: read('/etc/machine-id'),
    boot: read('/proc/sys/kernel/random/boot_id'),
  };
}

export function sameMachine(a: Host, b: Host): boolean {
  return a.host === b.host && a.machine === b.machine;
}

/** @returns nothing where the server was never started by us */
export function recordedHost(home: string): Host | undefined {
  return recorded(home, 'host.json');
}

export function recordHost(home: string): void {
  record(home, 'host.json', thisHost());
}

/** Takes upon this process the stopping of the server with this process number. */
export function recordStarter(home: string, postmaster: number): void {
  const starter: Starter = { postmaster, pid: process.pid, since: beganAt(process.pid) };
  record(home, 'starter.json', starter);
}

/** Whether this process is the one to stop the server. */
export function weStarted(home: string, postmaster: number): boolean {
  const starter: Starter | undefined = recorded(home, 'starter.json');
  return starter?.postmaster === postmaster && starter.pid === process.pid && lives(starter);
}

/** Whether nobody is left whose it would be to stop the server. */
export function orphaned(home: string, postmaster: number): boolean {
  const starter: Starter | undefined = recorded(home, 'starter.json');
  // Another server's starter: this one's is just about to record itself.
  return starter?.postmaster === postmaster && !lives(starter);
}

function lives(starter: Starter): boolean {
  return alive(starter.pid) && beganAt(starter.pid) === starter.since;
}

function record(home: string, name: string, value: Host | Starter): void {
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
