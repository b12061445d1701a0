import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import pg from 'pg';
import { StoreFault } from './fault.ts';
import { probe } from './probe.ts';

/** One numbered step forward. What has been shipped is never edited; its checksum is kept. */
export interface Migration {
  readonly number: number;
  readonly name: string;
  readonly sql: string;
  readonly checksum: string;
  /** Programs of the release before cannot work on the result: line 1 says `-- breaking: why`. */
  readonly breaking: boolean;
}

export interface MigrateOptions {
  /** Also run breaking steps on a database that is in use; on a new one they always run. */
  readonly breaking?: boolean;
  readonly migrations?: readonly Migration[];
}

export interface MigrateReport {
  readonly applied: readonly string[];
  readonly version: number;
}

/** The database may not be brought to this version; the text says what to do. */
export class MigrationRefused extends StoreFault {
  override name = 'MigrationRefused';
}

/** The role that owns the tables where the given one is a superuser, whom no policy would bind. */
const OWNER = 'shaoying_owner';
export const APP = 'shaoying_app';
export const SCHEMA = 'shaoying';

const FOLDER = new URL('../../migrations/', import.meta.url);

/** The migrations of this checkout, in order. */
export function shippedMigrations(): readonly Migration[] {
  return readdirSync(FOLDER)
    .filter((file) => /^\d{4}_.*\.sql$/.test(file))
    .sort()
    .map((file) => migration(file, readFileSync(new URL(file, FOLDER), 'utf8')));
}

export function migration(file: string, sql: string): Migration {
  return {
    number: Number(file.slice(0, 4)),
    name: file.replace(/\.sql$/, ''),
    sql,
    checksum: `sha256:${createHash('sha256').update(sql).digest('hex')}`,
    breaking: sql.startsWith('-- breaking:'),
  };
}

/**
 * Brings a database to this code's version. Safe to call by any number of processes at once: each
 * step's row is claimed before the step runs, in the step's own transaction.
 *
 * @param url a role that may create schemas and roles, or the owner of an earlier installation, or
 *   (when nothing is left to do) the application's own
 * @throws ServerUnfit where the server lacks what the store stands on
 * @throws MigrationRefused where the database is newer, was changed, or may not be changed
 */
export async function migrate(url: string, options: MigrateOptions = {}): Promise<MigrateReport> {
  const migrations = options.migrations ?? shippedMigrations();
  const client = new pg.Client({ connectionString: url, application_name: 'shaoying migrate' });
  await client.connect();
  try {
    await probe(client);
    const before = await appliedIn(client);
    checkFit(before, migrations);
    if (before.length === migrations.length) return { applied: [], version: before.length };
    await prepare(client);
    const applied: string[] = [];
    for (const step of migrations) {
      if (step.breaking && before.length > 0 && options.breaking !== true)
        await refuseUnlessApplied(client, step);
      else if (await run(client, step)) applied.push(step.name);
    }
    return { applied, version: migrations.length };
  } finally {
    await client.end();
  }
}

interface Applied {
  readonly number: number;
  readonly name: string;
  readonly checksum: string;
}

/** What the database has had; nothing where it is new. */
async function appliedIn(client: pg.ClientBase): Promise<readonly Applied[]> {
  const found = await client.query(
    `SELECT to_regclass('${SCHEMA}.migration') IS NOT NULL AS there`,
  );
  if (!found.rows[0].there) return [];
  const { rows } = await client.query<Applied>(
    `SELECT number, name, checksum FROM ${SCHEMA}.migration ORDER BY number`,
  );
  return rows;
}

/** @throws MigrationRefused where the database has had what this code does not know */
function checkFit(applied: readonly Applied[], migrations: readonly Migration[]): void {
  for (const [index, row] of applied.entries()) {
    const known = migrations[index];
    if (known === undefined)
      throw new MigrationRefused({
        zh: `数据库已升级到 ${row.name}，本程序只认识到 ${migrations.at(-1)?.name}：请使用新版程序。`,
        en: `The database has had ${row.name}; this program knows only up to ${migrations.at(-1)?.name}: use the newer program.`,
      });
    if (known.name !== row.name || known.checksum !== row.checksum)
      throw new MigrationRefused({
        zh: `数据库执行过的 ${row.name} 与本程序自带的不同：请使用装库时的发行版。`,
        en: `${row.name} as the database had it is not the one shipped here: use the release it was installed with.`,
      });
  }
}

async function refuseUnlessApplied(client: pg.Client, step: Migration): Promise<void> {
  const rows = await appliedIn(client);
  if (rows.some(({ number }) => number === step.number)) return;
  throw new MigrationRefused({
    zh: `${step.name} 会使旧版程序无法运行：请先停止所有旧版程序，再用 --breaking 升级。`,
    en: `${step.name} stops programs of the release before: end them all, then migrate with --breaking.`,
  });
}

/** Roles, schema and the table of migrations. */
async function prepare(client: pg.Client): Promise<void> {
  const { rows } = await client.query(
    'SELECT rolsuper, session_user::text AS me FROM pg_roles WHERE rolname = session_user',
  );
  const { rolsuper, me }: { rolsuper: boolean; me: string } = rows[0];
  await createRole(client, APP);
  if (rolsuper) await createRole(client, OWNER);
  else await joinRole(client, APP);
  const owner = pg.escapeIdentifier(rolsuper ? OWNER : me);
  await client.query('BEGIN');
  await client.query(`SELECT pg_advisory_xact_lock(hashtextextended('shaoying.migrate', 0))`);
  await client.query(`
    CREATE SCHEMA IF NOT EXISTS ${SCHEMA} AUTHORIZATION ${owner};
    SET ROLE ${owner};
    SET search_path = ${SCHEMA};
    CREATE TABLE IF NOT EXISTS migration (
      number integer PRIMARY KEY,
      name text NOT NULL,
      checksum text NOT NULL,
      applied_at timestamptz NOT NULL DEFAULT now()
    )`);
  await client.query('COMMIT');
}

async function createRole(client: pg.Client, role: string): Promise<void> {
  const { rowCount } = await client.query('SELECT FROM pg_roles WHERE rolname = $1', [role]);
  if (rowCount !== 0) return;
  // Roles belong to the whole server: another installer may be first, before our look or during it.
  await allowed(role, client.query(`CREATE ROLE ${role} NOLOGIN NOSUPERUSER NOBYPASSRLS`), [
    '42710',
    '23505',
  ]);
}

/** Connections of the program take the application's role, so the given one must be in it. */
async function joinRole(client: pg.Client, role: string): Promise<void> {
  const { rows } = await client.query(`SELECT pg_has_role(session_user, $1, 'MEMBER') AS member`, [
    role,
  ]);
  if (!rows[0].member) await allowed(role, client.query(`GRANT ${role} TO session_user`));
}

async function allowed(role: string, asked: Promise<unknown>, well: string[] = []): Promise<void> {
  try {
    await asked;
  } catch (error) {
    const { code } = error as { code?: string };
    if (code !== undefined && well.includes(code)) return;
    if (code !== '42501') throw error;
    throw new MigrationRefused({
      zh: `当前账号不能建立或加入角色：请数据库管理员执行 CREATE ROLE ${role} NOLOGIN; 并将其授予本账号。`,
      en: `This role may not create roles or join them: have an administrator run CREATE ROLE ${role} NOLOGIN; and grant it to this one.`,
    });
  }
}

/** @returns false where another installer had it first */
async function run(client: pg.Client, step: Migration): Promise<boolean> {
  await client.query('BEGIN');
  try {
    const claimed = await client.query(
      `INSERT INTO migration (number, name, checksum) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING`,
      [step.number, step.name, step.checksum],
    );
    if (claimed.rowCount === 1) await client.query(step.sql);
    await client.query('COMMIT');
    return claimed.rowCount === 1;
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  }
}
