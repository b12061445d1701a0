import type { Tally } from '../../engine/import/run.ts';

/** What an import comes to; printed as it is with `--json`. */
export interface Report extends Tally {
  readonly mapping: string;
  readonly tenant: string;
  readonly file: string;
  /** Catch-all entries' share of the rows that are in. */
  readonly catchAllShare: number;
  /** Of the import itself, founding and sequencing included. */
  readonly seconds: number;
  readonly rowsPerSecond: number;
  /** The file of rejected rows, or null. */
  readonly rejects: string | null;
  /** Told to stop before the last row. */
  readonly stopped: boolean;
}

export function told(report: Report): string {
  const { rows, imported, present, rejected, withheld, open, untriaged, placeUnnamed } = report;
  const share = (report.catchAllShare * 100).toFixed(2);
  const outcomes = Object.entries(report.outcomes)
    .toSorted(([, a], [, b]) => b - a)
    .map(([outcome, n]) => `    ${outcome.padEnd(20)}${n}`);
  const lines = [
    `${report.tenant} ← ${report.file}`,
    `  读取 ${rows} 行，导入 ${imported}，原已导入 ${present}，未导入 ${rejected} · ${rows} rows read, ${imported} imported, ${present} there already, ${rejected} rejected`,
    ...(withheld === 0
      ? []
      : [
          `  反映公职人员问题 ${withheld} 行，未保存 · ${withheld} rows report an official and were not kept`,
        ]),
    `  在办 ${open}，其中待研判 ${untriaged} · ${open} open, ${untriaged} of them awaiting triage`,
    `  兜底类别 ${report.catchAll} 行，占 ${share}% · ${report.catchAll} rows in catch-alls, ${share}%`,
    `  未写明地点 ${placeUnnamed} 行 · ${placeUnnamed} rows name no place`,
    '  办结结果 · outcomes of the closed',
    ...outcomes,
    `  ${report.seconds.toFixed(1)} s, ${report.rowsPerSecond.toFixed(0)} rows/s`,
    ...(report.rejects === null ? [] : [`  未导入明细 · rejected rows: ${report.rejects}`]),
    ...(report.stopped
      ? ['  中途停止，再次运行即可继续 · stopped before the end; run again to go on']
      : []),
  ];
  return lines.join('\n');
}
