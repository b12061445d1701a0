import { chainOf, unitIn } from '../authority/units.ts';
import type { Decided, Instant, Post } from '../process.ts';
import type { Rulebook } from '../rulebook/rulebook.ts';
import { allocated, becauseOf, mayAllocate, proposalFor } from './dispatch.ts';
import type { InterimOwnerFixed } from './events.ts';
import { refuse } from './refusals.ts';
import { meet, rule, type Scene, say, start } from './scene.ts';
import type { Objected } from './state.ts';
import { textNeeded } from './text-needed.ts';

/** 派单异议: on a legal basis the rulebook lists. The first receiver goes on acting meanwhile. */
export const object = rule('object', {
  from: ['assigned'],
  decide({ basis, reason }, scene) {
    const { state, law } = scene;
    const { order } = state;
    if (order.binding !== null) return refuse('case.order-binds', { binding: order.binding });
    // Reopened after the last return allowed, a case is not sent round once more (invariant 10).
    if (state.returns >= law.objection.maxReturns) {
      return refuse('case.order-binds', { binding: 'returns-used-up' });
    }
    if (!law.objectionBases.some(({ code }) => code === basis)) {
      return refuse('case.unknown-basis', { basis });
    }
    const empty = textNeeded({ reason });
    if (empty !== null) return empty;
    const { ruler } = law.objection;
    const number = state.objections + 1;
    return {
      events: [
        say('Objected', { number, unit: order.lead, basis, reason: reason.trim(), ruler }),
        ...meet(scene, 'sign-for'),
        ...start(scene, 'objection', ruler),
      ],
    };
  },
});

/** Upheld: back to the desk, and after the last return allowed, to a panel. Refused: it binds. */
export const decideObjection = rule('decide-objection', {
  from: ['objected'],
  decide({ upheld, reason }, scene) {
    const { state, law } = scene;
    const empty = textNeeded({ reason });
    if (empty !== null) return empty;
    const { number, ruler } = state.objection;
    const rulingNeeded = upheld && state.returns + 1 >= law.objection.maxReturns;
    const next = rulingNeeded
      ? start(scene, 'ruling', ruler)
      : upheld
        ? start(scene, 'dispatch', state.desk)
        : start(scene, 'sign-for', state.order.lead);
    return {
      events: [
        say('ObjectionDecided', { number, upheld, reason: reason.trim(), rulingNeeded }),
        ...meet(scene, 'objection'),
        ...next,
      ],
    };
  },
});

/** Nobody decided in time: the rulebook says who acts until somebody does (invariant 9). */
export function interimOwner(
  { law }: Scene,
  state: Objected,
  at: Instant,
): Decided<InterimOwnerFixed> {
  const { interimOwner: named, citation } = law.objection;
  const street = chainOf(law, state.place.unit).find(({ type }) => type === 'street')?.id;
  const unit =
    named === 'firstReceiver'
      ? state.receivedBy
      : named === 'street'
        ? (street ?? state.receivedBy)
        : named;
  const { number } = state.objection;
  return { ...say('InterimOwnerFixed', { number, unit, citation }), occurredAt: at };
}

const PANEL = 3;

/**
 * 派单裁定: at least three posts, an arbiter among them, hear every unit that objected and the one
 * to be bound; the written ruling binds and cannot be returned (invariant 10).
 */
export const ruleAllocation = rule('rule-allocation', {
  from: ['triaged', 'objected'],
  decide({ panel, positions, lead, assisting, reason }, scene) {
    const { state, law } = scene;
    const no = mayAllocate(scene, lead, assisting) ?? wrongPanel(panel, law);
    if (no !== null) return no;
    const unheard = [...state.objectors, lead].find(
      (unit) => !positions.some((one) => one.unit === unit && one.position.trim() !== ''),
    );
    if (unheard !== undefined) return refuse('case.position-missing', { unit: unheard });
    const empty = textNeeded({ reason });
    if (empty !== null) return empty;
    const ruled = say('AllocationRuled', {
      order: state.orders + 1,
      panel,
      positions,
      lead,
      assisting,
      reason: reason.trim(),
      because: becauseOf(scene, lead, proposalFor(scene), law.objection.citation),
    });
    return {
      events: [ruled, ...meet(scene, 'objection', 'ruling', 'dispatch'), ...allocated(scene, lead)],
    };
  },
});

function wrongPanel(panel: readonly Post[], law: Rulebook) {
  const { ruler } = law.objection;
  const stranger = panel.find(({ unit }) => unitIn(law, unit) === null);
  if (stranger !== undefined) return refuse('case.unknown-unit', { unit: stranger.unit });
  const seats = new Set(panel.map(({ unit, role }) => `${unit}/${role}`));
  if (seats.size < PANEL) {
    return refuse('case.panel-too-small', { seats: seats.size, least: PANEL });
  }
  return panel.some(({ unit, role }) => unit === ruler && role === 'arbiter')
    ? null
    : refuse('case.panel-without-ruler', { ruler });
}
