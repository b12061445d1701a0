import type { Text } from './common.ts';
import type { HoldEnd, RetentionAct, RetentionStatus } from './retention.ts';

const t = (zh: string, en: string): Text => ({ zh, en });

/** The words of keeping and erasing, one for each concept and language, as the glossary has them. */
export const retentionStatusWords: Record<RetentionStatus, Text> = {
  kept: t('保存中', 'Kept'),
  lapsed: t('已到期，暂不能销毁', 'Time over, not to be erased yet'),
  due: t('待销毁', 'To be erased'),
  erasing: t('正在销毁', 'Being erased'),
  erased: t('已销毁', 'Erased'),
  stopped: t('恢复办理，停止计算', 'At work again, not counted'),
};

export const holdEndWords: Record<HoldEnd, Text> = {
  DECLINED: t('未获同意', 'Declined'),
  NOT_AGREED: t('逾期无人同意，失效', 'Nobody agreed in time: it fell'),
  LIFTED: t('已解除', 'Lifted'),
  NOT_REVIEWED: t('两次逾期未复核，失效', 'Twice not reviewed: it fell'),
};

export const retentionClockWords: Record<string, Text> = {
  keep: t('保存期限', 'Time it is kept'),
  transfer: t('档案移交', 'Hand-over to the archive'),
  'hold-agree': t('同意法定保全', 'Agree to the legal hold'),
  'hold-review': t('复核法定保全', 'Review the legal hold'),
  wish: t('答复销毁请求', 'Answer the wish to be erased'),
};

export const retentionActWords: Record<RetentionAct | 'take-package', Text> = {
  'place-hold': t('提出法定保全', 'Place a legal hold'),
  'agree-hold': t('同意法定保全', 'Agree to a legal hold'),
  'decline-hold': t('不同意法定保全', 'Decline a legal hold'),
  'lift-hold': t('复核并解除保全', 'Review and lift a legal hold'),
  'take-package': t('取出移交包', 'Take the package'),
  'record-transfer': t('登记档案移交', 'Record the hand-over'),
  'ask-erasure': t('请求销毁', 'Ask to be erased'),
  'answer-erasure': t('答复销毁请求', 'Answer a wish to be erased'),
};
