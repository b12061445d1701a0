import type { ErrorCatalogue } from '../errors.ts';

/** Refusals about whose a matter is: dispatch, objection, ruling, merging. */
export const allocationErrors: ErrorCatalogue = {
  'case.ruling-needed': {
    what: {
      zh: '已经退单 {returns} 次，不能再派，只能作派单裁定。',
      en: 'The order was returned {returns} times; it can no longer be dispatched, only ruled upon.',
    },
    next: {
      zh: '请裁定人召集有关单位作出派单裁定。',
      en: 'The arbiter convenes the units and makes an allocation ruling.',
    },
  },
  'case.override-reason-needed': {
    status: 422,
    what: {
      zh: '清单建议的主办单位是“{proposed}”，您选择了“{lead}”，没有说明理由。',
      en: 'The duty list proposes “{proposed}” as lead unit; you chose “{lead}” and gave no reason.',
    },
    next: { zh: '请写明理由，或采用清单建议。', en: 'Give the reason, or follow the proposal.' },
  },
  'case.lead-assists-too': {
    status: 422,
    what: { zh: '“{lead}”不能既主办又协办。', en: '“{lead}” cannot both lead and assist.' },
    next: { zh: '请从协办单位中去掉它。', en: 'Take it off the assisting units.' },
  },
  'case.beyond-desk': {
    status: 403,
    what: {
      zh: '“{lead}”不在“{desk}”的派单范围内。',
      en: '“{lead}” lies beyond what “{desk}” may dispatch to.',
    },
    next: { zh: '请由区热线中心派单。', en: 'Let the district’s hotline centre dispatch it.' },
  },
  'authority.unknown-unit': {
    status: 422,
    what: { zh: '规则库中没有单位“{unit}”。', en: 'The rulebook knows no unit “{unit}”.' },
    next: { zh: '请从单位列表中选择。', en: 'Choose from the list of units.' },
  },
  'authority.withdrawn': {
    what: {
      zh: '“{category}”已由上级部门收回，“{unit}”不再承担，不得派给它。',
      en: '“{category}” was taken back from “{unit}” by a superior department and may not be sent there.',
    },
    next: {
      zh: '请按履职事项清单派给收回的部门。',
      en: 'Dispatch it to the department the duty list names.',
    },
  },
  'authority.support-only': {
    what: {
      zh: '“{unit}”对“{category}”只是配合履职，不能主办。',
      en: '“{unit}” only supports others in “{category}” and cannot lead.',
    },
    next: {
      zh: '请由清单写明的牵头部门主办，可把它列为协办单位。',
      en: 'Let the department named by the duty list lead; this unit may assist.',
    },
  },
  'authority.community-not-basic': {
    what: {
      zh: '“{category}”不是社区的基本履职事项，社区不得作为主办单位（参照《北京市接诉即办工作条例》第十七条）。',
      en: '“{category}” is not a basic duty of the community, so a community may not lead it (compare article 17 of Beijing’s regulation on swift response to requests).',
    },
    next: {
      zh: '请派给街道或者有职权的部门。',
      en: 'Dispatch it to the street or to the department that has the power.',
    },
  },
  'case.order-binds': {
    what: {
      zh: '这张工单已经{binding}，不能再提派单异议。',
      en: 'This order binds ({binding}); no objection can be made to it any more.',
    },
    next: {
      zh: '请签收办理；办理中缺少的职权可请有职权的单位协办。',
      en: 'Sign for it and handle it. Units that hold a missing power can be asked to assist.',
    },
  },
  'case.unknown-basis': {
    status: 422,
    what: {
      zh: '“{basis}”不是规则库列明的异议依据。',
      en: '“{basis}” is not a basis of objection the rulebook lists.',
    },
    next: {
      zh: '请从列明的依据中选择；没有依据的，应当签收办理。',
      en: 'Choose one of the listed bases. Without one, the order is signed for and handled.',
    },
  },
  'case.panel-too-small': {
    status: 422,
    what: { zh: '裁定小组人数不足。', en: 'The panel is too small.' },
    next: { zh: '请至少列出 {least} 个岗位。', en: 'Name at least {least} posts.' },
  },
  'case.panel-without-ruler': {
    status: 422,
    what: { zh: '裁定小组中没有“{ruler}”的裁定人。', en: 'The panel has no arbiter of “{ruler}”.' },
    next: { zh: '请把裁定人列入小组。', en: 'Put the arbiter on the panel.' },
  },
  'case.position-missing': {
    status: 422,
    what: { zh: '没有写明“{unit}”的意见。', en: 'The position of “{unit}” is missing.' },
    next: {
      zh: '裁定应当听取每个提出异议的单位，请补充其意见。',
      en: 'A ruling hears every unit that objected. Add its position.',
    },
  },
  'case.merge-into-itself': {
    status: 422,
    what: { zh: '事项不能并入自己。', en: 'A case cannot be merged into itself.' },
    next: { zh: '请选择另一个事项。', en: 'Choose another case.' },
  },
  'case.merge-target-unknown': {
    status: 422,
    what: { zh: '没有事项 {into}。', en: 'There is no case {into}.' },
    next: { zh: '请核对编号。', en: 'Check the number.' },
  },
  'case.merge-target-ended': {
    what: {
      zh: '事项 {into} 已经结束，不能再并入。',
      en: 'The case {into} has ended; nothing can join it.',
    },
    next: {
      zh: '有新情况的，请先重新办理该事项；没有新情况的，可把原结果告诉本人。',
      en: 'Reopen it first if there is something new; if not, tell the person how it ended.',
    },
  },
  'case.merge-chain': {
    what: {
      zh: '这个事项已有其他诉求并入，不能再并入别的事项。',
      en: 'Other requests have joined this case, so it cannot be merged itself.',
    },
    next: { zh: '请反过来，把对方并入本事项。', en: 'Merge the other one into this case instead.' },
  },
  'case.merge-different-matter': {
    what: {
      zh: '两个事项的类别或者地点不同，不是同一事项。',
      en: 'The two differ in category or place and are not the same matter.',
    },
    next: {
      zh: '请分开办理；类别有误的，先重新研判。',
      en: 'Handle them apart. If a category is wrong, triage that one again first.',
    },
  },
  'case.not-merged-there': {
    what: { zh: '这个事项没有并入 {from}。', en: 'This case was not merged into {from}.' },
    next: { zh: '请刷新页面后再办理。', en: 'Reload the page and try again.' },
  },
  'case.already-joined': {
    what: { zh: '事项 {from} 已经并入。', en: 'The case {from} has joined already.' },
    next: { zh: '不需要再办理。', en: 'Nothing more needs to be done.' },
  },
  'case.not-joined': {
    what: { zh: '事项 {left} 没有并入本事项。', en: 'The case {left} has not joined this one.' },
    next: { zh: '请刷新页面后核对。', en: 'Reload the page and check.' },
  },
};
