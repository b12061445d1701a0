import { beforeEach, describe, expect, it } from 'vitest';
import { callbackProcess } from '../../core/callback/index.ts';
import { caseProcess } from '../../core/case/index.ts';
import { institution } from '../../core/institution/index.ts';
import { whistleProcess } from '../../core/whistle/index.ts';
import { shippedCalendar } from '../../engine/calendar/shipped.ts';
import { createCrypto } from '../../engine/crypto.ts';
import { createEngine } from '../../engine/engine.ts';
import { found } from '../../engine/found.ts';
import { readFolder } from '../../engine/rulebook/load.ts';
import { shippedFolder, shippedRulebook } from '../../engine/rulebook/shipped.ts';
import type { AnyProcess } from '../../engine/upcast.ts';
import { MemoryAccounts } from '../../memory/accounts.ts';
import { createMemory } from '../../memory/index.ts';
import { MemoryTally } from '../../memory/tally.ts';
import { type Client, type District, openDistrict } from '../testing/district.ts';

const RULEBOOK = 'g-district-whistle';
/** 16 November 2026, 10:00 in the district. */
const MORNING = Date.UTC(2026, 10, 16, 2);
const DAY = 86_400_000;

let district: District;
let now: number;
let editor: Client;
let second: Client;
let administrator: Client;

beforeEach(async () => {
  now = MORNING;
  const memory = createMemory({ now: () => now });
  const crypto = createCrypto(new Uint8Array(32));
  const processes = [
    caseProcess,
    institution,
    whistleProcess,
    callbackProcess,
  ] as unknown as AnyProcess[];
  const engine = createEngine({ store: memory.store, crypto, processes });
  const [rulebook, calendar] = [shippedRulebook(RULEBOOK), shippedCalendar('cn')];
  if (rulebook === null || calendar === null) throw new Error('the law is not shipped');
  const foundation = { tenant: 'demo', rulebook, calendar, evidence: '建库' };
  await found({ engine, store: memory.store, crypto }, foundation);
  district = await openDistrict({
    kept: { ...memory, accounts: new MemoryAccounts(), tally: new MemoryTally() },
    parts: { execute: engine.execute, present: engine.present, crypto },
  });
  editor = await district.as('licang', 'rule_editor');
  second = await district.as('governance', 'rule_editor');
  administrator = await district.as('licang', 'administrator');
});

interface File {
  readonly name: string;
  readonly data: string;
}

const file = (name: string, text: string): File => ({
  name,
  data: Buffer.from(text).toString('base64'),
});

/** A table as the reader downloads it, edited. */
async function edited(who: Client, sheet: string, edit: (text: string) => string) {
  const { status, body } = await who.get(`/institution/tables?form=csv&sheet=${sheet}`);
  expect(status).toBe(200);
  const after = edit(body);
  expect(after).not.toBe(body);
  return [file(`${sheet}.csv`, after)];
}

const change = async (who: Client, act: string, body: object) => {
  const { version } = (await who.get('/institution')).body;
  return who.post(`/institution/${act}`, { expectedVersion: version, ...body });
};

/** Litter is the urban management bureau's from now on, in the street's own list. */
const renamed = (text: string) => text.replace('沧口街道', '沧口新街道');

async function propose(files: readonly File[], about: object = {}) {
  const body = {
    files,
    version: '2027.1',
    effectiveOn: '2026-12-01',
    evidence: '区长办公会纪要〔2026〕12 号',
  };
  return change(editor, 'propose-rulebook', { ...body, ...about });
}

const law = async () => (await editor.get('/rulebook/versions')).body;

describe('a change of the law', () => {
  it('is previewed, proposed by one, approved by another, and holds from its day', async () => {
    const files = await edited(editor, 'units', renamed);
    const effectiveOn = '2026-12-01';
    const preview = await editor.post('/institution/tables/preview', { files, effectiveOn });
    expect(preview).toMatchObject({
      status: 200,
      body: {
        problems: [],
        tables: [
          {
            table: 'units',
            added: [],
            removed: [],
            changed: [
              {
                key: 'cangkou',
                cells: [{ column: 'zh', from: { zh: '沧口街道' }, to: { zh: '沧口新街道' } }],
              },
            ],
          },
        ],
      },
    });
    expect((await propose(files)).status).toBe(200);
    const [proposal] = (await law()).proposals;
    expect(proposal).toMatchObject({
      version: '2027.1',
      own: true,
      end: null,
      evidence: '区长办公会纪要〔2026〕12 号',
      effectiveFrom: '2026-11-30T16:00:00.000Z',
    });

    const on = { proposal: proposal.proposal };
    expect((await change(editor, 'approve-rulebook', on)).body.code).toBe(
      'institution.same-person',
    );
    expect((await change(second, 'approve-rulebook', on)).status).toBe(200);
    const after = await law();
    expect(after.proposals[0].end).toMatchObject({ kind: 'approved', by: { unit: 'governance' } });
    expect(after.versions).toMatchObject([
      {
        version: '2027.1',
        standing: 'coming',
        proposedBy: { unit: 'licang' },
        approvedBy: { unit: 'governance' },
      },
      { standing: 'inForce', proposedBy: null, approvedBy: null },
    ]);

    const version = async () => (await editor.get('/rulebook')).body.version;
    const before = await version();
    now = Date.UTC(2026, 10, 30, 16) - 1;
    expect(await version()).toBe(before);
    now += 1;
    expect(await version()).toBe('2027.1');
    expect((await law()).versions.map(({ standing }: { standing: string }) => standing)).toEqual([
      'inForce',
      'past',
    ]);
  });

  it('is told in tables, from and to, between any two versions', async () => {
    await propose(await edited(editor, 'units', renamed));
    const [proposal] = (await law()).proposals;
    const answer = await editor.get(
      `/rulebook/differences?from=${proposal.base}&to=${proposal.hash}`,
    );
    expect(answer.body).toMatchObject({
      to: { version: '2027.1' },
      tables: [{ table: 'units', tableName: { zh: '单位' }, changed: [{ key: 'cangkou' }] }],
      parts: [],
    });
    const unknown = await editor.get(`/rulebook/differences?from=${proposal.base}&to=none`);
    expect(unknown.status).toBe(404);
  });

  it('is turned down by another with a reason, or taken back by who made it', async () => {
    const files = await edited(editor, 'units', renamed);
    await propose(files);
    const first = { proposal: (await law()).proposals[0].proposal };
    expect((await change(second, 'take-back-rulebook', first)).body.code).toBe(
      'institution.not-proposer',
    );
    const no = { ...first, reason: '名称尚未经民政部门批准' };
    expect((await change(second, 'turn-down-rulebook', no)).status).toBe(200);
    expect((await change(second, 'approve-rulebook', first)).body).toMatchObject({
      code: 'institution.proposal-closed',
      what: '这份提案未获批准，不能再办理。',
    });
    await propose(files);
    const again = { proposal: (await law()).proposals[0].proposal };
    expect((await change(editor, 'take-back-rulebook', again)).status).toBe(200);
    expect((await law()).proposals).toMatchObject([
      { end: { kind: 'takenBack' } },
      { end: { kind: 'turnedDown', reason: '名称尚未经民政部门批准' } },
    ]);
  });

  it('overtakes what was proposed against the law it replaces', async () => {
    const files = await edited(editor, 'units', renamed);
    await propose(files);
    await propose(files, { version: '2027.2', effectiveOn: '2026-12-05' });
    const [later, earlier] = (await law()).proposals;
    const approved = await change(second, 'approve-rulebook', { proposal: earlier.proposal });
    expect(approved.status).toBe(200);
    expect((await law()).proposals[0]).toMatchObject({
      proposal: later.proposal,
      end: { kind: 'overtaken', version: '2027.1' },
    });
  });

  it('that changes nothing, or lies back, is none', async () => {
    const same = (await editor.get('/institution/tables?form=csv&sheet=units')).body;
    const nothing = await propose([file('units.csv', same)]);
    expect(nothing.body.code).toBe('institution.no-change');
    const files = await edited(editor, 'units', renamed);
    const late = await propose(files, { effectiveOn: '2026-11-16' });
    expect(late.body.code).toBe('institution.not-forward');
  });

  it('with something wrong in it is refused with sheet, line and column', async () => {
    const files = await edited(editor, 'duties', (text) =>
      text.replace('d003,urban', 'd003,urbane'),
    );
    const { body } = await editor.post('/institution/tables/preview', { files });
    expect(body.tables).toEqual([]);
    expect(body.problems).toContainEqual(
      expect.objectContaining({
        code: 'rulebook.unknown-unit',
        sheet: 'duties.csv',
        row: 4,
        column: 6,
      }),
    );
    const refused = await propose(files);
    expect(refused).toMatchObject({ status: 422, body: { code: 'api.bad-file' } });
    expect(refused.body.what).toContain('duties.csv:4:6');
  });

  it('may be a whole rulebook, deadlines and all, with its own version and day', async () => {
    const folder = [...readFolder(shippedFolder(RULEBOOK))].map(([name, text]) =>
      file(
        name,
        name === 'rulebook.yaml'
          ? text
              .replace(/^version: .*$/m, "version: '2027.3'")
              .replace(/^effectiveFrom: .*$/m, 'effectiveFrom: 2027-01-01')
              .replace('maxReturns: 2', 'maxReturns: 1')
          : text.replace(/^.*,2026-\d\d-\d\d\n/gm, ''),
      ),
    );
    const { body } = await editor.post('/institution/tables/preview', { files: folder });
    expect(body.problems).toEqual([]);
    expect(body.draft).toEqual({ version: '2027.3', effectiveOn: '2027-01-01' });
    expect(body.parts).toMatchObject([{ part: 'objection' }]);
    expect((await propose(folder)).status).toBe(200);
    expect((await law()).proposals[0]).toMatchObject({
      version: '2027.3',
      effectiveFrom: '2026-12-31T16:00:00.000Z',
    });
  });

  it('is refused when it was entrusted meanwhile what it would pin to a body', async () => {
    const files = await edited(editor, 'powers', (text) => text.replace('可委托下级', '不得委托'));
    const pinned = files[0] && Buffer.from(files[0].data, 'base64').toString('utf8');
    const before = (await editor.get('/institution/tables?form=csv&sheet=powers')).body as string;
    const at = before.split('\n').findIndex((line, n) => line !== pinned?.split('\n')[n]);
    const [power] = before.split('\n')[at]?.split(',') ?? [];
    const holdings = (await editor.get('/institution/tables?form=csv&sheet=holdings'))
      .body as string;
    const [, holder = ''] =
      holdings
        .split('\n')
        .find((line) => line.startsWith(`${power},`))
        ?.split(',') ?? [];
    expect((await propose(files)).status).toBe(200);
    const head = await district.as(holder, 'unit_head');
    const span = {
      validFrom: new Date(now).toISOString(),
      validTo: new Date(now + 90 * DAY).toISOString(),
    };
    const given = await change(head, 'delegate', { from: holder, to: 'cangkou', power, ...span });
    expect(given.status).toBe(200);
    const { proposals } = await law();
    const answer = await change(second, 'approve-rulebook', { proposal: proposals[0].proposal });
    expect(answer).toMatchObject({ status: 422, body: { code: 'api.bad-file' } });
    expect(answer.body.what).toContain('rulebook.delegation-pinned');
  });
});

describe('the tables', () => {
  it('are those in force today, and of another day where that is asked', async () => {
    const files = await edited(editor, 'units', renamed);
    const { proposal } = (await propose(files, { version: '二〇二七年（试行）' })).body;
    const asked = (await law()).proposals[0]?.proposal ?? proposal;
    expect((await change(second, 'approve-rulebook', { proposal: asked })).status).toBe(200);
    const units = '/institution/tables?form=csv&sheet=units';
    expect((await editor.get(units)).body).not.toContain('沧口新街道');
    expect((await editor.get(`${units}&on=2026-12-01`)).body).toContain('沧口新街道');
    const cookie = await district.cookie('licang', 'rule_editor');
    const answer = await district.app.inject({
      url: '/api/institution/tables?on=2026-12-01',
      headers: { cookie },
    });
    expect([answer.statusCode, answer.headers['content-disposition']]).toEqual([
      200,
      expect.stringContaining("filename*=UTF-8''g-district-whistle-%E4%BA%8C"),
    ]);
  });

  it.each(['a"b', 'a\nb', '', '../x'])('of no version called %j', async (version) => {
    const files = await edited(editor, 'units', renamed);
    const { status, body } = await propose(files, { version });
    expect([status, body.code]).toEqual([400, 'api.input']);
  });

  it('downloaded as a workbook and handed in again change nothing', async () => {
    for (const who of [editor, administrator]) {
      const { app } = district;
      const cookie = await district.cookie(
        'licang',
        who === editor ? 'rule_editor' : 'administrator',
      );
      const url = '/api/institution/tables?lang=zh';
      const answer = await app.inject({ method: 'GET', url, headers: { cookie } });
      expect(answer.statusCode).toBe(200);
      const files = [{ name: 'tables.xlsx', data: answer.rawPayload.toString('base64') }];
      const { body } = await who.post('/institution/tables/preview', { files });
      expect(body).toMatchObject({ tables: [], parts: [], problems: [], staffLeftOut: false });
      if (who === administrator) {
        expect(body.staff).toMatchObject({ added: [], removed: [], changed: [] });
      } else expect(body.staff).toBeNull();
    }
  });

  it('of staff are shown to nobody but the administrator', async () => {
    expect((await editor.get('/institution/tables?form=csv&sheet=staff')).status).toBe(404);
    const sheet = (await administrator.get('/institution/tables?form=csv&sheet=staff')).body;
    const files = [file('staff.csv', sheet)];
    const { body } = await editor.post('/institution/tables/preview', { files });
    expect(body).toMatchObject({ staff: null, staffLeftOut: true });
  });
});

describe('a change of staff', () => {
  const staff = (edit: (text: string) => string) => edited(administrator, 'staff', edit);
  const signIn = async (login: string, password: string) => {
    const payload = { login, password };
    const answer = await district.app.inject({ method: 'POST', url: '/api/session', payload });
    const cookie = String(answer.headers['set-cookie'] ?? '').split(';')[0] ?? '';
    return { status: answer.statusCode, body: answer.json(), cookie };
  };

  it('makes a login with a one-time password, which opens only the choice of another', async () => {
    const files = await staff((text) => `${text}new-clerk,cangkou,受理员,,,\n`);
    const made = await change(administrator, 'change-staff', { files, reason: '新录用' });
    expect(made.status).toBe(200);
    const [given] = made.body.passwords;
    expect(given).toMatchObject({
      login: 'new-clerk',
      password: /^.{16}$/.test(given.password) ? given.password : '',
    });
    const entered = await signIn('new-clerk', given.password);
    expect(entered.body).toMatchObject({ temporary: true, post: { unit: 'cangkou' } });
    const as = (cookie: string) => ({
      get: (url: string) => district.app.inject({ method: 'GET', url, headers: { cookie } }),
      put: (payload: object) =>
        district.app.inject({
          method: 'PUT',
          url: '/api/session/password',
          headers: { cookie },
          payload,
        }),
    });
    const first = as(entered.cookie);
    expect((await first.get('/api/acts')).json().code).toBe('api.password-first');
    const { password } = given;
    expect((await first.put({ password, next: password })).json().code).toBe('api.same-password');
    expect((await first.put({ password: 'no', next: 'my own password' })).json().code).toBe(
      'api.wrong-login',
    );
    const chosen = await first.put({ password, next: 'my own password' });
    expect(chosen.json()).toMatchObject({ temporary: false });
    const cookie = String(chosen.headers['set-cookie']).split(';')[0] ?? '';
    expect((await as(cookie).get('/api/acts')).statusCode).toBe(200);
    expect((await first.get('/api/acts')).statusCode).toBe(401);
    expect((await signIn('new-clerk', password)).status).toBe(401);
    expect((await signIn('new-clerk', 'my own password')).body.temporary).toBe(false);
  });

  it('signs out and keeps who is gone from it, and brings them back under a new password', async () => {
    const clerk = await district.as('cangkou', 'dispatcher');
    const whole = (await administrator.get('/institution/tables?form=csv&sheet=staff')).body;
    const files = [file('staff.csv', whole.replace(/^cangkou\/dispatcher,.*\n/m, ''))];
    const { body } = await administrator.post('/institution/tables/preview', { files });
    expect(body.staff).toMatchObject({
      removed: [],
      changed: [{ key: 'cangkou/dispatcher', cells: [{ column: 'disabled' }] }],
    });
    expect((await change(administrator, 'change-staff', { files, reason: '调离' })).status).toBe(
      200,
    );
    expect((await clerk.get('/session')).status).toBe(401);
    const kept = (await administrator.get('/institution/tables?form=csv&sheet=staff')).body;
    expect(kept).toMatch(/^cangkou\/dispatcher,.*,(Yes|是),,\r?$/m);

    const back = [file('staff.csv', whole)];
    const again = await change(administrator, 'change-staff', { files: back, reason: '调回' });
    expect(again.body.passwords).toMatchObject([{ login: 'cangkou/dispatcher' }]);
    expect((await clerk.get('/session')).status).toBe(401);
  });

  it('is on record with its reason, without logins and passwords', async () => {
    const files = await staff((text) => `${text}zhang-san,cangkou,受理员,,,\n`);
    const { body } = await change(administrator, 'change-staff', { files, reason: '新录用' });
    const rows = await district.kept.store.events('demo', 'institution');
    const last = rows.at(-1);
    expect(last?.type).toBe('StaffChanged');
    expect(last?.bytes).toContain('新录用');
    expect(last?.bytes).not.toContain('zhang-san');
    expect(last?.bytes).not.toContain(body.passwords[0].password);
  });

  it('that changes nobody, or seen before another change, is refused', async () => {
    const same = (await administrator.get('/institution/tables?form=csv&sheet=staff')).body;
    const files = [file('staff.csv', same)];
    const none = await change(administrator, 'change-staff', { files, reason: '无' });
    expect(none.body.code).toBe('institution.no-change');
    const more = await staff((text) => `${text}one,cangkou,受理员,,,\n`);
    const stale = { expectedVersion: 0, files: more, reason: '新录用' };
    const refused = await administrator.post('/institution/change-staff', stale);
    expect(refused.body.code).toBe('engine.changed-since-seen');
    expect(await district.kept.accounts.byLogin('demo', 'one')).toBeNull();
  });

  it('leaves an administrator, and takes five hundred logins at once at most', async () => {
    const none = await staff((text) => text.replace(/^(licang\/administrator,.*?),,/m, '$1,yes,'));
    const refused = await change(administrator, 'change-staff', { files: none, reason: '停用' });
    expect(refused.body.what).toContain('rulebook.no-administrator');
    const many = Array.from({ length: 501 }, (_, n) => `c${n},cangkou,受理员,,,`).join('\n');
    const crowd = await staff((text) => `${text}${many}\n`);
    const answer = await change(administrator, 'change-staff', { files: crowd, reason: '批量' });
    expect(answer.body).toMatchObject({ code: 'api.too-many-changes', params: { count: 501 } });
  });
});
