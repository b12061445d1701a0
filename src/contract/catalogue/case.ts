import type { ErrorCatalogue } from '../errors.ts';

/** Refusals of the case that any act can meet, and those of intake and triage. */
export const caseErrors: ErrorCatalogue = {
  'case.unknown': {
    status: 404,
    what: { zh: '没有这个事项。', en: 'There is no such case.' },
    next: { zh: '请核对事项编号。', en: 'Check the number of the case.' },
  },
  'case.no-such-sponsorship': {
    what: { zh: '事项没有这个包案。', en: 'The case has no such sponsorship.' },
    next: { zh: '无需操作。', en: 'There is nothing to do.' },
  },
  'case.sponsored': {
    what: {
      zh: '事项由领导包案，结果还没有告知本人，不能办结。',
      en: 'A leader sponsors this case and the person has not been told the result, so it cannot be closed.',
    },
    next: {
      zh: '请待包案结果告知本人后再办结。',
      en: 'Close it once the result of the sponsorship was told.',
    },
  },
  'case.no-such-whistle': {
    what: { zh: '事项没有这个吹哨。', en: 'The case has no such whistle.' },
    next: { zh: '无需处理。', en: 'There is nothing to do.' },
  },
  'case.exists': {
    what: { zh: '这个事项已经登记过。', en: 'This case is registered already.' },
    next: { zh: '请打开原事项继续办理。', en: 'Open it and go on from there.' },
  },
  'case.wrong-status': {
    what: {
      zh: '事项现在是“{status}”，此时不能“{command}”。',
      en: 'The case is at “{status}”; “{command}” cannot be done at this point.',
    },
    next: {
      zh: '请刷新页面，从现在可以办理的动作中选择。',
      en: 'Reload the page and choose from the acts that can be done now.',
    },
  },
  'case.not-yours': {
    status: 403,
    what: {
      zh: '“{command}”不由您现在的岗位办理。',
      en: '“{command}” is not for your present post to do.',
    },
    next: {
      zh: '请切换到有此职责的岗位，或提醒责任单位办理。',
      en: 'Switch to a post that has this duty, or remind the responsible unit.',
    },
  },
  'case.not-the-person': {
    status: 403,
    what: {
      zh: '“{command}”只能由提出诉求的本人决定，工作人员不能代为作出。',
      en: '“{command}” is for the person who made the request alone; staff cannot do it for them.',
    },
    next: {
      zh: '请本人凭回执码办理；行动不便的，可由受理员按本人意思代录。',
      en: 'The person does it with the receipt code; intake staff may enter for them what they say, where that is allowed.',
    },
  },
  'case.machine-only': {
    status: 403,
    what: { zh: '“{command}”由系统自动办理。', en: '“{command}” is done by the system itself.' },
    next: { zh: '不需要人工操作。', en: 'Nothing needs to be done by hand.' },
  },
  'case.recused': {
    status: 403,
    what: {
      zh: '您在这个事项上已登记回避，不能查看或办理。',
      en: 'You are recused from this case and may neither read nor act.',
    },
    next: { zh: '请由本单位其他岗位办理。', en: 'Let another post of your unit do it.' },
  },
  'case.in-the-future': {
    status: 422,
    what: {
      zh: '发生时间 {occurredAt} 还没有到。',
      en: 'The time it happened, {occurredAt}, has not come yet.',
    },
    next: { zh: '请填写实际发生的时间。', en: 'Give the time at which it really happened.' },
  },
  'case.before-registration': {
    status: 422,
    what: {
      zh: '发生时间 {occurredAt} 早于登记时间 {receivedAt}。',
      en: 'It is said to have happened at {occurredAt}, before the request was registered at {receivedAt}.',
    },
    next: { zh: '请核对发生时间。', en: 'Check the time at which it happened.' },
  },
  'case.before-last-step': {
    status: 422,
    what: {
      zh: '发生时间 {occurredAt} 早于上一步的时间 {since}。补录不能改变已经办过的顺序。',
      en: 'It is said to have happened at {occurredAt}, before the last step at {since}. A late entry cannot change the order of what was done.',
    },
    next: { zh: '请填写上一步之后的时间。', en: 'Give a time after the last step.' },
  },
  'case.no-rulebook': {
    what: { zh: '{at} 时还没有生效的规则库。', en: 'No rulebook was in force at {at}.' },
    next: {
      zh: '请规则编辑发布规则库后再办理。',
      en: 'A rule editor has to publish a rulebook first.',
    },
  },
  'case.text-needed': {
    status: 422,
    what: { zh: '“{field}”没有填写。', en: '“{field}” is empty.' },
    next: { zh: '请写明后重新提交。', en: 'Write it and send it again.' },
  },
  'case.not-confidential': {
    status: 409,
    what: {
      zh: '本人没有要求保密，承办单位看得到原话，不需要摘要。',
      en: 'The person did not ask for confidence: the units at work on it read the words themselves.',
    },
    next: {
      zh: '要补充说明情况的，请给承办单位留言或记录联系。',
      en: 'What else they should know goes into a contact or a reminder.',
    },
  },
  'case.title-personal': {
    status: 422,
    what: {
      zh: '标题里有电话号码或身份证号。标题不加密，经办的单位都看得到。',
      en: 'The title holds a telephone or identity number. Titles are not sealed: every unit with a part in the matter reads them.',
    },
    next: {
      zh: '标题只写事情，不写人：删去号码和姓名；联系方式在登记时另有加密的栏目。',
      en: 'Say what it is about, not whom: take out numbers and names. Registration has sealed fields for how to reach the person.',
    },
  },
  'case.unknown-unit': {
    status: 422,
    what: { zh: '规则库中没有单位“{unit}”。', en: 'The rulebook knows no unit “{unit}”.' },
    next: { zh: '请从单位列表中选择。', en: 'Choose from the list of units.' },
  },
  'case.not-your-counter': {
    status: 403,
    what: {
      zh: '您不能以“{unit}”的名义登记。',
      en: 'You cannot register in the name of “{unit}”.',
    },
    next: {
      zh: '请以本单位名义登记；首接单位对事项负责。',
      en: 'Register in your own unit’s name: the first receiver is responsible.',
    },
  },
  'case.unknown-category': {
    status: 422,
    what: {
      zh: '规则库中没有类别“{category}”。',
      en: 'The rulebook knows no category “{category}”.',
    },
    next: { zh: '请从类别列表中选择。', en: 'Choose from the list of categories.' },
  },
  'case.category-too-broad': {
    status: 422,
    what: {
      zh: '“{category}”是一个大类，履职事项清单只对其下的具体类别作出规定。',
      en: '“{category}” is a group; the duty list speaks only of the categories within it.',
    },
    next: { zh: '请选择该大类下的具体类别。', en: 'Choose one of the categories within it.' },
  },
  'case.unknown-urgency': {
    status: 422,
    what: {
      zh: '规则库中没有紧急程度“{urgency}”。',
      en: 'The rulebook knows no urgency “{urgency}”.',
    },
    next: {
      zh: '请从列表中选择，或按类别默认。',
      en: 'Choose from the list, or leave it to the category.',
    },
  },
  'case.belongs-to-channel': {
    what: {
      zh: '这类事项依法应当通过“{channel}”解决，不能作为工单办理。',
      en: 'By law such a matter goes through “{channel}”; it cannot be handled as a work order.',
    },
    next: {
      zh: '请用“告知其他途径”，把途径和办法告诉本人。',
      en: 'Use “Redirect” and tell the person the channel and how to get there.',
    },
  },
  'case.emergency-first': {
    what: {
      zh: '这是紧急情况，必须先提示紧急电话“{channel}”。',
      en: 'This is an emergency: the emergency line “{channel}” has to be shown first.',
    },
    next: {
      zh: '请先“提示紧急电话”并确认已转接，再研判其余事项。',
      en: 'Show the emergency number and confirm the hand-over, then triage what remains.',
    },
  },
  'case.unknown-channel': {
    status: 422,
    what: { zh: '规则库中没有途径“{channel}”。', en: 'The rulebook knows no channel “{channel}”.' },
    next: { zh: '请从途径列表中选择。', en: 'Choose from the list of channels.' },
  },
  'case.not-an-emergency-channel': {
    status: 422,
    what: { zh: '“{channel}”不是紧急求助途径。', en: '“{channel}” is not an emergency line.' },
    next: {
      zh: '请选择 110、119、120、122 等紧急求助途径。',
      en: 'Choose an emergency line such as 110, 119, 120 or 122.',
    },
  },
  'case.emergency-needs-confirmation': {
    what: {
      zh: '转“{channel}”必须有人确认已经接手，不能只作告知。',
      en: 'A hand-over to “{channel}” has to be confirmed by somebody; telling the person is not enough.',
    },
    next: {
      zh: '请用“提示紧急电话”，再“确认已转紧急救助”。',
      en: 'Show the emergency number, then confirm the hand-over.',
    },
  },
  'case.no-emergency-shown': {
    what: {
      zh: '还没有提示过紧急电话，无从确认。',
      en: 'No emergency number has been shown, so there is nothing to confirm.',
    },
    next: { zh: '请先“提示紧急电话”。', en: 'Show the emergency number first.' },
  },
  'case.handover-leaves-order': {
    what: {
      zh: '事项已是“{status}”，已有单位负责，不能只凭转紧急救助就结束。',
      en: 'The case is at “{status}” and a unit is responsible for it; a hand-over alone cannot end it.',
    },
    next: {
      zh: '请确认“其余事项继续办理”。',
      en: 'Confirm that something remains to be handled here.',
    },
  },
  'case.only-consult-answered': {
    what: {
      zh: '只有咨询可以当场答复办结；求助、投诉和建议须派单办理。',
      en: 'Only a question can be answered at once; help, complaints and suggestions are dispatched.',
    },
    next: { zh: '请研判后派单。', en: 'Triage it and dispatch it.' },
  },
};
