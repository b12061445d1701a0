import { describe, expect, it } from 'vitest';
import type { CaseEvent } from '../events.ts';
import {
  because,
  citation,
  clock,
  due,
  head,
  names,
  rung,
  sealed,
  wd,
  within,
} from './narrate.fixture.ts';
import { narrate } from './narrate.ts';
import { sponsorshipTold } from './sponsorship.fixture.ts';

type Told = {
  readonly [T in CaseEvent['type']]: readonly (readonly [
    Extract<CaseEvent, { readonly type: T }>['data'],
    string,
    string,
  ])[];
};

/** Every event there is: one that is missing here does not type-check. */
const noted = { whistle: 'w', home: 'a', issuer: 's1', letGo: null, notTheirs: [] };
const TOLD: Told = {
  Registered: [
    [
      {
        kind: 'help',
        intake: 'counter',
        words: sealed,
        place: { unit: 'c11', detail: sealed },
        contact: sealed,
        confidential: false,
        external: [],
        receivedBy: 'c11',
        desk: 's1',
        title: null,
        rulebook: { id: 'r', version: '1' },
        imported: null,
      },
      '登记诉求：求助，窗口，地点在〔c11〕',
      'Registered: Request for help, Counter, in [c11]',
    ],
  ],
  Triaged: [
    [
      {
        category: 'lamps',
        title: '',
        urgency: 'normal',
        level: 'community',
        because,
        proposed: 'c11',
        desk: 's1',
        automatic: false,
      },
      '研判为“路灯”（一般），属社区自办事项',
      'Triaged as “Street lights” (Normal): a matter for the community',
    ],
    [
      {
        category: 'lamps',
        title: '',
        urgency: 'normal',
        level: 'beyond',
        because,
        proposed: null,
        desk: 's1',
        automatic: true,
      },
      '研判为“路灯”（一般），超出社区权限',
      'Triaged as “Street lights” (Normal): beyond the community’s power',
    ],
  ],
  EmergencyShown: [
    [
      { channel: 'police', telephone: '110' },
      '提示紧急电话 110（公安报警）',
      'Showed the emergency number 110 (Police)',
    ],
  ],
  EmergencyHandedOver: [
    [
      { channel: 'police', confirmedBy: 'person', remains: true },
      '本人确认已由公安报警接手，其余事项继续办理',
      'Police has taken over, as the person confirmed; the rest is still handled here',
    ],
    [
      {
        channel: 'police',
        confirmedBy: { unit: 'c11', role: 'intake_agent' },
        remains: false,
      },
      '〔c11岗〕确认已由公安报警接手',
      'Police has taken over, as [post of c11] confirmed',
    ],
  ],
  AnsweredAtOnce: [[{ answer: sealed }, '当场答复', 'Answered at once']],
  Redirected: [
    [
      {
        channel: 'court',
        kind: 'statutory',
        citation,
        nextPath: { zh: '请向法院起诉。', en: 'Go to court.' },
      },
      '告知其他途径：公安报警。请向法院起诉。',
      'Redirected to Police. Go to court.',
    ],
  ],
  Merged: [
    [
      { into: 'b', basis: '同一路灯' },
      '与事项 b 是同一事项，并入办理：同一路灯',
      'Merged into b, the same matter: 同一路灯',
    ],
    [
      { into: 'b', basis: 'same-category-and-place' },
      '与事项 b 是同一事项，并入办理：类别和地点相同',
      'Merged into b, the same matter: the same category and place',
    ],
  ],
  RequestJoined: [
    [
      { from: 'a', basis: 'same-category-and-place' },
      '事项 a 与本事项相同，并入本事项：类别和地点相同',
      'a is the same matter and joined this one: the same category and place',
    ],
  ],
  Unmerged: [
    [
      { from: 'b', reason: '不是一处', clocks: [] },
      '撤销并单，与事项 b 分开办理，原有时限恢复：不是一处',
      'Parted from b; its own clocks run again: 不是一处',
    ],
  ],
  RequestLeft: [
    [
      { left: 'a', reason: '不是一处' },
      '事项 a 撤销并单，不再随本事项办理：不是一处',
      'a was parted from this case: 不是一处',
    ],
  ],
  Dispatched: [
    [
      {
        order: 1,
        lead: 's1',
        assisting: ['c11', 'urban'],
        because,
        proposed: 's1',
        overrideReason: null,
        binding: null,
      },
      '派单：主办单位〔s1〕，协办：〔c11〕、〔urban〕',
      'Dispatched to [s1] as lead unit, assisted by [c11], [urban]',
    ],
    [
      {
        order: 1,
        lead: 's1',
        assisting: [],
        because,
        proposed: 'urban',
        overrideReason: '就近',
        binding: null,
      },
      '派单：主办单位〔s1〕；未采用清单建议：就近',
      'Dispatched to [s1] as lead unit; not as the duty list proposed: 就近',
    ],
  ],
  SignedFor: [[{ order: 1, unit: 's1' }, '〔s1〕签收', '[s1] signed for it']],
  Objected: [
    [
      { number: 1, unit: 's1', basis: 'x', reason: '无此职责', ruler: 'centre' },
      '〔s1〕提出派单异议（清单无此事项）：无此职责',
      '[s1] objected (not on the list): 无此职责',
    ],
  ],
  ObjectionDecided: [
    [
      { number: 1, upheld: false, reason: '清单有载', rulingNeeded: false },
      '派单异议不成立，由原单位办理：清单有载',
      'The objection was refused; the order stands: 清单有载',
    ],
    [
      { number: 1, upheld: true, reason: '属实', rulingNeeded: false },
      '派单异议成立，退单重派：属实',
      'The objection was upheld and the order returned: 属实',
    ],
    [
      { number: 2, upheld: true, reason: '属实', rulingNeeded: true },
      '派单异议成立，退单次数已满，须作派单裁定：属实',
      'The objection was upheld; no more returns are allowed, an allocation ruling follows: 属实',
    ],
  ],
  InterimOwnerFixed: [
    [
      { number: 1, unit: 'c11', citation },
      '派单异议逾期未处理，先由〔c11〕办理',
      'The objection was not decided in time; [c11] acts meanwhile',
    ],
  ],
  AllocationRuled: [
    [
      {
        order: 3,
        panel: [],
        positions: [],
        lead: 'urban',
        assisting: ['s1'],
        reason: '执法权在此',
        because,
      },
      '派单裁定：指定〔urban〕承办，协办：〔s1〕，不得再退。理由：执法权在此',
      'Allocation ruling: [urban] is designated, assisted by [s1], and may not return it. Reason: 执法权在此',
    ],
  ],
  AssignedWithin: [
    [
      { ...within, office: 'law' },
      '〔s1〕内部分派：〔law科〕',
      'Assigned within [s1]: [office law]',
    ],
    [
      { ...within, to: { account: 'a', post: head } },
      '〔s1〕内部分派：〔s1岗〕',
      'Assigned within [s1]: [post of s1]',
    ],
    [
      { ...within, office: 'law', reason: '涉法' },
      '〔s1〕内部转办：〔law科〕。理由：涉法',
      'Handed on within [s1] to [office law]: 涉法',
    ],
    [within, '〔s1〕收回分派', '[s1] took the assignment back'],
  ],
  ReplyDrafted: [
    [
      {
        number: 2,
        unit: 's1',
        reply: sealed,
        outcome: 'FIXED',
        citation: null,
        account: 'a',
        steps: [head, head],
      },
      '〔s1〕拟出答复稿（第 2 稿），依次送〔s1岗〕、〔s1岗〕同意',
      '[s1] drafted a reply (draft 2), to be agreed to in turn by: [post of s1]; [post of s1]',
    ],
  ],
  ReplyAgreed: [
    [
      { number: 1, step: 1, post: head, account: 'a' },
      '〔s1岗〕同意答复稿（第 1 稿）',
      'Agreed to draft 1 of the reply: [post of s1]',
    ],
  ],
  ReplySentBack: [
    [
      { number: 1, step: 1, post: head, reason: '缺依据' },
      '〔s1岗〕退改答复稿（第 1 稿）：缺依据',
      'Draft 1 of the reply was sent back ([post of s1]): 缺依据',
    ],
  ],
  MessageSent: [
    [{ unit: 's1', text: sealed }, '〔s1〕给本人留言', '[s1] left the person a message'],
  ],
  Summarised: [
    [
      { summary: sealed },
      '写下了摘要，承办单位据此办理',
      'A summary was written for the units that handle it',
    ],
  ],
  Contacted: [
    [
      { unit: 's1', means: 'phone', reached: true, note: sealed },
      '〔s1〕联系了本人（电话）',
      '[s1] contacted the person (by telephone)',
    ],
    [
      { unit: 's1', means: 'phone', reached: false, note: null },
      '〔s1〕未能联系上本人（电话）',
      '[s1] could not reach the person (by telephone)',
    ],
  ],
  ExtensionAsked: [
    [
      {
        number: 1,
        clock: 'reply-1',
        by: wd(5),
        reason: '需要开挖',
        account: 'secret-account',
        approver: { unit: 'centre', role: 'supervisor' },
      },
      '申请“答复”时限延期5个工作日：需要开挖',
      'Asked to extend “Reply” by 5 working days: 需要开挖',
    ],
  ],
  ExtensionDecided: [
    [
      { number: 1, granted: true, reason: '属实', newDueAt: 1 },
      '批准延期至3月9日10:00，告知本人后生效：属实',
      'Extension granted to Mon 9 Mar 10:00, once the person has been told: 属实',
    ],
    [
      { number: 1, granted: false, reason: '理由不足', newDueAt: null },
      '延期未获批准：理由不足',
      'The extension was refused: 理由不足',
    ],
  ],
  ExtensionTold: [
    [
      { number: 1, means: 'phone' },
      '已告知本人延期（电话）',
      'The person was told of the extension (by telephone)',
    ],
  ],
  Reminded: [[{ unit: 's1', text: '请尽快' }, '催办〔s1〕：请尽快', 'Reminded [s1]: 请尽快']],
  Supervised: [
    [{ unit: 's1', text: '请说明' }, '督办〔s1〕：请说明', 'Supervised [s1]: 请说明'],
    [
      {
        unit: 's1',
        text: '请说明',
        instruction: { by: { unit: 'd', role: 'unit_head' }, text: '今日办结' },
      },
      '督办〔s1〕：请说明；〔d岗〕批示：今日办结',
      'Supervised [s1]: 请说明; [post of d] instructed in writing: 今日办结',
    ],
  ],
  Replied: [
    [
      {
        number: 1,
        unit: 's1',
        reply: sealed,
        outcome: 'FIXED',
        citation: null,
        verifier: 'centre',
        attempts: 3,
      },
      '〔s1〕答复本人，办理情况：已解决',
      '[s1] replied to the person. What it says came of it: Fixed',
    ],
  ],
  Verified: [
    [
      { by: 'centre', reached: false, solved: null, heard: null, words: null },
      '办结核实：未能联系上本人',
      'Verification call: the person was not reached',
    ],
    [
      { by: 'centre', reached: true, solved: 'partly', heard: true, words: sealed },
      '办结核实，本人回答：部分解决',
      'Verified; the person answered: Partly solved',
    ],
    [
      { by: 'person', reached: true, solved: 'partly', heard: true, words: null },
      '本人回答：部分解决',
      'The person answered: Partly solved',
    ],
    [
      { by: 'upstream', reached: true, solved: 'partly', heard: null, words: null },
      '上级核实：部分解决',
      'Verified upstream: Partly solved',
    ],
  ],
  SentBack: [
    [
      { reason: 'not_contacted' },
      '退回继续办理：本人反映没有人联系过',
      'Sent back to be handled further: the person says nobody contacted them',
    ],
  ],
  Closed: [
    [{ outcome: 'FIXED', dissent: false }, '办结，结果：已解决', 'Closed. Outcome: Fixed'],
    [
      { outcome: 'FIXED', dissent: true },
      '办结，结果：已解决；本人有不同意见',
      'Closed. Outcome: Fixed. The person disagrees',
    ],
  ],
  ClosingDenied: [
    [
      { closing: 1, by: 'callback' },
      '第 1 次办结后回访：没有解决',
      'Callback after closing 1: it was not solved',
    ],
    [
      { closing: 2, by: 'recheck' },
      '第 2 次办结后效果核验：问题再次出现',
      'Re-check after closing 2: it has come back',
    ],
  ],
  Reopened: [
    [
      { by: 'person', reason: 'not_fixed', words: sealed },
      '重新办理：问题没有解决',
      'Reopened: it was not fixed',
    ],
  ],
  Withdrawn: [[{ words: sealed }, '本人撤回诉求', 'The person withdrew the request']],
  Disagreed: [[{ words: sealed }, '本人表示不同意', 'The person disagreed']],
  WordsAdded: [[{ words: sealed }, '本人补充说明', 'The person added to what was said']],
  MergedPersonTold: [
    [
      { into: 'b', reply: sealed },
      '已把事项 b 的答复告知本人',
      'The person was told the reply given in b',
    ],
  ],
  ExternalUpdated: [
    [
      { reference: { system: '12345', number: 'N1', dueAt: null, state: '办理中' } },
      '12345编号 N1 的状态更新为“办理中”',
      '12345 number N1 now stands at “办理中”',
    ],
    [
      { reference: { system: '12345', number: 'N1', dueAt: 1, state: null } },
      '12345编号 N1 的状态更新为“未知”，上级时限3月9日10:00到期',
      '12345 number N1 now stands at “unknown”, due there Mon 9 Mar 10:00',
    ],
  ],
  UpstreamAsked: [
    [
      { number: 1, request: 'return', until: null, reason: '不属本区' },
      '申请退回上级：不属本区',
      'Asked upstream to take the order back: 不属本区',
    ],
    [
      { number: 2, request: 'extension', until: 1, reason: '等待检测' },
      '向上级申请延期至3月9日10:00：等待检测',
      'Asked upstream for more time, until Mon 9 Mar 10:00: 等待检测',
    ],
  ],
  UpstreamTold: [
    [
      { system: '12345', number: 'N1', upTo: 7, state: '已答复' },
      '写入12345工单 N1 的回复表，状态“已答复”',
      'Written into the reply sheet for 12345, order N1, as “已答复”',
    ],
  ],
  ClockStarted: [
    [
      { clock },
      '“答复”开始计时：〔s1〕，3月9日10:00到期',
      '“Reply” is running: [s1], due Mon 9 Mar 10:00',
    ],
  ],
  ClockMet: [[{ clock: 'reply-1', at: 1 }, '“答复”已完成', '“Reply” was done']],
  ClockBreached: [
    [
      { clock: 'reply-1', dueAt: 1 },
      '“答复”逾期：3月9日10:00到期',
      '“Reply” is overdue: it was due Mon 9 Mar 10:00',
    ],
  ],
  ClockSuspended: [
    [
      { clock: 'reply-1', reason: 'hearing' },
      '“答复”中止计时：听证期间',
      '“Reply” was suspended: a hearing',
    ],
  ],
  ClockResumed: [
    [due, '“答复”恢复计时，3月9日10:00到期', '“Reply” runs again, due Mon 9 Mar 10:00'],
  ],
  ClockExtended: [
    [{ ...due, by: wd(5) }, '“答复”延期至3月9日10:00', '“Reply” was extended to Mon 9 Mar 10:00'],
  ],
  ClockRecomputed: [
    [
      due,
      '放假安排公布，“答复”重新计算，3月9日10:00到期',
      'The calendar was published; “Reply” was computed again, due Mon 9 Mar 10:00',
    ],
  ],
  ClockHandedOn: [
    [
      { clock: 'reply-1', unit: 'urban' },
      '“答复”转由〔urban〕完成',
      '“Reply” is now owed by [urban]',
    ],
  ],
  WhistleNoted: [
    [
      { ...noted, units: ['urban'], stage: 'proposed', result: null },
      '〔s1〕拟吹哨，请〔urban〕到场',
      '[s1] proposes a whistle to call [urban]',
    ],
    [
      { ...noted, units: ['urban', 'fire'], stage: 'issued', result: null },
      '〔s1〕吹哨：〔urban〕、〔fire〕',
      '[s1] whistled for [urban], [fire]',
    ],
    [
      { ...noted, units: ['urban'], stage: 'ended', result: null },
      '〔s1〕的吹哨未发出',
      'The whistle of [s1] did not go out',
    ],
    [
      { ...noted, units: ['urban'], stage: 'ended', result: 'DONE' },
      '〔s1〕的吹哨已办结',
      'The whistle of [s1] is concluded',
    ],
    [
      { ...noted, units: [], stage: 'issued', result: null, letGo: 'urban' },
      '〔urban〕不再参与〔s1〕的吹哨',
      '[urban] no longer takes part in the whistle of [s1]',
    ],
  ],
  ...sponsorshipTold,
  WhistleLeft: [
    [{ whistle: 'w' }, '吹哨随事项转到另一件', 'The whistle followed the matter into another case'],
  ],
  PetitionNoted: [
    [
      { petition: 'p', status: 'routed', stage: null, units: ['urban'], live: true },
      '信访事项：已转送办理单位',
      'Petition: sent to the body that is to handle it',
    ],
    [
      { petition: 'p', status: 'working', stage: 'review', units: ['urban'], live: true },
      '信访事项：复查中',
      'Petition: under review',
    ],
  ],
  TextsErased: [
    [
      { class: 'usual', name: { zh: '一般', en: 'Usual' }, at: 0 },
      '保存期满（一般），姓名、联系方式和所说的话已销毁',
      'The time to keep it is over (Usual): names, contacts and words were erased for good',
    ],
  ],
  ClockEnded: [
    [{ clock: 'reply-1', reason: 'closed' }, '“答复”不再需要', '“Reply” is no longer owed'],
  ],
  LadderClimbed: [
    [
      { ...rung, act: 'remind', by: null },
      '“答复”逾期，自动催办〔s1〕',
      '“Reply” is overdue: [s1] is reminded',
    ],
    [
      { ...rung, act: 'supervise', by: 'centre' },
      '“答复”逾期未补，由〔centre〕督办〔s1〕',
      '“Reply” is still missing: [centre] has to supervise [s1]',
    ],
    [
      { ...rung, act: 'instruct', by: 'd' },
      '“答复”逾期未补，由〔d〕批示督办〔s1〕',
      '“Reply” is still missing: [d] has to instruct [s1]',
    ],
  ],
  LadderAnswered: [
    [
      { clock: 'reply-1', timer: 'remind-2' },
      '已督办，“答复”须在限期内补办',
      'Supervised; “Reply” has to be made good in the time given',
    ],
  ],
  LadderLeft: [[{ clock: 'reply-1' }, '“答复”的逐级督办结束', 'The ladder of “Reply” has ended']],
};

const rows = Object.entries(TOLD).flatMap(([type, all]) =>
  all.map(([data, zh, en]) => ({ event: { type, v: 1, data } as CaseEvent, zh, en })),
);

describe('a case told in sentences', () => {
  it.each(rows)('$event.type: $zh', ({ event, zh, en }) => {
    expect(narrate(event, names)).toEqual({ zh, en });
  });

  it('never holds a reference to a private text, nor an account', () => {
    const told = rows.map(({ event }) => JSON.stringify(narrate(event, names))).join();
    expect(told).not.toContain('secret');
  });
});
