import type { ErrorCatalogue } from '../errors.ts';

/** Refusals of keeping and erasing. */
export const retentionErrors: ErrorCatalogue = {
  'retention.unknown': {
    status: 404,
    what: {
      zh: '这件事项没有在保存，可能还在办理。',
      en: 'Nothing is kept of this matter; it may still be in hand.',
    },
    next: {
      zh: '办结之后才开始计算保存期限。请核对编号。',
      en: 'The time to keep it begins once it has ended. Check the number.',
    },
  },
  'retention.wrong-status': {
    what: {
      zh: '保存状态是“{status}”，此时不能“{command}”。',
      en: 'The retention is at “{status}”; “{command}” cannot be done at this point.',
    },
    next: {
      zh: '请刷新页面，从现在可以办理的动作中选择。',
      en: 'Reload the page and choose from the acts that can be done now.',
    },
  },
  'retention.not-yours': {
    status: 403,
    what: {
      zh: '“{command}”不由您现在的岗位办理。',
      en: '“{command}” is not for your present post to do.',
    },
    next: {
      zh: '请切换到有此职责的岗位，或转告档案员、督办员。',
      en: 'Switch to a post that has this duty, or tell the archivist or a supervisor.',
    },
  },
  'retention.not-the-person': {
    status: 403,
    what: {
      zh: '只有提出诉求的本人（或窗口代其）可以“{command}”。',
      en: 'Only the person who made the request, or a counter for them, may do “{command}”.',
    },
    next: {
      zh: '请本人凭回执码办理，或到窗口代办。',
      en: 'The person does it with the receipt code, or at any counter.',
    },
  },
  'retention.machine-only': {
    status: 403,
    what: {
      zh: '“{command}”由系统自动完成，任何人都不能手工销毁或提前销毁。',
      en: '“{command}” is done by the system itself: no hand erases anything, or sooner.',
    },
    next: {
      zh: '无需操作；到期后自动进行。',
      en: 'There is nothing to do; it happens when its time has come.',
    },
  },
  'retention.recused': {
    status: 403,
    what: {
      zh: '您已就这件事项登记回避。',
      en: 'You have declared an interest in this matter.',
    },
    next: { zh: '请由其他同事办理。', en: 'Let a colleague do it.' },
  },
  'retention.not-entered-late': {
    what: {
      zh: '“{command}”从录入时起生效，不能补录为更早。',
      en: '“{command}” holds from when it is entered and cannot be dated back.',
    },
    next: { zh: '请不填发生时间。', en: 'Leave out when it happened.' },
  },
  'retention.not-offered': {
    what: {
      zh: '现行规则库没有规定保存期限，所有内容继续保存。',
      en: 'The law in force says nothing of retention: all is kept.',
    },
    next: {
      zh: '请规则编辑在规则库中补上保存类别。',
      en: 'A rule editor can add the classes of retention.',
    },
  },
  'retention.text-needed': {
    status: 422,
    what: { zh: '请填写“{field}”。', en: 'Fill in “{field}”.' },
    next: { zh: '补充后再提交。', en: 'Complete it and send it again.' },
  },
  'retention.hold-in-the-past': {
    status: 422,
    what: { zh: '复核日期已经过去。', en: 'The date of review has passed already.' },
    next: { zh: '请选择以后的日期。', en: 'Choose a later date.' },
  },
  'retention.hold-too-long': {
    status: 422,
    what: {
      zh: '复核日期超过了规则库允许的最长期限。',
      en: 'The date of review is later than the rulebook allows.',
    },
    next: {
      zh: '请选择较早的日期；届时仍需保全的，可以再次提出。',
      en: 'Choose an earlier date; if it is still needed then, place another hold.',
    },
  },
  'retention.no-such-hold': {
    status: 404,
    what: { zh: '没有第 {hold} 号法定保全。', en: 'There is no legal hold number {hold}.' },
    next: { zh: '请刷新页面后再选。', en: 'Reload the page and choose again.' },
  },
  'retention.hold-over': {
    what: { zh: '第 {hold} 号法定保全已经结束。', en: 'Legal hold number {hold} is over.' },
    next: { zh: '仍需保全的，请重新提出。', en: 'Place another where one is still needed.' },
  },
  'retention.hold-agreed-already': {
    what: {
      zh: '第 {hold} 号法定保全已经有第二人同意。',
      en: 'A second officer has agreed to legal hold number {hold} already.',
    },
    next: {
      zh: '如不再需要，请解除保全。',
      en: 'Lift it where it is no longer needed.',
    },
  },
  'retention.own-hold': {
    what: {
      zh: '提出保全的人不能自己同意或驳回。',
      en: 'Whoever placed a hold can neither agree to it nor decline it.',
    },
    next: { zh: '请由另一位有权人员决定。', en: 'Another officer decides.' },
  },
  'retention.hold-by-one': {
    what: {
      zh: '您提出的上一次保全没有第二人同意，不能由您接着再提。',
      en: 'Nobody else agreed to the last hold, which you placed; you cannot place the next.',
    },
    next: {
      zh: '需要继续保全的，请另一位有权人员提出，您可以同意。',
      en: 'If it has to be held, another officer places a hold, and you may agree to it.',
    },
  },
  'retention.nothing-to-archive': {
    what: {
      zh: '这一保存类别不移交档案馆。',
      en: 'Matters of this class are not handed to an archive.',
    },
    next: { zh: '无需操作。', en: 'There is nothing to do.' },
  },
  'retention.transferred-before': {
    what: { zh: '已经移交过。', en: 'It was handed over already.' },
    next: { zh: '移交回执见保存记录。', en: 'The archive’s receipt is on record.' },
  },
  'retention.no-package': {
    what: {
      zh: '还没有取出移交包，无法登记移交。',
      en: 'No package was taken yet, so no transfer can be recorded.',
    },
    next: {
      zh: '请先下载移交包，交给档案馆，再登记回执编号。',
      en: 'Take the package, give it to the archive, then record its receipt.',
    },
  },
  'retention.wish-open': {
    what: {
      zh: '您已经提出过销毁请求，正在答复。',
      en: 'You have asked for erasure already and will be answered.',
    },
    next: { zh: '请等待答复。', en: 'Wait for the answer.' },
  },
  'retention.no-such-wish': {
    status: 404,
    what: {
      zh: '没有第 {wish} 号待答复的销毁请求。',
      en: 'There is no unanswered wish number {wish}.',
    },
    next: { zh: '请刷新页面后再选。', en: 'Reload the page and choose again.' },
  },
  'retention.case-open': {
    what: {
      zh: '事项又在办理，不能销毁。',
      en: 'The matter is in hand again and is not erased.',
    },
    next: { zh: '再次办结后重新计算。', en: 'The time begins anew when it ends again.' },
  },
  'retention.clock-not-due': {
    what: { zh: '“{clock}”还没有到期。', en: '“{clock}” has not fallen due.' },
    next: { zh: '无需操作。', en: 'There is nothing to do.' },
  },
  'retention.nothing-to-recompute': {
    what: {
      zh: '没有需要按日历“{calendar}”重新计算的时限。',
      en: 'No clock has to be counted again by the calendar “{calendar}”.',
    },
    next: { zh: '无需操作。', en: 'There is nothing to do.' },
  },
};
