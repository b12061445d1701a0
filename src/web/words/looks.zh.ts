import { callsZh } from './calls.zh.ts';

/** Who looked at somebody's details, and what of it is told later. */
export const looksZh = {
  what: '每次打开本人的原话、联系方式、具体地址，都记在这里，本人凭回执码也看得到。',
  calls: callsZh,
  who: '谁查看过',
  none: '还没有人查看过个人信息。',
  back: '返回事项',
  field: {
    words: '原话',
    contact: '联系方式',
    place: '具体地址',
    call: '转接通话，没有看到号码',
    other: '办理中的其他文字',
  },
  holds: '暂缓告知',
  holdsWhat:
    '法律规定可以暂不告知的，由查看单位负责人申请，另一岗位同意。到期自动终止，终止后本人看到全部查看和暂缓的事实。',
  notOffered: '本地规则没有规定暂缓告知：每次查看都即时让本人看到。',
  asked: '已申请',
  held: '暂缓中',
  over: '已终止：',
  of: '{{unit}}的查看',
  waits: '等待{{post}}同意。',
  until: '申请到',
  notYours: '申请由经办单位负责人提出，由规则指定的岗位同意。',
  basis: '依据',
  basisRead: '本人事后会看到。',
  lastDay: '最后一天',
  lastDayRead: '到这一天结束时自动终止。',
  reason: '理由',
  reasonRead: '留在记录中，审计可查。',
  agreeMeans: '从现在起，该单位的查看暂不让本人看到，到期后全部显示。',
};
