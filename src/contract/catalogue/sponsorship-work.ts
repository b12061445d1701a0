import type { ErrorCatalogue } from '../errors.ts';

/** Refusals of task force, case plan, result and consents. */
export const sponsorshipWorkErrors: ErrorCatalogue = {
  'sponsorship.already-convened': {
    what: { zh: '工作专班已经组成。', en: 'The task force is convened already.' },
    next: { zh: '请在原专班中增减成员。', en: 'Add or release members of the one there is.' },
  },
  'sponsorship.no-members': {
    what: { zh: '没有选择专班成员单位。', en: 'No unit was chosen for the task force.' },
    next: { zh: '请至少选择一个单位。', en: 'Choose one unit at least.' },
  },
  'sponsorship.member-twice': {
    what: { zh: '{unit}重复出现。', en: '{unit} is there twice.' },
    next: { zh: '请保留一个。', en: 'Keep one of them.' },
  },
  'sponsorship.no-force': {
    what: {
      zh: '没有组成工作专班，或专班期限已过。',
      en: 'No task force is convened, or its time is over.',
    },
    next: { zh: '请由包案领导组成工作专班。', en: 'Let the sponsor convene one.' },
  },
  'sponsorship.not-member': {
    what: { zh: '{unit}不是参与单位。', en: '{unit} has no part in it.' },
    next: { zh: '请先将其加入工作专班。', en: 'Add it to the task force first.' },
  },
  'sponsorship.unit-without-power': {
    what: { zh: '{unit}在此没有“{power}”。', en: '{unit} does not hold “{power}” here.' },
    next: {
      zh: '请选择有此职权的单位，或由包案领导将可授权的职权授权到案。',
      en: 'Choose a unit that holds it, or let the sponsor hand it to the case where it can be.',
    },
  },
  'sponsorship.nobody-present': {
    what: { zh: '没有写明哪些单位到会。', en: 'Who was present was not said.' },
    next: { zh: '请选择到会单位。', en: 'Choose the units that were there.' },
  },
  'sponsorship.not-present': {
    what: {
      zh: '{unit}没有到会，不能有立场、异议或承诺。',
      en: '{unit} was not there and can have no position, dissent or commitment.',
    },
    next: { zh: '请核对到会单位。', en: 'Check who was present.' },
  },
  'sponsorship.position-missing': {
    what: {
      zh: '{unit}到会，须有且只有一个立场。',
      en: '{unit} was there and has one position, no more and no less.',
    },
    next: { zh: '请写明该单位的意见。', en: 'Write down what the unit’s position is.' },
  },
  'sponsorship.no-quorum': {
    what: {
      zh: '有“{power}”的单位没有到会，不能作决定。',
      en: 'Nobody who holds “{power}” was there, so nothing can be decided.',
    },
    next: {
      zh: '请邀有此职权的单位到会，或将可授权的职权授权到案。',
      en: 'Have a unit come that holds it, or hand it to the case where it can be.',
    },
  },
  'sponsorship.no-such-commitment': {
    what: {
      zh: '没有第 {commitment} 项待完成的承诺。',
      en: 'There is no open commitment {commitment}.',
    },
    next: { zh: '请刷新页面核对。', en: 'Reload the page and check.' },
  },
  'sponsorship.power-pinned': {
    status: 403,
    what: {
      zh: '法律规定“{power}”专属该机关，不能授权。',
      en: 'The law pins “{power}” to its body; it cannot be handed on.',
    },
    next: {
      zh: '请邀该机关参加工作专班，由其依法行使。',
      en: 'Have that body join the task force and exercise it itself.',
    },
  },
  'sponsorship.entrust-by-statute': {
    status: 403,
    what: {
      zh: '“{power}”的委托须依法办理，不能在包案中授权。',
      en: '“{power}” is entrusted by the way the law gives, not within a sponsorship.',
    },
    next: {
      zh: '请在机构设置中依法办理委托，或邀有权单位参加。',
      en: 'Have it entrusted under the institution’s delegations, or have the unit that holds it take part.',
    },
  },
  'sponsorship.power-not-held': {
    status: 403,
    what: {
      zh: '{unit}自己没有“{power}”，不能授权。',
      en: '{unit} does not hold “{power}” and cannot hand it on.',
    },
    next: { zh: '请由有此职权的上级办理。', en: 'Let the superior who holds it do so.' },
  },
  'sponsorship.not-beneath': {
    what: {
      zh: '{unit}不是包案领导所在单位的下级，不能授权给它。',
      en: '{unit} is not beneath the sponsor’s unit, so nothing can be handed to it.',
    },
    next: { zh: '请选择下级单位。', en: 'Choose a unit beneath it.' },
  },
  'sponsorship.needs-first': {
    what: {
      zh: '还没有与本人商定需求。',
      en: 'The needs have not been agreed with the person yet.',
    },
    next: {
      zh: '请先与本人商定；本人表示没有其他需求的，也请记录。',
      en: 'Agree on them first; that there are none is recorded too.',
    },
  },
  'sponsorship.no-steps': {
    what: { zh: '方案没有步骤。', en: 'The plan has no steps.' },
    next: {
      zh: '请至少写一步：做什么、由谁、何时。',
      en: 'Write one step at least: what, by whom, by when.',
    },
  },
  'sponsorship.no-such-step': {
    what: { zh: '没有第 {step} 步，或已了结。', en: 'There is no open step {step}.' },
    next: { zh: '请刷新页面核对。', en: 'Reload the page and check.' },
  },
  'sponsorship.hearing-order': {
    what: {
      zh: '听证的通知、举行、录入时间前后不符（{at}）。',
      en: 'Notice, hearing and record are not in order of time ({at}).',
    },
    next: {
      zh: '请核对通知时间和举行时间。',
      en: 'Check when it was noticed and when it was held.',
    },
  },
  'sponsorship.no-parties': {
    what: { zh: '没有写明听证参加方。', en: 'Who took part in the hearing was not said.' },
    next: { zh: '请选择参加方。', en: 'Choose the parties.' },
  },
  'sponsorship.citation-needed': {
    what: {
      zh: '不予支持或解释说明，须写明依据。',
      en: 'To explain or not to support takes the rule it rests on.',
    },
    next: { zh: '请写明法律、政策的名称和条款。', en: 'Name the law or policy and its article.' },
  },
  'sponsorship.claim-unanswered': {
    what: {
      zh: '本人提出的诉求还没有得到实质答复。',
      en: 'The claim the person stated has not been answered on its merits.',
    },
    next: {
      zh: '请先逐项答复原诉求；帮扶不能代替答复。',
      en: 'Answer it first; help does not stand in its place.',
    },
  },
  'sponsorship.result-untold': {
    what: {
      zh: '结果还没有告知本人，不能办结。',
      en: 'The person has not been told the result, so it cannot be closed.',
    },
    next: { zh: '请先告知本人，再办结。', en: 'Tell the person first, then close.' },
  },
  'sponsorship.promises-open': {
    what: {
      zh: '还有 {promises} 项步骤或承诺没有了结。',
      en: '{promises} steps or commitments are still open.',
    },
    next: { zh: '请完成，或写明理由取消。', en: 'Finish them, or drop them with a reason.' },
  },
  'sponsorship.identity-open': {
    what: { zh: '本人已同意知悉身份。', en: 'The person has consented already.' },
    next: { zh: '无需再次同意。', en: 'There is nothing more to do.' },
  },
  'sponsorship.identity-closed': {
    what: { zh: '本人没有同意知悉身份，无可撤回。', en: 'There is no consent to take back.' },
    next: { zh: '无需操作。', en: 'There is nothing to do.' },
  },
  'sponsorship.consent-too-long': {
    what: { zh: '后续联系最长到{latest}。', en: 'Follow-up may run until {latest} at most.' },
    next: { zh: '请选择更早的日期；到期后可再次同意。', en: 'Choose an earlier day.' },
  },
  'sponsorship.no-consent': {
    what: {
      zh: '没有后续联系的同意，无可撤回。',
      en: 'There is no consent to follow-up to take back.',
    },
    next: { zh: '无需操作。', en: 'There is nothing to do.' },
  },
  'sponsorship.clock-not-due': {
    what: {
      zh: '时限“{clock}”还没有到期，或已处理。',
      en: 'The clock “{clock}” is not due, or was told already.',
    },
    next: { zh: '无需操作。', en: 'There is nothing to do.' },
  },
  'sponsorship.nothing-to-recompute': {
    what: {
      zh: '日历“{calendar}”没有需要重新计算的时限。',
      en: 'The calendar “{calendar}” changes no clock here.',
    },
    next: { zh: '无需操作。', en: 'There is nothing to do.' },
  },
};
