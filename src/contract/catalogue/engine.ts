import type { ErrorCatalogue } from '../errors.ts';

/** What the engine refuses, whatever the process. */
export const engineErrors: ErrorCatalogue = {
  'engine.changed-since-seen': {
    what: {
      zh: '您打开之后，事项又有了新的进展，本次没有办理。',
      en: 'The case has moved on since you opened it. Nothing was done.',
    },
    next: {
      zh: '请刷新后查看新进展，再决定是否办理。',
      en: 'Reload, read what is new, and decide again.',
    },
  },
  'engine.key-reused': {
    status: 422,
    what: {
      zh: '同一个防重复编号已用于另一份内容。',
      en: 'This idempotency key was already used for something else.',
    },
    next: { zh: '新的办理请换一个新的编号。', en: 'Use a new key for a new act.' },
  },
  'engine.bad-key': {
    status: 400,
    what: {
      zh: '防重复编号为空或者超过 {limit} 个字符。',
      en: 'The idempotency key is empty or longer than {limit} characters.',
    },
    next: { zh: '请换一个编号重新提交。', en: 'Send it again under another key.' },
  },
  'engine.bad-stream': {
    status: 404,
    what: { zh: '没有这个编号。', en: 'There is no such number.' },
    next: { zh: '请核对编号。', en: 'Check the number.' },
  },
  'engine.no-such-stream': {
    status: 404,
    what: { zh: '没有这个编号。', en: 'There is no such number.' },
    next: { zh: '请核对编号。', en: 'Check the number.' },
  },
  'engine.bad-text': {
    status: 400,
    what: {
      zh: '文字中含有无法保存的字符，没有办理。',
      en: 'The text has a character that cannot be kept. Nothing was done.',
    },
    next: { zh: '请删去后重新输入。', en: 'Delete it and type it again.' },
  },
  'engine.too-long': {
    status: 413,
    what: {
      zh: '“{field}”超过 {limit} 个字符，没有办理。',
      en: '“{field}” is longer than {limit} characters. Nothing was done.',
    },
    next: { zh: '请缩短后重新提交。', en: 'Shorten it and send it again.' },
  },
  'engine.too-large': {
    status: 413,
    what: { zh: '内容过大，没有办理。', en: 'It is too large. Nothing was done.' },
    next: { zh: '请缩短后重新提交。', en: 'Shorten it and send it again.' },
  },
  'engine.in-the-future': {
    status: 422,
    what: {
      zh: '发生时间还没有到。',
      en: 'The time it is said to have happened has not come yet.',
    },
    next: { zh: '请填写实际发生的时间。', en: 'Give the time at which it really happened.' },
  },
  'engine.version-missing': {
    status: 400,
    what: { zh: '没有说明您看到的是哪一个版本。', en: 'It was not said which version you saw.' },
    next: { zh: '请刷新页面后重新办理。', en: 'Reload the page and do it again.' },
  },
  'engine.alias-taken': {
    what: {
      zh: '这个外部编号已登记在另一个事项上。',
      en: 'Another case carries this external number already.',
    },
    next: {
      zh: '请查找已有事项；确是同一事项的，不要重复登记。',
      en: 'Look for the case that has it. If it is the same matter, do not register it twice.',
    },
  },
  'engine.limit-reached': {
    what: { zh: '已达到上限（{name}）。', en: 'A limit is reached ({name}).' },
    next: {
      zh: '请等待有空余，或者由有权限的岗位安排先后。',
      en: 'Wait until there is room, or let a post that may set priorities decide.',
    },
  },
  'engine.text-erased': {
    status: 410,
    what: {
      zh: '个人信息已依规销毁，不能再补充或者引用。',
      en: 'The personal texts were lawfully destroyed; nothing can be added to or copied from them.',
    },
    next: { zh: '请作为新的诉求登记。', en: 'Register a new request.' },
  },
  'engine.reaction-failed': {
    status: 500,
    what: {
      zh: '系统的后续步骤出现故障，等待人工处理。',
      en: 'A step of the system failed and waits for a human.',
    },
    next: { zh: '请系统管理员查看原因。', en: 'The administrator has to look into it.' },
  },
};
