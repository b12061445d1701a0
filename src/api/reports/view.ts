import { OPENING } from '../../contract/report-words.ts';
import type { DeskView, ReportRow, SealedReport } from '../../contract/reports.ts';
import { isLive } from '../../core/clock/clock.ts';
import { lawFor } from '../../core/report/scene.ts';
import { durationWords } from '../../core/time/duration.ts';
import { keysInForce } from '../../engine/desk-keys.ts';
import { openTexts } from '../../engine/open.ts';
import type { Setting } from '../cases/reading.ts';
import { clockView } from '../cases/rows.ts';
import type { ApiParts, Reader } from '../parts.ts';
import { iso } from '../route.ts';
import { type Report, readReport, reportsOf } from './reading.ts';

/** The desk of the reader's unit: its terms, its keys, what it has. */
export async function deskOf(parts: ApiParts, reader: Reader, setting: Setting): Promise<DeskView> {
  const { names, law } = setting;
  const { unit } = reader.post;
  const terms = law.rulebook.reportWrongdoing.desk;
  const own = terms !== null && terms.unit === unit ? terms : null;
  const keys = own === null ? [] : [...(await keysInForce(parts, reader.tenant, unit)).values()];
  const { rows, more } = await reportsOf(parts, reader, setting);
  // What came in under an earlier law is handed over by that one.
  const channels = new Set([
    ...(own?.handTo ?? []),
    ...rows.flatMap(
      ({ state }) => lawFor(setting.institution, state, setting.now)?.desk.handTo ?? [],
    ),
  ]);
  const words = (duration: Parameters<typeof durationWords>[0]) => ({
    zh: durationWords(duration, 'zh'),
    en: durationWords(duration, 'en'),
  });
  return {
    unitName: names.unit(unit),
    desk: own && {
      within: words(own.within),
      settle: words(own.settle),
      citation: own.citation,
    },
    handTo: [...channels].map((code) => ({ code, name: names.channel(code) })),
    keys: keys.length,
    mine: keys.some(({ account }) => account === reader.account),
    rows: rows.map((row) => rowOf(row, setting)),
    more,
  };
}

function rowOf({ id, state, version }: Report, setting: Setting): ReportRow {
  const live = state.clocks.find(isLive);
  return {
    id,
    version,
    status: state.status,
    receivedOn: iso(state.receivedAt),
    told: state.told.length,
    clock: live === undefined ? null : clockView(live, setting),
    late: state.clocks.some(({ breachedAt }) => breachedAt !== null),
    channelName: state.status === 'handed-over' ? setting.names.channel(state.channel) : null,
    answer: state.status === 'concluded' ? state.answer : null,
  };
}

/** What the officer's browser decrypts: each opening is a look, logged before anything is sent. */
export async function openReport(
  parts: ApiParts,
  reader: Reader,
  id: string,
): Promise<SealedReport> {
  const { state, version, setting } = await readReport(parts, reader, id);
  const looks = state.told.map(({ words }) => ({
    stream: id,
    ref: words.ref,
    field: 'report',
    actor: { kind: 'staff', account: reader.account, post: reader.post } as const,
    purpose: OPENING,
    at: setting.now,
  }));
  const sealed = state.told.map(({ words }) => words);
  const texts = await openTexts(parts, reader.tenant, id, sealed, looks);
  return {
    id,
    version,
    told: state.told.map(({ words, at }) => ({
      on: iso(at),
      envelope: texts.get(words.ref) ?? null,
    })),
  };
}
