import type {
  CallbackAct,
  CallbackKind,
  CallbackQuestion,
  CallbackReply,
  CallbackStatus,
  Finding,
  HowKnown,
} from './callbacks.ts';
import type { Text } from './common.ts';

const t = (zh: string, en: string): Text => ({ zh, en });

/** The words of 回访 and 效果核验, one for each concept and language, as the glossary has them. */
export const callbackKindWords: Record<CallbackKind, Text> = {
  callback: t('回访', 'Callback'),
  recheck: t('效果核验', 'Re-check'),
};

export const callbackStatusWords: Record<CallbackStatus, Text> = {
  not_drawn: t('未抽中', 'Not drawn'),
  unasked: t('无可回访单位', 'Nobody to ask'),
  waiting: t('未到回访日', 'Not yet to be asked'),
  asking: t('待回访', 'To be asked'),
  answered: t('已回答', 'Answered'),
  unanswered: t('未获回答', 'Not answered'),
  overtaken: t('事项已重新办理', 'The case was reopened'),
};

export const callbackQuestionWords: Record<CallbackQuestion, Text> = {
  contacted: t('办理单位是否联系过您', 'Did the unit that handled it contact you?'),
  solved: t('事情是否解决', 'Was it solved?'),
  satisfied: t('对结果是否满意', 'Are you satisfied with the result?'),
  listened: t('您的话是否有人认真听', 'Were you listened to?'),
};

export const callbackReplyWords: Record<CallbackReply, Text> = {
  yes: t('是', 'Yes'),
  partly: t('部分', 'Partly'),
  no: t('否', 'No'),
};

export const findingWords: Record<Finding, Text> = {
  held: t('没有反复', 'It has held'),
  recurred: t('问题再次出现', 'It has come back'),
  unclear: t('无法判断', 'It cannot be told'),
};

export const howKnownWords: Record<HowKnown, Text> = {
  asked: t('询问本人', 'The person was asked'),
  seen: t('现场查看', 'Somebody looked on the spot'),
};

export const callbackActWords: Record<CallbackAct, Text> = {
  answer: t('记录回访', 'Write the answers down'),
  'call-in-vain': t('记录未联系上', 'Note a call in vain'),
  find: t('记录核验结果', 'Write down what was found'),
  'report-pressure': t('举报施压', 'Report pressure'),
  'answer-pressure': t('答复施压举报', 'Answer the report of pressure'),
};

/** Kinds of clock a callback runs. */
export const callbackClockWords: Record<string, Text> = {
  wait: t('回访日', 'The day of asking'),
  ask: t('回访本人', 'Ask the person'),
  window: t('本人可以回答', 'The person may answer'),
  pressure: t('答复施压举报', 'Answer the report of pressure'),
};
