import { createInflateRaw } from 'node:zlib';

/** A workbook of ten thousand lines unpacks to a few megabytes. */
export const UNPACKED_MOST = 64 * 1_048_576;

/** Before each part of a zip archive. */
const PART = Buffer.from([0x50, 0x4b, 3, 4]);
/** Counted for each part besides what it unpacks to, so that many empty ones come to something too. */
const OF_A_PART = 65_536;

/**
 * Whether an archive stays beneath the most that is read into memory. Each part is unpacked and
 * counted and nothing of it kept: sizes that an archive states of itself may be false, and
 * whoever reads it goes by what is there.
 */
export async function unpacksSmall(bytes: Uint8Array, most = UNPACKED_MOST): Promise<boolean> {
  const archive = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let left = most;
  for (let at = archive.indexOf(PART); at >= 0; at = archive.indexOf(PART, at + 4)) {
    if (at + 30 > archive.length) break;
    const stored = archive.readUInt16LE(at + 8) === 0;
    const from = at + 30 + archive.readUInt16LE(at + 26) + archive.readUInt16LE(at + 28);
    left -= OF_A_PART;
    if (!stored) left -= await inflated(archive.subarray(from), left);
    if (left < 0) return false;
  }
  return true;
}

/** What a part comes to, counted no further than just past the most. */
async function inflated(packed: Uint8Array, most: number): Promise<number> {
  const inflate = createInflateRaw();
  let size = 0;
  inflate.end(packed);
  try {
    for await (const chunk of inflate as AsyncIterable<Uint8Array>) {
      size += chunk.length;
      if (size > most) break;
    }
  } catch {
    // Broken off here: whoever reads the archive says so; what came before it counts.
  }
  return size;
}
