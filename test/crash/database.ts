import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { openEmbedded } from '../../src/postgres/embedded/open.ts';
import { alive } from '../../src/postgres/embedded/process.ts';
import { migrate } from '../../src/postgres/migrate.ts';
import { hammer, type Toll } from './hammer.ts';
import { openSide } from './side.ts';

/**
 * Kills an embedded database, set as it is shipped, under clients at work, and has it started
 * again. `node test/crash/database.ts 20` does it twenty times and prints the toll.
 */
export async function killDatabase(kills: number, clients = 8): Promise<Toll> {
  const dataDir = await mkdtemp(join(tmpdir(), 'shaoying-crash-'));
  const server = await openEmbedded({ dataDir, say: () => {} });
  try {
    await migrate(server.url);
    const side = openSide(server.url);
    await side.store.createTenant('crash');
    const kill = async () => {
      const victims = killAll(server.pid);
      while (victims.some(alive)) await pause(5);
      await server.revive();
    };
    const toll = await hammer(side, { tenant: 'crash', clients, kills, kill });
    await side.close();
    return toll;
  } finally {
    await server.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}

/**
 * The server and its sessions. Without their parent, sessions would still finish and answer what
 * they are at, and nobody would be cut off.
 */
function killAll(pid: number): number[] {
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ');
  const victims = [pid, ...children.map(Number)];
  for (const victim of victims) if (alive(victim)) process.kill(victim, 'SIGKILL');
  return victims;
}

if (import.meta.main) console.table(await killDatabase(Number(process.argv[2] ?? 20)));
