import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, expectTypeOf, it } from 'vitest';
import { z } from 'zod';
import * as cases from '../../src/contract/cases.ts';
import * as rulebook from '../../src/contract/rulebook.ts';
import * as session from '../../src/contract/session.ts';
import type { Rating } from '../../src/core/whistle/state.ts';
import { VERDICTS, type Verdict } from '../../src/core/whistle/words.ts';

/**
 * Invariant 38 and the red lines it stands for: no attribute of ours may score, tag, list or rank
 * people, or rank units. A name is taken apart into words, so that `riskLevel`, `risk_level` and
 * `risk-level` are one.
 */
const NEVER = [
  ...['risk', 'mood', 'emotion', 'sentiment', 'stability', 'credit', 'reputation', 'suspicion'],
  ...['score', 'scores', 'rating', 'ratings', 'points', 'grade', 'persona', 'portrait', 'profile'],
  ...['watchlist', 'watch', 'blacklist', 'blocklist', 'allowlist', 'whitelist', 'tag', 'tags'],
  ...['troublemaker', 'repeat', 'frequent', 'petitioner', 'opinion', 'control', 'monitoring'],
  ...['ranking', 'leaderboard', 'league', 'percentile', 'best', 'worst', 'top'],
  ...['gps', 'location', 'online', 'checkin', 'attendance', 'photo', 'photos'],
];

/**
 * 双向评价: what two offices say of each other after one whistle, in words and both ways. It has the
 * name that people know it by, in the whistle and its law alone; a test holds it to words.
 */
const MUTUAL = /^src\/core\/(whistle|rulebook)\/.* (rating|ratings)$/;

/**
 * 办理意见: the office's own written opinion on a petition, which the law asks for under that name
 * (信访工作条例 第三十二条); nobody's opinion is ever watched.
 */
const STATUTORY = /^src\/core\/petition\/(commands|events|state)\.ts opinion$/;

/** What the list of people would be called that nobody may make. */
const PEOPLE = ['person', 'persons', 'people', 'resident', 'residents', 'citizen', 'requester'];

const wordsOf = (name: string): readonly string[] =>
  name
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter(Boolean);

const banned = (names: Iterable<string>, list: readonly string[]): string[] =>
  [...new Set(names)].filter((name) => wordsOf(name).some((word) => list.includes(word)));

const root = new URL('../../', import.meta.url).pathname;
const sql = readFileSync(join(root, 'migrations/schema.sql'), 'utf8');
const tables = new Map(
  [...sql.matchAll(/CREATE TABLE (\w+) \(\n([\s\S]*?)\n\)/g)].map(([, name = '', body = '']) => [
    name,
    body.split('\n').map((line) => line.trim().split(' ')[0] ?? ''),
  ]),
);

describe('nothing stored', () => {
  const names = [...tables].flatMap(([table, columns]) => [table, ...columns]);

  it('scores, tags or ranks anybody', () => {
    expect(names.length).toBeGreaterThan(100);
    expect(banned(names, NEVER)).toEqual([]);
  });

  it('is a list of people, or says who one is outside the vault', () => {
    const told = ['name', 'telephone', 'phone', 'contact', 'words', 'address', 'gender', 'age'];
    const columns = [...tables].flatMap(([table, own]) => own.map((one) => `${table}.${one}`));
    const claims = ['claim_counter.name', 'claim_holder.name', 'migration.name', 'tally.name'];
    expect(banned(names, PEOPLE)).toEqual([]);
    expect(banned(columns, told).filter((column) => !claims.includes(column))).toEqual([]);
  });

  it('joins requests but by their own keys: what is found by is a unit, a title, a number', () => {
    const found = [...sql.matchAll(/CREATE (?:UNIQUE )?INDEX \w+ ON \w+\.?\w* .*?\((.*)\)/g)];
    expect(found.length).toBeGreaterThan(5);
    expect(
      banned(
        found.map(([, of = '']) => of),
        [...PEOPLE, 'ciphertext', 'mac'],
      ),
    ).toEqual([]);
  });
});

describe('nothing said over the wire', () => {
  const names: string[] = [];
  for (const [name, schema] of Object.entries({ ...cases, ...rulebook, ...session })) {
    if (schema instanceof z.ZodType) names.push(name, ...keysOf(z.toJSONSchema(schema)));
  }
  for (const [act, body] of Object.entries(cases.actBodies))
    names.push(act, ...keysOf(z.toJSONSchema(body)));

  it('scores, tags or ranks anybody', () => {
    expect(names.length).toBeGreaterThan(200);
    expect(banned(names, NEVER)).toEqual([]);
  });

  it('lets a list be put in an order of the reader’s choosing', () => {
    const queries = [cases.CaseQuery, cases.ProposalQuery, cases.PrecedentQuery];
    const asked = queries.flatMap((query) => Object.keys(query.shape));
    expect(banned(asked, ['sort', 'order', 'by', 'desc', 'account', ...PEOPLE])).toEqual([]);
  });
});

describe('no type of the core', () => {
  it('has a field that scores, tags or ranks anybody', () => {
    const files = readdirSync(join(root, 'src/core'), { recursive: true, encoding: 'utf8' });
    const own = files.filter((file) => /(?<!\.test|\.fixture)\.ts$/.test(file));
    const fields = own.flatMap((file) =>
      [...readFileSync(join(root, 'src/core', file), 'utf8').matchAll(/readonly (\w+)\??:/g)].map(
        ([, field = '']) => `src/core/${file} ${field}`,
      ),
    );
    expect(fields.length).toBeGreaterThan(300);
    const allowed = [MUTUAL, STATUTORY];
    const named = fields
      .filter((field) => !allowed.some((one) => one.test(field)))
      .map((one) => one.split(' ')[1]);
    expect(banned(named as string[], NEVER)).toEqual([]);
  });

  it('holds a mark where two offices rate each other, only words', () => {
    expect(VERDICTS).toEqual(['yes', 'partly', 'no']);
    expectTypeOf<Rating['items'][string]>().toEqualTypeOf<Verdict>();
  });
});

/** Names of properties anywhere in a JSON schema. */
function keysOf(schema: unknown): string[] {
  if (typeof schema !== 'object' || schema === null) return [];
  return Object.entries(schema).flatMap(([key, value]) =>
    key === 'properties' ? [...Object.keys(value), ...keysOf(value)] : keysOf(value),
  );
}
