import type { ErrorCatalogue } from '../errors.ts';

/** Refusals of a support measure, in the order in which it is gone through. */
export const supportErrors: ErrorCatalogue = {
  'support.unknown': {
    status: 404,
    what: { zh: '没有这项帮扶。', en: 'There is no such support.' },
    next: { zh: '请核对编号，或从事项页打开。', en: 'Check the number, or open it from its case.' },
  },
  'support.exists': {
    what: { zh: '这项帮扶已经提出过。', en: 'This support was offered already.' },
    next: { zh: '请打开原来的帮扶继续办理。', en: 'Open it and go on from there.' },
  },
  'support.wrong-status': {
    what: {
      zh: '这项帮扶现在是“{status}”，此时不能“{command}”。',
      en: 'The support is at “{status}”; “{command}” cannot be done at this point.',
    },
    next: {
      zh: '请刷新页面，从现在可以办理的动作中选择。',
      en: 'Reload the page and choose from the acts that can be done now.',
    },
  },
  'support.not-yours': {
    status: 403,
    what: {
      zh: '“{command}”不由您现在的岗位办理。',
      en: '“{command}” is not for your present post to do.',
    },
    next: {
      zh: '请由提出或者提供帮扶的单位办理。',
      en: 'The unit that offers the support, or gives it, has to do it.',
    },
  },
  'support.not-the-person': {
    status: 403,
    what: {
      zh: '“{command}”只能由本人表示，或者由受理员按本人的话代录。',
      en: '“{command}” is the person’s own to say, or for intake staff to enter in their words.',
    },
    next: {
      zh: '请本人凭回执码办理，或者到大厅由受理员代录。',
      en: 'The person can say it with the receipt code, or at a counter through intake staff.',
    },
  },
  'support.machine-only': {
    status: 403,
    what: { zh: '“{command}”由系统自动完成。', en: '“{command}” is done by the system itself.' },
    next: {
      zh: '无需操作；如迟迟没有发生，请联系系统管理员。',
      en: 'There is nothing to do; if it does not happen, tell the administrator.',
    },
  },
  'support.recused': {
    status: 403,
    what: {
      zh: '您已就此事申报回避，不能查看或办理。',
      en: 'You have declared an interest in this matter and may neither read nor act.',
    },
    next: { zh: '请由本单位其他人员办理。', en: 'Let somebody else of your unit do it.' },
  },
  'support.before-last-step': {
    what: {
      zh: '发生时间早于上一步（{since}）。',
      en: 'The time of the act is earlier than the step before it ({since}).',
    },
    next: { zh: '请填写上一步之后的时间。', en: 'Enter a time after that step.' },
  },
  'support.not-entered-late': {
    what: {
      zh: '“{command}”在录入时生效，不能补录为更早的时间。',
      en: '“{command}” takes effect when it is entered and cannot be dated back.',
    },
    next: {
      zh: '请按现在的时间办理；此前口头说定的，写在内容里。',
      en: 'Do it as of now; what was agreed before is said in words.',
    },
  },
  'support.not-offered-here': {
    what: {
      zh: '现行规则库没有帮扶措施目录。',
      en: 'The rulebook in force has no catalogue of supports.',
    },
    next: {
      zh: '请按当地政策另行联系有关单位，或者由规则编辑补充目录。',
      en: 'Ask the units concerned, or let a rule editor add a catalogue.',
    },
  },
  'support.case-unknown': {
    status: 404,
    what: { zh: '没有要帮扶的事项。', en: 'There is no such case to support.' },
    next: { zh: '请从事项页提出帮扶。', en: 'Offer the support from the case’s page.' },
  },
  'support.case-ended': {
    what: {
      zh: '事项现在是“{status}”，不能再提出帮扶。',
      en: 'The case is at “{status}”; no support can be offered on it any more.',
    },
    next: {
      zh: '已提出的帮扶照常继续；有新的需要，请本人重新提出诉求。',
      en: 'Supports already offered go on; for a new need the person can ask again.',
    },
  },
  'support.not-your-case': {
    status: 403,
    what: {
      zh: '{unit}不承办这个事项，也不在本地联络。',
      en: '{unit} neither handles this case nor keeps contact where the person lives.',
    },
    next: {
      zh: '请由主办单位、首接单位或者当地联络员提出。',
      en: 'The lead, the unit responsible or the liaison of the place can offer it.',
    },
  },
  'support.sponsorship-unknown': {
    status: 422,
    what: {
      zh: '这个事项没有所填的领导包案。',
      en: 'The case has no such sponsorship.',
    },
    next: {
      zh: '请从包案页提出，或者不填包案。',
      en: 'Offer it from the sponsorship, or name none.',
    },
  },
  'support.unknown-measure': {
    status: 422,
    what: { zh: '目录里没有“{measure}”。', en: 'The catalogue has no “{measure}”.' },
    next: { zh: '请从目录中选择。', en: 'Choose from the catalogue.' },
  },
  'support.need-not-answered': {
    status: 422,
    what: {
      zh: '“{measure}”不对应“{need}”这一需求。',
      en: '“{measure}” does not answer the need “{need}”.',
    },
    next: {
      zh: '请选择对应的措施或者需求。',
      en: 'Choose a measure that does, or the right need.',
    },
  },
  'support.no-provider': {
    status: 422,
    what: { zh: '此地没有单位提供“{measure}”。', en: 'No unit of this place gives “{measure}”.' },
    next: { zh: '请选择其他措施。', en: 'Choose another measure.' },
  },
  'support.already-open': {
    what: {
      zh: '这个事项正在办理的“{measure}”已到上限。',
      en: 'This request has as many of “{measure}” under way as it may.',
    },
    next: { zh: '请先办完正在办理的。', en: 'See to what is under way first.' },
  },
  'support.helper-has-part': {
    status: 403,
    what: {
      zh: '提出帮扶的人、提供帮扶的单位，不能代本人“{command}”。',
      en: 'Whoever offered the support, and the unit that gives it, cannot do “{command}” for the person.',
    },
    next: {
      zh: '请由其他受理员代录，或者请本人凭回执码办理。',
      en: 'Let other intake staff enter it, or the person say it with the receipt code.',
    },
  },
  'support.consent-in-the-past': {
    status: 422,
    what: { zh: '同意的截止日已过（{until}）。', en: 'The consent would have ended at {until}.' },
    next: { zh: '请填写以后的日期。', en: 'Choose a later day.' },
  },
  'support.consent-too-long': {
    status: 422,
    what: {
      zh: '同意最长到 {longest}。',
      en: 'A consent holds until {longest} at most.',
    },
    next: { zh: '请填写更早的日期。', en: 'Choose an earlier day.' },
  },
  'support.unknown-condition': {
    status: 422,
    what: {
      zh: '这项帮扶不要求“{condition}”。',
      en: 'This support does not ask for “{condition}”.',
    },
    next: {
      zh: '目录没有要求的，不要收集。',
      en: 'What the catalogue does not ask for is not collected.',
    },
  },
  'support.condition-shown': {
    what: { zh: '“{condition}”已经核实。', en: '“{condition}” was shown already.' },
    next: { zh: '无需再次提供。', en: 'It need not be shown again.' },
  },
  'support.condition-unshown': {
    what: {
      zh: '“{condition}”还没有核实，不能兑现。',
      en: '“{condition}” has not been shown yet, so it cannot be delivered.',
    },
    next: {
      zh: '请先核实；确实不符合的，说明不能提供的理由和其他途径。',
      en: 'Have it shown first; where it cannot be, say why it cannot be given and where to turn.',
    },
  },
  'support.unit-not-provider': {
    status: 422,
    what: { zh: '{unit}不提供这项帮扶。', en: '{unit} does not give this support.' },
    next: { zh: '请督办提供单位。', en: 'Supervise the unit that does.' },
  },
  'support.text-needed': {
    status: 422,
    what: { zh: '“{field}”没有填写。', en: '“{field}” is empty.' },
    next: { zh: '请写明具体内容。', en: 'Write what it is.' },
  },
  'support.instruction-needed': {
    status: 422,
    what: {
      zh: '逐级督办已到批示这一步，须写明领导批示。',
      en: 'The ladder has come to a leader’s written instruction; give it in writing.',
    },
    next: { zh: '请填写批示内容和批示人的岗位。', en: 'Fill in the instruction and whose it is.' },
  },
  'support.instruction-not-a-leader': {
    status: 422,
    what: {
      zh: '批示须出自领导：所填的不是本单位或者上级单位的负责人或包案领导。',
      en: 'An instruction is a leader’s: the post given neither heads this unit or one above it, nor sponsors there.',
    },
    next: { zh: '请另选批示人的单位和岗位。', en: 'Choose another unit and post.' },
  },
  'support.clock-not-due': {
    what: { zh: '“{clock}”还没有到期。', en: '“{clock}” is not due yet.' },
    next: { zh: '到期时由系统自动记录。', en: 'The system records it when it falls due.' },
  },
  'support.nothing-to-recompute': {
    what: { zh: '没有需要按新日历重新计算的时限。', en: 'No clock needs to be computed again.' },
    next: { zh: '不需要人工操作。', en: 'Nothing needs to be done by hand.' },
  },
};
