import { proposeCategory } from '../../core/authority/category.ts';
import type { HistoryAct } from '../../core/case/commands.ts';
import type { Outcome } from '../../core/case/words.ts';
import type { Instant, ProcessCommand } from '../../core/process.ts';
import type { Rulebook } from '../../core/rulebook/rulebook.ts';
import {
  cell,
  pick,
  type Row,
  readRow,
  reject,
  reportsOfficial,
  textOf,
  timeIn,
  titleIn,
} from './cells.ts';
import type { Mapping } from './mapping.ts';
import type { RowProblem } from './problem.ts';

/** What a row says, counted for the report. */
export interface Told {
  readonly outcome: Outcome | null;
  readonly category: string | null;
  /** The ledger named no place of ours; the mapping's `otherwise` stands in. */
  readonly placeUnnamed: boolean;
}

export type Translated =
  | { readonly kind: 'problem'; readonly number: string; readonly problem: RowProblem }
  /** It reports an official: handed to its statutory channel by whoever has the ledger, kept by nobody here. */
  | { readonly kind: 'withheld' }
  | {
      readonly kind: 'case';
      readonly number: string;
      readonly occurredAt: Instant;
      readonly command: ProcessCommand;
      /** Personal texts by the field of `command.data` they fill. */
      readonly texts: Readonly<Record<string, string>>;
      readonly told: Told;
    };

/** One row as one command, a pure function of row, mapping and law. */
export function translate(row: Row, mapping: Mapping, law: Rulebook): Translated {
  const read = readRow(row, mapping.columns.number, (number) => caseOf(row, number, mapping, law));
  return 'problem' in read ? { kind: 'problem', ...read } : read;
}

function caseOf(row: Row, number: string, mapping: Mapping, law: Rulebook): Translated {
  const { columns } = mapping;
  const times = timesOf(row, mapping);
  const words = textOf(row, mapping, columns.words);
  if (words === '') reject({ code: 'import.no-words', column: columns.words.join(', ') });
  const heading = columns.title === undefined ? [] : [columns.title];
  const said = textOf(row, mapping, [...heading, ...columns.words]);
  if (mapping.categoryByWords !== undefined && reportsOfficial(said, law)) {
    return { kind: 'withheld' };
  }
  const category = categoryOf(row, mapping, law);
  const detail = textOf(row, mapping, columns.placeDetail);
  const answer = columns.answer === undefined ? '' : textOf(row, mapping, [columns.answer]);
  const outcome = times.closed === null ? null : outcomeOf(answer, mapping);
  const acts = actsOf(row, mapping, law, { times, category, outcome, answered: answer !== '' });
  const reply = acts.findIndex(({ act }) => act === 'replied');
  const place = pick(row, mapping.place);
  const status = mapping.status === undefined ? null : cell(row, mapping.status.column);
  const data = {
    kind: pick(row, mapping.kind).value,
    intake: pick(row, mapping.intake).value,
    words: null,
    place: { unit: place.value ?? law.dispatch.centre, detail: null },
    contact: null,
    confidential: false,
    external: [{ system: mapping.system, number, dueAt: times.due, state: status }],
    receivedBy: mapping.receivedBy,
    title: null,
    receipt: null,
    imported: { mapping: mapping.id, line: row.line },
    acts,
  };
  return {
    kind: 'case',
    number,
    occurredAt: times.opened,
    command: { type: 'record-history', data },
    texts: {
      words,
      ...(detail === '' ? {} : { 'place.detail': detail }),
      ...(reply < 0 ? {} : { [`acts.${reply}.reply`]: answer }),
    },
    told: { outcome, category, placeUnnamed: !place.named },
  };
}

interface Times {
  readonly opened: Instant;
  readonly closed: Instant | null;
  readonly due: Instant | null;
}

function timesOf(row: Row, mapping: Mapping): Times {
  const { opened: column, closed: closing, due: target } = mapping.columns;
  const opened = timeIn(row, mapping, column);
  if (opened === null) return reject({ code: 'import.no-time', column });
  const closed = closing === undefined ? null : timeIn(row, mapping, closing);
  const due = target === undefined ? null : timeIn(row, mapping, target, 'ends');
  checkStatus(row, mapping, closed);
  if (closed !== null && closed < opened) reject({ code: 'import.closed-before-opened' });
  if (due !== null && due <= opened) reject({ code: 'import.due-before-opened' });
  return { opened, closed, due };
}

function checkStatus(row: Row, { status }: Mapping, closed: Instant | null): void {
  if (status === undefined) return;
  const value = cell(row, status.column);
  const isClosed = status.closed.includes(value);
  if (!isClosed && !status.open.includes(value)) reject({ code: 'import.unknown-status', value });
  if (isClosed !== (closed !== null)) reject({ code: 'import.status-contradicts', value });
}

interface Past {
  readonly times: Times;
  readonly category: string | null;
  readonly outcome: Outcome | null;
  readonly answered: boolean;
}

/** What the ledger tells of the row's way, in the order it happened. */
function actsOf(row: Row, mapping: Mapping, law: Rulebook, past: Past): readonly HistoryAct[] {
  const { times, category, outcome, answered } = past;
  const { opened, closed, due } = times;
  const acts: HistoryAct[] = [];
  if (category !== null) {
    const title = titleOf(row, mapping, law, category);
    // A reader of words sorts an open matter today; of a closed one it can only say what it was.
    const at = mapping.categoryByWords !== undefined && closed === null ? null : opened;
    acts.push({ act: 'triaged', at, category, title, urgency: null });
  }
  if (category !== null && mapping.lead !== undefined) {
    acts.push({
      act: 'dispatched',
      at: opened,
      lead: pick(row, mapping.lead).value,
      dueAt: due,
    });
  }
  if (closed === null || outcome === null) return acts;
  if (answered) acts.push({ act: 'replied', at: closed, reply: null, outcome });
  acts.push({ act: 'closed', at: closed, outcome });
  return acts;
}

function titleOf(row: Row, mapping: Mapping, law: Rulebook, category: string): string {
  const own = titleIn(row, mapping, mapping.columns.title);
  if (own !== '') return own;
  const name = law.categories.find(({ code }) => code === category)?.name;
  return name?.[law.languages[0] === 'en' ? 'en' : 'zh'] ?? category;
}

function outcomeOf(answer: string, { outcomes }: Mapping): Outcome {
  const text = answer.replace(/\s+/gu, ' ');
  return outcomes.find(({ says }) => says.test(text))?.outcome ?? 'UNKNOWN';
}

function categoryOf(row: Row, mapping: Mapping, law: Rulebook): string | null {
  if (mapping.category !== undefined) return pick(row, mapping.category).value;
  if (mapping.categoryByWords === undefined) return null;
  const { columns, least, ahead } = mapping.categoryByWords;
  const [first, second] = proposeCategory(law, textOf(row, mapping, columns), { limit: 2 });
  if (first === undefined || first.strength < least) return null;
  if (second !== undefined && first.strength < second.strength * ahead) return null;
  const matter = law.categories.find(({ code }) => code === first.category);
  // What belongs to an emergency line or another channel is told to a person by a person.
  const ours = matter !== undefined && matter.emergency === null && matter.channel === null;
  return ours ? first.category : null;
}
