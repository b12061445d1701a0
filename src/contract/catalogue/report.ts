import type { ErrorCatalogue } from '../errors.ts';

/** Refusals about reports against officials, and about the keys of the sealed desk. */
export const reportErrors: ErrorCatalogue = {
  'report.unknown': {
    status: 404,
    what: { zh: '没有这件检举控告。', en: 'There is no such report.' },
    next: { zh: '请从专管台打开。', en: 'Open it from the sealed desk.' },
  },
  'report.exists': {
    what: { zh: '这件检举控告已经收到。', en: 'This report was received already.' },
    next: { zh: '请用回执码查看。', en: 'Follow it with its receipt code.' },
  },
  'report.wrong-status': {
    what: {
      zh: '现在是“{status}”，此时不能“{command}”。',
      en: 'It is at “{status}”; “{command}” cannot be done at this point.',
    },
    next: { zh: '请刷新页面。', en: 'Reload the page.' },
  },
  'report.not-yours': {
    status: 403,
    what: {
      zh: '“{command}”只由专管台的专管员本人办理，不能代班，也不能代录。',
      en: '“{command}” is for an officer of the sealed desk in person: nobody stands in, and nobody enters it for them.',
    },
    next: { zh: '请由专管员办理。', en: 'Let an officer of the desk do it.' },
  },
  'report.recused': {
    status: 403,
    what: {
      zh: '您已就此件申报回避，不能查看或办理。',
      en: 'You have declared an interest in this report and may neither read nor act.',
    },
    next: { zh: '请由另一名专管员办理。', en: 'Another officer of the desk goes on with it.' },
  },
  'report.not-entered-late': {
    status: 400,
    what: {
      zh: '“检举控告”的每一步以录入时刻为准，不能补录。',
      en: 'Every step of a report happens when it is entered and cannot be dated back.',
    },
    next: { zh: '请不填发生时间，直接办理。', en: 'Leave the time empty and do it now.' },
  },
  'report.not-offered': {
    what: {
      zh: '本机构不在这里接收检举控告。',
      en: 'This institution takes no reports against officials here.',
    },
    next: { zh: '请通过法定渠道举报。', en: 'Please report by the statutory channel.' },
  },
  'report.no-key': {
    what: { zh: '没有可以加密的密钥。', en: 'There is no key to encrypt it to.' },
    next: { zh: '请通过法定渠道举报。', en: 'Please report by the statutory channel.' },
  },
  'report.key-not-in-force': {
    what: {
      zh: '专管台的密钥刚刚有变动，您的话没有保存。',
      en: 'The keys of the desk have just changed; nothing of what you told was kept.',
    },
    next: { zh: '请再提交一次。', en: 'Please send it once more.' },
  },
  'report.interest-undeclared': {
    status: 422,
    what: {
      zh: '拆阅登记须确认与所反映的人和事没有利害关系。',
      en: 'Whoever takes a report in confirms that they have no interest in it.',
    },
    next: { zh: '有利害关系的，请申报回避。', en: 'If you have one, declare it.' },
  },
  'report.not-a-channel': {
    status: 422,
    what: {
      zh: '规则库没有规定向这个渠道移送。',
      en: 'The rulebook does not name this channel for handing over.',
    },
    next: { zh: '请从列出的法定渠道中选择。', en: 'Choose one of the channels listed.' },
  },
  'report.unknown-answer': {
    status: 422,
    what: { zh: '没有这种答复。', en: 'There is no such answer.' },
    next: { zh: '请从列出的答复中选择。', en: 'Choose one of the answers listed.' },
  },
  'report.clock-not-due': {
    what: { zh: '时限“{clock}”尚未到期。', en: 'The clock “{clock}” is not due.' },
    next: { zh: '无需操作。', en: 'There is nothing to do.' },
  },
  'report.nothing-to-recompute': {
    what: {
      zh: '没有按日历“{calendar}”待重算的时限。',
      en: 'No clock waits for the calendar “{calendar}”.',
    },
    next: { zh: '无需操作。', en: 'There is nothing to do.' },
  },
  'report.desk-closed': {
    what: { zh: '这里不接收检举控告。', en: 'Reports against officials are not taken here.' },
    next: { zh: '请通过法定渠道举报。', en: 'Please report by the statutory channel.' },
  },
  'report.desk-in-line': {
    what: {
      zh: '专管台与您反映的单位是同一单位，或者有上下级关系，不接收这件检举控告，也没有保存您说的话。',
      en: 'The desk is in the unit you named, above it or beneath it. It does not take this report, and nothing of what you told was kept.',
    },
    next: { zh: '请通过法定渠道举报。', en: 'Please report by the statutory channel.' },
  },
  'desk-key.unknown': {
    status: 404,
    what: { zh: '没有这个密钥。', en: 'There is no such key.' },
    next: { zh: '请从密钥页打开。', en: 'Open it from the page of keys.' },
  },
  'desk-key.exists': {
    what: { zh: '这个密钥已经登记。', en: 'This key was offered already.' },
    next: { zh: '请刷新密钥页。', en: 'Reload the page of keys.' },
  },
  'desk-key.wrong-status': {
    what: { zh: '密钥现在是“{status}”。', en: 'The key is at “{status}”.' },
    next: { zh: '请刷新密钥页。', en: 'Reload the page of keys.' },
  },
  'desk-key.not-yours': {
    status: 403,
    what: {
      zh: '“{command}”只由专管员本人办理；核对和停用也可由审计员办理。',
      en: '“{command}” is for an officer of the sealed desk in person; to compare and to retire, for an auditor as well.',
    },
    next: { zh: '请由专管员或者审计员办理。', en: 'Let an officer or an auditor do it.' },
  },
  'desk-key.not-entered-late': {
    status: 400,
    what: {
      zh: '密钥的登记、核对和停用以录入时刻为准。',
      en: 'Keys are offered, agreed to and retired when it is entered.',
    },
    next: { zh: '请不填发生时间，直接办理。', en: 'Leave the time empty and do it now.' },
  },
  'desk-key.not-offered': {
    what: {
      zh: '本机构的规则库没有专管台。',
      en: 'This institution’s rulebook has no sealed desk.',
    },
    next: {
      zh: '需要的，由规则编辑提出新版规则库。',
      en: 'A rule editor can propose a rulebook that has one.',
    },
  },
  'desk-key.own-key': {
    status: 403,
    what: {
      zh: '登记密钥的人不能自己核对同意。',
      en: 'Whoever offered a key does not also agree to it.',
    },
    next: {
      zh: '请另一名专管员或者审计员当面核对指纹。',
      en: 'Let another officer or an auditor compare the fingerprint with you.',
    },
  },
  'desk-key.other-fingerprint': {
    status: 422,
    what: {
      zh: '您输入的指纹与登记的密钥不一致。',
      en: 'The fingerprint you entered is not that of the key that was offered.',
    },
    next: {
      zh: '请与登记的专管员当面再核对一次；仍不一致的，不要同意，并停用这个密钥。',
      en: 'Compare it with the officer once more. If it still differs, do not agree: retire the key.',
    },
  },
  'desk-key.unknown-reason': {
    status: 422,
    what: { zh: '没有这种停用原因。', en: 'There is no such reason.' },
    next: { zh: '请从列出的原因中选择。', en: 'Choose one of the reasons listed.' },
  },
  'api.not-a-public-key': {
    status: 422,
    what: { zh: '这不是一个可用的公钥。', en: 'This is not a public key that can be used.' },
    next: { zh: '请在密钥页重新生成。', en: 'Make one on the page of keys.' },
  },
};
