import { beforeEach, describe, expect, it } from 'vitest';
import { type Client, type District, HOUR, openDistrict } from '../testing/district.ts';

const WORDS = '摊贩占道经营，我家老人出不了门';
const PHONE = '13900000000';

let district: District;
let clerk: Client;
let desk: Client;
let handler: Client;
let caller: Client;

beforeEach(async () => {
  district = await openDistrict();
  clerk = await district.as('c11', 'intake_agent');
  desk = await district.as('s1', 'dispatcher');
  handler = await district.as('s1', 'unit_handler');
  caller = await district.as('centre', 'callback_agent');
});

const request = (change: object = {}) => ({
  reportsOfficial: false,
  kind: 'complaint',
  intake: 'counter',
  words: WORDS,
  place: { unit: 'c11', detail: '东街 3 号楼下' },
  contact: { name: '示例', telephone: PHONE },
  ...change,
});
const registered = async (change: object = {}, key = 'k1') =>
  clerk.post('/cases', request(change), { 'idempotency-key': key });

const act = async (who: Client, id: string, name: string, body: object = {}) => {
  const { version } = (await who.get(`/cases/${id}`)).body;
  return who.post(`/cases/${id}/${name}`, { expectedVersion: version, ...body });
};
const acts = {
  triage: (id: string) => act(desk, id, 'triage', { category: 'vending', title: '占道摆摊' }),
  dispatch: (id: string) => act(desk, id, 'dispatch', { lead: 's1' }),
  sign: (id: string) => act(handler, id, 'sign-for'),
  contact: (id: string) => act(handler, id, 'contact', { means: 'phone', reached: true }),
  reply: (id: string) => act(handler, id, 'reply', { reply: '摊贩已经劝离', outcome: 'FIXED' }),
  verify: (id: string) => act(caller, id, 'verify', { reached: true, solved: 'yes', heard: true }),
  close: (id: string) => act(caller, id, 'close', { outcome: 'FIXED' }),
};
const upTo = async (last: keyof typeof acts) => {
  const { id } = (await registered()).body;
  for (const [name, step] of Object.entries(acts)) {
    const answer = await step(id);
    expect(answer.body, name).toMatchObject({ id, replayed: false });
    if (name === last) break;
  }
  return id as string;
};

describe('a case from register to close', () => {
  it('goes through, and tells its story in both languages', async () => {
    const id = await upTo('verify');
    const before = (await caller.get(`/cases/${id}`)).body;
    expect(before.acts.find(({ act: name }: { act: string }) => name === 'close')).toMatchObject({
      allowed: true,
      likely: true,
    });
    await acts.close(id);
    const view = (await desk.get(`/cases/${id}`)).body;
    expect(view).toMatchObject({ status: 'closed', outcome: 'FIXED', words: WORDS, breaches: 0 });
    const told = view.thread.map(({ sentence }: { sentence: { zh: string } }) => sentence.zh);
    expect(told).toEqual([
      '登记诉求：投诉，窗口，地点在甲社区',
      '研判为“占道经营”（一般），超出社区权限',
      '派单：主办单位东街道',
      '东街道签收',
      '东街道联系了本人（电话）',
      '东街道答复本人，办理情况：已解决',
      '办结核实，本人回答：已解决',
      '办结，结果：已解决',
    ]);
    expect(view.thread[5]).toMatchObject({
      words: '摊贩已经劝离',
      by: { zh: '东街道承办人', en: 'Unit handler, East Street' },
      late: false,
    });
  });

  it('shows its clocks with what is left and why', async () => {
    const id = await upTo('sign');
    const { clocks } = (await handler.get(`/cases/${id}`)).body;
    const reply = clocks.find(({ id: clock }: { id: string }) => clock === 'reply-1');
    expect(reply).toMatchObject({
      status: 'running',
      tone: 'running',
      left: { zh: '剩 5 个工作日', en: '5 working days left' },
      citation: { illustrative: true },
    });
    expect(reply.because.en).toBe('5 working days from Mon 2 Mar 2026 10:00: due Mon 9 Mar 10:00');
  });

  it('stands first in the list of acts of who owes the next step', async () => {
    const id = await upTo('dispatch');
    const { body } = await handler.get('/acts');
    expect(body.counts).toEqual({ dueToday: 0, overdue: 0, total: 1 });
    expect(body.rows[0]).toMatchObject({ case: id, act: 'sign-for', title: '占道摆摊' });
    district.pass(48 * HOUR);
    expect((await handler.get('/acts')).body.rows[0]).toMatchObject({
      tone: 'breach',
      left: { zh: '已逾期 1 天' },
    });
  });

  it('is the head’s to see and to do as well, for the head answers for the unit', async () => {
    const id = await upTo('dispatch');
    const head = await district.as('s1', 'unit_head');
    expect((await head.get('/acts')).body.rows).toMatchObject([{ case: id, act: 'sign-for' }]);
    const { acts: choices } = (await head.get(`/cases/${id}`)).body;
    expect(choices.filter(({ likely }: { likely: boolean }) => likely)).toMatchObject([
      { act: 'sign-for', allowed: true, why: null },
    ]);
    const denied = choices.find(({ act: name }: { act: string }) => name === 'dispatch');
    expect(denied).toMatchObject({
      allowed: false,
      why: { zh: '事项现在是“待签收”，此时不能“派单”。' },
    });
  });

  it('is proposed by the duty list, with its reason and its precedents', async () => {
    const { id } = (await registered()).body;
    const before = (await desk.get(`/cases/${id}/proposal`)).body;
    expect(before.categories[0]).toMatchObject({
      code: 'vending',
      because: { zh: '诉求中提到“占道经营”' },
    });
    expect(before.lead).toEqual({ unit: 's1', name: { zh: '东街道', en: 'East Street' } });
    expect(before.because.citation.text.zh).toContain('第 3 项');
    const tried = (await desk.get(`/cases/${id}/proposal?category=pipe`)).body;
    expect(tried).toMatchObject({ category: 'pipe', lead: { unit: 'water' }, level: 'beyond' });
  });

  it('says so where the duty list names nobody', async () => {
    const { id } = (await registered()).body;
    const { status, body } = await desk.get(`/cases/${id}/proposal?category=orphan`);
    expect([status, body.lead]).toEqual([200, null]);
    expect(body.because.sentence.zh).toContain('清单');
  });
});

describe('what can be done with a case', () => {
  it('offers intake staff what they may take down for the person, and nobody else', async () => {
    const id = await upTo('sign');
    const may = async (who: Client, name: string) =>
      (await who.get(`/cases/${id}`)).body.acts.find(
        ({ act: one }: { act: string }) => one === name,
      ).allowed;
    expect(await may(clerk, 'add-words')).toBe(true);
    expect(await may(handler, 'add-words')).toBe(false);
    expect(await may(clerk, 'withdraw')).toBe(false);
  });
});

describe('asking again', () => {
  it('under the same key registers once, and gives the same receipt', async () => {
    const first = await registered();
    const second = await registered();
    expect(first.status).toBe(201);
    expect(second.body).toEqual({ ...first.body, replayed: true });
  });

  it('under the same key with other words is refused', async () => {
    await registered();
    const other = await registered({ words: '别的事' });
    expect(other).toMatchObject({ status: 422, body: { code: 'engine.key-reused' } });
  });

  it('on a version that has moved says so, in the reader’s language', async () => {
    const id = await upTo('dispatch');
    const body = { expectedVersion: 1 };
    const stale = await handler.post(`/cases/${id}/sign-for`, body, { 'accept-language': 'en' });
    expect(stale).toMatchObject({ status: 409, body: { code: 'engine.changed-since-seen' } });
    expect(stale.body.what).toBe('The case has moved on since you opened it. Nothing was done.');
  });
});

describe('what is entered', () => {
  it('late is shown as late and keeps its true time', async () => {
    const id = await upTo('dispatch');
    district.pass(3 * HOUR);
    const at = '2026-03-02T11:00:00+08:00';
    expect((await act(handler, id, 'sign-for', { occurredAt: at })).status).toBe(200);
    const { thread } = (await handler.get(`/cases/${id}`)).body;
    expect(thread.at(-1)).toMatchObject({
      type: 'SignedFor',
      late: true,
      occurredAt: '2026-03-02T03:00:00.000Z',
    });
  });

  it('for a person who is helped says through whom', async () => {
    const { id } = (await registered({ onBehalfOf: { kind: 'person', relation: 'relative' } }))
      .body;
    const { thread } = (await clerk.get(`/cases/${id}`)).body;
    expect(thread[0].onBehalfOf).toEqual({ zh: '亲属代办', en: 'through a relative' });
  });

  it('by staff for the person where only the person may is refused with the way to do it', async () => {
    const { id } = (await registered()).body;
    const refused = await act(clerk, id, 'withdraw', {
      onBehalfOf: { kind: 'person', relation: 'caller' },
    });
    expect(refused).toMatchObject({ status: 403, body: { code: 'case.not-the-person' } });
    expect(refused.body.what).toContain('“撤回诉求”');
  });

  it('as a report against an official is counted, answered with its channel, and dropped', async () => {
    const said = { reportsOfficial: true, words: '某局某人收钱', contact: { telephone: PHONE } };
    const answer = await clerk.post('/cases', said);
    expect(answer).toMatchObject({
      status: 422,
      body: {
        code: 'api.reports-official',
        next: '请拨打 12388。',
        params: { telephone: '12388' },
      },
    });
    expect(await district.kept.tally.counts('demo', 'reports-official')).toEqual({ '2026-03': 1 });
    expect((await clerk.get('/cases')).body.rows).toEqual([]);
    expect(district.log.join('')).not.toContain('收钱');
  });
});

describe('input that cannot be taken', () => {
  it('is named field by field, in words, and nothing is kept', async () => {
    const answer = await registered({ words: '', kind: 'gossip', place: {} });
    expect(answer).toMatchObject({ status: 400, body: { code: 'api.input' } });
    expect(answer.body.fields).toEqual(
      expect.arrayContaining([
        { path: 'words', what: '请填写此项。' },
        { path: 'kind', what: '请从列出的选项中选择。' },
        { path: 'place.unit', what: '请填写此项。' },
      ]),
    );
    expect((await clerk.get('/cases')).body.rows).toEqual([]);
  });

  it.each([
    ['NUL', 'a\u0000b'],
    ['half a character', 'a\ud800b'],
  ])('with %s is refused at the edge', async (_, words) => {
    const { body } = await registered({ words });
    expect(body).toMatchObject({ code: 'api.input', fields: [{ path: 'words' }] });
  });

  it('is refused when it is too large, no JSON, or another kind of thing', async () => {
    const send = (payload: string, type = 'application/json') =>
      clerk.send({
        method: 'POST',
        url: '/api/cases',
        payload,
        headers: { 'content-type': type },
      });
    expect(await send(JSON.stringify({ words: 'x'.repeat(70_000) }))).toMatchObject({
      status: 413,
      body: { code: 'api.too-large' },
    });
    expect(await send('{"words":')).toMatchObject({ status: 400, body: { code: 'api.not-json' } });
    expect(await send('<a/>', 'text/xml')).toMatchObject({
      status: 415,
      body: { code: 'api.media-type' },
    });
  });

  it('names an act nobody knows as no address', async () => {
    const { id } = (await registered()).body;
    expect(await clerk.post(`/cases/${id}/explode`, { expectedVersion: 1 })).toMatchObject({
      status: 404,
      body: { code: 'api.no-such-address' },
    });
  });
});

describe('personal texts', () => {
  it('never reach the log, whatever becomes of the request', async () => {
    const id = await upTo('close');
    await registered({ words: `${WORDS}\u0000` });
    await clerk.send({
      method: 'POST',
      url: '/api/cases',
      payload: `{"words":"${WORDS}`,
      headers: { 'content-type': 'application/json' },
    });
    await caller.get(`/cases?text=${encodeURIComponent(WORDS)}`);
    await caller.get(`/${encodeURIComponent(WORDS)}`);
    district.kept.queries.entry = () => Promise.reject(new Error(`cannot read ${WORDS}`));
    expect(await caller.get(`/cases/${id}`)).toMatchObject({ status: 500 });
    const log = district.log.join('');
    expect(log.length).toBeGreaterThan(1000);
    for (const secret of [WORDS, PHONE, '东街 3 号楼下', '劝离']) expect(log).not.toContain(secret);
    expect(log).toContain('"fault"');
    expect(log).not.toContain(encodeURIComponent(WORDS));
  });

  it('are opened by who handles the case, and not by who only oversees it', async () => {
    const id = await upTo('sign');
    const handled = (await handler.get(`/cases/${id}`)).body;
    expect(handled).toMatchObject({ words: WORDS, seesContact: true });
    for (const role of ['supervisor', 'auditor'] as const) {
      const view = (await (await district.as('centre', role)).get(`/cases/${id}`)).body;
      expect(view).toMatchObject({ id, words: null, placeDetail: null, hasContact: true });
      expect(view.seesContact).toBe(false);
      expect(JSON.stringify(view)).not.toContain(WORDS);
    }
  });

  it('of who the person is are an act with a purpose, logged before they are shown', async () => {
    const id = await upTo('sign');
    const look = (who: Client) =>
      who.post(`/cases/${id}/personal/contact`, { purpose: '约定上门时间' });
    expect((await look(handler)).body).toEqual({
      contact: { telephone: PHONE },
      placeDetail: null,
    });
    expect(await look(clerk)).toMatchObject({ status: 403, body: { code: 'api.no-such-purpose' } });
    const looks = (await (await district.as('centre', 'auditor')).get(`/cases/${id}/looks`)).body;
    expect(looks.looks).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          field: 'contact',
          purpose: '约定上门时间',
          by: { zh: '东街道承办人', en: 'Unit handler, East Street' },
        }),
        expect.objectContaining({ field: 'words' }),
      ]),
    );
  });

  it('of a case page are each one look a day, however often it is asked', async () => {
    const { id } = (await registered()).body;
    for (let n = 0; n < 3; n += 1) await desk.get(`/cases/${id}`);
    const looks = await district.kept.vault.looks('demo', id);
    expect(looks.map(({ field }) => field)).toEqual(['words', 'place']);
  });

  it('are logged for what the person added since, as for their first words', async () => {
    const { id, version } = (await registered()).body;
    await desk.get(`/cases/${id}`);
    const added = await clerk.post(`/cases/${id}/add-words`, {
      expectedVersion: version,
      onBehalfOf: { kind: 'person', relation: 'caller' },
      words: '昨晚又有人摔倒。',
    });
    expect(added.status).toBe(200);
    await desk.get(`/cases/${id}`);
    const looks = await district.kept.vault.looks('demo', id);
    expect(looks.map(({ field }) => field)).toEqual(['words', 'place', 'words']);
  });

  it('are gone when their key is, and the record still reads', async () => {
    const id = await upTo('close');
    await district.kept.vault.destroy('demo', id, 'retention');
    const view = (await desk.get(`/cases/${id}`)).body;
    expect(view).toMatchObject({ status: 'closed', words: null });
    expect(view.thread).toHaveLength(8);
  });
});

describe('the slip', () => {
  it('gives the code again only to who registered, and only at intake', async () => {
    const { id, receipt } = (await registered()).body;
    const slip = (await clerk.get(`/cases/${id}/slip`)).body;
    expect(slip.receipt).toBe(receipt);
    expect(slip.receiptGrouped).toMatch(/^\w{4} \w{4} \w{4}$/);
    expect(slip.next).toMatchObject({ what: { zh: '研判' }, unitName: { zh: '东街道' } });
    expect((await desk.get(`/cases/${id}/slip`)).body.receipt).toBeNull();
    await acts.triage(id);
    await acts.dispatch(id);
    expect((await clerk.get(`/cases/${id}/slip`)).body.receipt).toBeNull();
  });
});

describe('an emergency', () => {
  it('stands before everything in every list until its hand-over is confirmed', async () => {
    await registered({}, 'first');
    const { id } = (await registered({}, 'second')).body;
    await act(clerk, id, 'show-emergency', { channel: 'police' });
    for (const who of [clerk, desk]) {
      expect((await who.get('/cases')).body.rows[0]).toMatchObject({ id, first: true });
    }
    const owed = (await desk.get('/acts')).body.rows;
    expect(
      owed
        .slice(0, 2)
        .map((row: { act: string }) => row.act)
        .sort(),
    ).toEqual(['confirm-handover', 'triage']);
    expect(owed.map((row: { first: boolean }) => row.first)).toEqual([true, true, false]);
  });
});
