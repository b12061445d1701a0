import { describe, expect, it } from 'vitest';
import writeXlsxFile from 'write-excel-file/node';
import { archive, workbookOf } from './archive.fixture.ts';
import { unfit } from './unpacked.ts';
import { xlsxRows } from './xlsx.ts';

const cell = (place: string, tag = `<c r="${place}"`) =>
  `<row>${tag} t="inlineStr"><is><t>x</t></is></c></row>`;

async function rowsOf(bytes: Uint8Array) {
  const rows: (readonly string[])[] = [];
  for await (const row of xlsxRows(bytes)) if ('cells' in row) rows.push(row.cells);
  return rows;
}

describe('a workbook handed over', () => {
  it('is read where it is what a spreadsheet writes', async () => {
    expect(await unfit(workbookOf(cell('B2')), true)).toBeNull();
    const lines = Array.from({ length: 2_000 }, (_, n) =>
      Array.from({ length: 30 }, (_, at) => ({ value: `${n} 行 ${at} 列` })),
    );
    const bytes = await writeXlsxFile(lines).toBuffer();
    expect(await unfit(bytes, true)).toBeNull();
    expect(await rowsOf(bytes)).toHaveLength(2_000);
  });

  it.each([
    ['cell in a far row', cell('ZZ300000')],
    ['cell in a far corner', cell('XFD1048576')],
    ['row far down', '<row r="1048576"></row>'],
    ['wide row and a long column', `${cell('XFD1')}${cell('A90000')}`],
    ['row after row', '<row/>'.repeat(100_001)],
    ['name before its tags and attributes', cell('', '<x:c x:r="XFD900000"')],
  ])('with a %s is not laid out in memory', async (_, sheet) => {
    expect(await unfit(workbookOf(sheet))).toBe('too-wide');
    await expect(rowsOf(workbookOf(sheet))).rejects.toThrow(/reaches too far/);
  });

  it.each([
    ['a place in disguise', cell('', '<c r="&#90;Z300000"')],
    ['a place by a power of ten', cell('A3e5')],
    ['an attribute without a space before it', cell('', '<c s="1"r="ZZ300000"')],
    ['a bracket in an attribute', cell('', '<c s=">" r="ZZ300000"')],
    ['a row by a power of ten', '<row r="1e9"></row>'],
    ['a text without end', `<row>${' '.repeat(300_000)}</row>`],
  ])('with %s is none', async (_, sheet) => {
    expect(await unfit(workbookOf(sheet))).toBe('malformed');
  });

  it('that names one sheet many times is not read as often', async () => {
    const names = '<sheet name="x" r:id="r1"/>'.repeat(100);
    const parts = [
      workbookOf(cell('Z1000')),
      archive(Buffer.from(names), { stated: names.length }),
    ];
    expect(await unfit(Buffer.concat(parts))).toBeNull();
    expect(await unfit(Buffer.concat(parts), true)).toBe('too-wide');
  });

  it.each([400 * 1_048_576, 7, 0])('that says it unpacks to %i is not believed', async (stated) => {
    const name = 'xl/worksheets/sheet1.xml';
    expect(await unfit(archive(Buffer.from('<worksheet/>'), { name, stated }))).toBe('malformed');
  });

  it('that unpacks without end is not unpacked', async () => {
    expect(await unfit(archive(Buffer.alloc(65 * 1_048_576)))).toBe('too-large');
  });
});
