import type { Text } from '../../text.ts';
import { durationWords } from '../../time/duration.ts';
import type { ReopenReason } from '../words.ts';
import { listed, text } from './names.ts';
import { sponsorshipNoted } from './sponsorship.ts';
import type { Tellers } from './tellers.ts';

const SENT_BACK: Readonly<Record<'not_solved' | 'not_contacted' | 'person_disagrees', Text>> = {
  not_solved: text('本人反映尚未解决', 'the person says it is not solved'),
  not_contacted: text('本人反映没有人联系过', 'the person says nobody contacted them'),
  person_disagrees: text('本人不同意答复', 'the person disagrees with the reply'),
};
const REOPENED: Readonly<Record<ReopenReason, Text>> = {
  new_facts: text('有新的事实', 'there are new facts'),
  not_fixed: text('问题没有解决', 'it was not fixed'),
  denied_in_callback: text(
    '回访时本人表示没有解决',
    'called back, the person said it was not solved',
  ),
  failed_recheck: text('效果核验未通过', 'the re-check failed'),
};

/** From the first contact to the end, and what comes after it. */
export const work: Tellers<
  | 'AssignedWithin'
  | 'ReplyDrafted'
  | 'ReplyAgreed'
  | 'ReplySentBack'
  | 'Contacted'
  | 'MessageSent'
  | 'Summarised'
  | 'Reminded'
  | 'Supervised'
  | 'Replied'
  | 'Verified'
  | 'SentBack'
  | 'Closed'
  | 'ClosingDenied'
  | 'Reopened'
  | 'TextsErased'
  | 'Withdrawn'
  | 'Disagreed'
  | 'WordsAdded'
  | 'MergedPersonTold'
  | 'ExtensionAsked'
  | 'ExtensionDecided'
  | 'ExtensionTold'
  | 'WhistleNoted'
  | 'WhistleLeft'
  | 'PetitionNoted'
  | 'SponsorshipNoted'
  | 'SponsorshipLeft'
> = {
  AssignedWithin({ unit: id, office, to, reason }, names) {
    const unit = names.unit(id);
    if (to === null && office === null) {
      return text(`${unit.zh}收回分派`, `${unit.en} took the assignment back`);
    }
    const whom = to === null ? names.office(office ?? '') : names.post(to.post);
    return reason === null
      ? text(`${unit.zh}内部分派：${whom.zh}`, `Assigned within ${unit.en}: ${whom.en}`)
      : text(
          `${unit.zh}内部转办：${whom.zh}。理由：${reason}`,
          `Handed on within ${unit.en} to ${whom.en}: ${reason}`,
        );
  },
  ReplyDrafted({ unit: id, number, steps }, names) {
    const [unit, way] = [names.unit(id), steps.map((post) => names.post(post))];
    return text(
      `${unit.zh}拟出答复稿（第 ${number} 稿），依次送${way.map(({ zh }) => zh).join('、')}同意`,
      `${unit.en} drafted a reply (draft ${number}), to be agreed to in turn by: ${way.map(({ en }) => en).join('; ')}`,
    );
  },
  ReplyAgreed({ number, post }, names) {
    const who = names.post(post);
    return text(
      `${who.zh}同意答复稿（第 ${number} 稿）`,
      `Agreed to draft ${number} of the reply: ${who.en}`,
    );
  },
  ReplySentBack({ number, post, reason }, names) {
    const who = names.post(post);
    return text(
      `${who.zh}退改答复稿（第 ${number} 稿）：${reason}`,
      `Draft ${number} of the reply was sent back (${who.en}): ${reason}`,
    );
  },
  MessageSent({ unit }, names) {
    const from = names.unit(unit);
    return text(`${from.zh}给本人留言`, `${from.en} left the person a message`);
  },
  Summarised: () =>
    text('写下了摘要，承办单位据此办理', 'A summary was written for the units that handle it'),
  Contacted(data, names) {
    const [unit, means] = [names.unit(data.unit), names.means(data.means)];
    return data.reached
      ? text(`${unit.zh}联系了本人（${means.zh}）`, `${unit.en} contacted the person (${means.en})`)
      : text(
          `${unit.zh}未能联系上本人（${means.zh}）`,
          `${unit.en} could not reach the person (${means.en})`,
        );
  },
  Reminded(data, names) {
    const unit = names.unit(data.unit);
    return text(`催办${unit.zh}：${data.text}`, `Reminded ${unit.en}: ${data.text}`);
  },
  Supervised(data, names) {
    const unit = names.unit(data.unit);
    const written = data.instruction ?? null;
    if (written === null)
      return text(`督办${unit.zh}：${data.text}`, `Supervised ${unit.en}: ${data.text}`);
    const by = names.post(written.by);
    return text(
      `督办${unit.zh}：${data.text}；${by.zh}批示：${written.text}`,
      `Supervised ${unit.en}: ${data.text}; ${by.en} instructed in writing: ${written.text}`,
    );
  },
  Replied(data, names) {
    const [unit, outcome] = [names.unit(data.unit), names.outcome(data.outcome)];
    return text(
      `${unit.zh}答复本人，办理情况：${outcome.zh}`,
      `${unit.en} replied to the person. What it says came of it: ${outcome.en}`,
    );
  },
  Verified(data, names) {
    if (!data.reached && data.by === 'upstream')
      return text('上级核实：未能联系上本人', 'Verified upstream: the person was not reached');
    if (!data.reached)
      return text('办结核实：未能联系上本人', 'Verification call: the person was not reached');
    const solved = data.solved === null ? text('未作回答', 'no answer') : names.solved(data.solved);
    if (data.by === 'upstream') {
      return text(`上级核实：${solved.zh}`, `Verified upstream: ${solved.en}`);
    }
    return data.by === 'person'
      ? text(`本人回答：${solved.zh}`, `The person answered: ${solved.en}`)
      : text(`办结核实，本人回答：${solved.zh}`, `Verified; the person answered: ${solved.en}`);
  },
  SentBack: ({ reason }) =>
    text(
      `退回继续办理：${SENT_BACK[reason].zh}`,
      `Sent back to be handled further: ${SENT_BACK[reason].en}`,
    ),
  Closed(data, names) {
    const outcome = names.outcome(data.outcome);
    return data.dissent
      ? text(
          `办结，结果：${outcome.zh}；本人有不同意见`,
          `Closed. Outcome: ${outcome.en}. The person disagrees`,
        )
      : text(`办结，结果：${outcome.zh}`, `Closed. Outcome: ${outcome.en}`);
  },
  ClosingDenied: ({ closing, by }) =>
    by === 'callback'
      ? text(
          `第 ${closing} 次办结后回访：没有解决`,
          `Callback after closing ${closing}: it was not solved`,
        )
      : text(
          `第 ${closing} 次办结后效果核验：问题再次出现`,
          `Re-check after closing ${closing}: it has come back`,
        ),
  Reopened: ({ reason }) =>
    text(`重新办理：${REOPENED[reason].zh}`, `Reopened: ${REOPENED[reason].en}`),
  Withdrawn: () => text('本人撤回诉求', 'The person withdrew the request'),
  Disagreed: () => text('本人表示不同意', 'The person disagreed'),
  WordsAdded: () => text('本人补充说明', 'The person added to what was said'),
  MergedPersonTold: (data) =>
    text(
      `已把事项 ${data.into} 的答复告知本人`,
      `The person was told the reply given in ${data.into}`,
    ),
  ExtensionAsked(data, names) {
    const clock = names.clock(data.clock);
    return text(
      `申请“${clock.zh}”时限延期${durationWords(data.by, 'zh')}：${data.reason}`,
      `Asked to extend “${clock.en}” by ${durationWords(data.by, 'en')}: ${data.reason}`,
    );
  },
  ExtensionDecided(data, names) {
    if (!data.granted || data.newDueAt === null)
      return text(`延期未获批准：${data.reason}`, `The extension was refused: ${data.reason}`);
    const due = names.moment(data.newDueAt);
    return text(
      `批准延期至${due.zh}，告知本人后生效：${data.reason}`,
      `Extension granted to ${due.en}, once the person has been told: ${data.reason}`,
    );
  },
  ExtensionTold(data, names) {
    const means = names.means(data.means);
    return text(
      `已告知本人延期（${means.zh}）`,
      `The person was told of the extension (${means.en})`,
    );
  },
  WhistleNoted(data, names) {
    if (data.letGo !== null) {
      const [gone, by] = [names.unit(data.letGo), names.unit(data.issuer)];
      return text(
        `${gone.zh}不再参与${by.zh}的吹哨`,
        `${gone.en} no longer takes part in the whistle of ${by.en}`,
      );
    }
    const [issuer, units] = [names.unit(data.issuer), listed(data.units.map(names.unit))];
    switch (data.stage) {
      case 'proposed':
        return text(
          `${issuer.zh}拟吹哨，请${units.zh}到场`,
          `${issuer.en} proposes a whistle to call ${units.en}`,
        );
      case 'issued':
        return text(`${issuer.zh}吹哨：${units.zh}`, `${issuer.en} whistled for ${units.en}`);
      case 'ended':
        return data.result === null
          ? text(`${issuer.zh}的吹哨未发出`, `The whistle of ${issuer.en} did not go out`)
          : text(`${issuer.zh}的吹哨已办结`, `The whistle of ${issuer.en} is concluded`);
    }
  },
  TextsErased: ({ name }) =>
    text(
      `保存期满（${name.zh}），姓名、联系方式和所说的话已销毁`,
      `The time to keep it is over (${name.en}): names, contacts and words were erased for good`,
    ),
  WhistleLeft: () =>
    text('吹哨随事项转到另一件', 'The whistle followed the matter into another case'),
  PetitionNoted({ status, stage }) {
    const [zh, en] = PETITION[stage === null ? status : `${status} ${stage}`] ?? [status, status];
    return text(`信访事项：${zh}`, `Petition: ${en}`);
  },
  SponsorshipNoted: sponsorshipNoted,
  SponsorshipLeft: () =>
    text('包案随事项转到另一件', 'The sponsorship followed the matter into another case'),
};

/** Where a petition stands, by status and, where an opinion is owed or given, by its stage. */
const PETITION: Readonly<Record<string, readonly [zh: string, en: string]>> = {
  registered: ['已登记，待转送', 'registered, to be routed'],
  shared: ['已转送几个单位，待确定由谁受理', 'sent to several bodies, who accepts it is open'],
  routed: ['已转送办理单位', 'sent to the body that is to handle it'],
  objected: ['办理单位对转送提出异议', 'the body objects to the transfer'],
  'handed-over': ['已按法定途径移交', 'handed over to its statutory channel'],
  'not-accepted': ['不予受理', 'not accepted'],
  'working handling': ['已受理，办理中', 'accepted and being handled'],
  'working review': ['复查中', 'under review'],
  'working re-review': ['复核中', 'under re-review'],
  'opined handling': ['已作出办理意见，待送达', 'opinion given, to be delivered'],
  'opined review': ['已作出复查意见，待送达', 'review opinion given, to be delivered'],
  'opined re-review': ['已作出复核意见，待送达', 're-review opinion given, to be delivered'],
  concluded: ['已终结', 'concluded'],
  'concluded handling': ['已终结', 'concluded'],
  'concluded review': ['已终结', 'concluded'],
  'concluded re-review': ['复核后终结', 'concluded after the re-review'],
};
