import type { Decided, UnitId } from '../process.ts';
import type { Rulebook } from '../rulebook/rulebook.ts';
import type { CaseEvent } from './events.ts';
import { refuse } from './refusals.ts';
import { later, meet, rule, type Scene, say, start } from './scene.ts';
import type { Handling, Replied } from './state.ts';
import { upstreamClock } from './upstream-clock.ts';
import type { Solved } from './words.ts';

/** Who asks the person: the rulebook's unit, or the next that had no hand in it (invariant 45). */
export function verifierOf(law: Rulebook, state: Handling): UnitId | null {
  const { verification, dispatch, objection } = law;
  const able = [verification.unit, dispatch.centre, objection.ruler, state.receivedBy];
  return able.find((unit) => !handsOf(state).includes(unit)) ?? null;
}

/** A stand-in from a unit that handled it is still of that unit. */
const handsOf = ({ order }: Handling | Replied): readonly UnitId[] => [
  order.lead,
  ...order.assisting,
];

/** 办结核实: the person is asked, or says so unasked; their own word stands above a call's. */
export const verify = rule('verify', {
  from: ['replied'],
  decide(data, scene) {
    const { state, facts } = scene;
    if (facts.actor.kind !== 'person' && state.verification.callback === 'upstream') {
      return refuse('case.upstream-verifies');
    }
    const by = facts.actor.kind === 'person' ? 'person' : state.verification.verifier;
    if (by !== 'person' && state.verification.answer?.by === 'person') {
      return refuse('case.person-answered');
    }
    const own = facts.actor.kind === 'staff' ? facts.actor.post.unit : null;
    if (own !== null && handsOf(state).includes(own)) {
      return refuse('case.handler-verifies', { unit: own });
    }
    const solved = data.reached ? data.solved : null;
    if (data.reached && solved === null) return refuse('case.answer-needed');
    if (by === 'person' && solved === null) return refuse('case.answer-needed');
    const verified = say('Verified', {
      by,
      reached: data.reached,
      solved,
      heard: data.reached ? data.heard : null,
      words: data.words,
    });
    const back = solved !== null && goesBack(state, solved) ? sentBack(scene, by, solved) : [];
    return { events: [verified, ...back] };
  },
});

/**
 * A "no" goes back to the unit, but not for ever: where the law forbids what is asked, and the
 * unit has explained it with its citation in this reply and in one before, the case may close over
 * the person's dissent.
 */
export function goesBack({ replies }: Replied, solved: Solved): boolean {
  if (solved === 'not_contacted') return true;
  if (solved !== 'no') return false;
  const [last, before] = replies.toReversed();
  const explained = (one: typeof last) => one?.outcome === 'EXPLAINED_CANNOT' && one.cited;
  return !(explained(last) && explained(before));
}

/** The unit gets its time for another reply; what it was late with stays late. */
export function sentBack(
  scene: Scene<Replied>,
  by: UnitId | 'person' | 'upstream',
  solved: Solved,
): readonly Decided<CaseEvent>[] {
  const { state } = scene;
  const notSolved = by === 'person' ? 'person_disagrees' : 'not_solved';
  const reason = solved === 'not_contacted' ? 'not_contacted' : notSolved;
  const { lead } = state.order;
  const back = say('SentBack', { reason });
  return [
    back,
    ...meet(scene, 'verification'),
    ...start(scene, 'reply', lead),
    ...(state.contact === null ? [] : start(scene, 'contact', lead)),
    ...upstreamClock(later(scene, [back])),
  ];
}
