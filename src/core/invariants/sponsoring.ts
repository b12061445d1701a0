import { holdsPower } from '../authority/power.ts';
import { governing } from '../case/state.ts';
import { extend } from '../clock/acts.ts';
import { clockOf, isLive } from '../clock/clock.ts';
import type { Recorded } from '../process.ts';
import { lawFor } from '../sponsorship/scene.ts';
import { isHeld, isRunning, openCommitments, openSteps, seatOf } from '../sponsorship/state.ts';
import { SEATS } from '../sponsorship/words.ts';
import {
  decisions,
  type Invariant,
  invariant,
  ofSponsorships,
  type Read,
  type Sponsorship,
  sponsorshipSteps,
} from './invariant.ts';

/** 领导包案: invariants 29 to 34 but for 32, and 58 to 61 for what a leader's hand changes. */
export const sponsoring: readonly Invariant[] = [
  ofSponsorships(
    29,
    {
      zh: '一案一领导一责任人一联络员，三人不同，期限不超上限',
      en: 'One sponsor, one lead, one liaison, three people, and an end date within the maximum',
    },
    (one, read) => {
      for (const { after } of decisions(one)) {
        const held = SEATS.flatMap((name) => seatOf(after, name)?.account ?? []);
        read(new Set(held).size === held.length, () => 'one account holds two seats');
        if (isRunning(after)) read(held.length === 3, () => 'a seat is empty');
      }
      endDate(one, read);
    },
    { when: ['always', 'settled'] },
  ),
  ofSponsorships(
    30,
    {
      zh: '每位领导同时包案不超上限',
      en: 'A leader sponsors no more cases at one time than the cap',
    },
    ({ known }, read) => {
      if (!isRunning(known)) return;
      read(known.sponsor.post.role === 'sponsor', () => 'it lies with no leader');
    },
    { when: ['always', 'settled'] },
  ),
  ofSponsorships(
    31,
    {
      zh: '常规途径受阻并有记录，才可提请包案',
      en: 'No sponsorship without a recorded block of the routine path',
    },
    (one, read) => {
      for (const { event } of sponsorshipSteps(one, 'SponsorshipNominated')) {
        const { blocked, reason, nominator, place } = event.data;
        read(reason.trim() !== '', () => 'no reason is given');
        if (blocked.kind === 'CLOCK') {
          read(blocked.dueAt <= event.occurredAt, () => `${blocked.clock} was not late`);
        }
        if (blocked.kind !== 'ASKED') continue;
        read(blocked.tried.length > 0, () => 'no own step was tried');
        read(blocked.powers.length > 0, () => 'no power is named');
        for (const power of blocked.powers) {
          const held = holdsPower(one.institution, nominator, power, event.occurredAt, { place });
          read(held === null, () => `${nominator} itself holds ${power}`);
        }
      }
    },
  ),
  ofSponsorships(
    33,
    {
      zh: '告知结果后方可办结；不同意见原样保存',
      en: 'Closed only after the result was told, and the stated claim answered before that',
    },
    (one, read) => {
      const answered = sponsorshipSteps(one, 'ClaimAnswered')[0]?.event.version;
      const told = sponsorshipSteps(one, 'ResultTold')[0]?.event.version;
      for (const { event, before } of sponsorshipSteps(one, 'SponsorshipClosed')) {
        const { how, reason } = event.data;
        if (how === 'case-ended') {
          read(reason.startsWith('case-ended:'), () => 'closed for a matter that goes on');
          continue;
        }
        read(before.status === 'told' && told !== undefined, () => 'closed before it was told');
      }
      if (told === undefined) return;
      read(answered !== undefined && answered < told, () => 'told before the claim was answered');
    },
  ),
  ofSponsorships(
    34,
    {
      zh: '后续联系只在本人同意且未撤回、未到期时进行',
      en: 'Follow-up only while an unexpired, revocable consent exists',
    },
    (one, read) => {
      for (const { event, before } of sponsorshipSteps(one, 'FollowUpRecorded')) {
        const until = before.status === 'following' ? before.followUp.until : null;
        read(until !== null && event.recordedAt < until, () => 'followed up without a consent');
      }
      for (const { event, before } of sponsorshipSteps(one, 'FollowUpBegun')) {
        const until = 'followUp' in before ? before.followUp?.until : undefined;
        read(until !== undefined && event.recordedAt < until, () => 'begun without a consent');
      }
    },
    { when: ['always', 'by-deadline'] },
  ),
  invariant(
    58,
    {
      zh: '包案期间，事项的逐级督办由包案接管',
      en: 'While a leader has it, what the case misses climbs no ladder of the case',
    },
    (one, read) => {
      for (const { before, event } of one.steps) {
        if (event.type !== 'LadderClimbed' || before.status === 'none') continue;
        read(governing(before) === undefined, () => `${event.data.clock} climbed all the same`);
      }
      for (const { after } of decisions(one)) {
        if (governing(after) === undefined) continue;
        read(after.ladders.length === 0, () => 'a ladder of the case still waits');
      }
    },
  ),
  ofSponsorships(
    59,
    {
      zh: '会商须有所需职权到场；所作承诺各有时限',
      en: 'A meeting decides with every needed power present; each commitment is a clock',
    },
    (one, read) => {
      for (const { event, before } of sponsorshipSteps(one, 'MeetingHeld')) {
        const { present, positions, quorum, commitments } = event.data;
        const force = before.status === 'none' || !isHeld(before) ? null : before.force;
        read(force !== null && event.recordedAt < force.until, () => 'no task force met');
        for (const power of force?.powers ?? []) {
          const held = quorum.some((it) => it.power === power && present.includes(it.unit));
          read(held, () => `decided without ${power}`);
        }
        const spoken = positions.map(({ unit }) => unit);
        read(
          present.every((unit) => spoken.includes(unit)),
          () => 'somebody was not asked',
        );
        read(
          commitments.every(({ unit }) => present.includes(unit)),
          () => 'promised for another',
        );
      }
      if (!isHeld(one.known)) return;
      for (const { clock, dueAt } of [...openSteps(one.known), ...openCommitments(one.known)]) {
        const owed = clockOf(one.known.clocks, clock);
        const runs = owed !== undefined && isLive(owed) && owed.target === dueAt;
        read(runs === isRunning(one.known), () => `${clock} holds nobody`);
      }
    },
    { when: ['always', 'settled'] },
  ),
  ofSponsorships(
    60,
    {
      zh: '法律专属的职权不授权到案；授权不超过包案期限',
      en: 'No power that the law pins to a body is handed to a case, and none beyond its end',
    },
    (one, read) => {
      for (const { event, before } of sponsorshipSteps(one, 'PowerDelegated')) {
        const { power, from, to, until } = event.data;
        const held = holdsPower(one.institution, from, power, event.occurredAt);
        read(held?.power.delegable === 'internal', () => `${power} was handed to ${to}`);
        const end = before.status === 'none' ? undefined : clockOf(before.clocks, 'term-1');
        read(end !== undefined && until <= end.dueAt, () => `${power} outlives the case`);
      }
    },
  ),
  ofSponsorships(
    61,
    {
      zh: '需求、同意、不同意见出自本人',
      en: 'Needs, consents and dissent are the person’s own, or taken down for them',
    },
    (one, read) => {
      for (const type of THEIRS) {
        for (const { event } of sponsorshipSteps(one, type)) {
          read(isTheirs(event), () => `${type} was said by somebody else`);
        }
      }
    },
  ),
];

const THEIRS = [
  'NeedsAgreed',
  'IdentityConsented',
  'IdentityConsentRevoked',
  'Dissented',
  'FollowUpConsented',
] as const;

const isTheirs = ({ actedBy, onBehalfOf }: Recorded): boolean =>
  actedBy.kind === 'person' || onBehalfOf?.kind === 'person';

/** One end date, extended once at most, and never further than the law of its day lets. */
function endDate({ known, institution }: Sponsorship, read: Read): void {
  if (!isHeld(known)) return;
  const terms = known.clocks.filter(({ kind }) => kind === 'term');
  const [term] = terms;
  read(terms.length === 1, () => `it has ${terms.length} end dates`);
  const law = lawFor(institution, known, known.acceptedAt);
  if (term === undefined || law === null) return;
  const { duration } = law.sponsorship.term;
  const same = term.duration.n === duration.n && term.duration.unit === duration.unit;
  read(same && term.extensions.length <= 1, () => 'it runs on another term than the law gives');
  const { max } = law.sponsorship.extension;
  const plain = { ...term, extensions: [] };
  const latest = extend(plain, max, law.calendar).data.dueAt;
  // A calendar published since may count the same days otherwise.
  const counted = term.calendar.version === law.calendar.version;
  read(!counted || term.dueAt <= latest, () => `it ends ${term.dueAt}, after ${latest}`);
}

/** Invariant 18 as a sponsorship keeps it: asked, granted by a third account, told, all before due. */
export function extensionOf(one: Sponsorship, read: Read): void {
  for (const { event, before } of sponsorshipSteps(one, 'ClockExtended')) {
    if (before.status === 'none' || !isHeld(before)) continue;
    const old = clockOf(before.clocks, event.data.clock);
    const last = (type: 'ExtensionAsked' | 'ExtensionDecided' | 'ExtensionTold') =>
      sponsorshipSteps(one, type).findLast(({ event: it }) => it.version < event.version)?.event;
    const [asked, granted, told] = [
      last('ExtensionAsked'),
      last('ExtensionDecided'),
      last('ExtensionTold'),
    ];
    if (old === undefined || !asked || !granted || !told) {
      read(false, () => 'extended without being asked, granted and told');
      continue;
    }
    const inTime = [asked, granted, told].every(({ recordedAt }) => recordedAt < old.dueAt);
    read(inTime, () => 'asked, granted or told after the end date');
    const account = accountOf(granted);
    read(account !== accountOf(asked), () => 'granted by who asked');
    read(account !== before.sponsor.account, () => 'granted by the sponsor');
    read(old.extensions.length === 0, () => 'extended a second time');
  }
}

const accountOf = ({ actedBy }: Recorded): string | null =>
  actedBy.kind === 'staff' ? actedBy.account : null;
