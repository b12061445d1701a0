import { standAllDown } from './issuing.ts';
import { refuse, textNeeded } from './refusals.ts';
import { rule, type Telling } from './scene.ts';
import { isOpen, openSteps } from './state.ts';
import type { Conclusion } from './words.ts';

/** What it came to, said by the issuer once every call-out has ended (invariants 23 and 25). */
export const conclude = rule('conclude', {
  from: ['issued'],
  atOnce: true,
  decide({ result, reason }, tell) {
    const { state } = tell;
    const open = state.callOuts.find(isOpen);
    if (open !== undefined) return refuse('whistle.call-out-open', { unit: open.unit });
    const unsaid = state.callOuts.find(
      ({ presence, settlement }) => presence !== null && settlement === null,
    );
    if (unsaid !== undefined) return refuse('whistle.call-out-unsettled', { unit: unsaid.unit });
    if (state.tried.length === 0) return refuse('whistle.not-filed');
    const steps = openSteps(state).length;
    if (result === 'DONE' && steps > 0) return refuse('whistle.steps-open', { steps });
    const acted =
      state.callOuts.some(({ settlement }) => settlement === 'ACTION') ||
      state.steps.some(({ status }) => status === 'finished');
    if (!acted && (result === 'DONE' || result === 'PARTIAL')) {
      return refuse('whistle.nothing-done', { result });
    }
    return textNeeded({ reason }) ?? ended(tell.meet('conclude-1'), result, reason.trim());
  },
});

/** Whoever is still on its way is called off; who came, or should have, is rated and may rate. */
export function ended(tell: Telling, result: Conclusion, reason: string): Telling {
  standAllDown(tell, reason);
  const { callOuts, issuer } = tell.known;
  const met = callOuts.filter(({ presence, end }) => presence !== null || end === 'MISSED');
  const rate = [...new Set(met.map(({ unit }) => unit))];
  tell.dropAll('concluded').say('Concluded', { result, reason, rate });
  if (rate.length === 0) return tell;
  const { window, citation } = tell.law.whistle.rating;
  return tell.start('rating', issuer, { duration: window, citation });
}
