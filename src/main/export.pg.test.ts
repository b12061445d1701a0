import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../test/support/pg.ts';
import { openLedger } from '../engine/import/ledger/ledger.ts';

const CLI = fileURLToPath(new URL('./cli.ts', import.meta.url));
const SHIPPED = fileURLToPath(new URL('../../mappings/', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'shaoying-export-'));
let database: FreshDatabase;

beforeAll(async () => {
  database = await freshDatabase();
  for (const name of ['boston-2011', 'zh-messages']) {
    const ledger = join(SHIPPED, `samples/${name}.csv`);
    const mapping = join(SHIPPED, `${name}.yaml`);
    await shaoying(
      'import',
      ledger,
      '--mapping',
      mapping,
      '--rejects',
      join(folder, 'rejects.csv'),
    );
  }
});

afterAll(async () => {
  await database.drop();
  rmSync(folder, { recursive: true });
});

async function shaoying(...args: readonly string[]) {
  const env = { DATABASE_URL: database.url, SHAOYING_KEY_FILE: join(folder, 'master.key') };
  const child = spawn(process.execPath, [CLI, ...args], { env: { ...process.env, ...env } });
  let [out, err] = ['', ''];
  child.stdout.on('data', (chunk) => {
    out += chunk;
  });
  child.stderr.on('data', (chunk) => {
    err += chunk;
  });
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
  return { code, out, err };
}

/** The rows of a file that was exported, each by its headings. */
async function rowsOf(path: string) {
  const form = { encoding: 'auto', delimiter: ',', columns: [] } as const;
  const found: Readonly<Record<string, string>>[] = [];
  for await (const row of (await openLedger(path, form)).rows) {
    if ('problem' in row) throw new Error(row.problem.code);
    found.push(row.cells);
  }
  return found;
}

describe('shaoying export', () => {
  it('lists every case with its number elsewhere, both due times, state and outcome', async () => {
    const out = join(folder, 'boston.csv');
    const { code } = await shaoying('export', '--tenant', 'boston-2011', '--out', out);
    const rows = await rowsOf(out);
    expect([code, rows.length]).toEqual([0, 42]);
    const pothole = rows.find((row) => row.external_number === '900000000008');
    expect(pothole).toMatchObject({
      external_state: 'Closed',
      external_due: '2011-07-08 12:00',
      title: 'Request for Pothole Repair',
      category: 'potholes',
      place: 'west-roxbury',
      lead: 'public-works',
      opened: '2011-07-06 12:00',
      due: '',
      overdue: '1',
      status: 'closed',
      outcome: 'FIXED',
      ended: '2011-07-20 16:00',
      imported: 'yes',
    });
    const open = rows.filter((row) => row.status === 'assigned');
    expect(open).toHaveLength(5);
  });

  it('names things in the reader’s language, in a workbook too', async () => {
    const out = join(folder, 'messages.xlsx');
    await shaoying('export', '--tenant', 'zh-messages', '--lang', 'zh', '--out', out);
    const rows = await rowsOf(out);
    expect(rows).toHaveLength(9);
    expect(rows.find((row) => row.外部编号 === '900001')).toMatchObject({
      类别: '路灯不亮',
      地点: '李沧区',
      状态: '待派单',
    });
  });

  it('holds nothing that a person said or was told, nor where exactly', async () => {
    for (const tenant of ['boston-2011', 'zh-messages']) {
      const { out } = await shaoying('export', '--tenant', tenant);
      expect(out).not.toMatch(/Sample St|Case Closed|演练路|UU0000|网友|夜间施工，噪音/);
      expect(out.split('\n').length).toBeGreaterThan(9);
    }
  });

  it('asks which institution where there are several, and says where it cannot write', async () => {
    const several = await shaoying('export');
    expect([several.code, several.out]).toEqual([1, '']);
    expect(several.err).toMatch(/--tenant.*boston-2011, zh-messages/);
    const nowhere = join(folder, 'none', 'x.csv');
    const unwritten = await shaoying('export', '--tenant', 'zh-messages', '--out', nowhere);
    expect([unwritten.code, unwritten.err]).toEqual([
      1,
      expect.stringMatching(/cannot be written/),
    ]);
  });
});
