import type { Refusal } from '../../core/process.ts';
import { canonical } from '../canonical.ts';
import type { Engine } from '../engine.ts';
import { createLane, patiently } from '../import/lane.ts';
import type { Crypto } from '../ports.ts';
import type { Desk, Line } from './plan.ts';

export type Planned = Extract<Line, { kind: 'new' | 'changed' }>;

/** What became of a line that was to be carried out. */
export interface Applied {
  readonly line: Planned;
  readonly refusal: Refusal | null;
}

export interface ApplyParts extends Desk {
  readonly execute: Engine['execute'];
  readonly crypto: Crypto;
  /** Acts in flight at once. */
  readonly concurrency: number;
  /** Takes no further line; those in flight are finished. */
  readonly signal?: AbortSignal;
}

/**
 * Carries out the lines of a plan, each in one write under its own key: broken off and done again,
 * what is in stays as it is. An act of whoever confirmed the plan: a case that has moved since is
 * not decided again behind their back but told apart.
 */
export async function applyOrders(
  parts: ApplyParts,
  lines: readonly Planned[],
  onLine: (applied: Applied) => void = () => {},
): Promise<readonly Applied[]> {
  const done: Applied[] = [];
  const lane = createLane(parts.concurrency);
  try {
    for (const line of lines) {
      if (parts.signal?.aborted) break;
      await lane.run(async () => {
        const applied = { line, refusal: await carriedOut(parts, line) };
        done.push(applied);
        onLine(applied);
      });
    }
  } finally {
    await lane.settled();
  }
  lane.check();
  return done.toSorted((a, b) => a.line.line - b.line.line);
}

async function carriedOut(parts: ApplyParts, { number, step }: Planned): Promise<Refusal | null> {
  const { tenant, actor, crypto, institution } = parts;
  const { stream, version, command, texts } = step;
  // A refusal rests on these: whatever of them changes, the line is tried afresh.
  const rests = crypto.hash(canonical([command, version, institution.version]));
  const answer = await patiently(() =>
    parts.execute({
      tenant,
      process: 'case',
      stream,
      actor,
      command,
      private: texts,
      expectedVersion: version,
      key: `order:${number}:${rests.slice(-16)}`,
    }),
  );
  return answer.accepted ? null : answer.refusal;
}
