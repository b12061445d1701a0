import { readFileSync } from 'node:fs';
import { alive } from '../../src/postgres/embedded/process.ts';
import { until } from '../support/until.ts';

/**
 * kill -9 of a database and all its processes. Of the first alone, its sessions would still finish
 * and answer what they are at, and nobody would be cut off.
 */
export async function killWhole(postmaster: number): Promise<void> {
  await kill([postmaster, ...childrenOf(postmaster)]);
}

/** kill -9 of its first process alone: the others notice, and end when they have finished. */
export async function killFirst(postmaster: number): Promise<void> {
  await kill([postmaster]);
}

async function kill(victims: readonly number[]): Promise<void> {
  for (const victim of victims) if (alive(victim)) process.kill(victim, 'SIGKILL');
  await until(() => !victims.some(alive));
}

function childrenOf(pid: number): number[] {
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim();
  return children === '' ? [] : children.split(' ').map(Number);
}
