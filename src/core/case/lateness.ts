import { breaches } from '../clock/acts.ts';
import type { Decided } from '../process.ts';
import type { CaseEvent } from './events.ts';
import { interimOwner } from './objection.ts';
import type { Scene } from './scene.ts';

/** Breaches due by now, and what the rulebook makes of them. */
export function lateness(scene: Scene): readonly Decided<CaseEvent>[] {
  const { state, facts } = scene;
  if (state.status === 'none') return [];
  return breaches(state.clocks, facts.now).flatMap((breach): readonly Decided<CaseEvent>[] => {
    const clock = state.clocks.find(({ id }) => id === breach.data.clock);
    const undecided = clock?.kind === 'objection' && state.status === 'objected';
    return undecided ? [breach, interimOwner(scene, state, breach.occurredAt)] : [breach];
  });
}
