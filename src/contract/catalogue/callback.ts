import type { ErrorCatalogue } from '../errors.ts';

/** Refusals of callbacks and re-checks, in the order in which one is gone through. */
export const callbackErrors: ErrorCatalogue = {
  'callback.unknown': {
    status: 404,
    what: { zh: '没有这次回访。', en: 'There is no such callback.' },
    next: { zh: '请从回访台打开。', en: 'Open it from the callback desk.' },
  },
  'callback.exists': {
    what: { zh: '这次办结已经抽过签。', en: 'This closing was drawn for already.' },
    next: { zh: '无需操作。', en: 'There is nothing to do.' },
  },
  'callback.wrong-status': {
    what: {
      zh: '回访现在是“{status}”，此时不能“{command}”。',
      en: 'The callback is at “{status}”; “{command}” cannot be done at this point.',
    },
    next: {
      zh: '请刷新页面，从现在可以办理的动作中选择。',
      en: 'Reload the page and choose from the acts that can be done now.',
    },
  },
  'callback.not-yours': {
    status: 403,
    what: {
      zh: '“{command}”不由您现在的岗位办理。',
      en: '“{command}” is not for your present post to do.',
    },
    next: {
      zh: '请切换到有此职责的岗位。',
      en: 'Switch to a post that has this duty.',
    },
  },
  'callback.machine-only': {
    status: 403,
    what: { zh: '“{command}”由系统自动完成。', en: '“{command}” is done by the system itself.' },
    next: {
      zh: '无需操作；如迟迟没有发生，请联系系统管理员。',
      en: 'There is nothing to do; if it does not happen, tell the administrator.',
    },
  },
  'callback.recused': {
    status: 403,
    what: {
      zh: '您已申报与这件事有利害关系，不能“{command}”。',
      en: 'You have declared an interest in this matter, so “{command}” is not yours.',
    },
    next: { zh: '请由同单位其他回访员办理。', en: 'Let another callback agent of the unit do it.' },
  },
  'callback.in-the-future': {
    what: {
      zh: '发生时间 {occurredAt} 还没有到。',
      en: 'The time given, {occurredAt}, is yet to come.',
    },
    next: { zh: '请填写实际发生的时间。', en: 'Give the time at which it happened.' },
  },
  'callback.before-last-step': {
    what: {
      zh: '发生时间 {occurredAt} 早于回访开始的 {since}。',
      en: 'The time given, {occurredAt}, is before the asking began at {since}.',
    },
    next: { zh: '请核对发生时间。', en: 'Check when it happened.' },
  },
  'callback.not-offered': {
    what: {
      zh: '本机构的规则库没有回访。',
      en: 'The rulebook of this institution has no callbacks.',
    },
    next: {
      zh: '需要的，请规则编辑在规则库中写明。',
      en: 'Ask the rule editor to add them where they are wanted.',
    },
  },
  'callback.case-unknown': {
    status: 404,
    what: { zh: '没有编号为 {case} 的事项。', en: 'There is no case {case}.' },
    next: { zh: '请核对编号。', en: 'Check the number.' },
  },
  'callback.not-a-callback': {
    what: { zh: '这是效果核验，不是回访。', en: 'This is a re-check, not a callback.' },
    next: { zh: '请记录核验结果。', en: 'Write down what was found.' },
  },
  'callback.not-a-recheck': {
    what: { zh: '这是回访，不是效果核验。', en: 'This is a callback, not a re-check.' },
    next: { zh: '请记录回访。', en: 'Write the answers down.' },
  },
  'callback.nothing-answered': {
    what: { zh: '一个问题也没有回答。', en: 'Not one question was answered.' },
    next: {
      zh: '至少记下一项；没有联系上的，请记录未联系上。',
      en: 'Write down one at least; where nobody was reached, note a call in vain.',
    },
  },
  'callback.how-needed': {
    what: {
      zh: '没有写明是询问本人还是现场查看。',
      en: 'It is not said whether the person was asked or somebody looked.',
    },
    next: { zh: '请选择其一。', en: 'Choose one of the two.' },
  },
  'callback.calls-made': {
    what: {
      zh: '已经联系 {attempts} 次，不必再打。',
      en: 'It was called {attempts} times; no more calls are owed.',
    },
    next: {
      zh: '本人仍可凭回执码回答。',
      en: 'The person may still answer by their receipt code.',
    },
  },
  'callback.person-answered': {
    what: {
      zh: '已有回答，不能再由电话回访改写。',
      en: 'There is an answer already, and no call writes over it.',
    },
    next: {
      zh: '本人要更正的，请凭回执码在网页上回答。',
      en: 'To correct it, the person answers on the portal by their receipt code.',
    },
  },
  'callback.window-over': {
    what: {
      zh: '回答的时间已过，或者您已经回答。',
      en: 'The time to answer is over, or you have answered already.',
    },
    next: {
      zh: '问题没有解决的，仍可要求重新办理。',
      en: 'Where it is not solved, you can still ask to have it reopened.',
    },
  },
  'callback.nobody-to-hear': {
    what: {
      zh: '没有与此事无关的督办员可以受理。',
      en: 'There is no supervisor who had no hand in the matter.',
    },
    next: {
      zh: '请向纪检监察机关反映，电话 12388。',
      en: 'Tell the discipline inspection authority, telephone 12388.',
    },
  },
  'callback.no-such-report': {
    status: 404,
    what: { zh: '没有第 {report} 份施压举报。', en: 'There is no report {report} of pressure.' },
    next: { zh: '请刷新页面。', en: 'Reload the page.' },
  },
  'callback.report-answered': {
    what: {
      zh: '第 {report} 份施压举报已经答复。',
      en: 'Report {report} of pressure was answered already.',
    },
    next: { zh: '无需再答复。', en: 'There is nothing left to answer.' },
  },
  'callback.clock-not-due': {
    what: { zh: '时限“{clock}”尚未到期。', en: 'The clock “{clock}” is not due.' },
    next: { zh: '无需操作。', en: 'There is nothing to do.' },
  },
  'callback.nothing-to-recompute': {
    what: {
      zh: '没有按日历“{calendar}”暂定的时限。',
      en: 'No clock is provisional on the calendar “{calendar}”.',
    },
    next: { zh: '无需操作。', en: 'There is nothing to do.' },
  },
};
