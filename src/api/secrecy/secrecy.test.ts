import { beforeEach, describe, expect, it } from 'vitest';
import type { Recusal } from '../../core/authority/institution.ts';
import { district as law } from '../../core/case/given.fixture.ts';
import { secrecy } from '../../core/secrecy/given.fixture.ts';
import { type Client, type District, openDistrict } from '../testing/district.ts';

let district: District;
let id: string;
const recusals: Recusal[] = [];

beforeEach(async () => {
  recusals.length = 0;
  district = await openDistrict({ institution: { ...law({ secrecy }), version: 0, recusals } });
  const clerk = await district.as('c11', 'intake_agent');
  const request = {
    reportsOfficial: false,
    kind: 'complaint',
    intake: 'counter',
    words: '示例诉求',
    place: { unit: 'c11' },
  };
  id = (await clerk.post('/cases', request)).body.id;
});

const asks = { basis: 'impede', reason: '核查期间', lastDay: '2026-03-10' };
const looks = async (who: Client) => (await who.get(`/cases/${id}/looks`)).body;
async function act(who: Client, name: string, body: object = {}) {
  const { version } = await looks(await district.as('centre', 'auditor'));
  return who.post(`/cases/${id}/secrecy/${name}`, { expectedVersion: version, ...body });
}

describe('a hold of looks', () => {
  it('is asked for by the head of a unit at work on it, and agreed to by another officer', async () => {
    const head = await district.as('c11', 'unit_head');
    const second = await district.as('centre', 'supervisor');
    expect((await looks(head)).acts).toMatchObject([
      { act: 'ask', allowed: true },
      { act: 'agree', allowed: false },
      { act: 'turn-down', allowed: false },
      { act: 'lift', allowed: false },
    ]);
    expect((await act(head, 'ask', asks)).status).toBe(200);
    const owed = (await second.get('/acts')).body.rows;
    expect(owed).toMatchObject([{ process: 'secrecy', act: 'agree', case: id }]);
    expect((await act(second, 'agree')).status).toBe(200);
    expect(await looks(head)).toMatchObject({
      hold: { unitName: { zh: expect.any(String) }, until: '2026-03-10T16:00:00.000Z' },
      acts: [{}, {}, {}, { act: 'lift', allowed: true }],
    });
    expect((await act(head, 'lift', { reason: '核查完毕' })).status).toBe(200);
    expect(await looks(head)).toMatchObject({ hold: null, past: [{ basis: { zh: '妨碍履职' } }] });
  });

  it('is refused in words, and is not there for who may not know of the case', async () => {
    const head = await district.as('c11', 'unit_head');
    const late = await act(head, 'ask', { ...asks, lastDay: '2026-12-31' });
    expect(late).toMatchObject({ status: 422, body: { code: 'secrecy.too-long' } });
    expect(late.body.what).toContain('最长只能到');
    const elsewhere = await district.as('s2', 'unit_head');
    expect((await act(elsewhere, 'ask', asks)).status).toBe(404);
    recusals.push({
      id: 'r',
      account: 'c11/unit_head',
      scope: { kind: 'case', case: id },
      reason: '亲属',
      validFrom: 0,
      validTo: null,
    });
    expect((await act(head, 'ask', asks)).status).toBe(404);
  });
});
