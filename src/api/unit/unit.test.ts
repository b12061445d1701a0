import { beforeEach, describe, expect, it } from 'vitest';
import type { Recusal } from '../../core/authority/institution.ts';
import { divided } from '../../core/case/given.fixture.ts';
import { type Client, type District, HOUR, openDistrict } from '../testing/district.ts';

const request = {
  reportsOfficial: false,
  kind: 'help',
  intake: 'counter',
  words: '示例诉求',
  place: { unit: 'c11' },
};

const { rulebooks } = divided();
let district: District;
let id: string;
let head: Client;
let works: Client;

const act = async (who: Client, name: string, body: object = {}, of = id) => {
  const entry = await district.kept.queries.entry('demo', of);
  return who.post(`/cases/${of}/${name}`, { expectedVersion: entry?.version ?? 0, ...body });
};
const seat = (role: 'unit_handler' | 'office_head', office: string) =>
  district.as('s1', role, 'demo', office);
const acts = async (who: Client, query = '') =>
  ((await who.get(`/acts${query}`)).body.rows as { act: string }[]).map((row) => row.act);

/** A case that the street handles, nobody in it named yet. */
let recusals: Recusal[];

beforeEach(async () => {
  recusals = [];
  district = await openDistrict({ institution: { rulebooks, recusals } });
  const desk = await district.as('s1', 'dispatcher');
  head = await district.as('s1', 'unit_head');
  works = await seat('unit_handler', 'works');
  id = (await (await district.as('c11', 'intake_agent')).post('/cases', request)).body.id;
  await act(desk, 'triage', { category: 'vending', title: '夜市占道' });
  await act(desk, 'dispatch', { lead: 's1' });
  await act(works, 'sign-for');
});

describe('work inside a unit, over HTTP', () => {
  it('is assigned by login and told by seat, and narrows a list to mine and my office’s', async () => {
    const login = 's1/works/unit_handler';
    expect((await act(head, 'assign', { login })).status).toBe(200);
    const { body } = await works.get(`/cases/${id}`);
    expect(body.assignment).toMatchObject({
      officeName: { zh: 'works科' },
      postName: { zh: '东街道works科承办人' },
      mine: true,
    });
    expect(JSON.stringify(body.assignment)).not.toContain(login);
    const law = await seat('unit_handler', 'law');
    expect(await acts(works, '?hand=mine')).toContain('reply');
    expect(await acts(works, '?hand=office')).toContain('reply');
    expect(await acts(law)).not.toContain('reply');
    expect(await acts(head)).toContain('reply');
    expect(await acts(head, '?hand=mine')).toEqual([]);
  });

  it('is given to one of the unit’s own seats, which are those that handle', async () => {
    await district.as('urban', 'unit_handler');
    await district.as('s1', 'supervisor');
    const { rows } = (await head.get('/unit/seats')).body;
    const named = rows.map(({ login, post }: { login: string; post: { roleName: object } }) => [
      login,
      post.roleName,
    ]);
    expect(named).toEqual([
      ['s1/unit_head', { zh: '单位负责人', en: 'Unit head' }],
      ['s1/works/unit_handler', { zh: '承办人', en: 'Unit handler' }],
    ]);
  });

  it('tells nobody whether a login exists elsewhere', async () => {
    await district.as('urban', 'unit_handler');
    for (const login of ['urban/unit_handler', 'nobody']) {
      expect(await act(head, 'assign', { login })).toMatchObject({
        status: 422,
        body: { code: 'case.assignee-elsewhere' },
      });
    }
  });

  it('is handed on to another office, whose list has it then', async () => {
    await act(head, 'assign', { office: 'works' });
    expect((await act(works, 'hand-on', { office: 'law', reason: '涉法' })).status).toBe(200);
    expect(await acts(works)).not.toContain('reply');
    expect(await acts(await seat('unit_handler', 'law'))).toContain('reply');
  });
});

describe('a reply under sign-off, over HTTP', () => {
  const reply = { reply: '拟答复的内容', outcome: 'FIXED' };

  it('travels with its words for the unit alone, and goes out with the last agreement', async () => {
    const worksHead = await seat('office_head', 'works');
    expect((await works.get(`/cases/${id}`)).body.signers).toHaveLength(2);
    expect((await head.get(`/cases/${id}`)).body.signers).toEqual([]);
    expect((await act(works, 'reply', reply)).status).toBe(200);
    district.pass(2 * HOUR);
    expect((await head.get(`/cases/${id}`)).body.draft).toMatchObject({
      number: 1,
      text: '拟答复的内容',
      steps: [
        { state: 'waiting', held: { zh: '2 小时' } },
        { state: 'to-come', held: null },
      ],
    });
    const centre = await (await district.as('centre', 'dispatcher')).get(`/cases/${id}`);
    expect(centre.body.draft.text).toBeNull();
    expect(JSON.stringify(centre.body)).not.toContain('拟答复的内容');
    expect(await acts(worksHead)).toContain('agree-reply');
    expect((await act(head, 'agree-reply')).body.code).toBe('case.not-your-step');
    await act(worksHead, 'agree-reply');
    expect((await act(head, 'agree-reply')).status).toBe(200);
    expect((await head.get(`/cases/${id}`)).body).toMatchObject({
      status: 'replied',
      draft: null,
      replies: [{ text: '拟答复的内容' }],
    });
  });

  it('comes back with a reason', async () => {
    await act(works, 'reply', reply);
    await act(await seat('office_head', 'works'), 'send-back-reply', { reason: '缺依据' });
    const { body } = await works.get(`/cases/${id}`);
    expect(body.draft).toMatchObject({ sentBack: '缺依据', text: '拟答复的内容' });
    expect(await acts(works)).toContain('reply');
  });
});

describe('what a secretary enters for the head', () => {
  const onBehalfOf = { kind: 'post', post: { unit: 's1', role: 'unit_head' } };
  const entered = async () => {
    await act(works, 'suspend', { reason: 'hearing', onBehalfOf });
    await district.tick();
  };
  const waiting = async (who: Client) => (await who.get('/confirmations')).body.rows;
  const mark = async () => {
    const { thread } = (await head.get(`/cases/${id}`)).body;
    return thread.find(({ type }: { type: string }) => type === 'ClockSuspended')?.confirmation;
  };

  it('stands, waits for the head’s word, and shows which it was', async () => {
    await entered();
    expect(await mark()).toBe('awaiting');
    const [row, ...more] = await waiting(head);
    expect(more).toEqual([]);
    expect(row).toMatchObject({ case: id, title: '夜市占道', status: 'awaiting' });
    expect(row.sentence.zh).toContain('中止计时');
    expect(await acts(head)).toContain('confirm');
    const done = await head.post(`/confirmations/${row.id}/confirm`, { expectedVersion: 1 });
    expect(done).toMatchObject({ status: 200, body: { version: 2 } });
    expect(await mark()).toBe('confirmed');
    expect(await waiting(head)).toEqual([]);
  });

  it('contested, it is put before a supervisor and undone by nobody', async () => {
    await entered();
    const [row] = await waiting(head);
    const body = { expectedVersion: 1, reason: '我没有这样决定' };
    expect((await head.post(`/confirmations/${row.id}/contest`, body)).status).toBe(200);
    expect(await mark()).toBe('contested');
    const supervisor = await district.as('centre', 'supervisor');
    const [contested] = await waiting(supervisor);
    expect(contested).toMatchObject({ id: row.id, status: 'contested', reason: body.reason });
    const note = { expectedVersion: 2, note: '已核实' };
    expect((await supervisor.post(`/confirmations/${row.id}/note-contest`, note)).status).toBe(200);
    expect(await waiting(supervisor)).toEqual([]);
    expect((await head.get(`/cases/${id}`)).body.clocks).toContainEqual(
      expect.objectContaining({ status: 'suspended' }),
    );
  });

  it('is not there for a head who is recused from the matter', async () => {
    await entered();
    const [row] = await waiting(head);
    const span = { validFrom: 0, validTo: null };
    const scope = { kind: 'case', case: id } as const;
    recusals.push({ id: 'r1', account: 's1/unit_head', scope, reason: '亲属', ...span });
    expect(await waiting(head)).toEqual([]);
    const answer = await head.post(`/confirmations/${row.id}/confirm`, { expectedVersion: 1 });
    expect([answer.status, answer.body.code]).toEqual([404, 'api.not-found']);
  });

  it('is asked of a leader for a written instruction that another tells', async () => {
    const by = { unit: 'd', role: 'unit_head' };
    const supervisor = await district.as('d', 'supervisor');
    const leader = await district.as('d', 'unit_head');
    const instruction = { by, text: '立即办理' };
    const told = { text: '请即答复', instruction };
    expect((await act(supervisor, 'supervise', told)).status).toBe(200);
    await district.tick();
    const [row] = await waiting(leader);
    expect(row).toMatchObject({ case: id, status: 'awaiting', by: { role: 'supervisor' } });
    // Their own is theirs already.
    expect((await act(leader, 'supervise', told)).status).toBe(200);
    await district.tick();
    expect(await waiting(leader)).toHaveLength(1);
  });

  it('is not there for anybody else', async () => {
    await entered();
    const [row] = await waiting(head);
    for (const who of [works, await district.as('urban', 'unit_head')]) {
      expect(await waiting(who)).toEqual([]);
      const answer = await who.post(`/confirmations/${row.id}/confirm`, { expectedVersion: 1 });
      expect([answer.status, answer.body.code]).toEqual([404, 'api.not-found']);
    }
    const none = await head.post('/confirmations/nothing/confirm', { expectedVersion: 1 });
    expect(none.status).toBe(409);
  });
});

describe('the page of a shift', () => {
  it('has what is due until tomorrow, who has it, what happened last, and on whom it waits', async () => {
    await act(head, 'assign', { office: 'works' });
    await act(works, 'ask-extension', { clock: 'reply-1', by: '3wd', reason: '待检测' });
    const quiet = (await works.get('/handover')).body;
    expect(quiet.rows.map((row: { act: string }) => row.act)).toEqual([]);
    district.pass(30 * 24 * HOUR);
    await district.tick();
    const { rows, unitName } = (await works.get('/handover')).body;
    expect(unitName.zh).toBe('东街道');
    expect(rows.map((row: { act: string }) => row.act)).toContain('case.reply');
    expect(rows.find((row: { act: string }) => row.act === 'case.reply')).toMatchObject({
      title: '夜市占道',
      tone: 'breach',
      who: { zh: 'works科承办人' },
      last: { sentence: { zh: expect.stringContaining('申请') } },
    });
  });

  it('has of an emergency what is due by then, as late as the leader’s week and its own page', async () => {
    const desk = await district.as('s1', 'dispatcher');
    await act(desk, 'show-emergency', { channel: 'police' });
    district.pass(HOUR / 2);
    const { rows } = (await works.get('/handover')).body;
    expect(rows).toMatchObject([{ act: 'case.confirm-handover', tone: 'breach', first: true }]);
    const { left } = rows[0];
    expect((await head.get('/week')).body.overdue).toMatchObject([{ id, left }]);
    const page = (await desk.get(`/cases/${id}`)).body;
    expect(page).toMatchObject({ left, emergency: { due: { left } } });
    await act(desk, 'confirm-handover', { remains: true });
    const after = (await desk.get(`/cases/${id}`)).body;
    expect([after.emergency.due, after.tone]).toEqual([null, 'running']);
  });

  it('says what others owe the same matter', async () => {
    await act(works, 'reply', { reply: '稿', outcome: 'FIXED' });
    district.pass(30 * 24 * HOUR);
    const { rows } = (await works.get('/handover')).body;
    const contact = rows.find((row: { act: string }) => row.act === 'case.contact');
    expect(contact).toBeUndefined();
    const agree = rows.find((row: { act: string }) => row.act === 'case.agree-reply');
    expect(agree.who.zh).toBe('科室负责人');
  });

  it('carries notes, sealed, from one shift to the next of the same unit', async () => {
    const { version } = (await works.get('/handover')).body;
    const text = '钥匙在值班室';
    const left = await works.post('/handover/notes', { expectedVersion: version, text });
    expect(left.body.notes).toMatchObject([{ text, by: { role: 'unit_handler' } }]);
    district.pass(10 * HOUR);
    expect((await head.get('/handover')).body.notes).toHaveLength(1);
    expect((await (await district.as('urban', 'unit_head')).get('/handover')).body.notes).toEqual(
      [],
    );
    const stale = await works.post('/handover/notes', { expectedVersion: version, text });
    expect(stale.body.code).toBe('engine.changed-since-seen');
    const log = [...((await district.kept.store.events('demo', id)) ?? [])];
    expect(JSON.stringify(log)).not.toContain(text);
  });
});

describe('whoever has an interest in a unit that has a part in the case', () => {
  it('has nothing of its whistle on the page of a shift', async () => {
    const street = await district.as('s1', 'unit_handler');
    const rows = async () => (await street.get('/handover')).body.rows.length;
    const titles = async () => JSON.stringify((await street.get('/handover')).body.rows);
    await act(works, 'ask-extension', { clock: 'reply-1', by: '3wd', reason: '待检测' });
    district.pass(30 * 24 * HOUR);
    await district.tick();
    expect(await rows()).toBeGreaterThan(0);
    recusals.push({
      id: 'r1',
      account: 's1/unit_handler',
      scope: { kind: 'unit', unit: 's1' },
      reason: '亲属',
      validFrom: 0,
      validTo: null,
    });
    expect(await titles()).toBe('[]');
  });
});

describe('a leader’s week', () => {
  it('has what only that post can do, what is overdue, and what changed', async () => {
    await act(works, 'reply', { reply: '稿', outcome: 'FIXED' });
    await act(await seat('office_head', 'works'), 'agree-reply');
    const { own, changes, overdue, entered } = (await head.get('/week')).body;
    expect(own.map((row: { act: string }) => row.act)).toEqual(['case.agree-reply']);
    expect(entered).toEqual([]);
    expect(overdue).toEqual([]);
    expect(changes).toEqual({ opened: 1, ended: 0, breached: 0 });
    district.pass(30 * 24 * HOUR);
    await district.tick();
    const late = (await head.get('/week')).body;
    expect(late.overdue).toMatchObject([{ id, tone: 'breach' }]);
    expect(late.changes.opened).toBe(0);
  });
});

describe('a stand-in', () => {
  it('sees on the next acts for whom they are', async () => {
    const absent = { unit: 's1', role: 'unit_handler' } as const;
    const present = { unit: 's2', role: 'unit_handler' } as const;
    const standIns = [{ id: 'i', absent, present, validFrom: 0, validTo: 2 ** 52 }];
    const other = await openDistrict({
      kept: district.kept,
      institution: { rulebooks, standIns },
    });
    const rows = (await (await other.as('s2', 'unit_handler')).get('/acts')).body.rows;
    expect(rows.length).toBeGreaterThan(0);
    for (const row of rows) expect(row.standsInFor.zh).toBe('东街道承办人');
    const own = (await (await other.as('s1', 'unit_head')).get('/acts')).body.rows;
    for (const row of own) expect(row.standsInFor).toBeNull();
  });
});
