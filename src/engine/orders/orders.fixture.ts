import type { Book } from './books.ts';
import { readOrdersIn, readOrdersOut } from './read.ts';

/** The pair of mappings for the small district's own city. For tests only. */
export const IN = `id: city
title: { zh: 市工单, en: City orders }
file: { zone: Asia/Shanghai, dates: ymd, mayLack: [结果] }
system: 市热线
receivedBy: s1
columns: { number: 编号, due: 时限, state: 状态, title: 标题, words: [内容], placeDetail: [地址] }
contact: { name: 姓名, telephone: 电话 }
kind: { always: help }
place: { column: 社区, table: { 一社区: c11 }, otherwise: s1 }
category: { column: 类别, table: { 摊: vending }, otherwise: null }
heard:
  - { column: 结果, table: { 解决: FIXED, 没解决: NOT_SOLVED, 收回: TAKEN_BACK }, otherwise: null }
`;

export const OUT = `id: city
title: { zh: 市回复, en: City replies }
system: 市热线
file: { zone: Asia/Shanghai, form: xlsx }
columns:
  - { name: 编号, says: number }
  - { name: 标题, says: title }
  - { name: 时限, says: due }
  - { name: 状态, says: state }
  - { name: 退单, says: return }
  - { name: 延期, says: extension }
  - { name: 延至, says: until }
  - { name: 答复, says: reply }
  - { name: 办理结果, says: outcome }
  - { name: 结果, says: nothing }
states: { received: 待办, triaged: 待办, assigned: 待办, handling: 在办, replied: 已答, closed: 已结 }
outcomes: { FIXED: 解决了 }
`;

export const cityBook = (): Book => ({
  id: 'city',
  in: readOrdersIn('city.in.yaml', IN),
  out: readOrdersOut('city.out.yaml', OUT),
});

const USUAL = {
  编号: 'N1',
  标题: '占道摆摊',
  内容: '门口有人摆摊，王五说过几次。',
  社区: '一社区',
  地址: '一社区门口',
  类别: '摊',
  姓名: '王五',
  电话: '0000-1',
  时限: '2026-03-03 18:00',
  状态: '待办',
  结果: '',
};
export type Cells = Partial<typeof USUAL>;

/** The city's sheet as rows of cells, the heading first. */
export const cityRows = (...orders: readonly Cells[]): readonly (readonly string[])[] => [
  Object.keys(USUAL),
  ...orders.map((cells) => Object.values({ ...USUAL, ...cells })),
];
