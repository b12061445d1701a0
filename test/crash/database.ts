import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openEmbedded } from '../../src/postgres/embedded/open.ts';
import { migrate } from '../../src/postgres/migrate.ts';
import { hammer, type Toll } from './hammer.ts';
import { openSide } from './side.ts';
import { killWhole } from './victims.ts';

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
      await killWhole(server.pid);
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

if (import.meta.main) console.table(await killDatabase(Number(process.argv[2] ?? 20)));
