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
    zh: '文件不是 UTF-8，也不是 GB18030 编码。请另存为“CSV UTF-8”后再导入。',
    en: 'The file is neither UTF-8 nor GB18030. Save it as "CSV UTF-8" and import again.',
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
