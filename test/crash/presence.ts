import type { Audit } from '../../src/engine/ports.ts';
import type { Crowd, Entry } from './crowd.ts';

/** How often each event stands in the log, by the title of its case. */
export type Presence = ReadonlyMap<string, number>;

/** Reads the whole log of cases, asking nobody who was told what. */
export async function presenceIn(audit: Audit, tenant: string): Promise<Presence> {
  const found = new Map<string, number>();
  for (let page = await audit.streams(tenant, null, 500); page.length > 0; ) {
    for (const { events } of page) {
      const title = JSON.parse(events[0]?.bytes ?? '{}').data?.title;
      if (typeof title !== 'string') continue;
      for (const { type } of events) {
        const what = `${title} ${type}`;
        found.set(what, (found.get(what) ?? 0) + 1);
      }
    }
    page = await audit.streams(tenant, page.at(-1)?.stream ?? null, 500);
  }
  return found;
}

const timesPresent = (presence: Presence, { title, event }: Entry): number =>
  presence.get(`${title} ${event}`) ?? 0;

/** What came of a crowd's requests, before the unacknowledged were asked for again. */
export interface Toll {
  readonly acknowledged: number;
  readonly present: number;
  readonly missing: number;
  readonly unacknowledged: number;
  readonly unacknowledgedPresent: number;
}

export function tollOf(crowd: Crowd, presence: Presence): Toll {
  const there = (entry: Entry) => timesPresent(presence, entry) > 0;
  const acknowledged = crowd.acknowledged.length;
  const present = crowd.acknowledged.filter(there).length;
  return {
    acknowledged,
    present,
    missing: acknowledged - present,
    unacknowledged: crowd.unacknowledged.length,
    unacknowledgedPresent: crowd.unacknowledged.filter(there).length,
  };
}

/** Requests that stand in the log once, and cases there are that nobody asked for. */
export function onceIn(crowd: Crowd, presence: Presence): { once: number; unasked: number } {
  const asked = new Set(crowd.book.map(({ title, event }) => `${title} ${event}`));
  const acts = new Set(crowd.book.map(({ event }) => event));
  const unasked = [...presence.keys()].filter(
    (what) =>
      what.startsWith(`${crowd.name}/`) && acts.has(what.split(' ')[1] ?? '') && !asked.has(what),
  );
  return {
    once: crowd.book.filter((entry) => timesPresent(presence, entry) === 1).length,
    unasked: unasked.length,
  };
}
