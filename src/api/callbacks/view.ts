import { callbackActWords } from '../../contract/callback-words.ts';
import {
  type CallbackAct,
  type CallbackRow,
  type CallbackView,
  callbackBodies,
} from '../../contract/callbacks.ts';
import { actsOf } from '../../core/callback/acts.ts';
import { whyNot } from '../../core/callback/decide.ts';
import { lawFor } from '../../core/callback/scene.ts';
import { isDrawn, type Known, openReports, type Report } from '../../core/callback/state.ts';
import { clockOf, liveOf } from '../../core/clock/clock.ts';
import type { Sealed, StreamId } from '../../core/process.ts';
import type { Text } from '../../core/text.ts';
import { openTexts } from '../../engine/open.ts';
import type { Look } from '../../engine/ports.ts';
import type { Setting } from '../cases/reading.ts';
import { clockView } from '../cases/rows.ts';
import { choiceOf, factsFor, owedTo } from '../choice.ts';
import type { ApiParts, Reader } from '../parts.ts';
import { iso } from '../route.ts';
import { isOnlyHeard, type Seen } from './policy.ts';
import { type CallbackReading, caseOf } from './reading.ts';

/** What a page of it is opened for; whoever gives another reason gives it themselves. */
const ASKING = '回访 · callback';
/** A page asks again and again; within this it is one look. */
const ONE_LOOK = 12 * 60 * 60_000;

/** A line of the desk. */
export function callbackRow(id: StreamId, state: Known, seen: Seen, setting: Setting): CallbackRow {
  const [report] = seen.hears ? openReports(state) : [];
  const asked = isOnlyHeard(seen) ? undefined : liveOf(state.clocks, 'ask');
  const clock = report === undefined ? asked : clockOf(state.clocks, report.clock);
  return {
    id,
    kind: state.kind,
    status: isOnlyHeard(seen) ? null : state.status,
    title: state.title,
    categoryName: state.category === null ? null : setting.names.category(state.category),
    clock: clock === undefined ? null : clockView(clock, setting),
    attempts: isDrawn(state) && !isOnlyHeard(seen) ? state.attempts : 0,
    reports: seen.asks && !seen.hears ? 0 : openReports(state).length,
  };
}

/** The page, as far as this reader's part goes: who asks, who hears of pressure, who audits. */
export async function callbackView(
  parts: ApiParts,
  reader: Reader,
  reading: CallbackReading,
): Promise<CallbackView> {
  const { id, state, version, seen, names, institution, now } = reading;
  const texts = await opened(parts, reader, reading);
  const read = (sealed: Sealed | null) =>
    sealed === null ? null : (texts.get(sealed.ref) ?? null);
  const inside = !isOnlyHeard(seen);
  const drawn = inside && isDrawn(state) ? state : null;
  const law = lawFor(institution, state, now);
  const shown = state.clocks.filter(({ kind }) =>
    kind === 'pressure' ? seen.hears || seen.audits : inside,
  );
  return {
    id,
    version,
    kind: state.kind,
    status: inside ? state.status : null,
    case: seen.hears || seen.audits ? state.case : null,
    title: state.title,
    categoryName: state.category === null ? null : names.category(state.category),
    outcomeName: names.outcome(state.outcome),
    closedAt: iso(state.closedAt),
    askerName: drawn === null ? null : names.unit(drawn.asker),
    round: drawn === null ? null : { n: drawn.round, of: drawn.rounds.length },
    attempts: drawn?.attempts ?? 0,
    attemptsNeeded: law?.callback.attempts ?? 0,
    calledOut: drawn?.calledOut ?? false,
    clocks: shown.map((clock) => clockView(clock, reading)),
    reply: await replied(parts, reader, reading),
    answers:
      drawn?.answers.map(({ at, by, replies, words, share }) => ({
        at: iso(at),
        byName: nameOf(by, reading),
        replies: { ...replies },
        words: read(words),
        share,
      })) ?? null,
    looks:
      drawn?.looks.map(({ at, by, round, finding, words }) => ({
        at: iso(at),
        byName: nameOf(by, reading),
        round,
        finding,
        words: read(words),
      })) ?? null,
    reports: state.reports.map((report) => pressureView(report, reading, read)),
    acts: choices(reader, reading),
    now: iso(now),
  };
}

const nameOf = (by: string, { names }: Setting): Text =>
  by === 'person' ? { zh: '本人', en: 'The person' } : names.unit(by);

function pressureView(
  { n, at, to, text, clock: id, done }: Report,
  reading: CallbackReading,
  read: (sealed: Sealed | null) => string | null,
): CallbackView['reports'][number] {
  const clock = clockOf(reading.state.clocks, id);
  return {
    n,
    at: iso(at),
    toName: reading.names.post(to),
    text: read(text),
    clock: clock === undefined ? null : clockView(clock, reading),
    done: done === null ? null : { at: iso(done.at), text: read(done.text) },
  };
}

/** The texts of its own vault that are this reader's to read; each look at them is logged. */
async function opened(parts: ApiParts, reader: Reader, reading: CallbackReading) {
  const { id, state, seen } = reading;
  const answers = seen.asks && isDrawn(state) ? [...state.answers, ...state.looks] : [];
  const words = answers.flatMap(({ words: sealed }) => sealed ?? []);
  const heard = seen.hears ? state.reports : [];
  const reports = heard.flatMap(({ text, done }) => [text, ...(done === null ? [] : [done.text])]);
  const personal = [...words, ...heard.map(({ text }) => text)];
  const looks = await newLooks(parts, reader, reading, personal);
  return openTexts(parts, reader.tenant, id, [...words, ...reports], looks);
}

async function newLooks(
  { vault }: ApiParts,
  reader: Reader,
  { id, now }: CallbackReading,
  sealed: readonly Sealed[],
): Promise<readonly Look[]> {
  if (sealed.length === 0) return [];
  const logged = await vault.looks(reader.tenant, id);
  const seen = (ref: string) =>
    logged.some(
      ({ actor, ref: other, at }) =>
        other === ref &&
        actor.kind === 'staff' &&
        actor.account === reader.account &&
        at > now - ONE_LOOK,
    );
  return sealed
    .filter(({ ref }) => !seen(ref))
    .map(({ ref }) => lookOf(reader, { id, now }, { ref, field: 'words', purpose: ASKING }));
}

export const lookOf = (
  { account, post }: Reader,
  { id, now }: Pick<CallbackReading, 'id' | 'now'>,
  what: Pick<Look, 'ref' | 'field' | 'purpose'>,
): Look => ({ ...what, stream: id, actor: { kind: 'staff', account, post }, at: now });

/** What the person was told, so that the caller knows what is asked about. */
async function replied(
  parts: ApiParts,
  reader: Reader,
  reading: CallbackReading,
): Promise<string | null> {
  if (!reading.seen.asks || reading.state.status !== 'asking') return null;
  const sealed = (await caseOf(parts, reader, reading))?.replies.at(-1)?.reply ?? null;
  if (sealed === null) return null;
  const texts = await openTexts(parts, reader.tenant, reading.state.case, [sealed], []);
  return texts.get(sealed.ref) ?? null;
}

function choices(reader: Reader, reading: CallbackReading): CallbackView['acts'] {
  const { id, state } = reading;
  const facts = factsFor(reader, reading, id);
  const owed = owedTo(reader, reading, actsOf(state));
  const own = (Object.keys(callbackBodies) as CallbackAct[]).filter((act) => fits(act, state));
  return own.map((act) => {
    const choice = { act, name: callbackActWords[act], owed: owed.includes(`callback.${act}`) };
    return choiceOf(choice, whyNot({ type: act, data: {} }, state, facts), reading);
  });
}

/** A callback finds nothing, a re-check is not answered. */
const fits = (act: CallbackAct, { kind }: Known): boolean =>
  act !== (kind === 'callback' ? 'find' : 'answer');
