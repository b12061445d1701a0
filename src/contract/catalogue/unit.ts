import type { ErrorCatalogue } from '../errors.ts';

/** Refusals about work inside a unit: assignment, sign-off, confirmation, notes of a shift. */
export const unitErrors: ErrorCatalogue = {
  'case.unknown-office': {
    status: 422,
    what: { zh: '“{unit}”没有科室“{office}”。', en: '“{unit}” has no office “{office}”.' },
    next: {
      zh: '请从本单位的科室中选择；科室由规则库规定。',
      en: 'Choose one of the unit’s offices; the rulebook has them.',
    },
  },
  'case.no-offices': {
    what: {
      zh: '“{unit}”没有可以转办的其他科室。',
      en: '“{unit}” has no other office to hand it on to.',
    },
    next: {
      zh: '可以分派给本单位的岗位；不属本单位的，提出派单异议。',
      en: 'Assign it to a post of the unit. If it is not the unit’s, object to the dispatch.',
    },
  },
  'case.office-not-yours': {
    status: 403,
    what: {
      zh: '这件事在另一个科室，您的岗位不能分派或者转办。',
      en: 'Another office has this; your post cannot assign it or hand it on.',
    },
    next: {
      zh: '请由该科室或者单位负责人办理。',
      en: 'That office, or the head of the unit, can do so.',
    },
  },
  'case.assignee-elsewhere': {
    status: 422,
    what: {
      zh: '“{unit}”没有这样一位承办的人。',
      en: 'There is no such login among those who handle matters in “{unit}”.',
    },
    next: {
      zh: '请核对登录名；分派只在本单位、本科室之内，转给其他单位须由派单处办理。',
      en: 'Check the login. An assignment stays within the unit and the office; another unit takes a dispatch.',
    },
  },
  'case.assigned-to-another': {
    status: 403,
    what: {
      zh: '承办人只能领取没有人经办的事，或者交回自己经办的事。',
      en: 'A handler can take what nobody has, or give back what they have themselves.',
    },
    next: {
      zh: '需要改由他人经办的，请科室负责人或者单位负责人分派。',
      en: 'The head of the office or of the unit can give it to somebody else.',
    },
  },
  'case.nothing-to-assign': {
    what: { zh: '已经是这样分派的。', en: 'It is assigned like that already.' },
    next: { zh: '请选择其他科室或者岗位。', en: 'Choose another office or post.' },
  },
  'case.no-draft': {
    what: {
      zh: '现在没有等待同意的答复稿。',
      en: 'No draft of a reply is waiting to be agreed to.',
    },
    next: {
      zh: '拟出答复稿之后，才能同意或者退改。',
      en: 'One has to be drafted before it can be agreed to or sent back.',
    },
  },
  'case.not-your-step': {
    status: 403,
    what: {
      zh: '答复稿正等待“{unit}”的{role}同意。',
      en: 'The draft is waiting for another post of “{unit}”: {role}.',
    },
    next: {
      zh: '按规则库规定的次序，轮到您的岗位时再办理。',
      en: 'It comes to your post when its turn in the rulebook’s order has come.',
    },
  },
  'case.signs-own-draft': {
    status: 403,
    what: {
      zh: '答复稿是您拟的，不能由您同意。',
      en: 'You drafted this reply, so you cannot agree to it.',
    },
    next: { zh: '请由另一位同岗的人员同意。', en: 'Another account in that post has to agree.' },
  },
  'case.signs-twice': {
    status: 403,
    what: {
      zh: '您已经同意过这一稿，不能再代下一岗位同意。',
      en: 'You have agreed to this draft already and cannot do so again for another step.',
    },
    next: { zh: '请由另一位人员同意。', en: 'Another account has to agree.' },
  },
  'confirmation.unknown': {
    status: 404,
    what: { zh: '没有这项代录。', en: 'There is no such entry.' },
    next: { zh: '请回到待确认的列表。', en: 'Go back to the list of what awaits confirmation.' },
  },
  'confirmation.exists': {
    what: { zh: '这项代录已经在等待确认。', en: 'This entry awaits confirmation already.' },
    next: { zh: '无需再次提出。', en: 'Nothing more is needed.' },
  },
  'confirmation.not-yours': {
    status: 403,
    what: {
      zh: '只有被代录的岗位本人或者其代班可以确认，不能由他人代为确认。',
      en: 'Only the post it was entered for, or its stand-in, can confirm; nobody can do so for it.',
    },
    next: { zh: '请由该岗位登录后办理。', en: 'That post has to sign in and do so.' },
  },
  'confirmation.recused': {
    status: 403,
    what: {
      zh: '您在这件事上已经回避，不能查看，也不能办理。',
      en: 'You are recused from this matter and may neither read nor act.',
    },
    next: { zh: '由您的代班办理。', en: 'Your stand-in does so.' },
  },
  'confirmation.own-entry': {
    status: 403,
    what: {
      zh: '这是您录入的，不能由您确认。',
      en: 'You entered this, so you cannot confirm it.',
    },
    next: { zh: '请由被代录的岗位另一位人员确认。', en: 'Another account in that post has to.' },
  },
  'confirmation.over': {
    what: { zh: '这项代录已有结论。', en: 'This entry has been decided already.' },
    next: { zh: '请刷新列表。', en: 'Reload the list.' },
  },
  'confirmation.not-contested': {
    what: { zh: '这项代录没有被提出不符。', en: 'Nobody contests this entry.' },
    next: { zh: '无需查处。', en: 'There is nothing to look into.' },
  },
  'confirmation.text-needed': {
    status: 422,
    what: { zh: '没有填写“{field}”。', en: '“{field}” is empty.' },
    next: { zh: '请填写后再提交。', en: 'Fill it in and send it again.' },
  },
  'shift.not-yours': {
    status: 403,
    what: {
      zh: '交班留言只能由本单位当班的岗位留下。',
      en: 'Only a post on duty in the unit leaves a note for its next shift.',
    },
    next: { zh: '请切换到本单位的岗位。', en: 'Switch to a post of that unit.' },
  },
  'shift.text-needed': {
    status: 422,
    what: { zh: '没有写留言。', en: 'The note is empty.' },
    next: {
      zh: '请写明要交代的事，不要写个人信息。',
      en: 'Write what the next shift needs, and no personal data.',
    },
  },
};
