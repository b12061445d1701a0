import type { Text } from '../../core/text.ts';

/** Why a row was not taken, before any decider saw it. Codes are stable. */
export type RowProblem =
  | { readonly code: 'import.broken-line'; readonly reason: string }
  | { readonly code: 'import.wrong-width'; readonly cells: number; readonly columns: number }
  | { readonly code: 'import.no-number'; readonly column: string }
  | { readonly code: 'import.number-too-long'; readonly limit: number }
  | { readonly code: 'import.number-twice'; readonly number: string }
  | { readonly code: 'import.no-time'; readonly column: string }
  | { readonly code: 'import.bad-time'; readonly column: string; readonly written: string }
  | { readonly code: 'import.closed-before-opened' }
  | { readonly code: 'import.due-before-opened' }
  | { readonly code: 'import.unknown-status'; readonly value: string }
  | { readonly code: 'import.status-contradicts'; readonly value: string }
  | { readonly code: 'import.not-in-table'; readonly column: string; readonly value: string }
  | { readonly code: 'import.no-words'; readonly column: string }
  /** An order that reads like a report against an official: never kept, handed to its channel. */
  | { readonly code: 'import.reports-official' }
  /** An order first seen once it had been taken back: nothing to work on. */
  | { readonly code: 'import.taken-back' }
  /** What came of an order, said before our newest reply had gone to whoever says it. */
  | { readonly code: 'import.reply-not-told' };

/** The column a problem stands in, where it stands in one. */
export const fieldOf = (problem: { readonly code: string }): string | null =>
  'column' in problem && typeof problem.column === 'string' ? problem.column : null;

const CLOSED_BEFORE_OPENED: Text = {
  zh: '办结时间早于登记时间。请核对。',
  en: 'It was closed before it was opened. Check both times.',
};
const DUE_BEFORE_OPENED: Text = {
  zh: '到期时间不晚于登记时间。请核对。',
  en: 'It was due no later than it was opened. Check both times.',
};
const REPORTS_OFFICIAL: Text = {
  zh: '这一行像是检举控告公职人员，未保存。请交法定途径；若不是，请在“登记”页手工登记。',
  en: 'This line reads like a report against an official and is not kept. Hand it to its statutory channel; if it is none, register it by hand.',
};

const TAKEN_BACK: Text = {
  zh: '上级已收回这张工单，没有登记，无需办理。若仍要办理，请上级重新派单。',
  en: 'This order has been taken back and was not registered; there is nothing to do. If it is to be worked on after all, ask for it to be given again.',
};
const REPLY_NOT_TOLD: Text = {
  zh: '表中的核实结果早于最近一次答复，没有采用。请先下载回复表交给上级，再读入其后的工单表。',
  en: 'The result in this line is older than our newest reply and was not taken. Download the replies and hand them over first, then take in the sheet that follows.',
};

/** What is wrong and what to do, in one text a language. */
export function problemWords(problem: RowProblem): Text {
  switch (problem.code) {
    case 'import.broken-line':
      return {
        zh: `这一行不是规范的 CSV（${problem.reason}）。请检查引号。`,
        en: `This line is not CSV (${problem.reason}). Check the quotes.`,
      };
    case 'import.wrong-width':
      return {
        zh: `这一行有 ${problem.cells} 格，表头有 ${problem.columns} 格。请检查分隔符和引号。`,
        en: `This line has ${problem.cells} cells, the heading ${problem.columns}. Check delimiters and quotes.`,
      };
    case 'import.no-number':
      return {
        zh: `“${problem.column}”为空，无法识别是哪一件。请补填编号。`,
        en: `'${problem.column}' is empty, so the row cannot be told from others. Fill in its number.`,
      };
    case 'import.number-too-long':
      return {
        zh: `编号超过 ${problem.limit} 个字符。请核对这一列。`,
        en: `The number is longer than ${problem.limit} characters. Check the column.`,
      };
    case 'import.number-twice':
      return {
        zh: `编号 ${problem.number} 在本文件中已经出现过。请核对哪一行为准。`,
        en: `The number ${problem.number} stands in this file already. Decide which line holds.`,
      };
    case 'import.no-time':
      return {
        zh: `“${problem.column}”为空。请补填时间。`,
        en: `'${problem.column}' is empty. Fill in the time.`,
      };
    case 'import.bad-time':
      return {
        zh: `“${problem.column}”中的“${problem.written}”不是有效时间。请更正；若上级一直这样写，请系统管理员核对映射中的日期写法。`,
        en: `'${problem.written}' in '${problem.column}' is no time. Correct it; where they always write it so, ask your administrator to check 'dates' of the mapping.`,
      };
    case 'import.closed-before-opened':
      return CLOSED_BEFORE_OPENED;
    case 'import.due-before-opened':
      return DUE_BEFORE_OPENED;
    case 'import.unknown-status':
      return {
        zh: `映射没有说明“${problem.value}”是否办结。请在 status 中补充。`,
        en: `The mapping does not say whether '${problem.value}' is closed. Add it to 'status'.`,
      };
    case 'import.status-contradicts':
      return {
        zh: `状态是“${problem.value}”，办结时间却与此不符。请核对。`,
        en: `The status is '${problem.value}', which the closing time contradicts. Check both.`,
      };
    case 'import.not-in-table':
      return {
        zh: `“${problem.column}”中的“${problem.value}”不在映射的对照表中。请系统管理员在表中补充。`,
        en: `'${problem.value}' in '${problem.column}' is not in the mapping's table. Ask your administrator to add it there.`,
      };
    case 'import.reports-official':
      return REPORTS_OFFICIAL;
    case 'import.taken-back':
      return TAKEN_BACK;
    case 'import.reply-not-told':
      return REPLY_NOT_TOLD;
    case 'import.no-words':
      return {
        zh: `“${problem.column}”为空，没有诉求内容。请补填。`,
        en: `'${problem.column}' is empty: the row says nothing. Fill it in.`,
      };
  }
}
