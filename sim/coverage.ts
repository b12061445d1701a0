import type { TransitionEdge } from '../src/core/process.ts';

/** What the seeded runs reached: counts by name, added up over seeds. */
export interface Coverage {
  /** Evaluations by the invariant's number. */
  readonly invariants: Record<string, number>;
  readonly refusals: Record<string, number>;
  /** `from event to`. */
  readonly edges: Record<string, number>;
}

export function emptyCoverage(): Coverage {
  return { invariants: {}, refusals: {}, edges: {} };
}

export function addUp(counts: Record<string, number>, name: string | number, n = 1): void {
  counts[name] = (counts[name] ?? 0) + n;
}

export function merged(all: readonly Coverage[]): Coverage {
  const total = emptyCoverage();
  for (const one of all) {
    for (const part of ['invariants', 'refusals', 'edges'] as const) {
      for (const [name, n] of Object.entries(one[part])) addUp(total[part], name, n);
    }
  }
  return total;
}

export const edgeName = ({ from, event, to }: Omit<TransitionEdge, 'why'>): string =>
  `${from} ${event} ${to}`;
