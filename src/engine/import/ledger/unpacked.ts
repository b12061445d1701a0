import { createInflateRaw } from 'node:zlib';
import { CELLS_MOST, Measure } from './extent.ts';

/** A workbook of ten thousand lines unpacks to a few megabytes. */
export const UNPACKED_MOST = 64 * 1_048_576;

/** Before each part of a zip archive. */
const PART = Buffer.from([0x50, 0x4b, 3, 4]);
/** Counted for each part besides what it unpacks to, so that many empty ones come to something too. */
const OF_A_PART = 65_536;
const DESCRIBED_AFTER = 0x08;
const IN_EXTRA = 0xffffffff;

/** What keeps a workbook from being read into memory. */
export type Unfit = 'too-large' | 'too-wide' | 'malformed';

/**
 * Why an archive must not be given to the library that reads workbooks; null where it may be. Each
 * part is unpacked, counted and measured and nothing of it kept: sizes that an archive states of
 * itself may be false, and that library makes room for what is stated. `every` where it will read
 * every sheet the workbook names and not the first alone: one part may be named many times.
 */
export async function unfit(bytes: Uint8Array, every = false): Promise<Unfit | null> {
  const archive = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let left = UNPACKED_MOST;
  let cells = 0;
  let sheets = 1;
  let malformed = false;
  for (let at = archive.indexOf(PART); at >= 0; at = archive.indexOf(PART, at + 4)) {
    if (at + 30 > archive.length) break;
    const part = partAt(archive, at);
    left -= OF_A_PART;
    const { size, extent } = await unpacked(part, left);
    left -= size;
    if (left < 0) return 'too-large';
    if (!part.isRead) continue;
    if (extent === null || (part.stated !== null && part.stated !== size)) malformed = true;
    cells += extent?.cells ?? 0;
    sheets = Math.max(sheets, extent?.sheets ?? 1);
  }
  if (malformed) return 'malformed';
  return cells * (every ? sheets : 1) > CELLS_MOST ? 'too-wide' : null;
}

interface Part {
  readonly packed: Uint8Array;
  readonly stored: boolean;
  /** What it is said to unpack to; null where that is said after it, or not at all. */
  readonly stated: number | null;
  /** Whether the library looks into it at all. */
  readonly isRead: boolean;
}

function partAt(archive: Buffer, at: number): Part {
  const nameEnd = at + 30 + archive.readUInt16LE(at + 26);
  const from = nameEnd + archive.readUInt16LE(at + 28);
  const name = archive.toString('latin1', at + 30, nameEnd);
  const stored = archive.readUInt16LE(at + 8) === 0;
  const [packedSize, size] = sizesOf(archive, at, nameEnd, from);
  const isStated = (archive.readUInt16LE(at + 6) & DESCRIBED_AFTER) === 0 || packedSize > 0;
  return {
    packed: archive.subarray(from, stored && isStated ? from + packedSize : archive.length),
    stored,
    stated: isStated ? size : null,
    isRead: name.endsWith('.xml') || name.endsWith('.xml.rels'),
  };
}

/** Packed and unpacked; of a ZIP64 part they stand in its extra field, the other way round. */
function sizesOf(archive: Buffer, at: number, extra: number, end: number): [number, number] {
  const sizes: [number, number] = [archive.readUInt32LE(at + 18), archive.readUInt32LE(at + 22)];
  let from = extra;
  while (from + 4 <= Math.min(end, archive.length)) {
    const [kind, length] = [archive.readUInt16LE(from), archive.readUInt16LE(from + 2)];
    if (kind === 1) {
      let field = from + 4;
      for (const which of [1, 0] as const) {
        if (sizes[which] !== IN_EXTRA || field + 8 > archive.length) continue;
        sizes[which] = Number(archive.readBigUInt64LE(field));
        field += 8;
      }
      break;
    }
    from += 4 + length;
  }
  return sizes;
}

/** What a part comes to, counted no further than just past the most. */
async function unpacked({ packed, stored, isRead }: Part, most: number) {
  const measure = new Measure();
  let size = 0;
  try {
    for await (const chunk of stored ? [packed] : inflated(packed)) {
      size += chunk.length;
      if (size > most) break;
      if (isRead) measure.add(chunk);
    }
  } catch {
    // Broken off here: whoever reads the archive says so; what came before it counts.
  }
  return { size, extent: measure.extent() };
}

function inflated(packed: Uint8Array): AsyncIterable<Uint8Array> {
  const inflate = createInflateRaw();
  inflate.end(packed);
  return inflate;
}
