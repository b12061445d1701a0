import { createHash } from 'node:crypto';
import { randomFor } from '../../sim/random.ts';
import type { Taped } from '../../sim/world.ts';
import { createCrypto } from '../../src/engine/crypto.ts';
import { createEngine } from '../../src/engine/engine.ts';
import type { TenantId } from '../../src/engine/ports.ts';
import type { Answer } from '../../src/engine/request.ts';
import { processes } from '../../src/main/backend.ts';
import type { Harness } from '../contract/harness.ts';

export { processes };

/** Plays a district's days from their tape on any store; its chance is the tenant's own. */
export async function playTape(harness: Harness, tenant: TenantId, tape: readonly Taped[]) {
  const { store } = harness;
  const master = createHash('sha256').update(tenant).digest();
  const crypto = createCrypto(master, randomFor(tape.length, 'secrets').bytes);
  const engine = createEngine({ store, crypto, processes });
  await store.createTenant(tenant);
  const answers: Answer[] = [];
  for (const { now, request } of tape) {
    await harness.setNow(tenant, now);
    if (request === null) await engine.tick();
    else answers.push(await engine.execute({ ...request, tenant }));
  }
  await engine.checkpoint();
  return { crypto, answers };
}
