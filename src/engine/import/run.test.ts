import { describe, expect, it } from 'vitest';
import { crypto } from '../../../test/contract/harness.ts';
import { processes } from '../../main/backend.ts';
import type { Fault } from '../../memory/faults.ts';
import { createMemory } from '../../memory/index.ts';
import { shippedCalendar } from '../calendar/shipped.ts';
import { createEngine } from '../engine.ts';
import { found } from '../found.ts';
import { law, mapping, row } from './ledger.fixture.ts';
import type { Mapping } from './mapping.ts';
import { type ImportParts, importRows, type Reject } from './run.ts';

const NOW = Date.UTC(2026, 4, 4, 14);
const FIRST = 100;

/** A founded institution on a memory store whose next writes meet the faults listed. */
async function scene() {
  const faults: Fault[] = [];
  let writes = 0;
  const memory = createMemory({
    now: () => NOW,
    faults: (call) => {
      if (call === 'write') writes += 1;
      return call === 'write' ? (faults.shift() ?? 'none') : 'none';
    },
  });
  const engine = createEngine({ store: memory.store, crypto, processes });
  const calendar = shippedCalendar('us-boston');
  if (calendar === null) throw new Error('no calendar');
  const parts = { engine, store: memory.store, crypto };
  await found(parts, { tenant: 't', rulebook: law, calendar, evidence: 'test' });
  return { ...memory, ...parts, faults, writes: () => writes };
}

type Scene = Awaited<ReturnType<typeof scene>>;

/** Twelve rows: open, closed with and without words, one that its duty list refuses. */
const LEDGER = Array.from({ length: 12 }, (_, n) => {
  const closed = n % 3 === 0 ? {} : { state: 'done', closed: '2026-03-09 10:00' };
  const words = n % 3 === 1 ? { answer: 'It was filled.' } : {};
  return row({ id: String(FIRST + n), ...closed, ...words }, n + 2);
});

async function run(it: Scene, more: Partial<ImportParts> = {}) {
  const rejects: Reject[] = [];
  const tally = await importRows({
    ...it,
    tenant: 't',
    mapping: mapping(),
    law,
    institutionVersion: 2,
    rows: each(LEDGER),
    concurrency: 4,
    limit: null,
    signal: new AbortController().signal,
    onReject: (one) => rejects.push(one),
    onRow: () => {},
    ...more,
  });
  return { tally, rejects };
}

async function* each<T>(items: readonly T[]) {
  yield* items;
}

/** All that the log says of every case, without the references that chance gives. */
async function told({ audit }: Scene): Promise<readonly unknown[]> {
  const streams = await audit.streams('t', null, 1_000);
  return streams
    .filter(({ stream }) => stream !== 'institution')
    .map(({ stream, events, list, clocks, acts }) => ({
      stream,
      events: events.map(({ bytes }) =>
        JSON.parse(bytes, (key, value) => (key === 'ref' || key === 'commitment' ? '' : value)),
      ),
      list,
      clocks,
      acts,
    }));
}

describe('an import', () => {
  it('makes one case of each row, in one write, and counts what they say', async () => {
    const it = await scene();
    const before = it.writes();
    const { tally, rejects } = await run(it);
    expect(rejects).toEqual([]);
    expect(tally).toMatchObject({ rows: 12, imported: 12, present: 0, rejected: 0, open: 4 });
    expect(tally.outcomes).toEqual({ FIXED: 4, UNKNOWN: 4 });
    expect(it.writes() - before).toBe(12);
    expect(await told(it)).toHaveLength(12);
    expect(await it.store.pendingReactions(10)).toEqual([]);
  });

  it('run again changes nothing, and says that all is there', async () => {
    const it = await scene();
    await run(it);
    const [before, writes] = [await told(it), it.writes()];
    const { tally } = await run(it);
    expect(tally).toMatchObject({ rows: 12, imported: 0, present: 12, open: 4 });
    expect(tally.outcomes).toEqual({ FIXED: 4, UNKNOWN: 4 });
    expect(it.writes()).toBe(writes);
    expect(await told(it)).toEqual(before);
  });

  it('stopped anywhere and run again ends where one run ends', async () => {
    const whole = await scene();
    await run(whole);
    for (const stopAt of [1, 4, 7]) {
      const it = await scene();
      const stopping = new AbortController();
      const onRow: ImportParts['onRow'] = ({ imported }) => {
        if (imported === stopAt) stopping.abort();
      };
      const first = await run(it, { signal: stopping.signal, onRow });
      expect(first.tally.imported).toBeLessThan(12);
      const second = await run(it);
      expect(second.tally.imported + second.tally.present).toBe(12);
      expect(second.tally.present).toBe(first.tally.imported);
      expect(await told(it)).toEqual(await told(whole));
    }
  });

  it('that fails leaves whole rows and no half ones, and goes on when run again', async () => {
    const whole = await scene();
    await run(whole);
    const it = await scene();
    let left = 5;
    const engine: typeof it.engine = {
      ...it.engine,
      execute: (request) => {
        left -= 1;
        return left < 0
          ? Promise.reject(new Error('the disk is full'))
          : it.engine.execute(request);
      },
    };
    await expect(run(it, { engine })).rejects.toThrow('the disk is full');
    expect(await told(it)).toHaveLength(5);
    const { tally } = await run(it);
    expect(tally).toMatchObject({ imported: 7, present: 5 });
    expect(await told(it)).toEqual(await told(whole));
  });

  it.each(['lost-after-commit', 'lost-before-commit', 'deadlock', 'conflict'] as const)(
    'writes a row once where the connection or the race is lost: %s',
    async (fault) => {
      const it = await scene();
      it.faults.push(fault);
      const { tally } = await run(it);
      expect(tally).toMatchObject({ imported: 12, present: 0, rejected: 0 });
      expect(await told(it)).toHaveLength(12);
    },
  );

  it('takes a number once, and tells of the line that says it again', async () => {
    const it = await scene();
    const rows = each([...LEDGER, row({ id: String(FIRST) }, 14)]);
    const { tally, rejects } = await run(it, { rows });
    expect(tally).toMatchObject({ rows: 13, imported: 12, rejected: 1 });
    const number = String(FIRST);
    expect(rejects).toEqual([{ line: 14, number, why: { code: 'import.number-twice', number } }]);
  });

  it('tells which rows the reader, the mapping and the law refuse, and takes the others', async () => {
    const it = await scene();
    const broken = { line: 3, problem: { code: 'import.broken-line', reason: 'quote' } } as const;
    const refused: Mapping = mapping(['hole: pothole', 'hole: notice-board']);
    const rows = each([
      row({ id: '1' }, 2),
      broken,
      row({ id: '2', opened: 'once' }, 4),
      row({ id: '3', about: 'board', place: 'Quay', office: '' }, 5),
      row({ id: '4', opened: '2030-01-01' }, 6),
    ]);
    const { tally, rejects } = await run(it, {
      rows,
      mapping: { ...refused, place: { always: 'quay', table: {} } },
    });
    const codes = rejects.map(({ line, why }) => [line, why.code]);
    expect(codes.toSorted()).toEqual([
      [3, 'import.broken-line'],
      [4, 'import.bad-time'],
      [6, 'engine.in-the-future'],
    ]);
    expect(tally).toMatchObject({ rows: 5, imported: 2, rejected: 3 });
  });

  it('tries a refused row afresh once it was mended', async () => {
    const it = await scene();
    const late = row({ id: '1', opened: '2030-01-01' });
    expect((await run(it, { rows: each([late]) })).tally.rejected).toBe(1);
    expect((await run(it, { rows: each([late]) })).tally.rejected).toBe(1);
    expect((await run(it, { rows: each([row({ id: '1' })]) })).tally.imported).toBe(1);
  });

  it('leaves alone a row that is in and says something else now', async () => {
    const it = await scene();
    await run(it, { rows: each([row({ id: '1' })]) });
    const before = await told(it);
    const closed = row({ id: '1', state: 'done', closed: '2026-03-09', answer: 'was filled' });
    const { tally } = await run(it, { rows: each([closed]) });
    expect(tally).toMatchObject({ imported: 0, present: 1 });
    expect(await told(it)).toEqual(before);
  });

  it('reads no more rows than it is told to', async () => {
    const it = await scene();
    const { tally } = await run(it, { limit: 5 });
    expect(tally).toMatchObject({ rows: 5, imported: 5 });
  });
});
