import type { Engine } from '../../src/engine/engine.ts';
import type { Postgres } from '../../src/postgres/index.ts';
import { openPostgres } from '../../src/postgres/index.ts';
import { toyEngine } from '../contract/harness.ts';

/** A store and an engine on it. */
export interface Side extends Postgres {
  readonly engine: Engine;
}

export function openSide(url: string): Side {
  const postgres = openPostgres({ url });
  return { ...postgres, engine: toyEngine({ ...postgres, setNow: async () => {} }) };
}
