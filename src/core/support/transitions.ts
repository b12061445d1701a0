import type { TransitionEdge, TransitionGraph } from '../process.ts';
import type { SupportEvent } from './events.ts';
import { KNOWN, type Status } from './state.ts';

const edge = (
  from: Status,
  event: SupportEvent['type'],
  to: Status,
  why?: string,
): TransitionEdge => ({ from, event, to, ...(why === undefined ? {} : { why }) });

/** Every change of a support's status there is, and the event that makes it. */
export const transitions: TransitionGraph = {
  process: 'support',
  states: ['none', ...KNOWN],
  edges: [
    edge('none', 'SupportOffered', 'offered'),
    edge('offered', 'Consented', 'consented', 'only now may anything be collected for it'),
    edge('offered', 'Refused', 'ended', 'without a reason, and without consequence'),
    edge('offered', 'OfferTakenBack', 'ended'),
    edge('offered', 'Lapsed', 'ended', 'not answered in time'),
    edge('consented', 'Delivered', 'delivered'),
    edge('consented', 'NotDeliverable', 'ended', 'with the reason and what to do next'),
    edge('consented', 'Revoked', 'ended'),
    edge('consented', 'Lapsed', 'ended', 'the consent ran out'),
    edge('delivered', 'Received', 'ended', 'the person says so'),
    edge('delivered', 'ReceiptUnanswered', 'ended', 'nobody denied it, and nobody confirmed it'),
    edge('delivered', 'ReceiptDenied', 'consented', 'it did not come: the provider owes it again'),
    edge('delivered', 'ReceiptDenied', 'offered', 'the consent has run out: the person is asked'),
  ],
};
