import { collector, type Params } from '../rulebook/problem.ts';
import { PROBLEM_WORDS, type Words, worded, words } from '../rulebook/words.ts';
import { optionsText } from './words.ts';

/** What can be wrong in tables beside what can be wrong in a rulebook, by code. */
export const TABLE_WORDS: Readonly<Record<string, Words>> = {
  'unknown-sheet': words(
    '不认识工作表或文件“{name}”。',
    'There is no table “{name}”.',
    '表的名称应为：{sheets}；多余的表请删去。',
    'The tables are: {sheets}. Remove what is not one of them.',
  ),
  'sheet-twice': words(
    '“{name}”出现了两次。',
    'The table “{name}” is there twice.',
    '请只保留一份。',
    'Keep one of them.',
  ),
  'no-tables': words(
    '文件里没有可用的表。',
    'There is no table in it.',
    '请先导出现行的表，在其中修改后再上传。',
    'Download the present tables, edit those and upload them.',
  ),
  'not-a-workbook': words(
    '文件无法作为工作簿或 CSV 读取。',
    'The file can be read neither as a workbook nor as CSV.',
    '请在 Excel 中另存为 .xlsx 或“CSV UTF-8”后再上传。',
    'Save it from Excel as .xlsx or “CSV UTF-8” and upload that.',
  ),
  'workbook-too-large': words(
    '工作簿展开后过大（最多 {limit} MB）。',
    'The workbook unpacks to more than {limit} MB, which is the most.',
    '请删去图片和多余的行列后再上传。',
    'Remove pictures and surplus rows and columns.',
  ),
  'workbook-too-wide': words(
    '工作簿的表格范围过大（各表合计最多 {limit} 格，空格也算在内）。',
    'The sheets of the workbook reach too far: {limit} cells is the most, empty ones among them.',
    '请删去末尾和右侧多余的行列后再上传。',
    'Delete surplus rows and columns at their end and right.',
  ),
  'bad-login': words(
    '登录名“{login}”含有不能使用的字符，或者过长。',
    'The login “{login}” has characters that cannot be used, or is too long.',
    '请用小写字母、数字、点、短横线、下划线和斜线，最多 80 个字符。',
    'Use small letters, digits, dots, hyphens, underscores and slashes, 80 at most.',
  ),
  'unknown-unit-now': words(
    '现行和即将施行的规则库中没有编号为“{id}”的单位。',
    'Neither the law in force nor what is to come has a unit “{id}”.',
    '新单位须先随规则库获批，再为它设岗位。',
    'A new unit is approved with the rulebook first; its posts come after.',
  ),
  'post-twice': words(
    '“{login}”的同一岗位写了两行。',
    'The same post of “{login}” stands here twice.',
    '请删去一行。',
    'Remove one of them.',
  ),
  'mixed-disabled': words(
    '“{login}”的几行中，停用与否不一致。',
    'The rows of “{login}” do not agree on whether it is disabled.',
    '停用是整个登录名的事，请各行填写一致。',
    'A login is disabled as a whole: write the same in each of its rows.',
  ),
  'no-administrator': words(
    '照此变更后，没有一个可用的系统管理员。',
    'Nobody who can sign in would be an administrator.',
    '请至少保留一个未停用的系统管理员。',
    'Keep at least one administrator who is not disabled.',
  ),
};

const ALL = { ...PROBLEM_WORDS, ...TABLE_WORDS };

/** Problems in file order, and how to tell of one. */
export const reporter = () =>
  collector((code, spot, params) => worded(code, spot, asWritten(params), ALL));

/** What may stand in a cell, in the words that stand in the others of its column. */
function asWritten(params: Params): Params {
  const options =
    typeof params.options === 'string' ? optionsText(params.options.split(', ')) : null;
  return options === null ? params : { ...params, options };
}
