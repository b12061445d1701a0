import type { z } from 'zod';
import type { OrderChange, OrderLine, OrderProblem } from '../../contract/orders.ts';
import { upstreamWords } from '../../contract/words.ts';
import type { UpstreamWord } from '../../core/case/words.ts';
import type { Refusal } from '../../core/process.ts';
import type { Lang, Text } from '../../core/text.ts';
import { fieldOf, problemWords, type RowProblem } from '../../engine/import/problem.ts';
import type { Change, Line } from '../../engine/orders/plan.ts';
import type { AllNames as Names } from '../names.ts';
import { refusalWords } from '../refusal.ts';

/** A line of the plan as its reader sees it. */
export function lineView(line: Line, names: Names, lang: Lang): OrderLine {
  const { line: at, number, kind, mark } = line;
  return {
    line: at,
    number,
    kind,
    mark,
    title: 'title' in line ? line.title : null,
    case: caseOf(line),
    changes: line.kind === 'changed' ? line.changes.map((one) => changeView(one, names)) : [],
    problem: line.kind === 'rejected' ? problemView(line.why, names, lang) : null,
  };
}

function caseOf(line: Line): string | null {
  if (line.kind === 'unchanged') return line.stream;
  return line.kind === 'changed' ? line.step.stream : null;
}

function changeView({ field, from, to }: Change, names: Names): z.infer<typeof OrderChange> {
  const shown = (value: string | number | null): Text | null =>
    value === null ? null : called(field, value, names);
  return { field, from: shown(from), to: shown(to) };
}

function called(field: Change['field'], value: string | number, names: Names): Text {
  if (typeof value === 'number') return names.moment(value);
  if (field === 'category') return names.category(value);
  return field === 'word' ? upstreamWords[value as UpstreamWord] : { zh: value, en: value };
}

/** Why a line is not taken: its own fault, or the process's answer. */
export function problemView(
  why: RowProblem | Refusal,
  names: Names,
  lang: Lang,
): z.infer<typeof OrderProblem> {
  const { code } = why;
  if (!('params' in why)) {
    const problem = why as RowProblem;
    return { code, field: fieldOf(problem), what: problemWords(problem)[lang] };
  }
  const { what, next } = refusalWords(why, names, lang);
  return { code, field: null, what: [what, next].join(lang === 'zh' ? '' : ' ') };
}
