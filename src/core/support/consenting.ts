import type { Instant } from '../process.ts';
import { dueAt } from '../time/due.ts';
import { ask, over } from './offering.ts';
import { refuse } from './refusals.ts';
import { rule, type Telling } from './scene.ts';

/**
 * The person agrees to one measure, its provider and what it asks for, until a day (PIPL articles 23
 * and 28 to 31: separate consent). From now on the provider owes the delivery.
 */
export const consent = rule('consent', {
  from: ['offered'],
  atOnce: true,
  decide({ until }, tell) {
    const { now } = tell.facts;
    const longest = longestFrom(tell);
    if (until !== null && until <= now) return refuse('support.consent-in-the-past', { until });
    if (until !== null && until > longest) {
      return refuse('support.consent-too-long', { until, longest });
    }
    const { provider, terms } = tell.state;
    const { conditions, documents } = terms;
    answered(tell);
    tell.say('Consented', { provider, conditions, documents, until: until ?? longest });
    return owe(tell);
  },
});

const longestFrom = ({ facts, law }: Telling): Instant =>
  dueAt({
    start: facts.now,
    duration: law.support.consent.window,
    calendar: law.calendar,
    suspensions: [],
  }).due;

/** The provider's promise, and the day on which the consent runs out. */
function owe(tell: Telling): Telling {
  const { provider, terms, consent: given, manager } = tell.known;
  if (given === null) throw new Error('support: nothing is owed without a consent');
  const { window: duration, citation } = tell.law.support.consent;
  tell.start('deliver', provider, { duration: terms.within, citation: terms.citation });
  return tell.start('support-consent', manager, { duration, citation }, given.until);
}

/** The person has spoken, and the window for it is no longer needed. */
function answered(tell: Telling): Telling {
  for (const { id, kind } of tell.known.clocks) if (kind === 'support-answer') tell.meet(id);
  return tell;
}

/** No reason is asked, nothing else is told of it, and nothing else changes (invariant 32). */
export const refuseOffer = rule('refuse', {
  from: ['offered'],
  atOnce: true,
  decide: (_, tell) => over(answered(tell).say('Refused', {}), 'refused'),
});

/** Until it is delivered a consent can be taken back at any time, and nobody is asked why. */
export const revoke = rule('revoke', {
  from: ['consented'],
  atOnce: true,
  decide: (_, tell) => over(tell.say('Revoked', {}), 'revoked'),
});

/** It came; only this word makes it a support that was received. */
export const confirmReceipt = rule('confirm-receipt', {
  from: ['delivered'],
  decide: (_, tell) => over(tell.say('Received', {}), 'received'),
});

/**
 * It did not come. The provider owes it again, with its whole time; where the consent has run out
 * meanwhile the person is asked anew.
 */
export const denyReceipt = rule('deny-receipt', {
  from: ['delivered'],
  atOnce: true,
  decide({ words }, tell) {
    const again = tell.state.consent.until <= tell.facts.now;
    tell.dropAll('receipt-denied').say('ReceiptDenied', { words, again });
    return again ? ask(tell) : owe(tell);
  },
});
