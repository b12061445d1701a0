import type { ErrorCatalogue } from '../errors.ts';

/** What the doors themselves answer, before any process is asked. */
export const apiErrors: ErrorCatalogue = {
  'api.not-signed-in': {
    status: 401,
    what: {
      zh: '您尚未登录，或登录已过期。',
      en: 'You are not signed in, or your session has ended.',
    },
    next: {
      zh: '请登录后再办理；已填写的内容请先保留。',
      en: 'Sign in and try again. Keep what you have written.',
    },
  },
  'api.wrong-login': {
    status: 401,
    what: { zh: '登录名或密码不正确。', en: 'The login or the password is not right.' },
    next: {
      zh: '请核对后重试；仍不能登录的，请联系本单位系统管理员。',
      en: 'Check both and try again. If it still fails, ask the administrator of your institution.',
    },
  },
  'api.too-many-tries': {
    status: 429,
    what: { zh: '短时间内尝试次数过多。', en: 'There were too many tries in a short time.' },
    next: { zh: '请在 {seconds} 秒后再试。', en: 'Try again in {seconds} seconds.' },
  },
  'api.password-first': {
    status: 403,
    what: {
      zh: '您使用的是一次性密码，须先改成自己的密码。',
      en: 'Your password is a one-time password. Choose your own first.',
    },
    next: { zh: '请先修改密码，再办理其他事项。', en: 'Change it, then go on.' },
  },
  'api.published-password': {
    status: 403,
    what: {
      zh: '演示用的登录名，密码是公开的，不能修改。',
      en: 'The password of a demonstration login is published and stays as it is.',
    },
    next: { zh: '请用自己的登录名。', en: 'Use a login of your own.' },
  },
  'api.same-password': {
    status: 422,
    what: { zh: '新密码与原密码相同。', en: 'The new password is the old one.' },
    next: { zh: '请另设一个密码。', en: 'Choose another.' },
  },
  'api.too-many-changes': {
    status: 422,
    what: {
      zh: '一次最多变更 {limit} 个登录名，这里有 {count} 个。',
      en: 'At most {limit} logins are changed at once; here are {count}.',
    },
    next: { zh: '请分几次提交。', en: 'Send them in parts.' },
  },
  'api.too-many-streams': {
    status: 429,
    what: {
      zh: '这次登录已有 {limit} 个窗口在等候变化通知。',
      en: 'This sign-in has {limit} windows waiting for changes already.',
    },
    next: { zh: '请关闭不用的窗口。', en: 'Close the windows that are not needed.' },
  },
  'api.post-not-held': {
    status: 422,
    what: {
      zh: '没有人在任这个岗位，无从代班。',
      en: 'Nobody holds that post, so nobody can stand in for them.',
    },
    next: {
      zh: '请核对单位、岗位和科室；要增设岗位，请管理员在人员表中办理。',
      en: 'Check unit, role and office; an administrator makes new posts, in the sheet of staff.',
    },
  },
  'api.load-moved': {
    status: 409,
    what: {
      zh: '选择之后，单位手上的报到通知有了变化，现在是：{loads}。',
      en: 'What the units have in hand has changed since you chose; it is now: {loads}.',
    },
    next: { zh: '请看过现在的数字，再决定请谁。', en: 'Look at the present figures, then decide.' },
  },
  'api.no-such-seat': {
    what: {
      zh: '这个账号没有可担任“{seat}”的岗位，或已停用。',
      en: 'This login has no post that could be “{seat}”, or is disabled.',
    },
    next: { zh: '请从列表中选择。', en: 'Choose one from the list.' },
  },
  'api.not-your-post': {
    status: 403,
    what: { zh: '这个登录名没有该岗位。', en: 'This login does not hold that post.' },
    next: { zh: '请选择您名下的岗位。', en: 'Choose one of the posts you hold.' },
  },
  'api.not-allowed': {
    status: 403,
    what: {
      zh: '当前岗位（{role}）不能使用此项功能。',
      en: 'Your present post ({role}) may not use this.',
    },
    next: {
      zh: '请切换到有权限的岗位，或请有权限的岗位办理。',
      en: 'Switch to a post that may, or ask someone who holds one.',
    },
  },
  'api.other-origin': {
    status: 403,
    what: {
      zh: '这个请求来自其他网站，已被拒绝。',
      en: 'This request came from another site and was turned away.',
    },
    next: { zh: '请在本系统的页面上重新操作。', en: 'Do it again from a page of this system.' },
  },
  'api.not-found': {
    status: 404,
    what: { zh: '没有找到，或您无权知道。', en: 'It is not here, or not for you to know of.' },
    next: {
      zh: '请核对编号；如认为应当由您办理，请联系派单员。',
      en: 'Check the number. If you think it should be yours, ask the dispatcher.',
    },
  },
  'api.no-such-address': {
    status: 404,
    what: { zh: '没有这个地址。', en: 'There is no such address.' },
    next: { zh: '全部地址见 /api/openapi.json。', en: '/api/openapi.json lists every address.' },
  },
  'api.input': {
    status: 400,
    what: {
      zh: '填写的内容有误，没有办理，也没有保存。',
      en: 'Something in it is not right. Nothing was done or kept.',
    },
    next: {
      zh: '请按每一项的提示改正后重新提交。',
      en: 'Correct each field named and send it again.',
    },
  },
  'api.bad-file': {
    status: 422,
    what: { zh: '{problems} 文件没有采用。', en: '{problems} The file was not used.' },
    next: { zh: '请按提示改正后重新提交。', en: 'Mend what is named and send it again.' },
  },
  'api.number-of-orders': {
    status: 403,
    what: {
      zh: '“{system}”的工单只由{unit}的派单员读入工单表登记，没有登记。',
      en: 'Orders of “{system}” are registered by dispatchers of {unit} alone, from its sheets. Nothing was registered.',
    },
    next: {
      zh: '请去掉编号后登记；若是上级的工单，请交该单位读入。',
      en: 'Register it without the number; an order of theirs is for that unit to take in.',
    },
  },
  'api.moved-since-preview': {
    what: {
      zh: '预览之后，这一行或者它的事项有了变化，没有办理。',
      en: 'This line or its case has changed since the preview; nothing was done with it.',
    },
    next: { zh: '请重新预览后确认。', en: 'Preview the sheet again and confirm.' },
  },
  'api.not-json': {
    status: 400,
    what: { zh: '提交的内容不是有效的 JSON。', en: 'What was sent is not valid JSON.' },
    next: { zh: '请检查内容的格式后重新提交。', en: 'Check its form and send it again.' },
  },
  'api.media-type': {
    status: 415,
    what: { zh: '不接受这种格式的内容。', en: 'Content of this type is not taken here.' },
    next: { zh: '请以 application/json 提交。', en: 'Send it as application/json.' },
  },
  'api.too-large': {
    status: 413,
    what: {
      zh: '提交的内容过大，没有办理，也没有保存。',
      en: 'What was sent is too large. Nothing was done or kept.',
    },
    next: { zh: '请缩短后重新提交。', en: 'Shorten it and send it again.' },
  },
  'api.no-such-purpose': {
    status: 403,
    what: {
      zh: '此时您的岗位不能查看这项个人信息。',
      en: 'Your post may not look at this personal field at this point.',
    },
    next: {
      zh: '确需联系本人的，请由受理单位或者正在办理的主办单位联系。',
      en: 'If the person must be reached, let the unit that registered the request or the lead unit handling it do so.',
    },
  },
  'api.no-relay': {
    status: 422,
    what: {
      zh: '本机构没有接入电话交换机，不能转接通话。',
      en: 'This institution has set no telephone exchange, so that no call can be put through.',
    },
    next: {
      zh: '可以给本人留言，或者写明理由查看联系方式。',
      en: 'Leave the person a message, or look at how to reach them for a stated purpose.',
    },
  },
  'api.no-telephone': {
    status: 422,
    what: {
      zh: '本人没有留下可以拨打的电话，没有拨出。',
      en: 'The person left no telephone that can be called. Nothing was dialled.',
    },
    next: {
      zh: '可以给本人留言，或者写明理由查看其他联系方式。',
      en: 'Leave a message, or look at the other way to reach them for a stated purpose.',
    },
  },
  'api.call-refused': {
    status: 502,
    what: {
      zh: '电话交换机没有接受，没有拨出，不计次数。',
      en: 'The telephone exchange turned the call down. Nothing was dialled, and it is not counted.',
    },
    next: {
      zh: '请核对分机号后重试；仍不行的，联系本机构系统管理员，或者先留言。',
      en: 'Check your extension and try again. If it still fails, tell your administrator, or leave a message.',
    },
  },
  'api.exchange-unreached': {
    status: 502,
    what: {
      zh: '连接不上电话交换机，没有拨出，不计次数。',
      en: 'The telephone exchange was not reached. Nothing was dialled, and it is not counted.',
    },
    next: {
      zh: '请稍后重试，或者先给本人留言。',
      en: 'Try again later, or leave the person a message.',
    },
  },
  'api.erased': {
    status: 410,
    what: {
      zh: '这些个人信息已依规销毁，无法恢复。',
      en: 'This personal information was lawfully destroyed and cannot be brought back.',
    },
    next: {
      zh: '办理记录仍然完整，可以继续查看。',
      en: 'The record of the work is complete and can still be read.',
    },
  },
  'api.not-ready': {
    status: 503,
    what: {
      zh: '系统正在启动或者数据库暂时不可用。',
      en: 'The system is starting, or its database is out of reach for now.',
    },
    next: {
      zh: '请稍后重试；同一个请求重复提交不会重复办理。',
      en: 'Try again shortly. Sent again under the same key it is done only once.',
    },
  },
  'api.fault': {
    status: 500,
    what: {
      zh: '系统出现故障，故障编号 {reference}。',
      en: 'The system failed. Reference {reference}.',
    },
    next: {
      zh: '请稍后重试；仍不能办理的，请把编号告诉系统管理员。',
      en: 'Try again shortly. If it fails again, give the administrator the reference.',
    },
  },
  'api.reports-official': {
    status: 422,
    what: {
      zh: '检举控告公职人员的内容不在本系统登记，也不保存；这里只计一次数。',
      en: 'A report against an official is neither registered nor kept here. Only a count was made.',
    },
    next: { zh: '{nextPath}', en: '{nextPath}' },
  },
  unknown: {
    what: { zh: '没有办理：{code}。', en: 'It was not done: {code}.' },
    next: { zh: '请把这个代码告诉系统管理员。', en: 'Give the administrator this code.' },
  },
};
