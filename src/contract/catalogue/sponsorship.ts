import type { ErrorCatalogue } from '../errors.ts';
import { sponsorshipWorkErrors } from './sponsorship-work.ts';

/** Refusals of leader sponsorship, in the order in which it is gone through. */
export const sponsorshipErrors: ErrorCatalogue = {
  'sponsorship.unknown': {
    status: 404,
    what: { zh: '没有这个包案。', en: 'There is no such sponsorship.' },
    next: { zh: '请核对编号，或从事项页打开。', en: 'Check the number, or open it from its case.' },
  },
  'sponsorship.exists': {
    what: { zh: '这个包案已经提请过。', en: 'This sponsorship was nominated already.' },
    next: { zh: '请打开原来的包案继续办理。', en: 'Open it and go on from there.' },
  },
  'sponsorship.wrong-status': {
    what: {
      zh: '包案现在是“{status}”，此时不能“{command}”。',
      en: 'The sponsorship is at “{status}”; “{command}” cannot be done at this point.',
    },
    next: {
      zh: '请刷新页面，从现在可以办理的动作中选择。',
      en: 'Reload the page and choose from the acts that can be done now.',
    },
  },
  'sponsorship.not-yours': {
    status: 403,
    what: {
      zh: '“{command}”不由您现在的岗位办理。',
      en: '“{command}” is not for your present post to do.',
    },
    next: {
      zh: '请切换到有此职责的岗位，或提醒包案责任人办理。',
      en: 'Switch to a post that has this duty, or remind the accountable lead.',
    },
  },
  'sponsorship.not-the-person': {
    status: 403,
    what: {
      zh: '“{command}”只能由本人作出，或由受理员、联络员代本人录入。',
      en: '“{command}” is the person’s own, or taken down for them by intake staff or the liaison.',
    },
    next: {
      zh: '请联系本人；代为录入时请注明是代谁录入。',
      en: 'Ask the person; when you take it down for them, say so.',
    },
  },
  'sponsorship.helper-has-seat': {
    status: 403,
    what: {
      zh: '包案领导、包案责任人、联络员不能代本人“{command}”：这项同意是给他们的。',
      en: 'Who has a seat cannot do “{command}” for the person: the consent is for them.',
    },
    next: {
      zh: '请由受理员代录，或者请本人凭回执码办理。',
      en: 'Let intake staff enter it, or the person say it with the receipt code.',
    },
  },
  'sponsorship.machine-only': {
    status: 403,
    what: { zh: '“{command}”由系统自动完成。', en: '“{command}” is done by the system itself.' },
    next: {
      zh: '无需操作；如迟迟没有发生，请联系系统管理员。',
      en: 'There is nothing to do; if it does not happen, tell the administrator.',
    },
  },
  'sponsorship.recused': {
    status: 403,
    what: {
      zh: '您已就此事申报回避，不能查看或办理。',
      en: 'You have declared an interest in this matter and may neither read nor act.',
    },
    next: {
      zh: '请由其他人员办理；您如有席位，请提请调整。',
      en: 'Let somebody else do it; if you hold a seat in it, ask for it to be replaced.',
    },
  },
  'sponsorship.in-the-future': {
    what: { zh: '发生时间晚于现在。', en: 'The time of the act lies in the future.' },
    next: { zh: '请填写实际发生的时间。', en: 'Enter when it truly happened.' },
  },
  'sponsorship.before-last-step': {
    what: {
      zh: '发生时间早于上一步（{since}）。',
      en: 'The time of the act is earlier than the step before it ({since}).',
    },
    next: { zh: '请填写上一步之后的时间。', en: 'Enter a time after that step.' },
  },
  'sponsorship.not-entered-late': {
    what: {
      zh: '“{command}”约束他人，以录入时间为准，不能补录。',
      en: '“{command}” binds others: it counts from when it is entered and cannot be dated back.',
    },
    next: {
      zh: '请按现在的时间录入，并在理由中写明何时商定。',
      en: 'Enter it as of now, and say in words when it was agreed.',
    },
  },
  'sponsorship.not-offered': {
    what: {
      zh: '现行规则库没有领导包案。',
      en: 'The rulebook in force has no leader sponsorship.',
    },
    next: {
      zh: '请按常规途径办理，或由规则编辑提出修改。',
      en: 'Go the routine way, or ask a rule editor to propose it.',
    },
  },
  'sponsorship.text-needed': {
    what: { zh: '“{field}”没有写内容。', en: '“{field}” says nothing.' },
    next: { zh: '请写明后再提交。', en: 'Write it out and send it again.' },
  },
  'sponsorship.unknown-unit': {
    what: { zh: '没有“{unit}”这个单位。', en: 'There is no unit “{unit}”.' },
    next: { zh: '请从列表中选择单位。', en: 'Choose a unit from the list.' },
  },
  'sponsorship.unknown-power': {
    what: { zh: '职权清单中没有“{power}”。', en: 'The list of powers has no “{power}”.' },
    next: { zh: '请从清单中选择职权。', en: 'Choose a power from the list.' },
  },
  'sponsorship.due-in-past': {
    what: { zh: '所定日期已经过去（{dueAt}）。', en: 'The date named has passed ({dueAt}).' },
    next: { zh: '请填写今后的日期。', en: 'Name a date to come.' },
  },
  'sponsorship.due-too-far': {
    what: {
      zh: '所定日期太远（{dueAt}），最晚为{latest}。',
      en: 'The date named ({dueAt}) is too far off; the latest is {latest}.',
    },
    next: {
      zh: '请分步安排，先定近期的步骤。',
      en: 'Take it in steps, and date the near ones first.',
    },
  },
  'sponsorship.past-end': {
    what: {
      zh: '所定日期（{dueAt}）晚于包案期限（{latest}）。',
      en: 'The date named ({dueAt}) is later than the end of the sponsorship ({latest}).',
    },
    next: {
      zh: '请填写期限之内的日期；确有需要的，先申请延期。',
      en: 'Name a date before the end; where more time is needed, ask for an extension first.',
    },
  },
  'sponsorship.case-unknown': {
    what: {
      zh: '没有事项“{case}”，不能提请包案。',
      en: 'There is no case “{case}” to be sponsored.',
    },
    next: { zh: '请核对事项编号。', en: 'Check the number of the case.' },
  },
  'sponsorship.case-ended': {
    what: {
      zh: '事项已经结束（{status}），无需包案。',
      en: 'The case is over ({status}): there is nothing to sponsor.',
    },
    next: {
      zh: '如未解决，请先重新办理该事项。',
      en: 'If it was not solved, reopen the case first.',
    },
  },
  'sponsorship.not-your-case': {
    status: 403,
    what: {
      zh: '{unit}不承办、不负责此事项，也未就此吹哨。',
      en: '{unit} neither holds nor leads this case, and has not whistled about it.',
    },
    next: {
      zh: '请由承办单位、责任单位或吹哨单位提请。',
      en: 'Let the lead unit, the responsible unit or the unit that whistled put it up.',
    },
  },
  'sponsorship.heads-word-needed': {
    what: {
      zh: '提请包案须由单位负责人作出。',
      en: 'To put a case up to a leader takes the word of the unit’s head.',
    },
    next: {
      zh: '请由单位负责人提请，或代单位负责人录入，由其确认。',
      en: 'Let the head do it, or enter it for the head, who then confirms it.',
    },
  },
  'sponsorship.already-open': {
    what: { zh: '这个事项已有包案正在进行。', en: 'This case has a sponsorship already.' },
    next: {
      zh: '请打开事项页，在原包案中继续办理。',
      en: 'Open the case and go on in the one it has.',
    },
  },
  'sponsorship.not-blocked': {
    what: {
      zh: '现有记录不能说明常规途径受阻（{blocked}）。',
      en: 'The record does not show that the routine path is blocked ({blocked}).',
    },
    next: {
      zh: '请先按常规途径办理；确无职权的，写明所缺职权和已作的努力，以“下级提请”提出。',
      en: 'Go the routine way first; where a power is lacking, name it and what you tried, and ask on that ground.',
    },
  },
  'sponsorship.no-power-named': {
    what: { zh: '没有写明缺少哪些职权。', en: 'No power that is lacking was named.' },
    next: {
      zh: '请从清单中选择本单位所缺的职权。',
      en: 'Choose from the list the powers your unit lacks.',
    },
  },
  'sponsorship.power-held': {
    what: { zh: '{unit}自己有“{power}”。', en: '{unit} itself holds “{power}”.' },
    next: {
      zh: '请由本单位行使，或只写真正缺少的职权。',
      en: 'Exercise it yourselves, or name only what you truly lack.',
    },
  },
  'sponsorship.own-steps-needed': {
    what: { zh: '没有写明本单位已作的努力。', en: 'What the unit tried itself was not named.' },
    next: {
      zh: '请写明已经做过什么、结果如何，不要写当事人姓名。',
      en: 'Say what was tried and what came of it, without naming anybody.',
    },
  },
  'sponsorship.not-above': {
    what: {
      zh: '{unit}的这个岗位不能担任此事的包案领导。',
      en: 'That post of {unit} cannot sponsor this matter.',
    },
    next: {
      zh: '请选择提请单位上级的包案领导。',
      en: 'Choose a sponsor of a unit above the one that asks.',
    },
  },
  'sponsorship.lead-elsewhere': {
    what: {
      zh: '{unit}的这个岗位不能担任包案责任人。',
      en: 'That post of {unit} cannot be the accountable lead.',
    },
    next: {
      zh: '请选择归口部门中规则库允许的岗位。',
      en: 'Choose a post that the rulebook allows, in a department whose matter it is.',
    },
  },
  'sponsorship.liaison-elsewhere': {
    what: {
      zh: '{unit}的这个岗位不能担任联络员。',
      en: 'That post of {unit} cannot be the liaison.',
    },
    next: {
      zh: '请选择事发地街道的联络员。',
      en: 'Choose a liaison of the street where the matter lies.',
    },
  },
  'sponsorship.same-person': {
    what: {
      zh: '包案领导、包案责任人、联络员须是三个不同的人（“{seat}”重复）。',
      en: 'Sponsor, accountable lead and liaison are three different people (“{seat}” is one of the others).',
    },
    next: { zh: '请为该席位另选一人。', en: 'Choose another person for that seat.' },
  },
  'sponsorship.seat-recused': {
    what: {
      zh: '“{seat}”的人选已就此事申报回避。',
      en: 'The person for “{seat}” has declared an interest in this matter.',
    },
    next: { zh: '请为该席位另选一人。', en: 'Choose another person for that seat.' },
  },
  'sponsorship.sponsor-full': {
    what: {
      zh: '该领导同时包案最多 {cap} 件，现有 {live} 件。',
      en: 'This leader sponsors at most {cap} cases at one time and has {live}.',
    },
    next: {
      zh: '请选择其他领导，或待其办结一件后再提请。',
      en: 'Choose another leader, or wait until one of theirs is closed.',
    },
  },
  'sponsorship.whose-seat': {
    what: {
      zh: '此事待接的是一个岗位，没有指名，不能代为接案。',
      en: 'It waits for a post and names nobody, so it cannot be taken on for somebody else.',
    },
    next: {
      zh: '请由该岗位的领导本人接案。',
      en: 'Let the leader who holds the post take it on in person.',
    },
  },
  'sponsorship.still-asked': {
    what: {
      zh: '还有领导尚未答复，不能指定。',
      en: 'A leader has still to answer, so nobody is named yet.',
    },
    next: {
      zh: '请等其答复，或答复期满自动上转。',
      en: 'Wait for the answer, or for its time to run out; it then climbs by itself.',
    },
  },
  'sponsorship.no-sponsor-yet': {
    what: {
      zh: '还没有包案领导，这个席位不能调整。',
      en: 'There is no sponsor yet whose seat could be replaced.',
    },
    next: {
      zh: '请等领导接案，或撤回提请后重新提出。',
      en: 'Wait until a leader takes it on, or take the nomination back and make another.',
    },
  },
  'sponsorship.not-own-seat': {
    status: 403,
    what: {
      zh: '包案领导的席位不能由包案领导自己调整。',
      en: 'A sponsor’s seat is not the sponsor’s own to hand over.',
    },
    next: {
      zh: '请由本级或上级单位负责人调整。',
      en: 'Ask the head of the unit, or of one above, to replace it.',
    },
  },
  'sponsorship.unit-needed': {
    what: { zh: '协调了哪个单位没有写明。', en: 'Which department was unblocked was not named.' },
    next: { zh: '请选择所协调的单位。', en: 'Choose the unit.' },
  },
  'sponsorship.unknown-duty': {
    what: {
      zh: '规则库的包案职责中没有“{duty}”。',
      en: 'The rulebook’s duties of a sponsor have no “{duty}”.',
    },
    next: { zh: '请从清单中选择。', en: 'Choose from the list.' },
  },
  'sponsorship.nothing-missed': {
    what: { zh: '{unit}在此没有待完成的事。', en: '{unit} owes nothing here.' },
    next: { zh: '请核对单位。', en: 'Check the unit.' },
  },
  'sponsorship.instruction-needed': {
    what: {
      zh: '对{unit}的督办已到批示一级，须有领导书面批示。',
      en: 'Supervision of {unit} has reached the rung of a written instruction.',
    },
    next: {
      zh: '请写明哪位领导作了怎样的批示。',
      en: 'Say which leader instructed what in writing.',
    },
  },
  'sponsorship.instruction-not-a-leader': {
    what: {
      zh: '{unit}的这个岗位不能作批示。',
      en: 'That post of {unit} cannot give a written instruction.',
    },
    next: {
      zh: '请选择本级或上级的领导岗位。',
      en: 'Choose a leading post of the unit or of one above.',
    },
  },
  'sponsorship.extension-pending': {
    what: {
      zh: '已有一次延期申请在办理。',
      en: 'An extension was asked for and is not settled yet.',
    },
    next: {
      zh: '请等批准并告知本人，或其失效。',
      en: 'Wait until it is decided and told, or lapses.',
    },
  },
  'sponsorship.extension-used-up': {
    what: {
      zh: '包案期限只能延长一次，已经延过。',
      en: 'The end date is extended once, and it has been.',
    },
    next: { zh: '请在期限内办结并告知结果。', en: 'Close it in time and tell the result.' },
  },
  'sponsorship.extension-too-long': {
    what: { zh: '延期最长为{max}。', en: 'The longest extension is {max}.' },
    next: { zh: '请缩短延期。', en: 'Ask for less.' },
  },
  'sponsorship.extension-by-asker': {
    status: 403,
    what: {
      zh: '申请人和包案领导不能自己批准延期。',
      en: 'Neither who asked nor the sponsor grants the extension.',
    },
    next: {
      zh: '请由规则库规定的另一岗位批准。',
      en: 'Let the other post that the rulebook names decide it.',
    },
  },
  'sponsorship.no-extension-asked': {
    what: { zh: '没有待批准的延期申请。', en: 'No extension waits to be decided.' },
    next: { zh: '请核对，或先申请延期。', en: 'Check, or ask for one first.' },
  },
  'sponsorship.no-extension-granted': {
    what: {
      zh: '没有已批准而待告知的延期。',
      en: 'No extension has been granted that has still to be told.',
    },
    next: { zh: '请先申请并获批准。', en: 'Ask for one and have it granted first.' },
  },
  'sponsorship.term-over': {
    what: {
      zh: '包案期限已过（{dueAt}），不能再延期。',
      en: 'The end date has passed ({dueAt}) and moves no more.',
    },
    next: {
      zh: '逾期如实保留；请尽快办结并告知结果。',
      en: 'Late stays late; close it soon and tell the result.',
    },
  },
  ...sponsorshipWorkErrors,
};
