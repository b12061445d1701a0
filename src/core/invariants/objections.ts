import { rulebookAt } from '../authority/institution.ts';
import { type Invariant, invariant, stepsOf } from './invariant.ts';

/** 派单异议 and 派单裁定: invariants 9 and 10. */
export const objections: readonly Invariant[] = [
  invariant(
    9,
    {
      zh: '异议有依据、按时裁定，逾期有人先办',
      en: 'Objections rest on law and are decided, or someone acts',
    },
    (one, read) => {
      for (const { event } of stepsOf(one, 'Objected')) {
        const law = rulebookAt(one.institution, event.occurredAt);
        const { basis, number } = event.data;
        read(
          law?.objectionBases.some(({ code }) => code === basis) === true,
          () => `objection ${number} rests on "${basis}"`,
        );
      }
      for (const { event, before } of stepsOf(one, 'ClockBreached')) {
        if (before.status !== 'objected' || !event.data.clock.startsWith('objection-')) continue;
        const fixed = one.steps.find(({ event: next }) => next.version === event.version + 1);
        read(fixed?.event.type === 'InterimOwnerFixed', () => `${event.data.clock}: nobody acts`);
      }
    },
    { importedApart: true },
  ),
  invariant(
    10,
    { zh: '至多退单两次，裁定后不得再退', en: 'Two returns at most; a ruling cannot be returned' },
    (one, read) => {
      for (const { event, after } of stepsOf(one, 'ObjectionDecided')) {
        const most = rulebookAt(one.institution, event.occurredAt)?.objection.maxReturns ?? 0;
        read(after.returns <= most, () => `returned ${after.returns} times`);
      }
      for (const { event, before } of stepsOf(one, 'Objected')) {
        const bound = before.status === 'assigned' && before.order.binding !== null;
        read(!bound, () => `objection ${event.data.number} to an order that binds`);
      }
      for (const { event, before } of stepsOf(one, 'Dispatched')) {
        const ruled = before.status === 'triaged' && before.ruler !== null;
        read(!ruled, () => `order ${event.data.order} where a ruling was due`);
      }
    },
  ),
];
