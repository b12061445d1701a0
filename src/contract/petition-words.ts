import type { Text } from './common.ts';
import type {
  LetterKind,
  Means,
  PetitionAct,
  PetitionLimit,
  PetitionStatus,
  Stage,
  Verdict,
} from './petitions.ts';

const t = (zh: string, en: string): Text => ({ zh, en });

/** The words of 信访事项, one for each concept and language, as the glossary has them. */
export const petitionStatusWords: Record<PetitionStatus, Text> = {
  registered: t('已登记，待转送', 'Registered, to be routed'),
  shared: t('待确定受理单位', 'Which body accepts it is open'),
  routed: t('已转送，待受理', 'Routed, to be accepted'),
  objected: t('对转送有异议', 'The transfer is objected to'),
  working: t('办理中', 'In hand'),
  opined: t('已作意见，待送达', 'Opinion given, to be delivered'),
  told: t('意见已送达', 'Opinion delivered'),
  'handed-over': t('已移交法定途径', 'Handed over to its channel'),
  'not-accepted': t('不予受理', 'Not accepted'),
  concluded: t('已终结', 'Concluded'),
};

export const stageWords: Record<Stage, Text> = {
  handling: t('办理', 'Handling'),
  review: t('复查', 'Review'),
  're-review': t('复核', 'Re-review'),
};

export const petitionVerdictWords: Record<Verdict, Text> = {
  SUPPORT: t('支持', 'Support'),
  EXPLAIN: t('解释说明', 'Explain'),
  NOT_SUPPORT: t('不予支持', 'Not support'),
};

export const letterWords: Record<LetterKind, Text> = {
  'handed-over': t('告知书', 'Notice of the statutory channel'),
  accepted: t('受理告知书', 'Notice of acceptance'),
  'not-accepted': t('不予受理告知书', 'Notice of non-acceptance'),
  extended: t('延期告知书', 'Notice of extension'),
  opinion: t('答复意见书', 'Opinion on the petition'),
  'review-opinion': t('复查意见书', 'Review opinion'),
  're-review-opinion': t('复核意见书', 'Re-review opinion'),
  'review-refused': t('复查复核申请告知书', 'Notice on a request for review'),
  'no-new-facts': t('新情况核对告知书', 'Notice on new facts'),
};

export const deliveryWords: Record<Means, Text> = {
  'in-person': t('直接送达', 'Handed over in person'),
  post: t('邮寄送达', 'By post'),
  electronic: t('电子送达', 'Electronically'),
};

export const petitionActWords: Record<PetitionAct | 'register', Text> = {
  register: t('登记信访事项', 'Register the petition'),
  'hand-over': t('移交法定途径', 'Hand over to its channel'),
  supervise: t('督办', 'Supervise'),
  route: t('转送', 'Route'),
  'agree-body': t('协商受理单位', 'Name the body that accepts'),
  designate: t('指定受理', 'Designate'),
  object: t('对转送提出异议', 'Object to the transfer'),
  'decide-return': t('处理转送异议', 'Decide on the transfer'),
  accept: t('受理', 'Accept'),
  'not-accept': t('不予受理', 'Decline'),
  'ask-extension': t('申请延期', 'Ask for more time'),
  'decide-extension': t('审批延期', 'Decide on more time'),
  'record-mediation': t('记录调解', 'Record mediation'),
  'open-hearing': t('开始听证', 'Open the hearing'),
  'close-hearing': t('结束听证', 'Close the hearing'),
  'give-opinion': t('作出意见', 'Give the opinion'),
  deliver: t('登记送达', 'Record the delivery'),
  'ask-review': t('申请复查、复核', 'Ask for review'),
  'claim-new-facts': t('提出新情况', 'Put forward new facts'),
  look: t('核对新情况', 'Look at the new facts'),
};

/** Kinds of clock a petition runs. */
export const petitionClockWords: Record<Exclude<PetitionLimit, 'extension'>, Text> = {
  routing: t('登记转送', 'Register and route'),
  notice: t('书面告知是否受理', 'Tell in writing whether it is accepted'),
  objection: t('可以对转送提出异议', 'Time to object to the transfer'),
  'return-decision': t('处理转送异议', 'Decide on the transfer'),
  designation: t('确定受理单位', 'Settle who accepts it'),
  handling: t('办理', 'Handle'),
  delivery: t('送达', 'Deliver'),
  'ask-review': t('可以申请复查', 'Time to ask for review'),
  review: t('复查', 'Review'),
  'ask-re-review': t('可以申请复核', 'Time to ask for re-review'),
  're-review': t('复核', 'Re-review'),
  'new-facts': t('核对新情况', 'Look at the new facts'),
};
