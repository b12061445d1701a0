import type { Rulebook } from '../../core/rulebook/rulebook.ts';
import { zoneOf } from '../../core/time/zone.ts';
import { badZone, KINDS, lacks, namedIn, oneSource, valuesOf, within } from '../import/sense.ts';
import { FileFault } from '../yaml/fault.ts';
import { readYaml, type YamlFile } from '../yaml/read.ts';
import {
  type OrdersIn,
  type OrdersInFile,
  type OrdersOut,
  ordersInFile,
  ordersOutFile,
  WORDS,
} from './mapping.ts';

/** A mapping of orders, and what is wrong in it once a rulebook is at hand. */
export interface ReadOrdersIn {
  readonly mapping: OrdersIn;
  /** @throws FileFault naming, by line and column, what the rulebook does not have */
  check(rulebook: Rulebook): void;
}

/**
 * Reads a mapping that takes orders in; `file` is the name that problems are reported under.
 *
 * @throws FileFault with every problem of shape, or else of sense, by line and column
 */
export function readOrdersIn(file: string, text: string): ReadOrdersIn {
  const read = readYaml(file, text, ordersInFile);
  const { file: source, ...rest } = read.value;
  const { zone, ...form } = source;
  orFault([
    ...badZone(read, zone),
    ...(['kind', 'place', 'category'] as const).flatMap((key) =>
      oneSource(read, [key], read.value[key]),
    ),
    ...read.value.heard.flatMap((one, n) => oneSource(read, ['heard', n], one)),
    ...read.value.heard.flatMap((_, n) => badWords(read, n)),
  ]);
  const persons = rest.contact.name === undefined ? [] : [rest.contact.name];
  const mapping: OrdersIn = { ...rest, file: form, zone: zoneOf(zone), persons };
  return { mapping, check: (rulebook) => check(read, rulebook) };
}

/** @throws FileFault as `readOrdersIn` does */
export function readOrdersOut(file: string, text: string): OrdersOut {
  const read = readYaml(file, text, ordersOutFile);
  const { file: form, columns, ...rest } = read.value;
  const names = columns.map(({ name }) => name);
  orFault([
    ...badZone(read, form.zone),
    ...names.flatMap((name, n) =>
      names.indexOf(name) === n
        ? []
        : [
            read.problem(
              ['columns', n, 'name'],
              { zh: `“${name}”一列写了两次。`, en: `The column '${name}' stands there twice.` },
              { zh: '请每列只写一次。', en: 'Write each column once.' },
            ),
          ],
    ),
    ...(columns.some(({ says }) => says === 'number')
      ? []
      : [
          read.problem(
            ['columns'],
            { zh: '没有写工单编号的列。', en: 'No column says the order number.' },
            {
              zh: '请加上 says: number 的一列，否则上级认不出是哪一件。',
              en: 'Add one with says: number, or nobody can tell the orders apart.',
            },
          ),
        ]),
  ]);
  const { zone, ...written } = form;
  return { ...rest, columns, file: written, zone: zoneOf(zone) };
}

function orFault(problems: ConstructorParameters<typeof FileFault>[0]): void {
  if (problems.length > 0) throw new FileFault(problems);
}

const badWords = (read: YamlFile<OrdersInFile>, n: number) =>
  valuesOf(read.value.heard[n], ['heard', n]).flatMap(({ value, path }) =>
    value === null || WORDS.some((word) => word === value)
      ? []
      : [
          read.problem(
            path,
            { zh: `“${value}”不是核实结果。`, en: `'${value}' is no result.` },
            { zh: `可用的有：${WORDS.join('、')}。`, en: `The results are: ${WORDS.join(', ')}.` },
          ),
        ],
  );

function check(read: YamlFile<OrdersInFile>, rulebook: Rulebook): void {
  const { receivedBy, kind, place, category } = read.value;
  const { units, leaves } = namedIn(rulebook);
  orFault([
    ...lacks(read, rulebook, units, receivedBy, ['receivedBy']),
    ...within(read, rulebook, ['place'], place, units),
    ...within(read, rulebook, ['category'], category, leaves),
    ...within(read, rulebook, ['kind'], kind, KINDS),
  ]);
}
