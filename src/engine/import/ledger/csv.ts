import { pipeline, Readable } from 'node:stream';
import { type Options, parse } from 'csv-parse';
import type { Encoding } from './encoding.ts';
import type { RawRow } from './row.ts';

/** No line of a ledger is longer; an unclosed quote would else take in the rest of the file. */
const LONGEST = 1_000_000;

interface Parsed {
  readonly record: readonly string[];
  readonly info: { readonly lines: number };
}

/** Rows of a CSV as they stand, one at a time, the heading among them. */
export async function* csvRows(
  bytes: AsyncIterable<Uint8Array>,
  encoding: Encoding,
  delimiter: string,
): AsyncGenerator<RawRow> {
  const broken: RawRow[] = [];
  const options: Options = {
    bom: true,
    delimiter,
    info: true,
    max_record_size: LONGEST,
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    skip_empty_lines: true,
    skip_records_with_error: true,
    on_skip: (error) => {
      const line = Number(error?.lines ?? 0);
      // One line may be wrong in several places.
      if (broken.at(-1)?.line !== line) broken.push({ line, broken: error?.code ?? 'CSV' });
      return undefined;
    },
  };
  const text = encoding === 'utf-8' ? bytes : decoded(bytes, encoding);
  const parser = parse(options);
  // Ends the one with the other, whichever ends first; an error reaches whoever reads `parser`.
  pipeline(Readable.from(text), parser, () => {});
  for await (const { record, info } of parser as AsyncIterable<Parsed>) {
    const more = record.reduce((sum, cell) => sum + (cell.match(/\n/g)?.length ?? 0), 0);
    yield { line: info.lines - more, cells: record };
    // The parser is ahead: what it could not read may stand further down, never in the heading's place.
    yield* broken.splice(0);
  }
  yield* broken.splice(0);
}

async function* decoded(bytes: AsyncIterable<Uint8Array>, encoding: Encoding) {
  const decoder = new TextDecoder(encoding);
  for await (const chunk of bytes) yield decoder.decode(chunk, { stream: true });
  yield decoder.decode();
}
