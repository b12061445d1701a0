import type { Text } from './common.ts';
import type {
  CallOutEnd,
  CallOutStatus,
  Conclusion,
  Mode,
  Settlement,
  Verdict,
  WhistleAct,
  WhistleKind,
  WhistleStatus,
} from './whistles.ts';

const t = (zh: string, en: string): Text => ({ zh, en });

/** The words of 吹哨报到, one for each concept and language, as the glossary has them. */
export const whistleKindWords: Record<WhistleKind, Text> = {
  DAILY: t('日常哨', 'Daily'),
  KEY: t('攻坚哨', 'Key'),
  EMERGENCY: t('应急哨', 'Emergency'),
};

export const whistleStatusWords: Record<WhistleStatus, Text> = {
  proposed: t('待审核', 'Awaiting screening'),
  declined: t('未发出', 'Not sent out'),
  issued: t('已发出', 'Sent out'),
  concluded: t('已办结，评价中', 'Concluded, being rated'),
  rated: t('已办结', 'Concluded'),
};

export const callOutStatusWords: Record<CallOutStatus, Text> = {
  notified: t('待签收', 'Awaiting signature'),
  signed: t('已签收，待报到', 'Signed, on its way'),
  objected: t('有异议，待裁定', 'Objected, to be ruled on'),
  reported: t('已报到', 'Reported in'),
  missed: t('未按时报到', 'Missed'),
  released: t('已了结', 'Released'),
};

export const callOutEndWords: Record<CallOutEnd, Text> = {
  REPORTED_IN: t('已报到', 'Reported in'),
  OBJECTED: t('提出异议', 'Objected'),
  MISSED: t('未报到', 'Missed'),
  STOOD_DOWN: t('已撤回通知', 'Stood down'),
};

export const settlementWords: Record<Settlement, Text> = {
  ACTION: t('已采取行动', 'Action taken'),
  NOT_MINE: t('不属本单位', 'Not mine'),
  NOT_NEEDED: t('无需处置', 'Not needed'),
};

export const conclusionWords: Record<Conclusion, Text> = {
  DONE: t('已完成', 'Done'),
  PARTIAL: t('部分完成', 'Partly done'),
  ESCALATED: t('上报', 'Escalated'),
  NOT_NEEDED: t('无需处置', 'Not needed'),
};

export const modeWords: Record<Mode, Text> = {
  'on-site': t('到场', 'on site'),
  remote: t('远程参加', 'remotely'),
};

export const verdictWords: Record<Verdict, Text> = {
  yes: t('是', 'Yes'),
  partly: t('部分', 'Partly'),
  no: t('否', 'No'),
};

export const whistleActWords: Record<WhistleAct | 'propose', Text> = {
  propose: t('吹哨', 'Whistle'),
  screen: t('审核吹哨', 'Screen the whistle'),
  'take-back': t('撤回吹哨', 'Take the whistle back'),
  file: t('补报已做步骤', 'File the steps tried'),
  call: t('再请单位', 'Call further units'),
  sign: t('签收', 'Sign for'),
  object: t('提出异议', 'Object'),
  'decide-objection': t('裁定异议', 'Decide the objection'),
  'report-in': t('报到', 'Report in'),
  settle: t('说明处置结果', 'Say what came of it'),
  'stand-down': t('撤回通知', 'Stand down'),
  plan: t('订立联合处置方案', 'Make the joint plan'),
  'finish-step': t('完成步骤', 'Finish the step'),
  'drop-step': t('取消步骤', 'Drop the step'),
  supervise: t('督办', 'Supervise'),
  conclude: t('办结吹哨', 'Conclude the whistle'),
  rate: t('双向评价', 'Rate each other'),
};

/** Kinds of clock a whistle runs. */
export const whistleClockWords: Record<string, Text> = {
  screen: t('审核吹哨', 'Screen the whistle'),
  filing: t('补报已做步骤', 'File the steps tried'),
  sign: t('签收报到通知', 'Sign for the call-out'),
  'report-in': t('报到', 'Report in'),
  step: t('完成步骤', 'Finish the step'),
  conclude: t('办结吹哨', 'Conclude the whistle'),
  rating: t('双向评价', 'Mutual rating'),
  remind: t('催办后补办', 'Make good after a reminder'),
  supervise: t('督办', 'Supervise'),
  instruct: t('批示', 'Written instruction'),
};
