import { beforeAll, describe, expect, it } from 'vitest';
import { makeKey, unlock } from '../../contract/desk-key-file.ts';
import { ENVELOPE, openWith, sealFor } from '../../contract/envelope.ts';
import type { DeskKeyRow } from '../../contract/reports.ts';
import { district } from '../../core/case/given.fixture.ts';
import type { Refusal } from '../../core/process.ts';
import { desk } from '../../core/report/given.fixture.ts';
import { type Client, type District, openDistrict } from '../testing/district.ts';

const ROUNDS = 10;
const WORDS = '科长收钱〔标记〕';

let open: District;
let officer: Client;
let other: Client;
let auditor: Client;
const keys: { readonly id: string; readonly made: Awaited<ReturnType<typeof makeKey>> }[] = [];

const offer = async (who: Client) => {
  const made = await makeKey('passphrase', ROUNDS);
  const answer = await who.post('/desk-keys', { alg: ENVELOPE, publicKey: made.publicKey });
  return { id: answer.body.id as string, made, answer };
};

beforeAll(async () => {
  const reportWrongdoing = { channel: 'discipline', desk };
  const { rulebooks } = district({ reportWrongdoing });
  open = await openDistrict({ institution: { rulebooks } });
  officer = await open.as('centre', 'sealed_officer');
  other = await open.second('centre', 'sealed_officer');
  auditor = await open.as('d', 'auditor');
});

/** As the residents' page does it: encrypted first, then given to the engine. */
async function tells(words = WORDS): Promise<string> {
  const id = open.parts.crypto.id(80);
  const envelope = await sealFor(
    keys.map(({ made }) => made.publicKey),
    id,
    { words, unit: null },
  );
  const data = {
    words: { ref: '', commitment: '' },
    keys: keys.map((key) => key.id),
    receipt: open.parts.crypto.id(80),
  };
  const answer = await open.parts.execute({
    tenant: 'demo',
    process: 'report',
    stream: id,
    actor: { kind: 'person', case: id },
    expectedVersion: 0,
    command: { type: 'receive', data },
    private: { words: envelope },
  });
  expect(answer).toMatchObject({ accepted: true });
  return id;
}

describe('a key of the desk', () => {
  it('is nobody’s to use until a second person has compared it', async () => {
    const { id, made, answer } = await offer(officer);
    expect(answer).toMatchObject({ status: 200, body: { version: 1 } });
    expect((await officer.get('/reports')).body).toMatchObject({ keys: 0, mine: false });
    const { fingerprint } = made;
    const own = await officer.post(`/desk-keys/${id}/agree`, { expectedVersion: 1, fingerprint });
    expect(own).toMatchObject({ status: 403, body: { code: 'desk-key.own-key' } });
    const wrong = { expectedVersion: 1, fingerprint: '0'.repeat(32) };
    const slip = await auditor.post(`/desk-keys/${id}/agree`, wrong);
    expect(slip.body.code).toBe('desk-key.other-fingerprint');
    const agreed = await auditor.post(`/desk-keys/${id}/agree`, {
      expectedVersion: 1,
      fingerprint,
    });
    expect(agreed).toMatchObject({ status: 200, body: { version: 2 } });
    expect((await officer.get('/reports')).body).toMatchObject({ keys: 1, mine: true });
    keys.push({ id, made });
  });

  it('is agreed to by another officer as well, and both are told of', async () => {
    const { id, made } = await offer(other);
    const body = { expectedVersion: 1, fingerprint: made.fingerprint };
    expect((await officer.post(`/desk-keys/${id}/agree`, body)).status).toBe(200);
    keys.push({ id, made });
    const { rows, mayOffer } = (await auditor.get('/desk-keys')).body;
    expect(mayOffer).toBe(false);
    expect(rows).toHaveLength(2);
    const told = rows.map((row: DeskKeyRow) => [row.login, row.agreedBy, row.status]);
    expect(told).toContainEqual(['centre/sealed_officer', 'd/auditor', 'in-force']);
    expect(told).toContainEqual(['centre/sealed_officer.2', 'centre/sealed_officer', 'in-force']);
  });

  it('must be one, and is another desk’s officer’s affair to nobody', async () => {
    const bad = { alg: ENVELOPE, publicKey: `B${'A'.repeat(86)}` };
    expect((await officer.post('/desk-keys', bad)).body.code).toBe('api.not-a-public-key');
    const elsewhere = await open.as('s1', 'sealed_officer');
    expect((await elsewhere.get('/desk-keys')).body.rows).toEqual([]);
    const lost = { expectedVersion: 2, why: 'lost' };
    expect((await elsewhere.post(`/desk-keys/${keys[0]?.id}/retire`, lost)).status).toBe(404);
    const made = await makeKey('x', ROUNDS);
    const offered = await elsewhere.post('/desk-keys', {
      alg: ENVELOPE,
      publicKey: made.publicKey,
    });
    expect(offered.body.code).toBe('desk-key.not-yours');
  });
});

describe('a report', () => {
  it('is on the desk’s list without a word of it, and opens in an officer’s browser alone', async () => {
    const id = await tells();
    const { body: list } = await officer.get('/reports');
    expect(list).toMatchObject({
      desk: { within: { zh: '3个工作日' } },
      handTo: [{ code: 'discipline' }],
      rows: [{ id, status: 'received', told: 1, clock: { kind: 'report-look' }, late: false }],
    });
    expect(list.rows[0].receivedOn).toBe('2026-03-01T16:00:00.000Z');
    expect(JSON.stringify(list)).not.toContain('〔标记〕');
    const { body } = await officer.post(`/reports/${id}/open`);
    expect(JSON.stringify(body)).not.toContain('〔标记〕');
    for (const { made } of keys) {
      const key = await unlock(made.file, 'passphrase');
      expect(await openWith(key, id, body.told[0].envelope)).toEqual({ words: WORDS, unit: null });
    }
  });

  it('is looked at in the log before anything is sent: who, what for, when', async () => {
    const id = await tells();
    await officer.post(`/reports/${id}/open`);
    expect(await open.parts.vault.looks('demo', id)).toMatchObject([
      { field: 'report', actor: { account: 'centre/sealed_officer' } },
    ]);
  });

  it('goes its way by either officer, and says at each step what cannot be done', async () => {
    const id = await tells();
    const early = { expectedVersion: 2, channel: 'discipline' };
    expect((await officer.post(`/reports/${id}/hand-over`, early)).body).toMatchObject({
      code: 'report.wrong-status',
      what: '现在是“待拆阅”，此时不能“移送”。',
    });
    const unsaid = await officer.post(`/reports/${id}/take-in`, { expectedVersion: 2 });
    expect(unsaid.status).toBe(400);
    const taken = await officer.post(`/reports/${id}/take-in`, {
      expectedVersion: 2,
      noInterest: true,
    });
    expect(taken).toMatchObject({ status: 200, body: { version: 5 } });
    const elsewhere = { expectedVersion: 5, channel: 'police' };
    const wrong = await other.post(`/reports/${id}/hand-over`, elsewhere);
    expect(wrong.body.code).toBe('report.not-a-channel');
    const done = { expectedVersion: 5, channel: 'discipline' };
    expect((await other.post(`/reports/${id}/hand-over`, done)).status).toBe(200);
    const { rows } = (await officer.get('/reports')).body;
    expect(rows.find((row: { id: string }) => row.id === id)).toMatchObject({
      status: 'handed-over',
      clock: null,
      channelName: { zh: '纪检监察举报' },
    });
  });

  it('is not there any more for an officer with an interest in it', async () => {
    const id = await tells();
    const declared = await officer.post(`/reports/${id}/declare-interest`, { expectedVersion: 2 });
    expect(declared.status).toBe(200);
    const gone = await officer.post(`/reports/${id}/open`);
    expect(gone).toMatchObject({ status: 404, body: { code: 'api.not-found' } });
    const act = { expectedVersion: 3, noInterest: true };
    expect((await officer.post(`/reports/${id}/take-in`, act)).status).toBe(404);
    const ids = async (who: Client) =>
      (await who.get('/reports')).body.rows.map((row: { id: string }) => row.id);
    expect(await ids(officer)).not.toContain(id);
    expect(await ids(other)).toContain(id);
    expect((await other.post(`/reports/${id}/take-in`, act)).status).toBe(200);
  });

  it('is nothing that anybody else can know of, by whatever door', async () => {
    const id = await tells();
    const elsewhere = await open.as('s1', 'sealed_officer');
    expect((await elsewhere.get('/reports')).body.rows).toEqual([]);
    expect((await elsewhere.post(`/reports/${id}/open`)).status).toBe(404);
    const act = { expectedVersion: 2, noInterest: true };
    expect((await elsewhere.post(`/reports/${id}/take-in`, act)).status).toBe(404);
    for (const role of ['auditor', 'supervisor', 'unit_head', 'administrator'] as const) {
      for (const unit of ['centre', 'd']) {
        const who = await open.as(unit, role);
        for (const path of [`/cases/${id}`, `/whistles/${id}`, `/cases/${id}/looks`]) {
          expect([403, 404]).toContain((await who.get(path)).status);
        }
        const lists = await Promise.all(
          ['/cases', '/whistles', '/acts', '/parked', '/handover', '/week'].map((path) =>
            who.get(path),
          ),
        );
        expect(JSON.stringify(lists.map(({ body }) => body))).not.toContain(id);
      }
    }
  });

  it('cannot be told once its keys are used no more', async () => {
    const [first] = keys;
    if (first === undefined) throw new Error('no key');
    const retired = await auditor.post(`/desk-keys/${first.id}/retire`, {
      expectedVersion: 2,
      why: 'lost',
    });
    expect(retired.status).toBe(200);
    const answer = await open.parts.execute({
      tenant: 'demo',
      process: 'report',
      stream: open.parts.crypto.id(80),
      actor: { kind: 'person', case: 'x' },
      expectedVersion: 0,
      command: {
        type: 'receive',
        data: { words: { ref: '', commitment: '' }, keys: [first.id], receipt: 'r' },
      },
      private: { words: 'x' },
    });
    const { refusal } = answer as { readonly refusal: Refusal };
    expect(refusal.code).toMatch(/^report\./);
  });

  it('left no word in the log', () => {
    expect(open.log.join('\n')).not.toContain('〔标记〕');
  });
});
