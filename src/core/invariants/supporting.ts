import { isLive as isOwed } from '../clock/clock.ts';
import type { Recorded } from '../process.ts';
import { unshown } from '../support/state.ts';
import { type Invariant, ofSupports, supportSteps } from './invariant.ts';

/** 帮扶: invariant 32, and 71 to 73 for what is collected, who is late, and whose word it is. */
export const supporting: readonly Invariant[] = [
  ofSupports(
    32,
    {
      zh: '未经本人同意不实施帮扶；拒绝不影响任何权利和时限',
      en: 'No support without the person’s consent; refusing changes nothing else',
    },
    (one, read) => {
      for (const { before, event } of supportSteps(one, 'Delivered')) {
        const consent = before.status === 'consented' ? before.consent : null;
        const { occurredAt: at } = event;
        read(
          consent !== null && consent.at <= at && at < consent.until,
          () => `delivered at ${at} without a consent that held`,
        );
        const provider = consent?.provider;
        read(provider === event.data.unit, () => `${event.data.unit} delivered, not ${provider}`);
      }
      for (const { event } of [
        ...supportSteps(one, 'Consented'),
        ...supportSteps(one, 'Refused'),
        ...supportSteps(one, 'Revoked'),
      ]) {
        read(isTheirs(event, one.known.case), () => `${event.type} by somebody else`);
      }
      for (const { after } of supportSteps(one, 'Refused')) {
        // What a provider was late with before the offer came back stays late.
        const windows = after.clocks.filter(({ kind }) => kind.startsWith('support-'));
        read(
          windows.every(({ breachedAt }) => breachedAt === null),
          () => 'a refused offer was late',
        );
      }
    },
  ),
  ofSupports(
    71,
    {
      zh: '同意之后才核实条件，且只核实同意所及',
      en: 'Nothing is collected but under a consent, and nothing that it does not cover',
    },
    (one, read) => {
      for (const { before, event } of supportSteps(one, 'ConditionShown')) {
        const covered = before.status === 'consented' ? before.consent.conditions : [];
        const { condition } = event.data;
        read(covered.includes(condition), () => `${condition} was collected without a consent`);
      }
      for (const { before } of supportSteps(one, 'Delivered')) {
        const left = before.status === 'consented' ? unshown(before) : ['consent'];
        read(left.length === 0, () => `delivered, and ${left.join()} was not shown`);
      }
    },
  ),
  ofSupports(
    72,
    {
      zh: '本人不答复不算逾期；终结之后不再有时限',
      en: 'Nobody is late by the person’s silence, and nothing is owed once it is over',
    },
    ({ known }, read) => {
      for (const { id, kind, unit, breachedAt } of known.clocks) {
        if (kind.startsWith('support-')) read(breachedAt === null, () => `${id} made ${unit} late`);
        if (known.status !== 'ended') continue;
        const running = known.clocks.find((clock) => clock.id === id && isOwed(clock));
        read(running === undefined, () => `${id} runs after the end`);
      }
    },
    { when: ['always', 'settled'] },
  ),
  ofSupports(
    73,
    {
      zh: '只有本人确认才算收到',
      en: 'Received is what the person says, and nobody else',
    },
    (one, read) => {
      const said = supportSteps(one, 'Received');
      for (const { event } of said) {
        read(isTheirs(event, one.known.case), () => 'received by somebody else’s word');
      }
      if (one.known.status !== 'ended' || one.known.end !== 'RECEIVED') return;
      read(said.length === 1, () => 'received, and nobody said so');
    },
  ),
];

/** By the person of that request, or entered for them and marked so. */
const isTheirs = ({ actedBy, onBehalfOf }: Recorded, about: string): boolean =>
  actedBy.kind === 'person' ? actedBy.case === about : onBehalfOf?.kind === 'person';
