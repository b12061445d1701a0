import { orderOf } from '../case/state.ts';
import { askedByOthers } from './calling-back.ts';
import { type Invariant, invariant, type Step, stepsOf } from './invariant.ts';

/** Asking, closing, withdrawing: invariants 41, 44 and 45. */
export const answering: readonly Invariant[] = [
  invariant(41, { zh: '只有本人能撤回', en: 'Only the person withdraws' }, (one, read) => {
    for (const { event } of stepsOf(one, 'Withdrawn')) {
      const { actedBy } = event;
      const own = actedBy.kind === 'person' && actedBy.case === one.stream;
      read(own, () => `withdrawn by ${actedBy.kind}`);
    }
  }),
  invariant(
    44,
    { zh: '办结不等于解决：本人认可才算', en: 'CLOSED is not FIXED: that takes the person’s yes' },
    (one, read) => {
      for (const { event, before } of stepsOf(one, 'Closed')) {
        const answer = before.status === 'replied' ? before.verification.answer : null;
        read(
          event.data.outcome !== 'FIXED' || answer?.solved === 'yes',
          () => 'closed as fixed without the person’s yes',
        );
      }
    },
    { importedApart: true },
  ),
  invariant(
    45,
    {
      zh: '办理单位不核实、不回访自己，抽样对其保密',
      en: 'Who handled it neither verifies nor calls back, and knows no sample',
    },
    (one, read) => {
      for (const step of stepsOf(one, 'Verified')) {
        read(!handled(step, step.event.data.by), () => `verified by ${step.event.data.by}`);
        const { actedBy, data } = step.event;
        // It is that system's word: whoever reads in its sheet only carries it.
        if (data.by === 'upstream') continue;
        if (actedBy.kind !== 'staff') continue;
        read(!handled(step, actedBy.post.unit), () => `verified from ${actedBy.post.unit}`);
      }
    },
    { callback: askedByOthers },
  ),
];

function handled({ before }: Step, unit: string): boolean {
  const order = orderOf(before);
  return order !== null && [order.lead, ...order.assisting].includes(unit);
}
