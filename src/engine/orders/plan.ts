import type { Institution } from '../../core/authority/institution.ts';
import type { CaseCommand, CaseState } from '../../core/case/index.ts';
import { caseProcess } from '../../core/case/index.ts';
import type { Known } from '../../core/case/state.ts';
import { awaitsWord } from '../../core/case/upstream.ts';
import type { ExternalReference, UpstreamWord } from '../../core/case/words.ts';
import type {
  Actor,
  Instant,
  ProcessCommand,
  Refusal,
  Sealed,
  StreamId,
} from '../../core/process.ts';
import type { Rulebook } from '../../core/rulebook/rulebook.ts';
import { canonical } from '../canonical.ts';
import { LedgerFault } from '../import/fault.ts';
import { patiently } from '../import/lane.ts';
import type { Ledger } from '../import/ledger/ledger.ts';
import type { RowProblem } from '../import/problem.ts';
import { streamUnder } from '../keys.ts';
import type { Crypto, Queries, Store, TenantId } from '../ports.ts';
import { receiptAlias, receiptCode } from '../receipt.ts';
import type { OrdersIn } from './mapping.ts';
import { type Order, orderOf } from './order.ts';
import { type Standing, standingOf, toldOf } from './states.ts';

/** Who takes a sheet in, and the law and time it is decided by. */
export interface Desk {
  readonly tenant: TenantId;
  readonly actor: Extract<Actor, { kind: 'staff' }>;
  readonly institution: Institution;
  readonly law: Rulebook;
  readonly now: Instant;
}

export interface PlanParts extends Desk {
  readonly store: Pick<Store, 'read' | 'events'>;
  readonly queries: Pick<Queries, 'byAlias'>;
  readonly crypto: Crypto;
}

/** One field that says something else than the case knows. */
export interface Change {
  readonly field: 'due' | 'state' | 'category' | 'word';
  readonly from: string | number | null;
  readonly to: string | number | null;
}

/** What would be done, exactly: the act, and the version of the case it was seen at. */
export interface Step {
  readonly stream: StreamId;
  readonly version: number;
  readonly command: ProcessCommand;
  readonly texts: Readonly<Record<string, string>>;
}

interface At {
  readonly line: number;
  readonly number: string;
  /** Names the line and what would be done with it: whoever confirms it confirms no other. */
  readonly mark: string;
}

/** What would become of a line of a sheet. */
export type Line =
  | (At & { readonly kind: 'new'; readonly title: string | null; readonly step: Step })
  | (At & {
      readonly kind: 'changed';
      readonly title: string | null;
      readonly step: Step;
      readonly changes: readonly Change[];
    })
  | (At & { readonly kind: 'unchanged'; readonly title: string | null; readonly stream: StreamId })
  | (At & { readonly kind: 'rejected'; readonly why: RowProblem | Refusal });

/** Lines of a sheet: a plan is held whole, and a city gives out fewer in a month. */
export const MOST_LINES = 20_000;

/** Lines looked up together. */
const TOGETHER = 32;

/**
 * What a sheet would change, and what of it would be refused: every act is decided here as the
 * engine would decide it, and nothing is written. An order is known by its number's alias, whoever
 * registered it.
 *
 * @throws LedgerFault where the sheet cannot be read, or has more lines than are planned together
 */
export async function planOrders(
  parts: PlanParts,
  mapping: OrdersIn,
  ledger: Ledger,
): Promise<readonly Line[]> {
  const lines: Line[] = [];
  const numbers = new Set<string>();
  let waiting: Order[] = [];
  const flush = async () => {
    lines.push(...(await lookUp(parts, mapping, waiting)));
    waiting = [];
  };
  const no = (line: number, number: string, why: RowProblem) =>
    lines.push({ kind: 'rejected', line, number, why, mark: '' });
  let read = 0;
  for await (const row of ledger.rows) {
    read += 1;
    if (read > MOST_LINES) throw tooManyLines();
    if ('problem' in row) {
      no(row.line, '', row.problem);
      continue;
    }
    const order = orderOf(row, mapping, parts.law, ledger.form);
    if ('problem' in order) {
      no(row.line, order.number, order.problem);
      continue;
    }
    const { number } = order.reference;
    if (numbers.has(number)) no(row.line, number, { code: 'import.number-twice', number });
    else waiting.push(order);
    numbers.add(number);
    if (waiting.length === TOGETHER) await flush();
  }
  await flush();
  return lines.toSorted((a, b) => a.line - b.line);
}

const tooManyLines = (): LedgerFault =>
  new LedgerFault({
    zh: `工单表超过 ${MOST_LINES} 行。请分成几份读入。`,
    en: `The sheet has more than ${MOST_LINES} lines. Take it in as several sheets.`,
  });

async function lookUp(
  parts: PlanParts,
  mapping: OrdersIn,
  orders: readonly Order[],
): Promise<readonly Line[]> {
  if (orders.length === 0) return [];
  const { tenant, store, queries } = parts;
  return patiently(async () => {
    const known = await Promise.all(
      orders.map(({ reference: { system, number } }) =>
        queries.byAlias(tenant, { kind: 'external', key: `${system}:${number}` }),
      ),
    );
    const streams = known.filter((stream) => stream !== null);
    const standing = await standingOf(store, tenant, streams);
    return orders.map((order, n) => {
      const found = standing.get(known[n] ?? '');
      return found === undefined ? registered(parts, mapping, order) : updated(parts, order, found);
    });
  });
}

const UNSEALED: Sealed = { ref: '', commitment: '' };

function registered(parts: PlanParts, mapping: OrdersIn, order: Order): Line {
  const { crypto, tenant } = parts;
  const { reference, kind, place, title, texts, line, word } = order;
  const { system, number } = reference;
  if (word === 'TAKEN_BACK') {
    return { kind: 'rejected', line, number, why: { code: 'import.taken-back' }, mark: '' };
  }
  // One order, one stream, whoever takes the sheet in: two desks at once make no two cases of it.
  const stream = streamUnder(crypto, tenant, ORDERS, `${system}/${number}`);
  const sealed = (field: string) => (field in texts ? UNSEALED : null);
  const receipt = receiptAlias(crypto, tenant, receiptCode(crypto, tenant, stream)).key;
  const data = {
    kind,
    intake: 'upstream' as const,
    words: UNSEALED,
    place: { unit: place, detail: sealed('place.detail') },
    contact: sealed('contact'),
    confidential: false,
    external: [reference],
    receivedBy: mapping.receivedBy,
    title,
    receipt,
  };
  const refusal = refused(parts, stream, { type: 'register', data }, { status: 'none' });
  if (refusal !== null) return { kind: 'rejected', line, number, why: refusal, mark: '' };
  const bare = { ...data, words: null, place: { unit: place, detail: null }, contact: null };
  const step = { stream, version: 0, command: { type: 'register', data: bare }, texts };
  return { kind: 'new', line, number, title, step, mark: markOf(crypto, line, step) };
}

const ORDERS = { kind: 'machine', name: 'import' } as const;

function updated(parts: PlanParts, order: Order, { stream, version, state }: Standing): Line {
  const { line, reference, word } = order;
  const { number } = reference;
  const before = state.external.find(sameAs(reference));
  const hearing = word === null ? 'not-awaited' : hearingOf(word, reference, before, state);
  const heard = hearing === 'heard' ? word : null;
  // What was not heard is not kept: it would pass for heard once it is awaited.
  const known = { ...reference, word: word === null ? null : (before?.word ?? null) };
  const command: CaseCommand =
    heard === null
      ? { type: 'update-external', data: { reference: known } }
      : { type: 'hear-upstream', data: { reference, word: heard } };
  // Asked of what is unchanged as well: a line names a case to nobody who may not know of it.
  const refusal = refused(parts, stream, command, state);
  if (refusal !== null) return { kind: 'rejected', line, number, why: refusal, mark: '' };
  const title = state.title ?? order.title;
  const changes = changesOf(before, known, heard);
  if (changes.length === 0) {
    return hearing === 'too-early'
      ? { kind: 'rejected', line, number, why: { code: 'import.reply-not-told' }, mark: '' }
      : { kind: 'unchanged', line, number, title, stream, mark: '' };
  }
  const step = { stream, version, command, texts: {} };
  const mark = markOf(parts.crypto, line, step);
  return { kind: 'changed', line, number, title, step, changes, mark };
}

const sameAs = (reference: ExternalReference) => (one: ExternalReference) =>
  one.system === reference.system && one.number === reference.number;

/**
 * What becomes of a word. They judge what they were told: a word that stands in their sheet before
 * our newest reply has gone into one of ours is of an earlier reply, or of none.
 */
function hearingOf(
  word: UpstreamWord,
  reference: ExternalReference,
  before: ExternalReference | undefined,
  state: Known,
): 'heard' | 'too-early' | 'not-awaited' {
  if (!awaitsWord(state, word)) return 'not-awaited';
  if (word === 'TAKEN_BACK') {
    // Of no reply: the same beside the same state was heard, and the case has been reopened since.
    const again = before?.word === word && before.state === reference.state;
    return again ? 'not-awaited' : 'heard';
  }
  return (toldOf(state, reference)?.upTo ?? 0) < state.upstream.said ? 'too-early' : 'heard';
}

function changesOf(
  before: ExternalReference | undefined,
  { dueAt, state, category, word }: ExternalReference,
  heard: UpstreamWord | null,
): readonly Change[] {
  const fields = [
    ['due', before?.dueAt ?? null, dueAt],
    ['state', before?.state ?? null, state],
    ['category', before?.category ?? null, category ?? null],
    ['word', before?.word ?? null, heard ?? word ?? null],
  ] as const;
  return fields.flatMap(([field, from, to]): Change[] =>
    from !== to || (field === 'word' && heard !== null) ? [{ field, from, to }] : [],
  );
}

/** What the process would answer, were the act done now. */
function refused(
  { now, actor, institution }: Desk,
  stream: StreamId,
  command: CaseCommand,
  state: CaseState,
): Refusal | null {
  const facts = { now, occurredAt: now, stream, actor, institution, others: new Map(), lot: 0 };
  const decision = caseProcess.decide(command, state, facts);
  return 'refusal' in decision ? decision.refusal : null;
}

const markOf = (crypto: Crypto, line: number, step: Step): string =>
  crypto.hash(canonical([line, step])).slice(-20);
