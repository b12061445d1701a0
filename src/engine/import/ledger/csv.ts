import { pipeline, Readable } from 'node:stream';
import { CsvError, type Options, parse } from 'csv-parse';
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
    relax_column_count: true,
    skip_empty_lines: true,
    skip_records_with_error: true,
    on_skip: (error) => {
      broken.push({
        line: error instanceof CsvError ? Number(error.lines) : 0,
        broken: reason(error),
      });
      return undefined;
    },
  };
  const text = encoding === 'utf-8' ? bytes : decoded(bytes, encoding);
  const parser = parse(options);
  // Ends the one with the other, whichever ends first; an error reaches whoever reads `parser`.
  pipeline(Readable.from(text), parser, () => {});
  for await (const { record, info } of parser as AsyncIterable<Parsed>) {
    yield* broken.splice(0);
    const more = record.reduce((sum, cell) => sum + (cell.match(/\n/g)?.length ?? 0), 0);
    yield { line: info.lines - more, cells: record };
  }
  yield* broken.splice(0);
}

const reason = (error: unknown): string => (error instanceof CsvError ? error.code : 'CSV');

async function* decoded(bytes: AsyncIterable<Uint8Array>, encoding: Encoding) {
  const decoder = new TextDecoder(encoding);
  for await (const chunk of bytes) yield decoder.decode(chunk, { stream: true });
  yield decoder.decode();
}
