import type { Institution } from '../authority/institution.ts';
import type { Text } from '../text.ts';
import type { Duration } from '../time/duration.ts';
import type { Rulebook } from './rulebook.ts';
import { ladder, smallRulebook, whistlingInstitution } from './small.fixture.ts';
import type { SponsorshipLaw } from './sponsorship.ts';

/** What the small district lacks for a leader to sponsor. For tests only. */

const none = smallRulebook().extension.citation;
const text = (zh: string, en: string): Text => ({ zh, en });
const hours = (n: number): Duration => ({ n, unit: 'hour' });
const days = (n: number): Duration => ({ n, unit: 'day' });
const duty = (code: string, zh: string, en: string) => ({
  code,
  name: text(zh, en),
  citation: none,
});

/** Whole days, so that a test can name each instant; a sponsor of the district has two cases at most. */
export const sponsorshipLaw: SponsorshipLaw = {
  blocked: { clockFactor: 2, citation: none },
  accepting: {
    within: days(3),
    climb: [{ unit: 'd', role: 'sponsor' }],
    citation: none,
  },
  cap: { usual: 2, units: {}, citation: none },
  term: { duration: days(60), citation: none },
  extension: {
    max: days(30),
    approver: { unit: 'd', role: 'unit_head' },
    within: days(5),
    citation: none,
  },
  lead: ['unit_head'],
  duties: [
    duty('facts', '掌握情况', 'Know the facts'),
    duty('law', '讲清法律政策', 'Explain the law'),
    duty('solve', '推动解决', 'Solve'),
    duty('hardship', '帮助解难', 'Support in hardship'),
    duty('follow-up', '按意愿后续联系', 'Follow up if wanted'),
  ],
  followUp: { max: days(180), citation: none },
};

const rung = (clock: string, act: 'remind' | 'supervise' | 'instruct', within: Duration) => ({
  clock,
  act,
  by: act === 'remind' ? null : ('superior' as const),
  within,
  citation: none,
});

export const sponsoringLadder: Rulebook['ladder'] = [
  ...ladder,
  rung('commitment', 'remind', hours(24)),
  rung('commitment', 'supervise', hours(48)),
  rung('commitment', 'instruct', hours(48)),
  rung('term', 'supervise', days(3)),
];

/** The small district, whistling, with leaders who sponsor. */
export const sponsoringInstitution = (
  change: Partial<Institution> = {},
  law: Partial<Rulebook> = {},
): Institution =>
  whistlingInstitution(change, { sponsorship: sponsorshipLaw, ladder: sponsoringLadder, ...law });
