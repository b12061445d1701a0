import { describe, expect, it } from 'vitest';
import { makeKey, unlock } from '../contract/desk-key-file.ts';
import { ENVELOPE, openWith } from '../contract/envelope.ts';
import type { StreamId } from '../core/process.ts';
import { desk } from '../core/report/given.fixture.ts';
import { openTexts } from '../engine/open.ts';
import { openPortal, type PortalUnderTest } from './portal.fixture.ts';

const WORDS = '〔标记〕科长收了施工队的钱';
const MONTH = { '2026-03': 1 };

const form = (fields: Record<string, string>) => ({
  headers: { 'content-type': 'application/x-www-form-urlencoded' },
  payload: new URLSearchParams(fields).toString(),
});
const post = (portal: PortalUnderTest, url: string, fields: Record<string, string>, more = {}) =>
  portal.app.inject({ method: 'POST', url, ...form(fields), ...more });

/** A key of the desk in force, as its officer and a second person bring it about. */
async function withKey(portal: PortalUnderTest, account = 'officer') {
  const made = await makeKey('passphrase', 10);
  const stream = `key-${account}`;
  const post = { unit: 'centre', role: 'sealed_officer' } as const;
  const act = (by: string, version: number, type: string, data: object) =>
    portal.engine.execute({
      tenant: 'demo',
      process: 'desk-key',
      stream,
      actor: { kind: 'staff', account: by, post },
      expectedVersion: version,
      command: { type, data },
    });
  const { publicKey, fingerprint } = made;
  await act(account, 0, 'offer', { alg: ENVELOPE, publicKey, fingerprint });
  expect(await act('second', 1, 'agree', { fingerprint })).toMatchObject({ accepted: true });
  return { ...made, stream, retire: () => act('second', 2, 'retire', { why: 'lost' }) };
}

async function deskOpen() {
  const portal = await openPortal({ desk });
  return { portal, key: await withKey(portal) };
}

const streams = async (portal: PortalUnderTest): Promise<readonly StreamId[]> => {
  const { rows } = await portal.memory.queries.list('demo', { process: 'report' }, 10, null);
  return rows.map(({ stream }) => stream);
};
const counted = (portal: PortalUnderTest) => portal.tally.counts('demo', 'reports-official');

async function send(portal: PortalUnderTest, more: Record<string, string> = {}) {
  const answer = await post(portal, '/report', { key: 'page', words: WORDS, ...more });
  const code = (/class="code">([0-9A-Z ]{14})</.exec(answer.body)?.[1] ?? '').replaceAll(' ', '');
  const page = await post(portal, '/follow', { code });
  const cookies = Object.fromEntries(page.cookies.map(({ name, value }) => [name, value]));
  const [stream = ''] = await streams(portal);
  return { answer, code, cookies, stream };
}

const officer = (portal: PortalUnderTest, stream: string, type: string, data = {}) =>
  portal.memory.store.events('demo', stream).then((rows) =>
    portal.engine.execute({
      tenant: 'demo',
      process: 'report',
      stream,
      actor: {
        kind: 'staff',
        account: 'officer',
        post: { unit: 'centre', role: 'sealed_officer' },
      },
      expectedVersion: rows.length,
      command: { type, data },
    }),
  );

describe('without a desk that can be written to', () => {
  it.each([
    ['the law has none', null],
    ['no key is in force', desk],
  ])('%s: the channel is shown, a month is counted, nothing is kept', async (_, law) => {
    const portal = await openPortal({ desk: law });
    const step = { danger: 'no', official: 'yes', step: 'official', go: 'next', key: 'k' };
    const page = await post(portal, '/say', step);
    expect(page.body).toContain('请通过法定渠道举报');
    expect(page.body).not.toContain('/report');
    expect(await counted(portal)).toEqual(MONTH);
    expect((await portal.app.inject({ url: '/report' })).body).toContain('12388');
    const sent = await post(portal, '/report', { key: 'page', words: WORDS });
    expect(sent.body).toContain('请通过法定渠道举报');
    expect(await streams(portal)).toEqual([]);
    expect(JSON.stringify(portal.memory.tables.get('demo')?.commands.size)).toBe('0');
  });

  it('closes again when its last key is retired', async () => {
    const { portal, key } = await deskOpen();
    await key.retire();
    expect((await portal.app.inject({ url: '/report' })).body).not.toContain('<textarea');
  });
});

describe('a report written to the desk', () => {
  it('is offered beside the statutory channel, which comes first and is not counted', async () => {
    const { portal } = await deskOpen();
    const step = { danger: 'no', official: 'yes', step: 'official', go: 'next', key: 'k' };
    const { body } = await post(portal, '/say', step);
    expect(body.indexOf('12388')).toBeLessThan(body.indexOf('href="/report"'));
    expect(await counted(portal)).toEqual({});
    const page = await portal.app.inject({ url: '/report' });
    expect(page.body).toContain('<textarea');
    expect(page.body).not.toContain('<script');
  });

  it('is an envelope before anything is kept, and opens with the officer’s key alone', async () => {
    const { portal, key } = await deskOpen();
    const { stream, answer } = await send(portal, { unit: 'urban' });
    expect(answer.body).toContain('已经加密收下');
    const [head] = await portal.memory.store.events('demo', stream);
    const { words } = JSON.parse(head?.bytes ?? '').data;
    const parts = { vault: portal.memory.vault, crypto: portal.crypto };
    const texts = await openTexts(parts, 'demo', stream, [words], []);
    const kept = texts.get(words.ref) ?? '';
    expect(kept).not.toContain('标记');
    const unlocked = await unlock(key.file, 'passphrase');
    expect(await openWith(unlocked, stream, kept)).toEqual({ words: WORDS, unit: 'urban' });
    expect(portal.log.join('')).not.toContain('标记');
  });

  it('names the unit nowhere but inside it', async () => {
    const { portal } = await deskOpen();
    await send(portal, { unit: 'urban' });
    const tables = portal.memory.tables.get('demo');
    const told = [...(tables?.commands.values() ?? []), ...(tables?.lists.values() ?? [])];
    const events = [...(tables?.events.values() ?? [])].flat().map(({ bytes }) => bytes);
    expect([...told, ...events].join('')).not.toContain('urban');
  });

  it.each([
    ['its own unit', 'centre'],
    ['the unit above it', 'd'],
  ])('is not taken about %s: the channel is shown, nothing is kept', async (_, unit) => {
    const { portal } = await deskOpen();
    const sent = await post(portal, '/report', { key: 'page', words: WORDS, unit });
    expect(sent.body).toContain('没有保存您说的话');
    expect(sent.body).toContain('12388');
    expect(sent.body).not.toContain('标记');
    expect(await counted(portal)).toEqual(MONTH);
    expect(await streams(portal)).toEqual([]);
    expect([...(portal.memory.tables.get('demo')?.commands.values() ?? [])].join('')).not.toContain(
      'receive',
    );
  });

  it.each([
    ['empty', ''],
    ['too long', '贪'.repeat(4001)],
    ['too long in bytes', '\u0001'.repeat(4000)],
  ])('is asked for once more where it is %s', async (_, words) => {
    const { portal } = await deskOpen();
    const sent = await post(portal, '/report', { key: 'page', words });
    expect(sent.statusCode).toBe(422);
    expect(await streams(portal)).toEqual([]);
  });

  it('is one report when it is sent twice, and says which words were kept', async () => {
    const { portal } = await deskOpen();
    const both = [
      post(portal, '/report', { key: 'page', words: WORDS }),
      post(portal, '/report', { key: 'page', words: WORDS }),
    ];
    for (const one of await Promise.all(both)) expect(one.statusCode).toBe(200);
    const again = await post(portal, '/report', { key: 'page', words: '另一番话' });
    expect(again.body).toContain('保存的是第一次提交的内容');
    expect(await streams(portal)).toHaveLength(1);
  });
});

describe('its reporter', () => {
  it('follows it by the code alone: received, opened by whom, handed over', async () => {
    const { portal } = await deskOpen();
    const { cookies, stream } = await send(portal);
    const follow = async (lang = 'zh') =>
      (await portal.app.inject({ url: '/follow', cookies: { ...cookies, lang } })).body;
    expect(await follow()).toContain('等待专管员拆阅');
    expect(await follow()).toContain('还没有人拆阅');
    const actor = {
      kind: 'staff',
      account: 'officer',
      post: { unit: 'centre', role: 'sealed_officer' },
    } as const;
    const look = { stream, ref: 'r', field: 'report', actor, purpose: '拆阅', at: portal.clock };
    await portal.memory.vault.open('demo', [], [look]);
    await officer(portal, stream, 'take-in', { noInterest: true });
    expect(await follow()).toMatch(/区民生诉求中心专管员<br>/);
    await officer(portal, stream, 'hand-over', { channel: 'discipline' });
    expect(await follow('en')).toContain('Discipline inspection 12388');
    expect(await follow('en')).not.toMatch(/[\u4e00-\u9fff]{4}(?!<)/);
  });

  it('reads the answer in plain words', async () => {
    const { portal } = await deskOpen();
    const { cookies, stream } = await send(portal);
    await officer(portal, stream, 'take-in', { noInterest: true });
    await officer(portal, stream, 'conclude', { answer: 'NOT_WRONGDOING' });
    const { body } = await portal.app.inject({ url: '/follow', cookies });
    expect(body).toContain('不属于违纪违法');
    expect(body).not.toContain('<textarea');
  });

  it('is told that the desk is late, and where to go instead', async () => {
    const { portal } = await deskOpen();
    const { cookies } = await send(portal);
    portal.clock += 30 * 24 * 3_600_000;
    await portal.engine.tick();
    const { body } = await portal.app.inject({ url: '/follow', cookies });
    expect(body).toContain('专管台已经逾期');
    expect(body).toContain('到期而没有办');
  });

  it('adds to it, encrypted as the first words were, though an officer was there meanwhile', async () => {
    const { portal, key } = await deskOpen();
    const { cookies, stream } = await send(portal);
    await officer(portal, stream, 'take-in', { noInterest: true });
    const added = await post(portal, '/follow/report', { words: '还有〔标记〕' }, { cookies });
    expect(added.statusCode).toBe(303);
    const { body } = await portal.app.inject({ url: '/follow?done=1', cookies });
    expect(body).toContain('您作了补充');
    expect((await post(portal, '/follow/report', { words: '' }, { cookies })).statusCode).toBe(422);
    await key.retire();
    const closed = await post(portal, '/follow/report', { words: '再补' }, { cookies });
    expect(closed.statusCode).toBe(422);
    expect((await portal.app.inject({ url: '/follow', cookies })).body).toContain('不能补充');
  });

  it('finds none of a request’s pages behind the code, and no hour on its own', async () => {
    const { portal } = await deskOpen();
    const { cookies, answer } = await send(portal);
    for (const url of ['/follow/slip', '/follow/looks', '/follow/add']) {
      const page = await portal.app.inject({ url, cookies });
      expect(page.body).toContain('用回执码查进度');
    }
    expect(answer.body).not.toContain('/follow/slip');
    const { body } = await portal.app.inject({ url: '/follow', cookies });
    expect(body).toContain('3月2日（星期一）</time>');
    expect(body).not.toContain('10:0');
  });
});
