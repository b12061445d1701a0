import { closeSync, openSync, rmSync, writeSync } from 'node:fs';
import { stringify } from 'csv-stringify/sync';
import { lawAt, namesOf } from '../../api/names.ts';
import { refusalWords } from '../../api/refusal.ts';
import type { Institution } from '../../core/authority/institution.ts';
import type { Text } from '../../core/text.ts';
import { LedgerFault } from '../../engine/import/fault.ts';
import { problemWords, type RowProblem } from '../../engine/import/problem.ts';
import type { Reject } from '../../engine/import/run.ts';

/** Spreadsheets take a UTF-8 file for one only with its byte order mark. */
const MARK = '\uFEFF';

/**
 * The file of rows that were not taken: line, number, code, reason. What the rows say is not
 * repeated: the line leads to it, and only for who has the ledger. A number that a spreadsheet would
 * run as a formula is written so that it does not. No rejects, no file.
 *
 * @throws LedgerFault where it cannot be written
 */
export function openRejects(path: string, institution: Institution) {
  const words = wordsOf(institution);
  const file = opened(path);
  let written = 0;
  const write = (cells: readonly (string | number)[]) =>
    writeSync(file, stringify([[...cells]], { escape_formulas: true }));
  writeSync(file, MARK);
  write(['line', 'number', 'code', 'reason_zh', 'reason_en']);
  return {
    add({ line, number, why }: Reject): void {
      const { zh, en } = words(why);
      write([line, number, why.code, zh, en]);
      written += 1;
    },
    /** The path, or null where nothing was rejected. */
    close(): string | null {
      closeSync(file);
      if (written > 0) return path;
      rmSync(path);
      return null;
    },
  };
}

function wordsOf(institution: Institution): (why: Reject['why']) => Text {
  const names = namesOf(institution, lawAt(institution, Number.MAX_SAFE_INTEGER));
  return (why) => {
    if (!('params' in why)) return problemWords(why as RowProblem);
    const [zh, en] = (['zh', 'en'] as const).map((lang) => {
      const { what, next } = refusalWords(why, names, lang);
      return [what, next].join(lang === 'zh' ? '' : ' ');
    });
    return { zh: zh ?? why.code, en: en ?? why.code };
  };
}

function opened(path: string): number {
  try {
    return openSync(path, 'w', 0o600);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new LedgerFault({
      zh: `无法写入 ${path}：${reason}。请用 --rejects 另指一处。`,
      en: `${path} cannot be written: ${reason}. Name another place with --rejects.`,
    });
  }
}
