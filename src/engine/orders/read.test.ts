import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { smallRulebook } from '../../core/rulebook/small.fixture.ts';
import { openLedger } from '../import/ledger/ledger.ts';
import { shippedRulebook } from '../rulebook/shipped.ts';
import { FileFault } from '../yaml/fault.ts';
import { booksIn } from './books.ts';
import { columnsIn } from './mapping.ts';
import { orderOf } from './order.ts';
import { IN, OUT } from './orders.fixture.ts';
import { readOrdersIn, readOrdersOut } from './read.ts';

const at = (path: string) => fileURLToPath(new URL(`../../../mappings/${path}`, import.meta.url));

/** Where each problem stands: `line:column`. */
function spots(read: () => unknown): readonly string[] {
  try {
    read();
    return [];
  } catch (error) {
    if (!(error instanceof FileFault)) throw error;
    return error.problems.map(({ line, column }) => `${line}:${column}`);
  }
}
const inward = (from = '', to = '') => readOrdersIn('in.yaml', IN.replace(from, to));
const outward = (from: string, to: string) => readOrdersOut('out.yaml', OUT.replace(from, to));

describe('a mapping of orders in', () => {
  it('is in order as the fixture has it', () => {
    expect(spots(() => inward().check(smallRulebook()))).toEqual([]);
  });

  it.each([
    ['an unknown key', 'receivedBy: s1', 'receivedBy: s1\nlead: s1', ['6:1']],
    ['a system that would break its own numbers', '市热线', '市:热线', ['4:9']],
    ['no such zone', 'Asia/Shanghai', 'Asia/Peking', ['3:15']],
    ['a choice of two sources', 'kind: { always: help }', 'kind: {}', ['8:7']],
    ['no such result', '解决: FIXED', '解决: SOLVED', ['12:32']],
  ])('%s is told by line and column', (_, from, to, expected) => {
    expect(spots(() => inward(from, to))).toEqual(expected);
  });

  it.each([
    ['receivedBy: s1', 'receivedBy: s9', ['5:13']],
    ['一社区: c11', '一社区: c99', ['9:36']],
    ['摊: vending', '摊: all', ['10:37']],
    ['always: help', 'always: plea', ['8:17']],
  ])('%s → %s is held to the rulebook', (from, to, expected) => {
    expect(spots(() => inward(from, to).check(smallRulebook()))).toEqual(expected);
  });
});

describe('a mapping of orders out', () => {
  it.each([
    ['a column that says nothing known', 'says: title', 'says: name', ['7:23']],
    ['no number', 'says: number', 'says: nothing', ['6:3']],
    ['a column twice', 'name: 标题', 'name: 编号', ['7:13']],
    ['a state we do not have', 'closed: 已结', 'done: 已结', ['16:79']],
  ])('%s is told by line and column', (_, from, to, expected) => {
    expect(spots(() => outward(from, to))).toEqual(expected);
  });
});

describe('the shipped pair', () => {
  const law = shippedRulebook('g-district-whistle');
  if (law === null) throw new Error('not shipped');
  const [book] = booksIn(at('orders'), 'any');
  if (book === undefined) throw new Error('no pair');

  it('names what its rulebook has', () => {
    expect(spots(() => book.in.check(law))).toEqual([]);
  });

  it('gives back the columns it reads, in the order of the sample', () => {
    const [heading = ''] = readFileSync(at('samples/city-hotline.csv'), 'utf8').split('\n');
    expect(book.out.columns.map(({ name }) => name)).toEqual(heading.split(','));
    expect(heading.split(',')).toEqual(expect.arrayContaining([...columnsIn(book.in.mapping)]));
  });

  it('reads the sample, and says what is wrong with the two lines that are', async () => {
    const { mapping } = book.in;
    const form = { ...mapping.file, columns: columnsIn(mapping) };
    const ledger = await openLedger(at('samples/city-hotline.csv'), form);
    const read = [];
    for await (const row of ledger.rows) {
      if ('problem' in row) throw new Error('not a row');
      const order = orderOf(row, mapping, law, ledger.form);
      read.push('problem' in order ? [order.number, order.problem] : order.reference.category);
    }
    expect(read).toEqual([
      'street-light',
      'street-vending',
      'water-supply',
      'property-service',
      ['SZ20260302-0005', { code: 'import.no-words', column: '诉求内容' }],
      ['SZ20260302-0006', { code: 'import.bad-time', column: '办理时限', written: '三天内' }],
    ]);
  });
});

it('no folder, no pairs', () => {
  expect(booksIn(at('nowhere'), 'any')).toEqual([]);
});
