import type { Institution } from '../../core/authority/institution.ts';
import { createCrypto } from '../../engine/crypto.ts';
import { MemoryAccounts } from '../../memory/accounts.ts';
import { MemoryTally } from '../../memory/tally.ts';
import type { ApiParts } from '../parts.ts';

const institution: Institution = {
  version: 1,
  rulebooks: [],
  calendars: new Map(),
  delegations: [],
  standIns: [],
  recusals: [],
};

const unused = (): never => {
  throw new Error('this test has no store');
};

/** The parts of a server without matters, for tests of what stands before them. */
export const stubParts = (): ApiParts => ({
  tenant: 'demo',
  execute: unused,
  present: async () => ({ institution, now: Date.UTC(2026, 1, 13, 8) }),
  store: {
    documents: unused,
    read: unused,
    events: unused,
    sequenced: unused,
    lastPosition: unused,
    tenants: async () => ['demo', 'other'],
  },
  queries: {
    acts: unused,
    actCounts: unused,
    list: unused,
    entry: unused,
    claimHolders: unused,
    byAlias: unused,
    aliases: unused,
    eventsOfType: unused,
    counts: unused,
    changes: unused,
    parked: unused,
  },
  vault: {
    open: unused,
    looks: unused,
    destroy: unused,
    toErase: unused,
    partsOf: unused,
    isAwaited: unused,
    unkept: unused,
    erased: unused,
  },
  crypto: createCrypto(new Uint8Array(32)),
  accounts: new MemoryAccounts(),
  tally: new MemoryTally(),
  relay: null,
  clock: () => Date.UTC(2026, 1, 13, 8),
  unready: async () => [],
  orderBooks: () => [],
  portal: 'on',
  demo: false,
  demoAccounts: [],
  limits: { signIn: 100, requests: 1000 },
});
