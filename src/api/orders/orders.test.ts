import { gzipSync } from 'node:zlib';
import { beforeEach, describe, expect, it } from 'vitest';
import type { SheetForm } from '../../core/case/words.ts';
import { smallRulebook } from '../../core/rulebook/small.fixture.ts';
import { archive } from '../../engine/import/ledger/archive.fixture.ts';
import { openLedger } from '../../engine/import/ledger/ledger.ts';
import { booksIn } from '../../engine/orders/books.ts';
import { type Cells, cityBook, cityRows } from '../../engine/orders/orders.fixture.ts';
import { sheetOf } from '../../engine/orders/sheet.ts';
import { FileFault } from '../../engine/yaml/fault.ts';
import { type Client, type District, HOUR, openDistrict } from '../testing/district.ts';

const DUE = '2026-03-03T10:00:00.000Z';

let district: District;
let desk: Client;
let lead: Client;

async function open(callback: 'us' | 'upstream' = 'us'): Promise<void> {
  const { verification } = smallRulebook();
  const law = smallRulebook({ verification: { ...verification, callback } });
  district = await openDistrict({
    institution: { rulebooks: [law] },
    parts: { orderBooks: () => [cityBook()] },
  });
  desk = await district.as('s1', 'dispatcher');
  lead = await district.as('s1', 'unit_handler');
}
beforeEach(() => open());

const HEADING = cityRows()[0]?.join(',');

async function sheet(orders: readonly Cells[], form: SheetForm = 'xlsx') {
  const bytes = await sheetOf(cityRows(...orders), form, ',');
  return { book: 'city', content: Buffer.from(bytes).toString('base64') };
}
async function preview(...orders: readonly Cells[]) {
  const { status, body } = await desk.post('/orders/preview', await sheet(orders));
  expect(status).toBe(200);
  return body;
}
type Lines = readonly { kind: string; number: string; mark: string; case: string | null }[];
async function taken(...orders: readonly Cells[]) {
  const upload = await sheet(orders);
  const { lines } = (await desk.post('/orders/preview', upload)).body as { lines: Lines };
  const marks = lines.map(({ mark }) => mark).filter((mark) => mark !== '');
  return (await desk.post('/orders/import', { ...upload, marks })).body.results;
}
const idOf = async (number = 'N1'): Promise<string> => {
  const { lines } = (await preview({ 编号: number })) as { lines: Lines };
  return lines[0]?.case ?? '';
};
const read = async (id: string) => (await desk.get(`/cases/${id}`)).body;
async function act(by: Client, id: string, name: string, body: object = {}): Promise<void> {
  const { version } = await read(id);
  const { status, body: answer } = await by.post(`/cases/${id}/${name}`, {
    expectedVersion: version,
    ...body,
  });
  expect([name, status, answer.code]).toEqual([name, 200, undefined]);
}
async function handling(number = 'N1'): Promise<string> {
  const id = await idOf(number);
  await act(desk, id, 'triage', { category: 'vending', title: '占道摆摊' });
  await act(desk, id, 'dispatch', { lead: 's1' });
  await act(lead, id, 'sign-for');
  return id;
}
const replied = async (number = 'N1'): Promise<string> => {
  const id = await handling(number);
  await act(lead, id, 'reply', { reply: '=已劝离摊贩', outcome: 'FIXED' });
  return id;
};
const replies = async (which: 'new' | 'all' = 'new') => {
  const { body } = await desk.post('/orders/replies', { book: 'city', which });
  const { columns } = cityBook().out;
  const ledger = await openLedger(Buffer.from(body.content, 'base64'), {
    encoding: 'auto',
    delimiter: ',',
    columns: columns.map(({ name }) => name),
  });
  const rows = [];
  for await (const row of ledger.rows) if ('cells' in row) rows.push(row.cells);
  return { ...body, cells: rows };
};
const record = async (told: readonly object[]) =>
  (await desk.post('/orders/told', { book: 'city', told })).body;
/** The sheet of replies is handed over. */
const tell = async () => record((await replies()).told);

describe('a sheet that comes in', () => {
  it('is shown before anything is done, and done only as it was shown', async () => {
    const upload = await sheet([{}, { 编号: 'N2', 时限: '三天' }, { 编号: 'N3' }]);
    const shown = (await desk.post('/orders/preview', upload)).body;
    expect(shown).toMatchObject({
      form: 'xlsx',
      counts: { new: 2, changed: 0, unchanged: 0, rejected: 1 },
    });
    expect(shown.lines[1]).toMatchObject({
      line: 3,
      number: 'N2',
      kind: 'rejected',
      mark: '',
      problem: { code: 'import.bad-time', field: '时限' },
    });
    expect((await desk.get('/cases')).body.rows).toEqual([]);

    const marks = [shown.lines[0].mark, 'never-shown'];
    const { results } = (await desk.post('/orders/import', { ...upload, marks })).body;
    expect(results).toMatchObject([
      { number: 'N1', done: true, problem: null },
      { done: false, problem: { code: 'api.moved-since-preview' } },
    ]);
    expect((await desk.get('/cases')).body.rows).toHaveLength(1);
  });

  it('tells what it had missed before it came as the system’s, where it was learnt', async () => {
    await taken({ 时限: '2026-01-05 09:00' });
    const { thread } = await read(await idOf());
    const [registered] = thread;
    const breach = thread.find(({ type }: { type: string }) => type === 'ClockBreached');
    expect(breach).toMatchObject({
      by: { zh: '系统' },
      automatic: true,
      late: false,
      occurredAt: registered.recordedAt,
    });
  });

  it('becomes living work: registered, with both clocks, the words in the vault', async () => {
    await taken({ 标题: '王五反映占道摆摊' });
    const of = await read(await idOf());
    expect(of).toMatchObject({
      status: 'received',
      intake: 'upstream',
      title: '…反映占道摆摊',
      words: '门口有人摆摊，…说过几次。',
      hasContact: true,
      imported: false,
      external: [{ system: '市热线', number: 'N1', dueAt: DUE, state: '待办' }],
    });
    const clocks = of.clocks.map(({ kind, dueAt }: { kind: string; dueAt: string }) => [
      kind,
      dueAt,
    ]);
    expect(clocks).toContainEqual(['upstream', DUE]);
    const upstream = of.clocks.find(({ kind }: { kind: string }) => kind === 'upstream');
    expect(upstream.because.zh).toContain('来文载明');
    expect(upstream.citation.text.zh).toBe('市热线工单 N1');
    const log = JSON.stringify(await district.kept.store.events('demo', await idOf()));
    expect(log).not.toMatch(/王五|摆摊，|0000-1|一社区门口/);
  });

  it('proposes the city’s own category first, for a person to decide', async () => {
    await taken({});
    const { body } = await desk.get(`/cases/${await idOf()}/proposal`);
    expect(body.categories[0]).toMatchObject({ code: 'vending' });
    expect(body.categories[0].because.zh).toContain('市热线');
  });

  it('twice is once: the second time nothing is left to do', async () => {
    expect(await taken({}, { 编号: 'N2' })).toHaveLength(2);
    expect((await preview({}, { 编号: 'N2' })).counts).toEqual({
      new: 0,
      changed: 0,
      unchanged: 2,
      rejected: 0,
    });
  });

  it('broken off between two lines goes on where it was', async () => {
    const upload = await sheet([{}, { 编号: 'N2' }]);
    const { lines } = (await desk.post('/orders/preview', upload)).body;
    const marks = lines.map(({ mark }: { mark: string }) => mark);
    await desk.post('/orders/import', { ...upload, marks: marks.slice(0, 1) });
    const again = (await desk.post('/orders/import', { ...upload, marks })).body.results;
    // The first is in: it is neither done again nor lost.
    expect(again.map(({ done }: { done: boolean }) => done)).toEqual([true, false]);
    expect((await desk.get('/cases')).body.rows).toHaveLength(2);
  });

  it('later changes what changed there and nothing else', async () => {
    await taken({}, { 编号: 'N2' });
    const id = await handling();
    const before = await read(id);
    const shown = await preview({ 时限: '2026-03-10', 状态: '延期' }, { 编号: 'N2' });
    expect(shown.counts).toEqual({ new: 0, changed: 1, unchanged: 1, rejected: 0 });
    expect(shown.lines[0].changes).toEqual([
      {
        field: 'due',
        from: expect.objectContaining({ zh: expect.stringContaining('3月3日') }),
        to: expect.objectContaining({ zh: expect.stringContaining('3月10日') }),
      },
      { field: 'state', from: { zh: '待办', en: '待办' }, to: { zh: '延期', en: '延期' } },
    ]);
    await taken({ 时限: '2026-03-10', 状态: '延期' });
    const after = await read(id);
    expect(after).toMatchObject({ status: 'handling', words: before.words, title: before.title });
    expect(after.external).toEqual([expect.objectContaining({ state: '延期' })]);
    const dues = after.clocks
      .filter(({ kind }: { kind: string }) => kind === 'upstream')
      .map(({ status, dueAt }: { status: string; dueAt: string }) => [status, dueAt]);
    expect(dues).toEqual([
      ['void', DUE],
      ['running', '2026-03-10T16:00:00.000Z'],
    ]);
  });

  it('late stays late, whatever time the city gives afterwards', async () => {
    await taken({});
    const id = await handling();
    district.pass(72 * HOUR);
    await taken({ 时限: '2026-03-20' });
    const of = await read(id);
    const first = of.clocks.find(({ id: one }: { id: string }) => one === 'upstream-1');
    expect(first).toMatchObject({ status: 'void', tone: 'breach', breachedAt: DUE });
  });

  it.each(['csv', 'csv-gb18030'] as const)('is read as %s', async (form) => {
    const { body } = await desk.post('/orders/preview', await sheet([{}], form));
    expect(body).toMatchObject({ form, counts: { new: 1 } });
  });

  it.each([
    ['no column of that name', '姓名,编号\n', /缺少这些列/],
    ['nothing in it', '', /文件是空的/],
    ['a column twice', `编号,${HEADING}\nN9,N1\n`, /不止一次：编号。/],
    ['no workbook', 'PK\u0003\u0004 nothing', /不是可以读取的工作簿/],
  ])('%s is told in the reader’s language, and nothing is done', async (_, text, words) => {
    const content = Buffer.from(text).toString('base64');
    const upload = { book: 'city', content };
    const { status, body } = await desk.post('/orders/preview', upload, {
      'accept-language': 'zh',
    });
    expect([status, body.code]).toEqual([422, 'api.bad-file']);
    expect(body.what).toMatch(words);
  });

  it.each([
    ['compressed', () => gzipSync('编号\nN1\n'), /gzip/],
    ['of too many lines', () => Buffer.from(`${HEADING}\n${'x\n'.repeat(20_001)}`), /20000 行/],
    ['that unpacks without end', () => archive(Buffer.alloc(65 * 1_048_576)), /64 MB/],
  ])('a sheet %s is not read: no upload takes the memory of all', async (_, made, words) => {
    const upload = { book: 'city', content: made().toString('base64') };
    const { status, body } = await desk.post('/orders/preview', upload, {
      'accept-language': 'zh',
    });
    expect([status, body.code]).toEqual([422, 'api.bad-file']);
    expect(body.what).toMatch(words);
  });

  it('the same number twice, a report of an official: rejected, line by line', async () => {
    const shown = await preview({}, {}, { 编号: 'N2', 内容: '举报 bribe 受贿' });
    const codes = shown.lines.map(({ problem }: { problem: { code: string } | null }) =>
      problem === null ? null : problem.code,
    );
    expect(codes.slice(0, 2)).toEqual([null, 'import.number-twice']);
  });

  it('another unit’s sheet is refused line by line, and known to nobody else', async () => {
    const other = await district.as('centre', 'dispatcher');
    const { body } = await other.post('/orders/preview', await sheet([{}]));
    expect(body.lines[0]).toMatchObject({
      kind: 'rejected',
      problem: { code: 'case.not-your-counter' },
    });
    expect((await other.get('/orders/books')).body).toMatchObject([{ id: 'city', yours: false }]);
  });

  it('whose number somebody gave to another matter first is not swallowed by it', async () => {
    const squat = (system: string, number = 'N1') => ({
      reportsOfficial: false,
      kind: 'help',
      intake: 'upstream',
      words: '别的事',
      place: { unit: 's2' },
      external: [{ system, number }],
    });
    const clerk = await district.as('s2', 'intake_agent');
    const { status, body } = await clerk.post('/cases', squat('市热线'));
    expect([status, body.code]).toEqual([403, 'api.number-of-orders']);
    expect((await clerk.post('/cases', squat('市热线:N', '1'))).status).toBe(403);
    expect((await preview({}, { 编号: 'N:1' })).counts).toMatchObject({ new: 2 });
    // A system that has no sheets is anybody's to name.
    expect((await clerk.post('/cases', squat('信访'))).status).toBe(201);
  });

  it('names the title and case of an order already taken in to nobody else', async () => {
    await taken({});
    const other = await district.as('s2', 'dispatcher');
    const { body } = await other.post('/orders/preview', await sheet([{}]));
    expect(body.lines).toMatchObject([{ kind: 'rejected', title: null, case: null }]);
  });

  it('a broken mapping is told with file, line and column', async () => {
    const orderBooks = () => {
      throw new FileFault([
        {
          file: 'city.in.yaml',
          line: 3,
          column: 9,
          what: { zh: '不对', en: 'wrong' },
          next: { zh: '改', en: 'mend' },
        },
      ]);
    };
    const broken = await openDistrict({ parts: { orderBooks } });
    const { status, body } = await (await broken.as('s1', 'dispatcher')).get('/orders/books');
    expect([status, body.code]).toEqual([422, 'api.bad-file']);
    expect(body.what).toContain('city.in.yaml:3:9');
  });

  it('a system nobody knows is not there', async () => {
    const { status } = await desk.post('/orders/preview', { book: 'x', content: '' });
    expect(status).toBe(404);
    expect(booksIn('/nowhere', 'demo')).toEqual([]);
  });
});

describe('a sheet that goes back', () => {
  it('says what there is to say, in their columns and in the form the orders came in', async () => {
    await taken({}, { 编号: 'N2' }, { 编号: 'N3' });
    await replied();
    await act(lead, await handling('N2'), 'ask-upstream-extension', { by: '2wd', reason: '待检' });
    await act(desk, await idOf('N3'), 'redirect', { channel: 'discipline' });
    const { cells, form, rows, name } = await replies();
    expect([form, rows]).toEqual(['xlsx', 3]);
    expect(name).toMatch(/\.xlsx$/);
    expect(Object.keys(cells[0])).toEqual(cityBook().out.columns.map((one) => one.name));
    expect(cells[0]).toMatchObject({
      编号: 'N1',
      状态: '已答',
      答复: '=已劝离摊贩',
      办理结果: '解决了',
    });
    expect(cells[1]).toMatchObject({
      状态: '在办',
      延期: '待检',
      延至: '2026-03-05 18:00',
      答复: '',
    });
    expect(cells[2].退单).not.toBe('');
  });

  it.each(['csv', 'xlsx'] as const)('names their due day as they named it (%s)', async (form) => {
    const due = async (时限: string) => {
      const upload = await sheet([{ 时限 }], form);
      const { lines } = (await desk.post('/orders/preview', upload)).body;
      await desk.post('/orders/import', { ...upload, marks: [lines[0].mark] });
      return (await replies('all')).cells[0].时限;
    };
    expect(await due('2026-03-06')).toBe('2026-03-06');
    expect(await due('2026-03-09 00:00')).toBe('2026-03-09 00:00');
    expect(await due('2026/3/10')).toBe('2026-03-10');
  });

  it('a formula in a reply is text in a workbook, and marked in CSV', async () => {
    const upload = await sheet([{}], 'csv-gb18030');
    const { lines } = (await desk.post('/orders/preview', upload)).body;
    await desk.post('/orders/import', { ...upload, marks: [lines[0].mark] });
    await replied();
    const { form, content, cells } = await replies();
    expect(form).toBe('csv-gb18030');
    expect(cells[0].答复).toBe("'=已劝离摊贩");
    expect(() =>
      new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(content, 'base64')),
    ).toThrow();
  });

  it('once recorded is offered no more, until there is something new', async () => {
    await taken({});
    const id = await replied();
    const first = await replies();
    expect(await record(first.told)).toEqual({ done: 1, left: 0 });
    expect((await replies()).rows).toBe(0);
    expect((await replies('all')).rows).toBe(1);
    expect((await desk.get('/orders?book=city')).body).toMatchObject({ all: 1, news: 0 });
    const { thread } = await read(id);
    expect(thread.at(-1).sentence.zh).toBe('写入市热线工单 N1 的回复表，状态“已答”');

    const person = await district.as('centre', 'callback_agent');
    await act(person, id, 'verify', { reached: true, solved: 'no' });
    expect((await replies()).cells[0]).toMatchObject({ 状态: '在办', 答复: '=已劝离摊贩' });
  });

  it('recorded twice is once; a case that moved meanwhile is left for the next', async () => {
    await taken({});
    const id = await handling();
    const { told } = await replies();
    expect(await record(told)).toEqual({ done: 1, left: 0 });
    expect(await record(told)).toEqual({ done: 1, left: 0 });
    await act(lead, id, 'ask-upstream-return', { reason: '不属本街道' });
    const stale = (await replies()).told;
    await act(desk, id, 'remind', { text: '请尽快' });
    expect(await record(stale)).toEqual({ done: 0, left: 1 });
    expect((await replies()).cells[0]).toMatchObject({ 退单: '不属本街道' });
  });

  it('holds nothing of another desk’s', async () => {
    await taken({});
    await handling();
    const other = await district.as('urban', 'dispatcher');
    expect((await other.get('/orders?book=city')).body).toMatchObject({ all: 0 });
  });
});

describe('who asks the person', () => {
  it('us: the city’s word closes nothing', async () => {
    await taken({});
    const id = await replied();
    await taken({ 结果: '解决', 状态: '已核实' });
    expect(await read(id)).toMatchObject({ status: 'replied' });
  });

  it('upstream: our callback agents have no act, and the word that comes back closes it', async () => {
    await open('upstream');
    await taken({});
    const id = await replied();
    const caller = await district.as('centre', 'callback_agent');
    expect((await caller.post(`/cases/${id}/verify`, { expectedVersion: 99 })).status).not.toBe(
      200,
    );
    const owed = (await desk.get('/acts')).body.rows;
    expect(owed).toMatchObject([{ case: id, act: 'hear-upstream' }]);
    await tell();

    const shown = await preview({ 结果: '解决', 状态: '已核实' });
    expect(shown.lines[0].changes).toContainEqual({
      field: 'word',
      from: null,
      to: expect.objectContaining({ zh: '已解决' }),
    });
    await taken({ 结果: '解决', 状态: '已核实' });
    expect(await read(id)).toMatchObject({ status: 'closed', outcome: 'FIXED' });
    expect((await preview({ 结果: '解决', 状态: '已核实' })).counts).toMatchObject({
      unchanged: 1,
    });
  });

  it('upstream: a word that came before our reply is heard once the reply was handed over', async () => {
    await open('upstream');
    // First seen with a word, and read in again while the unit still handles it.
    await taken({ 结果: '解决' });
    const id = await handling();
    expect((await preview({ 结果: '解决' })).counts).toMatchObject({ unchanged: 1 });
    await taken({ 结果: '解决', 状态: '已核实' });
    expect((await read(id)).external).toMatchObject([{ state: '已核实' }]);
    await act(lead, id, 'reply', { reply: '已劝离', outcome: 'FIXED' });

    const sheetOfTheirs = { 结果: '解决', 状态: '已核实' };
    const [early] = (await preview(sheetOfTheirs)).lines;
    expect(early).toMatchObject({ kind: 'rejected', problem: { code: 'import.reply-not-told' } });
    await tell();
    await taken(sheetOfTheirs);
    expect(await read(id)).toMatchObject({ status: 'closed', outcome: 'FIXED' });
  });

  it('upstream: what else changed is taken, though the word comes too early', async () => {
    await open('upstream');
    await taken({});
    const id = await replied();
    const early = { 结果: '没解决', 时限: '2026-03-10' };
    expect((await preview(early)).lines[0].changes).toMatchObject([{ field: 'due' }]);
    await taken(early);
    expect(await read(id)).toMatchObject({ status: 'replied' });
    expect((await preview(early)).counts).toMatchObject({ rejected: 1 });
  });

  it('upstream: a "no" is of the reply they were told, and of no newer one', async () => {
    await open('upstream');
    await taken({});
    const id = await replied();
    await tell();
    await taken({ 结果: '没解决' });
    expect(await read(id)).toMatchObject({ status: 'handling' });
    await act(lead, id, 'reply', { reply: '再次劝离', outcome: 'FIXED' });
    await taken({ 结果: '没解决' });
    expect(await read(id)).toMatchObject({ status: 'replied' });
    // Said again of the new one: heard, though nothing in the line is different.
    await tell();
    expect((await preview({ 结果: '没解决' })).counts).toMatchObject({ changed: 1 });
    await taken({ 结果: '没解决' });
    expect(await read(id)).toMatchObject({ status: 'handling' });
  });

  it('an order taken back is over here', async () => {
    await taken({});
    const id = await handling();
    await taken({ 结果: '收回' });
    expect(await read(id)).toMatchObject({ status: 'redirected', outcome: 'REDIRECTED' });
  });

  it('an order first seen once it was taken back is not registered, and is told', async () => {
    const [line] = (await preview({ 结果: '收回' })).lines;
    expect(line).toMatchObject({ kind: 'rejected', problem: { code: 'import.taken-back' } });
    expect((await preview({})).counts).toMatchObject({ new: 1 });
  });

  it('taken back and reopened here, it is not ended again by the same sheet', async () => {
    await taken({});
    const id = await handling();
    await taken({ 结果: '收回' });
    const supervisor = await district.as('centre', 'supervisor');
    await act(supervisor, id, 'reopen', { reason: 'not_fixed' });
    expect((await preview({ 结果: '收回' })).counts).toMatchObject({ unchanged: 1 });
    expect((await preview({ 结果: '收回', 状态: '再次退单' })).counts).toMatchObject({
      changed: 1,
    });
  });
});
