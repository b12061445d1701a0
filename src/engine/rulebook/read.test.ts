import { describe, expect, it } from 'vitest';
import { FINDING_CODES } from '../../core/rulebook/finding.ts';
import { FileFault } from '../yaml/fault.ts';
import { readFolder } from './load.ts';
import { type RulebookRead, readRulebook } from './read.ts';
import { shippedFolder, shippedPart } from './shipped.ts';
import { PROBLEM_WORDS } from './words.ts';

const fixture = readFolder(shippedFolder('schema-fixture'));
const options = {
  zoneOfCalendar: (calendar: string) => (calendar === 'us-boston' ? 'America/New_York' : null),
  partNamed: shippedPart,
};

/** The fixture with the one text of one file replaced; the text must be there exactly once. */
function planted(file: string, from: string, to: string): RulebookRead {
  const text = fixture.get(file) ?? '';
  expect(text.split(from)).toHaveLength(2);
  return readRulebook(new Map([...fixture, [file, text.replace(from, to)]]), options);
}

const told = (read: RulebookRead): readonly string[] =>
  read.ok
    ? []
    : read.problems.map(({ file, line, column, code }) => `${file}:${line}:${column} ${code}`);

const HEAD = 'rulebook.yaml';

/** code, file, what stands there, what is put in its place, where the problem is shown. */
type Row = readonly [code: string, file: string, from: string, to: string, place: string];

const FORM: readonly Row[] = [
  ['yaml-syntax', HEAD, 'calendar: us-boston', 'calendar: @us', 'rulebook.yaml:8:11'],
  ['unknown-key', HEAD, 'ruler: desk', 'rulers: 1, ruler: desk', 'rulebook.yaml:58:29'],
  ['missing', HEAD, 'times: 1, ', '', 'rulebook.yaml:57:12'],
  ['wrong-type', HEAD, "version: '1'", 'version: 1', 'rulebook.yaml:5:10'],
  ['not-one-of', HEAD, 'approver: supervisor', 'approver: chief', 'rulebook.yaml:57:44'],
  ['empty', HEAD, 'languages: [en, zh]', 'languages: []', 'rulebook.yaml:9:12'],
  ['bad-date', HEAD, '2026-01-01', '2026-02-30', 'rulebook.yaml:7:16'],
  ['bad-duration', HEAD, 'window: 2mo', 'window: 2 moons', 'rulebook.yaml:62:22'],
  ['bad-duration', HEAD, 'limit: 15d', 'limit: soon', 'rulebook.yaml:31:21'],
  ['not-one-of', HEAD, 'ends: day-end', 'ends: never', 'rulebook.yaml:31:52'],
  [
    'unknown-part',
    HEAD,
    'languages: [en, zh]',
    'languages: [en, zh]\ninclude: [petition-1995]',
    'rulebook.yaml:10:11',
  ],
  [
    'included-twice',
    HEAD,
    'languages: [en, zh]',
    'languages: [en, zh]\ninclude: [petition-2022]\npetition: { office: desk, representatives: { most: 9 } }',
    'rulebook.yaml:11:46',
  ],
  ['unknown-calendar', HEAD, 'calendar: us-boston', 'calendar: mars', 'rulebook.yaml:8:11'],
  [
    'unknown-source',
    HEAD,
    'attempts: 2, citation: { source: none }',
    'attempts: 2, citation: { source: nun }',
    'rulebook.yaml:61:52',
  ],
  ['citation-incomplete', HEAD, 'en: an invented statute, ', '', 'rulebook.yaml:32:15'],
  [
    'csv-syntax',
    'units.csv',
    'quay,community,north,,码头社区',
    'quay,community,north,,"码头"社区',
    'units.csv:4:1',
  ],
  ['missing-column', 'units.csv', 'id,type,parent', 'id,type,above', 'units.csv:1:1'],
  ['unknown-column', 'units.csv', 'en,telephone', 'en,telephone,mood', 'units.csv:1:41'],
  ['column-twice', 'units.csv', 'en,telephone', 'en,en', 'units.csv:1:28'],
  ['wrong-width', 'units.csv', 'Public Works', 'Public, Works', 'units.csv:6:1'],
  ['not-one-of', 'duties.csv', 'pothole,BASIC', 'pothole,MAIN', 'duties.csv:2:18'],
  ['empty', 'duties.csv', 'f1,works', 'f1,', 'duties.csv:2:4'],
  ['bad-date', 'duties.csv', '2026-06-30', 'June', 'duties.csv:4:36'],
  ['unknown-source', 'powers.csv', 'tree,no,none', 'tree,no,custom', 'powers.csv:3:34'],
];

const CONTENT: readonly Row[] = [
  ['duplicate-id', 'units.csv', 'hill,community', 'quay,community', 'units.csv:5:1'],
  ['missing-text', 'units.csv', ',Parks,', ',,', 'units.csv:7:31'],
  ['missing-text', HEAD, 'zh: 请立即拨打 000。', "zh: ''", 'rulebook.yaml:42:40'],
  ['unknown-unit', 'duties.csv', 'f1,works', 'f1,work', 'duties.csv:2:4'],
  ['unknown-unit', HEAD, 'centre: desk', 'centre: disk', 'rulebook.yaml:59:21'],
  ['unknown-unit', HEAD, 'interimOwner: street', 'interimOwner: nobody', 'rulebook.yaml:58:56'],
  [
    'unknown-office',
    HEAD,
    'reopening:',
    'signOff:\n  - unit: works\n    steps: [{ role: office_head, office: attic }]\n    citation: { zh: 例, en: x }\nreopening:',
    'rulebook.yaml:64:42',
  ],
  ['unknown-type', 'duties.csv', 'f7,type:community', 'f7,type:village', 'duties.csv:8:4'],
  [
    'unknown-category',
    'duties.csv',
    'works,pothole,BASIC',
    'works,potholes,BASIC',
    'duties.csv:2:10',
  ],
  ['unknown-category', 'powers.csv', 'pothole|main', 'pothole|mains', 'powers.csv:2:33'],
  ['unknown-power', 'holdings.csv', 'fell,parks', 'fall,parks', 'holdings.csv:3:1'],
  ['unknown-rank', 'holdings.csv', 'works,chief', 'works,king', 'holdings.csv:2:18'],
  ['unknown-urgency', 'categories.csv', 'Pothole,ordinary', 'Pothole,lazy', 'categories.csv:3:30'],
  ['unknown-urgency', HEAD, 'urgency: pressing', 'urgency: soon', 'rulebook.yaml:27:30'],
  ['unknown-channel', 'categories.csv', ',emergency-line,', ',911,', 'categories.csv:7:24'],
  ['unknown-clock', HEAD, 'clock: ruling', 'clock: rules', 'rulebook.yaml:34:14'],
  [
    'wrong-channel-kind',
    'categories.csv',
    ',emergency-line,',
    ',inspector,',
    'categories.csv:7:24',
  ],
  [
    'wrong-channel-kind',
    HEAD,
    'channel: inspector',
    'channel: emergency-line',
    'rulebook.yaml:60:30',
  ],
  ['emergency-without-number', HEAD, "telephone: '000'", "telephone: ''", 'rulebook.yaml:43:16'],
  ['parent-circle', 'categories.csv', 'streets,,', 'streets,pothole,', 'categories.csv:2:9'],
  [
    'wrong-parent',
    'units.csv',
    'community,north,,码头',
    'community,borough,,码头',
    'units.csv:4:16',
  ],
  ['bad-division', 'units.csv', 'street,borough,,', 'street,borough,370213,', 'units.csv:3:22'],
  ['validity-empty', 'holdings.csv', '2026-12-31', '2026-06-30', 'holdings.csv:3:37'],
  ['never-in-force', 'duties.csv', ',,2026-06-30', ',2025-01-01,2025-06-30', 'duties.csv:4:46'],
  ['category-not-leaf', 'duties.csv', 'works,pothole', 'works,streets', 'duties.csv:2:10'],
  [
    'duty-overlap',
    'duties.csv',
    'f4,type:street,tree,WITHDRAWN,parks,list,4,2026-07-01',
    'f4,type:street,tree,WITHDRAWN,parks,list,4,2026-06-01',
    'duties.csv:5:4',
  ],
  ['lead-missing', 'duties.csv', 'SUPPORT,works', 'SUPPORT,', 'duties.csv:3:32'],
  ['lead-not-needed', 'duties.csv', 'pothole,BASIC,', 'pothole,BASIC,parks', 'duties.csv:2:24'],
  ['lead-itself', 'duties.csv', 'WITHDRAWN,parks', 'WITHDRAWN,type:street', 'duties.csv:5:31'],
  ['lead-not-basic', 'duties.csv', 'SUPPORT,works', 'SUPPORT,parks', 'duties.csv:3:32'],
  [
    'community-not-basic',
    'duties.csv',
    'SUPPORT,works',
    'SUPPORT,type:community',
    'duties.csv:3:32',
  ],
  ['no-basic-holder', 'duties.csv', 'f6,water,main', 'f6,water,pothole', 'categories.csv:5:1'],
  [
    'deadline-missing',
    HEAD,
    "clock: ruling, urgency: '*'",
    'clock: ruling, urgency: pressing',
    'rulebook.yaml:24:3',
  ],
  [
    'deadline-duplicate',
    HEAD,
    "clock: ruling, urgency: '*'",
    "clock: contact, urgency: '*'",
    'rulebook.yaml:34:14',
  ],
  ['deadline-later-than-legal', HEAD, 'duration: 10d', 'duration: 20d', 'rulebook.yaml:30:15'],
  ['deadline-later-than-legal', HEAD, 'duration: 10d', 'duration: 11wd', 'rulebook.yaml:30:15'],
  ['duration-not-positive', HEAD, 'window: 2mo', 'window: 0d', 'rulebook.yaml:62:22'],
  ['too-many-returns', HEAD, 'maxReturns: 2', 'maxReturns: 3', 'rulebook.yaml:58:26'],
  ['too-few', HEAD, 'attempts: 2', 'attempts: 0', 'rulebook.yaml:61:39'],
  ['too-few', HEAD, 'minimum: 3', 'minimum: 2', 'rulebook.yaml:69:104'],
  [
    'emergency-screened',
    HEAD,
    'screen: null',
    'screen: { by: street, role: unit_head, within: 2wh }',
    'rulebook.yaml:66:117',
  ],
  ['duty-of-control', HEAD, 'zh: 掌握情况', 'zh: 教育稳控', 'rulebook.yaml:102:28'],
  [
    'climbs-down',
    HEAD,
    'climb: [{ unit: north, role: sponsor }, { unit: borough',
    'climb: [{ unit: borough, role: sponsor }, { unit: north',
    'rulebook.yaml:96:79',
  ],
  ['unknown-power', HEAD, 'coordination: close-road', 'coordination: x', 'rulebook.yaml:68:30'],
  [
    'unknown-rank',
    HEAD,
    'rank: officer, headCount: 1, screen: null',
    'rank: x, headCount: 1, screen: null',
    'rulebook.yaml:66:86',
  ],
  [
    'desk-limit-too-fine',
    HEAD,
    'reportWrongdoing: { channel: inspector }',
    'reportWrongdoing: { channel: inspector, desk: { unit: desk, within: 4h, settle: 5wd, handTo: [inspector], citation: { source: none } } }',
    'rulebook.yaml:60:69',
  ],
  [
    'duration-not-positive',
    HEAD,
    'reportWrongdoing: { channel: inspector }',
    'reportWrongdoing: { channel: inspector, desk: { unit: desk, within: 4wd, settle: 0wd, handTo: [inspector], citation: { source: none } } }',
    'rulebook.yaml:60:82',
  ],
  [
    'unknown-unit',
    HEAD,
    'reportWrongdoing: { channel: inspector }',
    'reportWrongdoing: { channel: inspector, desk: { unit: nowhere, within: 4wd, settle: 5wd, handTo: [inspector], citation: { source: none } } }',
    'rulebook.yaml:60:55',
  ],
  [
    'unknown-channel',
    HEAD,
    'reportWrongdoing: { channel: inspector }',
    'reportWrongdoing: { channel: inspector, desk: { unit: desk, within: 4wd, settle: 5wd, handTo: [x], citation: { source: none } } }',
    'rulebook.yaml:60:96',
  ],
  [
    'missing-part',
    HEAD,
    'reportWrongdoing: { channel: inspector }',
    'reportWrongdoing: { channel: inspector, desk: { unit: desk, within: 4wd, settle: 5wd, handTo: [], citation: { source: none } } }',
    'rulebook.yaml:60:95',
  ],
  ['unknown-unit', HEAD, 'units: { works: 5 }', 'units: { w: 5 }', 'rulebook.yaml:70:37'],
  ['duplicate-id', HEAD, 'EMERGENCY, level: 1', 'DAILY, level: 1', 'rulebook.yaml:66:29'],
  ['missing-text', HEAD, ', by: superior', '', 'rulebook.yaml:80:5'],
  ['kept-too-short', HEAD, 'keep: 24mo', 'keep: 1mo', 'rulebook.yaml:74:57'],
  ['no-class-for-rest', HEAD, ', keep: 24mo', ', keep: 24mo, kinds: [help]', 'rulebook.yaml:74:5'],
  ['unknown-unit', HEAD, 'unit: desk\n  classes', 'unit: nowhere\n  classes', 'rulebook.yaml:72:9'],
  ['duration-not-positive', HEAD, 'grace: 1mo', 'grace: 0d', 'rulebook.yaml:76:40'],
  ['not-a-share', HEAD, 'share: 0.25', 'share: 25', 'rulebook.yaml:84:58'],
  ['not-one-of', HEAD, 'outcomes: [FIXED]', 'outcomes: [DONE]', 'rulebook.yaml:84:20'],
  ['unknown-unit', HEAD, 'units: [desk, works]', 'units: [desk, x]', 'rulebook.yaml:82:17'],
  ['unknown-category', HEAD, '[pothole], after', '[x], after', 'rulebook.yaml:91:22'],
  ['missing-part', HEAD, 'units: [desk, works]', 'units: []', 'rulebook.yaml:82:10'],
  ['missing-part', HEAD, 'after: [30d, 90d]', 'after: []', 'rulebook.yaml:91:39'],
  ['duration-not-positive', HEAD, 'pressure: 6wd', 'pressure: 0wd', 'rulebook.yaml:89:13'],
  ['too-few', HEAD, 'minimum: 5', 'minimum: 2', 'rulebook.yaml:92:12'],
  ['too-few', HEAD, 'attempts: 4', 'attempts: 0', 'rulebook.yaml:87:13'],
  ['unknown-need', 'supports.csv', ',out-of-work,', ',rich,', 'supports.csv:2:46'],
  ['unknown-condition', 'supports.csv', ',no-wage,', ',wage,', 'supports.csv:2:58'],
  ['unknown-document', 'supports.csv', ',claim,', ',claims,', 'supports.csv:2:66'],
  ['consent-too-short', 'supports.csv', ',20d,', ',91d,', 'supports.csv:2:72'],
  ['unknown-unit', 'supports.csv', ',parks,', ',park,', 'supports.csv:2:40'],
  ['not-one-of', 'supports.csv', ',job,', ',gift,', 'supports.csv:2:36'],
  [
    'duplicate-id',
    HEAD,
    '[{ code: claim',
    '[{ code: claim, name: { en: a, zh: 甲 }, citation: { source: none } }, { code: claim',
    'rulebook.yaml:107:92',
  ],
  [
    'missing-part',
    HEAD,
    '  - { code: not-on-list, name: { en: Not on the duty list, zh: 清单没有这一事项 }, citation: { source: list } }',
    '  []',
    'rulebook.yaml:55:3',
  ],
];

describe('every problem is shown at its place', () => {
  it.each([...FORM, ...CONTENT])('%s (%s, %s -> %s)', (code, file, from, to, place) => {
    expect(told(planted(file, from, to))).toContain(`${place} rulebook.${code}`);
  });

  it('starts from a rulebook without any', () => {
    expect(told(readRulebook(fixture, options))).toEqual([]);
  });

  it('does not blame every line for sources that could not be read', () => {
    expect(told(planted(HEAD, 'calendar: us-boston', 'calendar: @us'))).toHaveLength(1);
  });

  it('has a row for every finding, and words for nothing else', () => {
    // Delegations are no part of a rulebook's files; `checkDelegations` has its own test.
    const seen = new Set([...FORM, ...CONTENT].map(([code]) => code));
    const limits = ['too-many-lines', 'too-many-columns', 'more-problems'];
    const named = new Set([...seen, ...limits, 'missing-file', 'delegation-pinned']);
    expect(new Set(Object.keys(PROBLEM_WORDS))).toEqual(named);
    for (const code of FINDING_CODES) expect(named).toContain(code);
  });
});

describe('reading', () => {
  it('tells all problems of form together, in the order of the files', () => {
    const broken = new Map(fixture);
    broken.set('duties.csv', (fixture.get('duties.csv') ?? '').replaceAll('BASIC', 'MAIN'));
    broken.delete('powers.csv');
    broken.set(HEAD, (fixture.get(HEAD) ?? '').replace('2026-01-01', 'now').replace('2mo', 'x'));
    expect(told(readRulebook(broken, options))).toEqual([
      'duties.csv:2:18 rulebook.not-one-of',
      'duties.csv:4:21 rulebook.not-one-of',
      'duties.csv:6:15 rulebook.not-one-of',
      'duties.csv:7:15 rulebook.not-one-of',
      'duties.csv:8:32 rulebook.not-one-of',
      'powers.csv:1:1 rulebook.missing-file',
      'rulebook.yaml:7:16 rulebook.bad-date',
      'rulebook.yaml:62:22 rulebook.bad-duration',
    ]);
  });

  it('stops telling problems where nobody could mend them all, and says that there are more', () => {
    const keys = (count: number) =>
      `${fixture.get(HEAD) ?? ''}\n${Array.from({ length: count }, (_, n) => `k${n}: 1`).join('\n')}\n`;
    const many = readRulebook(new Map([...fixture, [HEAD, keys(5_000)]]), options);
    if (many.ok) throw new Error('read');
    expect(many.problems).toHaveLength(101);
    expect(many.problems.at(-1)).toMatchObject({
      code: 'rulebook.more-problems',
      what: { en: 'There are 4900 more problems that are not listed.' },
    });
    expect(told(readRulebook(new Map([...fixture, [HEAD, keys(70_000)]]), options))).toEqual([
      'rulebook.yaml:1:1 rulebook.yaml-syntax',
    ]);
  });

  it.each([
    ['too-many-lines', `id,type\n${'x,y\n'.repeat(10_001)}`, 'units.csv:10002:1'],
    ['too-many-columns', `id${',type'.repeat(10_000)}\n`, 'units.csv:1:1'],
    ['csv-syntax', `id,type\n${'x'.repeat(200_000)}\n`, 'units.csv:2:1'],
  ])('%s: a table larger than any is not read', (code, units, place) => {
    const read = told(readRulebook(new Map([...fixture, ['units.csv', units]]), options));
    expect(read).toContain(`${place} rulebook.${code}`);
  });

  it.each([
    [
      'names and repeats without end',
      `a: &a [1,1,1,1,1,1,1,1,1,1]\n${'bcdefg'
        .split('')
        .map((name, n) => `${name}: &${name} [${Array(10).fill(`*${'abcdef'[n]}`).join(',')}]\n`)
        .join('')}`,
    ],
    ['nests without end', `a: ${'['.repeat(100_000)}`],
    ['says a key twice', 'a: 1\na: 2\n'],
  ])('YAML that %s is a problem of the file', (_, yaml) => {
    expect(told(readRulebook(new Map([...fixture, [HEAD, yaml]]), options))[0]).toMatch(
      /rulebook.yaml:\d+:\d+ rulebook.yaml-syntax/,
    );
  });

  it('says in both languages what is wrong and what to do', () => {
    const read = planted('duties.csv', 'f1,works', 'f1,work');
    if (read.ok) throw new Error('read');
    const fault = new FileFault(read.problems);
    expect(fault.text.zh.split('\n')).toContain(
      'duties.csv:2:4 rulebook.unknown-unit 没有编号为“work”的单位。 请在单位表（units）中登记该单位，或改正编号。',
    );
    expect(fault.message).toContain('There is no unit “work”. Add it to the table of units');
  });

  it('turns dates into instants of the calendar’s zone, last days into the ends of validity', () => {
    const read = readRulebook(fixture, options);
    if (!read.ok) throw new Error('not read');
    const iso = (instant: number | null | undefined) =>
      new Date(instant ?? Number.NaN).toISOString();
    expect(iso(read.rulebook.effectiveFrom)).toBe('2026-01-01T05:00:00.000Z');
    const tree = read.rulebook.duties[2];
    expect(iso(tree?.validFrom)).toBe('2026-01-01T05:00:00.000Z');
    expect(iso(tree?.validTo)).toBe('2026-07-01T04:00:00.000Z');
    expect(tree?.citation.text).toEqual({
      zh: '《港湾区履职清单（示例）》第 3 项',
      en: 'borough duty list, item 3',
    });
    expect(read.rulebook.deadlines[4]?.legal).toEqual({
      n: 15,
      unit: 'day',
      countFrom: 'nextDay',
      ends: 'day-end',
      rollIfHoliday: true,
    });
    expect(read.rulebook.halls).toEqual([]);
  });

  it('finds cells behind a byte order mark, quotes, line breaks and blank lines', () => {
    const units = (fixture.get('units.csv') ?? '')
      .replace('Harbour Borough', '"Harbour,\nBorough"')
      .replace('north,street', '\nnorth,street')
      .replace('hill,community,north', 'hill,community,nowhere');
    const read = readRulebook(new Map([...fixture, ['units.csv', `\uFEFF${units}`]]), options);
    expect(told(read)).toContain('units.csv:7:16 rulebook.unknown-unit');
  });

  it('finds a cell that follows a line break inside its own row', () => {
    const halls =
      'id,unit,zh,en,address_zh,address_en,hours_zh,hours_en,telephone\n' +
      'h,quay,大厅,Hall,"码头\n一号","Quay\n1",每日,,000\n';
    const read = readRulebook(new Map([...fixture, ['halls.csv', halls]]), options);
    expect(told(read)).toEqual(['halls.csv:4:7 rulebook.missing-text']);
  });
});
