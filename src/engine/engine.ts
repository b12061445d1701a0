import type { Deps } from './attempt.ts';
import { type Answer, execute, type Request } from './execute.ts';
import { createInstitutions, type LoadInstitution } from './institutions.ts';
import type { Crypto, Store } from './ports.ts';
import {
  drainReactions,
  fireDueClocks,
  type Stepped,
  sequenceAll,
  takeCheckpoint,
} from './tick.ts';
import type { AnyProcess } from './upcast.ts';

export interface EngineParts {
  readonly store: Store;
  readonly crypto: Crypto;
  readonly processes: readonly AnyProcess[];
  readonly loadInstitution: LoadInstitution;
}

export interface Ticked {
  readonly clocks: Stepped;
  readonly reactions: Stepped;
  /** Events that got their position, over all tenants. */
  readonly sequenced: number;
}

export interface Engine {
  execute(request: Request): Promise<Answer>;
  /** One turn of what time and earlier acts call for, in every tenant. Any number may run at once. */
  tick(): Promise<Ticked>;
  /** Closes what has been sequenced since the last checkpoint, in every tenant; returns how many did. */
  checkpoint(): Promise<number>;
}

export function createEngine(parts: EngineParts): Engine {
  const deps: Deps = {
    store: parts.store,
    crypto: parts.crypto,
    processes: new Map(parts.processes.map((process) => [process.name, process])),
    institutions: createInstitutions(parts.loadInstitution),
  };
  return {
    execute: (request) => execute(deps, request),
    async tick() {
      const clocks = await fireDueClocks(deps);
      const reactions = await drainReactions(deps);
      let sequenced = 0;
      for (const tenant of await deps.store.tenants()) {
        sequenced += await sequenceAll(deps, tenant);
      }
      return { clocks, reactions, sequenced };
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
