import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import writeXlsxFile from 'write-excel-file/node';
import { LedgerFault } from '../fault.ts';
import { type LedgerForm, type LedgerRow, openLedger } from './ledger.ts';

const folder = mkdtempSync(join(tmpdir(), 'shaoying-ledger-'));
afterAll(() => rmSync(folder, { recursive: true }));

const FORM: LedgerForm = { encoding: 'auto', delimiter: ',', columns: ['id', 'text'] };

function written(content: string | Uint8Array): string {
  const path = join(folder, `${Math.random()}`);
  writeFileSync(path, content);
  return path;
}

async function all(path: string, form: Partial<LedgerForm> = {}) {
  const { rows } = await openLedger(path, { ...FORM, ...form });
  const found: LedgerRow[] = [];
  for await (const row of rows) found.push(row);
  return found.toSorted((a, b) => a.line - b.line);
}

const PLAIN = 'id,text\n1,one\n2,"two, and\nits second line"\n3,three\n';
const READ = [
  { line: 2, cells: { id: '1', text: 'one' } },
  { line: 3, cells: { id: '2', text: 'two, and\nits second line' } },
  { line: 5, cells: { id: '3', text: 'three' } },
];
/** “路灯” in GB18030. */
const LAMP = Uint8Array.from([0xc2, 0xb7, 0xb5, 0xc6]);
const gb = (head: string) => Buffer.concat([Buffer.from(head), LAMP, Buffer.from('\n')]);

describe('a ledger', () => {
  it.each([
    ['CSV', PLAIN],
    ['CSV with a byte order mark', `\uFEFF${PLAIN}`],
    ['CSV of another system', PLAIN.replace(/\n(?=[1-3]|$)/g, '\r\n')],
    ['CSV of two systems', PLAIN.replace(/\n(?=[1-3])/g, '\r\n')],
    ['CSV with blank lines at its end', `${PLAIN}\n\n`],
    ['gzip', gzipSync(PLAIN)],
  ])('is read as %s, each row with the line it begins on', async (_, content) => {
    expect(await all(written(content))).toEqual(READ);
  });

  it('is read as a workbook, its dates as they stand on the wall', async () => {
    const path = join(folder, 'ledger.xlsx');
    const day = new Date('2011-07-01T09:30:00Z');
    const heading = ['id', 'text', 'when'].map((value) => ({ value }));
    const row = [
      { type: Number, value: 101000295613 },
      { type: String, value: '路灯不亮' },
      { type: Date, value: day, format: 'yyyy-mm-dd hh:mm' },
    ];
    await writeXlsxFile([heading, row]).toFile(path);
    expect(await all(path)).toEqual([
      {
        line: 2,
        cells: { id: '101000295613', text: '路灯不亮', when: '2011-07-01T09:30:00.000' },
      },
    ]);
  });

  it('tells GB18030 from UTF-8, however late the first Chinese comes', async () => {
    expect(await all(written(gb('id,text\n1,')))).toMatchObject([{ cells: { text: '路灯' } }]);
    const late = `id,text\n${'1,x\n'.repeat(60_000)}2,`;
    expect((await all(written(gb(late)))).at(-1)).toMatchObject({ cells: { text: '路灯' } });
    expect(await all(written('id,text\n1,路灯'))).toMatchObject([{ cells: { text: '路灯' } }]);
  });

  it('is refused as a whole in an encoding it is not in', async () => {
    await expect(all(written(gb('id,text\n1,')), { encoding: 'utf-8' })).rejects.toThrow(
      LedgerFault,
    );
    const neither = written(Uint8Array.from([0x69, 0x64, 0xff, 0xff, 0x0a]));
    await expect(all(neither)).rejects.toThrow(/neither UTF-8 nor GB18030/);
  });

  it('is refused as a whole where it lacks a column, or is not there', async () => {
    await expect(all(written('id,words\n1,x\n'))).rejects.toThrow(/lacks these columns: text/);
    await expect(all(written(''))).rejects.toThrow(/is empty.*: id, text/);
    await expect(all(join(folder, 'nothing'))).rejects.toThrow(/cannot be read/);
  });

  it('gives its broken lines as rows that say so, and reads on', async () => {
    const path = written('id,text\n1,one\n2,a"b"c"\n3,three,3\n4\n5,five\n');
    expect(await all(path)).toEqual([
      { line: 2, cells: { id: '1', text: 'one' } },
      { line: 3, problem: { code: 'import.broken-line', reason: 'INVALID_OPENING_QUOTE' } },
      { line: 4, problem: { code: 'import.wrong-width', cells: 3, columns: 2 } },
      { line: 5, cells: { id: '4', text: '' } },
      { line: 6, cells: { id: '5', text: 'five' } },
    ]);
  });

  it('ends in a fault where it is cut off, after the rows that were whole', async () => {
    const cut = gzipSync(`id,text\n${'1,one\n'.repeat(20_000)}`).subarray(0, -9);
    await expect(all(written(cut))).rejects.toThrow();
  });

  it('is let go when nobody reads on', async () => {
    const { rows, bytes, bytesRead } = await openLedger(
      written(`id,text\n${'1,one\n'.repeat(200_000)}`),
      FORM,
    );
    for await (const _ of rows) break;
    expect(bytesRead()).toBeLessThan(bytes);
  });
});
