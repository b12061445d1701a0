import { createHash } from 'node:crypto';
import type { Institution } from '../../src/core/authority/institution.ts';
import type { Instant, ListRow, Projection } from '../../src/core/process.ts';
import { canonical } from '../../src/engine/canonical.ts';
import { createCrypto } from '../../src/engine/crypto.ts';
import { createEngine, type Engine } from '../../src/engine/engine.ts';
import type { ErasableVault } from '../../src/engine/erasure-ports.ts';
import type {
  Audit,
  Crypto,
  EventRow,
  Queries,
  Store,
  StreamWrite,
  TenantId,
  WriteRequest,
} from '../../src/engine/ports.ts';
import type { AnyProcess } from '../../src/engine/upcast.ts';
import { toy } from './toy.ts';

/** The ports under test, one set for a whole suite: each test works in a tenant of its own. */
export interface Harness {
  readonly store: Store;
  readonly queries: Queries;
  readonly vault: ErasableVault;
  readonly audit: Audit;
  /** Sets the store's clock for a tenant. Tests begin at `T0`. */
  setNow(tenant: TenantId, now: Instant): Promise<void>;
}

/** Mon 2 Mar 2026 09:00 in China. */
export const T0: Instant = Date.UTC(2026, 2, 2, 1, 0);
export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;

export const crypto: Crypto = createCrypto(createHash('sha256').update('contract').digest());

let tenants = 0;

export async function freshTenant(harness: Harness): Promise<TenantId> {
  tenants += 1;
  const tenant = `t-${crypto.id(40)}-${tenants}`;
  await harness.store.createTenant(tenant);
  await harness.setNow(tenant, T0);
  return tenant;
}

/** An institution nobody has told anything yet. */
export const emptyInstitution: Institution = {
  version: 0,
  rulebooks: [],
  calendars: new Map(),
  delegations: [],
  standIns: [],
  recusals: [],
};

export function toyEngine(harness: Harness, processes: readonly AnyProcess[] = [toy]): Engine {
  return createEngine({
    store: harness.store,
    crypto,
    processes,
    loadInstitution: async () => emptyInstitution,
  });
}

/** A write as the engine would make it, of `count` events on each stream named. */
export function aWrite(
  tenant: TenantId,
  streams: Readonly<Record<string, number>>,
  more: Partial<WriteRequest> & {
    readonly key?: string;
    readonly actor?: string;
    readonly count?: number;
    readonly projection?: Projection;
  } = {},
): WriteRequest {
  const { key, actor, count, projection, ...rest } = more;
  const names = Object.keys(streams);
  const versions = Object.fromEntries(
    Object.entries(streams).map(([name, expected]) => [name, expected + (count ?? 1)]),
  );
  return {
    tenant,
    command: {
      id: crypto.id(80),
      actor: actor ?? 'staff:one',
      key: key ?? null,
      requestHash: crypto.hash(canonical(streams)),
      process: 'toy',
      stream: names[0] ?? 'none',
      type: 'note',
      body: canonical({ words: '公园的灯 \u{1f4a1} "quoted" \\ ~' }),
      recordedAt: T0,
      institutionVersion: 0,
      saw: streams,
      outcome: { accepted: true, versions },
    },
    institutionVersion: 0,
    streams: names.map((stream) =>
      aStreamWrite(tenant, stream, streams[stream] ?? 0, count ?? 1, projection),
    ),
    claims: [],
    aliases: [],
    reactions: [],
    keys: [],
    vault: [],
    documents: [],
    settles: null,
    ...rest,
  };
}

function aStreamWrite(
  tenant: TenantId,
  stream: string,
  expected: number,
  count: number,
  projection: Projection = { list: null, clocks: [], acts: [] },
): StreamWrite {
  const events: EventRow[] = [];
  for (let version = expected + 1; version <= expected + count; version++) {
    // 1e2 and the order of keys are there to be kept as they are written.
    const bytes = `{"b":1e2,"a":${JSON.stringify(`${tenant}/${stream}`)},"version":${version}}`;
    events.push({
      stream,
      process: 'toy',
      version,
      type: 'Noted',
      v: 1,
      bytes,
      hash: crypto.hash(bytes),
      occurredAt: T0 - MINUTE,
      recordedAt: T0,
    });
  }
  return {
    stream,
    process: 'toy',
    expected,
    events,
    state: canonical({ status: 'open', version: expected + count, 名: '灯' }),
    stateVersion: 1,
    projection,
  };
}

export const aListRow: ListRow = {
  status: 'open',
  outcome: null,
  bucket: 'open',
  category: 'lamps',
  title: '路灯不亮 Street lamp out',
  place: 'community-1',
  holder: 'street-1',
  lead: 'bureau-1',
  receivedBy: 'hall-1',
  assisting: ['bureau-2'],
  called: ['bureau-3'],
  about: null,
  openedAt: T0,
  endedAt: null,
  dueAt: T0 + HOUR,
  first: false,
  imported: false,
  breaches: 0,
};

/** Reads one stream, without a key. */
export async function readOne(harness: Harness, tenant: TenantId, stream: string) {
  return await harness.store.read({ tenant, streams: [stream], idempotency: null, texts: [] });
}

/** Everything sequenced so far, from the first position. */
export async function everything(harness: Harness, tenant: TenantId) {
  return await harness.store.sequenced(tenant, 0, 10_000);
}
