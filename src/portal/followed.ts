import type { Lang } from '../contract/common.ts';
import { reportAnswerTold } from '../contract/report-words.ts';
import { roleWords } from '../contract/words.ts';
import type { Institution } from '../core/authority/institution.ts';
import { calendarOf } from '../core/authority/institution.ts';
import { unit } from '../core/authority/units.ts';
import { isLive } from '../core/clock/clock.ts';
import { whyDue } from '../core/clock/why.ts';
import type { Instant, Recorded, StreamId } from '../core/process.ts';
import type { ReportEvent } from '../core/report/events.ts';
import { type ReportState, reportProcess } from '../core/report/index.ts';
import { LOOK, lawFor } from '../core/report/scene.ts';
import { isOpen, type Known } from '../core/report/state.ts';
import type { Rulebook } from '../core/rulebook/rulebook.ts';
import { dateOfWall } from '../core/time/civil.ts';
import { timeLeft } from '../core/time/left.ts';
import { dateWords, momentWords } from '../core/time/words.ts';
import { zoneOf } from '../core/time/zone.ts';
import type { Look } from '../engine/ports.ts';
import { type AnyProcess, readEvent } from '../engine/upcast.ts';
import type { PortalParts } from './parts.ts';
import { lawNow } from './place.ts';
import type { Channel, FollowedReport } from './report.ts';
import { told } from './report-words.ts';
import { keysOf } from './telling.ts';

const process = reportProcess as unknown as AnyProcess;

/** One report, for whoever holds its receipt; null where the stream is none. */
export interface OwnReport {
  readonly stream: StreamId;
  readonly state: Known;
  readonly version: number;
  view(lang: Lang): Promise<FollowedReport>;
}

export async function readOwnReport(
  parts: PortalParts,
  stream: StreamId,
): Promise<OwnReport | null> {
  const [{ institution, now }, rows] = await Promise.all([
    parts.present(parts.tenant),
    parts.store.events(parts.tenant, stream),
  ]);
  if (rows[0]?.process !== process.name) return null;
  const events = rows.map((row) => readEvent(process, row) as Recorded<ReportEvent>);
  const state = events.reduce<ReportState>(reportProcess.evolve, reportProcess.initial);
  if (state.status === 'none') return null;
  const version = rows.length;
  const view = async (lang: Lang) => {
    const looks = await parts.vault.looks(parts.tenant, stream);
    const keys = isOpen(state) ? await keysOf(parts, state.unit) : new Map();
    const add = isOpen(state) ? { key: parts.crypto.id(80), open: keys.size > 0 } : null;
    return { ...tellOf({ institution, now, state, events, looks }, lang), version, add };
  };
  return { stream, state, version, view };
}

interface Telling {
  readonly institution: Institution;
  readonly now: Instant;
  readonly state: Known;
  readonly events: readonly Recorded<ReportEvent>[];
  readonly looks: readonly Look[];
}

function tellOf(
  { institution, now, state, events, looks }: Telling,
  lang: Lang,
): Omit<FollowedReport, 'version' | 'add'> {
  const say = told(lang);
  const law = lawFor(institution, state, now)?.law ?? lawNow(institution, now);
  const calendar = calendarOf(institution, law);
  const zone = zoneOf(calendar.zone);
  const day = (at: Instant) => dateWords(dateOfWall(zone.toWall(at)), lang);
  const ending = (at: Instant) => momentWords(at, zone, lang, { ending: true });
  const clock = state.clocks.find(isLive);
  const owed = clock?.kind === LOOK ? say('dueLook') : say('dueSettle');
  const seats = new Map(
    looks.map((look) => [`${look.at}/${byWhom(look, institution, lang)}`, look]),
  );
  return {
    standing: standing(state, law, lang),
    next:
      clock === undefined
        ? null
        : {
            sentence:
              lang === 'zh'
                ? `${ending(clock.dueAt)}前，${owed}`
                : `By ${ending(clock.dueAt)}: ${owed}`,
            left: timeLeft(now, clock.dueAt, calendar, lang),
            why: `${whyDue(clock, calendar)[lang]}${lang === 'zh' ? '。依据：' : '. Rule: '}${clock.citation.text[lang]}`,
          },
    late: clock !== undefined && clock.dueAt <= now,
    toldTimes: state.told.length,
    line: events.flatMap((event) => {
      const sentence = sentenceOf(event, law, lang);
      return sentence === null ? [] : [{ at: day(event.occurredAt), sentence }];
    }),
    opened: [...seats.values()]
      .toSorted((a, b) => a.at - b.at)
      .map((look) => ({ at: ending(look.at), by: byWhom(look, institution, lang) })),
    channel: statutory(law),
  };
}

function standing(state: Known, law: Rulebook, lang: Lang): string {
  const say = told(lang);
  switch (state.status) {
    case 'received':
      return say('standReceived');
    case 'looked-at':
      return say('standLooked');
    case 'handed-over':
      return `${say('standOver')}${lang === 'en' ? ' ' : ''}${channelNamed(law, state.channel, lang)}`;
    case 'concluded':
      return reportAnswerTold[state.answer][lang];
  }
}

function sentenceOf(event: Recorded<ReportEvent>, law: Rulebook, lang: Lang): string | null {
  const say = told(lang);
  switch (event.type) {
    case 'ReportReceived':
      return say('lineReceived');
    case 'ReportAddedTo':
      return say('lineAdded');
    case 'ReportTakenIn':
      return say('lineTaken');
    case 'InterestDeclared':
      return say('lineInterest');
    case 'ClockBreached':
      return say('lineLate');
    case 'ReportHandedOver':
      return `${say('lineOver')}${lang === 'zh' ? '：' : ': '}${channelNamed(law, event.data.channel, lang)}`;
    case 'ReportConcluded':
      return say('lineAnswered');
    default:
      return null;
  }
}

function channelNamed(law: Rulebook, code: string, lang: Lang): string {
  const channel = law.channels.find((one) => one.code === code);
  if (channel === undefined) return code;
  return `${channel.name[lang]}${channel.telephone === null ? '' : ` ${channel.telephone}`}`;
}

/** By the post: the reporter learns which seat opened it, not whose face. */
function byWhom({ actor, at }: Look, institution: Institution, lang: Lang): string {
  if (actor.kind !== 'staff') return lang === 'zh' ? '系统' : 'the system';
  const { unit: id, role } = actor.post;
  const name = unit(institution, id, at)?.name[lang] ?? id;
  return `${name}${lang === 'zh' ? '' : ', '}${roleWords[role][lang]}`;
}

/** Where a report goes by law, whatever became of it here. */
export function statutory(law: Rulebook): Channel {
  const channel = law.channels.find(({ code }) => code === law.reportWrongdoing.channel);
  if (channel === undefined) throw new Error('the rulebook names no channel for reports');
  return { ...channel, citation: channel.citation.text };
}
