import { describe, expect, it } from 'vitest';
import { smallRulebook } from '../../core/rulebook/small.fixture.ts';
import { type Order, orderOf } from './order.ts';
import { type Cells, cityBook, cityRows } from './orders.fixture.ts';

const { categories } = smallRulebook();
const [usual] = categories;
if (usual === undefined) throw new Error('no category');
const bribery = {
  ...usual,
  code: 'bribery',
  parent: null,
  keywords: ['受贿'],
  channel: 'discipline',
};
const law = smallRulebook({ categories: [...categories, bribery] });

function read(cells: Cells): ReturnType<typeof orderOf> {
  const [heading = [], values = []] = cityRows(cells);
  const row = {
    line: 2,
    cells: Object.fromEntries(heading.map((name, n) => [name, values[n] ?? ''])),
  };
  return orderOf(row, cityBook().in.mapping, law, 'csv');
}
function taken(cells: Cells): Order {
  const order = read(cells);
  if ('problem' in order) throw new Error(order.problem.code);
  return order;
}

describe('the title of an order, which lists and the log hold in clear', () => {
  it('names nobody', () => {
    expect(taken({ 标题: '王五反映占道摆摊' }).title).toBe('…反映占道摆摊');
  });

  it.each([
    ['as it stands', '请回电13800001111', '13800001111'],
    ['grouped and in wide digits', '请回电１３８－００００－１１１１', '+86 13800001111'],
    ['as one of two', '请回电 6666 7777', '13800001111、0532-66667777'],
  ])('is left out where it holds the telephone: %s', (_, 标题, 电话) => {
    expect(taken({ 标题, 电话 }).title).toBeNull();
  });

  it('is looked through once, however many digits there are', () => {
    const 标题 = '1111112'.repeat(60_000);
    expect(taken({ 标题, 电话: '1111113'.repeat(60_000) }).title).toHaveLength(120);
  });

  it('keeps numbers that are nobody’s', () => {
    const 标题 = '2026年3月1日起占用12号门口';
    expect(taken({ 标题, 电话: '13800001111' }).title).toBe(标题);
  });

  it.each([
    ['in the words', { 内容: '有人受贿' }],
    ['in the title alone', { 标题: '摊位管理员受贿' }],
  ])('is kept of no report against an official: %s', (_, cells) => {
    expect(read(cells)).toMatchObject({ problem: { code: 'import.reports-official' } });
  });
});
