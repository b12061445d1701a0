import type { Text } from './common.ts';
import type { Instrument, SupportAct, SupportEnd, SupportStatus } from './supports.ts';

const t = (zh: string, en: string): Text => ({ zh, en });

/** The words of 帮扶措施, one for each concept and language, as the glossary has them. */
export const supportStatusWords: Record<SupportStatus, Text> = {
  offered: t('待本人答复', 'Awaiting the person’s answer'),
  consented: t('本人同意，待兑现', 'Agreed to, to be delivered'),
  delivered: t('已兑现，待本人确认', 'Delivered, to be confirmed'),
  ended: t('已了结', 'Ended'),
};

export const supportEndWords: Record<SupportEnd, Text> = {
  RECEIVED: t('本人确认收到', 'Received, the person says'),
  UNCONFIRMED: t('已兑现，本人未表示', 'Delivered, the person said nothing'),
  REFUSED: t('本人不需要', 'Not wanted'),
  LAPSED: t('期满自行终止', 'Lapsed'),
  REVOKED: t('本人撤回同意', 'Consent taken back'),
  TAKEN_BACK: t('已撤回', 'Taken back'),
  CANNOT: t('不能提供，已说明', 'Cannot be given; reasons told'),
};

export const instrumentWords: Record<Instrument, Text> = {
  job: t('就业', 'Work'),
  subsidy: t('补贴', 'Subsidy'),
  medical: t('医疗救助', 'Medical aid'),
  relief: t('生活救助', 'Relief'),
  legal: t('法律援助', 'Legal aid'),
  housing: t('住房保障', 'Housing'),
  schooling: t('助学', 'Schooling'),
};

export const supportActWords: Record<SupportAct | 'offer', Text> = {
  offer: t('提出帮扶', 'Offer support'),
  'take-back': t('撤回帮扶', 'Take the offer back'),
  consent: t('同意帮扶', 'Agree to the support'),
  refuse: t('不需要帮扶', 'Refuse the support'),
  revoke: t('撤回同意', 'Take the consent back'),
  show: t('核实条件', 'Note what was shown'),
  deliver: t('兑现帮扶', 'Deliver the support'),
  'cannot-deliver': t('说明不能提供', 'Say why it cannot be given'),
  'confirm-receipt': t('确认收到', 'Confirm that it came'),
  'deny-receipt': t('表示没有收到', 'Say that it did not come'),
  supervise: t('督办', 'Supervise'),
};

/** Kinds of clock a support runs. */
export const supportClockWords: Record<string, Text> = {
  'support-answer': t('等待本人答复', 'The person’s time to answer'),
  deliver: t('兑现帮扶', 'Deliver the support'),
  'support-consent': t('同意的有效期', 'How long the consent holds'),
  'support-receipt': t('等待本人确认', 'The person’s time to confirm'),
};
