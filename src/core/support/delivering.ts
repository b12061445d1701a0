import { over } from './offering.ts';
import { refuse } from './refusals.ts';
import { rule, type Telling } from './scene.ts';
import { unshown } from './state.ts';

/**
 * What the measure asks for was shown: by a paper, or by what an office has already. Said only under
 * a consent, and kept under the key of this support alone.
 */
export const show = rule('show', {
  from: ['consented'],
  decide({ condition, how }, tell) {
    const { terms, shown } = tell.state;
    if (!terms.conditions.includes(condition)) {
      return refuse('support.unknown-condition', { condition });
    }
    if (shown.some((one) => one.condition === condition)) {
      return refuse('support.condition-shown', { condition });
    }
    return tell.say('ConditionShown', { unit: tell.post.unit, condition, how });
  },
});

/** By the provider, under the person's consent, with what proves it. */
export const deliver = rule('deliver', {
  from: ['consented'],
  decide({ evidence }, tell) {
    const [missing] = unshown(tell.state);
    if (missing !== undefined) return refuse('support.condition-unshown', { condition: missing });
    settle(tell, 'deliver').say('Delivered', { unit: tell.post.unit, evidence });
    const { window: duration, citation } = tell.law.support.receipt;
    tell.dropAll('delivered');
    return tell.start('support-receipt', tell.known.manager, { duration, citation });
  },
});

function settle(tell: Telling, kind: string): Telling {
  for (const clock of tell.known.clocks) if (clock.kind === kind) tell.meet(clock.id);
  return tell;
}

/** Not possible after all: the person hears why, and where they can turn (invariant 3's shape). */
export const cannotDeliver = rule('cannot-deliver', {
  from: ['consented'],
  atOnce: true,
  decide: ({ reason, next }, tell) =>
    over(
      settle(tell, 'deliver').say('NotDeliverable', { unit: tell.post.unit, reason, next }),
      'cannot-deliver',
    ),
});
