import type { Text } from '../contract/common.ts';
import { outcomeWords } from '../contract/words.ts';
import { unitIn } from '../core/authority/units.ts';
import { stricter } from '../core/case/acts.ts';
import type { CaseEvent } from '../core/case/events.ts';
import type { CaseState } from '../core/case/state.ts';
import { type Clock, liveOf } from '../core/clock/clock.ts';
import type { UnitId } from '../core/process.ts';
import type { Rulebook } from '../core/rulebook/rulebook.ts';

/** A case's history and future in the words of someone who does not work here. */

const nameIn = (rulebook: Rulebook, id: UnitId): Text =>
  unitIn(rulebook, id)?.name ?? { zh: id, en: id };

const t = (zh: string, en: string): Text => ({ zh, en });

type Teller = (data: never, name: (id: UnitId) => Text, rulebook: Rulebook) => Text | null;

type DataOf<Type extends CaseEvent['type']> = Extract<CaseEvent, { type: Type }>['data'];

const tell = <Type extends CaseEvent['type']>(
  _type: Type,
  sentence: (data: DataOf<Type>, name: (id: UnitId) => Text, rulebook: Rulebook) => Text | null,
): Teller => sentence as Teller;

/** Silent ones are the office's own bookkeeping; what they come to is told by the others. */
const silent: Teller = () => null;

/** Where a leader's hand has brought it; who holds the seats stands on the page beside. */
function led({ stage, sponsor }: DataOf<'SponsorshipNoted'>, name: (id: UnitId) => Text) {
  const unit = sponsor === null ? t('', '') : name(sponsor.post.unit);
  switch (stage) {
    case 'accepted':
      return t(
        `${unit.zh}的一位领导负责推动这件事。`,
        `A leader of ${unit.en} has taken this on and answers for it.`,
      );
    case 'agreed':
      return t('处置方案已经定下。', 'The plan for it is agreed.');
    case 'told':
      return t('包案的结果已经告诉您。', 'You were told what came of it.');
    case 'nominated':
    case 'following':
    case 'ended':
      return null;
  }
}

const tellers: Readonly<Record<CaseEvent['type'], Teller>> = {
  Registered: tell('Registered', (d, name) =>
    t(
      `${name(d.receivedBy).zh}收到了您说的事。`,
      `${name(d.receivedBy).en} received what you said.`,
    ),
  ),
  Triaged: tell('Triaged', (d) =>
    d.level === 'community'
      ? t('已看过：社区可以办。', 'Looked at: the community can do this.')
      : t(
          '已看过：超出社区的权限，交给有权办的单位。',
          "Looked at: beyond the community's power; it goes to a unit that has it.",
        ),
  ),
  EmergencyShown: tell('EmergencyShown', (d) =>
    t(`已提示紧急电话 ${d.telephone}。`, `The emergency number ${d.telephone} was shown.`),
  ),
  EmergencyHandedOver: tell('EmergencyHandedOver', () =>
    t('已确认交给紧急救助。', 'The hand-over to the emergency service was confirmed.'),
  ),
  AnsweredAtOnce: tell('AnsweredAtOnce', () => t('当场作了答复。', 'Answered at once.')),
  Redirected: tell('Redirected', (d, _name, rulebook) => {
    const channel = rulebook.channels.find((c) => c.code === d.channel);
    return t(
      `这件事应走“${channel?.name.zh ?? d.channel}”。${d.nextPath.zh}`,
      `This belongs to "${channel?.name.en ?? d.channel}". ${d.nextPath.en}`,
    );
  }),
  Merged: tell('Merged', () =>
    t(
      '与另一件同样的事一起办。答复时同样会告诉您。',
      'Handled together with another request about the same matter. You will be told the reply all the same.',
    ),
  ),
  RequestJoined: silent,
  WhistleNoted: tell('WhistleNoted', (d, name) =>
    d.stage === 'issued' && d.letGo === null
      ? t(
          `请了${d.units.map((unit) => name(unit).zh).join('、')}一起来办。`,
          `${d.units.map((unit) => name(unit).en).join(', ')} ${d.units.length === 1 ? 'has' : 'have'} been called to help.`,
        )
      : null,
  ),
  WhistleLeft: silent,
  // The page itself says so, and shows nothing else.
  TextsErased: silent,
  // The page has a place of its own for it.
  PetitionNoted: silent,
  SponsorshipNoted: tell('SponsorshipNoted', (d, name) =>
    d.news === 'stage' ? led(d, name) : null,
  ),
  SponsorshipLeft: silent,
  Unmerged: tell('Unmerged', () =>
    t('改为单独办理，原来的时限不变。', 'Handled on its own again; the earlier dates hold.'),
  ),
  RequestLeft: silent,
  Dispatched: tell('Dispatched', (d, name) =>
    t(`交给${name(d.lead).zh}办理。`, `Sent to ${name(d.lead).en}.`),
  ),
  SignedFor: tell('SignedFor', (d, name) =>
    t(`${name(d.unit).zh}接下了这件事。`, `${name(d.unit).en} has taken it on.`),
  ),
  Objected: tell('Objected', (d, name) =>
    t(
      `${name(d.unit).zh}认为不归它办，说明了依据，正在研究。收到您诉求的单位继续负责。`,
      `${name(d.unit).en} says, with a legal basis, that it is not theirs. This is being decided; the unit that received your request stays responsible.`,
    ),
  ),
  ObjectionDecided: tell('ObjectionDecided', (d) =>
    d.upheld
      ? t('意见成立，改派其他单位。', 'The objection stands; another unit will be found.')
      : t('意见不成立，仍由该单位办理。', 'The objection fails; the unit keeps it.'),
  ),
  InterimOwnerFixed: tell('InterimOwnerFixed', (d, name) =>
    t(
      `归属没有按时定下来，先由${name(d.unit).zh}办。`,
      `Whose it is was not decided in time; ${name(d.unit).en} acts meanwhile.`,
    ),
  ),
  AllocationRuled: tell('AllocationRuled', (d, name) =>
    t(
      `经会商裁定，由${name(d.lead).zh}办理，不得再退。`,
      `A panel ruled that ${name(d.lead).en} handles it and may not return it.`,
    ),
  ),
  AssignedWithin: silent,
  ReplyDrafted: silent,
  ReplyAgreed: silent,
  ReplySentBack: silent,
  Contacted: tell('Contacted', (d, name) =>
    d.reached
      ? t(`${name(d.unit).zh}联系了您。`, `${name(d.unit).en} contacted you.`)
      : t(
          `${name(d.unit).zh}联系您，没有联系上。`,
          `${name(d.unit).en} tried to contact you without success.`,
        ),
  ),
  MessageSent: tell('MessageSent', (d, name) =>
    t(`${name(d.unit).zh}给您留了言。`, `${name(d.unit).en} left you a message.`),
  ),
  Summarised: tell('Summarised', () =>
    t(
      '收到您诉求的单位写了一份摘要，办理的单位只看摘要，看不到您的原话。',
      'The office that received your request wrote a summary; the units at work on it read that, and not your words.',
    ),
  ),
  ExtensionAsked: silent,
  ExtensionDecided: silent,
  ExtensionTold: tell('ExtensionTold', () =>
    t('时间延长了，已告诉您原因。', 'More time was granted, and you were told why.'),
  ),
  Reminded: silent,
  Supervised: tell('Supervised', (d, name) =>
    t(`上级督促${name(d.unit).zh}办理。`, `A superior urged ${name(d.unit).en} on.`),
  ),
  Replied: tell('Replied', (d, name) =>
    t(`${name(d.unit).zh}作出了答复。`, `${name(d.unit).en} replied.`),
  ),
  Verified: tell('Verified', (d) =>
    d.by === 'person'
      ? t('您回答了办理结果。', 'You answered whether it was solved.')
      : d.by === 'upstream'
        ? t('转来此事的上级核实了结果。', 'Those who sent it here asked whether it was solved.')
        : d.reached
          ? t('另一个单位向您核实了结果。', 'Another unit asked you whether it was solved.')
          : t(
              '另一个单位向您核实，没有联系上。',
              'Another unit tried to ask you whether it was solved.',
            ),
  ),
  SentBack: tell('SentBack', () =>
    t('没有解决，退回继续办。', 'Not solved: sent back to be worked on.'),
  ),
  Closed: tell('Closed', (d) =>
    t(
      `这件事办结，结果：${outcomeWords[d.outcome].zh}。`,
      `Closed. Outcome: ${outcomeWords[d.outcome].en}.`,
    ),
  ),
  ClosingDenied: tell('ClosingDenied', (d) =>
    d.by === 'callback'
      ? t('回访时您说没有解决。', 'Asked afterwards, you said that it was not solved.')
      : t('效果核验时发现问题又出现了。', 'Looked at again, it had come back.'),
  ),
  Reopened: tell('Reopened', () => t('重新办理。', 'Reopened.')),
  Withdrawn: tell('Withdrawn', () => t('您撤回了这件事。', 'You withdrew it.')),
  Disagreed: tell('Disagreed', () =>
    t('您提出了不同意见，已原样保存。', 'You disagreed; your words are kept as they are.'),
  ),
  WordsAdded: tell('WordsAdded', () => t('您作了补充。', 'You added something.')),
  MergedPersonTold: tell('MergedPersonTold', () =>
    t('一起办的那件事有了答复。', 'The matter it was joined to has been answered.'),
  ),
  ExternalUpdated: silent,
  UpstreamAsked: tell('UpstreamAsked', (d) =>
    d.request === 'return'
      ? t(
          '已请转来此事的上级另行安排；定下来之前，仍由现在的单位负责。',
          'Those who sent it here were asked to see to it otherwise; until they decide, the present unit stays responsible.',
        )
      : t('已请上级给更多时间，尚未答应。', 'More time was asked of those above; not yet granted.'),
  ),
  UpstreamTold: silent,
  ClockStarted: silent,
  ClockMet: silent,
  ClockBreached: tell('ClockBreached', (d) =>
    d.clock.startsWith('reply')
      ? t(
          '到了该答复的时间，还没有答复。这次逾期已记录。',
          'The reply was due and had not come. This is recorded as overdue.',
        )
      : null,
  ),
  ClockSuspended: tell('ClockSuspended', (d, _name, rulebook) => {
    const reason = rulebook.suspensionReasons.find((r) => r.code === d.reason)?.name;
    return t(
      `计时中止：${reason?.zh ?? d.reason}。`,
      `The clock stands still: ${reason?.en ?? d.reason}.`,
    );
  }),
  ClockResumed: tell('ClockResumed', () => t('恢复计时。', 'The clock runs again.')),
  ClockExtended: silent,
  ClockRecomputed: tell('ClockRecomputed', () =>
    t(
      '放假安排公布了，时限按它重新计算。',
      'The official calendar was published; the dates were computed anew.',
    ),
  ),
  ClockEnded: silent,
  ClockHandedOn: silent,
  LadderClimbed: silent,
  LadderAnswered: silent,
  LadderLeft: silent,
};

/** The sentence for one event; null for what is the office's own bookkeeping. */
export const tellEvent = (event: CaseEvent, rulebook: Rulebook): Text | null =>
  tellers[event.type](event.data as never, (id) => nameIn(rulebook, id), rulebook);

const replies = (u: Text): Text => t(`${u.zh}应当给您答复。`, `${u.en} should answer you.`);

/** In the order in which they matter to the person. */
const promises: readonly { readonly kind: string; readonly say: (unit: Text) => Text }[] = [
  {
    kind: 'verification',
    say: (u) =>
      t(
        `${u.zh}会来问您是否解决；您也可以现在就回答。`,
        `${u.en} will ask you whether it was solved; you may also answer now.`,
      ),
  },
  { kind: 'reply', say: replies },
  {
    kind: 'triage',
    say: (u) => t(`${u.zh}应当定下由谁来办。`, `${u.en} should decide who handles it.`),
  },
];

export interface Promised {
  readonly clock: Clock;
  readonly sentence: Text;
}

/**
 * The one promise the person may hold us to now: the foremost clock that runs or lawfully stands,
 * or the time that a system above gave for the reply, where that comes first.
 */
export const promised = (state: CaseState, rulebook: Rulebook): Promised | null => {
  if (state.status === 'none') return null;
  const live = state.clocks.filter((c) => c.status === 'running' || c.status === 'suspended');
  const theirs = liveOf(state.clocks, 'upstream');
  for (const { kind, say } of promises) {
    const clock = live.find((c) => c.kind === kind);
    if (!clock) continue;
    const first = stricter(clock, theirs) ?? clock;
    const sentence = first === clock ? say : replies;
    return { clock: first, sentence: sentence(nameIn(rulebook, first.unit)) };
  }
  return theirs ? { clock: theirs, sentence: replies(nameIn(rulebook, theirs.unit)) } : null;
};
