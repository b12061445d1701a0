import type pg from 'pg';
import { type Lang, say, type Text } from '../core/text.ts';
import { StoreFault } from './fault.ts';

/** The server lacks what the store stands on; the text says what, thing by thing. */
export class ServerUnfit extends StoreFault {
  override name = 'ServerUnfit';
  readonly lacks: readonly Text[];
  constructor(lacks: readonly Text[]) {
    const joined = (lang: Lang) => lacks.map((lack) => say(lack, lang)).join('\n');
    super({ zh: joined('zh'), en: joined('en') });
    this.lacks = lacks;
  }
}

interface Need {
  /** Fails, or gives one row with `fit` false, where the server lacks it. */
  readonly sql: string;
  readonly lack: Text;
}

const NEEDS: readonly Need[] = [
  {
    sql: `SELECT current_setting('server_version_num')::integer >= 150000 AS fit`,
    lack: {
      zh: '数据库版本过低：需要 PostgreSQL 15 或更新版本。',
      en: 'The database is too old: PostgreSQL 15 or newer is needed.',
    },
  },
  {
    sql: `SELECT current_setting('server_encoding') = 'UTF8' AS fit`,
    lack: {
      zh: '数据库编码不是 UTF8：请以 UTF8 编码重建数据库。',
      en: 'The database’s encoding is not UTF8: create it with ENCODING UTF8.',
    },
  },
  {
    // Under a plain C locale the server knows no letters beyond ASCII, and searching misses them.
    sql: `SELECT lower('ÄΩЖ') = 'äωж' AS fit`,
    lack: {
      zh: '数据库的字符规则不识别 ASCII 以外的字母：请使用 C.UTF-8 建库。',
      en: 'The database’s locale knows no letters beyond ASCII: create it with LOCALE C.UTF-8.',
    },
  },
  {
    sql: `SELECT '😀' COLLATE "C" > '～' COLLATE "C" AS fit`,
    lack: {
      zh: '数据库不能按字节比较文本（COLLATE "C"）。',
      en: 'The database does not compare text by bytes (COLLATE "C").',
    },
  },
  {
    sql: `DO $$ BEGIN PERFORM set_config('shaoying.tenant', 'probe', true); END $$`,
    lack: {
      zh: '数据库没有 plpgsql 语言，或不允许自定义参数。',
      en: 'The database has no plpgsql, or allows no parameters of our own.',
    },
  },
  {
    sql: `SELECT pg_advisory_xact_lock(hashtextextended('probe', 0))`,
    lack: { zh: '数据库没有咨询锁。', en: 'The database has no advisory locks.' },
  },
  {
    sql: `
      CREATE TEMPORARY TABLE probe (a text PRIMARY KEY, b integer GENERATED ALWAYS AS IDENTITY) ON COMMIT DROP;
      INSERT INTO probe AS p (a) VALUES ('x') ON CONFLICT (a) DO UPDATE SET a = 'y' WHERE p.a = 'x'`,
    lack: {
      zh: '数据库没有 ON CONFLICT 或自增列。',
      en: 'The database has no ON CONFLICT or no identity columns.',
    },
  },
  {
    sql: `
      CREATE TEMPORARY TABLE probe (a text) ON COMMIT DROP;
      ALTER TABLE probe ENABLE ROW LEVEL SECURITY;
      ALTER TABLE probe FORCE ROW LEVEL SECURITY;
      CREATE POLICY own ON probe USING (a = current_setting('shaoying.tenant', true))`,
    lack: {
      zh: '数据库没有强制的行级安全。',
      en: 'The database has no forced row-level security.',
    },
  },
];

/**
 * Tries what the store needs on the server itself, leaving nothing behind: a server that calls
 * itself compatible is believed in nothing.
 *
 * @throws ServerUnfit
 */
export async function probe(client: pg.ClientBase): Promise<void> {
  const lacks: Text[] = [];
  for (const { sql, lack } of NEEDS) {
    await client.query('BEGIN');
    try {
      const result = await client.query(sql);
      if (!Array.isArray(result) && result.rows[0]?.fit === false) lacks.push(lack);
    } catch (error) {
      if (!(error instanceof Error && 'severity' in error)) throw error;
      lacks.push({ zh: `${lack.zh}（${error.message}）`, en: `${lack.en} (${error.message})` });
    }
    await client.query('ROLLBACK');
  }
  if (lacks.length > 0) throw new ServerUnfit(lacks);
}
