import { Client } from './client.ts';
import type { Server, Work } from './work.ts';

/** Requests a second (`rate`) over about so many, shared by so many clients. */
export async function measure(
  work: Work,
  clients: number,
  server: Server,
  requests: number,
): Promise<{ readonly rate: number; readonly requests: number }> {
  const rounds = Math.max(1, Math.round(requests / work.operations / clients));
  const started = performance.now();
  await Promise.all(
    Array.from({ length: clients }, async () => {
      const client = new Client(() => work.port(server));
      try {
        for (let i = 0; i < rounds; i++) await work.round(client, server);
      } finally {
        client.close();
      }
    }),
  );
  const sent = rounds * clients * work.operations;
  return { rate: (sent * 1000) / (performance.now() - started), requests: sent };
}

/** The middle of some measurements, and how far apart they lay. */
export interface Spread {
  readonly median: number;
  readonly least: number;
  readonly most: number;
}

export function spread(numbers: readonly number[]): Spread {
  const sorted = numbers.toSorted((a, b) => a - b);
  const at = (n: number) => Math.round((sorted[n] ?? Number.NaN) * 100) / 100;
  return { median: at(Math.floor(sorted.length / 2)), least: at(0), most: at(sorted.length - 1) };
}
