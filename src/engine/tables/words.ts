import type { Role } from '../../core/primitives.ts';
import { UNIT_TYPES, type UnitType } from '../../core/rulebook/rulebook.ts';
import type { Instrument } from '../../core/rulebook/supports.ts';
import type { Lang, Text } from '../../core/text.ts';
import { COLUMNS, TABLES, type TableName } from '../rulebook/tables.ts';

const t = (zh: string, en: string): Text => ({ zh, en });

export type SheetName = TableName | 'sources' | 'staff';

/** In the order of the workbook: those of the rulebook, what they rest on, and who sits where. */
export const SHEETS: readonly SheetName[] = [...TABLES, 'sources', 'staff'];

export const SHEET_COLUMNS: Readonly<Record<SheetName, readonly string[]>> = {
  ...COLUMNS,
  sources: ['id', 'zh', 'en', 'illustrative'],
  staff: ['login', 'unit', 'role', 'disabled', 'newPassword', 'office'],
};

export const sheetWords: Readonly<Record<SheetName, Text>> = {
  units: t('单位', 'Units'),
  offices: t('科室', 'Offices'),
  halls: t('大厅', 'Halls'),
  categories: t('事项类别', 'Categories'),
  duties: t('履职事项清单', 'Duty list'),
  powers: t('职权', 'Powers'),
  holdings: t('职权归属', 'Holders of powers'),
  supports: t('帮扶措施', 'Support measures'),
  sources: t('依据', 'Sources'),
  staff: t('岗位人员', 'Staff'),
};

export const columnWords: Readonly<Record<string, Text>> = {
  id: t('编号', 'Id'),
  type: t('类型', 'Type'),
  parent: t('上级', 'Above it'),
  division: t('区划代码', 'Division code'),
  zh: t('中文', 'In Chinese'),
  en: t('英文', 'In English'),
  telephone: t('电话', 'Telephone'),
  unit: t('单位', 'Unit'),
  office: t('科室', 'Office'),
  address_zh: t('中文地址', 'Address in Chinese'),
  address_en: t('英文地址', 'Address in English'),
  hours_zh: t('中文时间', 'Hours in Chinese'),
  hours_en: t('英文时间', 'Hours in English'),
  code: t('编号', 'Code'),
  urgency: t('紧急程度', 'Urgency'),
  emergency: t('紧急电话', 'Emergency line'),
  channel: t('其他途径', 'Other channel'),
  keywords: t('关键词', 'Keywords'),
  holder: t('履职单位', 'Whose duty'),
  category: t('事项类别', 'Category'),
  mode: t('履职方式', 'Mode'),
  lead: t('主办单位', 'Lead unit'),
  source: t('依据', 'Source'),
  item: t('条目', 'Item'),
  validFrom: t('起始日', 'From'),
  validThrough: t('截止日', 'Through'),
  categories: t('所涉类别', 'For categories'),
  delegable: t('可否委托', 'May be entrusted'),
  power: t('职权', 'Power'),
  rank: t('最低职级', 'Least rank'),
  scope: t('限于', 'Limited to'),
  instrument: t('帮扶方式', 'Kind of help'),
  provider: t('提供单位', 'Provider'),
  needs: t('对应需求', 'Needs it answers'),
  conditions: t('条件', 'What must be shown'),
  documents: t('材料', 'Papers asked for'),
  within: t('兑现时限', 'Delivered within'),
  most: t('同时最多', 'At most at a time'),
  illustrative: t('示例', 'Illustrative'),
  login: t('登录名', 'Login'),
  role: t('岗位', 'Post'),
  disabled: t('停用', 'Disabled'),
  newPassword: t('重发密码', 'New password'),
};

const unitTypes: Readonly<Record<UnitType, Text>> = {
  district: t('区', 'District'),
  street: t('街道', 'Street'),
  community: t('社区', 'Community'),
  department: t('部门', 'Department'),
  utility: t('公用事业单位', 'Utility'),
  centre: t('热线中心', 'Hotline centre'),
  civic: t('社会组织', 'Civic organisation'),
};

const instruments: Readonly<Record<Instrument, Text>> = {
  job: t('就业', 'Work'),
  subsidy: t('补贴', 'Subsidy'),
  medical: t('医疗救助', 'Medical aid'),
  relief: t('生活救助', 'Relief'),
  legal: t('法律援助', 'Legal aid'),
  housing: t('住房保障', 'Housing'),
  schooling: t('助学', 'Schooling'),
};

/** As `GLOSSARY.md` has them; a test holds them to the words of the screens. */
export const roleNames: Readonly<Record<Role, Text>> = {
  intake_agent: t('受理员', 'Intake agent'),
  dispatcher: t('派单员', 'Dispatcher'),
  unit_handler: t('承办人', 'Unit handler'),
  office_head: t('科室负责人', 'Head of office'),
  unit_head: t('单位负责人', 'Unit head'),
  arbiter: t('裁定人', 'Arbiter'),
  supervisor: t('督办员', 'Supervisor'),
  sponsor: t('包案领导', 'Sponsor'),
  liaison: t('联络员', 'Liaison'),
  callback_agent: t('回访员', 'Callback agent'),
  sealed_officer: t('专管员', 'Sealed-channel officer'),
  archivist: t('档案员', 'Archivist'),
  auditor: t('审计员', 'Auditor'),
  rule_editor: t('规则编辑', 'Rule editor'),
  administrator: t('系统管理员', 'Administrator'),
};

const yesNo: Readonly<Record<string, Text>> = { yes: t('是', 'Yes'), no: t('否', 'No') };

/** Columns whose cells are one of a few codes, and what people call those. */
const CODED: Readonly<Record<string, Readonly<Record<string, Text>>>> = {
  'units type': Object.fromEntries(UNIT_TYPES.map((type) => [type, unitTypes[type]])),
  'duties mode': {
    BASIC: t('基本履职', 'Basic duty'),
    SUPPORT: t('配合履职', 'Supporting duty'),
    WITHDRAWN: t('上级部门收回', 'Withdrawn duty'),
  },
  'powers delegable': {
    no: t('不得委托', 'Never'),
    statutory: t('依法可委托', 'As the law allows'),
    internal: t('可委托下级', 'To units beneath'),
  },
  'supports instrument': instruments,
  'sources illustrative': yesNo,
  'staff role': roleNames,
  'staff disabled': yesNo,
  'staff newPassword': yesNo,
};

/** The code a cell means, however it was written: the code itself or its word in either language. */
export function codeOf(sheet: SheetName, column: string, cell: string): string {
  const words = CODED[`${sheet} ${column}`];
  if (words === undefined || cell === '') return cell;
  const said = cell.toLowerCase();
  const found = Object.entries(words).find(([code, { zh, en }]) =>
    [code, zh, en].some((word) => word.toLowerCase() === said),
  );
  return found?.[0] ?? cell;
}

/** A code as a person reads it; without words the code is what there is to say. */
export function wordOf(sheet: SheetName, column: string, code: string): Text {
  return CODED[`${sheet} ${column}`]?.[code] ?? t(code, code);
}

/** The codes of a column, where it has a few. */
export const codesOf = (sheet: SheetName, column: string): readonly string[] =>
  Object.keys(CODED[`${sheet} ${column}`] ?? {});

/** Codes as the sheet writes them, where they are those of a column; none stands for an empty cell. */
export function optionsText(codes: readonly string[]): Text | null {
  const filled = codes.filter((code) => code !== '');
  const column = Object.values(CODED).find((words) => filled.every((code) => code in words));
  if (column === undefined || filled.length === 0) return null;
  const called = filled.flatMap((code) => column[code] ?? []);
  const mayLack = filled.length < codes.length;
  return {
    zh: `${called.map(({ zh }) => zh).join('、')}${mayLack ? '，或者留空' : ''}`,
    en: `${called.map(({ en }) => en).join(', ')}${mayLack ? ', or nothing' : ''}`,
  };
}

/** `units 单位`: the name that programs look for, and the one for people. */
export const headingOf = (code: string, words: Text | undefined, lang: Lang | null): string =>
  lang === null || words === undefined ? code : `${code} ${words[lang]}`;

/** Which of the codes a heading means: alone, before its word, or by its word in either language. */
export function headingCode<Code extends string>(
  heading: string,
  codes: readonly Code[],
  words: Readonly<Record<string, Text>>,
): Code | null {
  const said = heading.trim();
  const [first = ''] = said.split(/\s/);
  const exact = codes.find((code) => code === said || code === first);
  return exact ?? codes.find((code) => [words[code]?.zh, words[code]?.en].includes(said)) ?? null;
}
