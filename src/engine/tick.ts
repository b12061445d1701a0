import type { Institution } from '../core/authority/institution.ts';
import type { Refusal, StreamId } from '../core/process.ts';
import type { Deps } from './attempt.ts';
import { canonical } from './canonical.ts';
import { checkpointHash } from './chain.ts';
import { execute } from './execute.ts';
import { clockKey, recomputeKey, sourceOf } from './keys.ts';
import {
  type Checkpoint,
  type DueClock,
  type PendingReaction,
  type Store,
  type TenantId,
  TryAgain,
  UnknownOutcome,
} from './ports.ts';
import { engineRefusal } from './refusals.ts';

/** How many of each a step takes before it gives the others a turn. */
const BATCH = 100;

export interface Stepped {
  /** Taken up, whatever came of it. */
  readonly done: number;
  readonly refused: readonly { readonly what: string; readonly refusal: Refusal }[];
  /** Bugs and lost connections: each waits for the next tick, and none keeps the rest waiting. */
  readonly failed: readonly { readonly what: string; readonly error: unknown }[];
}

/**
 * Tells each stream that its clock fell due, at the instant it truly did, however late the telling.
 * The key makes it once for each due instant, whoever ticks.
 */
export async function fireDueClocks(deps: Deps): Promise<Stepped> {
  return await each(await deps.store.dueClocks(BATCH), nameOfClock, async (clock) => {
    const { tenant, process, stream, revision, dueAt } = clock;
    const answer = await execute(deps, {
      tenant,
      process,
      stream,
      actor: { kind: 'machine', name: 'tick' },
      occurredAt: dueAt,
      command: { type: 'clock-due', data: { clock: clock.clock, revision } },
      key: nameOfClock(clock),
    });
    return answer.accepted ? null : answer.refusal;
  });
}

const nameOfClock = ({ stream, clock, revision }: DueClock) => clockKey(stream, clock, revision);

/**
 * Carries out queued reactions; one that is refused is parked by the write that keeps its refusal.
 * Those of one stream go in its order: where one must be tried again, the later ones wait for it.
 */
export async function drainReactions(deps: Deps): Promise<Stepped> {
  const held = new Set<string>();
  return await each(
    await deps.store.pendingReactions(BATCH),
    ({ id }) => id,
    async (queued) => {
      const source = `${queued.tenant} ${sourceOf(queued.id)}`;
      if (held.has(source)) throw new TryAgain(`${queued.id} waits for an earlier one`);
      try {
        return await carryOut(deps, queued);
      } catch (error) {
        if (passing(error)) held.add(source);
        // A bug must not stand at the head of the queue for ever.
        if (!passing(error)) {
          const refusal = engineRefusal('engine.reaction-failed');
          await deps.store.parkReaction(queued.tenant, queued.id, refusal);
        }
        throw error;
      }
    },
  );
}

async function carryOut(deps: Deps, { tenant, id, reaction }: PendingReaction) {
  const { process, stream, command, copies } = reaction;
  const answer = await execute(deps, {
    tenant,
    process,
    stream,
    actor: { kind: 'machine', name: 'reaction' },
    command,
    key: id,
    settles: id,
    ...(copies === undefined ? {} : { copies }),
  });
  return answer.accepted ? null : answer.refusal;
}

/**
 * Has every clock that leans on an unpublished year counted again, once for each version of each
 * calendar. `done` remembers the calendars as they were last gone through, tenant by tenant; to have
 * forgotten costs a few reads and changes nothing.
 */
export async function recomputeClocks(
  deps: Deps,
  tenant: TenantId,
  institution: Institution,
  done: Map<TenantId, string>,
): Promise<Stepped> {
  const calendars = [...institution.calendars.values()].map(({ id, version }) => ({ id, version }));
  const published = canonical(calendars);
  if (done.get(tenant) === published) return NOTHING;
  const work: { stream: StreamId; process: string; id: string; version: string }[] = [];
  let after: StreamId | null = null;
  for (;;) {
    const page: Awaited<ReturnType<Store['provisional']>> = await deps.store.provisional(
      tenant,
      after,
      BATCH,
    );
    work.push(...page.flatMap((row) => calendars.map((calendar) => ({ ...row, ...calendar }))));
    after = page.at(-1)?.stream ?? null;
    if (page.length < BATCH) break;
  }
  const name = ({ stream, id, version }: (typeof work)[number]) =>
    recomputeKey(stream, id, version);
  const stepped = await each(work, name, async (item) => {
    const answer = await execute(deps, {
      tenant,
      process: item.process,
      stream: item.stream,
      actor: { kind: 'machine', name: 'tick' },
      command: { type: 'recompute-clocks', data: { calendar: item.id } },
      key: name(item),
    });
    return answer.accepted ? null : answer.refusal;
  });
  if (stepped.failed.length === 0) done.set(tenant, published);
  return stepped;
}

export const NOTHING: Stepped = { done: 0, refused: [], failed: [] };

/** Gives every unsequenced event of a tenant its position; returns how many. */
export async function sequenceAll(deps: Deps, tenant: TenantId): Promise<number> {
  let total = 0;
  for (;;) {
    const given = await deps.store.sequence(tenant, 10 * BATCH);
    total += given;
    if (given < 10 * BATCH) return total;
  }
}

/** How many positions one checkpoint closes at most. */
const SPAN = 5_000;

/** Closes the positions since the last checkpoint; null where there are none, or another was quicker. */
export async function takeCheckpoint(deps: Deps, tenant: TenantId): Promise<Checkpoint | null> {
  const { store, crypto } = deps;
  const last = await store.lastCheckpoint(tenant);
  const from = last?.position ?? 0;
  const rows = await store.sequenced(tenant, from, SPAN);
  const position = rows.at(-1)?.position;
  if (position === undefined) return null;
  const hash = checkpointHash(crypto.hash, last, rows);
  const checkpoint = { from, position, hash, at: await store.now(tenant) };
  return (await store.keepCheckpoint(tenant, checkpoint)) ? checkpoint : null;
}

/** Goes through the items one by one; none that fails keeps the rest waiting. */
export async function each<Item>(
  items: readonly Item[],
  name: (item: Item) => string,
  step: (item: Item) => Promise<Refusal | null>,
): Promise<Stepped> {
  const refused: { what: string; refusal: Refusal }[] = [];
  const failed: { what: string; error: unknown }[] = [];
  for (const item of items) {
    try {
      const refusal = await step(item);
      if (refusal !== null) refused.push({ what: name(item), refusal });
    } catch (error) {
      failed.push({ what: name(item), error });
    }
  }
  return { done: items.length, refused, failed };
}

/** Goes by itself: a lost connection, a lost race. */
function passing(error: unknown): boolean {
  return error instanceof TryAgain || error instanceof UnknownOutcome;
}
