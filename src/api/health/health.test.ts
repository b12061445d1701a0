import { expect, it } from 'vitest';
import { openDistrict } from '../testing/district.ts';

it('is ready only when nothing is missing', async () => {
  const missing: string[] = [];
  const district = await openDistrict({ parts: { unready: async () => missing } });
  const ready = () => district.app.inject({ url: '/health/ready' });
  expect((await ready()).statusCode).toBe(200);
  missing.push('database');
  expect((await ready()).statusCode).toBe(503);
  expect((await ready()).json()).toEqual({ ready: false, missing: ['database'] });
});

it('measures routes and counts cases, and names nobody', async () => {
  const district = await openDistrict();
  const clerk = await district.as('c11', 'intake_agent');
  const { id } = (
    await clerk.post('/cases', {
      reportsOfficial: false,
      kind: 'help',
      intake: 'counter',
      words: '示例诉求',
      place: { unit: 'c11' },
    })
  ).body;
  await clerk.get(`/cases/${id}`);
  const { body } = await district.app.inject({ url: '/metrics' });
  expect(body).toContain('shaoying_cases{tenant="demo",bucket="open"} 1');
  expect(body).toContain('route="GET /api/cases/:id",status="200"');
  for (const secret of [id, 'c11', '示例']) expect(body).not.toContain(secret);
});
