import { LedgerFault } from '../fault.ts';

export type Encoding = 'utf-8' | 'gb18030';

/**
 * Which encoding the whole of a text is in. UTF-8 refuses almost everything that is not UTF-8, and
 * GB18030 very little, so the former is asked first; a guess from the beginning alone would turn a
 * late Chinese name into nonsense without a word.
 *
 * @throws LedgerFault where it is in neither, or not in the one that was named
 */
export async function encodingOf(
  bytes: AsyncIterable<Uint8Array>,
  wanted: Encoding | 'auto',
): Promise<Encoding> {
  const open = (['utf-8', 'gb18030'] as const)
    .filter((encoding) => wanted === 'auto' || wanted === encoding)
    .map((encoding) => ({ encoding, decoder: new TextDecoder(encoding, { fatal: true }) }));
  let left = open;
  for await (const chunk of bytes) {
    left = left.filter(({ decoder }) => takes(decoder, chunk));
    if (left.length === 0) break;
  }
  const found = left.find(({ decoder }) => takes(decoder, null));
  if (found !== undefined) return found.encoding;
  throw new LedgerFault({
    zh: '文件不是 .xlsx 工作簿，也不是 UTF-8 或 GB18030 编码的 CSV。请核对是否选错了文件，或用表格软件另存为 .xlsx 或“CSV UTF-8”后再读入。',
    en: 'The file is no workbook, and as CSV it is neither UTF-8 nor GB18030. Check that it is the right one, or save it as .xlsx or "CSV UTF-8" and take it in again.',
  });
}

function takes(decoder: InstanceType<typeof TextDecoder>, chunk: Uint8Array | null): boolean {
  try {
    if (chunk === null) decoder.decode();
    else decoder.decode(chunk, { stream: true });
    return true;
  } catch {
    return false;
  }
}
