import type pg from 'pg';
import { SCHEMA } from './migrate.ts';

/**
 * The whole schema as SQL text, from the catalogue: what a reader wants to see at once, and what a
 * test compares with `migrations/schema.sql`. Owners are left out; they differ between
 * installations.
 */
export async function dumpSchema(client: pg.ClientBase): Promise<string> {
  const lines: string[] = [];
  for (const query of [TABLES, INDEXES, CONSTRAINTS, POLICIES, FUNCTIONS, TRIGGERS, GRANTS]) {
    const { rows } = await client.query<{ sql: string }>(query);
    lines.push(...rows.map(({ sql }) => `${sql.trim()};`), '');
  }
  return `${HEADER}\n${lines.join('\n').trim()}\n`;
}

const HEADER = `-- Generated from migrations/*.sql; a test fails where it differs. Do not edit:
-- vitest run --project pg src/postgres/migrate.pg.test.ts -u
`;

const IN_SCHEMA = `'${SCHEMA}'::regnamespace`;

const TABLES = `
  SELECT format(E'CREATE TABLE %s (\\n%s\\n)%s', c.relname,
    string_agg(format('  %s %s%s%s%s', a.attname, format_type(a.atttypid, a.atttypmod),
      CASE WHEN a.attcollation = '"C"'::regcollation THEN ' COLLATE "C"' END,
      CASE WHEN a.attnotnull THEN ' NOT NULL' END,
      CASE WHEN a.attidentity = 'a' THEN ' GENERATED ALWAYS AS IDENTITY'
        ELSE ' DEFAULT ' || pg_get_expr(d.adbin, d.adrelid) END), E',\\n' ORDER BY a.attnum),
    ' WITH (' || array_to_string(c.reloptions, ', ') || ')') AS sql
  FROM pg_class c
  JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
  LEFT JOIN pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum
  WHERE c.relnamespace = ${IN_SCHEMA} AND c.relkind = 'r'
  GROUP BY c.oid ORDER BY c.relname COLLATE "C"`;

/** Those that no constraint brings along. */
const INDEXES = `
  SELECT pg_get_indexdef(i.indexrelid) AS sql FROM pg_index i
  JOIN pg_class c ON c.oid = i.indexrelid
  WHERE c.relnamespace = ${IN_SCHEMA}
    AND NOT EXISTS (SELECT FROM pg_constraint k WHERE k.conindid = i.indexrelid AND k.contype IN ('p', 'u'))
  ORDER BY c.relname COLLATE "C"`;

/** Not-null constraints stand with their columns (and have rows here only from release 18 on). */
const CONSTRAINTS = `
  SELECT format('ALTER TABLE %s ADD CONSTRAINT %s %s', c.relname, k.conname, pg_get_constraintdef(k.oid)) AS sql
  FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid
  WHERE c.relnamespace = ${IN_SCHEMA} AND k.contype <> 'n'
  ORDER BY c.relname COLLATE "C", k.conname COLLATE "C"`;

const POLICIES = `
  SELECT format('ALTER TABLE %s%s%s', c.relname,
      CASE WHEN c.relrowsecurity THEN ' ENABLE ROW LEVEL SECURITY' END,
      CASE WHEN c.relforcerowsecurity THEN ', FORCE ROW LEVEL SECURITY' END)
    || coalesce(string_agg(format(E';\\nCREATE POLICY %s ON %s FOR %s USING (%s)%s', p.polname, c.relname,
      CASE p.polcmd WHEN '*' THEN 'ALL' WHEN 'r' THEN 'SELECT' ELSE p.polcmd::text END,
      pg_get_expr(p.polqual, c.oid), ' WITH CHECK (' || pg_get_expr(p.polwithcheck, c.oid) || ')'), ''
      ORDER BY p.polname COLLATE "C"), '') AS sql
  FROM pg_class c LEFT JOIN pg_policy p ON p.polrelid = c.oid
  WHERE c.relnamespace = ${IN_SCHEMA} AND c.relkind = 'r' AND c.relrowsecurity
  GROUP BY c.oid ORDER BY c.relname COLLATE "C"`;

const FUNCTIONS = `
  SELECT pg_get_functiondef(p.oid) AS sql FROM pg_proc p
  WHERE p.pronamespace = ${IN_SCHEMA}
  ORDER BY p.proname COLLATE "C", p.oid`;

const TRIGGERS = `
  SELECT pg_get_triggerdef(t.oid) AS sql FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
  WHERE c.relnamespace = ${IN_SCHEMA} AND NOT t.tgisinternal
  ORDER BY c.relname COLLATE "C", t.tgname COLLATE "C"`;

const GRANTS = `
  SELECT format('GRANT %s ON %s TO %s', string_agg(g.privilege_type, ', ' ORDER BY g.privilege_type COLLATE "C"),
    c.relname, g.grantee::regrole) AS sql
  FROM pg_class c CROSS JOIN LATERAL aclexplode(c.relacl) g
  WHERE c.relnamespace = ${IN_SCHEMA} AND c.relkind = 'r' AND g.grantee <> c.relowner
  GROUP BY c.relname, g.grantee
  ORDER BY c.relname COLLATE "C"`;
