import { clocks } from '../case/narrate/clocks.ts';
import { listed, text } from '../case/narrate/names.ts';
import type { ClockEvent } from '../clock/events.ts';
import type { LadderEvent } from '../clock/ladder.ts';
import { tellErased } from '../erased.ts';
import type { Text } from '../text.ts';
import { durationWords } from '../time/duration.ts';
import { rungs, type WhistleNames } from '../whistle/narrate.ts';
import type { EventOf, SponsorshipEvent } from './events.ts';
import type {
  ActKind,
  BlockedKind,
  ClaimAnswer,
  HearingOutcome,
  Party,
  SeatName,
} from './words.ts';

/** What things are called where a sponsorship is told, beyond what a whistle needs. */
export interface SponsorshipNames extends WhistleNames {
  blocked(kind: BlockedKind): Text;
  seat(name: SeatName): Text;
  sponsorAct(kind: ActKind): Text;
  sponsorDuty(code: string): Text;
  claimAnswer(answer: ClaimAnswer): Text;
  party(code: Party): Text;
  hearingOutcome(code: HearingOutcome): Text;
}

type Own = Exclude<SponsorshipEvent, ClockEvent | LadderEvent>['type'];

type Tellers = {
  readonly [Type in Own]: (data: EventOf<Type>['data'], names: SponsorshipNames) => Text;
};

const TELLERS: Tellers = {
  SponsorshipNominated(data, names) {
    const [unit, leader, kind] = [
      names.unit(data.nominator),
      names.post(data.asked.post),
      names.blocked(data.blocked.kind),
    ];
    return text(
      `${unit.zh}提请${leader.zh}包案（${kind.zh}）：${data.reason}`,
      `${unit.en} put it up to the ${leader.en} (${kind.en}): ${data.reason}`,
    );
  },
  NominationPassed(data, names) {
    const by = names.post(data.by);
    const next = data.next === null ? null : names.post(data.next.post);
    const on =
      next === null
        ? text('由上级单位负责人指定', 'the head at the top names a sponsor')
        : text(`转${next.zh}`, `it goes on to the ${next.en}`);
    return data.reason === null
      ? text(`${by.zh}逾期未答复，${on.zh}`, `No answer in time (${by.en}): ${on.en}`)
      : text(
          `${by.zh}不接，理由：${data.reason}，${on.zh}`,
          `Passed (${by.en}): ${data.reason}; ${on.en}`,
        );
  },
  NominationTakenBack: ({ reason }) => {
    const why = because(reason);
    return text(`撤回包案提请：${why.zh}`, `The nomination was taken back: ${why.en}`);
  },
  SponsorshipAccepted(data, names) {
    const leader = names.post(data.sponsor.post);
    return data.how === 'accepted'
      ? text(`${leader.zh}接案`, `Taken on by the ${leader.en}`)
      : text(`指定${leader.zh}包案`, `The ${leader.en} was named to sponsor it`);
  },
  SeatReplaced(data, names) {
    const [seat, to] = [names.seat(data.seat), names.post(data.to.post)];
    return text(
      `${seat.zh}调整为另一位${to.zh}：${data.reason}`,
      `${seat.en} is now another ${to.en}: ${data.reason}`,
    );
  },
  SponsorActed(data, names) {
    const kind = names.sponsorAct(data.kind);
    const duty = data.duty === null ? null : names.sponsorDuty(data.duty);
    const unit = data.unit === null ? null : names.unit(data.unit);
    const more = [unit, duty].filter((one) => one !== null);
    const with_ = more.length === 0 ? text('', '') : listed(more);
    return text(
      `包案领导${kind.zh}${with_.zh === '' ? '' : `（${with_.zh}）`}：${data.note}`,
      `The sponsor ${kind.en}${with_.en === '' ? '' : ` (${with_.en})`}: ${data.note}`,
    );
  },
  IdentityConsented: () =>
    text(
      '本人同意包案领导和联络员知悉其身份',
      'The person lets sponsor and liaison see who they are',
    ),
  IdentityConsentRevoked: () => text('本人撤回身份知悉的同意', 'The person took that consent back'),
  IdentityConsentLapsed: ({ seat }, names) => {
    const { zh, en } = names.seat(seat);
    return text(
      `${zh}已换人，身份知悉的同意随之失效，需另行征得`,
      `Another is ${en} now: the person’s consent to be known has lapsed and is asked for anew`,
    );
  },
  NeedsAgreed: ({ needs }) =>
    needs.length === 0
      ? text('与本人商定：没有其他需求', 'Agreed with the person: nothing else is needed')
      : text(`与本人商定需求 ${needs.length} 项`, `Agreed with the person: ${needs.length} needs`),
  CasePlanned(data, names) {
    const steps = data.steps.map(({ n, what, owner, dueAt }) => {
      const [unit, at] = [names.unit(owner), names.moment(dueAt)];
      return text(`${n}. ${what}（${unit.zh}，${at.zh}）`, `${n}. ${what} (${unit.en}, ${at.en})`);
    });
    return text(
      `处置方案：${steps.map(({ zh }) => zh).join('；')}`,
      `Case plan: ${steps.map(({ en }) => en).join('; ')}`,
    );
  },
  StepFinished(data, names) {
    const unit = names.unit(data.unit);
    return text(
      `${unit.zh}完成第 ${data.step} 步：${data.note}`,
      `${unit.en} finished step ${data.step}: ${data.note}`,
    );
  },
  StepDropped: (data) =>
    text(`取消第 ${data.step} 步：${data.reason}`, `Step ${data.step} was dropped: ${data.reason}`),
  ForceConvened(data, names) {
    const units = listed(data.members.map(({ unit }) => names.unit(unit)));
    const until = names.moment(data.until);
    return text(
      `组成工作专班：${units.zh}，至${until.zh}。任务：${data.mandate}`,
      `Task force convened: ${units.en}, until ${until.en}. Mandate: ${data.mandate}`,
    );
  },
  MemberJoined(data, names) {
    const unit = names.unit(data.unit);
    return text(`${unit.zh}加入工作专班`, `${unit.en} joined the task force`);
  },
  MemberLeft(data, names) {
    const unit = names.unit(data.unit);
    return text(
      `${unit.zh}退出工作专班：${data.reason}`,
      `${unit.en} left the task force: ${data.reason}`,
    );
  },
  MeetingHeld(data, names) {
    const units = listed(data.present.map(names.unit));
    const n = data.dissents.length;
    const apart = n === 0 ? text('', '') : text(`，保留意见 ${n} 项`, `, ${n} dissenting`);
    return text(
      `第 ${data.meeting} 次会商（${units.zh}）：${data.decision}${apart.zh}`,
      `Meeting ${data.meeting} (${units.en}): ${data.decision}${apart.en}`,
    );
  },
  CommitmentKept(data, names) {
    const unit = names.unit(data.unit);
    return text(
      `${unit.zh}完成承诺 ${data.commitment}：${data.note}`,
      `${unit.en} kept commitment ${data.commitment}: ${data.note}`,
    );
  },
  CommitmentDropped: (data) =>
    text(
      `取消承诺 ${data.commitment}：${data.reason}`,
      `Commitment ${data.commitment} was dropped: ${data.reason}`,
    ),
  PowerDelegated(data, names) {
    const [power, from, to, until] = [
      names.power(data.power),
      names.unit(data.from),
      names.unit(data.to),
      names.moment(data.until),
    ];
    return text(
      `${from.zh}就此案将“${power.zh}”授予${to.zh}，至${until.zh}`,
      `${from.en} handed “${power.en}” to ${to.en} for this case, until ${until.en}`,
    );
  },
  HearingHeld(data, names) {
    const [parties, outcome] = [
      listed(data.parties.map(names.party)),
      names.hearingOutcome(data.outcome),
    ];
    return text(
      `举行听证（${parties.zh}）：${outcome.zh}`,
      `A hearing was held (${parties.en}): ${outcome.en}`,
    );
  },
  ClaimAnswered(data, names) {
    const answer = names.claimAnswer(data.answer);
    const by =
      data.citation === null ? text('', '') : text(`（${data.citation}）`, ` (${data.citation})`);
    return text(
      `答复原诉求：${answer.zh}${by.zh}`,
      `The stated claim was answered: ${answer.en}${by.en}`,
    );
  },
  ExtensionAsked(data, names) {
    const post = names.post(data.approver);
    const by = { zh: durationWords(data.by, 'zh'), en: durationWords(data.by, 'en') };
    return text(
      `申请延期${by.zh}，由${post.zh}审批：${data.reason}`,
      `Asked the ${post.en} for ${by.en} more: ${data.reason}`,
    );
  },
  ExtensionDecided(data, names) {
    if (data.newDueAt === null) {
      const why = because(data.reason);
      return text(`延期未获批准：${why.zh}`, `The extension was not granted: ${why.en}`);
    }
    const due = names.moment(data.newDueAt);
    return text(
      `批准延期至${due.zh}，告知本人后生效：${data.reason}`,
      `Extension granted to ${due.en}, once the person has been told: ${data.reason}`,
    );
  },
  ExtensionTold: () => text('已告知本人延期', 'The person was told of the extension'),
  Supervised(data, names) {
    const [unit, by] = [names.unit(data.unit), names.post(data.by)];
    const written = data.instruction;
    const leader = written === null ? null : names.post(written.by);
    return written === null || leader === null
      ? text(`${by.zh}督办${unit.zh}：${data.text}`, `${by.en} supervised ${unit.en}: ${data.text}`)
      : text(
          `${by.zh}督办${unit.zh}：${data.text}。${leader.zh}批示：${written.text}`,
          `${by.en} supervised ${unit.en}: ${data.text}. Written instruction of the ${leader.en}: ${written.text}`,
        );
  },
  ResultTold: () => text('结果已告知本人', 'The person was told the result'),
  Dissented: () => text('本人表示不同意见', 'The person disagrees'),
  SponsorshipClosed({ reason }) {
    const why = because(reason);
    return text(`包案办结：${why.zh}`, `The sponsorship was closed: ${why.en}`);
  },
  FollowUpConsented(data, names) {
    const until = names.moment(data.until);
    return text(
      `本人同意后续联系至${until.zh}`,
      `The person agreed to be followed up until ${until.en}`,
    );
  },
  FollowUpBegun: () => text('开始后续联系', 'Follow-up began'),
  FollowUpRecorded: ({ reached }) =>
    reached
      ? text('联络员后续联系了本人', 'The liaison followed up with the person')
      : text('联络员后续联系，未联系上', 'The liaison tried to follow up in vain'),
  FollowUpEnded: ({ why }) =>
    why === 'revoked'
      ? text('本人停止后续联系', 'The person stopped the follow-up')
      : text('后续联系到期结束', 'The follow-up ran out'),
  CaseFollowed: () =>
    text(
      '事项并单或拆出，包案随之转移',
      'The matter was joined or parted, the sponsorship follows it',
    ),
  TextsErased: tellErased,
};

/** An event of a sponsorship as one plain sentence, without what a person said. */
export function narrate(event: SponsorshipEvent, names: SponsorshipNames): Text {
  const all = { ...clocks, ...rungs, ...TELLERS } as Readonly<Record<string, unknown>>;
  const tell = all[event.type] as (data: unknown, names: SponsorshipNames) => Text;
  return tell(event.data, names);
}

/** A machine's reason is a code, a person's their own words. */
function because(reason: string): Text {
  if (reason.startsWith('case-ended:')) return text('事项已经结束', 'the matter is over');
  return reason === 'undecided' ? text('逾期未审批', 'not decided in time') : text(reason, reason);
}
