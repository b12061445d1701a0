import type { CaseEvent } from '../../core/case/events.ts';
import { caseProcess } from '../../core/case/index.ts';
import type { Names } from '../../core/case/narrate/names.ts';
import { spokenIn } from '../../core/case/spoken.ts';
import { orderOf } from '../../core/case/state.ts';
import type { ExternalReference, SheetForm, UpstreamNote } from '../../core/case/words.ts';
import type { Instant, Recorded, StreamId } from '../../core/process.ts';
import type { Lang, Text } from '../../core/text.ts';
import { formatIso } from '../../core/time/iso.ts';
import type { Zone } from '../../core/time/zone.ts';
import { openTexts } from '../open.ts';
import type { Crypto, Queries, Store, Vault } from '../ports.ts';
import { type AnyProcess, readEvent } from '../upcast.ts';
import type { OrdersOut, Says } from './mapping.ts';
import type { Desk } from './plan.ts';
import { type Standing, standingOf, toldOf } from './states.ts';

export interface ReplyParts extends Desk {
  readonly store: Pick<Store, 'read' | 'events'>;
  readonly queries: Pick<Queries, 'aliases'>;
  readonly vault: Vault;
  readonly crypto: Crypto;
  readonly names: Names;
  /** The language of what the mapping has no words of its own for. */
  readonly lang: Lang;
  /** What our states are called where the mapping does not say what theirs are. */
  readonly status: (status: Standing['state']['status']) => Text;
}

/** An order of theirs that is a case of ours, and whether they have yet to hear something of it. */
export interface Reported {
  readonly stream: StreamId;
  readonly version: number;
  readonly reference: ExternalReference;
  readonly state: Standing['state'];
  /** In their words. */
  readonly said: string;
  readonly news: boolean;
}

/** Orders looked at with one read. */
const PAGE = 200;

/** The orders of a system that this desk answers for, in order of their numbers. */
export async function* reportedOrders(
  parts: ReplyParts,
  mapping: Pick<OrdersOut, 'system' | 'states'>,
): AsyncGenerator<Reported> {
  const { tenant, queries, store } = parts;
  const prefix = `${mapping.system}:`;
  let after: string | null = null;
  do {
    const page: Awaited<ReturnType<Queries['aliases']>> = await queries.aliases(
      tenant,
      'external',
      prefix,
      PAGE,
      after,
    );
    const streams = page.rows.map(({ stream }) => stream);
    const standing = await standingOf(store, tenant, [...new Set(streams)]);
    for (const { key, stream } of page.rows) {
      const one = standing.get(stream);
      const number = key.slice(prefix.length);
      const reference = one?.state.external.find(
        (other) => other.system === mapping.system && other.number === number,
      );
      if (one === undefined || reference === undefined || !isOurs(parts, one, reference)) continue;
      yield { ...reportOf(parts, mapping, one, reference), version: one.version };
    }
    after = page.next;
  } while (after !== null);
}

function reportOf(
  { lang, status }: ReplyParts,
  { states }: Pick<OrdersOut, 'states'>,
  { stream, state, version }: Standing,
  reference: ExternalReference,
): Reported {
  const inWords = (of: typeof state.status) => states[of] ?? status(of)[lang];
  const said = inWords(state.status);
  const told = toldOf(state, reference);
  // That an order was merely taken in is nothing to tell whoever gave it.
  const known = told?.state ?? inWords('received');
  const news = state.upstream.said > (told?.upTo ?? 0) || said !== known;
  return { stream, version, reference, state, said, news };
}

/** Whether the desk could say so itself: who may not tell upstream of a case does not export it. */
function isOurs(
  { now, actor, institution }: ReplyParts,
  { stream, state }: Standing,
  { system, number }: ExternalReference,
): boolean {
  const data = { system, number, upTo: 0, state: '' };
  const facts = { now, occurredAt: now, stream, actor, institution, others: new Map(), lot: 0 };
  return !('refusal' in caseProcess.decide({ type: 'tell-upstream', data }, state, facts));
}

/** A sheet of replies: its rows in their columns, and what is to be recorded once it is theirs. */
export interface Replies {
  readonly headings: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** The form in which the newest of the orders came. */
  readonly form: SheetForm;
  readonly told: readonly Told[];
}

/** That a case's order was told of: an act of whoever hands the sheet over. */
export interface Told {
  readonly stream: StreamId;
  readonly version: number;
  readonly said: UpstreamNote;
}

/** What every reported order has to say, or only those with something new. */
export async function repliesOf(
  parts: ReplyParts,
  mapping: OrdersOut,
  which: 'new' | 'all',
): Promise<Replies> {
  const rows: (readonly string[])[] = [];
  const told: Told[] = [];
  let newest: Reported | null = null;
  for await (const one of reportedOrders(parts, mapping)) {
    if (newest === null || one.state.receivedAt > newest.state.receivedAt) newest = one;
    if (which === 'new' && !one.news) continue;
    const cells = await cellsOf(parts, mapping, one);
    rows.push(mapping.columns.map(({ says }) => cells[says]));
    if (one.news) told.push(sayingOf(one));
  }
  return {
    headings: mapping.columns.map(({ name }) => name),
    rows,
    form: newest?.reference.sheet ?? mapping.file.form,
    told,
  };
}

function sayingOf({ stream, version, reference, state, said }: Reported): Told {
  const { system, number } = reference;
  return { stream, version, said: { system, number, upTo: state.upstream.said, state: said } };
}

type Cells = Readonly<Record<Says, string>>;
type Events = readonly Recorded<CaseEvent>[];

async function cellsOf(parts: ReplyParts, mapping: OrdersOut, one: Reported): Promise<Cells> {
  const { tenant, store, names, lang } = parts;
  const { state, reference } = one;
  const rows = await store.events(tenant, one.stream);
  const events = rows.map(
    (row) => readEvent(caseProcess as unknown as AnyProcess, row) as Recorded<CaseEvent>,
  );
  const when = (at: Instant | null | undefined): string =>
    at === null || at === undefined
      ? ''
      : formatIso(at, mapping.zone).slice(0, 16).replace('T', ' ');
  const named = (code: string | null | undefined, name: (code: string) => Text): string =>
    code === null || code === undefined ? '' : name(code)[lang];
  const answer = events.findLast(isAnswer);
  const replied = answer?.type === 'Replied' ? answer.data : null;
  const asked = askedOf(events);
  const outcome = 'outcome' in state ? state.outcome : (replied?.outcome ?? null);
  return {
    number: reference.number,
    title: state.title ?? '',
    category: named(state.triage?.category, names.category),
    place: named(state.place.unit, names.unit),
    lead: named(orderOf(state)?.lead, names.unit),
    due: dueOf(reference, mapping.zone) ?? when(reference.dueAt),
    state: one.said,
    return: backOf(events, lang) ?? asked.return ?? '',
    extension: asked.extension?.reason ?? '',
    until: when(asked.extension?.until),
    reply: answer === undefined ? '' : await textOf(parts, one.stream, answer),
    replied: when(answer?.occurredAt),
    outcome: outcome === null ? '' : (mapping.outcomes[outcome] ?? names.outcome(outcome)[lang]),
    citation: replied?.citation?.text[lang] ?? '',
    nothing: '',
  };
}

/** The day alone, where they named no time of it: `dueAt` is the beginning of the next. */
const dueOf = ({ dueAt, dueIsDay }: ExternalReference, zone: Zone): string | null =>
  dueIsDay && dueAt !== null ? formatIso(dueAt - 1, zone).slice(0, 10) : null;

/** What the office told the person of the matter itself. */
const isAnswer = ({ type }: CaseEvent): boolean =>
  type === 'Replied' || type === 'AnsweredAtOnce' || type === 'MergedPersonTold';

async function textOf(
  { vault, crypto, tenant }: ReplyParts,
  stream: StreamId,
  answer: CaseEvent,
): Promise<string> {
  const sealed = spokenIn(answer);
  if (sealed === null) return '';
  // The office's own words: reading them is no look at the person.
  const texts = await openTexts({ vault, crypto }, tenant, stream, [sealed], []);
  return texts.get(sealed.ref) ?? '';
}

/** The last request of each kind since a reply: what was answered asks for nothing any more. */
function askedOf(events: Events) {
  const since = events.slice(events.findLastIndex(isAnswer) + 1);
  const last = (request: 'return' | 'extension') =>
    since
      .flatMap((event) =>
        event.type === 'UpstreamAsked' && event.data.request === request ? [event.data] : [],
      )
      .at(-1);
  return { return: last('return')?.reason, extension: last('extension') };
}

/** Not ours by triage: back with the rule and the person's next path. */
function backOf(events: Events, lang: Lang): string | null {
  const last = events.findLast(({ type }) => type === 'Redirected' || type === 'Reopened');
  if (last?.type !== 'Redirected' || last.data.kind === 'taken_back') return null;
  const { citation, nextPath } = last.data;
  return [citation.text[lang], nextPath[lang]].join(lang === 'zh' ? '。' : '. ');
}
