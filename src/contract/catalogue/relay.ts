import type { ErrorCatalogue } from '../errors.ts';

/** Refusals about calling the person through the institution's own exchange. */
export const relayErrors: ErrorCatalogue = {
  'relay.unknown': {
    status: 404,
    what: { zh: '这件事上没有通过系统打过电话。', en: 'Nobody has called about this matter yet.' },
    next: { zh: '请先发起通话。', en: 'Ask for a call first.' },
  },
  'relay.wrong-status': {
    status: 409,
    what: {
      zh: '上一次通话的结果还没有记录，或者已经记录过了。',
      en: 'What came of the last call is still to be said, or has been said already.',
    },
    next: {
      zh: '请刷新页面，先记录上一次通话的结果。',
      en: 'Reload the page, and say what came of the last call first.',
    },
  },
  'relay.not-yours': {
    status: 403,
    what: {
      zh: '现在不由您的岗位与本人通话。',
      en: 'It is not for your present post to call the person now.',
    },
    next: {
      zh: '由受理单位、正在办理的主办单位或者负责核实、回访的岗位联系。',
      en: 'The first receiver, the lead unit at work on it, or whoever verifies or calls back makes contact.',
    },
  },
  'relay.recused': {
    status: 403,
    what: {
      zh: '您在这件事上已经回避，不能与本人通话。',
      en: 'You are recused from this matter and may not call the person.',
    },
    next: { zh: '由本单位其他人联系。', en: 'Somebody else of your unit makes contact.' },
  },
  'relay.not-entered-late': {
    status: 422,
    what: { zh: '通话只能当时发起，不能补录。', en: 'A call is made now; it is not entered late.' },
    next: {
      zh: '以前打过的电话，请用“记录联系”补录。',
      en: 'A call made before is entered as a contact.',
    },
  },
  'relay.unknown-case': {
    status: 404,
    what: { zh: '没有这个事项。', en: 'There is no such case.' },
    next: { zh: '请从事项页面发起通话。', en: 'Call from the page of the case.' },
  },
  'relay.no-contact': {
    status: 422,
    what: {
      zh: '本人没有留下联系方式，或者已经销毁。',
      en: 'The person left no way to reach them, or it has been erased.',
    },
    next: {
      zh: '可以留言，本人凭回执码查进度时看到。',
      en: 'Leave a message: the person reads it on the page of their receipt.',
    },
  },
  'relay.too-often': {
    status: 429,
    what: {
      zh: '这件事今天已经通话 {times} 次，不能再打。',
      en: 'This matter has seen {times} calls today; that is all for one day.',
    },
    next: {
      zh: '请明天再联系，或者给本人留言。',
      en: 'Call tomorrow, or leave the person a message.',
    },
  },
};
