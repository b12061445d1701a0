import { shippedCalendar } from '../engine/calendar/shipped.ts';
import { found } from '../engine/found.ts';
import { shippedRulebook } from '../engine/rulebook/shipped.ts';
import type { Backend } from './backend.ts';

export const DEMO = 'demo';
const RULEBOOK = 'g-district-whistle';

/** The demonstration district's law. May be asked again: what is there already stays. */
export async function seed(backend: Backend): Promise<void> {
  const rulebook = shippedRulebook(RULEBOOK);
  const calendar = rulebook === null ? null : shippedCalendar(rulebook.calendar);
  if (rulebook === null || calendar === null) throw new Error(`${RULEBOOK} is not shipped whole`);
  await found(backend, {
    tenant: DEMO,
    rulebook,
    calendar,
    evidence: '演示 / demonstration',
  });
}
