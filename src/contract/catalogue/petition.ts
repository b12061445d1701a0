import type { ErrorCatalogue } from '../errors.ts';

/** Refusals of the petition, in the order in which it is gone through. */
export const petitionErrors: ErrorCatalogue = {
  'petition.unknown': {
    status: 404,
    what: { zh: '没有这个信访事项。', en: 'There is no such petition.' },
    next: { zh: '请核对编号，或从事项页打开。', en: 'Check the number, or open it from its case.' },
  },
  'petition.exists': {
    what: { zh: '这个信访事项已经登记过。', en: 'This petition was registered already.' },
    next: { zh: '请打开原来的信访事项继续办理。', en: 'Open it and go on from there.' },
  },
  'petition.wrong-status': {
    what: {
      zh: '信访事项现在是“{standing}”，此时不能“{command}”。',
      en: 'The petition is at “{standing}”; “{command}” cannot be done at this point.',
    },
    next: {
      zh: '请刷新页面，从现在可以办理的动作中选择。',
      en: 'Reload the page and choose from the acts that can be done now.',
    },
  },
  'petition.not-yours': {
    status: 403,
    what: {
      zh: '“{command}”不由您现在的岗位办理。',
      en: '“{command}” is not for your present post to do.',
    },
    next: {
      zh: '请切换到有此职责的岗位，或提醒该单位办理。',
      en: 'Switch to a post that has this duty, or remind the unit that has it.',
    },
  },
  'petition.not-the-person': {
    status: 403,
    what: { zh: '“{command}”只能由本人办理。', en: '“{command}” is the person’s own to do.' },
    next: {
      zh: '请本人凭回执码办理；受他们委托录入的，请注明代谁录入。',
      en: 'The person does it with the receipt code; entered for them, say for whom.',
    },
  },
  'petition.machine-only': {
    status: 403,
    what: { zh: '“{command}”由系统自动完成。', en: '“{command}” is done by the system itself.' },
    next: {
      zh: '无需操作；如迟迟没有发生，请联系系统管理员。',
      en: 'There is nothing to do; if it does not happen, tell the administrator.',
    },
  },
  'petition.recused': {
    status: 403,
    what: {
      zh: '您已就此事申报回避，不能查看或办理。',
      en: 'You have declared an interest in this matter and may neither read nor act.',
    },
    next: { zh: '请由本单位其他人员办理。', en: 'Let somebody else of your unit do it.' },
  },
  'petition.before-last-step': {
    what: {
      zh: '发生时间早于上一步（{since}）。',
      en: 'The time of the act is earlier than the step before it ({since}).',
    },
    next: { zh: '请填写上一步之后的时间。', en: 'Enter a time after that step.' },
  },
  'petition.not-entered-late': {
    what: {
      zh: '“{command}”以录入之时为准，不能补录为更早的时间。',
      en: '“{command}” happens when it is entered and cannot be dated back.',
    },
    next: { zh: '请去掉发生时间后提交。', en: 'Leave the time of the act out.' },
  },
  'petition.not-offered': {
    what: {
      zh: '现行规则库没有规定信访事项。',
      en: 'The rulebook in force does not provide for petitions.',
    },
    next: {
      zh: '请向信访工作机构提出；规则编辑可以引入《信访工作条例》部分。',
      en: 'Take it to the petition office; a rule editor can include the part on petitions.',
    },
  },
  'petition.text-needed': {
    what: { zh: '“{field}”没有填写。', en: '“{field}” is empty.' },
    next: { zh: '请写明后再提交。', en: 'Write it, then send.' },
  },
  'petition.case-unknown': {
    status: 404,
    what: { zh: '没有这件诉求。', en: 'There is no such request.' },
    next: {
      zh: '请先登记诉求，再登记信访事项。',
      en: 'Register the request first, then the petition.',
    },
  },
  'petition.unknown-kind': {
    what: {
      zh: '规则库没有“{petitionKind}”这类信访事项。',
      en: 'The rulebook has no kind of petition “{petitionKind}”.',
    },
    next: { zh: '请从列出的类别中选择。', en: 'Choose one of the kinds listed.' },
  },
  'petition.same-matter': {
    what: {
      zh: '这件诉求已有信访事项，同一事项不重复受理。',
      en: 'This request has a petition already; the same matter is not accepted twice.',
    },
    next: {
      zh: '请打开原来的信访事项；有新的事实和理由的，在那里提出。',
      en: 'Open that petition; new facts or reasons are put forward there.',
    },
  },
  'petition.nobody-speaks': {
    what: { zh: '没有写明代表人数。', en: 'It does not say how many speak for it.' },
    next: { zh: '一个人提出的，填 1。', en: 'For a petition of one person, write 1.' },
  },
  'petition.too-many-representatives': {
    what: {
      zh: '多人提出共同信访事项的，代表不得超过 {most} 人。',
      en: 'A matter put forward by many is spoken for by at most {most}.',
    },
    next: {
      zh: '请他们推选代表；其他人的诉求照常登记、照常答复。',
      en: 'Ask them to choose; everybody else’s request is registered and answered all the same.',
    },
  },
  'petition.words-not-kept': {
    what: {
      zh: '检举控告不在这里保存任何内容，也不保存编号。',
      en: 'Of a report of wrongdoing nothing is kept here, not even a number.',
    },
    next: {
      zh: '请只登记“已移交”，内容由本人向所示途径提出。',
      en: 'Record only that it was handed over; the person says the rest to the channel shown.',
    },
  },
  'petition.goes-elsewhere': {
    what: {
      zh: '“{petitionKind}”依法走其他途径，六十日办理期限不适用。',
      en: '“{petitionKind}” goes its own statutory way; the sixty days are not for it.',
    },
    next: {
      zh: '请选择“移交法定途径”，并书面告知。',
      en: 'Hand it over to its channel, in writing.',
    },
  },
  'petition.handled-here': {
    what: {
      zh: '“{petitionKind}”由有权处理的单位办理，不移交其他途径。',
      en: '“{petitionKind}” is handled by the body competent for it, not handed over.',
    },
    next: { zh: '请选择“转送”。', en: 'Route it.' },
  },
  'petition.no-body-named': {
    what: { zh: '没有写明转送给谁。', en: 'It does not say to whom it is routed.' },
    next: { zh: '请选择有权处理的单位。', en: 'Choose the body that is competent.' },
  },
  'petition.body-twice': {
    what: { zh: '“{unit}”写了两次。', en: '“{unit}” is named twice.' },
    next: { zh: '请删去重复的一个。', en: 'Take one out.' },
  },
  'petition.unknown-unit': {
    what: { zh: '没有名为“{unit}”的单位。', en: 'There is no unit “{unit}”.' },
    next: { zh: '请从列出的单位中选择。', en: 'Choose one of the units listed.' },
  },
  'petition.not-a-body': {
    what: {
      zh: '“{unit}”不是有权处理信访事项的机关、单位。',
      en: '“{unit}” is no body that can handle a petition.',
    },
    next: {
      zh: '请转送给街道（乡镇）、部门或者其他有权处理的单位。',
      en: 'Route it to a street, a department or another competent body.',
    },
  },
  'petition.no-common-superior': {
    what: {
      zh: '所选单位没有共同的上一级，协商不成时没有人可以指定。',
      en: 'These bodies have no superior in common who could designate one of them.',
    },
    next: { zh: '请只转送给其中一个单位。', en: 'Route it to one of them.' },
  },
  'petition.not-among-bodies': {
    what: {
      zh: '“{unit}”不在转送的单位之中。',
      en: '“{unit}” is not among the bodies it was routed to.',
    },
    next: { zh: '请从转送的单位中选择。', en: 'Choose one of those.' },
  },
  'petition.objection-too-late': {
    what: {
      zh: '对转送提出异议的期限（至 {until}）已过。',
      en: 'The time to object to the transfer has passed (until {until}).',
    },
    next: {
      zh: '请受理，或者依法作出不予受理的书面告知。',
      en: 'Accept it, or decline it in writing by law.',
    },
  },
  'petition.transfer-binds': {
    what: {
      zh: '转送“{unit}”已经确定，不能再提出异议。',
      en: 'The transfer to “{unit}” is settled and can no longer be objected to.',
    },
    next: {
      zh: '请受理，或者依法作出不予受理的书面告知。',
      en: 'Accept it, or decline it in writing by law.',
    },
  },
  'petition.unknown-reason': {
    what: {
      zh: '规则库没有“{why}”这一不予受理理由。',
      en: 'The rulebook has no reason “{why}” for declining.',
    },
    next: { zh: '请从列出的理由中选择。', en: 'Choose one of the reasons listed.' },
  },
  'petition.ruled-reason': {
    what: {
      zh: '“{why}”只用于答复复查、复核申请。',
      en: '“{why}” answers a request for review, not a petition.',
    },
    next: { zh: '请选择其他理由。', en: 'Choose another reason.' },
  },
  'petition.not-answered-yet': {
    what: {
      zh: '还没有送达过说明理由的书面意见，不能以“{why}”答复。',
      en: 'No reasoned opinion has been delivered yet, so “{why}” cannot be said.',
    },
    next: {
      zh: '请先办理并送达书面意见；提出新情况的，予以登记办理。',
      en: 'Handle it and deliver a reasoned opinion first; new facts are registered.',
    },
  },
  'petition.not-in-handling': {
    what: {
      zh: '只有办理期限可以延长，“{stage}”期限不能延长。',
      en: 'Only the time to handle it can be extended, not that of “{stage}”.',
    },
    next: { zh: '请在期限内作出意见。', en: 'Give the opinion in time.' },
  },
  'petition.extension-pending': {
    what: {
      zh: '延期申请还在等待批准或者告知。',
      en: 'An extension was asked for and is not settled.',
    },
    next: {
      zh: '请等待批准；批准后告知本人才生效。',
      en: 'Wait for it; granted, it holds once the person is told.',
    },
  },
  'petition.no-extension-asked': {
    what: { zh: '没有待审批的延期申请。', en: 'No extension is waiting for a decision.' },
    next: { zh: '请刷新页面。', en: 'Reload the page.' },
  },
  'petition.extension-too-long': {
    what: { zh: '延期不得超过{max}。', en: 'An extension is at most {max}.' },
    next: { zh: '请缩短延期天数。', en: 'Ask for fewer days.' },
  },
  'petition.extended-before': {
    what: { zh: '办理期限已经延长过一次。', en: 'The time to handle it has been extended once.' },
    next: { zh: '请在期限内作出意见。', en: 'Give the opinion in time.' },
  },
  'petition.extension-by-asker': {
    what: {
      zh: '申请延期的人不能自己批准。',
      en: 'Whoever asked for the extension cannot grant it.',
    },
    next: { zh: '请由本单位负责人另行审批。', en: 'Let the head of the unit decide.' },
  },
  'petition.clock-overdue': {
    what: {
      zh: '办理期限（{dueAt}）已过，不能再延长；逾期已经记录。',
      en: 'The time to handle it has passed ({dueAt}) and cannot be extended; that it is late is on record.',
    },
    next: { zh: '请尽快作出意见并送达。', en: 'Give the opinion and deliver it without delay.' },
  },
  'petition.no-consent': {
    what: {
      zh: '调解以自愿为前提，没有同意就不能调解。',
      en: 'Mediation is by consent; without it there is none.',
    },
    next: { zh: '请继续依法办理，期限不变。', en: 'Go on handling it by law; the dates hold.' },
  },
  'petition.not-in-re-review': {
    what: {
      zh: '只有复核中的听证时间不计入期限，现在是“{stage}”。',
      en: 'Only the days of a hearing in the re-review are not counted; this is the “{stage}”.',
    },
    next: { zh: '可以听取意见，但期限不停。', en: 'You may hear people, but the clock runs on.' },
  },
  'petition.hearing-open': {
    what: { zh: '听证还没有结束。', en: 'The hearing is still open.' },
    next: { zh: '请先登记听证结束。', en: 'Close the hearing first.' },
  },
  'petition.no-hearing-open': {
    what: { zh: '没有进行中的听证。', en: 'No hearing is open.' },
    next: { zh: '请刷新页面。', en: 'Reload the page.' },
  },
  'petition.no-such-letter': {
    status: 404,
    what: { zh: '没有第 {letter} 号文书。', en: 'There is no paper number {letter}.' },
    next: { zh: '请从文书列表中选择。', en: 'Choose one of the papers listed.' },
  },
  'petition.delivered-before': {
    what: {
      zh: '第 {letter} 号文书已经登记送达。',
      en: 'Paper number {letter} was delivered already.',
    },
    next: { zh: '无需重复登记。', en: 'There is nothing more to record.' },
  },
  'petition.not-delivered-yet': {
    what: {
      zh: '书面意见还没有送达，申请期限自送达之日起算。',
      en: 'The opinion has not been delivered; the time to ask begins with its delivery.',
    },
    next: {
      zh: '请等待送达；收到后有三十日。',
      en: 'Wait for it; you have thirty days from then.',
    },
  },
  'petition.asked-before': {
    what: {
      zh: '已经就这份意见申请过，也已书面答复。',
      en: 'This has been asked for, and answered in writing.',
    },
    next: {
      zh: '请看告知书所示的途径；有新的事实和理由的，可以提出。',
      en: 'See the way named in the notice; new facts or reasons can be put forward.',
    },
  },
  'petition.withdrawn-before': {
    what: { zh: '本人已经撤回这个信访事项。', en: 'The person has withdrawn this petition.' },
    next: { zh: '仍要提出的，可以重新登记。', en: 'It can be registered again.' },
  },
  'petition.look-pending': {
    what: {
      zh: '已经提出新情况，正在核对。',
      en: 'New facts have been put forward and are being looked at.',
    },
    next: { zh: '请等待书面告知。', en: 'Wait for the written answer.' },
  },
  'petition.no-new-facts-claimed': {
    what: { zh: '没有待核对的新情况。', en: 'No new facts are waiting to be looked at.' },
    next: { zh: '请刷新页面。', en: 'Reload the page.' },
  },
  'petition.same-eyes': {
    what: {
      zh: '您曾对这个信访事项作出决定，新情况须由另一人核对。',
      en: 'You have decided on this petition; somebody else looks at new facts.',
    },
    next: { zh: '请由本单位其他人员核对。', en: 'Let somebody else of your unit do it.' },
  },
  'petition.instruction-needed': {
    status: 422,
    what: {
      zh: '逐级督办已到批示这一步，须写明领导批示。',
      en: 'The ladder has come to a leader’s written instruction; give it in writing.',
    },
    next: { zh: '请填写批示内容和批示人的岗位。', en: 'Fill in the instruction and whose it is.' },
  },
  'petition.instruction-not-a-leader': {
    status: 422,
    what: {
      zh: '批示须出自领导：所填的不是本单位或者上级单位的负责人或包案领导。',
      en: 'An instruction is a leader’s: the post given neither heads this unit or one above it, nor sponsors there.',
    },
    next: { zh: '请另选批示人的单位和岗位。', en: 'Choose another unit and post.' },
  },
  'petition.clock-not-due': {
    what: {
      zh: '时限“{clock}”没有到期，或已经记录。',
      en: 'The clock “{clock}” is not due, or was told.',
    },
    next: { zh: '无需操作。', en: 'There is nothing to do.' },
  },
  'petition.nothing-to-recompute': {
    what: {
      zh: '没有需要按新日历重算的时限。',
      en: 'No clock has to be counted again by this calendar.',
    },
    next: { zh: '无需操作。', en: 'There is nothing to do.' },
  },
};
