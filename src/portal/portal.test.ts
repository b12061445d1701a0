import { describe, expect, it } from 'vitest';
import { HANDLING } from '../contract/words.ts';
import { secrecyOf } from '../core/secrecy/index.ts';
import type { Look } from '../engine/ports.ts';
import { openPortal, type PortalUnderTest, staff } from './portal.fixture.ts';

const form = (fields: Record<string, string>) => ({
  headers: { 'content-type': 'application/x-www-form-urlencoded' },
  payload: new URLSearchParams(fields).toString(),
});

const say = async (portal: PortalUnderTest, fields: Record<string, string>) =>
  portal.app.inject({ method: 'POST', url: '/say', ...form(fields) });

const WORDS = '路口的灯三天不亮了，<b>老人</b>看不清台阶。';

const told = {
  danger: 'no',
  official: 'no',
  what: WORDS,
  kind: 'help',
  unit: 'c11',
  detail: '东门外',
  name: '某居民',
  phone: '0755-1234567',
  who: 'self',
  key: 'page-one',
};

/** Sends a request and gives what its holder then has: the code, and the case it opens. */
const send = async (portal: PortalUnderTest, more: Record<string, string> = {}) => {
  const answer = await say(portal, { ...told, ...more, step: 'check', go: 'next' });
  expect(answer.statusCode).toBe(200);
  const code = (/class="code">([0-9A-Z ]{14})</.exec(answer.body)?.[1] ?? '').replaceAll(' ', '');
  const page = await portal.app.inject({ method: 'POST', url: '/follow', ...form({ code }) });
  expect(page.statusCode).toBe(303);
  const cookies = Object.fromEntries(page.cookies.map(({ name, value }) => [name, value]));
  const list = await portal.memory.queries.list('demo', { process: 'case' }, 10, null);
  return { code, cookies, body: answer.body, streams: list.rows.map((r) => r.stream) };
};

const follow = async (portal: PortalUnderTest, cookies: Record<string, string>, lang = 'zh') =>
  (await portal.app.inject({ url: '/follow', cookies: { ...cookies, lang } })).body;

const dispatched = async (portal: PortalUnderTest, stream: string): Promise<void> => {
  await staff(portal, stream, { unit: 's1', role: 'dispatcher' }, 'triage', {
    category: 'neighbours',
    title: '路灯',
    urgency: null,
    automatic: false,
  });
  await staff(portal, stream, { unit: 's1', role: 'dispatcher' }, 'dispatch', {
    lead: 'c11',
    assisting: [],
    overrideReason: null,
  });
};

/** East Street calls Urban Management, and the case has been told. */
const whistled = async (portal: PortalUnderTest, stream: string): Promise<void> => {
  const post = { unit: 's1', role: 'unit_head' } as const;
  const proposal = {
    case: stream,
    kind: 'DAILY',
    level: 1,
    missing: ['fine'],
    tried: ['上门劝导'],
    units: ['urban'],
    override: null,
    shown: [],
  };
  await staff(portal, 'w1', post, 'propose', proposal, {}, { process: 'whistle' });
  await portal.engine.tick();
};

describe('saying it', () => {
  it('asks one thing a page, danger first', async () => {
    const portal = await openPortal();
    const first = await portal.app.inject({ url: '/say' });
    expect(first.body).toContain('现在有人处在危险中吗？');
    const second = await say(portal, { danger: 'no', step: 'danger', go: 'next', key: 'k' });
    expect(second.body).toContain('公职人员');
  });

  it('says what is missing, on top and at the field, and keeps the words', async () => {
    const portal = await openPortal();
    const page = await say(portal, {
      ...told,
      what: '',
      detail: '东门外',
      step: 'what',
      go: 'next',
    });
    expect(page.body).toContain('href="#what"');
    expect(page.body).toContain('aria-invalid="true"');
    expect(page.body).toContain('value="东门外"');
  });

  it('shows the numbers to whoever is in danger and sends no one', async () => {
    const portal = await openPortal();
    const page = await say(portal, { danger: 'yes', step: 'danger', go: 'next', key: 'k' });
    expect(page.body).toContain('href="tel:110"');
    expect((await portal.memory.queries.counts('demo', 'case')).open ?? 0).toBe(0);
  });

  it('directs a report against an official to its channel, counts it and keeps nothing', async () => {
    const portal = await openPortal();
    const page = await say(portal, {
      danger: 'no',
      official: 'yes',
      step: 'official',
      go: 'next',
      key: 'k',
    });
    expect(page.body).toContain('12388');
    expect(await portal.tally.counts('demo', 'reports-official')).toEqual({ '2026-03': 1 });
    expect((await portal.memory.queries.list('demo', { process: 'case' }, 10, null)).rows).toEqual(
      [],
    );
  });

  it('gives a receipt: code, office, the next date, a QR', async () => {
    const portal = await openPortal();
    const { code, body } = await send(portal);
    expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{12}$/);
    expect(body).toContain('东街道');
    expect(body).toContain('<svg');
    expect(body).toMatch(/剩/);
  });

  it('is one request however often the button is pressed', async () => {
    const portal = await openPortal();
    const first = await send(portal);
    const second = await send(portal);
    expect(second.code).toBe(first.code);
    expect(second.streams).toHaveLength(1);
  });

  it('keeps what could not be sent, and lets it be mended and sent', async () => {
    const portal = await openPortal();
    const sent = await say(portal, {
      ...told,
      what: 'x'.repeat(4999),
      step: 'check',
      go: 'next',
    });
    expect(sent.statusCode).toBe(200);
    const again = await say(portal, { ...told, what: told.what, step: 'check', go: 'next' });
    expect(again.statusCode).toBe(422);
    expect(again.body).toContain('三天不亮了');
    const key = /name="key" value="([^"]+)"/.exec(again.body)?.[1] ?? '';
    expect(key).not.toBe(told.key);
    expect((await send(portal, { key })).code).toMatch(/^\w{12}$/);
  });

  it('escapes what people write', async () => {
    const portal = await openPortal();
    const { cookies } = await send(portal);
    const page = await follow(portal, cookies);
    expect(page).toContain('&lt;b&gt;老人&lt;/b&gt;');
    expect(page).not.toContain('<b>老人</b>');
  });

  it('writes no word, name, number or code of a person to the log', async () => {
    const portal = await openPortal();
    const { code } = await send(portal);
    await portal.app.inject({ url: `/r/${code}` });
    const log = portal.log.join('\n');
    for (const secret of ['路口', '某居民', '1234567', code, code.toLowerCase()]) {
      expect(log).not.toContain(secret);
    }
  });
});

describe('following it', () => {
  it('refuses a code that is none, and one that opens nothing, each in its own words', async () => {
    const portal = await openPortal();
    const none = await portal.app.inject({
      method: 'POST',
      url: '/follow',
      ...form({ code: '123' }),
    });
    expect([none.statusCode, none.body.includes('请输入 12 位回执码')]).toEqual([422, true]);
    const unknown = await portal.app.inject({
      method: 'POST',
      url: '/follow',
      ...form({ code: 'ABCD EFGH JKMN' }),
    });
    expect([unknown.statusCode, unknown.body.includes('没有找到这个回执码')]).toEqual([422, true]);
  });

  it('takes the code as people type it', async () => {
    const portal = await openPortal();
    const { code } = await send(portal);
    const typed = code.toLowerCase().replace(/(.{4})/g, '$1 ');
    const answer = await portal.app.inject({
      method: 'POST',
      url: '/follow',
      ...form({ code: typed }),
    });
    expect(answer.statusCode).toBe(303);
  });

  it('slows whoever tries codes', async () => {
    const portal = await openPortal();
    const statuses: number[] = [];
    for (let i = 0; i < 21; i++) {
      const answer = await portal.app.inject({
        method: 'POST',
        url: '/follow',
        ...form({ code: '123' }),
      });
      statuses.push(answer.statusCode);
    }
    expect(statuses.at(-1)).toBe(429);
  });

  it('tells in plain words what happened, who has it and by when they owe what', async () => {
    const portal = await openPortal();
    const { cookies, streams } = await send(portal);
    await dispatched(portal, streams[0] ?? '');
    const zh = await follow(portal, cookies);
    expect(zh).toContain('交给甲社区办理');
    expect(zh).toContain('应当给您答复');
    expect(zh).toContain('为什么是这个时间？');
    const en = await follow(portal, cookies, 'en');
    expect(en).toContain('Sent to Jia Community.');
    expect(en).toMatch(/By .* should answer you/);
  });

  it('tells who has been called to help, by when, and whether they came', async () => {
    const portal = await openPortal();
    const { cookies, streams } = await send(portal);
    const [stream = ''] = streams;
    await dispatched(portal, stream);
    await whistled(portal, stream);
    expect(await follow(portal, cookies)).toContain(
      '区城市管理和综合执法局应当在2026年3月2日（星期一）18:00前来。',
    );
    expect(await follow(portal, cookies, 'en')).toContain('Called to help');
    const bureau = { unit: 'urban', role: 'unit_handler' } as const;
    const arrived = { callOut: 1, mode: 'on-site', rank: 'section', headCount: 1 };
    await staff(portal, 'w1', bureau, 'report-in', arrived, {}, { process: 'whistle' });
    expect(await follow(portal, cookies)).toContain('2026年3月2日（星期一）10:00来了。');
  });

  it('tells that who was called did not come', async () => {
    const portal = await openPortal();
    const { cookies, streams } = await send(portal);
    const [stream = ''] = streams;
    await dispatched(portal, stream);
    await whistled(portal, stream);
    portal.clock += 9 * 3_600_000;
    await portal.engine.tick();
    expect(await follow(portal, cookies)).toContain('没有按时来，已记录');
  });

  it('shows a reply, takes the answer, and keeps disagreement beside it', async () => {
    const portal = await openPortal();
    const { cookies, streams } = await send(portal);
    const stream = streams[0] ?? '';
    await dispatched(portal, stream);
    const handler = { unit: 'c11', role: 'unit_handler' } as const;
    await staff(portal, stream, handler, 'sign-for', {});
    const sealed = { ref: '', commitment: '' };
    await staff(portal, stream, handler, 'message', { text: sealed }, { text: '明早来修。' });
    expect(await follow(portal, cookies)).toContain('明早来修。');
    await staff(
      portal,
      stream,
      handler,
      'reply',
      {
        reply: { ref: '', commitment: '' },
        outcome: 'FIXED',
        citation: null,
      },
      { reply: '灯已修好。' },
    );
    const page = await follow(portal, cookies);
    expect(page).toContain('灯已修好。');
    expect(page).toContain('这件事解决了吗？');
    const version = String((await portal.memory.store.events('demo', stream)).length);
    const post = (url: string, fields: Record<string, string>) =>
      portal.app.inject({ method: 'POST', url, cookies, ...form(fields) });
    const none = await post('/follow/verify', { version });
    expect(none.body).toContain('请选择一项。');
    const disagreed = await post('/follow/disagree', { version, words: '灯又灭了。', key: 'd1' });
    expect(disagreed.headers.location).toBe('/follow?done=1');
    const stale = await post('/follow/verify', { version, solved: 'no', words: '还是不亮' });
    expect(stale.body).toContain('这件事刚刚有了新进展');
    expect(stale.body).toContain('还是不亮');
    const now = String((await portal.memory.store.events('demo', stream)).length);
    const answered = await post('/follow/verify', {
      version: now,
      solved: 'no',
      words: '还是不亮',
    });
    expect(answered.headers.location).toBe('/follow?done=1');
    expect(await follow(portal, cookies)).toContain('没有解决，退回继续办。');
  });

  it('shows what was answered at once, and what the person said to it', async () => {
    const portal = await openPortal();
    const { cookies, streams } = await send(portal, { kind: 'consult' });
    const stream = streams[0] ?? '';
    const desk = { unit: 's1', role: 'dispatcher' } as const;
    const answer = { answer: { ref: '', commitment: '' } };
    await staff(portal, stream, desk, 'answer-at-once', answer, { answer: '周一到周五可以办。' });
    const version = String((await portal.memory.store.events('demo', stream)).length);
    await portal.app.inject({
      method: 'POST',
      url: '/follow/disagree',
      cookies,
      ...form({ version, words: '周六也该开门。', key: 'd' }),
    });
    const page = await follow(portal, cookies);
    expect(page).toContain('周一到周五可以办。');
    expect(page).toContain('周六也该开门。');
  });

  it('marks what was entered later, or for somebody else', async () => {
    const portal = await openPortal();
    const { cookies, streams } = await send(portal, { who: 'relative' });
    const stream = streams[0] ?? '';
    await dispatched(portal, stream);
    portal.clock += 60 * 60_000;
    const occurredAt = portal.clock - 30 * 60_000;
    const head = { unit: 'c11', role: 'unit_head' } as const;
    const clerk = { unit: 'c11', role: 'unit_handler' } as const;
    const onBehalfOf = { kind: 'post', post: head } as const;
    await staff(portal, stream, clerk, 'sign-for', {}, {}, { occurredAt, onBehalfOf });
    const page = await follow(portal, cookies);
    expect(page).toContain('亲属代办');
    expect(page).toContain('代甲社区单位负责人录入');
    expect(page).toContain('补录');
    expect(await follow(portal, cookies, 'en')).toContain('entered for the unit head, Jia');
  });

  it('says that a date is provisional while its year has no calendar', async () => {
    const portal = await openPortal();
    portal.clock = Date.UTC(2031, 2, 3, 2);
    const { cookies } = await send(portal);
    expect(await follow(portal, cookies)).toContain('<span class="tag">暂定</span>');
  });

  it('refuses in words, never in codes', async () => {
    const portal = await openPortal();
    const { cookies } = await send(portal);
    const url = '/follow/reopen';
    const sent = form({ version: '2', words: '还是不亮', key: 'r' });
    const page = (await portal.app.inject({ method: 'POST', url, cookies, ...sent })).body;
    expect(page).toContain('事项现在是“已登记”，此时不能“重新办理”。');
  });

  it('lets the person alone withdraw, after asking once more', async () => {
    const portal = await openPortal();
    const { cookies } = await send(portal);
    const ask = await portal.app.inject({ url: '/follow/withdraw', cookies });
    expect(ask.body).toContain('只有您能撤回');
    const version = /name="version" value="(\d+)"/.exec(ask.body)?.[1] ?? '';
    const done = await portal.app.inject({
      method: 'POST',
      url: '/follow/withdraw',
      cookies,
      ...form({ version, words: '', key: 'w' }),
    });
    expect(done.statusCode).toBe(303);
    expect(await follow(portal, cookies)).toContain('本人撤回');
  });

  it('lists who looked, by post and purpose', async () => {
    const portal = await openPortal();
    const { cookies, streams } = await send(portal);
    const stream = streams[0] ?? '';
    expect((await portal.app.inject({ url: '/follow/looks', cookies })).body).toContain('还没有人');
    await portal.memory.vault.open(
      'demo',
      [],
      ['contact', 'place', 'call'].map((field) => ({
        stream,
        ref: 'r',
        field,
        purpose: '约定上门时间',
        at: portal.clock,
        actor: { kind: 'staff', account: 'a', post: { unit: 's1', role: 'unit_handler' } },
      })),
    );
    const page = (await portal.app.inject({ url: '/follow/looks', cookies })).body;
    expect(page).toContain('东街道承办人');
    expect(page).toContain('约定上门时间');
    const look = { stream, ref: 'r', field: 'words', purpose: HANDLING, at: portal.clock } as const;
    const actor = {
      kind: 'staff',
      account: 'a',
      post: { unit: 's1', role: 'unit_handler' },
    } as const;
    await portal.memory.vault.open('demo', [], [{ ...look, actor }]);
    const inOne = async (lang: string) =>
      (
        await portal.app.inject({
          url: `/follow/looks?lang=${lang}`,
          cookies: { ...cookies, lang },
        })
      ).body;
    expect(await inOne('zh')).not.toContain('handling the case');
    expect(await inOne('en')).not.toContain('办理事项');
    expect(page).toContain('联系方式');
    expect(page).toContain('具体地址');
    expect(page).toContain('没有看到您的号码');
    expect(await inOne('en')).toContain('without seeing your number');
  });

  it('shows a look that two officers held back only when the hold is over, and then that it was', async () => {
    const portal = await openPortal();
    const { cookies, streams } = await send(portal);
    const stream = streams[0] ?? '';
    await dispatched(portal, stream);
    const hold = secrecyOf(stream);
    const ask = {
      case: stream,
      basis: 'impede',
      reason: '核查期间',
      until: portal.clock + 5 * 24 * 3_600_000,
    };
    const secret = { process: 'secrecy' };
    const lead = { unit: 'c11', role: 'unit_head' } as const;
    await staff(portal, hold, lead, 'ask', ask, {}, secret);
    const second = { unit: 'centre', role: 'supervisor' } as const;
    await staff(portal, hold, second, 'agree', {}, {}, secret);
    const look = { stream, ref: 'r', field: 'contact', purpose: '核对住址', at: portal.clock };
    const actor = { kind: 'staff', account: 'a', post: { unit: 'c11', role: 'unit_handler' } };
    await portal.memory.vault.open('demo', [], [{ ...look, actor } as Look]);
    const looks = async () => (await portal.app.inject({ url: '/follow/looks', cookies })).body;
    expect(await looks()).toContain('还没有人');
    portal.clock = ask.until;
    expect(await looks()).toContain('依法暂缓告知');
    await portal.engine.tick();
    expect(await looks()).toMatch(/核对住址[\s\S]*依法暂缓告知[\s\S]*妨碍履职/);
  });

  it('takes no post from another site', async () => {
    const portal = await openPortal();
    const { cookies } = await send(portal);
    const answer = await portal.app.inject({
      method: 'POST',
      url: '/follow/withdraw',
      cookies,
      headers: {
        origin: 'https://elsewhere.example',
        'content-type': 'application/x-www-form-urlencoded',
      },
      payload: 'version=1',
    });
    expect(answer.statusCode).toBe(403);
  });
});

describe('every page', () => {
  it('runs no script, leaks no address, is under 30 KB and speaks the reader’s language', async () => {
    const portal = await openPortal();
    for (const url of ['/', '/halls', '/rights', '/say', '/follow', '/nowhere']) {
      const en = await portal.app.inject({ url, headers: { 'accept-language': 'en-GB,en;q=0.9' } });
      expect(en.body).not.toMatch(/<script/);
      expect(en.body).toContain('<html lang="en"');
      expect(Buffer.byteLength(en.body)).toBeLessThan(30_000);
      expect(en.headers['content-security-policy']).toContain("default-src 'none'");
      expect(en.headers['referrer-policy']).toBe('same-origin');
      const zh = await portal.app.inject({ url });
      expect(zh.body).toContain('<html lang="zh-CN"');
      expect(zh.body.replaceAll('English', '').match(/\b(the|your|and)\b/)).toBeNull();
    }
  });
});
