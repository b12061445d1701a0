import { TryAgain, UnknownOutcome, type WriteResult } from '../engine/ports.ts';

/**
 * What can go wrong with one call. `conflict` is another writer that came first; `deadlock` undoes
 * everything; the two losses cut the connection with the write undone or done.
 */
export type Fault = 'none' | 'deadlock' | 'conflict' | 'lost-before-commit' | 'lost-after-commit';

/** Asked before each call; decides what befalls it. */
export type FaultPlan = (call: 'read' | 'write') => Fault;

export const noFaults: FaultPlan = () => 'none';

/** Puts the fault where it belongs around `commit`, which applies the write or refuses it. */
export function withFault(
  fault: Fault,
  conflict: () => WriteResult,
  commit: () => WriteResult,
): WriteResult {
  switch (fault) {
    case 'none':
      return commit();
    case 'conflict':
      return conflict();
    case 'deadlock':
      throw new TryAgain('deadlock detected');
    case 'lost-before-commit':
      throw new UnknownOutcome('connection lost');
    case 'lost-after-commit':
      commit();
      throw new UnknownOutcome('connection lost');
  }
}
