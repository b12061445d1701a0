import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import pg from 'pg';

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

/** The database and this code do not fit each other; the message says what to do. */
export class MigrationRefused extends Error {
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
 * @throws MigrationRefused where the database is newer, was changed, or may not be changed
 */
export async function migrate(url: string, options: MigrateOptions = {}): Promise<MigrateReport> {
  const migrations = options.migrations ?? shippedMigrations();
  const client = new pg.Client({ connectionString: url, application_name: 'shaoying migrate' });
  await client.connect();
  try {
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
export async function appliedIn(client: pg.ClientBase): Promise<readonly Applied[]> {
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
export function checkFit(applied: readonly Applied[], migrations: readonly Migration[]): void {
  for (const [index, row] of applied.entries()) {
    const known = migrations[index];
    if (known === undefined)
      throw new MigrationRefused(
        `数据库已升级到 ${row.name}，本程序只认识到 ${migrations.at(-1)?.name}：请使用新版程序。 ` +
          `The database has had ${row.name}; this program knows only up to ${migrations.at(-1)?.name}: use the newer program.`,
      );
    if (known.name !== row.name || known.checksum !== row.checksum)
      throw new MigrationRefused(
        `数据库执行过的 ${row.name} 与本程序自带的不同：请使用装库时的发行版。 ` +
          `${row.name} as the database had it is not the one shipped here: use the release it was installed with.`,
      );
  }
}

async function refuseUnlessApplied(client: pg.Client, step: Migration): Promise<void> {
  const rows = await appliedIn(client);
  if (rows.some(({ number }) => number === step.number)) return;
  throw new MigrationRefused(
    `${step.name} 会使旧版程序无法运行：请先停止所有旧版程序，再用 --breaking 升级。 ` +
      `${step.name} stops programs of the release before: end them all, then migrate with --breaking.`,
  );
}

/** Roles, schema and the table of migrations; roles belong to the whole server, hence the retries. */
async function prepare(client: pg.Client): Promise<void> {
  const { rows } = await client.query(
    'SELECT rolsuper, rolcreaterole, session_user AS me FROM pg_roles WHERE rolname = session_user',
  );
  const { rolsuper, me } = rows[0];
  await createRole(client, APP);
  if (rolsuper) await createRole(client, OWNER);
  const owner = rolsuper ? OWNER : me;
  await client.query('BEGIN');
  await client.query(`SELECT pg_advisory_xact_lock(hashtextextended('shaoying.migrate', 0))`);
  await client.query(`
    CREATE SCHEMA IF NOT EXISTS ${SCHEMA} AUTHORIZATION ${pg.escapeIdentifier(owner)};
    SET LOCAL ROLE ${pg.escapeIdentifier(owner)};
    CREATE TABLE IF NOT EXISTS ${SCHEMA}.migration (
      number integer PRIMARY KEY,
      name text NOT NULL,
      checksum text NOT NULL,
      applied_at timestamptz NOT NULL DEFAULT now()
    )`);
  await client.query('COMMIT');
  if (rolsuper) await client.query(`SET ROLE ${OWNER}`);
  await client.query(`SET search_path = ${SCHEMA}`);
}

async function createRole(client: pg.Client, role: string): Promise<void> {
  const { rowCount } = await client.query('SELECT FROM pg_roles WHERE rolname = $1', [role]);
  if (rowCount !== 0) return;
  try {
    await client.query(`CREATE ROLE ${role} NOLOGIN NOSUPERUSER NOBYPASSRLS`);
  } catch (error) {
    const { code } = error as { code?: string };
    // Another installer was first: 42710 before our look, 23505 during it.
    if (code === '42710' || code === '23505') return;
    if (code !== '42501') throw error;
    throw new MigrationRefused(
      `当前账号不能建立角色：请数据库管理员执行 CREATE ROLE ${role} NOLOGIN; 并将其授予本账号。 ` +
        `This role may not create roles: have an administrator run CREATE ROLE ${role} NOLOGIN; and grant it to this one.`,
    );
  }
}

/** @returns false where another installer had it first */
async function run(client: pg.Client, step: Migration): Promise<boolean> {
  await client.query('BEGIN');
  try {
    const claimed = await client.query(
      `INSERT INTO ${SCHEMA}.migration (number, name, checksum) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING`,
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
