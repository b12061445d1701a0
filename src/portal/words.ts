import type { Lang, Text } from '../contract/common.ts';

/** What the portal says beside the product's common words: plain, short, to one person at a time. */
const t = (zh: string, en: string): Text => ({ zh, en });

export const words = {
  service: t('诉求服务', 'request service'),
  skip: t('跳到正文', 'Skip to main content'),
  largePrint: t('大字', 'Large print'),
  normalPrint: t('标准字', 'Standard print'),
  otherLanguage: t('English', '中文'),
  home: t('首页', 'Home'),
  footer: t(
    '请不要填写国家秘密。您的姓名、电话和原话加密保存，只有办理需要时才会被查看，每次查看都有记录，您可以看到。',
    'Please enter no state secrets. Your name, telephone and words are stored encrypted, are opened only when the work needs it, and every look is recorded for you to see.',
  ),
  demo: t(
    '演示区：这里的诉求都是虚构的。',
    'Demonstration district: every request here is invented.',
  ),
  demoGuide: t('以什么身份登录、先看什么', 'Whom to sign in as and what to see first'),

  closedTitle: t('这里不提供网上查询', 'Not followed on the web here'),
  closedAsk: t('办理进度请询问：', 'To learn how your matter stands, ask'),
  stop: t('。', '.'),

  homeTitle: t('有什么事需要解决？', 'What needs to be solved?'),
  sayOne: t('说一件事', 'Say something'),
  sayOneHint: t(
    '大约三分钟。不用注册，可以不留姓名。',
    'About three minutes. No account; you need not give your name.',
  ),
  followOne: t('用回执码查进度', 'Follow with a receipt code'),
  otherWays: t('也可以这样说', 'Other ways'),
  otherPhone: t('打电话', 'Telephone'),
  otherHall: t('到最近的大厅，当面说', 'Come to a hall and say it in person'),
  otherHelp: t(
    '请人代办：家人、邻居、社区工作者都可以替您说、替您查。',
    'Ask someone to do it for you: a relative, a neighbour or a community worker may say it and follow it for you.',
  ),
  allHalls: t('全部大厅和电话', 'All halls and telephones'),
  myRights: t('我的权利', 'My rights'),
  continue: t('继续', 'Continue'),
  back: t('返回上一步', 'Back'),
  yes: t('是', 'Yes'),
  no: t('不是', 'No'),
  none: t('没有', 'None'),
  errorTitle: t('有一处需要改正', 'There is a problem'),
  errorPrefix: t('错误：', 'Error: '),

  dangerTitle: t('现在有人处在危险中吗？', 'Is anyone in danger right now?'),
  dangerHint: t(
    '例如火灾、有人受伤、正在发生的暴力。',
    'For example a fire, an injury, violence happening now.',
  ),
  dangerError: t('请选择现在有没有人处在危险中。', 'Choose whether anyone is in danger now.'),
  dangerCall: t('请先打电话', 'Please call first'),
  dangerCallHint: t(
    '网上提交不会派出救援。请现在就拨打下面的电话；打完以后，可以回来把其余的事告诉我们。',
    'Sending this page does not send help. Please call one of these numbers now; afterwards you can come back and tell us the rest.',
  ),
  dangerCalled: t('已经打过电话，还有事要说', 'I have called, and there is more to say'),

  officialTitle: t(
    '您要举报公职人员违纪违法吗？',
    'Do you want to report wrongdoing by an official?',
  ),
  officialHint: t(
    '举报走法定渠道，更能保护您。反映一件事没办好，不算举报，请选“不是”。',
    'Such reports go by a statutory channel that protects you better. A matter handled badly is not such a report: choose "No".',
  ),
  officialError: t('请选择是不是举报公职人员。', 'Choose whether you report an official.'),
  officialChannelTitle: t('请通过法定渠道举报', 'Please report by the statutory channel'),
  officialChannelHint: t(
    '这里不登记、也不保存举报内容。我们只记下有一次这样的指引，没有记下您是谁、说了什么。',
    'Nothing is registered or kept here. We only count that this direction was given once: not who you are, nor what you said.',
  ),
  officialOther: t('我还有别的事要说', 'I have something else to say'),

  whatTitle: t('发生了什么？', 'What happened?'),
  whatHint: t(
    '用您自己的话说就行。例如：“牛山路路口的路灯三天不亮了，晚上老人看不清台阶。”',
    'In your own words. For example: "The street light at the Niushan Road junction has been out for three days, and old people cannot see the steps."',
  ),
  whatPrivacy: t(
    '这一栏请不要写姓名和电话，后面会单独问。',
    'Please leave names and telephone numbers out here; we ask for them apart.',
  ),
  whatError: t('请写下发生了什么。', 'Write what happened.'),
  whatLong: t('最多 5000 个字，请缩短。', 'At most 5,000 characters: please shorten it.'),
  kindLegend: t('这是一件', 'This is a'),

  whereTitle: t('在哪里？', 'Where is it?'),
  whereUnit: t('社区或街道', 'Community or street'),
  whereUnitHint: t('不确定就选街道。', 'Not sure? Choose the street.'),
  whereUnitError: t('请选择社区或街道。', 'Choose a community or a street.'),
  whereDetail: t('地址或附近的标志', 'Address or a landmark nearby'),
  whereChoose: t('请选择', 'Choose'),
  wholeStreet: t('（整个街道）', '(the whole street)'),

  contactTitle: t('怎么联系您？', 'How can we reach you?'),
  contactHint: t(
    '可以不填。填了电话，办理人员会先联系您、办完再问您；不填，就用回执码自己查。',
    'You may leave this empty. With a telephone number, the handlers contact you first and ask you afterwards; without, follow it yourself with the receipt code.',
  ),
  contactName: t('怎么称呼您', 'What to call you'),
  contactPhone: t('电话', 'Telephone'),
  contactPhoneHint: t('只用于这一件事。', 'Used for this matter only.'),
  contactPhoneError: t(
    '电话里有不能识别的字，请检查。',
    'The telephone number has characters we cannot read.',
  ),
  contactPhoneShort: t(
    '电话号码不完整，请检查位数。',
    'The telephone number is too short. Please check its digits.',
  ),
  contactWho: t('谁来跟进这件事？', 'Who will follow this matter?'),
  contactSelf: t('我自己', 'I will'),
  contactRelative: t('我替家人说，我来跟进', 'I speak for a relative and will follow it'),
  contactHelper: t(
    '我替别人说（邻居、社区工作者等）',
    'I speak for someone else (neighbour, community worker, ...)',
  ),
  contactConfidential: t(
    '不要让被反映的单位看到我的原话',
    'Do not show my own words to the unit I complain about',
  ),

  checkTitle: t('请核对后提交', 'Check before you send'),
  checkChange: t('修改', 'Change'),
  checkNothing: t('没有填写', 'Not given'),
  checkSend: t('提交这件事', 'Send this request'),

  receiptTitle: t('已经收到', 'We have it'),
  receiptCode: t('您的回执码', 'Your receipt code'),
  receiptKeep: t(
    '请抄下来或拍下来。谁有这个码，谁就能查看和回复这件事。',
    'Write it down or photograph it. Whoever has this code can follow and answer this matter.',
  ),
  receiptNext: t('接下来', 'What happens next'),
  receiptBy: t('受理单位', 'Received by'),
  receiptPrint: t('打印回执', 'Print the slip'),
  receiptQr: t('扫码查进度', 'Scan to follow'),
  receiptFollow: t('查看进度', 'Follow it'),

  followTitle: t('用回执码查进度', 'Follow with a receipt code'),
  followHint: t(
    '12 位字母和数字，印在回执上。大小写、空格都可以。',
    'Twelve letters and digits, printed on your slip. Capitals and spaces do not matter.',
  ),
  followButton: t('查看', 'Follow'),
  followError: t('请输入 12 位回执码。', 'Enter the twelve-character receipt code.'),
  followUnknown: t(
    '没有找到这个回执码。请对照回执再看一遍：没有字母 I、L、O、U。',
    'No request has this code. Compare it with your slip: there is no I, L, O or U in it.',
  ),
  followLeave: t('退出查看', 'Leave'),

  matterTitle: t('您的事办到哪一步了', 'Where your matter stands'),
  nextThing: t('下一步', 'Next'),
  nothingNext: t('这件事已经结束。', 'This matter has ended.'),
  whyDate: t('为什么是这个时间？', 'Why this date?'),
  whoHas: t('谁在负责', 'Who has it'),
  calledTitle: t('请来一起办的单位', 'Called to help'),
  whyThem: t('为什么由他们负责', 'Why them'),
  callThem: t('电话', 'Telephone'),
  yourWords: t('您说的话', 'What you said'),
  wordsErased: t(
    '保存期已满，原话已经销毁。',
    'The retention period is over; the words have been destroyed.',
  ),
  recordTitle: t('您的信息：保存、同意、下载', 'Your information: kept, agreed to, yours to take'),
  keptTitle: t('保存到什么时候', 'How long it is kept'),
  keptAtWork: t(
    '事情还在办理，所说的话一直加密保存；办结以后才开始计算保存期限。',
    'The matter is in hand and what you said is kept encrypted; the time it is kept is counted from its end.',
  ),
  consentTitle: t('您同意过和要求过的', 'What you agreed to and asked for'),
  copyTitle: t('拿走一份', 'Take a copy'),
  copyHint: t(
    '这一件诉求上保存的全部内容。下载会记入“谁看过我的信息”。',
    'Everything held on this one request. Taking it is noted under “Who has seen my details”.',
  ),
  copyRead: t('打开可以打印的一页', 'Open one page to read or print'),
  copyMachine: t('下载数据文件（JSON）', 'Download the data (JSON)'),
  heldTitle: t('这件诉求上保存的全部内容', 'Everything held on this request'),
  wishTitle: t('请求销毁', 'Ask to be erased'),
  wishHint: t(
    '法律规定的保存期限没有到，不能提前销毁；您会收到说明理由和日期的答复。',
    'It cannot be erased before the time the law sets; you will be answered with the reason and the date.',
  ),
  wishWords: t('想说明的话', 'Anything you want to say'),
  wishButton: t('提出请求', 'Send this'),
  wishWaits: t('已经收到，正在答复。', 'Received; the answer is on its way.'),
  receivedOn: t('收到日期', 'Received'),
  erasedStays: t(
    '只留下办理的记录：哪个单位、什么时间、做了什么。里面没有您的姓名、联系方式和原话。',
    'What stays is the record of the work: which office did what, and when. Your name, contacts and words are not in it.',
  ),
  soFar: t('到现在为止', 'So far'),
  lateEntry: t('补录', 'entered later'),
  provisional: t('暂定', 'provisional'),
  reply: t('答复', 'The reply'),
  addTitle: t('补充说明', 'Add something'),
  addHint: t(
    '原来说的话不会改变，补充的话放在后面。',
    'What you said first stays as it is; this is put beside it.',
  ),
  addButton: t('补充', 'Add this'),
  disagreeTitle: t('我不同意', 'I disagree'),
  disagreeHint: t(
    '您的话会原样保存在答复旁边。',
    'Your words are kept as they are, beside the reply.',
  ),
  disagreeButton: t('记下不同意见', 'Record my disagreement'),
  withdrawTitle: t('撤回这件事', 'Withdraw this request'),
  withdrawWords: t('为什么撤回', 'Why you withdraw it'),
  withdrawHint: t(
    '只有您能撤回。撤回后不再办理，记录会保留。',
    'Only you can do this. The work stops; the record remains.',
  ),
  withdrawButton: t('撤回', 'Withdraw'),
  reopenTitle: t('没有解决，请重新办理', 'It is not fixed: reopen it'),
  reopenHint: t('告诉我们哪里还没有解决。', 'Tell us what is still not fixed.'),
  reopenButton: t('请重新办理', 'Reopen'),
  supportsTitle: t('给我的帮扶', 'Support for me'),
  supportsFree: t(
    '要不要由您决定。不要，不影响您这件事的办理、时限和答复，也不会有人问您为什么。',
    'It is yours to decide. Refusing changes nothing else: not your matter, not its dates, not its answer; and nobody asks you why.',
  ),
  supportsNone: t('还没有提出帮扶。', 'No support has been offered.'),
  supportAsks: t('需要什么', 'What is asked for'),
  supportAsksAfter: t(
    '您同意以后才会核实，只用于这一项，与其他事分开保存。',
    'Asked for only after you agree, for this support alone, and kept apart from everything else.',
  ),
  supportNoHarm: t('同意以后，随时可以撤回。', 'After you agree you can take it back at any time.'),
  supportAwaits: t('等您答复', 'Waiting for your answer'),
  supportAgreed: t('您已同意，等待兑现', 'You agreed; it is on its way'),
  supportArrived: t('已兑现，等您确认', 'Delivered; did it come?'),
  supportGot: t('您已确认收到', 'You said that it came'),
  supportUnsaid: t('已兑现', 'Delivered'),
  supportRefused: t('您不需要', 'You did not want it'),
  supportLapsed: t('期满自行终止', 'Its time ran out'),
  supportRevoked: t('您已撤回同意', 'You took your agreement back'),
  supportTakenBack: t('提出单位已撤回', 'The unit took its offer back'),
  supportCannot: t('不能提供', 'It cannot be given'),
  supportAgree: t('同意', 'Yes, I agree'),
  supportRefuse: t('不需要', 'No, thank you'),
  supportRevoke: t('撤回同意', 'Take my agreement back'),
  supportCame: t('收到了', 'It came'),
  supportNot: t('没有收到', 'It did not come'),
  petitionTitle: t('信访事项', 'Your petition'),
  petitionWords: t('您想说的话', 'What you want to say'),
  reviewTitle: t('请上一级再看一次', 'Ask the unit above to look again'),
  reviewHint: t(
    '收到书面意见之日起三十日内可以提出，不用说理由。上一级在三十日内书面答复您。过了期限提出的，也会书面告诉您原因和还能怎么办。',
    'Within thirty days of receiving the written opinion; you need give no reason. The unit above answers in writing within thirty days. Asked later, you are told in writing why not and what is left.',
  ),
  factsTitle: t('我有新的事实和理由', 'I have new facts or reasons'),
  factsHint: t(
    '由没有经手过的另一个人核对，十五日内书面告诉您结果。',
    'Somebody who had no part in it looks, and you are told in writing within fifteen days.',
  ),
  withdrawPetitionTitle: t('撤回信访事项', 'Withdraw the petition'),
  withdrawPetitionHint: t(
    '只有您能撤回。撤回后信访事项不再办理，您原来的诉求照常办理。',
    'Only you can do this. The petition ends; your request itself goes on.',
  ),
  looksTitle: t('谁看过我的信息', 'Who has seen my details'),
  looksNone: t(
    '还没有人查看过您的联系方式和地址。',
    'Nobody has looked at your contact details or address.',
  ),
  looksDelayed: t('依法暂缓告知', 'told later, by law'),
  looksBasis: t('依据', 'Basis'),
  looksPurpose: t('用途', 'Purpose'),
  textNeeded: t('请写几句话。', 'Please write a few words.'),

  solvedTitle: t('这件事解决了吗？', 'Was it solved?'),
  solvedYes: t('解决了', 'Yes'),
  solvedPartly: t('解决了一部分', 'Partly'),
  solvedNo: t('没有解决', 'No'),
  solvedNotContacted: t('没有人联系过我', 'I was not contacted'),
  solvedError: t('请选择一项。', 'Choose one.'),
  heardTitle: t('办理的人认真听您说了吗？', 'Did the people handling it listen to you?'),
  heardYes: t('听了', 'Yes'),
  heardNo: t('没有', 'No'),
  solvedWords: t('还想说什么', 'Anything else'),
  solvedButton: t('提交回答', 'Send my answer'),

  askedTitle: t('回访', 'Callback'),
  askedInvite: t(
    '事情办结以后，想请您说说结果怎么样。问您的不是办理这件事的单位，他们也不知道问了您。',
    'Now that it is closed, please tell us how it went. Whoever asks did not handle it, and those who did are not told that you were asked.',
  ),
  askedMissed: t(
    '我们打过电话，没有联系上您。您可以在这里回答。',
    'We telephoned and did not reach you. You can answer here.',
  ),
  askedAnswered: t(
    '电话里已经记过一次。您自己填写的以您的为准。',
    'A call wrote something down already. What you enter yourself stands above it.',
  ),
  askedButton: t('回答', 'Answer'),
  askedHint: t(
    '不想回答的可以不答，不影响您的任何权利。',
    'You need not answer; it changes none of your rights.',
  ),
  askedYes: t('是', 'Yes'),
  askedPartly: t('部分', 'Partly'),
  askedNo: t('否', 'No'),
  askedNone: t('不想回答', 'I would rather not say'),
  askedWords: t('还想说什么', 'Anything else'),
  askedWordsHint: t(
    '您说没有解决的，事情会重新办理。',
    'Where you said that it is not solved, it is reopened.',
  ),
  askedShare: t('办理的单位可以看这段话吗？', 'May the unit that handles it read these words?'),
  askedShareNo: t('不可以', 'No'),
  askedShareYes: t('可以', 'Yes'),
  recheckInvite: t(
    '这件事解决有一段时间了，想请您说说有没有反复。',
    'Some time has passed since it was fixed. Please tell us whether it has held.',
  ),
  recheckTitle: t('现在怎么样了？', 'How is it now?'),
  pressureTitle: t('有人要求我打好评', 'I was pressed to answer well'),
  pressureHint: t(
    '谁、什么时候、怎么说的。这段话只给与此事无关的督办员看，办理的单位看不到。',
    'Who, when, what they said. Only a supervisor who had no hand in it reads this; the unit that handled it does not.',
  ),
  pressureButton: t('反映', 'Report this'),
  pressureTold: t('您反映的施压', 'The pressure you reported'),
  pressureWaiting: t(
    '督办员正在核实，结果会写在这里。',
    'A supervisor is looking into it; what is done will stand here.',
  ),
  pressureDone: t('处理情况：', 'What was done:'),

  standsStill: t('计时中止', 'the clock stands still'),
  sameMatter: t('一起办的同一件事', 'the same matter it was joined to'),
  message: t('给您的留言', 'A message for you'),
  summary: t('写给承办单位的摘要', 'Summary for the units at work on it'),
  changed: t(
    '这件事刚刚有了新进展，请先看一看，再决定要不要提交。您写的话还在下面。',
    'Something new has just happened. Please look at it first. What you wrote is kept below.',
  ),
  done: t('已经记下。', 'Recorded.'),
  printed: t('打印', 'Print'),
  notFoundTitle: t('没有这个页面', 'There is no such page'),
  notFoundHint: t('请检查网址，或者回到首页。', 'Check the address, or go back to the home page.'),
  faultTitle: t('出了问题', 'Something went wrong'),
  faultHint: t(
    '不是您的错。您写的内容没有提交成功，请稍后再试，或者打电话。',
    'It is not your fault. What you wrote was not sent. Please try again later, or telephone.',
  ),
  tooMany: t(
    '试得太快了。请过一分钟再试，或者打电话。',
    'Too many tries. Please wait a minute, or telephone.',
  ),
} as const;

export type Word = keyof typeof words;

export const sayer =
  (lang: Lang) =>
  (word: Word): string =>
    words[word][lang];

/** A field's label where it may stay empty. */
export const optional = (lang: Lang, label: string): string =>
  lang === 'zh' ? `${label}（选填）` : `${label} (optional)`;
