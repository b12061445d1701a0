import type { Institution } from '../authority/institution.ts';
import type { Text } from '../text.ts';
import type { Calendar } from '../time/calendar.ts';
import type { Duration } from '../time/duration.ts';
import type { CallbackLaw } from './callback.ts';
import type {
  Category,
  Citation,
  Duty,
  Power,
  PowerHolding,
  Rulebook,
  Rung,
  Unit,
  WhistleLaw,
  WhistleLevel,
} from './rulebook.ts';

/** The smallest district in which every rule of authority has a case. For tests only. */

const text = (zh: string, en: string): Text => ({ zh, en });

export const START = Date.UTC(2026, 0, 1) - 8 * 3_600_000;

export const item = (n: number): Citation => ({
  text: text(`《履职事项清单》第 ${n} 项`, `duty list, item ${n}`),
  illustrative: true,
});

const unit = (
  id: string,
  type: Unit['type'],
  parent: string | null,
  zh: string,
  en: string,
): Unit => ({
  id,
  type,
  parent,
  name: text(zh, en),
  division: null,
  telephone: null,
});

export const units: readonly Unit[] = [
  unit('d', 'district', null, '示例区', 'Sample District'),
  unit('s1', 'street', 'd', '东街道', 'East Street'),
  unit('s2', 'street', 'd', '西街道', 'West Street'),
  unit('c11', 'community', 's1', '甲社区', 'Jia Community'),
  unit('c12', 'community', 's1', '乙社区', 'Yi Community'),
  unit('c21', 'community', 's2', '丙社区', 'Bing Community'),
  unit('housing', 'department', 'd', '区住房和建设局', 'Housing Bureau'),
  unit('urban', 'department', 'd', '区城市管理和综合执法局', 'Urban Management Bureau'),
  unit('market', 'department', 'd', '区市场监督管理局', 'Market Regulation Bureau'),
  unit('water', 'utility', 'd', '供水公司', 'water company'),
  unit('centre', 'centre', 'd', '区民生诉求中心', 'District Requests Centre'),
  unit('other-d', 'district', null, '邻区', 'Next District'),
  unit('other-bureau', 'department', 'other-d', '邻区城管局', 'Next Bureau'),
];

const category = (
  code: string,
  zh: string,
  en: string,
  keywords: readonly string[],
  parent: string | null = 'all',
): Category => ({
  code,
  name: text(zh, en),
  parent,
  urgency: 'normal',
  keywords,
  emergency: null,
  channel: null,
});

export const categories: readonly Category[] = [
  category('all', '全部', 'All', [], null),
  category('neighbours', '邻里纠纷', 'Neighbour dispute', ['邻居', '邻里', 'neighbour']),
  category('vending', '占道经营', 'Street vending', ['占道', '摆摊', '占道经营', 'vendor']),
  category('building', '违法建设', 'Unlawful building', ['违建', '违法建设', 'art']),
  category('pipe', '供水管网', 'Water mains', ['停水', '水管', '爆管', 'burst pipe']),
  category('food', '食品安全', 'Food safety', ['食品', '过期']),
  category('orphan', '无人管的事', 'Nobody’s matter', []),
];

export const duty = (
  n: number,
  holder: string,
  category: string,
  mode: Duty['mode'],
  lead: string | null = null,
): Duty => ({
  id: `d${n}`,
  holder,
  category,
  mode,
  lead,
  citation: item(n),
  validFrom: START,
  validTo: null,
});

export const duties: readonly Duty[] = [
  duty(1, 'type:community', 'neighbours', 'BASIC'),
  duty(2, 'type:street', 'neighbours', 'SUPPORT', 'type:community'),
  duty(3, 'type:street', 'vending', 'BASIC'),
  duty(4, 'type:community', 'vending', 'SUPPORT', 'type:street'),
  duty(5, 'urban', 'vending', 'BASIC'),
  duty(6, 'type:street', 'building', 'WITHDRAWN', 'urban'),
  duty(7, 'type:community', 'building', 'SUPPORT', 'urban'),
  duty(8, 'urban', 'building', 'BASIC'),
  duty(9, 'housing', 'building', 'SUPPORT', 'urban'),
  duty(10, 'other-bureau', 'building', 'BASIC'),
  duty(11, 'water', 'pipe', 'BASIC'),
  duty(12, 'housing', 'pipe', 'BASIC'),
  duty(13, 'type:street', 'pipe', 'SUPPORT', 'water'),
  duty(14, 'market', 'food', 'BASIC'),
  duty(15, 'market', 'vending', 'SUPPORT', 'urban'),
  duty(16, 's2', 'vending', 'SUPPORT', 'urban'),
];

export const none: Citation = { text: text('示例值', 'illustrative'), illustrative: true };

const workDays = (n: number) => ({ n, unit: 'workDay' as const });

const deadline = (clock: string, n: number): Rulebook['deadlines'][number] => ({
  clock,
  urgency: '*',
  duration: workDays(n),
  legal: null,
  citation: none,
});

export function smallRulebook(change: Partial<Rulebook> = {}): Rulebook {
  return {
    id: 'small',
    version: '1',
    title: text('示例规则库', 'Sample rulebook'),
    effectiveFrom: START,
    calendar: 'cn',
    languages: ['zh', 'en'],
    units,
    offices: [],
    halls: [],
    ranks: [
      { code: 'staff', name: text('工作人员', 'Officer') },
      { code: 'section', name: text('科级', 'Section head') },
      { code: 'division', name: text('处级', 'Division head') },
    ],
    urgencies: [
      { code: 'normal', name: text('一般', 'Normal') },
      { code: 'urgent', name: text('紧急', 'Urgent') },
    ],
    categories,
    duties,
    powers: [
      {
        id: 'coordinate',
        name: text('协调权', 'To coordinate'),
        categories: ['vending'],
        delegable: 'internal',
        citation: none,
      },
      {
        id: 'fine',
        name: text('行政处罚权', 'To fine'),
        categories: ['vending', 'building'],
        delegable: 'statutory',
        citation: none,
      },
      {
        id: 'demolish',
        name: text('强制拆除决定权', 'To order demolition'),
        categories: ['building'],
        delegable: 'no',
        citation: none,
      },
    ],
    holdings: [
      {
        power: 'coordinate',
        holder: 'd',
        rank: 'division',
        scope: null,
        validFrom: START,
        validTo: null,
      },
      {
        power: 'fine',
        holder: 'urban',
        rank: 'section',
        scope: 's1',
        validFrom: START,
        validTo: null,
      },
      {
        power: 'demolish',
        holder: 'urban',
        rank: 'division',
        scope: null,
        validFrom: START,
        validTo: null,
      },
      {
        power: 'demolish',
        holder: 'type:street',
        rank: 'staff',
        scope: null,
        validFrom: START,
        validTo: null,
      },
    ],
    deadlines: [
      deadline('triage', 1),
      deadline('sign-for', 1),
      deadline('contact', 1),
      deadline('reply', 5),
      deadline('objection', 1),
      deadline('ruling', 2),
      deadline('verification', 3),
      deadline('extension-decision', 1),
    ],
    channels: [
      {
        code: 'police',
        kind: 'emergency',
        name: text('公安报警', 'Police'),
        nextPath: text('请立即拨打 110。', 'Call 110 now.'),
        telephone: '110',
        citation: none,
      },
      {
        code: 'discipline',
        kind: 'statutory',
        name: text('纪检监察举报', 'Discipline inspection'),
        nextPath: text('请拨打 12388。', 'Call 12388.'),
        telephone: '12388',
        citation: none,
      },
    ],
    suspensionReasons: [{ code: 'hearing', name: text('听证期间', 'Hearing'), citation: none }],
    objectionBases: [
      { code: 'not-on-list', name: text('清单无此事项', 'Not on the list'), citation: none },
    ],
    extension: { max: workDays(10), times: 1, approver: 'supervisor', citation: none },
    objection: { maxReturns: 2, ruler: 'centre', interimOwner: 'firstReceiver', citation: none },
    dispatch: { centre: 'centre' },
    reportWrongdoing: { channel: 'discipline', desk: null },
    verification: { unit: 'centre', attempts: 3, citation: none },
    signOff: [],
    reopening: { window: { n: 30, unit: 'day' }, citation: none },
    whistle: null,
    secrecy: null,
    callback: null,
    petition: null,
    sponsorship: null,
    support: null,
    supports: [],
    ladder: [],
    retention: null,
    ...change,
  };
}

const calendar: Calendar = {
  id: 'cn',
  version: 'test',
  zone: 'Asia/Shanghai',
  officeHours: [{ from: '09:00', to: '18:00' }],
  weekend: [0, 6],
  years: { '2026': { holidays: {}, workdays: {}, citation: 'illustrative' } },
};

export function smallInstitution(change: Partial<Institution> = {}): Institution {
  return {
    version: 1,
    rulebooks: [smallRulebook()],
    calendars: new Map([['cn', calendar]]),
    delegations: [],
    standIns: [],
    recusals: [],
    ...change,
  };
}

const hours = (n: number): Duration => ({ n, unit: 'hour' });
const days = (n: number): Duration => ({ n, unit: 'day' });

const level = (
  kind: WhistleLevel['kind'],
  n: number,
  change: Partial<WhistleLevel>,
): WhistleLevel => ({
  kind,
  level: n,
  sign: hours(4),
  reportIn: hours(24),
  conclude: days(10),
  rank: 'section',
  headCount: 2,
  remote: false,
  powers: [],
  screen: null,
  citation: none,
  ...change,
});

/** Whole hours, so that a test can name each instant. */
export const whistleLaw: WhistleLaw = {
  levels: [
    level('DAILY', 1, {
      remote: true,
      screen: { by: 'street', role: 'unit_head', within: hours(2) },
    }),
    level('DAILY', 2, { screen: { by: 'issuer', role: 'unit_head', within: hours(2) } }),
    level('KEY', 1, {
      powers: ['fine'],
      screen: { by: 'centre', role: 'dispatcher', within: hours(1) },
    }),
    level('EMERGENCY', 1, {
      sign: { n: 5, unit: 'minute' },
      reportIn: { n: 30, unit: 'minute' },
      conclude: days(3),
    }),
  ],
  filing: hours(24),
  delegated: { coordination: 'coordinate', supervision: 'supervise', rating: 'rate' },
  rating: {
    items: [
      { code: 'needed', name: text('确有必要', 'The call was needed') },
      { code: 'acted', name: text('说到做到', 'They did what they said') },
    ],
    window: days(5),
    minimum: 3,
    citation: none,
  },
  capacity: { usual: 2, units: { housing: 1 }, citation: none },
};

/** Every second closing, three to thirteen days after; what was fixed is looked at twice more. */
export const callbackLaw: CallbackLaw = {
  units: ['centre', 'market', 'housing'],
  samples: [
    { outcomes: ['UNREACHABLE'], categories: [], share: 1, citation: none },
    { outcomes: [], categories: ['pipe'], share: 0, citation: none },
    { outcomes: [], categories: [], share: 0.5, citation: none },
  ],
  delay: { from: days(3), to: days(13) },
  within: days(5),
  attempts: 2,
  window: days(14),
  pressure: days(3),
  recheck: [{ categories: ['vending'], after: [days(30), days(90)], citation: none }],
  minimum: 3,
  citation: none,
};

const rung = (
  clock: string,
  act: Rung['act'],
  by: Rung['by'],
  within: Duration,
): Rulebook['ladder'][number] => ({ clock, act, by, within, citation: none });

/** What follows a missed promise, up to a leader's word. */
export const ladder: Rulebook['ladder'] = [
  rung('sign', 'remind', null, hours(1)),
  rung('sign', 'supervise', 'centre', hours(2)),
  rung('report-in', 'remind', null, hours(4)),
  rung('report-in', 'supervise', 'centre', hours(4)),
  rung('report-in', 'instruct', 'superior', hours(24)),
  rung('step', 'remind', null, hours(24)),
  rung('conclude', 'supervise', 'centre', hours(24)),
  rung('sign-for', 'remind', null, hours(1)),
  rung('sign-for', 'supervise', 'centre', hours(2)),
  rung('reply', 'remind', null, hours(4)),
  rung('reply', 'supervise', 'centre', hours(24)),
  rung('reply', 'instruct', 'superior', hours(48)),
];

const power = (
  id: string,
  delegable: Power['delegable'],
  categories: readonly string[] = ['vending'],
): Power => ({ id, name: text(id, id), categories, delegable, citation: none });

const holding = (name: string, holder: string, rank = 'staff'): PowerHolding => ({
  power: name,
  holder,
  rank,
  scope: null,
  validFrom: START,
  validTo: null,
});

/** The small district with a whistle: the district's three powers, and one more to call for. */
export function whistlingRulebook(change: Partial<Rulebook> = {}): Rulebook {
  const small = smallRulebook();
  return {
    ...small,
    powers: [
      ...small.powers,
      power('supervise', 'internal', []),
      power('rate', 'internal', []),
      power('inspect', 'statutory'),
    ],
    holdings: [
      ...small.holdings,
      holding('supervise', 'd', 'division'),
      holding('rate', 'd', 'division'),
      holding('inspect', 'market'),
      holding('inspect', 'housing'),
    ],
    whistle: whistleLaw,
    ladder,
    ...change,
  };
}

/** Handed on by the district to a street and a community, from the beginning to the year's end. */
export const delegations: Institution['delegations'] = ['s1', 'c11'].flatMap((to) =>
  ['coordinate', 'supervise', 'rate'].map((name) => ({
    id: `${name}-${to}`,
    from: 'd',
    to,
    power: name,
    validFrom: START,
    validTo: Date.UTC(2027, 0, 1),
  })),
);

export const whistlingInstitution = (
  change: Partial<Institution> = {},
  law: Partial<Rulebook> = {},
): Institution => smallInstitution({ rulebooks: [whistlingRulebook(law)], delegations, ...change });
