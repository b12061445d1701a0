import { beforeAll, describe, expect, it } from 'vitest';
import { actBodies } from '../contract/cases.ts';
import { access } from './access.ts';
import { type District, openDistrict } from './testing/district.ts';

interface Operation {
  readonly summary?: string;
  readonly responses: Record<string, unknown>;
  readonly requestBody?: { readonly content: Record<string, { readonly schema: object }> };
}

let district: District;
let paths: Record<string, Record<string, Operation>>;

beforeAll(async () => {
  district = await openDistrict();
  const answer = await district.app.inject({ url: '/api/openapi.json' });
  expect(answer.json().openapi).toBe('3.1.0');
  paths = answer.json().paths;
});

const operations = (): [string, Operation][] =>
  Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]): [string, Operation] => [
      `${method.toUpperCase()} ${path.replace(/\{(\w+)\}/g, ':$1')}`,
      operation,
    ]),
  );

describe('the description of the API', () => {
  it('has every route of the access table but itself', () => {
    const described = operations().map(([key]) => key);
    const routes = Object.keys(access).filter((key) => key !== 'GET /api/openapi.json');
    expect(described.sort()).toEqual(routes.sort());
  });

  it('says in two languages what each is for, and how it may refuse', () => {
    for (const [key, operation] of operations()) {
      expect(operation.summary, key).toMatch(/[\u4e00-\u9fff].* · [A-Z]/);
      expect(Object.keys(operation.responses), key).toContain('500');
    }
  });

  it.each(Object.keys(actBodies))('gives %s a body with the version that was seen', (act) => {
    const body = paths[`/api/cases/{id}/${act}`]?.post?.requestBody?.content['application/json'];
    expect(body?.schema).toMatchObject({
      type: 'object',
      required: expect.arrayContaining(['expectedVersion']),
    });
  });
});
