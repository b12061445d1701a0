import cliProgress from 'cli-progress';
import type { Ledger } from '../../engine/import/ledger/ledger.ts';
import type { Tally } from '../../engine/import/run.ts';
import { say } from '../say.ts';

/** Rows between two lines where nobody watches a bar. */
const EVERY = 5_000;

/** How far an import has come: a bar on a terminal, a line now and then anywhere else. */
export function createProgress(ledger: Ledger, terminal: boolean) {
  return terminal ? bar(ledger) : lines(ledger);
}

function bar({ bytes, bytesRead }: Ledger) {
  const shown = new cliProgress.SingleBar({
    format: '{bar} {percentage}% · {rows} · {duration_formatted}',
    stream: process.stderr,
    hideCursor: true,
  });
  shown.start(bytes, 0, { rows: 0 });
  return {
    update: ({ rows }: Tally) => shown.update(bytesRead(), { rows }),
    stop: () => shown.stop(),
  };
}

function lines({ bytes, bytesRead }: Ledger) {
  let told = 0;
  return {
    update({ rows, rejected }: Tally) {
      if (rows - told < EVERY) return;
      told = rows;
      const percent = bytes === 0 ? 100 : Math.floor((bytesRead() / bytes) * 100);
      say({
        zh: `已读 ${rows} 行（${percent}%），未导入 ${rejected} 行。`,
        en: `${rows} rows read (${percent}%), ${rejected} rejected.`,
      });
    },
    stop() {},
  };
}
