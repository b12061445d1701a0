import { deflateRawSync } from 'node:zlib';

/** A zip archive of one part, stating what it unpacks to; falsely, where told. For tests only. */
export function archive(
  content: Uint8Array,
  { name = 'xl/workbook.xml', stated = 0 }: { name?: string; stated?: number } = {},
): Buffer {
  const path = Buffer.from(name);
  const packed = deflateRawSync(content);
  const head = Buffer.alloc(30);
  head.write('PK\u0003\u0004', 'latin1');
  head.writeUInt16LE(8, 8);
  head.writeUInt32LE(packed.length, 18);
  head.writeUInt32LE(stated, 22);
  head.writeUInt16LE(path.length, 26);
  return Buffer.concat([head, path, packed]);
}

/** The parts of a workbook with one sheet of that content, as the library wants them. For tests only. */
export function workbookOf(sheet: string): Buffer {
  const parts = {
    'xl/workbook.xml':
      '<workbook><sheets><sheet name="units" sheetId="1" r:id="r1"/></sheets></workbook>',
    'xl/_rels/workbook.xml.rels':
      '<Relationships><Relationship Id="r1" Type="http://x/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="http://x/styles" Target="styles.xml"/><Relationship Id="r3" Type="http://x/sharedStrings" Target="sharedStrings.xml"/></Relationships>',
    'xl/styles.xml': '<styleSheet><cellXfs><xf/></cellXfs></styleSheet>',
    'xl/sharedStrings.xml': '<sst></sst>',
    'xl/worksheets/sheet1.xml': `<worksheet><sheetData>${sheet}</sheetData></worksheet>`,
  };
  return Buffer.concat(
    Object.entries(parts).map(([name, text]) =>
      archive(Buffer.from(text), { name, stated: Buffer.byteLength(text) }),
    ),
  );
}
