import { mayAssist, mayLead } from '../authority/duty.ts';
import { rulebookAt } from '../authority/institution.ts';
import { unitIn } from '../authority/units.ts';
import type { AllocationRuled, Dispatched } from '../case/events.ts';
import { orderOf } from '../case/state.ts';
import type { Recorded } from '../process.ts';
import { type Case, type Invariant, invariant, type Step } from './invariant.ts';

type Allocation = Step & { readonly event: Recorded<Dispatched | AllocationRuled> };

const allocations = (one: Case): readonly Allocation[] =>
  one.steps.filter(
    ({ event }) => event.type === 'Dispatched' || event.type === 'AllocationRuled',
  ) as never;

const categoryOf = ({ after }: Step): string => after.triage?.category ?? '';

/** Who leads, by which law, and who is responsible: invariants 4 to 8. */
export const routing: readonly Invariant[] = [
  invariant(
    4,
    { zh: '在办事项恰有一个主办单位', en: 'An assigned case has exactly one lead unit' },
    ({ steps }, read) => {
      for (const { event, after } of steps) {
        const order = 'order' in after ? after.order : null;
        if (order === null) continue;
        const all = [order.lead, ...order.assisting];
        read(new Set(all).size === all.length, () => `${event.type}: ${all.join(' ')}`);
      }
    },
  ),
  invariant(
    5,
    {
      zh: '社区只主办清单上的基本履职事项',
      en: 'A community leads only what is BASIC on its list',
    },
    (one, read) => {
      for (const step of allocations(one)) {
        const { lead } = step.event.data;
        const law = rulebookAt(one.institution, step.event.occurredAt);
        if (law === null || unitIn(law, lead)?.type !== 'community') continue;
        const may = mayLead(one.institution, lead, categoryOf(step), step.event.occurredAt);
        read(may.ok && may.duty?.mode === 'BASIC', () => `${lead} leads ${categoryOf(step)}`);
      }
    },
  ),
  invariant(
    6,
    {
      zh: '收回的不派，配合的不主办',
      en: 'What was withdrawn is not sent; who supports does not lead',
    },
    (one, read) => {
      for (const step of allocations(one)) {
        const { lead, assisting } = step.event.data;
        const at = step.event.occurredAt;
        if (rulebookAt(one.institution, at) === null) continue;
        const category = categoryOf(step);
        read(mayLead(one.institution, lead, category, at).ok, () => `${lead} leads ${category}`);
        for (const unit of assisting) {
          const may = mayAssist(one.institution, unit, category, at);
          read(may.ok, () => `${unit} assists ${category}`);
        }
      }
    },
  ),
  invariant(
    7,
    { zh: '派单写明当时有效的清单版本', en: 'Every dispatch names the list in force at that time' },
    (one, read) => {
      for (const { event } of allocations(one)) {
        const law = rulebookAt(one.institution, event.occurredAt);
        const { rulebook, version } = event.data.because.catalogue;
        read(
          law?.id === rulebook && law.version === version,
          () => `order ${event.data.order} rests on ${rulebook} ${version}`,
        );
      }
    },
    { importedApart: true },
  ),
  invariant(
    8,
    {
      zh: '责任单位从不空缺，签收或裁定才转移',
      en: 'Someone is always responsible; it moves by signing or ruling',
    },
    ({ steps }, read) => {
      for (const { before, event, after } of steps) {
        read(after.holder !== '', () => `${event.type}: nobody is responsible`);
        const held = before.status === 'none' ? null : before.holder;
        if (held === after.holder) continue;
        read(rightHolder(event, after) === after.holder, () => {
          return `${event.type} moved it from ${held ?? 'nobody'} to ${after.holder}`;
        });
      }
    },
    { importedApart: true },
  ),
];

/** Whom an event may make responsible, or null. */
function rightHolder(event: Step['event'], after: Step['after']): string | null {
  switch (event.type) {
    case 'Registered':
      return event.data.receivedBy;
    case 'SignedFor':
      return orderOf(after)?.lead ?? null;
    case 'AllocationRuled':
      return event.data.lead;
    case 'InterimOwnerFixed':
      return event.data.unit;
    case 'Reopened':
      return after.receivedBy;
    default:
      return null;
  }
}
