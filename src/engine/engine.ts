import type { Deps } from './attempt.ts';
import { type Erasing, eraseDue } from './erasing.ts';
import { execute } from './execute.ts';
import { createInstitutions, type LoadInstitution, loadFrom } from './institutions.ts';
import type { Crypto, Store, TenantId } from './ports.ts';
import { type Present, presentOf } from './present.ts';
import type { Answer, Request } from './request.ts';
import { keepEnded } from './retaining.ts';
import {
  drainReactions,
  fireDueClocks,
  NOTHING,
  recomputeClocks,
  type Stepped,
  sequenceAll,
  takeCheckpoint,
} from './tick.ts';
import type { AnyProcess } from './upcast.ts';

export interface EngineParts {
  readonly store: Store;
  readonly crypto: Crypto;
  readonly processes: readonly AnyProcess[];
  /** Read from the store's own institution stream unless given. */
  readonly loadInstitution?: LoadInstitution;
  /** What erasing needs; without it nothing is erased here. */
  readonly erasing?: Erasing;
}

export interface Ticked {
  readonly clocks: Stepped;
  readonly reactions: Stepped;
  /** Erasures ordered or carried out. */
  readonly erased: Stepped;
  /** Streams whose clocks were counted again because a calendar was published. */
  readonly recomputed: Stepped;
  /** Events that got their position, over all tenants. */
  readonly sequenced: number;
}

export interface Engine {
  execute(request: Request): Promise<Answer>;
  /** Institution and time as they stand, for screens; a command's own are checked by its write. */
  present(tenant: TenantId): Promise<Present>;
  /** One turn of what time and earlier acts call for, in every tenant. Any number may run at once. */
  tick(): Promise<Ticked>;
  /** Begins the time of what ended without it, in every tenant; returns how many began. */
  keepEnded(): Promise<number>;
  /** Closes what has been sequenced since the last checkpoint, in every tenant; returns how many did. */
  checkpoint(): Promise<number>;
}

export function createEngine(parts: EngineParts): Engine {
  const deps: Deps = {
    store: parts.store,
    crypto: parts.crypto,
    processes: new Map(parts.processes.map((process) => [process.name, process])),
    institutions: createInstitutions(parts.loadInstitution ?? loadFrom(parts.store)),
  };
  const { erasing } = parts;
  const counted = new Map<TenantId, string>();
  return {
    execute: (request) => execute(deps, request),
    present: (tenant) => presentOf(deps, tenant),
    async tick() {
      const clocks = await fireDueClocks(deps);
      const reactions = await drainReactions(deps);
      const erased = erasing === undefined ? NOTHING : await eraseDue(deps, erasing);
      const recomputed: Stepped[] = [];
      let sequenced = 0;
      for (const tenant of await deps.store.tenants()) {
        sequenced += await sequenceAll(deps, tenant);
        recomputed.push(await recompute(deps, tenant, counted));
      }
      return { clocks, reactions, erased, recomputed: together(recomputed), sequenced };
    },
    async keepEnded() {
      let begun = 0;
      if (erasing === undefined) return begun;
      for (const tenant of await deps.store.tenants()) {
        begun += await keepEnded(deps, erasing.vault, tenant);
      }
      return begun;
    },
    async checkpoint() {
      let taken = 0;
      for (const tenant of await deps.store.tenants()) {
        if ((await takeCheckpoint(deps, tenant)) !== null) taken += 1;
      }
      return taken;
    },
  };
}

/** An institution that cannot be read keeps its own clocks waiting, and nobody else's. */
async function recompute(deps: Deps, tenant: TenantId, counted: Map<TenantId, string>) {
  try {
    const { institution } = await presentOf(deps, tenant);
    return await recomputeClocks(deps, tenant, institution, counted);
  } catch (error) {
    return { done: 0, refused: [], failed: [{ what: tenant, error }] };
  }
}

function together(steps: readonly Stepped[]): Stepped {
  return {
    done: steps.reduce((sum, { done }) => sum + done, 0),
    refused: steps.flatMap(({ refused }) => refused),
    failed: steps.flatMap(({ failed }) => failed),
  };
}
