import Fastify, { type FastifyInstance } from 'fastify';
import { district, MONDAY } from '../core/case/given.fixture.ts';
import type { Post } from '../core/process.ts';
import { processes } from '../core/processes.ts';
import { petitionLaw } from '../core/rulebook/petition.fixture.ts';
import type { ReportDesk } from '../core/rulebook/report.ts';
import type { Rulebook } from '../core/rulebook/rulebook.ts';
import { supporting } from '../core/rulebook/supporting.fixture.ts';
import { coordination, whistling } from '../core/rulebook/whistling.fixture.ts';
import { secrecy } from '../core/secrecy/given.fixture.ts';
import { createCrypto } from '../engine/crypto.ts';
import { createEngine, type Engine } from '../engine/engine.ts';
import type { Crypto } from '../engine/ports.ts';
import type { Request } from '../engine/request.ts';
import { createMemory, type Memory } from '../memory/index.ts';
import { MemoryTally } from '../memory/tally.ts';
import { portalPlugin } from './index.ts';

export interface PortalUnderTest {
  readonly app: FastifyInstance;
  readonly engine: Engine;
  readonly memory: Memory;
  readonly tally: MemoryTally;
  readonly crypto: Crypto;
  /** What the server wrote to its log. */
  readonly log: string[];
  clock: number;
}

/** The residents' door on the memory store and the small district. For tests only. */
export const openPortal = async ({
  tries = { codes: 20, pages: 120 },
  trustProxy = '',
  frame = null as string | null,
  law = { ...supporting, ...whistling, secrecy, petition: petitionLaw } as Partial<Rulebook>,
  desk = null as ReportDesk | null,
} = {}): Promise<PortalUnderTest> => {
  const under = { clock: MONDAY, log: [] as string[] };
  const memory = createMemory({ now: () => under.clock });
  const crypto = createCrypto(new Uint8Array(32).fill(7));
  const tally = new MemoryTally();
  // Nothing was ever recorded in the institution stream of this store.
  const reportWrongdoing = { channel: 'discipline', desk };
  const institution = {
    ...district({ ...law, reportWrongdoing }),
    version: 0,
    delegations: [coordination],
  };
  const engine = createEngine({
    store: memory.store,
    crypto,
    processes,
    loadInstitution: async () => institution,
    erasing: { vault: memory.vault, list: { append: async () => {} } },
  });
  await memory.store.createTenant('demo');
  const app = Fastify({
    trustProxy,
    logger: { level: 'info', stream: { write: (line: string) => void under.log.push(line) } },
  });
  await app.register(
    portalPlugin({
      tenant: 'demo',
      execute: engine.execute,
      present: async () => ({ institution, now: under.clock }),
      store: memory.store,
      queries: memory.queries,
      vault: memory.vault,
      crypto,
      tally,
      frame,
      guide: {
        password: 'none',
        seats: [
          {
            login: 's1-dispatch',
            posts: [{ unit: 's1', role: 'dispatcher' }],
            why: { zh: '派单', en: 'Dispatches' },
          },
        ],
        receipts: { zh: [], en: [] },
      },
      tries,
    }),
  );
  return Object.assign(under, { app, engine, memory, tally, crypto });
};

/** An act of staff on the case, at the version it stands at. */
export const staff = async (
  portal: PortalUnderTest,
  stream: string,
  post: Post,
  type: string,
  data: object,
  texts: Readonly<Record<string, string>> = {},
  more: Pick<Request, 'occurredAt' | 'onBehalfOf'> & { readonly process?: string } = {},
): Promise<void> => {
  const rows = await portal.memory.store.events('demo', stream);
  const request: Request = {
    tenant: 'demo',
    process: 'case',
    stream,
    actor: { kind: 'staff', account: `account-${post.unit}-${post.role}`, post },
    expectedVersion: rows.length,
    command: { type, data },
    private: texts,
    ...more,
  };
  const answer = await portal.engine.execute(request);
  if (!answer.accepted) throw new Error(`${type}: ${answer.refusal.code}`);
};
