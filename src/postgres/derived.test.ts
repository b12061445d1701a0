import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  addChanges,
  type DerivedRows,
  derivedRows,
  KnownRows,
  NO_ROWS,
  noChanges,
} from './derived.ts';

const unit = fc.constantFrom('street', 'bureau', 'hall', 'centre');
const time = fc.constantFrom(1, 2, 3);
const list = fc.record({
  status: fc.constantFrom('open', 'closed'),
  outcome: fc.constant(null),
  bucket: fc.constantFrom('open' as const, 'closed' as const),
  category: fc.constant(null),
  title: fc.option(fc.constantFrom('路灯', 'lamp')),
  place: unit,
  holder: unit,
  receivedBy: unit,
  lead: fc.option(unit),
  assisting: fc.uniqueArray(unit, { maxLength: 2 }),
  called: fc.uniqueArray(unit, { maxLength: 2 }),
  about: fc.constant(null),
  seats: fc.uniqueArray(fc.constantFrom('account-1', 'account-2'), { maxLength: 2 }),
  openedAt: time,
  endedAt: fc.constant(null),
  dueAt: fc.option(time),
  first: fc.boolean(),
  imported: fc.constant(false),
  breaches: fc.nat(1),
});
const act = fc.record({
  act: fc.constantFrom('sign', 'reply'),
  unit,
  role: fc.constantFrom('dispatcher' as const, 'unit_handler' as const),
  startedAt: time,
  dueAt: fc.option(time),
  first: fc.boolean(),
});
const clock = fc.record({
  id: fc.constantFrom('reply-1', 'reply-2', 'sign-1'),
  kind: fc.constant('reply'),
  unit,
  startedAt: time,
  dueAt: time,
  legalDueAt: fc.constant(null),
  provisional: fc.boolean(),
  status: fc.constantFrom('running' as const, 'met' as const),
  breachedAt: fc.constant(null),
  endedAt: fc.constant(null),
  revision: fc.nat(1),
});
const rows = fc
  .record({
    list: fc.option(list),
    acts: fc.array(act, { maxLength: 3 }),
    clocks: fc.uniqueArray(clock, { maxLength: 3, selector: ({ id }) => id }),
  })
  // A row's clock is a clock with less in it.
  .map((projection) => derivedRows(projection as unknown as Parameters<typeof derivedRows>[0]));

type Line = Record<string, unknown>;

/** The tables a stream's rows lie in, each by its key. */
interface Tables {
  readonly list: Line | null;
  readonly units: Map<unknown, Line>;
  readonly acts: Map<unknown, Line>;
  readonly clocks: Map<unknown, Line>;
  readonly title: unknown;
}

const AT = { stream: 's', process: 'toy' };

function tablesOf({ list, acts, clocks }: DerivedRows): Tables {
  const units = new Set(
    list === null
      ? []
      : [
          list.holder,
          list.received_by,
          list.lead,
          ...list.assisting,
          ...list.called,
          ...list.seats,
        ],
  );
  units.delete(null);
  const order = (unit: unknown) => ({
    ...AT,
    unit,
    bucket: list?.bucket,
    opened_at: list?.opened_at,
    due_at: list?.due_at,
    first: list?.first,
  });
  return {
    list: list === null ? null : { ...AT, ...list },
    units: new Map([...units].map((unit) => [unit, order(unit)])),
    acts: new Map(acts.map((row, n) => [n, { ...AT, n, ...row }])),
    clocks: new Map(clocks.map((row, n) => [row.clock, { ...AT, n, ...row }])),
    title: list?.title ?? null,
  };
}

/** The tables once a write has carried the changes out, as the SQL does. */
function applied(tables: Tables, changes: ReturnType<typeof noChanges>): Tables {
  const after = { ...tables };
  for (const row of changes.lists as Line[]) after.list = row;
  for (const row of changes.units as Line[]) after.units.set(row.unit, row);
  for (const row of changes.acts as Line[]) after.acts.set(row.n, row);
  for (const row of changes.clocks as Line[]) after.clocks.set(row.clock, row);
  for (const row of changes.gone as Line[])
    if (row.unit === undefined) after.acts.delete(row.n);
    else after.units.delete(row.unit);
  for (const row of changes.titles as Line[]) {
    expect(row.old).toBe(after.title);
    after.title = row.new;
  }
  return after;
}

test('the changes lead from any rows to any others, or say that all must be written', () => {
  let partly = 0;
  const property = fc.property(fc.constantFrom('new', 'known'), rows, rows, (how, old, after) => {
    const before = how === 'new' ? NO_ROWS : old;
    const changes = noChanges();
    if (!addChanges(changes, AT, before, after)) {
      expect(how).toBe('known');
      expect(changes).toEqual(noChanges());
      return;
    }
    partly += 1;
    expect(applied(tablesOf(before), changes)).toEqual(tablesOf(after));
  });
  fc.assert(property, { seed: 20_261_128, numRuns: 2_000 });
  expect(partly).toBeGreaterThan(500);
});

test('nothing is sent where nothing differs', () => {
  fc.assert(
    fc.property(rows, (same) => {
      const changes = noChanges();
      expect(addChanges(changes, AT, same, structuredClone(same))).toBe(true);
      expect(changes).toEqual(noChanges());
    }),
    { seed: 1, numRuns: 200 },
  );
});

test('what is known is bounded, and holds for one version alone', () => {
  const known = new KnownRows(2);
  const at = (version: number) => ({ version, hash: `h${version}`, rows: NO_ROWS });
  known.keep('t', 'a', at(1));
  known.keep('t', 'b', at(1));
  known.keep('t', 'a', at(2));
  known.keep('t', 'c', at(1));
  expect(known.at('t', 'b', 1)).toBeUndefined();
  expect(known.at('t', 'a', 1)).toBeUndefined();
  expect(known.at('t', 'a', 2)?.hash).toBe('h2');
  expect(known.at('u', 'a', 2)).toBeUndefined();
  known.forget('t', 'a');
  expect(known.at('t', 'a', 2)).toBeUndefined();
});
