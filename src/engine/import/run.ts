import type { Outcome } from '../../core/case/words.ts';
import type { Refusal, StreamId } from '../../core/process.ts';
import type { Rulebook } from '../../core/rulebook/rulebook.ts';
import { canonical } from '../canonical.ts';
import type { Engine } from '../engine.ts';
import { streamUnder } from '../keys.ts';
import type { Crypto, Store, TenantId } from '../ports.ts';
import type { Request } from '../request.ts';
import { createLane, patiently } from './lane.ts';
import type { LedgerRow } from './ledger/ledger.ts';
import type { Mapping } from './mapping.ts';
import type { RowProblem } from './problem.ts';
import { type Translated, translate } from './translate.ts';

/** A row that was not taken, and why. */
export interface Reject {
  readonly line: number;
  readonly number: string;
  readonly why: RowProblem | Refusal;
}

export interface ImportParts {
  readonly engine: Engine;
  readonly store: Pick<Store, 'read'>;
  readonly crypto: Crypto;
  readonly tenant: TenantId;
  readonly mapping: Mapping;
  readonly law: Rulebook;
  /** Of the institution the rows are decided under; what it refused may be tried under another. */
  readonly institutionVersion: number;
  readonly rows: AsyncIterable<LedgerRow>;
  /** Commands in flight at once. */
  readonly concurrency: number;
  /** Rows to read at most. */
  readonly limit: number | null;
  /** Stops taking rows; those in flight are finished. */
  readonly signal: AbortSignal;
  readonly onReject: (reject: Reject) => void;
  /** After each row, of all rows read so far. */
  readonly onRow: (tally: Tally) => void;
}

/** What a run did, and what the rows that are in now say. */
export interface Tally {
  rows: number;
  imported: number;
  /** Written by an earlier run; left as they are. */
  present: number;
  rejected: number;
  /** Reports against officials: not kept. */
  withheld: number;
  open: number;
  readonly outcomes: Partial<Record<Outcome, number>>;
  catchAll: number;
  /** Open, and waiting for a person to say what they are about. */
  untriaged: number;
  placeUnnamed: number;
}

type Case = Extract<Translated, { kind: 'case' }>;
type Taken = Case & { readonly line: number; readonly stream: StreamId };

/** Rows looked up together: which of them are in already. */
const TOGETHER = 64;
const ACTOR = { kind: 'machine', name: 'import' } as const;

/**
 * Reads rows into cases, each in one write under its own key: killed at any moment and run again,
 * it goes on where it was, and what is in stays as it is. Rows may be written in any order.
 *
 * @throws whatever the store throws for longer than a restart takes; nothing is half done then
 */
export async function importRows(parts: ImportParts): Promise<Tally> {
  const tally = emptyTally();
  const numbers = new Set<string>();
  const lane = createLane(parts.concurrency);
  let waiting: Taken[] = [];
  const flush = async () => {
    const batch = waiting;
    waiting = [];
    const present = await lookUp(parts, batch);
    for (const row of batch) {
      if (parts.signal.aborted) return;
      if (present.has(row.stream)) take(tally, parts, row, 'present');
      else await lane.run(() => importOne(parts, tally, row));
    }
  };
  try {
    for await (const row of parts.rows) {
      if (parts.signal.aborted || tally.rows === parts.limit) break;
      tally.rows += 1;
      const taken = read(parts, tally, numbers, row);
      if (taken !== null) waiting.push(taken);
      if (waiting.length === TOGETHER) await flush();
    }
    await flush();
  } finally {
    await lane.settled();
  }
  lane.check();
  return tally;
}

/** The row as a case to be, or null where it ends here. */
function read(
  parts: ImportParts,
  tally: Tally,
  numbers: Set<string>,
  row: LedgerRow,
): Taken | null {
  const { crypto, tenant, mapping, law } = parts;
  const { line } = row;
  const no = (number: string, why: RowProblem) => {
    reject(tally, parts, { line, number, why });
    return null;
  };
  if ('problem' in row) return no('', row.problem);
  const translated = translate(row, mapping, law);
  if (translated.kind === 'problem') return no(translated.number, translated.problem);
  if (translated.kind === 'withheld') {
    tally.withheld += 1;
    parts.onRow(tally);
    return null;
  }
  const { number } = translated;
  if (numbers.has(number)) return no(number, { code: 'import.number-twice', number });
  numbers.add(number);
  const stream = streamUnder(crypto, tenant, ACTOR, `${mapping.id}/${number}`);
  return { ...translated, line, stream };
}

/** Streams of the batch that are there already: one read for all of them. */
async function lookUp(parts: ImportParts, batch: readonly Taken[]): Promise<ReadonlySet<StreamId>> {
  if (batch.length === 0) return new Set();
  const streams = batch.map(({ stream }) => stream);
  const { tenant, store } = parts;
  const { heads } = await patiently(() =>
    store.read({ tenant, streams, idempotency: null, texts: [] }),
  );
  return new Set(heads.keys());
}

async function importOne(parts: ImportParts, tally: Tally, row: Taken): Promise<void> {
  const answer = await patiently(() => parts.engine.execute(requestOf(parts, row)));
  if (answer.accepted) return take(tally, parts, row, 'imported');
  // Another import of the same ledger was quicker.
  if (answer.refusal.code === 'case.exists') return take(tally, parts, row, 'present');
  const { line, number } = row;
  reject(tally, parts, { line, number, why: answer.refusal });
}

/**
 * The key names the row and all a refusal of it rests on: sent twice, a row is one row; mended, or
 * under a mended rulebook, it is tried afresh. Personal texts are no part of it.
 */
function requestOf(
  { crypto, tenant, mapping, institutionVersion }: ImportParts,
  row: Taken,
): Request {
  const rests = crypto.hash(canonical([row.occurredAt, row.command, institutionVersion]));
  return {
    tenant,
    process: 'case',
    stream: row.stream,
    actor: ACTOR,
    occurredAt: row.occurredAt,
    command: row.command,
    private: row.texts,
    key: `${mapping.id}:${row.number}:${rests.slice(-16)}`,
  };
}

function take(
  tally: Tally,
  { mapping, onRow }: ImportParts,
  { told }: Taken,
  as: 'imported' | 'present',
): void {
  tally[as] += 1;
  if (told.outcome === null) {
    tally.open += 1;
    if (told.category === null) tally.untriaged += 1;
  } else tally.outcomes[told.outcome] = (tally.outcomes[told.outcome] ?? 0) + 1;
  if (told.category !== null && mapping.catchAll.includes(told.category)) tally.catchAll += 1;
  if (told.placeUnnamed) tally.placeUnnamed += 1;
  onRow(tally);
}

function reject(tally: Tally, { onReject, onRow }: ImportParts, one: Reject): void {
  tally.rejected += 1;
  onReject(one);
  onRow(tally);
}

const emptyTally = (): Tally => ({
  rows: 0,
  imported: 0,
  present: 0,
  rejected: 0,
  withheld: 0,
  open: 0,
  outcomes: {},
  catchAll: 0,
  untriaged: 0,
  placeUnnamed: 0,
});
