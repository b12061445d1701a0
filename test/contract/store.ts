import { beforeAll, describe } from 'vitest';
import type { Harness } from './harness.ts';
import { machineContract } from './machines.ts';
import { queriesContract } from './queries.ts';
import { readWriteContract } from './read-write.ts';
import { engineContract } from './through-engine.ts';
import { vaultContract } from './vault.ts';

/**
 * What the engine relies on, of every implementation of its ports alike. `make` is called once; the
 * tests keep apart by tenant, as institutions do.
 */
export function storeContract(name: string, make: () => Promise<Harness>): void {
  describe(`the ports of the engine, ${name}`, () => {
    let harness: Harness | undefined;
    beforeAll(async () => {
      harness = await make();
    });
    const ports = (): Harness => {
      if (harness === undefined) throw new Error('the harness was not made');
      return harness;
    };
    readWriteContract(ports);
    machineContract(ports);
    queriesContract(ports);
    vaultContract(ports);
    engineContract(ports);
  });
}
