import type { Delegation } from '../authority/institution.ts';
import type { Rulebook, WhistleLaw } from './rulebook.ts';
import { START, smallRulebook } from './small.fixture.ts';

/** What the small district lacks to whistle, for doors that are tested from outside. */

const none = smallRulebook().extension.citation;
const hours = (n: number) => ({ n, unit: 'hour' as const });
const law: WhistleLaw = {
  levels: [
    {
      kind: 'DAILY',
      level: 1,
      sign: hours(2),
      reportIn: hours(8),
      conclude: hours(72),
      rank: 'section',
      headCount: 2,
      remote: false,
      powers: [],
      screen: { by: 'street', role: 'unit_head', within: hours(1) },
      citation: none,
    },
  ],
  filing: hours(24),
  delegated: { coordination: 'coordinate', supervision: 'coordinate', rating: 'coordinate' },
  rating: {
    items: [{ code: 'needed', name: { zh: '确有必要', en: 'The call was needed' } }],
    window: hours(48),
    minimum: 3,
    citation: none,
  },
  capacity: { usual: 1, units: {}, citation: none },
};
/** Urban Management answers one call-out at a time; who misses it is reminded, then supervised. */
export const whistling: Partial<Rulebook> = {
  whistle: law,
  ladder: [
    { clock: 'report-in', act: 'remind', by: null, within: hours(2), citation: none },
    { clock: 'report-in', act: 'supervise', by: 'centre', within: hours(2), citation: none },
  ],
};
/** East Street may coordinate, supervise and rate. */
export const coordination: Delegation = {
  id: 'g1',
  from: 'd',
  to: 's1',
  power: 'coordinate',
  validFrom: START,
  validTo: START + 400 * 24 * 3_600_000,
};
