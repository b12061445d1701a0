import type { Text } from './common.ts';
import type {
  Affected,
  BlockedKind,
  ClaimAnswer,
  Harm,
  HearingOutcome,
  Party,
  SeatName,
  SponsorActKind,
  SponsorshipAct,
  SponsorshipStatus,
} from './sponsorships.ts';

const t = (zh: string, en: string): Text => ({ zh, en });

/** The words of 领导包案, one for each concept and language, as the glossary has them. */
export const sponsorshipStatusWords: Record<SponsorshipStatus, Text> = {
  nominated: t('待接案', 'Awaiting a sponsor'),
  dropped: t('提请已撤回', 'Nomination taken back'),
  accepted: t('已接案', 'Taken on'),
  agreed: t('方案已定', 'Plan agreed'),
  told: t('结果已告知', 'Result told'),
  closed: t('包案已办结', 'Sponsorship closed'),
  following: t('后续联系中', 'Followed up'),
  ended: t('后续联系已结束', 'Follow-up ended'),
};

export const blockedWords: Record<BlockedKind, Text> = {
  RULED: t('已作派单裁定，仍未办结', 'Ruled on, and still open'),
  WHISTLE_ESCALATED: t('吹哨后仍须上报', 'Whistled, and beyond all who came'),
  CLOCK: t('时限成倍逾期', 'A promise many times overdue'),
  NO_POWER: t('所需职权无单位行使', 'A power that nobody holds'),
  ASKED: t('下级提请', 'The lower unit asks'),
};

export const harmWords: Record<Harm, Text> = {
  none: t('无明显危害', 'No harm to speak of'),
  hardship: t('生活困难', 'Hardship'),
  health: t('影响健康', 'Health'),
  safety: t('危及安全', 'Safety'),
};

export const affectedWords: Record<Affected, Text> = {
  one: t('一人', 'One person'),
  few: t('数人', 'A few'),
  tens: t('数十人', 'Tens'),
  hundreds: t('百人以上', 'A hundred or more'),
};

export const seatWords: Record<SeatName, Text> = {
  sponsor: t('包案领导', 'Sponsor'),
  lead: t('包案责任人', 'Accountable lead'),
  liaison: t('联络员', 'Liaison'),
};

export const sponsorActKindWords: Record<SponsorActKind, Text> = {
  briefed: t('听取汇报', 'was briefed'),
  reviewed: t('研究案情', 'reviewed the case'),
  unblocked: t('协调推动', 'unblocked a department'),
  'met-person': t('会见本人', 'met the person'),
  'went-down': t('带案下访', 'went down with the case'),
};

export const claimAnswerWords: Record<ClaimAnswer, Text> = {
  SUPPORT: t('支持', 'Supported'),
  EXPLAIN: t('解释说明', 'Explained'),
  NOT_SUPPORT: t('不予支持', 'Not supported'),
};

export const partyWords: Record<Party, Text> = {
  person: t('本人', 'the person'),
  representative: t('代表', 'a representative'),
  unit: t('有关单位', 'the unit'),
  chair: t('主持人', 'the chair'),
  witness: t('证人', 'a witness'),
};

export const hearingOutcomeWords: Record<HearingOutcome, Text> = {
  AGREED: t('达成一致', 'agreed'),
  NOT_AGREED: t('未达成一致', 'not agreed'),
  ADJOURNED: t('延期再议', 'adjourned'),
};

export const sponsorshipActWords: Record<SponsorshipAct | 'nominate', Text> = {
  nominate: t('提请包案', 'Put it up to a leader'),
  'take-back': t('撤回提请', 'Take the nomination back'),
  accept: t('接案', 'Take it on'),
  pass: t('不接', 'Pass'),
  designate: t('指定包案领导', 'Name a sponsor'),
  'replace-seat': t('调整席位', 'Replace a seat'),
  'record-act': t('记录亲自推动', 'Record what you did'),
  supervise: t('督办', 'Supervise'),
  'ask-extension': t('申请延期', 'Ask for more time'),
  'decide-extension': t('审批延期', 'Decide the extension'),
  'tell-extension': t('告知延期', 'Tell of the extension'),
  convene: t('组成工作专班', 'Convene the task force'),
  'add-member': t('增加成员单位', 'Add a unit'),
  'release-member': t('成员单位退出', 'Let a unit go'),
  'hold-meeting': t('记录会商', 'Record a meeting'),
  'keep-commitment': t('完成承诺', 'Keep the commitment'),
  'drop-commitment': t('取消承诺', 'Drop the commitment'),
  delegate: t('授权到案', 'Delegate to the case'),
  'consent-identity': t('同意知悉身份', 'Consent to be known'),
  'revoke-identity': t('撤回身份同意', 'Take that consent back'),
  'agree-needs': t('商定需求', 'Agree on the needs'),
  plan: t('订立处置方案', 'Make the case plan'),
  'finish-step': t('完成步骤', 'Finish the step'),
  'drop-step': t('取消步骤', 'Drop the step'),
  'record-hearing': t('记录听证', 'Record a hearing'),
  'answer-claim': t('答复原诉求', 'Answer the stated claim'),
  'tell-result': t('告知结果', 'Tell the result'),
  dissent: t('表示不同意见', 'Disagree'),
  close: t('包案办结', 'Close the sponsorship'),
  'consent-follow-up': t('同意后续联系', 'Agree to be followed up'),
  'revoke-follow-up': t('停止后续联系', 'Stop the follow-up'),
  'record-follow-up': t('记录后续联系', 'Record a follow-up'),
};

/** Kinds of clock a sponsorship runs. */
export const sponsorshipClockWords: Record<string, Text> = {
  accept: t('答复是否接案', 'Answer the nomination'),
  designate: t('指定包案领导', 'Name a sponsor'),
  term: t('包案期限', 'End date'),
  commitment: t('承诺事项', 'Commitment'),
  'follow-up': t('后续联系', 'Follow-up'),
};
