import type { Lang, Text } from '../../core/text.ts';
import { DURATION_FORMS } from '../../core/time/duration.ts';
import type { Spot } from '../yaml/document.ts';
import type { Params, Problem } from './problem.ts';

export interface Words {
  readonly what: Text;
  readonly next: Text;
}

/** The problem in words, `{name}` filled in. A code without words is a fault of the program. */
export function worded(
  code: string,
  spot: Spot,
  params: Params,
  all: Readonly<Record<string, Words>> = PROBLEM_WORDS,
): Problem {
  const words = all[code];
  if (words === undefined) throw new Error(`no words for the rulebook problem ${code}`);
  const fill = ({ zh, en }: Text): Text => ({
    zh: put(zh, params, 'zh'),
    en: put(en, params, 'en'),
  });
  return { ...spot, code: `rulebook.${code}`, what: fill(words.what), next: fill(words.next) };
}

const put = (template: string, params: Params, lang: Lang): string =>
  template.replace(/\{(\w+)\}/g, (_, name: string) => {
    const said = params[name] ?? '';
    return typeof said === 'object' ? said[lang] : String(said);
  });

export const words = (whatZh: string, whatEn: string, nextZh: string, nextEn: string): Words => ({
  what: { zh: whatZh, en: whatEn },
  next: { zh: nextZh, en: nextEn },
});

/** What is wrong and how to mend it, by code. */
export const PROBLEM_WORDS: Readonly<Record<string, Words>> = {
  // Form
  'missing-file': words(
    '缺少文件 {file}。',
    '{file} is missing.',
    '请在规则库文件夹中补上这个文件。',
    'Add the file to the rulebook’s folder.',
  ),
  'yaml-syntax': words(
    'YAML 语法有误（{reason}）。',
    'The YAML cannot be read ({reason}).',
    '请检查此处的缩进、冒号和引号。',
    'Look at indentation, colons and quotes here.',
  ),
  'unknown-part': words(
    '没有名为“{part}”的可引入部分。',
    'There is no part “{part}” to include.',
    '请改为 rulebooks/parts 下某个文件夹的名称，或删去这一项。',
    'Name a folder of rulebooks/parts, or take the entry out.',
  ),
  'included-twice': words(
    '“{key}”在引入的部分中已经写明。',
    'An included part already says “{key}”.',
    '请删去这里的写法；当地规定不同的，复制该部分另存一份再修改。',
    'Take it out here; where your law differs, include a copy of the part that says otherwise.',
  ),
  'csv-syntax': words(
    'CSV 格式有误（{reason}）。',
    'The CSV cannot be read ({reason}).',
    '含逗号或引号的单元格须用双引号括起，其中的引号写两遍。',
    'Quote a cell that holds a comma or a quote, and double the quotes inside it.',
  ),
  'too-many-lines': words(
    '这张表超过 {limit} 行。',
    'This table has more than {limit} lines.',
    '请删去多余的行；确有这么多的，请联系系统管理员。',
    'Remove surplus lines; if there really are so many, ask your administrator.',
  ),
  'too-many-columns': words(
    '这张表有一行超过 {limit} 格。',
    'A line of this table has more than {limit} cells.',
    '请删去右侧多余的列。',
    'Remove the surplus columns at its right.',
  ),
  'more-problems': words(
    '此外还有 {more} 处问题，没有一一列出。',
    'There are {more} more problems that are not listed.',
    '请先改正以上各处，再提交一次。',
    'Mend those above and hand it in again.',
  ),
  'missing-column': words(
    '缺少“{column}”列。',
    'The column “{column}” is missing.',
    '表头应为：{columns}。',
    'The heading should be: {columns}.',
  ),
  'unknown-column': words(
    '不认识“{column}”列。',
    'There is no column “{column}”.',
    '表头应为：{columns}。',
    'The heading should be: {columns}.',
  ),
  'column-twice': words(
    '“{column}”列出现了不止一次。',
    'The column “{column}” is there more than once.',
    '请只保留一列。',
    'Keep one of them.',
  ),
  'wrong-width': words(
    '这一行有 {cells} 个单元格，表头有 {columns} 列。',
    'This line has {cells} cells under {columns} columns.',
    '请补齐或删去单元格；含逗号的内容须用双引号括起。',
    'Add or remove cells; put text with commas in double quotes.',
  ),
  'unknown-key': words(
    '不认识“{key}”这一项。',
    'There is no such key as “{key}”.',
    '请核对拼写或删去；花括号里含逗号的文字须加引号。',
    'Check its spelling or remove it; text with a comma inside braces needs quotes.',
  ),
  missing: words('缺少“{key}”。', '“{key}” is missing.', '请补上这一项。', 'Add it.'),
  empty: words('这里不能为空。', 'This may not be empty.', '请填写。', 'Fill it in.'),
  'wrong-type': words(
    '内容的形式不对，应为 {expected}。',
    'This should be of the form: {expected}.',
    '请改成所要求的形式；版本号、电话等文字要加引号。',
    'Change it; put versions, telephone numbers and other text in quotes.',
  ),
  'not-one-of': words(
    '这里只能填写：{options}。',
    'Only these may stand here: {options}.',
    '请改为其中之一。',
    'Change it to one of them.',
  ),
  'bad-date': words(
    '“{written}”不是日期。',
    '“{written}” is not a date.',
    '请按“年-月-日”填写，如 2026-01-01。',
    'Write year-month-day, as in 2026-01-01.',
  ),
  'bad-duration': words(
    '“{written}”不是时长。',
    '“{written}” is not a duration.',
    `请填写${DURATION_FORMS.zh}。`,
    `Write ${DURATION_FORMS.en}.`,
  ),
  'unknown-calendar': words(
    '没有名为“{calendar}”的日历。',
    'There is no calendar “{calendar}”.',
    '请先发布该日历，或改用已有的日历。',
    'Publish that calendar first, or name one that exists.',
  ),
  'unknown-source': words(
    '没有名为“{source}”的依据。',
    'There is no source “{source}”.',
    '请在依据表（sources，或 rulebook.yaml 的 sources）中登记，或改用已有的依据。',
    'Add it to sources (a sheet, or a part of rulebook.yaml), or name one that is there.',
  ),
  'citation-incomplete': words(
    '依据不完整。',
    'The citation is incomplete.',
    '请写明 source，或同时写明 zh 和 en；没有依据的数字另加 illustrative: true。',
    'Give a source, or both zh and en; a number without one also says illustrative: true.',
  ),

  // Content
  'duplicate-id': words(
    '“{id}”重复出现。',
    '“{id}” stands here twice.',
    '请改用另一个编号，或删去其中一行。',
    'Give one of them another id, or remove it.',
  ),
  'missing-text': words(
    '缺少文字（{language}）。',
    'The {language} text is missing.',
    '中文和英文都须填写。',
    'Write both Chinese and English.',
  ),
  'unknown-unit': words(
    '没有编号为“{id}”的单位。',
    'There is no unit “{id}”.',
    '请在单位表（units）中登记该单位，或改正编号。',
    'Add it to the table of units, or correct the id.',
  ),
  'unknown-type': words(
    '没有“{id}”这一类单位。',
    'There is no type of unit “{id}”.',
    '请改为 type:district、type:street、type:community、type:department、type:utility、type:centre 或 type:civic。',
    'Use type:district, street, community, department, utility, centre or civic.',
  ),
  'unknown-office': words(
    '“{unit}”没有编号为“{id}”的科室。',
    '“{unit}” has no office “{id}”.',
    '请在 offices.csv 中登记；对某一类单位都适用的一行不能写科室。',
    'Add it to offices.csv; a line for a type of unit names no office.',
  ),
  'unknown-category': words(
    '没有编号为“{id}”的事项类别。',
    'There is no category “{id}”.',
    '请在事项类别表（categories）中登记，或改正编号。',
    'Add it to the table of categories, or correct the code.',
  ),
  'unknown-power': words(
    '没有编号为“{id}”的职权。',
    'There is no power “{id}”.',
    '请在职权表（powers）中登记，或改正编号。',
    'Add it to the table of powers, or correct the id.',
  ),
  'unknown-rank': words(
    '没有“{id}”这一职级。',
    'There is no rank “{id}”.',
    '请在 ranks 中登记，或改正编号。',
    'Add it to ranks, or correct the code.',
  ),
  'unknown-urgency': words(
    '没有“{id}”这一紧急程度。',
    'There is no urgency “{id}”.',
    '请在 urgencies 中登记，或改正编号；“*”表示全部。',
    'Add it to urgencies, or correct the code; “*” means all.',
  ),
  'unknown-channel': words(
    '没有编号为“{id}”的途径。',
    'There is no channel “{id}”.',
    '请在 channels 中登记，或改正编号。',
    'Add it to channels, or correct the code.',
  ),
  'unknown-clock': words(
    '没有“{id}”这一种时限。',
    'There is no clock “{id}”.',
    '可用的有：triage、sign-for、contact、reply、objection、ruling、verification、extension-decision。',
    'The clocks are: triage, sign-for, contact, reply, objection, ruling, verification, extension-decision.',
  ),
  'wrong-channel-kind': words(
    '途径“{id}”的种类是 {kind}，不能用在这里。',
    'The channel “{id}” is of the kind {kind}, which cannot stand here.',
    '紧急事项指向 emergency 途径，其他事项和检举控告不得指向紧急电话。',
    'An emergency names an emergency channel; other matters and reports of wrongdoing never do.',
  ),
  'emergency-without-number': words(
    '紧急途径“{id}”没有电话。',
    'The emergency channel “{id}” has no number.',
    '请填写 telephone，接待人员要当场出示。',
    'Give its telephone: intake shows it at once.',
  ),
  'parent-circle': words(
    '“{id}”的上级又绕回它自己。',
    '“{id}” is above itself.',
    '请改正上级编号。',
    'Correct the parent.',
  ),
  'wrong-parent': words(
    '“{id}”（{type}）不能归属“{parent}”。',
    '“{id}” ({type}) cannot stand beneath “{parent}”.',
    '社区归街道，街道归区，部门归区或街道。',
    'A community stands beneath a street, a street beneath a district, a department beneath either.',
  ),
  'bad-division': words(
    '“{division}”不是十二位区划代码。',
    '“{division}” is not a twelve-digit division code.',
    '请填写十二位数字，街道一级末三位补 000。',
    'Write twelve digits; a street’s code ends in 000.',
  ),
  'validity-empty': words(
    '有效期的结束早于开始。',
    'The validity ends before it begins.',
    '请改正 validFrom 或 validThrough。',
    'Correct validFrom or validThrough.',
  ),
  'never-in-force': words(
    '这一行在规则库生效之前就已失效。',
    'This line ends before the rulebook begins.',
    '请删去这一行，或改正日期。',
    'Remove the line, or correct its dates.',
  ),
  'category-not-leaf': words(
    '“{category}”下面还有更细的类别，不能直接分配职责。',
    '“{category}” has categories beneath it and carries no duty itself.',
    '请逐一写明下级类别。',
    'Name the categories beneath it, one by one.',
  ),
  'duty-overlap': words(
    '清单第“{duty}”行与“{other}”行在同一时间对同一单位、同一事项作了规定。',
    'The lines “{duty}” and “{other}” speak of the same unit and matter at the same time.',
    '请保留一行，或把有效期错开。',
    'Keep one of them, or part their validity.',
  ),
  'lead-missing': words(
    '“{duty}”是 {mode}，但没有写明由谁主办。',
    '“{duty}” is {mode} but names no lead unit.',
    '请在 lead 列填写主办单位。',
    'Name the lead unit in the lead column.',
  ),
  'lead-not-needed': words(
    '“{duty}”是基本履职，却又写明由“{lead}”主办。',
    '“{duty}” is BASIC and yet names “{lead}” as lead unit.',
    '请清空 lead 列，或把方式改为 SUPPORT、WITHDRAWN。',
    'Empty the lead column, or make the line SUPPORT or WITHDRAWN.',
  ),
  'lead-itself': words(
    '“{duty}”把配合单位自己写成了主办单位。',
    '“{duty}” names the helper itself as lead unit.',
    '请填写另一个主办单位。',
    'Name another unit.',
  ),
  'lead-not-basic': words(
    '“{duty}”指定的主办单位“{lead}”并没有“{category}”的基本履职。',
    '“{duty}” names “{lead}”, which has no basic duty in “{category}”.',
    '请为主办单位补一行 BASIC，或改正 lead。',
    'Give that unit a BASIC line, or correct the lead.',
  ),
  'community-not-basic': words(
    '“{duty}”要社区主办“{category}”，而社区清单上没有这项基本履职。',
    '“{duty}” makes a community lead “{category}”, which is not BASIC on its list.',
    '社区只主办本清单的基本履职事项；请改由街道或部门主办。',
    'A community leads only what is BASIC on its own list: name a street or a department.',
  ),
  'no-basic-holder': words(
    '“{category}”在“{place}”没有基本履职单位。',
    'Nobody has a basic duty in “{category}” at “{place}”.',
    '请在履职事项清单（duties）中为某个单位写一行 BASIC。',
    'Give some unit a BASIC line in the duty list.',
  ),
  'deadline-missing': words(
    '没有规定“{clock}”在紧急程度“{urgency}”下的时限。',
    'There is no deadline for “{clock}” at the urgency “{urgency}”.',
    '请补一行，或为该时限写一行“*”。',
    'Add a line for it, or one for “*”.',
  ),
  'deadline-duplicate': words(
    '“{clock}”在“{urgency}”下的时限规定了两次。',
    'The deadline for “{clock}” at “{urgency}” stands here twice.',
    '请删去其中一行。',
    'Remove one of them.',
  ),
  'deadline-later-than-legal': words(
    '“{clock}”的内部时限长于法定时限。',
    'The institution’s own limit for “{clock}” is longer than the law’s.',
    '请缩短 duration；法定时限不得突破。',
    'Shorten the duration: it may be stricter than the law, never laxer.',
  ),
  'duration-not-positive': words(
    '时长须大于零。',
    'The duration must be more than nothing.',
    '请填写大于零的时长。',
    'Write a duration of at least one unit.',
  ),
  'too-many-returns': words(
    '退单次数为 {returns}，最多两次。',
    '{returns} returns are allowed; two is the most.',
    '请改为 2 或更少：此后由派单裁定一次定案。',
    'Write 2 or fewer: after that one allocation ruling binds.',
  ),
  'emergency-screened': words(
    '应急哨不能先审后发。',
    'An emergency whistle may not wait to be screened.',
    '请将 screen 改为 null：应急哨立即发出，事后补报。',
    'Set screen to null: an emergency goes out at once and files afterwards.',
  ),
  'duty-of-control': words(
    '包案职责“{id}”属于稳控，产品不设此类职责。',
    'The duty “{id}” is one of control, and there is none.',
    '请改为服务性的职责，如掌握情况、讲清政策、帮助解难。',
    'Write a duty of service instead: to know the facts, to explain, to help.',
  ),
  'climbs-down': words(
    '包案提请不能从上级转到下级“{id}”。',
    'A nomination climbs, and never back down to “{id}”.',
    '请按从低到高的次序排列。',
    'List the posts from the lowest to the highest.',
  ),
  'unknown-need': words(
    '没有编号为“{id}”的需求。',
    'There is no need with the code {id}.',
    '请在 rulebook.yaml 的 support.needs 中列出，或者改正编号。',
    'List it under support.needs in rulebook.yaml, or correct the code.',
  ),
  'unknown-condition': words(
    '没有编号为“{id}”的条件。',
    'There is no condition with the code {id}.',
    '请在 rulebook.yaml 的 support.conditions 中列出，或者改正编号。',
    'List it under support.conditions in rulebook.yaml, or correct the code.',
  ),
  'unknown-document': words(
    '没有编号为“{id}”的材料。',
    'There is no paper with the code {id}.',
    '请在 rulebook.yaml 的 support.documents 中列出并写明依据，或者改正编号。',
    'List it under support.documents in rulebook.yaml with the rule it rests on, or correct the code.',
  ),
  'consent-too-short': words(
    '帮扶措施“{id}”的兑现时限比同意的有效期还长。',
    'The support {id} has more time to be delivered than a consent holds.',
    '请缩短兑现时限，或者延长 support.consent.window。',
    'Shorten its time, or lengthen support.consent.window.',
  ),
  'too-few': words(
    '这里至少为 1。',
    'This is at least 1.',
    '请改为 1 或更大。',
    'Write 1 or more.',
  ),
  'not-a-share': words(
    '“{share}”不是比例。',
    '“{share}” is no share.',
    '请填写 0 到 1 之间的数，如 0.2 表示平均每五件回访一件。',
    'Write a number from 0 to 1: 0.2 is every fifth on average.',
  ),
  'desk-limit-too-fine': words(
    '专管台的时限须以日、工作日或月计。',
    'A limit of the sealed desk is in days, working days or months.',
    '请改为整日：更细的时限会透露检举是几点收到的。',
    'Write whole days: a finer limit would tell the hour at which a report came in.',
  ),
  'missing-part': words(
    '“{part}”为空。',
    '“{part}” is empty.',
    '请至少写一项。',
    'Write at least one entry.',
  ),
  'kept-too-short': words(
    '保存期限短于可以重新办理的期限。',
    'It is kept for less than the time in which it may be reopened.',
    '请延长 keep，不短于 reopening 的 window。',
    'Lengthen keep to at least the window of reopening.',
  ),
  'no-class-for-rest': words(
    '最后一个保存类别没有涵盖其余所有事项。',
    'The last class of retention does not fit everything else.',
    '请在末尾写一个不限事项、结果和诉求类型的类别。',
    'End the list with a class that names no categories, outcomes or kinds.',
  ),
  'delegation-pinned': words(
    '职权“{power}”已经委托（{delegation}），新规则库却规定它不得委托。',
    'The power “{power}” is delegated ({delegation}), and this rulebook pins it to a body.',
    '请先终止该委托。',
    'End that delegation first.',
  ),
};
