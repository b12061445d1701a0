import { beforeEach, describe, expect, it } from 'vitest';
import { openPortal, type PortalUnderTest, staff } from './portal.fixture.ts';

const form = (fields: Record<string, string>) => ({
  headers: { 'content-type': 'application/x-www-form-urlencoded' },
  payload: new URLSearchParams(fields).toString(),
});

const REASON = '您说家里没有人上班，这是一个保洁岗位。';
const HANDLER = { unit: 's1', role: 'unit_handler' } as const;
const BUREAU = { unit: 'market', role: 'unit_handler' } as const;
const ON = { process: 'support' } as const;

let portal: PortalUnderTest;
let cookies: Record<string, string>;
let request: string;

/** Somebody asked for help and holds its receipt; a post is offered to them. */
beforeEach(async () => {
  portal = await openPortal();
  request = '';
  ({ cookies, stream: request } = await asked('one'));
  const offer = { case: request, sponsorship: null, measure: 'post', need: 'work', words: null };
  await staff(portal, 's-1', HANDLER, 'offer', offer, { words: REASON }, ON);
});

async function asked(key: string) {
  const told = { danger: 'no', official: 'no', what: '没有收入', kind: 'help', unit: 'c11', key };
  const said = await portal.app.inject({
    method: 'POST',
    url: '/say',
    ...form({ ...told, who: 'self', step: 'check', go: 'next' }),
  });
  const code = (/class="code">([0-9A-Z ]{14})</.exec(said.body)?.[1] ?? '').replaceAll(' ', '');
  const page = await portal.app.inject({ method: 'POST', url: '/follow', ...form({ code }) });
  const held = Object.fromEntries(page.cookies.map(({ name, value }) => [name, value]));
  const { rows } = await portal.memory.queries.list('demo', { process: 'case' }, 10, null);
  const known = rows.map(({ stream }) => stream).find((stream) => stream !== request) ?? '';
  return { cookies: held, stream: known };
}

const read = async (lang = 'zh', url = '/follow/supports', own = cookies) =>
  (await portal.app.inject({ url, cookies: { ...own, lang } })).body;

const say = async (act: string, own = cookies, version?: string) => {
  const rows = await portal.memory.store.events('demo', 's-1');
  const fields = { support: 's-1', act, version: version ?? String(rows.length), key: '' };
  return portal.app.inject({
    method: 'POST',
    url: '/follow/supports',
    cookies: own,
    ...form(fields),
  });
};
const types = async () => (await portal.memory.store.events('demo', 's-1')).map(({ type }) => type);

describe('support as its person sees it', () => {
  it('says what is offered, by whom, what is asked, and that it is theirs to decide', async () => {
    expect(await read('zh', '/follow')).toContain('/follow/supports');
    const zh = await read();
    for (const part of [REASON, '区市场监督管理局', '家中无人就业', '失业登记', '不影响您这件事']) {
      expect(zh).toContain(part);
    }
    expect(zh).toContain('value="consent"');
    expect(zh).toContain('value="refuse"');
    expect(await read('en')).toContain('Refusing changes nothing else');
  });

  it('is agreed to, and can be taken back', async () => {
    expect((await say('consent')).headers.location).toBe('/follow/supports?done=1');
    expect(await types()).toContain('Consented');
    const page = await read();
    expect(page).toContain('前兑现');
    expect(page).toContain('value="revoke"');
    expect(page).not.toContain('value="consent"');
    await say('revoke');
    expect(await read()).toContain('您已撤回同意');
  });

  it('is refused without a reason; the matter’s page and its log are as they were', async () => {
    const before = [await read('zh', '/follow'), await portal.memory.store.events('demo', request)];
    await say('refuse');
    expect(await types()).toContain('Refused');
    const after = [await read('zh', '/follow'), await portal.memory.store.events('demo', request)];
    expect(after).toEqual(before);
  });

  it('asks once more before it ends, and says that it costs nothing', async () => {
    expect(await read()).toContain('formaction="/follow/supports/sure"');
    const asked = await portal.app.inject({
      method: 'POST',
      url: '/follow/supports/sure',
      cookies,
      ...form({ support: 's-1', act: 'refuse', version: '1', key: 'k' }),
    });
    expect(asked.body).toContain('确定不需要这项帮扶吗');
    expect(asked.body).toContain('不用说理由');
    expect(await types()).not.toContain('Refused');
    const notHere = await portal.app.inject({
      method: 'POST',
      url: '/follow/supports/sure',
      cookies,
      ...form({ support: 's-1', act: 'revoke', version: '1', key: 'k' }),
    });
    expect(notHere.headers.location).toBe('/follow/supports');
  });

  it('asks whether it came, and takes no for an answer', async () => {
    await say('consent');
    await staff(portal, 's-1', BUREAU, 'show', { condition: 'no-earner' }, { how: '证明' }, ON);
    await staff(portal, 's-1', BUREAU, 'deliver', {}, { evidence: '已上岗' }, ON);
    expect(await read()).toContain('收到了吗');
    await say('deny-receipt');
    expect(await types()).toContain('ReceiptDenied');
    expect(await read()).toContain('前兑现');
  });

  it('tells why it cannot be given, and where to turn', async () => {
    await say('consent');
    const said = { reason: '岗位已满', next: '可申请下一批' };
    await staff(portal, 's-1', BUREAU, 'cannot-deliver', {}, said, ON);
    const page = await read();
    expect(page).toContain('岗位已满');
    expect(page).toContain('可申请下一批');
  });

  it('is no one else’s: another receipt neither reads nor answers it', async () => {
    const other = await asked('two');
    expect(await read('zh', '/follow/supports', other.cookies)).not.toContain(REASON);
    await say('consent', other.cookies);
    expect(await types()).not.toContain('Consented');
  });

  it('says so where it changed meanwhile', async () => {
    expect((await say('consent', cookies, '1')).body).toContain('刚刚有了新进展');
  });
});
