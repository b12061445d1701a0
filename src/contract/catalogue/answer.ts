import type { ErrorCatalogue } from '../errors.ts';

/** Refusals about the reply, asking the person, closing, and what the person may do. */
export const answerErrors: ErrorCatalogue = {
  'case.outcome-not-for-reply': {
    status: 422,
    what: {
      zh: '“{outcome}”不能作为答复的办理情况。',
      en: '“{outcome}” is not something a reply can say.',
    },
    next: {
      zh: '请选择已解决、部分解决、不能解决（说明理由）或已解答。',
      en: 'Choose fixed, partly fixed, cannot be done with reasons, or information given.',
    },
  },
  'case.citation-needed': {
    status: 422,
    what: {
      zh: '答复“不能解决”必须写明依据。',
      en: 'A reply that it cannot be done has to name the rule it rests on.',
    },
    next: {
      zh: '请填写依据的法规、政策或者标准，并告诉本人还有什么途径。',
      en: 'Name the law, policy or standard, and tell the person what else they can do.',
    },
  },
  'case.no-verifier': {
    what: {
      zh: '规则库没有指定“{lead}”以外的单位作办结核实。',
      en: 'The rulebook names no unit other than “{lead}” to verify with the person.',
    },
    next: { zh: '请规则编辑指定核实单位。', en: 'A rule editor has to name one.' },
  },
  'case.handler-verifies': {
    status: 403,
    what: {
      zh: '“{unit}”办理过这个事项，不能由它核实。',
      en: '“{unit}” handled this case, so it cannot verify it.',
    },
    next: { zh: '请由没有参与办理的单位核实。', en: 'Let a unit that had no part in it do so.' },
  },
  'case.person-answered': {
    what: {
      zh: '本人已经回答过，以本人的回答为准。',
      en: 'The person has answered; their answer stands.',
    },
    next: { zh: '请据此办结，或者退回继续办理。', en: 'Close it on that answer.' },
  },
  'case.answer-needed': {
    status: 422,
    what: {
      zh: '联系上了本人，却没有记录是否解决。',
      en: 'The person was reached, but whether it is solved was not recorded.',
    },
    next: { zh: '请记录本人的回答。', en: 'Record what they answered.' },
  },
  'case.not-verified': {
    what: {
      zh: '还没有向本人核实，不能办结。',
      en: 'The person has not been asked yet, so it cannot be closed.',
    },
    next: {
      zh: '请先办结核实；多次联系不上的，按规则库的次数记录后再办结。',
      en: 'Verify it first. If they cannot be reached, record as many tries as the rulebook asks.',
    },
  },
  'case.outcome-against-answer': {
    status: 422,
    what: {
      zh: '结果“{outcome}”与本人的回答不符。',
      en: 'The outcome “{outcome}” goes against what the person answered.',
    },
    next: { zh: '请按本人的回答选择：{open}。', en: 'Choose what their answer allows: {open}.' },
  },
  'case.reopening-window-over': {
    what: {
      zh: '重新办理的期限已于 {until} 届满。',
      en: 'The time for reopening ended at {until}.',
    },
    next: {
      zh: '请作为新的诉求登记，并注明原事项编号。',
      en: 'Register it as a new request and mention this case.',
    },
  },
  'case.reopen-reason-not-yours': {
    status: 403,
    what: { zh: '您不能以这个理由重新办理。', en: 'You cannot reopen it for that reason.' },
    next: {
      zh: '效果核验未通过由核验单位提出，没有解决由本人提出。',
      en: 'A failed re-check is for the unit that checks; that it was not fixed is for the person to say.',
    },
  },
  'case.nothing-to-disagree-with': {
    what: {
      zh: '还没有可以不同意的答复或者决定。',
      en: 'There is no reply or decision yet to disagree with.',
    },
    next: {
      zh: '收到答复后可以随时表示不同意；现在可以补充说明。',
      en: 'You can disagree once there is a reply. You can add to what was said now.',
    },
  },
  'case.not-from-upstream': {
    what: {
      zh: '这个事项没有上级系统的工单编号，无处可以申请。',
      en: 'This case carries no order number of a system above, so there is nobody to ask.',
    },
    next: {
      zh: '不属本单位的，请提出派单异议；需要更多时间的，请申请延期。',
      en: 'If it is not yours, object to the dispatch; for more time, ask for an extension.',
    },
  },
  'case.no-upstream-due': {
    what: {
      zh: '上级没有给这个工单定时限。',
      en: 'The system above has set no due time for this order.',
    },
    next: {
      zh: '本单位的时限不够的，请申请延期。',
      en: 'Where our own time is too short, ask for an extension.',
    },
  },
  'case.no-such-number': {
    status: 404,
    what: {
      zh: '这个事项没有“{system}”的编号 {number}。',
      en: 'This case does not carry number {number} of “{system}”.',
    },
    next: { zh: '请核对系统名称和编号。', en: 'Check the system and the number.' },
  },
  'case.not-said-yet': {
    status: 409,
    what: {
      zh: '这个事项还没有第 {upTo} 项可以告知上级的内容，没有记录。',
      en: 'This case has said nothing of the number {upTo} yet; nothing was recorded.',
    },
    next: {
      zh: '请重新下载回复表，再记录已交给上级。',
      en: 'Download the replies again, then record that they were handed over.',
    },
  },
  'case.upstream-verifies': {
    status: 403,
    what: {
      zh: '这个工单由上级核实，本单位不回访，也不自行办结。',
      en: 'This order is verified upstream; nobody here calls the person or closes it.',
    },
    next: {
      zh: '请把答复写入回复表交给上级，再读入上级的核实结果。',
      en: 'Send the reply upstream in the reply sheet and read in the result that comes back.',
    },
  },
  'case.upstream-word-not-awaited': {
    what: {
      zh: '事项现为“{status}”，不在等待上级的核实结果。',
      en: 'The case stands at “{status}” and awaits no result from upstream.',
    },
    next: {
      zh: '还没有答复的，先答复；由本单位核实的，请办结核实。',
      en: 'Reply first if there is none; where verification is ours, verify with the person.',
    },
  },
  'case.history-out-of-order': {
    status: 422,
    what: {
      zh: '台账这一行的时间先后不对。',
      en: 'The times in this row of the ledger are out of order.',
    },
    next: {
      zh: '请核对该行的各个时间后重新导入。',
      en: 'Check the times in that row and import it again.',
    },
  },
};
