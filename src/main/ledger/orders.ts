import { lawAt, namesOf } from '../../api/names.ts';
import { lineView } from '../../api/orders/presenter.ts';
import type { OrderLine } from '../../contract/orders.ts';
import type { Text } from '../../core/text.ts';
import type { Applied } from '../../engine/orders/apply.ts';
import type { Desk, Line } from '../../engine/orders/plan.ts';

/** What a sheet comes to; printed as it is with `--json`. */
export interface OrdersReport {
  readonly file: string;
  readonly tenant: string;
  readonly confirmed: boolean;
  readonly counts: Readonly<Record<Line['kind'], number>>;
  /** Carried out in this run. */
  readonly done: number;
  readonly changes: readonly Pick<OrderLine, 'line' | 'number' | 'changes'>[];
  readonly rejected: readonly Pick<OrderLine, 'line' | 'number' | 'problem'>[];
  /** The file of rejected lines, or null. */
  readonly rejects: string | null;
  readonly stopped: boolean;
}

export function reportOf(run: {
  readonly file: string;
  readonly desk: Desk;
  readonly lines: readonly Line[];
  readonly applied: readonly Applied[];
  readonly confirmed: boolean;
  readonly rejects: string | null;
  readonly stopped: boolean;
}): OrdersReport {
  const { institution, now, tenant } = run.desk;
  const names = namesOf(institution, lawAt(institution, now));
  const views = run.lines.map((line) => lineView(line, names, 'zh'));
  const of = (kind: Line['kind']) => views.filter((line) => line.kind === kind);
  const refused = run.applied.filter(({ refusal }) => refusal !== null);
  const late = refused.map(({ line, refusal }) =>
    lineView({ ...line, kind: 'rejected', why: refusal ?? { code: '', params: {} } }, names, 'zh'),
  );
  const rejected = [...of('rejected'), ...late];
  return {
    file: run.file,
    tenant,
    confirmed: run.confirmed,
    counts: {
      new: of('new').length,
      changed: of('changed').length,
      unchanged: of('unchanged').length,
      rejected: rejected.length,
    },
    done: run.applied.length - refused.length,
    changes: of('changed').map(({ line, number, changes }) => ({ line, number, changes })),
    rejected: rejected.map(({ line, number, problem }) => ({ line, number, problem })),
    rejects: run.rejects,
    stopped: run.stopped,
  };
}

const FIELDS: Readonly<Record<OrderLine['changes'][number]['field'], Text>> = {
  due: { zh: '上级时限', en: 'upstream due' },
  state: { zh: '上级状态', en: 'upstream state' },
  category: { zh: '上级分类', en: 'upstream category' },
  word: { zh: '上级核实结果', en: 'upstream result' },
};

/** For a person, in both languages, as every command tells what it did. */
export function told(report: OrdersReport): string {
  const { counts, changes, rejected } = report;
  const shown = (value: Text | null, lang: keyof Text) => value?.[lang] ?? '—';
  return [
    `${report.tenant} ← ${report.file}`,
    `  新增 ${counts.new}，变化 ${counts.changed}，不变 ${counts.unchanged}，未采用 ${counts.rejected} · ${counts.new} new, ${counts.changed} changed, ${counts.unchanged} unchanged, ${counts.rejected} rejected`,
    ...changes.flatMap(({ line, number, changes: all }) => [
      `  ${line}: ${number}`,
      ...all.map(
        ({ field, from, to }) =>
          `    ${FIELDS[field].zh} ${shown(from, 'zh')} → ${shown(to, 'zh')} · ${FIELDS[field].en} ${shown(from, 'en')} → ${shown(to, 'en')}`,
      ),
    ]),
    ...rejected.map(({ line, number, problem }) => `  ${line}: ${number} ${problem?.what ?? ''}`),
    ...(report.rejects === null ? [] : [`  未采用明细 · rejected lines: ${report.rejects}`]),
    ...(report.confirmed
      ? [`  已办理 ${report.done} 件 · ${report.done} carried out`]
      : ['  这是预览，没有办理。加 --confirm 办理 · a preview: nothing was done; add --confirm']),
    ...(report.stopped
      ? ['  中途停止，再次运行即可继续 · stopped before the end; run again to go on']
      : []),
  ].join('\n');
}
