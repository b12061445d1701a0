import type { Lang } from '../contract/common.ts';
import {
  claimAnswerWords,
  seatWords,
  sponsorshipStatusWords,
} from '../contract/sponsorship-words.ts';
import { roleWords } from '../contract/words.ts';
import { calendarOf } from '../core/authority/institution.ts';
import { unitIn } from '../core/authority/units.ts';
import { clockOf, isLive, liveOf } from '../core/clock/clock.ts';
import { toneOf } from '../core/clock/tone.ts';
import { whyDue } from '../core/clock/why.ts';
import type { Instant, Recorded, Sealed } from '../core/process.ts';
import type { CommandType } from '../core/sponsorship/commands.ts';
import { whyNot } from '../core/sponsorship/decide.ts';
import type { EventOf, SponsorshipEvent } from '../core/sponsorship/events.ts';
import { sponsorshipProcess } from '../core/sponsorship/index.ts';
import { lawFor } from '../core/sponsorship/scene.ts';
import type { Held, Step } from '../core/sponsorship/state.ts';
import { SEATS } from '../core/sponsorship/words.ts';
import { dueAt } from '../core/time/due.ts';
import { timeLeft } from '../core/time/left.ts';
import { openTexts } from '../engine/open.ts';
import { type AnyProcess, readEvent } from '../engine/upcast.ts';
import type { Matter } from './matter.ts';
import type { PortalParts } from './parts.ts';
import type { PlanPerson, PlanSide } from './plan.ts';
import { type OwnSponsorship, sponsorshipsOf } from './sponsored.ts';
import { sayer } from './words.ts';

/** What a leader's hand has brought to the person's own matter; null where none has it. */
export async function planOf(
  parts: PortalParts,
  matter: Matter,
  lang: Lang,
): Promise<PlanSide | null> {
  const [own] = await sponsorshipsOf(parts, matter);
  if (own === undefined) return null;
  const rows = await parts.store.events(parts.tenant, own.id);
  const process = sponsorshipProcess as unknown as AnyProcess;
  const events = rows.map((row) => readEvent(process, row) as Recorded<SponsorshipEvent>);
  const { state } = own;
  const name = (unit: string) => unitIn(matter.rulebook, unit)?.name[lang] ?? unit;
  return {
    id: own.id,
    version: own.version,
    standing: sponsorshipStatusWords[state.status][lang],
    next: termIn(state, matter, lang),
    seats: SEATS.map((seat) => {
      const { post } = state[seat];
      return {
        seat,
        title: seatWords[seat][lang],
        name: `${name(post.unit)}${lang === 'zh' ? '' : ', '}${roleWords[post.role][lang]}`,
        telephone: unitIn(matter.rulebook, post.unit)?.telephone ?? null,
      };
    }),
    steps: state.steps
      .filter(({ status }) => status !== 'dropped')
      .map((step) => stepIn(step, state, matter, events, lang)),
    ...(await saidIn(parts, own, matter, events, lang)),
    may: mayOf(own, matter, lang),
  };
}

/** Until when the leader owes an end; null once it is over. */
function termIn(state: Held, { facts, ending }: Matter, lang: Lang): PlanSide['next'] {
  const clock = liveOf(state.clocks, 'term');
  const lawful = lawFor(facts.institution, state, facts.now);
  if (clock === undefined || lawful === null) return null;
  const calendar = calendarOf(facts.institution, lawful.law);
  const when = ending(clock.dueAt, lang);
  const told = clock.extensions.length > 0 ? sayer(lang)('planLonger') : '';
  return {
    sentence: `${lang === 'zh' ? `${when}前，包案领导应当推动这件事有结果，并告诉您。` : `By ${when}: the sponsor should bring this to an end and tell you.`}${told}`,
    left: timeLeft(facts.now, clock.dueAt, calendar, lang),
    tone: toneOf(clock, facts.now),
    why: `${whyDue(clock, calendar)[lang]}${lang === 'zh' ? '。依据：' : '. Rule: '}${clock.citation.text[lang]}`,
  };
}

const of = <Type extends SponsorshipEvent['type']>(
  events: readonly Recorded<SponsorshipEvent>[],
  type: Type,
) => events.filter((event): event is Recorded<EventOf<Type>> => event.type === type);

/** Who does what by when; a date that passed is said to have passed. */
function stepIn(
  { n, what, owner, dueAt: due, status, clock: id }: Step,
  { clocks }: Held,
  { rulebook, moment, ending }: Matter,
  events: readonly Recorded<SponsorshipEvent>[],
  lang: Lang,
): PlanSide['steps'][number] {
  const who = unitIn(rulebook, owner)?.name[lang] ?? owner;
  const clock = clockOf(clocks, id);
  const late = clock !== undefined && clock.breachedAt !== null;
  const done = of(events, 'StepFinished').find(({ data }) => data.step === n)?.occurredAt;
  const by = ending(due, lang);
  const say = sayer(lang);
  if (status === 'finished' && done !== undefined) {
    const at = moment(done, lang);
    return {
      what,
      line: lang === 'zh' ? `${who}已于${at}办完。` : `${who} did it on ${at}.`,
      tag: say(late ? 'planDoneLate' : 'planDone'),
    };
  }
  const owed = clock !== undefined && isLive(clock);
  return {
    what,
    line: lang === 'zh' ? `${who}应当在${by}前办完。` : `${who} should do it by ${by}.`,
    tag: owed ? (late ? say('planLate') : null) : say('planStopped'),
  };
}

/** What was agreed, answered, told and disputed, opened for the person themselves: no look is recorded. */
async function saidIn(
  parts: PortalParts,
  { id, state }: OwnSponsorship,
  { rulebook, moment, ending }: Matter,
  events: readonly Recorded<SponsorshipEvent>[],
  lang: Lang,
): Promise<PlanPerson> {
  const claim = of(events, 'ClaimAnswered').at(-1);
  const result = of(events, 'ResultTold').at(-1);
  const dissents = of(events, 'Dissented');
  const sealed: readonly (Sealed | undefined)[] = [
    ...(state.needs ?? []).map(({ text }) => text),
    claim?.data.reply,
    result?.data.result,
    ...dissents.map(({ data }) => data.words),
  ];
  const found = sealed.filter((one) => one != null);
  const texts = await openTexts(parts, parts.tenant, id, found, []);
  const text = (one: Sealed | null | undefined) => texts.get(one?.ref ?? '') ?? null;
  const at = (instant: Instant) => moment(instant, lang);
  const kinds = rulebook.support?.needs ?? [];
  return {
    needs:
      state.needs?.map((need) => ({
        name: kinds.find(({ code }) => code === need.kind)?.name[lang] ?? need.kind,
        text: text(need.text),
      })) ?? null,
    claim:
      claim === undefined
        ? null
        : {
            at: at(claim.occurredAt),
            answer: claimAnswerWords[claim.data.answer][lang],
            reply: text(claim.data.reply),
            citation: claim.data.citation,
          },
    result:
      result === undefined ? null : { at: at(result.occurredAt), text: text(result.data.result) },
    dissents: dissents.map(({ data, occurredAt }) => ({
      at: at(occurredAt),
      words: text(data.words),
    })),
    identity: state.identity,
    followUp: state.followUp === null ? null : ending(state.followUp.until, lang),
  };
}

/** What the person may say of it now. */
function mayOf(own: OwnSponsorship, matter: Matter, lang: Lang): PlanSide['may'] {
  const facts = { ...matter.facts, stream: own.id };
  const may = (type: CommandType) => whyNot({ type, data: {} }, own.state, facts) === null;
  const { state } = own;
  const latest = latestFollowUp(own, matter);
  const agreeable =
    latest !== null && may('consent-follow-up') && state.followUp === null
      ? matter.ending(latest, lang)
      : null;
  return {
    identity: may('consent-identity') && !state.identity,
    hide: may('revoke-identity') && state.identity,
    followUp: agreeable,
    stop: may('revoke-follow-up') && state.followUp !== null,
    dissent: may('dissent'),
  };
}

/** The longest that the rulebook lets a consent to be contacted run from now. */
export function latestFollowUp({ state }: OwnSponsorship, { facts }: Matter): Instant | null {
  const lawful = lawFor(facts.institution, state, facts.now);
  if (lawful === null) return null;
  const { max: duration } = lawful.sponsorship.followUp;
  const { calendar } = lawful;
  return dueAt({ start: facts.now, duration, calendar, suspensions: [] }).due;
}
