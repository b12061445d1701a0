import type { ErrorCatalogue } from '../errors.ts';

/** Refusals about telling the person later who looked. */
export const secrecyErrors: ErrorCatalogue = {
  'secrecy.unknown': {
    status: 404,
    what: { zh: '这件事上没有申请过暂缓告知。', en: 'No hold was ever asked for in this matter.' },
    next: { zh: '先由单位负责人提出申请。', en: 'The head of the unit has to ask for one first.' },
  },
  'secrecy.wrong-status': {
    status: 409,
    what: {
      zh: '现在的状态下不能“{command}”。',
      en: '“{command}” cannot be done as things stand.',
    },
    next: { zh: '请刷新查看记录。', en: 'Reload the record of looks.' },
  },
  'secrecy.not-offered': {
    status: 422,
    what: {
      zh: '本地规则没有规定暂缓告知：每次查看都即时让本人看到。',
      en: 'The rulebook lets no look be told later: every look is shown to the person at once.',
    },
    next: {
      zh: '确有法律依据的，请规则编辑写入规则库。',
      en: 'Where a law provides for it, a rule editor puts it into the rulebook.',
    },
  },
  'secrecy.not-yours': {
    status: 403,
    what: {
      zh: '“{command}”不由您现在的岗位办理。',
      en: '“{command}” is not for your present post to do.',
    },
    next: {
      zh: '申请由查看单位的负责人提出，由规则指定的另一岗位同意。',
      en: 'The head of the unit that looks asks; the other post that the rulebook names agrees.',
    },
  },
  'secrecy.machine-only': {
    status: 403,
    what: { zh: '“{command}”由系统自动办理。', en: '“{command}” is done by the system itself.' },
    next: { zh: '不需要人工操作。', en: 'Nothing needs to be done by hand.' },
  },
  'secrecy.recused': {
    status: 403,
    what: {
      zh: '您在这件事上已经回避，不能办理。',
      en: 'You are recused from this matter and may not act in it.',
    },
    next: { zh: '由您的代班办理。', en: 'Your stand-in does so.' },
  },
  'secrecy.not-entered-late': {
    status: 422,
    what: {
      zh: '“{command}”从录入时起算，不能补录到更早。',
      en: '“{command}” holds from when it is entered and cannot be dated back.',
    },
    next: { zh: '去掉发生时间后再提交。', en: 'Send it without an earlier time.' },
  },
  'secrecy.text-needed': {
    status: 422,
    what: { zh: '没有填写“{field}”。', en: '“{field}” is empty.' },
    next: { zh: '请填写后再提交。', en: 'Fill it in and send it again.' },
  },
  'secrecy.unknown-case': {
    status: 404,
    what: { zh: '没有这个事项。', en: 'There is no such case.' },
    next: { zh: '请从事项页面提出。', en: 'Ask from the page of the case.' },
  },
  'secrecy.no-part': {
    status: 403,
    what: { zh: '{unit}不经办这件事。', en: '{unit} has no part in this matter.' },
    next: {
      zh: '只有经办单位可以为本单位的查看申请。',
      en: 'Only a unit with a part in it asks, for its own looks.',
    },
  },
  'secrecy.unknown-basis': {
    status: 422,
    what: { zh: '规则库中没有依据“{basis}”。', en: 'The rulebook knows no basis “{basis}”.' },
    next: { zh: '请从所列依据中选择。', en: 'Choose one of the listed bases.' },
  },
  'secrecy.not-ahead': {
    status: 422,
    what: { zh: '截止时间已经过去。', en: 'Its end is already past.' },
    next: { zh: '请填写以后的日期。', en: 'Give a later day.' },
  },
  'secrecy.too-long': {
    status: 422,
    what: { zh: '最长只能到{until}。', en: 'It may last until {until} at most.' },
    next: { zh: '请填写更早的日期。', en: 'Give an earlier day.' },
  },
  'secrecy.too-often': {
    status: 409,
    what: {
      zh: '这件事上的暂缓告知已用满 {times} 次。',
      en: 'This matter has had its {times} holds.',
    },
    next: {
      zh: '此后的查看都即时让本人看到。',
      en: 'From now on every look is shown to the person at once.',
    },
  },
  'secrecy.same-officer': {
    status: 403,
    what: {
      zh: '您提出的申请，不能由您同意。',
      en: 'You asked for it, so you cannot agree to it.',
    },
    next: { zh: '请由该岗位的另一人办理。', en: 'Another account in that post has to.' },
  },
  'secrecy.not-due': {
    status: 409,
    what: { zh: '还没有到期。', en: 'It is not over yet.' },
    next: { zh: '不需要人工操作。', en: 'Nothing needs to be done by hand.' },
  },
  'secrecy.nothing-to-recompute': {
    status: 409,
    what: {
      zh: '截止时间是写明的，不随日历“{calendar}”变动。',
      en: 'Its end was named, and does not lean on the calendar “{calendar}”.',
    },
    next: { zh: '不需要人工操作。', en: 'Nothing needs to be done by hand.' },
  },
};
