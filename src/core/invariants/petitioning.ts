import { rulebookAt } from '../authority/institution.ts';
import { isRecused } from '../authority/posts.ts';
import { isLive as isOwed } from '../clock/clock.ts';
import { dueOf } from '../clock/due.ts';
import { interestedIn } from '../petition/access.ts';
import { isLive, letterOf, type NotAccepted, wasAnswered } from '../petition/state.ts';
import { NEXT_STAGE, WINDOWS } from '../petition/words.ts';
import { PETITION_LIMITS, type PetitionLimit } from '../rulebook/petition.ts';
import { RUNG_ACTS } from '../rulebook/rulebook.ts';
import type { Duration } from '../time/duration.ts';
import {
  decisions,
  filled,
  type Invariant,
  ofPetitions,
  type Petition,
  petitionSteps,
  type Read,
} from './invariant.ts';

/** 信访事项: invariants 19, 35 and 42, and 62 to 64 of our own. */
export const petitioning: readonly Invariant[] = [
  ofPetitions(
    19,
    {
      zh: '信访期限：办理六十日加三十日，复查、复核各三十日，听证日不计入',
      en: 'Petitions: 60 + 30 days, review and re-review 30 each, hearing days not counted',
    },
    (one, read) => {
      limits(one, read);
      asked(one, read);
      for (const { event, before } of petitionSteps(one, 'ClockExtended')) {
        const { clock: id, by } = event.data;
        const old = before.status === 'none' ? undefined : before.clocks.find((c) => c.id === id);
        const most = lawAt(one, event.occurredAt)?.limits.extension.duration;
        read(
          old?.kind === 'handling' &&
            old.extensions.length === 0 &&
            most?.unit === by.unit &&
            by.n <= most.n &&
            event.recordedAt < old.dueAt,
          () => `${id}: extended twice, too far, or told after it fell due`,
        );
      }
    },
  ),
  ofPetitions(
    35,
    {
      zh: '有利害关系的人员不经手（回避）',
      en: 'Whoever declared an interest does not touch it (recusal)',
    },
    (one, read) => {
      for (const { before, event } of one.steps) {
        if (event.actedBy.kind !== 'staff' || before.status === 'none') continue;
        const { account } = event.actedBy;
        const matter = { case: before.case, units: interestedIn(before) };
        read(
          !isRecused(one.institution, account, matter, event.recordedAt),
          () => `${account} is recused and did ${event.type}`,
        );
      }
    },
  ),
  ofPetitions(
    42,
    {
      zh: '说“没有新情况”之前，必已送达说明理由的答复，且另有一人核对',
      en: '"No new facts" only after a delivered reasoned reply, and another person looked',
    },
    (one, read) => {
      for (const { before, event } of petitionSteps(one, 'PetitionNotAccepted')) {
        const reason = lawAt(one, event.occurredAt)?.reasons.find(
          ({ code }) => code === event.data.reason,
        );
        if (reason?.afterReply !== true || before.status === 'none') continue;
        read(wasAnswered(before), () => `${reason.code} before any answer was delivered`);
      }
      for (const type of ['NoNewFacts', 'NewFactsFound'] as const) {
        for (const { before, event } of petitionSteps(one, type)) {
          if (before.status === 'none') continue;
          const by = event.actedBy.kind === 'staff' ? event.actedBy.account : null;
          read(
            by !== null && !before.deciders.includes(by),
            () => `${type}: no second pair of eyes`,
          );
          read(
            type !== 'NoNewFacts' || wasAnswered(before),
            () => 'no new facts, before any answer was delivered',
          );
        }
      }
    },
  ),
  ofPetitions(
    62,
    {
      zh: '诉求知道自己的信访事项办到哪一步',
      en: 'A request knows where the petition made for it stands',
    },
    // Only the two streams together show it: `checkMeetings`.
    () => {},
    { when: ['settled'] },
  ),
  ofPetitions(
    63,
    {
      zh: '在办信访事项总有人负责；送达一次，复查期限自送达起',
      en: 'A live petition is owed by somebody; a paper is delivered once, and opens what it opens',
    },
    (one, read) => {
      for (const { after } of decisions(one)) {
        if (!isLive(after)) continue;
        read(after.clocks.some(isOwed), () => `${after.status} without a clock`);
      }
      for (const { event, before } of petitionSteps(one, 'LetterDelivered')) {
        const letter = before.status === 'none' ? undefined : letterOf(before, event.data.letter);
        read(
          letter !== undefined && letter.delivered === null && letter.issuedAt <= event.occurredAt,
          () => `letter ${event.data.letter} is delivered twice, or before it was written`,
        );
      }
    },
  ),
  ofPetitions(
    64,
    {
      zh: '检举控告只留下“已移交”，不留内容',
      en: 'Of a report handed over unread nothing is kept but that it was',
    },
    (one, read) => {
      for (const { event } of petitionSteps(one, 'PetitionRegistered')) {
        const { way, words, number, title, category } = event.data;
        if (way !== 'sealed') continue;
        read(
          [words, number, title, category].every((kept) => kept === null),
          () => 'something of what was reported is kept',
        );
        read(one.known.status === 'handed-over', () => `it is ${one.known.status}`);
      }
    },
  ),
];

const rulebookOf = ({ institution, known }: Petition, at: number) => {
  const { id, version } = known.rulebook;
  const law = rulebookAt(institution, at);
  return law !== null && law.petition !== null
    ? law
    : institution.rulebooks.find((one) => one.id === id && one.version === version);
};

const lawAt = (one: Petition, at: number) => rulebookOf(one, at)?.petition;

/** How long a clock of this kind may run: a limit of the law has one length, a rung any of its ladder's. */
function lawfulFor(one: Petition, kind: string, at: number): readonly Duration[] {
  if (PETITION_LIMITS.some((limit) => limit === kind)) {
    const limit = lawAt(one, at)?.limits[kind as PetitionLimit];
    return limit === undefined ? [] : [limit.duration];
  }
  const isRung = RUNG_ACTS.some((act) => act === kind);
  return isRung ? (rulebookOf(one, at)?.ladder ?? []).map(({ within }) => within) : [];
}

/** Every clock is one of the law's limits, or a rung's, of the length the law had when it began. */
function limits(one: Petition, read: Read): void {
  for (const { event } of petitionSteps(one, 'ClockStarted')) {
    const { id, kind, duration } = event.data.clock;
    const lawful = lawfulFor(one, kind, event.occurredAt);
    read(
      lawful.some(({ n, unit }) => n === duration.n && unit === duration.unit),
      () => `${id} runs ${duration.n} ${duration.unit}`,
    );
  }
  for (const { id, kind, suspensions } of one.known.clocks) {
    read(
      suspensions.length === 0 || kind === 're-review',
      () => `${id} stood still, and no hearing stops it`,
    );
  }
  for (const { event, before } of petitionSteps(one, 'OpinionGiven')) {
    const clock =
      before.status === 'none'
        ? undefined
        : before.clocks.findLast(({ kind }) => kind === event.data.stage);
    const inTime = clock !== undefined && event.recordedAt < clock.dueAt;
    read(inTime || clock?.breachedAt !== null, () => 'a late opinion, and nobody was late');
  }
}

/** A review was asked within its window, which begins when the opinion was delivered. */
function asked(one: Petition, read: Read): void {
  for (const { event, before } of petitionSteps(one, 'ReviewAsked')) {
    if (!('stage' in before) || before.stage === null) {
      read(false, () => 'a review of nothing');
      continue;
    }
    const next = NEXT_STAGE[before.stage];
    const window = before.clocks.findLast(({ kind }) => kind === next?.window);
    const opinion = before.opinions.at(-1);
    const told = opinion === undefined ? undefined : letterOf(before, opinion.letter)?.delivered;
    read(
      next?.stage === event.data.stage && event.occurredAt < (window?.dueAt ?? 0),
      () => `${event.data.stage} was asked after its time`,
    );
    read(window?.startedAt === told?.at, () => 'the window does not begin with the delivery');
  }
  for (const clock of one.known.clocks) {
    if (!WINDOWS.includes(clock.kind)) continue;
    const calendar = one.institution.calendars.get(clock.calendar.id);
    if (calendar?.version !== clock.calendar.version) continue;
    read(dueOf(clock, calendar).dueAt === clock.dueAt, () => `${clock.id} is counted otherwise`);
    read(clock.breachedAt === null, () => `${clock.id}: nobody is late with what they may do`);
  }
}

/** Reason, rule and next path, wherever a petition says no (invariant 3). */
export function refusedWithReason(one: Petition, read: Read): void {
  const check = ({ reason, name, citation, nextPath }: NotAccepted) =>
    read(
      reason !== '' && filled(name) && filled(citation.text) && filled(nextPath),
      () => `"${reason}" without rule or next path`,
    );
  for (const type of ['PetitionNotAccepted', 'ReviewRefused', 'NoNewFacts'] as const) {
    for (const { event } of petitionSteps(one, type)) check(event.data);
  }
  for (const { event } of petitionSteps(one, 'HandedOver')) {
    const { channel, citation } = event.data;
    read(channel !== '' && filled(citation.text), () => 'handed over to nobody');
  }
}
