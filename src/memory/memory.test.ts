import { T0 } from '../../test/contract/harness.ts';
import { storeContract } from '../../test/contract/store.ts';
import { createMemory } from './index.ts';

let now = T0;

storeContract('in memory', async () => {
  const memory = createMemory({ now: () => now });
  return {
    ...memory,
    async setNow(_tenant, instant) {
      now = instant;
    },
  };
});
