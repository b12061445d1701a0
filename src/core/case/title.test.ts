import { expect, it } from 'vitest';
import { titleNamesPerson } from './title.ts';

it.each([
  '围挡堵路 13800138000',
  '围挡堵路，138-0013-8000 王某',
  '电话0532-87654321',
  '身份证370203198001011234',
  '证号 37020319800101123x',
])('a number of a person is refused: %s', (title) => {
  expect(titleNamesPerson(title)).toMatchObject({ refusal: { code: 'case.title-personal' } });
});

it.each([
  '占道经营',
  '书院路 138 号楼道堆物',
  '订单 20261128001 未发货',
  '2026-11-28 噪声',
  '12345 转来的老旧电梯',
  '公交 305 路 3 站未停',
])('other numbers are not: %s', (title) => {
  expect(titleNamesPerson(title)).toBeNull();
});
