import type { ErrorCatalogue } from '../errors.ts';

/** Refusals of the whistle, in the order in which it is gone through. */
export const whistleErrors: ErrorCatalogue = {
  'whistle.unknown': {
    status: 404,
    what: { zh: '没有这个吹哨。', en: 'There is no such whistle.' },
    next: { zh: '请核对编号，或从事项页打开。', en: 'Check the number, or open it from its case.' },
  },
  'whistle.exists': {
    what: { zh: '这个吹哨已经提出过。', en: 'This whistle was proposed already.' },
    next: { zh: '请打开原来的吹哨继续办理。', en: 'Open it and go on from there.' },
  },
  'whistle.wrong-status': {
    what: {
      zh: '吹哨现在是“{status}”，此时不能“{command}”。',
      en: 'The whistle is at “{status}”; “{command}” cannot be done at this point.',
    },
    next: {
      zh: '请刷新页面，从现在可以办理的动作中选择。',
      en: 'Reload the page and choose from the acts that can be done now.',
    },
  },
  'whistle.not-yours': {
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
  'whistle.machine-only': {
    status: 403,
    what: { zh: '“{command}”由系统自动完成。', en: '“{command}” is done by the system itself.' },
    next: {
      zh: '无需操作；如迟迟没有发生，请联系系统管理员。',
      en: 'There is nothing to do; if it does not happen, tell the administrator.',
    },
  },
  'whistle.recused': {
    status: 403,
    what: {
      zh: '您已就此事申报回避，不能查看或办理。',
      en: 'You have declared an interest in this matter and may neither read nor act.',
    },
    next: { zh: '请由本单位其他人员办理。', en: 'Let somebody else of your unit do it.' },
  },
  'whistle.in-the-future': {
    what: { zh: '发生时间晚于现在。', en: 'The time of the act lies in the future.' },
    next: { zh: '请填写实际发生的时间。', en: 'Enter when it truly happened.' },
  },
  'whistle.before-last-step': {
    what: {
      zh: '发生时间早于上一步（{since}）。',
      en: 'The time of the act is earlier than the step before it ({since}).',
    },
    next: { zh: '请填写上一步之后的时间。', en: 'Enter a time after that step.' },
  },
  'whistle.not-entered-late': {
    status: 400,
    what: {
      zh: '“{command}”使他人承担时限或责任，以录入时刻为准，不能补录为更早的时间。',
      en: '“{command}” binds others from the moment it is entered and cannot be dated back.',
    },
    next: {
      zh: '请不填发生时间，直接办理；此前电话商定的时间写在文字里。',
      en: 'Leave the time empty and do it now; say in words when it was agreed by telephone.',
    },
  },
  'whistle.not-offered': {
    what: { zh: '本机构的规则库没有吹哨。', en: 'This institution’s rulebook has no whistle.' },
    next: {
      zh: '请走派单和派单异议；需要吹哨的，由规则编辑提出新版规则库。',
      en: 'Use dispatch and objection; a rule editor can propose a rulebook that has one.',
    },
  },
  'whistle.text-needed': {
    status: 400,
    what: { zh: '“{field}”没有填写。', en: '“{field}” is empty.' },
    next: { zh: '请写明后再提交。', en: 'Say it in a few words.' },
  },
  'whistle.unknown-level': {
    status: 400,
    what: {
      zh: '规则库没有这一类级的吹哨（{kind} {level}）。',
      en: 'The rulebook has no whistle of this kind and level ({kind} {level}).',
    },
    next: {
      zh: '请从规则库列出的类级中选择。',
      en: 'Choose one of the levels the rulebook lists.',
    },
  },
  'whistle.case-unknown': {
    status: 404,
    what: { zh: '没有这个事项。', en: 'There is no such case.' },
    next: { zh: '请从事项页吹哨。', en: 'Whistle from the page of a case.' },
  },
  'whistle.case-ended': {
    what: {
      zh: '事项已是“{status}”，不能再吹哨。',
      en: 'The case is at “{status}”; nobody can be called to it any more.',
    },
    next: { zh: '事项重新办理后可以再吹哨。', en: 'Once it is reopened, you may whistle.' },
  },
  'whistle.not-your-case': {
    status: 403,
    what: {
      zh: '这个事项既不由您单位承办、受理，也不在您单位辖区。',
      en: 'Your unit neither holds nor received this case, nor does it lie in your territory.',
    },
    next: {
      zh: '请由责任单位或事发地所在社区、街道吹哨。',
      en: 'The responsible unit, or the community or street of the place, can whistle.',
    },
  },
  'whistle.no-coordination': {
    status: 403,
    what: {
      zh: '您单位没有协调权（{power}），不能吹哨。',
      en: 'Your unit does not hold the power to coordinate ({power}) and cannot whistle.',
    },
    next: {
      zh: '请上级在有效期内把协调权授予您单位，或请持有协调权的上级吹哨。',
      en: 'Ask the superior to delegate it for a time, or to whistle itself.',
    },
  },
  'whistle.no-power-named': {
    status: 400,
    what: { zh: '没有写明缺少哪项职权。', en: 'No missing power is named.' },
    next: {
      zh: '请选出至少一项本单位没有的职权。',
      en: 'Choose at least one power your unit lacks.',
    },
  },
  'whistle.unknown-power': {
    status: 400,
    what: { zh: '规则库没有职权“{power}”。', en: 'The rulebook has no power “{power}”.' },
    next: { zh: '请从职权目录中选择。', en: 'Choose one from the list of powers.' },
  },
  'whistle.power-held': {
    what: {
      zh: '您单位自己就有职权“{power}”。',
      en: 'Your unit itself holds the power “{power}”.',
    },
    next: { zh: '请自行行使，不必吹哨。', en: 'Exercise it; there is no need to whistle.' },
  },
  'whistle.power-not-at-level': {
    what: {
      zh: '这一类级的吹哨不能为职权“{power}”而发。',
      en: 'A whistle of this level may not call for the power “{power}”.',
    },
    next: { zh: '请换用规则库允许的类级。', en: 'Use a level that the rulebook allows for it.' },
  },
  'whistle.own-steps-needed': {
    status: 400,
    what: { zh: '没有写明本单位已经做了什么。', en: 'What your unit tried itself is not told.' },
    next: {
      zh: '请写明已尝试的步骤；应急哨可以事后补报。',
      en: 'Say what was tried; an emergency may file it afterwards.',
    },
  },
  'whistle.nobody-called': {
    status: 400,
    what: { zh: '没有选择要请哪个单位。', en: 'No unit is called.' },
    next: { zh: '请从建议的单位中选择。', en: 'Choose from the units proposed.' },
  },
  'whistle.called-twice': {
    what: { zh: '{unit}已经在这次吹哨中被请到。', en: '{unit} is called by this whistle already.' },
    next: { zh: '每个单位只请一次。', en: 'Call each unit once.' },
  },
  'whistle.unit-without-power': {
    what: {
      zh: '{unit}不具备所缺的任何一项职权。',
      en: '{unit} holds none of the missing powers.',
    },
    next: { zh: '请只请持有所缺职权的单位。', en: 'Call only units that hold one of them.' },
  },
  'whistle.power-uncalled': {
    what: {
      zh: '所缺职权“{power}”没有请任何单位来行使。',
      en: 'Nobody is called for the missing power “{power}”.',
    },
    next: {
      zh: '请加上持有它的单位，或从所缺职权中去掉它。',
      en: 'Add a unit that holds it, or take it off the list.',
    },
  },
  'whistle.already-called': {
    what: {
      zh: '{unit}已因这个事项被另一次吹哨请到。',
      en: '{unit} is called to this case by another whistle already.',
    },
    next: { zh: '请先看那次吹哨的进展。', en: 'See how that whistle stands first.' },
  },
  'whistle.ruled-not-theirs': {
    what: {
      zh: '本事项已有裁定：{unit}不承担职权“{power}”，不能为此再请它。',
      en: 'It was ruled on this case that “{power}” is not for {unit}; it cannot be called for it again.',
    },
    next: {
      zh: '请按裁定另请持有该职权的单位，裁定见吹哨 {whistle}。',
      en: 'Call another unit that holds it, as ruled; the ruling is in whistle {whistle}.',
    },
  },
  'whistle.stood-down-before': {
    what: {
      zh: '{unit}已被撤回过通知，再次请它须写明理由。',
      en: '{unit} was stood down before; calling it once more needs a reason.',
    },
    next: { zh: '请写明为什么再次请它。', en: 'Say why it is called once more.' },
  },
  'whistle.capacity-full': {
    what: {
      zh: '{unit}同时在办的报到通知已达上限（{capacity}）。',
      en: '{unit} already answers as many call-outs as it can at one time ({capacity}).',
    },
    next: {
      zh: '请看它手上有哪些；确需超限的，写明理由后可以超限发出。',
      en: 'See what it has in hand; if it must come all the same, give the reason for going over its limit.',
    },
  },
  'whistle.no-second-look': {
    status: 403,
    what: {
      zh: '这次吹哨由您录入，您不能再代审核岗位录入审核意见。',
      en: 'You entered this whistle yourself and cannot enter the look at it for the post that screens it.',
    },
    next: {
      zh: '请由审核岗位本人审核，或由另一人代为录入。',
      en: 'Let the holder of that post look at it, or somebody else enter it for them.',
    },
  },
  'whistle.already-filed': {
    what: { zh: '已尝试的步骤已经报过。', en: 'The steps tried were filed already.' },
    next: { zh: '无需再报。', en: 'There is nothing more to file.' },
  },
  'whistle.no-such-call-out': {
    status: 404,
    what: { zh: '没有第 {callOut} 份报到通知。', en: 'There is no call-out {callOut}.' },
    next: { zh: '请刷新页面。', en: 'Reload the page.' },
  },
  'whistle.call-out-settled': {
    what: {
      zh: '{unit}的报到通知已经了结，不能再这样办理。',
      en: 'The call-out of {unit} is over; this cannot be done to it any more.',
    },
    next: { zh: '请刷新页面，看它现在的状态。', en: 'Reload the page and see how it stands.' },
  },
  'whistle.already-signed': {
    what: { zh: '报到通知已经签收。', en: 'The call-out is signed for already.' },
    next: { zh: '下一步是到场报到。', en: 'The next step is to report in.' },
  },
  'whistle.call-out-binds': {
    what: {
      zh: '这份报到通知已经裁定，不能再提异议。',
      en: 'This call-out was ruled on and can no longer be objected to.',
    },
    next: { zh: '请按裁定到场报到。', en: 'Report in as ruled.' },
  },
  'whistle.unknown-basis': {
    status: 400,
    what: {
      zh: '“{basis}”不是规则库列出的异议依据。',
      en: '“{basis}” is not a basis the rulebook lists.',
    },
    next: { zh: '请从列出的依据中选择。', en: 'Choose one of the bases listed.' },
  },
  'whistle.not-objected': {
    what: { zh: '这份报到通知没有待裁定的异议。', en: 'This call-out has no objection to decide.' },
    next: { zh: '请刷新页面。', en: 'Reload the page.' },
  },
  'whistle.remote-not-allowed': {
    what: {
      zh: '这一类级的吹哨不能远程参加。',
      en: 'At this level taking part from afar does not count.',
    },
    next: { zh: '请到场报到。', en: 'Come to the place.' },
  },
  'whistle.unknown-rank': {
    status: 400,
    what: { zh: '规则库没有职级“{rank}”。', en: 'The rulebook has no rank “{rank}”.' },
    next: { zh: '请从职级目录中选择。', en: 'Choose one from the list of ranks.' },
  },
  'whistle.nobody-present': {
    status: 400,
    what: { zh: '到场人数须至少为 1。', en: 'At least one person must be there.' },
    next: { zh: '请填写实到人数。', en: 'Enter how many came.' },
  },
  'whistle.no-power-present': {
    what: {
      zh: '到场人员职级为“{rank}”，不能行使“{power}”（须“{needed}”以上），不算报到。',
      en: 'Those present are of rank “{rank}” and cannot exercise “{power}” (it takes “{needed}”); this does not count as reporting in.',
    },
    next: {
      zh: '请由有权人员到场，或先办妥委托。',
      en: 'Let somebody come who holds it, or have it entrusted first.',
    },
  },
  'whistle.not-reported-in': {
    what: { zh: '该单位还没有报到。', en: 'The unit has not reported in.' },
    next: { zh: '先报到，再说明处置结果。', en: 'Report in first, then say what came of it.' },
  },
  'whistle.no-steps': {
    status: 400,
    what: { zh: '联合处置方案没有步骤。', en: 'The joint plan has no step.' },
    next: { zh: '请至少写一步。', en: 'Write at least one step.' },
  },
  'whistle.owner-not-present': {
    what: {
      zh: '{unit}没有报到，不能承担步骤。',
      en: '{unit} has not reported in and cannot take on a step.',
    },
    next: { zh: '请选择本单位或已报到的单位。', en: 'Choose your own unit or one that came.' },
  },
  'whistle.owner-without-power': {
    what: {
      zh: '{unit}没有职权“{power}”，不能承担需要它的步骤。',
      en: '{unit} does not hold “{power}” and cannot take on a step that needs it.',
    },
    next: { zh: '请由持有该职权的单位承担。', en: 'Give it to a unit that holds it.' },
  },
  'whistle.step-in-the-past': {
    status: 400,
    what: { zh: '步骤的完成时间已经过去。', en: 'The step is due in the past.' },
    next: { zh: '请填写以后的时间。', en: 'Enter a later time.' },
  },
  'whistle.step-too-far': {
    status: 400,
    what: {
      zh: '步骤的完成时间超过一年，最晚可定到{latest}。',
      en: 'The step is due more than a year ahead; the latest it may be is {latest}.',
    },
    next: { zh: '请定一个一年之内的时间。', en: 'Name a time within a year.' },
  },
  'whistle.no-such-step': {
    status: 404,
    what: { zh: '没有在办的第 {step} 步。', en: 'There is no open step {step}.' },
    next: { zh: '请刷新页面。', en: 'Reload the page.' },
  },
  'whistle.unit-not-called': {
    what: { zh: '{unit}不在这次吹哨中。', en: '{unit} has no part in this whistle.' },
    next: {
      zh: '只能督办吹哨单位或被请的单位。',
      en: 'Only the issuer and the units called can be supervised here.',
    },
  },
  'whistle.no-supervision': {
    status: 403,
    what: {
      zh: '您单位没有被授予督办权。',
      en: 'Your unit was not delegated the power to supervise.',
    },
    next: {
      zh: '请由上级督办，或请上级授权。',
      en: 'Let the superior supervise, or delegate the power.',
    },
  },
  'whistle.instruction-needed': {
    what: {
      zh: '对{unit}已到批示这一步，须有领导的书面批示。',
      en: 'For {unit} the ladder has come to a leader’s written instruction.',
    },
    next: { zh: '请写明批示内容和批示岗位。', en: 'Enter the instruction and whose it is.' },
  },
  'whistle.instruction-not-a-leader': {
    what: {
      zh: '批示须出自领导：所填的不是本单位或者上级单位的负责人或包案领导。',
      en: 'An instruction is a leader’s: the post given neither heads this unit or one above it, nor sponsors there.',
    },
    next: { zh: '请另选批示人的单位和岗位。', en: 'Choose another unit and post.' },
  },
  'whistle.call-out-open': {
    what: {
      zh: '{unit}的报到通知还没有结果，不能办结吹哨。',
      en: 'The call-out of {unit} is still open; the whistle cannot be concluded.',
    },
    next: {
      zh: '请等它报到，或写明理由撤回对它的通知。',
      en: 'Wait for it, or stand it down and say why.',
    },
  },
  'whistle.call-out-unsettled': {
    what: {
      zh: '{unit}报到了，还没有说明处置结果。',
      en: '{unit} came and has not said what came of it.',
    },
    next: {
      zh: '请它说明：已采取行动、不属本单位或无需处置。',
      en: 'Let it say: action taken, not theirs, or not needed.',
    },
  },
  'whistle.not-filed': {
    what: {
      zh: '应急哨还没有补报已尝试的步骤。',
      en: 'This emergency has not filed what was tried.',
    },
    next: { zh: '请先补报。', en: 'File it first.' },
  },
  'whistle.steps-open': {
    what: {
      zh: '方案还有 {steps} 步没有完成，不能办结为“已完成”。',
      en: '{steps} steps of the plan are open; it cannot be concluded as done.',
    },
    next: {
      zh: '请完成这些步骤，或办结为“部分完成”。',
      en: 'Finish them, or conclude it as partial.',
    },
  },
  'whistle.nothing-done': {
    what: {
      zh: '没有任何单位采取行动，不能办结为“{result}”。',
      en: 'Nobody took any action; it cannot be concluded as “{result}”.',
    },
    next: { zh: '请选择“上报”或“无需处置”。', en: 'Choose escalated or not needed.' },
  },
  'whistle.no-rating': {
    status: 403,
    what: { zh: '您单位没有被授予评价权。', en: 'Your unit was not delegated the power to rate.' },
    next: {
      zh: '请上级授权；对方仍可以评价您单位。',
      en: 'Ask the superior to delegate it; the other side may rate you all the same.',
    },
  },
  'whistle.not-rated-together': {
    what: {
      zh: '{unit}与您单位在这次吹哨中没有互评关系。',
      en: '{unit} and your unit do not rate each other in this whistle.',
    },
    next: {
      zh: '只有吹哨单位和被请单位互相评价。',
      en: 'Only the issuer and a unit it called rate each other.',
    },
  },
  'whistle.rated-before': {
    what: { zh: '您单位已经评价过{unit}。', en: 'Your unit has rated {unit} already.' },
    next: { zh: '评价提交后不能更改。', en: 'A rating cannot be changed once it is given.' },
  },
  'whistle.item-missing': {
    status: 400,
    what: { zh: '评价缺少“{item}”一项。', en: 'The rating lacks the item “{item}”.' },
    next: { zh: '请逐项选择：是、部分、否。', en: 'Answer each item: yes, partly or no.' },
  },
  'whistle.unknown-item': {
    status: 400,
    what: { zh: '评价没有“{item}”这一项。', en: 'There is no item “{item}” to rate.' },
    next: { zh: '请只回答规则库列出的项。', en: 'Answer only the items the rulebook lists.' },
  },
  'whistle.clock-not-due': {
    what: { zh: '时限“{clock}”没有到期。', en: 'The clock “{clock}” is not due.' },
    next: { zh: '无需处理。', en: 'There is nothing to do.' },
  },
  'whistle.nothing-to-recompute': {
    what: {
      zh: '没有需要按新历“{calendar}”重算的时限。',
      en: 'No clock waits for the calendar “{calendar}”.',
    },
    next: { zh: '无需处理。', en: 'There is nothing to do.' },
  },
};
