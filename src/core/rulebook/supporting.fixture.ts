import type { Text } from '../text.ts';
import type { Duration } from '../time/duration.ts';
import type { Rulebook } from './rulebook.ts';
import { smallRulebook } from './small.fixture.ts';
import type { SupportLaw, SupportMeasure } from './supports.ts';

/** What the small district lacks to offer support, for rules and doors alike. Whole hours and days. */

const none = smallRulebook().extension.citation;
const text = (zh: string, en: string): Text => ({ zh, en });
const hours = (n: number): Duration => ({ n, unit: 'hour' });
const days = (n: number): Duration => ({ n, unit: 'day' });

export const supportLaw: SupportLaw = {
  needs: [
    { code: 'work', name: text('没有收入来源', 'No income from work') },
    { code: 'illness', name: text('大病支出', 'The cost of an illness') },
  ],
  conditions: [
    { code: 'no-earner', name: text('家中无人就业', 'Nobody in the household has work') },
    { code: 'bills', name: text('有医疗费用支出', 'There are medical bills') },
  ],
  documents: [
    { code: 'registration', name: text('失业登记', 'Registration as unemployed'), citation: none },
    { code: 'invoices', name: text('医疗费票据', 'Medical invoices'), citation: none },
  ],
  answer: { window: days(10), citation: none },
  consent: { window: days(90), citation: none },
  receipt: { window: days(5), citation: none },
};

const measure = (id: string, change: Partial<SupportMeasure>): SupportMeasure => ({
  id,
  name: text(id, id),
  instrument: 'job',
  provider: 'market',
  needs: ['work'],
  conditions: [],
  documents: [],
  within: days(5),
  most: 1,
  citation: none,
  ...change,
});

export const supports: readonly SupportMeasure[] = [
  measure('post', { conditions: ['no-earner'], documents: ['registration'] }),
  measure('medical-aid', {
    instrument: 'medical',
    provider: 'housing',
    needs: ['illness'],
    conditions: ['bills', 'no-earner'],
    documents: ['invoices'],
  }),
  measure('relief', { instrument: 'relief', provider: 'type:street', needs: ['illness', 'work'] }),
];

/** A provider that misses its time is reminded, then supervised, then put before a leader. */
export const supporting: Partial<Rulebook> = {
  support: supportLaw,
  supports,
  ladder: [
    { clock: 'deliver', act: 'remind', by: null, within: hours(24), citation: none },
    { clock: 'deliver', act: 'supervise', by: 'centre', within: hours(24), citation: none },
    { clock: 'deliver', act: 'instruct', by: 'superior', within: hours(48), citation: none },
  ],
};
