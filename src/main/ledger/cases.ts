import { lawAt, namesOf } from '../../api/names.ts';
import { statusWords } from '../../contract/words.ts';
import type { Institution } from '../../core/authority/institution.ts';
import type { CaseState } from '../../core/case/index.ts';
import type { Outcome } from '../../core/case/words.ts';
import type { Instant } from '../../core/process.ts';
import type { Lang, Text } from '../../core/text.ts';
import { formatIso } from '../../core/time/iso.ts';
import { zoneOf } from '../../core/time/zone.ts';
import type { ListEntry, Queries, Store, TenantId } from '../../engine/ports.ts';

/** One line of an exported list; an instant is a reading of the institution's own wall. */
export type ExportedRow = readonly (string | number)[];

/** Codes without a language, names in one. */
export interface Shown {
  readonly institution: Institution;
  readonly lang: Lang | null;
  readonly now: Instant;
}

const COLUMNS: readonly (readonly [string, Text])[] = [
  ['external_number', { zh: '外部编号', en: 'External number' }],
  ['external_state', { zh: '上级状态', en: 'Upstream state' }],
  ['external_due', { zh: '上级到期', en: 'Upstream due' }],
  ['case', { zh: '事项编号', en: 'Case' }],
  ['title', { zh: '标题', en: 'Title' }],
  ['category', { zh: '类别', en: 'Category' }],
  ['place', { zh: '地点', en: 'Place' }],
  ['holder', { zh: '责任单位', en: 'Responsible unit' }],
  ['lead', { zh: '主办单位', en: 'Lead unit' }],
  ['opened', { zh: '登记时间', en: 'Registered' }],
  ['due', { zh: '到期时间', en: 'Due' }],
  ['overdue', { zh: '逾期次数', en: 'Times overdue' }],
  ['status', { zh: '状态', en: 'State' }],
  ['outcome', { zh: '结果', en: 'Outcome' }],
  ['ended', { zh: '办结时间', en: 'Ended' }],
  ['imported', { zh: '来自台账', en: 'Imported' }],
];

export const headings = (lang: Lang | null): ExportedRow =>
  COLUMNS.map(([key, name]) => (lang === null ? key : name[lang]));

/** Cases asked for at once, with one read of their states. */
const PAGE = 200;

/**
 * Every case of an institution, a row each: what lists show and the numbers other systems know it
 * by. Nothing personal is read, so no look is logged.
 */
export async function* exportedRows(
  {
    queries,
    store,
  }: { readonly queries: Pick<Queries, 'list'>; readonly store: Pick<Store, 'read'> },
  tenant: TenantId,
  shown: Shown,
): AsyncGenerator<ExportedRow> {
  const tell = teller(shown);
  let after: string | null = null;
  do {
    const page: Awaited<ReturnType<Queries['list']>> = await queries.list(
      tenant,
      { process: 'case' },
      PAGE,
      after,
    );
    const streams = page.rows.map(({ stream }) => stream);
    const { heads } = await store.read({ tenant, streams, idempotency: null, texts: [] });
    for (const entry of page.rows) {
      const head = heads.get(entry.stream);
      yield tell(entry, head === undefined ? null : (JSON.parse(head.state) as CaseState));
    }
    after = page.next;
  } while (after !== null);
}

function teller({ institution, lang, now }: Shown) {
  const law = lawAt(institution, now);
  const names = namesOf(institution, law);
  const zone = zoneOf(law.calendar.zone);
  const named = (code: string | null, words: (code: string) => Text): string =>
    code === null ? '' : lang === null ? code : words(code)[lang];
  const when = (at: Instant | null): string =>
    at === null ? '' : formatIso(at, zone).slice(0, 16).replace('T', ' ');
  const yes = { zh: '是', en: 'yes' };
  return (entry: ListEntry, state: CaseState | null): ExportedRow => {
    const known = state === null || state.status === 'none' ? [] : state.external;
    const each = (pick: (one: (typeof known)[number]) => string) =>
      known
        .map(pick)
        .filter((text) => text !== '')
        .join('; ');
    return [
      each(({ number }) => number),
      each(({ state: upstream }) => upstream ?? ''),
      each(({ dueAt }) => when(dueAt)),
      entry.stream,
      entry.title ?? '',
      named(entry.category, names.category),
      named(entry.place, names.unit),
      named(entry.holder, names.unit),
      named(entry.lead, names.unit),
      when(entry.openedAt),
      when(entry.dueAt),
      entry.breaches,
      named(entry.status, (code) => statusWords[code as keyof typeof statusWords]),
      named(entry.outcome, (code) => names.outcome(code as Outcome)),
      when(entry.endedAt),
      entry.imported ? named('yes', () => yes) : '',
    ];
  };
}
