import { beforeEach, describe, expect, it } from 'vitest';
import type { Recusal } from '../../core/authority/institution.ts';
import { petitioning } from '../../core/rulebook/petition.fixture.ts';
import { type Client, type District, HOUR, openDistrict } from '../testing/district.ts';

const DAY = 24 * HOUR;
let district: District;
/** The petition office, the body that handles it, whoever reviews. */
let office: Client;
let body: Client;
let review: Client;
const recusals: Recusal[] = [];

beforeEach(async () => {
  recusals.length = 0;
  const { rulebooks } = petitioning();
  district = await openDistrict({ institution: { rulebooks, recusals } });
  office = await district.as('centre', 'unit_handler');
  body = await district.as('s1', 'unit_handler');
  review = await district.as('d', 'unit_handler');
});

async function requested(confidential = false): Promise<string> {
  const clerk = await district.as('c11', 'intake_agent');
  const { id } = (
    await clerk.post('/cases', {
      reportsOfficial: false,
      kind: 'complaint',
      intake: 'counter',
      words: '补偿款少算了',
      place: { unit: 'c11' },
      confidential,
    })
  ).body;
  return id;
}

const register = async (id: string, change: object = {}) => {
  const desk = await district.as('centre', 'dispatcher');
  return desk.post('/petitions', {
    case: id,
    kind: 'claim',
    number: { system: 'national', number: 'XF-7' },
    words: '请依法补足补偿款',
    ...change,
  });
};
const act = async (who: Client, id: string, name: string, body: object = {}) => {
  const { version } = (await office.get(`/petitions/${id}`)).body;
  return who.post(`/petitions/${id}/${name}`, { expectedVersion: version, ...body });
};
const done = async (...args: Parameters<typeof act>) => {
  const answer = await act(...args);
  expect(answer.status, JSON.stringify(answer.body)).toBe(200);
  return answer;
};
const OPINION = {
  verdict: 'NOT_SUPPORT',
  request: '请求补足补偿款',
  facts: '经查，面积核定无误',
  opinion: '对您的请求不予支持',
  basis: '某条例第五条',
};

async function told(): Promise<string> {
  const about = await requested();
  const { id } = (await register(about)).body;
  await done(office, id, 'route', { bodies: ['s1'] });
  await done(body, id, 'accept');
  await done(body, id, 'deliver', { letter: 1, means: 'post' });
  await done(body, id, 'give-opinion', OPINION);
  await done(office, id, 'deliver', { letter: 2, means: 'in-person', proof: '本人签收' });
  return id;
}

describe('a petition over the wire', () => {
  it('goes to its opinion, and the paper tells until when and of whom review is asked', async () => {
    const id = await told();
    const { body: page } = await body.get(`/petitions/${id}`);
    expect(page).toMatchObject({
      status: 'told',
      stage: 'handling',
      words: '请依法补足补偿款',
      number: { number: 'XF-7' },
      bodyName: { zh: '东街道' },
    });
    const [, paper] = page.letters;
    expect(paper).toMatchObject({
      kind: 'opinion',
      opinion: { facts: OPINION.facts, basis: OPINION.basis },
      delivered: { means: 'in-person', proof: '本人签收' },
      dates: [{ clock: { kind: 'ask-review' }, of: { zh: '示例区' } }],
    });
    expect(page.thread.map(({ type }: { type: string }) => type)).toContain('OpinionGiven');
    for (const entry of page.thread) expect(entry.sentence.zh).not.toContain('undefined');
    const asked = page.acts.find((choice: { act: string }) => choice.act === 'ask-review');
    expect(asked).toMatchObject({ allowed: false });
  });

  it('is asked about by the person’s helper, reviewed, and read by whoever reviews', async () => {
    const id = await told();
    const intake = await district.as('centre', 'intake_agent');
    const onBehalfOf = { kind: 'person', relation: 'relative' };
    await done(intake, id, 'ask-review', { words: '核定有误', onBehalfOf });
    await district.tick();
    const { body: page } = await review.get(`/petitions/${id}`);
    expect(page).toMatchObject({ status: 'working', stage: 'review', holder: 'd' });
    expect(page.letters[1].opinion.facts).toBe(OPINION.facts);
    const { acts } = (await body.get(`/petitions/${id}`)).body;
    expect(acts.filter(({ allowed }: { allowed: boolean }) => allowed)).toEqual([]);
    const rows = (await review.get('/petitions')).body.rows;
    expect(rows).toMatchObject([{ id, stage: 'review', holder: 'd', title: null }]);
  });

  it('shows what is owed to each, and where the request stands to its own page', async () => {
    const about = await requested();
    const { id } = (await register(about)).body;
    const acts = (await office.get('/acts')).body.rows;
    expect(acts).toMatchObject([{ process: 'petition', act: 'route', stream: id, case: about }]);
    expect(acts[0].actName.zh).toBe('转送');
    await district.tick();
    const offer = (
      await (await district.as('centre', 'intake_agent')).get(`/cases/${about}/petition-offer`)
    ).body;
    expect(offer).toMatchObject({
      why: null,
      petitions: [{ id, status: 'registered', live: true }],
    });
    await done(office, id, 'route', { bodies: ['urban'] });
    await district.tick();
    // Another bureau reads the request because its petition was routed there.
    const urban = await district.as('urban', 'unit_handler');
    expect((await urban.get(`/cases/${about}`)).body).toMatchObject({ words: '补偿款少算了' });
  });

  it('is one to a request, says so, and begins no second', async () => {
    const about = await requested();
    await register(about);
    const again = await register(about, { number: null });
    expect(again).toMatchObject({ status: 409, body: { code: 'petition.same-matter' } });
    expect(again.body.next).not.toBe('');
  });
});

describe('what a petition keeps from whom', () => {
  it('keeps the words of a confidential request from the body that handles it', async () => {
    const about = await requested(true);
    const { id } = (await register(about)).body;
    await done(office, id, 'route', { bodies: ['s1'] });
    expect((await body.get(`/petitions/${id}`)).body.words).toBeNull();
    expect((await office.get(`/petitions/${id}`)).body.words).toBe('请依法补足补偿款');
  });

  it('keeps from that body who signed for a paper of a confidential request', async () => {
    const { id } = (await register(await requested(true))).body;
    await done(office, id, 'route', { bodies: ['s1'] });
    await done(body, id, 'accept');
    await done(office, id, 'deliver', { letter: 1, means: 'in-person', proof: '王某本人签收' });
    const proof = async (who: Client) =>
      (await who.get(`/petitions/${id}`)).body.letters[0].delivered.proof;
    expect(await proof(body)).toBeNull();
    expect(await proof(office)).toBe('王某本人签收');
  });

  it('keeps nothing of a report of wrongdoing but that it was handed over', async () => {
    const about = await requested();
    const kept = await register(about, { kind: 'report', number: null });
    expect(kept.body.code).toBe('petition.words-not-kept');
    const { id } = (await register(about, { kind: 'report', number: null, words: null })).body;
    const { body: page } = await office.get(`/petitions/${id}`);
    expect(page).toMatchObject({ status: 'handed-over', words: null, number: null, letters: [] });
    expect(JSON.stringify(district.log)).not.toContain('补足');
  });

  it('is not there for a recused account, and its acts are refused', async () => {
    const id = await told();
    recusals.push({
      id: 'r',
      account: 's1/unit_handler',
      scope: { kind: 'unit', unit: 'c11' },
      reason: '亲属',
      validFrom: 0,
      validTo: null,
    });
    expect((await body.get(`/petitions/${id}`)).status).toBe(404);
    expect((await body.get('/petitions')).body.rows).toEqual([]);
    const refused = await act(body, id, 'give-opinion', OPINION);
    expect(refused.status).not.toBe(200);
  });

  it('is not there for a stranger', async () => {
    const id = await told();
    expect((await (await district.as('water', 'unit_head')).get(`/petitions/${id}`)).status).toBe(
      404,
    );
  });

  it('logs a look at the person’s words, once a day', async () => {
    const id = await told();
    for (let n = 0; n < 3; n += 1) await body.get(`/petitions/${id}`);
    const looks = await district.kept.vault.looks('demo', id);
    const own = looks.filter(
      ({ actor }) => actor.kind === 'staff' && actor.account === 's1/unit_handler',
    );
    expect(own).toHaveLength(1);
  });
});

describe('asking late', () => {
  it('is answered with the reason and the next path', async () => {
    const id = await told();
    district.pass(40 * DAY);
    await district.tick();
    const intake = await district.as('centre', 'intake_agent');
    const onBehalfOf = { kind: 'person', relation: 'relative' };
    await done(intake, id, 'ask-review', { onBehalfOf });
    const { body: page } = await office.get(`/petitions/${id}`);
    expect(page.letters.at(-1)).toMatchObject({
      kind: 'review-refused',
      refused: { reason: 'late' },
    });
    expect(page.letters.at(-1).refused.nextPath.zh).not.toBe('');
  });
});

describe('the dates of any petition', () => {
  it('are counted from the days given, each with its article', async () => {
    const auditor = await district.as('centre', 'auditor');
    const { body: dates } = await auditor.get(
      '/petitions/dates?received=2026-03-02T14:00:00%2B08:00&accepted=2026-03-16T10:00:00%2B08:00&extension=30',
    );
    expect(dates.elsewhere).toBeNull();
    const due = Object.fromEntries(
      dates.rows.map((row: { limit: string; due: null | { at: string } }) => [
        row.limit,
        row.due?.at ?? null,
      ]),
    );
    expect(due).toMatchObject({ routing: '2026-03-17T10:00:00.000Z', notice: null });
    expect(dates.rows[0].citation.text.zh).toContain('22');
    expect(dates.rows[0].due.because.zh).toContain('15日');
  });

  it('are none for a kind that goes elsewhere', async () => {
    const { body: dates } = await office.get('/petitions/dates?kind=suggestion');
    expect(dates).toMatchObject({ rows: [], elsewhere: { name: { zh: '建议意见办理' } } });
  });
});
