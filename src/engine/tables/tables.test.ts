import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { roleWords } from '../../contract/words.ts';
import type { Rulebook } from '../../core/rulebook/rulebook.ts';
import { zoneOf } from '../../core/time/zone.ts';
import { canonical } from '../canonical.ts';
import { archive, workbookOf } from '../import/ledger/archive.fixture.ts';
import { shippedRulebook } from '../rulebook/shipped.ts';
import { isChange, partChanges, tableChanges } from './changes.ts';
import { guarded, unguarded } from './guard.ts';
import { reporter } from './problems.ts';
import { amended } from './read.ts';
import { type Roster, staffChanges, staffOrders, staffRows, staffWanted } from './staff.ts';
import { columnWords, roleNames, SHEET_COLUMNS, SHEETS } from './words.ts';
import { readTables, toCsv, toWorkbook, type Upload } from './workbook.ts';
import { rulebookRows } from './write.ts';

const zone = zoneOf('America/New_York');
const START = Date.UTC(2026, 0, 1, 5);
const NEXT = Date.UTC(2026, 1, 1, 5);

const shipped = (id: string): Rulebook => {
  const found = shippedRulebook(id);
  if (found === null) throw new Error('the rulebook is not shipped');
  return found;
};
const smallRulebook = () => shipped('schema-fixture');

async function readBack(files: readonly Upload[], base: Rulebook, effectiveFrom = NEXT) {
  const telling = reporter();
  const tables = await readTables(files, telling.report);
  const rulebook = amended(
    tables,
    { base, version: 'next', effectiveFrom, zone, delegations: [] },
    telling,
  );
  return { rulebook, tables, problems: telling.problems() };
}

const workbook = async (rulebook: Rulebook, lang: 'zh' | 'en' | null): Promise<Upload> => ({
  name: 'tables.xlsx',
  bytes: await toWorkbook(rulebookRows(rulebook, zone), lang),
});

const csvs = (rulebook: Rulebook, lang: 'zh' | null = null): readonly Upload[] =>
  [...toCsv(rulebookRows(rulebook, zone), lang)].map(([name, text]) => ({
    name,
    bytes: Buffer.from(text),
  }));

/** The tables exported, one text of one file replaced, read again. */
async function planted(file: string, from: string, to: string, base = smallRulebook()) {
  const files = csvs(base).map(({ name, bytes }) => {
    const text = Buffer.from(bytes).toString('utf8');
    if (name !== file) return { name, bytes };
    expect(text).toContain(from);
    return { name, bytes: Buffer.from(text.replace(from, to)) };
  });
  return readBack(files, base);
}

describe('the tables of a rulebook', () => {
  it.each(['zh', 'en', null] as const)(
    'come back from a workbook as they went (%s)',
    async (lang) => {
      for (const base of [smallRulebook(), shipped('g-district-whistle')]) {
        const { rulebook, problems } = await readBack([await workbook(base, lang)], base);
        expect(problems).toEqual([]);
        expect(canonical(rulebook)).toBe(
          canonical({ ...base, version: 'next', effectiveFrom: NEXT }),
        );
      }
    },
  );

  it('come back from CSV, in GB18030 too', async () => {
    const base = shipped('g-district-whistle');
    const { rulebook } = await readBack(csvs(base, 'zh'), base);
    expect(rulebook && tableChanges(base, rulebook, zone).some(isChange)).toBe(false);
    const bytes = Buffer.from('id,zh,en,illustrative\ns1,', 'latin1');
    const tail = Buffer.from(',list,yes\n', 'latin1');
    // 清单
    const gb = Buffer.concat([bytes, Buffer.from([0xc7, 0xe5, 0xb5, 0xa5]), tail]);
    const telling = reporter();
    const tables = await readTables([{ name: 'sources.csv', bytes: gb }], telling.report);
    expect(tables.get('sources')?.rows[0]?.cells).toMatchObject({ zh: '清单' });
  });

  it('come back whatever people write into them', async () => {
    const text = fc
      .string({ unit: 'binary', minLength: 1, maxLength: 12 })
      .filter((one) => one.isWellFormed() && !/[\p{Cc}\p{Cn}\p{Co}|]/u.test(one))
      .map((one) => one.trim())
      .filter((one) => one !== '');
    const awkward = fc.oneof(
      text,
      fc.constantFrom(
        '=1+1',
        "'=x",
        'valueOf',
        "'constructor",
        '+86 532',
        '-',
        '@a',
        '"',
        'a,b',
        '＝',
        'yes',
        '是',
        'BASIC',
      ),
    );
    const names = fc.record({ zh: awkward, en: awkward });
    const item = fc.option(fc.constantFrom('1', '3-2', '十二'), { nil: '' });
    await fc.assert(
      fc.asyncProperty(names, names, item, fc.boolean(), async (name, source, n, csv) => {
        const base = smallRulebook();
        const citation = {
          text: n ? { zh: `${source.zh}第 ${n} 项`, en: `${source.en}, item ${n}` } : source,
          illustrative: name.zh.length > 3,
        };
        const edited: Rulebook = {
          ...base,
          units: base.units.map((unit) => ({ ...unit, name, telephone: name.en })),
          duties: base.duties.map((duty) => ({ ...duty, citation })),
        };
        const files = csv ? csvs(edited) : [await workbook(edited, 'zh')];
        const { rulebook, problems } = await readBack(files, edited);
        expect(problems).toEqual([]);
        expect(rulebook?.units).toEqual(edited.units);
        expect(rulebook?.duties).toEqual(edited.duties);
      }),
      { numRuns: 60 },
    );
  });

  it('keep an instant that begins no day', async () => {
    const base = smallRulebook();
    const odd = base.duties.map((duty) =>
      duty.id === 'f6' ? { ...duty, validFrom: START + 1234, validTo: NEXT + 3.2e10 } : duty,
    );
    const edited = { ...base, duties: odd };
    const { rulebook, problems } = await readBack([await workbook(edited, 'zh')], edited);
    expect(problems).toEqual([]);
    expect(rulebook?.duties).toEqual(odd);
  });

  it('lose the lines that have run out by the day, and no others', async () => {
    const base = smallRulebook();
    const later = Date.UTC(2026, 7, 1, 4);
    const { rulebook, problems } = await readBack([await workbook(base, 'zh')], base, later);
    expect(problems).toEqual([]);
    expect(rulebook?.duties.map(({ id }) => id)).toEqual(
      base.duties.map(({ id }) => id).filter((id) => id !== 'f3'),
    );
    const { problems: told } = await planted('duties.csv', 'f8,', 'f9,');
    expect(told).toEqual([]);
  });

  it('say what was added, changed and removed, in words', async () => {
    const base = smallRulebook();
    const duties = base.duties
      .filter(({ id }) => id !== 'f8')
      .map((duty) => (duty.id === 'f2' ? { ...duty, lead: 'parks' } : duty));
    const first = base.duties[0];
    if (first === undefined) throw new Error('the fixture has no duties');
    const after = { ...base, duties: [...duties, { ...first, id: 'new' }].toReversed() };
    const change = tableChanges(base, after, zone).find(({ table }) => table === 'duties');
    expect(change).toMatchObject({
      unchanged: base.duties.length - 2,
      added: [{ key: 'new' }],
      removed: [{ key: 'f8' }],
      changed: [
        {
          key: 'f2',
          cells: [
            { column: 'lead', from: { zh: '市政局（works）' }, to: { zh: '园林局（parks）' } },
          ],
        },
      ],
    });
    const mode = change?.added[0]?.cells.find(({ column }) => column === 'mode')?.value;
    expect(mode).toEqual({ zh: '基本履职', en: 'Basic duty' });
  });

  it('change one row where a unit is called otherwise, not every row that names it', () => {
    const base = smallRulebook();
    const [first, ...others] = base.units;
    if (first === undefined) throw new Error('the fixture has no units');
    const after = { ...base, units: [{ ...first, name: { zh: '新区', en: 'New' } }, ...others] };
    const changed = tableChanges(base, after, zone).filter(isChange);
    expect(changed.map(({ table, changed: rows }) => [table, rows.length])).toEqual([['units', 1]]);
  });

  it('leave deadlines and the rest to be compared part by part', () => {
    const base = smallRulebook();
    const [deadline] = base.deadlines;
    if (deadline === undefined) throw new Error('the fixture has no deadline');
    const later = { ...deadline, duration: { n: 9, unit: 'day' as const } };
    const after = { ...base, deadlines: [later, ...base.deadlines.slice(1)] };
    expect(partChanges(base, after)).toHaveLength(1);
    expect(partChanges(base, after)[0]?.to).toContain('"n":9');
    expect(partChanges(base, base)).toEqual([]);
  });
});

describe('what is wrong in a table', () => {
  const LIST = rulebookRows(smallRulebook(), zone).sources[0]?.id ?? '';
  const rows: readonly [code: string, file: string, from: string, to: string, place: string][] = [
    ['rulebook.unknown-unit', 'duties.csv', 'f6,water', 'f6,wader', 'duties.csv:7:4'],
    ['rulebook.unknown-source', 'duties.csv', `,${LIST},1,`, ',none,1,', 'duties.csv:2:25'],
    ['rulebook.bad-date', 'duties.csv', '2026-01-01', '2026-02-30', 'duties.csv:2:35'],
    ['rulebook.not-one-of', 'duties.csv', 'BASIC', 'BASE', 'duties.csv:2:18'],
    ['rulebook.missing-column', 'units.csv', 'parent', 'above', 'units.csv:1:1'],
    ['rulebook.unknown-column', 'units.csv', 'telephone', 'phone', 'units.csv:1:31'],
    [
      'rulebook.wrong-width',
      'units.csv',
      'borough,district,,',
      'borough,district,,,',
      'units.csv:2:1',
    ],
    ['rulebook.empty', 'sources.csv', `${LIST},`, ',', 'sources.csv:2:1'],
  ];

  it.each(rows)('%s', async (code, file, from, to, place) => {
    const { rulebook, problems } = await planted(file, from, to);
    expect(rulebook).toBeNull();
    const told = problems.map((one) => `${one.file}:${one.line}:${one.column} ${one.code}`);
    expect(told).toContain(`${place} ${code}`);
  });

  it('is told by sheet, line and column of a workbook', async () => {
    const base = smallRulebook();
    const wrong = { ...base, duties: base.duties.map((one) => ({ ...one, category: 'none' })) };
    const { problems } = await readBack([await workbook(wrong, 'zh')], base);
    const [first] = problems.filter(({ code }) => code === 'rulebook.unknown-category');
    expect(first).toMatchObject({ file: 'duties 履职事项清单', line: 2, column: 3 });
  });

  it('is told where it stands when another table broke it', async () => {
    const base = smallRulebook();
    const units = csvs(base).filter(({ name }) => name === 'units.csv');
    const text = Buffer.from(units[0]?.bytes ?? []).toString('utf8');
    const cut = text
      .split('\n')
      .filter((line) => !line.startsWith('water,'))
      .join('\n');
    const { problems } = await readBack([{ name: 'units.csv', bytes: Buffer.from(cut) }], base);
    expect(problems).toContainEqual(
      expect.objectContaining({
        code: 'rulebook.unknown-unit',
        file: 'duties 履职事项清单',
        line: 7,
      }),
    );
  });

  it('is a delegation that would be undone', async () => {
    const base = smallRulebook();
    const telling = reporter();
    const given = { id: 'g1', from: 'd', to: 's1', power: 'fell', validFrom: 0, validTo: 2e14 };
    const law = { base, version: '2', effectiveFrom: NEXT, zone, delegations: [given] };
    expect(amended(new Map(), law, telling)).toBeNull();
    expect(telling.problems()).toMatchObject([{ code: 'rulebook.delegation-pinned' }]);
  });

  it.each<[string, Upload]>([
    ['rulebook.unknown-sheet', { name: 'persons.csv', bytes: Buffer.from('id\n') }],
    ['rulebook.not-a-workbook', { name: 'tables.xlsx', bytes: Buffer.from('no workbook') }],
    ['rulebook.csv-syntax', { name: 'units.csv', bytes: Buffer.from('id,"a\n') }],
  ])('%s', async (code, file) => {
    const { problems } = await readBack([file], smallRulebook());
    expect(problems.map((problem) => problem.code)).toEqual([code]);
  });

  it('is the same table twice, or a workbook made to unpack without end', async () => {
    const base = smallRulebook();
    const twice = [...csvs(base), ...csvs(base)];
    expect((await readBack(twice, base)).problems[0]?.code).toBe('rulebook.sheet-twice');
    // Whatever the archive says of itself.
    const bytes = archive(Buffer.alloc(65 * 1_048_576));
    const { problems } = await readBack([{ name: 'a.xlsx', bytes }], base);
    expect(problems.map(({ code }) => code)).toEqual(['rulebook.workbook-too-large']);
  });

  it.each([
    ['workbook-too-wide', '<row><c r="ZZ300000"><v>1</v></c></row>'],
    ['not-a-workbook', '<row><c r="&#90;Z300000"><v>1</v></c></row>'],
  ])('%s: a cell far from the others is not made room for', async (code, sheet) => {
    const file = { name: 'a.xlsx', bytes: workbookOf(sheet) };
    const { problems } = await readBack([file], smallRulebook());
    expect(problems.map((problem) => problem.code)).toEqual([`rulebook.${code}`]);
  });

  it('is told in the words the sheet is written in, all of a table’s lines at once', async () => {
    const powers = [
      'id 编号,zh 中文,en 英文,categories 所涉类别,delegable 可否委托,source 依据,item 条目',
      'p1,甲,A,tree,随便,none,',
      'p2,,B,tree,不得委托,none,',
      'p3,丙,C,nowhere,不得委托,none,',
      'p4,丁,D,nothing,不得委托,none,',
      'p5,戊,E,tree,不得委托,unheard,',
      ',己,F,tree,不得委托,none,',
    ].join('\n');
    const base = smallRulebook();
    const sources = csvs(base).filter(({ name }) => name === 'sources.csv');
    const source = /^(s\w+),/m.exec(Buffer.from(sources[0]?.bytes ?? []).toString())?.[1] ?? '';
    const bytes = Buffer.from(powers.replaceAll(',none,', `,${source},`));
    const { rulebook, problems } = await readBack([{ name: 'powers.csv', bytes }], base);
    expect(rulebook).toBeNull();
    expect(problems.map(({ line, heading, code }) => `${line} ${heading} ${code}`)).toEqual([
      '2 delegable rulebook.not-one-of',
      '3 zh rulebook.missing-text',
      '4 categories rulebook.unknown-category',
      '5 categories rulebook.unknown-category',
      '6 source rulebook.unknown-source',
      '7 id rulebook.empty',
    ]);
    expect(problems[0]?.what).toEqual({
      zh: '这里只能填写：不得委托、依法可委托、可委托下级。',
      en: 'Only these may stand here: Never, As the law allows, To units beneath.',
    });
  });

  it('is of no more lines and columns than tables have, and told no more than can be read', async () => {
    const units = SHEET_COLUMNS.units.join(',');
    const of = async (text: string) => {
      const file = { name: 'units.csv', bytes: Buffer.from(text) };
      const { problems } = await readBack([file], smallRulebook());
      return problems.map(({ code }) => code);
    };
    expect(await of(`${units}\n${'x\n'.repeat(10_001)}`)).toEqual(['rulebook.too-many-lines']);
    expect(await of(`id${',x'.repeat(10_000)}\n`)).toEqual(['rulebook.too-many-columns']);
    const many = await of(`${units}\n${',x,,,,,\n'.repeat(5_000)}`);
    expect([many.length, many.at(-1)]).toEqual([101, 'rulebook.more-problems']);
  });
});

describe('the staff', () => {
  const post = (unit: string, role: 'unit_handler' | 'administrator' | 'unit_head') => ({
    unit,
    role,
  });
  const accounts = [
    { login: 'admin', posts: [post('d', 'administrator')], disabled: false },
    {
      login: 'clerk',
      posts: [post('s1', 'unit_handler'), post('s1', 'unit_head')],
      disabled: false,
    },
    { login: 'left', posts: [post('s2', 'unit_handler')], disabled: true },
  ];
  const roster: Roster = {
    accounts,
    units: new Set(['d', 's1', 's2']),
    offices: new Set(['s1 desk']),
  };
  const HEAD = `${SHEET_COLUMNS.staff.join(',')}\n`;

  async function read(csv: string) {
    const telling = reporter();
    const file = { name: 'staff.csv', bytes: Buffer.from(csv) };
    const table = (await readTables([file], telling.report)).get('staff');
    if (table === undefined) throw new Error('no staff');
    const wanted = staffWanted(table, roster, telling.report);
    return { wanted, orders: staffOrders(accounts, wanted ?? []), problems: telling.problems() };
  }
  const exported = toCsv({ staff: staffRows(accounts) }, null).get('staff.csv') ?? '';

  it('exported and handed in again is no change', async () => {
    expect(await read(exported)).toMatchObject({ orders: [], problems: [] });
    for (const lang of ['zh', 'en'] as const) {
      const bytes = await toWorkbook({ staff: staffRows(accounts) }, lang);
      const telling = reporter();
      const tables = await readTables([{ name: 'a.xlsx', bytes }], telling.report);
      const table = tables.get('staff');
      const wanted = table && staffWanted(table, roster, telling.report);
      expect(staffOrders(accounts, wanted ?? [])).toEqual([]);
    }
  });

  it('come, go, change seats and lose passwords', async () => {
    const csv = `${HEAD}admin,d,系统管理员,,是,\nclerk,s1,unit_head,,,\nNew,s2,承办人,,,\n`;
    const { orders } = await read(csv);
    expect(orders).toEqual([
      { login: 'admin', posts: [post('d', 'administrator')], disabled: false, newPassword: true },
      { login: 'clerk', posts: [post('s1', 'unit_head')], disabled: false, newPassword: false },
      { login: 'new', posts: [post('s2', 'unit_handler')], disabled: false, newPassword: false },
    ]);
    const name = (id: string) => ({ zh: id, en: id });
    const names = { unit: name, office: () => ({ zh: '街景科', en: 'Street scene' }) };
    const seated = { ...accounts[1], posts: [{ ...post('s1', 'unit_handler'), office: 'desk' }] };
    const order = { ...seated, login: 'seated', disabled: false, newPassword: false };
    expect(staffChanges([], [order], names).added[0]?.cells).toContainEqual({
      column: 'role',
      value: { zh: 's1街景科承办人', en: 'Unit handler, Street scene, s1' },
    });
    expect(staffChanges(accounts, orders, names)).toMatchObject({
      added: [{ key: 'new' }],
      removed: [],
      changed: [{ key: 'admin' }, { key: 'clerk', cells: [{ column: 'role' }] }],
    });
  });

  it('whose row is gone are disabled, and never removed', async () => {
    const { orders } = await read(exported.replace(/^clerk.*\n/gm, ''));
    expect(orders).toEqual([{ ...accounts[1], disabled: true, newPassword: false }]);
  });

  it.each([
    ['rulebook.bad-login', `${HEAD}admin,d,administrator,,,\na b,s1,unit_head,,,\n`, 3],
    ['rulebook.unknown-unit-now', `${HEAD}admin,d,administrator,,,\nx,s9,unit_head,,,\n`, 3],
    ['rulebook.post-twice', `${HEAD}admin,d,administrator,,,\nadmin,d,administrator,,,\n`, 3],
    ['rulebook.mixed-disabled', `${HEAD}admin,d,administrator,,,\nadmin,d,unit_head,yes,,\n`, 3],
    ['rulebook.not-one-of', `${HEAD}admin,d,boss,,,\n`, 2],
    ['rulebook.not-one-of', `${HEAD}admin,d,administrator,停,,\n`, 2],
    ['rulebook.no-administrator', `${HEAD}admin,d,administrator,yes,,\n`, 1],
  ])('%s', async (code, csv, line) => {
    const { wanted, problems } = await read(csv);
    expect(wanted).toBeNull();
    expect(problems).toContainEqual(expect.objectContaining({ code, line }));
  });
});

describe('a cell that a spreadsheet would run', () => {
  it('is written so that it does not, and read as it was', () => {
    for (const text of ['=1+1', '+86', '-1', '@x', '＝1']) expect(guarded(text)).toBe(`'${text}`);
    fc.assert(fc.property(fc.string(), (text) => unguarded(guarded(text)) === text));
  });
});

it('every column and role has its words, the screens’ own', () => {
  expect(
    SHEETS.flatMap((sheet) => SHEET_COLUMNS[sheet]).filter((one) => !columnWords[one]),
  ).toEqual([]);
  expect(roleNames).toEqual(roleWords);
});
