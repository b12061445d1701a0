import { readFileSync } from 'node:fs';

/**
 * Whether a process of this number is running, ours to signal or not. One that ended but was never
 * collected (common in containers, where nobody collects orphans) answers signals and is dead.
 */
export function alive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false;
  }
  return statFields(pid)[0] !== 'Z';
}

/** When a process began, in clock ticks since boot; empty where the system does not tell. */
export function beganAt(pid: number): string {
  return statFields(pid)[19] ?? '';
}

/** The fields of /proc/PID/stat from the state on, after the name, which may hold anything. */
function statFields(pid: number): string[] {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  } catch {
    return [];
  }
}
