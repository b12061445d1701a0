import { describe, expect, test } from 'vitest';
import type { Clock } from '../../src/core/clock/clock.ts';
import type { ActRow, ListRow, Role } from '../../src/core/process.ts';
import type { ActFilter, ListFilter, Page } from '../../src/engine/ports.ts';
import { aListRow, aWrite, freshTenant, type Harness, HOUR, T0 } from './harness.ts';

const aClock: Clock = {
  id: 'reply-1',
  kind: 'reply',
  unit: 'u',
  startedAt: T0,
  duration: { n: 5, unit: 'workDay' },
  legal: null,
  target: null,
  calendar: { id: 'cn', version: '1' },
  citation: { text: { zh: '依据', en: 'rule' }, illustrative: true },
  dueAt: T0 + HOUR,
  legalDueAt: null,
  provisional: false,
  suspensions: [],
  extensions: [],
  status: 'running',
  breachedAt: null,
  endedAt: null,
  revision: 1,
};

export function queriesContract(ports: () => Harness): void {
  const put = async (
    tenant: string,
    stream: string,
    list: ListRow,
    acts: readonly ActRow[] = [],
  ) => {
    const projection = { list, clocks: [], acts };
    const result = await ports().store.write(aWrite(tenant, { [stream]: 0 }, { projection }));
    expect(result).toEqual({ ok: true });
  };

  describe('my next acts', () => {
    const anAct = (more: Partial<ActRow> = {}): ActRow => ({
      act: 'case.sign-for',
      unit: 'bureau-1',
      role: 'unit_handler',
      startedAt: T0,
      dueAt: T0 + HOUR,
      first: false,
      ...more,
    });
    const at = (unit: string, ...roles: readonly Role[]) => ({
      posts: roles.map((role) => ({ unit, role })),
    });
    const mine = at('bureau-1', 'unit_handler', 'unit_head');

    test('are counted over the whole list: overdue, due before the day ends, and all', async () => {
      const tenant = await freshTenant(ports());
      await put(tenant, 'late', aListRow, [
        anAct({ dueAt: T0 - HOUR }),
        anAct({ act: 'x', dueAt: T0 }),
      ]);
      await put(tenant, 'today', aListRow, [anAct({ dueAt: T0 + 1 })]);
      await put(tenant, 'tomorrow', aListRow, [anAct({ dueAt: T0 + 8 * HOUR })]);
      await put(tenant, 'undated', aListRow, [anAct({ dueAt: null })]);
      await put(tenant, 'theirs', aListRow, [
        anAct({ unit: 'bureau-2' }),
        anAct({ role: 'arbiter' }),
      ]);
      const { queries } = ports();
      expect(await queries.actCounts(tenant, mine, T0, T0 + 8 * HOUR)).toEqual({
        total: 5,
        overdue: 2,
        dueToday: 1,
      });
      const nobody = at('bureau-9', 'arbiter');
      expect(await queries.actCounts(tenant, nobody, T0, T0)).toEqual({
        total: 0,
        overdue: 0,
        dueToday: 0,
      });
    });

    test('come with emergencies ahead, then by due time, none last, then by start', async () => {
      const tenant = await freshTenant(ports());
      await put(tenant, 'later', aListRow, [anAct({ dueAt: T0 + 3 * HOUR })]);
      await put(tenant, 'none-new', aListRow, [anAct({ dueAt: null, startedAt: T0 + 1 })]);
      await put(tenant, 'none-old', aListRow, [anAct({ dueAt: null })]);
      await put(tenant, 'soon', aListRow, [anAct({ dueAt: T0 - HOUR, clock: 'sign-1' })]);
      await put(tenant, 'emergency', aListRow, [anAct({ dueAt: null, first: true })]);
      const { rows, next } = await ports().queries.acts(tenant, mine, 10, null);
      expect(rows.map(({ stream }) => stream)).toEqual([
        'emergency',
        'soon',
        'later',
        'none-old',
        'none-new',
      ]);
      expect(next).toBeNull();
      expect(rows[1]).toEqual({
        stream: 'soon',
        process: 'toy',
        act: 'case.sign-for',
        unit: 'bureau-1',
        role: 'unit_handler',
        office: null,
        account: null,
        clock: 'sign-1',
        startedAt: T0,
        dueAt: T0 - HOUR,
        first: false,
        title: aListRow.title,
        category: 'lamps',
        place: 'community-1',
        about: null,
        version: 1,
      });
      expect(rows[0]?.clock).toBeNull();
    });

    test('are of my unit and my roles', async () => {
      const tenant = await freshTenant(ports());
      await put(tenant, 'a', aListRow, [
        anAct(),
        anAct({ act: 'case.head', role: 'unit_head' }),
        anAct({ unit: 'bureau-2' }),
        anAct({ role: 'arbiter' }),
      ]);
      const { rows } = await ports().queries.acts(tenant, mine, 10, null);
      expect(rows.map(({ act }) => act).sort()).toEqual(['case.head', 'case.sign-for']);
    });

    test('are of every post asked for, each act once, and of no pair nobody asked for', async () => {
      const tenant = await freshTenant(ports());
      await put(tenant, 'a', aListRow, [
        anAct(),
        anAct({ unit: 'bureau-2', role: 'arbiter' }),
        anAct({ unit: 'bureau-2' }),
      ]);
      const [one, two] = [at('bureau-1', 'unit_handler'), at('bureau-2', 'arbiter')];
      const posts = [...one.posts, ...two.posts, ...one.posts];
      const { queries } = ports();
      const found = await allPages((after) => queries.acts(tenant, { posts }, 1, after));
      expect(found.map(({ unit, role }) => [unit, role])).toEqual([
        ['bureau-2', 'arbiter'],
        ['bureau-1', 'unit_handler'],
      ]);
      expect(await queries.actCounts(tenant, { posts }, T0, T0)).toMatchObject({ total: 2 });
    });

    test('are for a seat in an office what that office has and what none has, each once', async () => {
      const tenant = await freshTenant(ports());
      await put(tenant, 'a', aListRow, [
        anAct({ act: 'x.works', office: 'works', account: 'a1' }),
        anAct({ act: 'x.law', office: 'law' }),
        anAct({ act: 'x.none' }),
      ]);
      const seat = (...offices: readonly (string | undefined)[]) =>
        offices.map((office) => ({
          unit: 'bureau-1',
          role: 'unit_handler' as const,
          ...(office === undefined ? {} : { office }),
        }));
      const names = async (filter: ActFilter) => {
        const { queries } = ports();
        const { rows } = await queries.acts(tenant, filter, 10, null);
        const { total } = await queries.actCounts(tenant, filter, T0, T0);
        expect(total).toBe(rows.length);
        return rows.map(({ act }) => act.slice(2));
      };
      expect(await names({ posts: seat('works') })).toEqual(['none', 'works']);
      expect(await names({ posts: seat('works', 'law') })).toEqual(['law', 'none', 'works']);
      expect(await names({ posts: seat(undefined, 'law') })).toEqual(['law', 'none', 'works']);
      expect(await names({ posts: seat(undefined), office: 'law' })).toEqual(['law']);
      expect(await names({ posts: seat('works'), account: 'a1' })).toEqual(['works']);
      expect(await names({ posts: seat('works'), account: 'a2' })).toEqual([]);
      expect(await names({ posts: seat(undefined), acts: ['x.law'] })).toEqual(['law']);
    });

    test('page by page each comes once', async () => {
      const tenant = await freshTenant(ports());
      for (let i = 0; i < 12; i++) {
        const dueAt = i % 3 === 0 ? null : T0 + (i % 2) * HOUR;
        await put(tenant, `s${i}`, aListRow, [
          anAct({ dueAt, first: i % 5 === 0 }),
          anAct({ act: 'case.contact', dueAt }),
        ]);
      }
      const whole = await ports().queries.acts(tenant, mine, 100, null);
      const paged = await allPages((after) => ports().queries.acts(tenant, mine, 5, after));
      expect(paged).toEqual(whole.rows);
      expect(paged).toHaveLength(24);
    });
  });

  describe('lists', () => {
    const streams = async (tenant: string, filter: Partial<ListFilter>) =>
      (await ports().queries.list(tenant, { process: 'toy', ...filter }, 100, null)).rows.map(
        ({ stream }) => stream,
      );

    test('give each row as it was projected, by the same order', async () => {
      const tenant = await freshTenant(ports());
      const closed: ListRow = {
        ...aListRow,
        status: 'closed',
        bucket: 'closed',
        outcome: 'FIXED',
        endedAt: T0,
        dueAt: null,
        lead: null,
        assisting: [],
        category: null,
        title: null,
        imported: true,
        breaches: 2,
      };
      await put(tenant, 'closed', closed);
      await put(tenant, 'b', { ...aListRow, dueAt: T0 });
      await put(tenant, 'a', aListRow);
      await put(tenant, 'first', { ...aListRow, first: true, dueAt: T0 + 9 * HOUR });
      const { rows } = await ports().queries.list(tenant, { process: 'toy' }, 100, null);
      expect(rows.map(({ stream }) => stream)).toEqual(['first', 'b', 'a', 'closed']);
      expect(rows[3]).toEqual({ ...closed, stream: 'closed', process: 'toy', version: 1 });
      expect(await ports().queries.entry(tenant, 'a')).toEqual(rows[2]);
      expect(await ports().queries.entry(tenant, 'zz')).toBeNull();
      const paged = await allPages((after) =>
        ports().queries.list(tenant, { process: 'toy' }, 1, after),
      );
      expect(paged).toEqual(rows);
    });

    test('break ties by the bytes of the stream’s name', async () => {
      const tenant = await freshTenant(ports());
      for (const name of ['a', '\u{1f4a1}', '\uff5e', 'B']) await put(tenant, name, aListRow);
      expect(await streams(tenant, {})).toEqual(['B', 'a', '\uff5e', '\u{1f4a1}']);
    });

    test('are filtered by what a unit has to do with it', async () => {
      const tenant = await freshTenant(ports());
      const nowhere = {
        ...aListRow,
        place: 'x',
        holder: 'x',
        receivedBy: 'x',
        lead: 'x',
        assisting: ['x'],
        called: ['x'],
      };
      await put(tenant, 'holds', { ...nowhere, holder: 'u' });
      await put(tenant, 'leads', { ...nowhere, lead: 'u' });
      await put(tenant, 'assists', { ...nowhere, assisting: ['x', 'u'] });
      await put(tenant, 'called', { ...nowhere, called: ['x', 'u'] });
      await put(tenant, 'sits', { ...nowhere, seats: ['x', 'u'] });
      await put(tenant, 'received', { ...nowhere, receivedBy: 'u' });
      await put(tenant, 'lies', { ...nowhere, place: 'u-2' });
      await put(tenant, 'not', nowhere);
      const own = await streams(tenant, { unit: { id: 'u', territory: [] } });
      expect(own).toEqual(['assists', 'called', 'holds', 'leads', 'received', 'sits']);
      const territory = await streams(tenant, { unit: { id: 'u', territory: ['u-1', 'u-2'] } });
      expect(territory).toEqual([...own, 'lies'].toSorted());
      const sits = (await ports().queries.entry(tenant, 'sits'))?.seats;
      expect(sits).toEqual(['x', 'u']);
    });

    test('are filtered by status, bucket, category, words of the title, overdue', async () => {
      const tenant = await freshTenant(ports());
      await put(tenant, 'lamp', aListRow);
      await put(tenant, 'road', {
        ...aListRow,
        status: 'handling',
        category: 'roads',
        title: '道路破损 100% Pothole_',
        dueAt: T0,
      });
      await put(tenant, 'done', { ...aListRow, status: 'closed', bucket: 'closed', dueAt: T0 });
      expect(await streams(tenant, { status: ['handling', 'closed'] })).toEqual(['done', 'road']);
      expect(await streams(tenant, { bucket: 'open' })).toEqual(['road', 'lamp']);
      expect(await streams(tenant, { category: 'roads' })).toEqual(['road']);
      expect(await streams(tenant, { text: '破损' })).toEqual(['road']);
      expect(await streams(tenant, { text: 'LAMP 路灯' })).toEqual(['done', 'lamp']);
      expect(await streams(tenant, { text: '路灯 pothole' })).toEqual([]);
      expect(await streams(tenant, { text: '%' })).toEqual(['road']);
      expect(await streams(tenant, { text: 'e_' })).toEqual(['road']);
      expect(await streams(tenant, { overdueAt: T0 })).toEqual(['road']);
      expect(await streams(tenant, { overdueAt: T0 - 1 })).toEqual([]);
      expect(await streams(tenant, { process: 'other' })).toEqual([]);
      expect(await streams(tenant, { bucket: 'open', category: 'lamps' })).toEqual(['lamp']);
    });

    test('are filtered by the case they are about, and by more beside it', async () => {
      const tenant = await freshTenant(ports());
      await put(tenant, 'own', { ...aListRow, about: 'case-1', holder: 'u' });
      await put(tenant, 'ended', { ...aListRow, about: 'case-1', bucket: 'closed' });
      await put(tenant, 'else', { ...aListRow, about: 'case-2' });
      await put(tenant, 'case-1', aListRow);
      expect(await streams(tenant, { about: 'case-1' })).toEqual(['ended', 'own']);
      expect(await streams(tenant, { about: 'case-1', bucket: 'closed' })).toEqual(['ended']);
      const unit = { id: 'u', territory: [] };
      expect(await streams(tenant, { about: 'case-1', unit })).toEqual(['own']);
      expect(await streams(tenant, { about: 'case-3' })).toEqual([]);
    });

    test('are counted by bucket', async () => {
      const tenant = await freshTenant(ports());
      await put(tenant, 'a', aListRow);
      await put(tenant, 'b', aListRow);
      await put(tenant, 'c', { ...aListRow, bucket: 'merged' });
      expect(await ports().queries.counts(tenant, 'toy')).toEqual({ open: 2, merged: 1 });
      expect(await ports().queries.counts(tenant, 'other')).toEqual({});
    });
  });

  test('a claim tells who holds it, a free one nothing', async () => {
    const tenant = await freshTenant(ports());
    const take = (holder: string, name: string) =>
      ({ op: 'take', name, limit: 9, holder }) as const;
    const claims = [take('b', 'seat'), take('a', 'seat'), take('a', 'desk')];
    expect(await ports().store.write(aWrite(tenant, { a: 0 }, { claims }))).toEqual({ ok: true });
    const held = await ports().queries.claimHolders(tenant, ['seat', 'desk', 'none']);
    expect(Object.fromEntries(held)).toEqual({ seat: ['a', 'b'], desk: ['a'] });
  });

  test('second names come by their beginning, in byte order, page by page', async () => {
    const tenant = await freshTenant(ports());
    const named = (key: string, kind: 'external' | 'receipt' = 'external') =>
      aWrite(tenant, { [`of ${key}`]: 0 }, { aliases: [{ kind, key, stream: `of ${key}` }] });
    for (const key of ['a:2', 'a:𠮷', 'a:10', 'a', 'b:1', 'a:￥']) {
      expect(await ports().store.write(named(key))).toEqual({ ok: true });
    }
    await ports().store.write(named('a:3', 'receipt'));
    const rows = await allPages((after) =>
      ports().queries.aliases(tenant, 'external', 'a:', 2, after),
    );
    expect(rows.map(({ key }) => key)).toEqual(['a:10', 'a:2', 'a:￥', 'a:𠮷']);
    expect(rows[1]).toEqual({ kind: 'external', key: 'a:2', stream: 'of a:2' });
  });

  test('what a unit went through in a span is counted by its own matters and promises', async () => {
    const tenant = await freshTenant(ports());
    const at = (unit: string, breachedAt: number | null): Clock => ({
      ...aClock,
      unit,
      breachedAt,
    });
    const whole = async (stream: string, list: Partial<ListRow>, ...clocks: Clock[]) => {
      const numbered = clocks.map((clock, n) => ({ ...clock, id: `reply-${n}` }));
      const projection = { list: { ...aListRow, ...list }, clocks: numbered, acts: [] };
      await ports().store.write(aWrite(tenant, { [stream]: 0 }, { projection }));
    };
    const away = { place: 'far', holder: 'far', receivedBy: 'far', lead: null, assisting: [] };
    await whole('new', { ...away, lead: 'u' }, at('u', T0 + 1), at('v', T0 + 1));
    await whole('old', { ...away, place: 'p', openedAt: T0 - 1, endedAt: T0 + 1 }, at('p', T0));
    await whole('after', { ...away, holder: 'u', openedAt: T0 + HOUR, endedAt: T0 + HOUR });
    // Handed on since: what it broke stays its own.
    await whole('theirs', away, at('u', T0), at('v', T0));
    const changes = (process: string) =>
      ports().queries.changes(tenant, process, { id: 'u', territory: ['p'] }, T0, T0 + HOUR);
    expect(await changes('toy')).toEqual({ opened: 1, ended: 1, breached: 3 });
    expect(await changes('other')).toEqual({ opened: 0, ended: 0, breached: 0 });
  });

  test('precedents are events of one type in one category, the newest first', async () => {
    const tenant = await freshTenant(ports());
    for (const [stream, category, at] of [
      ['a', 'lamps', 1],
      ['b', 'lamps', 3],
      ['c', 'roads', 4],
      ['d', 'lamps', 2],
    ] as const) {
      const projection = { list: { ...aListRow, category }, clocks: [], acts: [] };
      const request = aWrite(tenant, { [stream]: 0 }, { projection });
      const written = request.streams.map((write) => ({
        ...write,
        events: write.events.map((event) => ({
          ...event,
          type: stream === 'd' ? 'Other' : 'Noted',
          recordedAt: T0 + at,
        })),
      }));
      await ports().store.write({ ...request, streams: written });
    }
    const found = await ports().queries.eventsOfType(tenant, 'Noted', 'lamps', 10);
    expect(found.map(({ stream }) => stream)).toEqual(['b', 'a']);
    expect(await ports().queries.eventsOfType(tenant, 'Noted', 'lamps', 1)).toHaveLength(1);
  });
}

async function allPages<Row>(ask: (after: string | null) => Promise<Page<Row>>): Promise<Row[]> {
  const rows: Row[] = [];
  let after: string | null = null;
  do {
    const page: Page<Row> = await ask(after);
    rows.push(...page.rows);
    after = page.next;
  } while (after !== null);
  return rows;
}
