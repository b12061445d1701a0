import type { Institution } from '../authority/institution.ts';
import type { Text } from '../text.ts';
import type { Duration } from '../time/duration.ts';
import { PETITION_LIMITS, type PetitionLaw, type PetitionLimit } from './petition.ts';
import type { Citation, Rulebook, Rung } from './rulebook.ts';
import { smallInstitution, smallRulebook } from './small.fixture.ts';

/** What the small district lacks to keep petitions. For tests only. */

const text = (zh: string, en: string): Text => ({ zh, en });
const article = (n: number): Citation => ({
  text: text(`《信访工作条例》第 ${n} 条`, `Regulations on Petition Work, article ${n}`),
  illustrative: false,
});
const none: Citation = { text: text('示例值', 'illustrative'), illustrative: true };
const counted = { countFrom: 'nextDay', rollIfHoliday: true } as const;
/** Of somebody at a desk: until it closes; of the person: until the day is over. */
const days = (n: number, ends: Duration['ends'] = 'office-close'): Duration => ({
  n,
  unit: 'day',
  ends,
  ...counted,
});
const workDays = (n: number): Duration => ({ n, unit: 'workDay', ends: 'office-close' });

const LIMITS: Readonly<Record<PetitionLimit, readonly [Duration, Citation]>> = {
  routing: [days(15), article(22)],
  notice: [days(15), article(23)],
  objection: [workDays(5), article(23)],
  'return-decision': [workDays(3), none],
  designation: [workDays(5), none],
  handling: [days(60), article(34)],
  extension: [days(30), article(34)],
  delivery: [workDays(5), none],
  'ask-review': [days(30, 'day-end'), article(35)],
  review: [days(30), article(35)],
  'ask-re-review': [days(30, 'day-end'), article(36)],
  're-review': [days(30), article(36)],
  'new-facts': [days(15), none],
};

const reason = (code: string, afterReply = false) => ({
  code,
  name: text(code, code),
  nextPath: text('可以向信访局咨询。', 'Ask the petition office.'),
  citation: article(36),
  afterReply,
});

export const petitionLaw: PetitionLaw = {
  office: 'centre',
  kinds: [
    { code: 'claim', name: text('申诉求决', 'Claim'), way: 'handle', citation: article(31) },
    { code: 'suggestion', name: text('建议意见', 'Suggestion'), way: 'channel', citation: none },
    { code: 'report', name: text('检举控告', 'Report'), way: 'sealed', citation: article(30) },
  ],
  channels: { suggestion: 'policy', report: 'discipline' },
  limits: Object.fromEntries(
    PETITION_LIMITS.map((limit) => {
      const [duration, citation] = LIMITS[limit];
      return [limit, { duration, citation }];
    }),
  ) as PetitionLaw['limits'],
  representatives: { most: 5, citation: article(20) },
  reasons: [
    reason('late'),
    reason('no-superior'),
    reason('concluded', true),
    reason('no-new-facts', true),
    reason('accepted-elsewhere'),
  ],
  reviewers: { d: 'other-d' },
};

const rung = (act: Rung['act'], by: Rung['by'], hours: number): Rung => ({
  clock: 'handling',
  act,
  by,
  within: { n: hours, unit: 'hour' },
  citation: none,
});

/** What follows where sixty days went by without an opinion. */
export const petitionLadder: Rulebook['ladder'] = [
  rung('remind', null, 24),
  rung('supervise', 'centre', 48),
  rung('instruct', 'superior', 72),
];

/** Small district whose centre is its petition office; another district reviews the district. */
export function petitioning(
  law: Partial<PetitionLaw> = {},
  change: Partial<Rulebook> = {},
): Institution {
  const small = smallRulebook();
  const policy = {
    code: 'policy',
    kind: 'statutory',
    name: text('建议意见办理', 'Suggestions'),
    nextPath: text('由主管部门研究。', 'The competent bureau studies it.'),
    telephone: null,
    citation: none,
  } as const;
  const rulebook: Rulebook = {
    ...small,
    channels: [...small.channels, policy],
    petition: { ...petitionLaw, ...law },
    ...change,
  };
  return smallInstitution({ rulebooks: [rulebook] });
}
