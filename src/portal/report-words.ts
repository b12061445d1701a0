import type { Lang, Text } from '../contract/common.ts';

/** What the pages of the sealed desk say: who can read it, and what stays uncertain, in plain words. */
const t = (zh: string, en: string): Text => ({ zh, en });

const words = {
  choiceTitle: t('您可以这样举报', 'How you can report'),
  channelHead: t('一、直接向法定机关举报', '1. Directly to the statutory body'),
  deskHead: t('二、写给本地的专管台', '2. In writing to the sealed desk here'),
  deskWho: t(
    '内容提交时即加密，只有专管台的专管员能解开。系统管理员和其他单位都看不到。不用留姓名和电话。',
    'What you write is encrypted as you send it, and only the officers of the desk can open it. System administrators and other units cannot. No name and no telephone are asked.',
  ),
  deskWrite: t('写给专管台', 'Write to the sealed desk'),
  deskHas: t('专管台设在', 'The desk is at'),

  formTitle: t('您要举报什么？', 'What do you want to report?'),
  formHint: t(
    '谁、什么时候、在哪里、做了什么，知道多少写多少。例如：“某科的某人 3 月收了施工队的钱，才给验收。”请不要填写国家秘密。',
    'Who, when, where, and what was done; as much as you know. For example: "Somebody of that section took money from the builders in March before he approved their work." Please enter no state secrets.',
  ),
  formUnit: t('反映的是哪个单位的人？', 'Of which unit is the person?'),
  formUnitHint: t(
    '选了，专管台与它有上下级关系的，我们当场请您改走法定渠道；不选，我们就无从知道。您选的单位和您的话一起加密，不单独保存。',
    'If the desk stands above or beneath that unit, we send you at once to the statutory channel; if you name none, we cannot know. The unit is encrypted with your words and kept nowhere else.',
  ),
  formUnitNone: t('不说，或不在名单里', 'I would rather not say, or it is not listed'),
  formSend: t('加密并提交', 'Encrypt and send'),
  formError: t('请写下您要举报的事。', 'Write what you want to report.'),
  formLong: t('最多约 4000 个字，请缩短。', 'At most about 4,000 characters: please shorten it.'),
  safetyTitle: t('能保护什么，不能保护什么', 'What is protected, and what is not'),
  safety: t(
    '您的话在服务器的内存里停留片刻，随即加密保存；服务器上没有能解开它的钥匙。管理这台机器的人可以改动程序，所以要紧的事，也可以直接找法定机关。请不要用单位的电脑和网络。',
    'Your words are in the server’s memory for a moment and are kept encrypted; no key on the server opens them. Whoever runs the machine could change the program, so with what is grave you may rather turn to the statutory body. Do not use a computer or network of your office.',
  ),
  keysTitle: t('为哪些密钥加密', 'To which keys it is encrypted'),
  keysHint: t(
    '每个密钥由一名专管员登记，另一人当面核对过指纹：',
    'Each was offered by one officer of the desk and compared in person by somebody else. Fingerprints:',
  ),

  receiptTitle: t('已经加密收下', 'Encrypted and received'),
  receiptKeep: t(
    '请抄下来，不要和别的材料放在一起。只有凭这个码能看到办到哪一步、谁拆阅过、还能补充。码丢了无法补办，因为我们不知道您是谁。',
    'Write it down and keep it apart from other papers. Only with this code can you see where it stands and who opened it, and add to it. It cannot be issued again: we do not know who you are.',
  ),
  receiptAgain: t(
    '这一页先前已经提交过，保存的是第一次提交的内容。这次如有不同，请用下面的链接补充。',
    'This page had been sent before, and what was sent first is what was kept. If it differs this time, please add it by the link below.',
  ),
  receiptFollow: t('查看和补充', 'Follow it, and add to it'),

  pageTitle: t('您的检举控告办到哪一步了', 'Where your report stands'),
  standReceived: t(
    '已经收到，等待专管员拆阅。',
    'Received; an officer of the desk has yet to open it.',
  ),
  standLooked: t(
    '专管员已经拆阅，正在决定移送还是答复。',
    'An officer has opened it and is deciding whether to hand it over or to answer.',
  ),
  standOver: t('已经移送有权机关：', 'Handed over to the competent body:'),
  dueLook: t('应当拆阅。', 'an officer should have opened it.'),
  dueSettle: t('应当移送或者答复。', 'it should have been handed over or answered.'),
  late: t(
    '专管台已经逾期。您可以不等它，直接向下面的法定渠道反映。',
    'The desk is late. You need not wait for it: you may turn to the statutory channel below.',
  ),
  wordsTitle: t('您说的话', 'What you told'),
  wordsSealed: t(
    '已经加密，这里也打不开。共提交过的次数：',
    'Encrypted; this page cannot open it either. Times you told something:',
  ),
  lineReceived: t('收到', 'Received'),
  lineAdded: t('您作了补充', 'You added to it'),
  lineTaken: t('专管员拆阅登记', 'An officer took it in'),
  lineInterest: t(
    '一名专管员申报回避，不再查看和办理',
    'An officer declared an interest and neither reads nor handles it any more',
  ),
  lineLate: t('到期而没有办', 'A promise fell due and was not kept'),
  lineOver: t('移送', 'Handed over'),
  lineAnswered: t('作出答复', 'Answered'),
  openedTitle: t('谁拆阅过', 'Who has opened it'),
  openedNone: t('还没有人拆阅。', 'Nobody has opened it yet.'),
  channelTitle: t('法定渠道', 'The statutory channel'),
  addTitle: t('补充', 'Add to it'),
  addHint: t(
    '补充的话同样加密，放在原来的后面。',
    'Encrypted in the same way and put beside the first.',
  ),
  addSend: t('加密并补充', 'Encrypt and add'),
  addClosed: t(
    '专管台眼下没有可用的密钥，不能补充。请向法定渠道反映。',
    'The desk has no key in use just now, so nothing can be added. Please turn to the statutory channel.',
  ),
} as const;

type Word = keyof typeof words;

export const told =
  (lang: Lang) =>
  (word: Word): string =>
    words[word][lang];
