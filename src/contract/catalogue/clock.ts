import type { ErrorCatalogue } from '../errors.ts';

/** Refusals about clocks: suspension, extension, and what only time itself may say. */
export const clockErrors: ErrorCatalogue = {
  'case.no-such-clock': {
    status: 422,
    what: { zh: '事项没有“{clock}”这个时限。', en: 'The case has no clock “{clock}”.' },
    next: { zh: '请从事项页列出的时限中选择。', en: 'Choose one of the clocks shown on the case.' },
  },
  'case.clock-not-running': {
    what: { zh: '“{clock}”没有在计时。', en: '“{clock}” is not running.' },
    next: {
      zh: '已经结束或者中止的时限不能再作此办理。',
      en: 'This cannot be done to a clock that has ended or stands still.',
    },
  },
  'case.clock-not-suspended': {
    what: {
      zh: '“{clock}”没有中止，不需要恢复。',
      en: '“{clock}” is not suspended and need not be resumed.',
    },
    next: { zh: '请刷新页面后核对。', en: 'Reload the page and check.' },
  },
  'case.clock-overdue': {
    what: {
      zh: '“{clock}”已经逾期，不能再中止或者延期。',
      en: '“{clock}” is overdue; it can be neither suspended nor extended any more.',
    },
    next: {
      zh: '逾期如实保留，请尽快办理并向本人说明。',
      en: 'Late stays late. Act soon, and explain it to the person.',
    },
  },
  'case.clock-not-yours': {
    status: 403,
    what: { zh: '“{clock}”不由您的单位完成。', en: '“{clock}” is not owed by your unit.' },
    next: { zh: '请由承担该时限的单位提出。', en: 'The unit that owes it has to ask.' },
  },
  'case.instruction-needed': {
    status: 422,
    what: {
      zh: '逐级督办已到批示这一步，须写明领导批示。',
      en: 'The ladder has come to a leader’s written instruction; give it in writing.',
    },
    next: { zh: '请填写批示内容和批示人的岗位。', en: 'Fill in the instruction and whose it is.' },
  },
  'case.instruction-not-a-leader': {
    status: 422,
    what: {
      zh: '批示须出自领导：所填的不是本单位或者上级单位的负责人或包案领导。',
      en: 'An instruction is a leader’s: the post given neither heads this unit or one above it, nor sponsors there.',
    },
    next: { zh: '请另选批示人的单位和岗位。', en: 'Choose another unit and post.' },
  },
  'case.clock-not-due': {
    what: { zh: '“{clock}”还没有到期。', en: '“{clock}” is not due yet.' },
    next: { zh: '到期时由系统自动记录。', en: 'The system records it when it falls due.' },
  },
  'case.unknown-suspension-reason': {
    status: 422,
    what: {
      zh: '“{reason}”不是规则库列明的中止理由。',
      en: '“{reason}” is not a reason for suspension the rulebook lists.',
    },
    next: {
      zh: '只有列明的理由可以中止计时；确需更多时间的，请申请延期。',
      en: 'Only listed reasons suspend a clock. If more time is needed, ask for an extension.',
    },
  },
  'case.nothing-to-suspend': {
    what: {
      zh: '没有正在计时的时限可以中止。',
      en: 'No clock is running that could be suspended.',
    },
    next: { zh: '请刷新页面后核对。', en: 'Reload the page and check.' },
  },
  'case.nothing-to-resume': {
    what: { zh: '没有中止的时限需要恢复。', en: 'No clock is suspended.' },
    next: { zh: '请刷新页面后核对。', en: 'Reload the page and check.' },
  },
  'case.nothing-to-recompute': {
    what: { zh: '没有需要按新日历重新计算的时限。', en: 'No clock needs to be computed again.' },
    next: { zh: '不需要人工操作。', en: 'Nothing needs to be done by hand.' },
  },
  'case.clock-not-extendable': {
    what: {
      zh: '“{clock}”不能延期；可以延期的只有答复时限。',
      en: '“{clock}” cannot be extended; only the reply can.',
    },
    next: { zh: '请按时完成。', en: 'Do it in time.' },
  },
  'case.extension-pending': {
    what: {
      zh: '已有一个延期申请尚未办完。',
      en: 'An extension has been asked for and is not settled yet.',
    },
    next: {
      zh: '请等待审批，获批后告知本人。',
      en: 'Wait for the decision, and tell the person if it is granted.',
    },
  },
  'case.extension-used-up': {
    what: {
      zh: '延期次数已满（最多 {times} 次）。',
      en: 'No more extensions are allowed ({times} at most).',
    },
    next: {
      zh: '请按时答复；确实不能解决的，如实说明理由。',
      en: 'Reply in time. If it cannot be solved, say why.',
    },
  },
  'case.extension-too-long': {
    status: 422,
    what: {
      zh: '申请的延期超过规则库允许的 {max}。',
      en: 'The extension asked for is more than the {max} the rulebook allows.',
    },
    next: { zh: '请缩短后重新申请。', en: 'Ask for less.' },
  },
  'case.extension-past-legal': {
    what: {
      zh: '延期后将超过法定时限 {legalDueAt}。',
      en: 'The extension would pass the time the law allows, {legalDueAt}.',
    },
    next: {
      zh: '请缩短后重新申请；法定时限不能由本单位延长。',
      en: 'Ask for less: the law’s own limit is not for the institution to extend.',
    },
  },
  'case.no-extension-asked': {
    what: { zh: '没有待审批的延期申请。', en: 'No extension has been asked for.' },
    next: { zh: '请刷新页面后核对。', en: 'Reload the page and check.' },
  },
  'case.extension-by-asker': {
    status: 403,
    what: {
      zh: '申请延期的人不能自己审批。',
      en: 'Whoever asked for the extension cannot decide it.',
    },
    next: {
      zh: '请由规则库指定的审批岗位办理。',
      en: 'Let the post named by the rulebook decide.',
    },
  },
  'case.no-extension-granted': {
    what: {
      zh: '没有已批准而尚未告知的延期。',
      en: 'There is no granted extension the person has yet to be told of.',
    },
    next: { zh: '请先取得批准。', en: 'Get it granted first.' },
  },
};
