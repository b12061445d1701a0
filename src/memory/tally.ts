import type { TenantId } from '../engine/ports.ts';
import type { Tally } from '../engine/tally.ts';

/** Counts kept in the process. */
export class MemoryTally implements Tally {
  readonly #counts = new Map<string, Record<string, number>>();

  async add(tenant: TenantId, name: string, month: string): Promise<void> {
    const counts = this.#counts.get(`${tenant} ${name}`) ?? {};
    counts[month] = (counts[month] ?? 0) + 1;
    this.#counts.set(`${tenant} ${name}`, counts);
  }

  async counts(tenant: TenantId, name: string): Promise<Readonly<Record<string, number>>> {
    return { ...this.#counts.get(`${tenant} ${name}`) };
  }
}
