import { beforeAll, describe, expect, it } from 'vitest';
import { district as small } from '../../core/case/given.fixture.ts';
import { retaining } from '../../core/rulebook/retaining.fixture.ts';
import { type Client, type District, HOUR, openDistrict } from '../testing/district.ts';

const DAY = 24 * HOUR;
const SAID = { words: '楼下摊贩占道经营到深夜', name: '称呼某某', telephone: '0000-80009999' };

let district: District;
let archivist: Client;
let supervisor: Client;

beforeAll(async () => {
  const institution = { ...small({ retention: retaining }), version: 0 };
  district = await openDistrict({ institution });
  archivist = await district.as('centre', 'archivist');
  supervisor = await district.as('centre', 'supervisor');
});

const versionOf = async (id: string) =>
  (await district.kept.queries.entry('demo', id))?.version ?? 0;

async function turns() {
  for (let n = 0; n < 5; n += 1) await district.tick();
}

/** A vendor's matter from the counter to its end; an archive takes such over. */
async function closed(): Promise<string> {
  const clerk = await district.as('c11', 'intake_agent');
  const { words, name, telephone } = SAID;
  const { body } = await clerk.post('/cases', {
    reportsOfficial: false,
    kind: 'complaint',
    intake: 'counter',
    words,
    place: { unit: 'c11' },
    contact: { name, telephone },
  });
  const { id } = body;
  const act = async (who: Client, type: string, more: object) => {
    const expectedVersion = await versionOf(id);
    const answer = await who.post(`/cases/${id}/${type}`, { expectedVersion, ...more });
    expect([type, answer.status]).toEqual([type, 200]);
  };
  const [desk, street] = [
    await district.as('s1', 'dispatcher'),
    await district.as('s1', 'unit_handler'),
  ];
  const caller = await district.as('centre', 'callback_agent');
  await act(desk, 'triage', { category: 'vending', title: '夜间占道' });
  await act(desk, 'dispatch', { lead: 's1' });
  await act(street, 'sign-for', {});
  await act(street, 'reply', { reply: '已经劝离', outcome: 'FIXED' });
  await act(caller, 'verify', { reached: true, solved: 'yes' });
  await act(caller, 'close', { outcome: 'FIXED' });
  await turns();
  return id;
}

const seen = async (who: Client, id: string) => (await who.get(`/retention/${id}`)).body;
async function act(who: Client, id: string, type: string, more: object) {
  const expectedVersion = (await district.kept.queries.entry('demo', `retention-${id}`))?.version;
  return who.post(`/retention/${id}/${type}`, { expectedVersion, ...more });
}
const until = (days: number) => new Date(district.parts.clock() + days * DAY).toISOString();

describe('what is kept, from outside', () => {
  it('stands on the desk with its class and date, and nothing of the person', async () => {
    const id = await closed();
    const { status, body } = await archivist.get('/retention');
    expect([status, body.counts]).toEqual([
      200,
      { kept: 1, archive: 0, held: 0, wishes: 0, erased: 0 },
    ]);
    expect(body.rows[0]).toMatchObject({ id, status: 'kept', archive: true, holds: 0 });
    const page = await seen(archivist, id);
    for (const text of Object.values(SAID)) expect(JSON.stringify(page)).not.toContain(text);
    expect(page.acts.map(({ act: name }: { act: string }) => name)).toEqual(
      expect.arrayContaining(['place-hold', 'take-package']),
    );
    expect((await archivist.get(`/cases/${id}`)).status).toBe(403);
    expect((await (await district.as('s2', 'supervisor')).get(`/retention/${id}`)).status).toBe(
      404,
    );
  });

  it('a hold takes two accounts, and is refused in words to whoever placed it', async () => {
    const id = await closed();
    const placed = await act(supervisor, id, 'place-hold', { reason: '涉诉', until: until(30) });
    expect(placed.status).toBe(200);
    const own = await act(supervisor, id, 'agree-hold', { hold: 1 });
    expect([own.status, own.body.code]).toEqual([409, 'retention.own-hold']);
    const [owed] = (await archivist.get('/acts')).body.rows.filter(
      (row: { case: string }) => row.case === id,
    );
    expect(owed).toMatchObject({ act: 'agree-hold', actName: { zh: '同意法定保全' } });
    expect((await act(archivist, id, 'agree-hold', { hold: 1 })).status).toBe(200);
    const long = await act(supervisor, id, 'place-hold', { reason: '涉诉', until: until(90) });
    expect([long.status, long.body.code]).toEqual([422, 'retention.hold-too-long']);
    const shelf = (await archivist.get('/retention?shelf=held')).body;
    expect(shelf.rows.map((row: { id: string }) => row.id)).toEqual([id]);
    expect((await act(supervisor, id, 'lift-hold', { hold: 1, reason: '已判决' })).status).toBe(
      200,
    );
  });

  it('the archive has it before it goes: package, receipt, erasure', async () => {
    const id = await closed();
    const early = await act(archivist, id, 'record-transfer', { receipt: '档收 1' });
    expect(early.body.code).toBe('retention.no-package');
    district.pass(101 * DAY);
    await turns();
    expect((await archivist.get('/retention?shelf=archive')).body.counts.archive).toBeGreaterThan(
      0,
    );
    const expectedVersion = await versionOf(`retention-${id}`);
    const { status, body } = await archivist.post(`/retention/${id}/package`, { expectedVersion });
    expect(status).toBe(200);
    for (const text of Object.values(SAID)) expect(body.json).toContain(text);
    expect(body.html).toContain(SAID.words);
    expect(body.json).not.toContain('s1/unit_handler');
    expect(district.parts.crypto.hash(body.json)).toBe(body.digest);
    const looks = await district.kept.vault.looks('demo', id);
    expect(looks.some(({ purpose }) => purpose.includes('移交档案'))).toBe(true);
    expect((await act(archivist, id, 'record-transfer', { receipt: '档收 1' })).status).toBe(200);
    await turns();
    expect(await seen(archivist, id)).toMatchObject({ status: 'erased', receipt: '档收 1' });
    const again = await archivist.post(`/retention/${id}/package`, { expectedVersion });
    expect(again.status).toBe(404);
    const desk = await district.as('s1', 'dispatcher');
    expect((await desk.get(`/cases/${id}`)).body).toMatchObject({ words: null, title: null });
  });

  it('a wish is read by who answers it, and by nobody else', async () => {
    const id = await closed();
    const counter = await district.as('s2', 'intake_agent');
    const wish = '请把我说的都删掉';
    const onBehalfOf = { kind: 'person', relation: 'relative' };
    expect((await act(counter, id, 'ask-erasure', { words: wish })).status).toBe(404);
    expect((await act(counter, id, 'ask-erasure', { words: wish, onBehalfOf })).status).toBe(200);
    expect((await seen(archivist, id)).wishes).toMatchObject([{ words: wish, answered: false }]);
    expect((await seen(supervisor, id)).wishes).toMatchObject([{ words: null }]);
    const answer = '依规定保存至期满';
    expect((await act(archivist, id, 'answer-erasure', { wish: 1, answer })).status).toBe(200);
    expect((await seen(archivist, id)).wishes).toMatchObject([{ answered: true, answer }]);
  });

  it('a wish stays on the shelf of what is to be answered though the matter goes on', async () => {
    const id = await closed();
    const counter = await district.as('c11', 'intake_agent');
    const onBehalfOf = { kind: 'person', relation: 'relative' };
    expect((await act(counter, id, 'ask-erasure', { onBehalfOf })).status).toBe(200);
    const expectedVersion = await versionOf(id);
    const reopening = { expectedVersion, onBehalfOf, reason: 'not_fixed' };
    expect((await counter.post(`/cases/${id}/reopen`, reopening)).status).toBe(200);
    await turns();
    const { rows } = (await archivist.get('/retention?shelf=wishes')).body;
    expect(rows).toMatchObject([{ id, status: 'stopped', wish: true }]);
  });
});
