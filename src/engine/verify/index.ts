import type { Institution } from '../../core/authority/institution.ts';
import {
  type Conservation,
  createChecker,
  NAMES,
  type Subject as Promised,
  type Verdict,
} from '../../core/invariants/index.ts';
import type { StreamId } from '../../core/process.ts';
import { loadFrom } from '../institutions.ts';
import { INSTITUTION_STREAM } from '../keys.ts';
import type { Audit, Crypto, Store, StreamRows, TenantId } from '../ports.ts';
import type { AnyProcess } from '../upcast.ts';
import { collector, type Difference } from './difference.ts';
import { checkOrder } from './order.ts';
import { checkStream } from './stream.ts';

export type { Difference, Subject } from './difference.ts';

export interface VerifyParts {
  readonly audit: Audit;
  readonly store: Pick<
    Store,
    'read' | 'sequenced' | 'checkpoints' | 'events' | 'documents' | 'pendingReactions'
  >;
  readonly crypto: Crypto;
  readonly processes: readonly AnyProcess[];
  /** Told after each page how many streams were checked so far. */
  readonly onProgress?: (streams: number) => void;
}

export interface Verified {
  readonly streams: number;
  readonly events: number;
  readonly positions: number;
  readonly checkpoints: number;
  readonly differences: readonly Difference[];
  /** One an invariant; nothing evaluated reads NOT CHECKED. */
  readonly verdicts: readonly Verdict[];
  /** Whether promises across streams were due: no reaction was waiting. */
  readonly settled: boolean;
  readonly conservation: Conservation;
}

const PAGE = 500;

/**
 * Replays every stream of a tenant through the production path and compares all that is derived
 * with all that is stored: bytes, chains, heads, states, rows, positions, checkpoints. Then asks
 * every stream of a process with promises for them. Safe beside a running server.
 */
export async function verify(parts: VerifyParts, tenant: TenantId): Promise<Verified> {
  const law = await checkLaw(parts, tenant);
  const checker = createChecker(law.institution);
  const differences: Difference[] = [...law.differences];
  const tips = new Map<StreamId, readonly string[]>();
  let events = 0;
  for await (const rows of everyStream(parts, tenant)) {
    tips.set(
      rows.stream,
      rows.events.map(({ hash }) => hash),
    );
    events += rows.events.length;
    const checked = checkStream(parts, tenant, rows);
    differences.push(...checked.differences);
    const name = checked.replayed?.process.name;
    if (checked.replayed === null || !isPromised(name)) continue;
    const { events: told, state } = checked.replayed;
    const { stream, list, looks } = rows;
    checker.look({ process: name, stream, events: told, state, list, looks } as Promised);
  }
  const streams = tips.size;
  const order = await checkOrder(parts, tenant, tips);
  const settled = !(await parts.store.pendingReactions(1_000)).some((row) => row.tenant === tenant);
  return {
    streams,
    events,
    positions: order.positions,
    checkpoints: order.checkpoints,
    differences: [...differences, ...order.differences],
    verdicts: checker.verdicts({
      settled,
      erased: await erasedOf(parts, tenant, checker.mayBeErased()),
    }),
    settled,
    conservation: checker.conservation(),
  };
}

/** Processes that the invariants speak of. */
const isPromised = (name: string | undefined): name is (typeof NAMES)[number] =>
  NAMES.some((one) => one === name);

/** Those whose texts are gone for good: no answer can be brought to them any more. */
async function erasedOf({ store }: VerifyParts, tenant: TenantId, streams: readonly StreamId[]) {
  const erased = new Set<StreamId>();
  for (let from = 0; from < streams.length; from += PAGE) {
    const some = streams.slice(from, from + PAGE);
    const { keys } = await store.read({ tenant, streams: some, idempotency: null, texts: [] });
    for (const stream of some) if (keys.get(stream) === 'destroyed') erased.add(stream);
  }
  return erased;
}

/** True where nothing at all is wrong. */
export function isSound({ differences, verdicts }: Verified): boolean {
  return differences.length === 0 && verdicts.every(({ violations }) => violations.length === 0);
}

/**
 * The institution that cases are judged under, and whether its documents are what their hashes say.
 * One that cannot be read is a difference; the promises are then asked under no law at all.
 */
async function checkLaw({ store, crypto }: VerifyParts, tenant: TenantId) {
  const differ = collector(INSTITUTION_STREAM);
  const documents: Store['documents'] = async (of, hashes) => {
    const found = await store.documents(of, hashes);
    for (const { hash, body } of found) differ.compareText('document', crypto.hash(body), hash);
    return found;
  };
  try {
    const institution = await loadFrom({ events: store.events, documents })(tenant);
    return { institution, differences: differ.found };
  } catch (error) {
    differ.add(
      'document',
      error instanceof Error ? error.message : String(error),
      'it can be read',
    );
    return { institution: LAWLESS, differences: differ.found };
  }
}

const LAWLESS: Institution = {
  version: 0,
  rulebooks: [],
  calendars: new Map(),
  delegations: [],
  standIns: [],
  recusals: [],
};

async function* everyStream(
  { audit, onProgress }: VerifyParts,
  tenant: TenantId,
): AsyncGenerator<StreamRows> {
  let after: StreamId | null = null;
  let seen = 0;
  for (;;) {
    const page: readonly StreamRows[] = await audit.streams(tenant, after, PAGE);
    yield* page;
    seen += page.length;
    onProgress?.(seen);
    after = page.at(-1)?.stream ?? null;
    if (page.length < PAGE) return;
  }
}
