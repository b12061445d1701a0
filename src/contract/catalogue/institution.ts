import type { ErrorCatalogue } from '../errors.ts';

/** Refusals about the law itself: rulebooks, calendars, entrustment, stand-ins, recusal. */
export const institutionErrors: ErrorCatalogue = {
  'institution.not-yours': {
    status: 403,
    what: { zh: '您现在的岗位不能作此变更。', en: 'Your present post may not make this change.' },
    next: {
      zh: '请由规则编辑、系统管理员或者有关单位负责人办理。',
      en: 'It is for a rule editor, the administrator or the head of the unit.',
    },
  },
  'institution.no-rulebook': {
    what: {
      zh: '还没有规则库，此时只能发布日历。',
      en: 'There is no rulebook yet; only a calendar can be published now.',
    },
    next: { zh: '请先采用一个规则库。', en: 'Adopt a rulebook first.' },
  },
  'institution.incomplete': {
    status: 422,
    what: { zh: '“{field}”没有填写。', en: '“{field}” is empty.' },
    next: { zh: '请写明后重新提交。', en: 'Write it and send it again.' },
  },
  'institution.not-forward': {
    status: 422,
    what: {
      zh: '规则只能向后生效：{effectiveFrom} 已经过去。',
      en: 'A rule takes effect forward only: {effectiveFrom} is past.',
    },
    next: { zh: '请把生效时间定在此刻之后。', en: 'Let it take effect after this moment.' },
  },
  'institution.instant-taken': {
    what: {
      zh: '第 {version} 版也在同一时间生效。',
      en: 'Version {version} takes effect at that very instant.',
    },
    next: { zh: '请另定一个生效时间。', en: 'Choose another time.' },
  },
  'institution.version-taken': {
    what: {
      zh: '{id} 第 {version} 版已经发布过。',
      en: 'Version {version} of {id} was published already.',
    },
    next: { zh: '内容有变动的，请用新的版本号。', en: 'A change needs a new version.' },
  },
  'institution.calendar-unknown': {
    what: {
      zh: '规则库所用的日历 {calendar} 没有发布。',
      en: 'The calendar {calendar} the rulebook runs on was never published.',
    },
    next: { zh: '请先发布该日历。', en: 'Publish it first.' },
  },
  'institution.calendar-loses-year': {
    what: {
      zh: '新的日历 {id} 缺少 {year} 年，而已有时限以该年为据。',
      en: 'The new calendar {id} lacks {year}, on which due times rest.',
    },
    next: { zh: '请补上该年后再发布。', en: 'Add that year and publish it again.' },
  },
  'institution.same-person': {
    status: 403,
    what: {
      zh: '规则变更须由一人提出、另一人批准。',
      en: 'A rule is proposed by one person and approved by another.',
    },
    next: { zh: '请由另一名规则编辑批准。', en: 'Let another rule editor approve it.' },
  },
  'institution.founded-already': {
    what: {
      zh: '本机构已有规则库，安装程序不能再改。',
      en: 'The institution has its law; the installation cannot change it.',
    },
    next: {
      zh: '请由一名规则编辑提出新版本，另一名批准。',
      en: 'Let one rule editor propose a new version and another approve it.',
    },
  },
  'institution.not-proposer': {
    status: 403,
    what: {
      zh: '这份提案不是您提出的，不能由您撤销。',
      en: 'You did not propose this version, so you cannot take it back.',
    },
    next: {
      zh: '认为不应采用的，可以不予批准并写明理由。',
      en: 'If it should not be adopted, turn it down and say why.',
    },
  },
  'institution.proposal-closed': {
    what: {
      zh: '这份提案{end}，不能再办理。',
      en: 'This proposal {end}; nothing more can be done.',
    },
    next: {
      zh: '仍需变更的，请以现行版本为基础重新提出。',
      en: 'If the change is still wanted, propose it again on the law as it stands now.',
    },
  },
  'institution.no-change': {
    status: 422,
    what: { zh: '与现行内容没有差别。', en: 'It is the same as what stands now.' },
    next: {
      zh: '请修改后再提交；已经生效的不需要重复办理。',
      en: 'Change something first; what already stands need not be entered again.',
    },
  },
  'institution.id-taken': {
    what: { zh: '编号 {id} 已经使用。', en: 'The id {id} is taken.' },
    next: { zh: '请换一个编号。', en: 'Choose another.' },
  },
  'institution.not-found': {
    status: 404,
    what: { zh: '没有编号 {id}。', en: 'There is no {id}.' },
    next: { zh: '请核对编号。', en: 'Check the id.' },
  },
  'institution.already-ended': {
    what: { zh: '{id} 已经终止。', en: '{id} has ended already.' },
    next: { zh: '不需要再办理。', en: 'Nothing more needs to be done.' },
  },
  'institution.period': {
    status: 422,
    what: {
      zh: '结束时间 {validTo} 不晚于开始时间 {validFrom}。',
      en: 'The end, {validTo}, is not after the beginning, {validFrom}.',
    },
    next: { zh: '请核对起止时间。', en: 'Check both.' },
  },
  'institution.retroactive': {
    status: 422,
    what: {
      zh: '不能从已经过去的 {validFrom} 起授权。',
      en: 'Authority cannot be handed on from {validFrom}, which is past.',
    },
    next: { zh: '请从现在起算。', en: 'Let it begin now.' },
  },
  'institution.unit-unknown': {
    status: 422,
    what: { zh: '规则库中没有单位“{unit}”。', en: 'The rulebook knows no unit “{unit}”.' },
    next: { zh: '请从单位列表中选择。', en: 'Choose from the list of units.' },
  },
  'institution.power-unknown': {
    status: 422,
    what: { zh: '规则库中没有职权“{power}”。', en: 'The rulebook knows no power “{power}”.' },
    next: { zh: '请从职权列表中选择。', en: 'Choose from the list of powers.' },
  },
  'institution.power-pinned': {
    what: {
      zh: '法律把“{power}”定给了特定机关，不得委托。',
      en: 'The law pins “{power}” to one body; it cannot be entrusted.',
    },
    next: { zh: '可以请该机关到场或者协办。', en: 'Ask that body to come or to assist.' },
  },
  'institution.power-internal': {
    what: {
      zh: '“{power}”只能委托给下级单位，“{to}”不是。',
      en: '“{power}” can be entrusted only to a unit beneath, which “{to}” is not.',
    },
    next: { zh: '请选择下级单位。', en: 'Choose a unit beneath.' },
  },
  'institution.power-not-held': {
    what: {
      zh: '“{from}”没有“{power}”这项职权，无从委托。',
      en: '“{from}” does not hold “{power}” and cannot entrust it.',
    },
    next: {
      zh: '请由依法享有该职权的单位委托。',
      en: 'Let the unit that holds it by law entrust it.',
    },
  },
  'institution.stand-in-self': {
    status: 422,
    what: { zh: '岗位不能给自己代班。', en: 'A post cannot stand in for itself.' },
    next: { zh: '请选择另一个岗位。', en: 'Choose another post.' },
  },
  'institution.stand-in-not-directed': {
    status: 403,
    what: {
      zh: '单位负责人不能自行安排他人代“{role}”的班：这个岗位不由单位负责人指挥。',
      en: 'A head cannot have somebody stand in as {role}: that post does not work under the head.',
    },
    next: {
      zh: '确有需要的，请由系统管理员安排。',
      en: 'An administrator can, where there is need.',
    },
  },
  'institution.own-account': {
    status: 403,
    what: {
      zh: '不能更改自己的账号：岗位和停用须由另一名管理员办理。',
      en: 'Nobody changes their own account: its posts are another administrator’s to give or end.',
    },
    next: {
      zh: '请把表中自己的一行恢复原样；改密码请用“修改密码”。',
      en: 'Put your own rows back as they were; a password is changed under “Change password”.',
    },
  },
  'institution.recused-self': {
    status: 403,
    what: { zh: '回避不能由回避人自己解除。', en: 'Whoever is recused cannot end the recusal.' },
    next: { zh: '请由督办员解除。', en: 'A supervisor has to end it.' },
  },
};
