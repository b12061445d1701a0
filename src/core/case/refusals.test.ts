import { describe, expect, it } from 'vitest';
import type { Rulebook } from '../rulebook/rulebook.ts';
import { smallRulebook, whistlingInstitution } from '../rulebook/small.fixture.ts';
import type { CaseCommand } from './commands.ts';
import * as g from './given.fixture.ts';
import { REFUSALS, type RefusalCode } from './refusals.ts';

const { usual, usually, given, nothing, did, HOUR } = g;

const after = (change: Partial<Rulebook>, ...acts: readonly g.Act[]) =>
  given(nothing(g.district(change)), ...acts);
const until = {
  dispatched: [usual.register, usual.triage, usual.dispatch],
  signed: [usual.register, usual.triage, usual.dispatch, usual.sign],
};
const DAY = 24 * HOUR;
const late = (act: g.Act, days: number): g.Act => ({ ...act, now: g.MONDAY + days * DAY });
const ended = (command: Extract<CaseCommand, { type: 'redirect' }>['data']['channel']) =>
  did(g.streetDesk, { type: 'redirect', data: { channel: command } });
const shows = (channel: string) => did(g.clerk, { type: 'show-emergency', data: { channel } });
const confirms = (remains: boolean) =>
  did(g.clerk, { type: 'confirm-handover', data: { remains } });
const due = (clock: string): g.Act =>
  did(g.machine('tick'), { type: 'clock-due', data: { clock, revision: 1 } });
const join = (from: string) =>
  did(g.machine('reaction'), { type: 'join-request', data: { from, basis: 'b' } });
const noLegal = smallRulebook().deadlines;
const lawful = noLegal.map((line) =>
  line.clock === 'reply' ? { ...line, legal: { n: 7, unit: 'workDay' as const } } : line,
);
const other = usually('triaged').state;
const asked = given(usually('handling'), g.asksExtension());
const merged = given(usually('triaged'), g.merges('case-2', other));
const recused = {
  ...g.district(),
  recusals: [
    {
      id: 'r1',
      account: 's1/dispatcher',
      scope: { kind: 'unit', unit: 'c11' },
      reason: 'kin',
      validFrom: 0,
      validTo: null,
    },
  ],
} as const;
const standingIn = {
  ...g.district(),
  standIns: [
    {
      id: 's1',
      absent: { unit: 'centre', role: 'callback_agent' },
      present: { unit: 's1', role: 'unit_handler' },
      validFrom: 0,
      validTo: g.MONDAY + 365 * DAY,
    },
  ],
} as const;

const divided = (step: 'assigned' | 'handling' = 'handling') => usually(step, nothing(g.divided()));
const works = g.seated('unit_handler', 'works');
const worksHead = g.seated('office_head', 'works');
const seat = (unit: string) => ({ account: 'x', post: { unit, role: 'unit_handler' as const } });
const drafted = given(divided(), g.assigns('works'), usual.reply);

/** A leader has it, and the person was not told what came of it. */
const sponsors = did(g.machine('reaction'), {
  type: 'note-sponsorship',
  data: {
    sponsorship: 'p',
    home: g.CASE,
    nominator: 's1',
    stage: 'accepted',
    sponsor: { account: 'a', post: { unit: 'd', role: 'sponsor' } },
    lead: { account: 'b', post: { unit: 'urban', role: 'unit_head' } },
    liaison: { account: 'c', post: { unit: 's1', role: 'liaison' } },
    units: ['urban'],
    endsAt: null,
    identity: false,
    news: 'stage',
  },
});

/** One row a code: the shortest story in which it is the answer. */
const ROWS: Readonly<Record<RefusalCode, readonly [g.Story, g.Act]>> = {
  'case.unknown': [nothing(), usual.triage],
  'case.exists': [usually('received'), usual.register],
  'case.wrong-status': [usually('received'), usual.sign],
  'case.not-yours': [usually('received'), { ...usual.triage, by: g.handler('urban') }],
  'case.not-the-person': [usually('received'), { ...g.withdraws, by: g.clerk }],
  'case.machine-only': [usually('received'), { ...due('triage-1'), by: g.clerk }],
  'case.recused': [usually('received', nothing(recused)), usual.triage],
  'case.not-confidential': [
    usually('received'),
    did(g.clerk, { type: 'summarise', data: { summary: g.sealed() } }),
  ],
  'case.in-the-future': [
    usually('received'),
    { ...usual.triage, now: g.MONDAY + HOUR, at: g.MONDAY + 2 * HOUR },
  ],
  'case.before-registration': [
    usually('received'),
    did(g.person(), { type: 'add-words', data: { words: g.sealed() } }, { at: g.MONDAY - HOUR }),
  ],
  'case.before-last-step': [usually('triaged'), { ...usual.dispatch, at: g.MONDAY }],
  'case.no-rulebook': [nothing(g.district({ effectiveFrom: g.MONDAY + DAY })), usual.register],
  'case.text-needed': [usually('received'), did(g.clerk, { type: 'remind', data: { text: '  ' } })],

  'case.title-personal': [
    usually('received'),
    did(g.streetDesk, {
      type: 'triage',
      data: { category: 'vending', title: '占道 138 0013 8000', urgency: null, automatic: false },
    }),
  ],
  'case.unknown-unit': [nothing(), did(g.person(), g.registration({ receivedBy: 'nowhere' }))],
  'case.not-your-counter': [nothing(), did(g.clerk, g.registration({ receivedBy: 'c12' }))],
  'case.unknown-category': [usually('received'), did(g.streetDesk, g.triaged('nothing'))],
  'case.category-too-broad': [usually('received'), did(g.streetDesk, g.triaged('all'))],
  'case.unknown-urgency': [
    usually('received'),
    did(g.streetDesk, {
      type: 'triage',
      data: { category: 'vending', title: 't', urgency: 'now', automatic: false },
    }),
  ],
  'case.belongs-to-channel': [usually('received'), did(g.streetDesk, g.triaged('bribe'))],
  'case.emergency-first': [usually('received'), did(g.streetDesk, g.triaged('gas'))],
  'case.unknown-channel': [usually('received'), ended('nowhere')],
  'case.not-an-emergency-channel': [usually('received'), shows('discipline')],
  'case.emergency-needs-confirmation': [usually('received'), ended('police')],
  'case.no-emergency-shown': [usually('received'), confirms(true)],
  'case.handover-leaves-order': [given(usually('assigned'), shows('police')), confirms(false)],
  'case.only-consult-answered': [
    usually('received'),
    did(g.clerk, { type: 'answer-at-once', data: { answer: g.sealed() } }),
  ],

  'case.ruling-needed': [g.returnedTwice(), usual.dispatch],
  'case.override-reason-needed': [usually('triaged'), did(g.centreDesk, g.dispatched('urban'))],
  'case.lead-assists-too': [
    usually('triaged'),
    did(g.streetDesk, g.dispatched('s1', { assisting: ['s1'] })),
  ],
  'case.beyond-desk': [
    usually('triaged'),
    did(g.streetDesk, g.dispatched('urban', { overrideReason: '已立案' })),
  ],
  'authority.unknown-unit': [usually('triaged'), did(g.streetDesk, g.dispatched('nowhere'))],
  'authority.withdrawn': [
    given(usually('received'), did(g.streetDesk, g.triaged('building'))),
    did(g.centreDesk, g.dispatched('s1', { overrideReason: '就近' })),
  ],
  'authority.support-only': [
    usually('triaged'),
    did(g.streetDesk, g.dispatched('c11', { overrideReason: '就近' })),
  ],
  'authority.community-not-basic': [
    given(usually('received'), did(g.streetDesk, g.triaged('food'))),
    did(g.centreDesk, g.dispatched('c11', { overrideReason: '就近' })),
  ],

  'case.order-binds': [given(usually('assigned'), g.objects, g.decides(false)), g.objects],
  'case.unknown-basis': [
    usually('assigned'),
    did(g.handler('s1'), { type: 'object', data: { basis: 'busy', reason: '忙' } }),
  ],
  'case.panel-too-small': [
    g.returnedTwice(),
    g.rules({ panel: [{ unit: 'centre', role: 'arbiter' }] }),
  ],
  'case.panel-without-ruler': [
    g.returnedTwice(),
    g.rules({
      panel: ['d', 'housing', 'market'].map((unit) => ({ unit, role: 'unit_head' as const })),
    }),
  ],
  'case.position-missing': [g.returnedTwice(), g.rules({ positions: [] })],

  'case.instruction-needed': [
    usually('handling', nothing(whistlingInstitution())),
    did(
      g.head('d'),
      { type: 'supervise', data: { text: '请即答复' } },
      { now: g.MONDAY + 10 * DAY },
    ),
  ],
  'case.instruction-not-a-leader': [
    usually('handling'),
    did(g.head('d'), {
      type: 'supervise',
      data: {
        text: '请即答复',
        instruction: { by: { unit: 'nowhere', role: 'unit_head' }, text: '今日办结' },
      },
    }),
  ],
  'case.no-such-clock': [usually('handling'), g.suspends('reply-9')],
  'case.clock-not-running': [
    given(usually('handling'), g.suspends('reply-1')),
    g.suspends('reply-1'),
  ],
  'case.clock-not-suspended': [usually('handling'), g.resumes('reply-1')],
  'case.clock-overdue': [usually('handling'), late(g.suspends('reply-1'), 20)],
  'case.clock-not-yours': [usually('handling'), g.suspends('triage-1')],
  'case.clock-not-due': [usually('received'), due('triage-1')],
  'case.unknown-suspension-reason': [usually('handling'), g.suspends(null, 'holiday')],
  'case.nothing-to-suspend': [given(usually('handling'), g.suspends()), g.suspends()],
  'case.nothing-to-resume': [usually('handling'), g.resumes()],
  'case.nothing-to-recompute': [
    usually('handling'),
    did(g.machine('tick'), { type: 'recompute-clocks', data: { calendar: 'cn' } }),
  ],

  'case.clock-not-extendable': [usually('handling'), g.asksExtension(1, 'contact-1')],
  'case.extension-pending': [asked, g.asksExtension()],
  'case.extension-used-up': [
    given(asked, g.decidesExtension(), g.tellsExtension),
    g.asksExtension(),
  ],
  'case.extension-too-long': [usually('handling'), g.asksExtension(11)],
  'case.extension-past-legal': [after({ deadlines: lawful }, ...until.signed), g.asksExtension(3)],
  'case.no-extension-asked': [
    given(asked, g.decidesExtension()),
    { ...g.decidesExtension(), by: g.supervisor },
  ],
  'case.extension-by-asker': [
    after({ extension: { ...smallRulebook().extension, approver: 'unit_head' } }, ...until.signed, {
      ...g.asksExtension(),
      by: g.head('s1'),
    }),
    g.decidesExtension(true, g.head('s1')),
  ],
  'case.no-extension-granted': [asked, g.tellsExtension],

  'case.outcome-not-for-reply': [usually('handling'), g.replies('UNREACHABLE')],
  'case.citation-needed': [usually('handling'), g.replies('EXPLAINED_CANNOT')],
  'case.no-verifier': [
    after(
      {
        verification: { ...smallRulebook().verification, unit: 's1' },
        dispatch: { centre: 's1' },
        objection: { ...smallRulebook().objection, ruler: 's1' },
      },
      usual.register,
      usual.triage,
      did(g.streetDesk, g.dispatched('s1', { assisting: ['c11'] })),
      usual.sign,
    ),
    usual.reply,
  ],
  'case.handler-verifies': [
    usually('replied', nothing(standingIn)),
    { ...usual.verify, by: g.handler('s1') },
  ],
  'case.person-answered': [
    given(usually('replied'), g.answers('yes', g.person())),
    g.answers('yes'),
  ],
  'case.answer-needed': [usually('replied'), g.answers(null)],
  'case.not-verified': [usually('replied'), usual.close],
  'case.outcome-against-answer': [
    given(usually('replied'), g.answers('partly')),
    g.closes('FIXED'),
  ],

  'case.not-from-upstream': [usually('handling'), g.asksReturn()],
  'case.no-upstream-due': [
    given(nothing(), g.ordered(null)),
    { ...g.asksTheirTime(), by: g.streetDesk },
  ],
  'case.no-such-number': [given(nothing(), g.ordered(null)), g.hears('FIXED', 'N2')],
  'case.not-said-yet': [given(nothing(), g.ordered(null)), g.tells(99_999)],
  'case.upstream-verifies': [g.orderReplied(), { ...g.closes('FIXED'), by: g.centreDesk }],
  'case.upstream-word-not-awaited': [given(nothing(), g.ordered(null)), g.hears('FIXED')],

  'case.merge-into-itself': [usually('triaged'), g.merges(g.CASE, other)],
  'case.unknown-office': [divided(), g.assigns('kitchen')],
  'case.no-offices': [usually('handling'), g.handsOn('works')],
  'case.office-not-yours': [
    given(divided(), g.assigns('law')),
    g.handsOn('seal', g.seated('unit_handler', 'works')),
  ],
  'case.assignee-elsewhere': [divided(), g.assigns(null, seat('urban'))],
  'case.assigned-to-another': [divided(), g.assigns('works', seat('s1'), works)],
  'case.nothing-to-assign': [divided(), g.assigns(null)],
  'case.no-draft': [divided(), g.agrees(worksHead)],
  'case.not-your-step': [drafted, g.agrees(g.head('s1'))],
  'case.signs-own-draft': [drafted, g.agrees(g.seated('office_head', 'works', 's1/unit_handler'))],
  'case.signs-twice': [
    given(drafted, g.agrees(worksHead)),
    g.agrees(g.staff('s1', 'unit_head', 's1/works/office_head')),
  ],

  'case.merge-target-unknown': [usually('triaged'), g.merges('case-2', { status: 'none' })],
  'case.merge-target-ended': [usually('triaged'), g.merges('case-2', usually('closed').state)],
  'case.merge-chain': [usually('triaged'), g.merges('case-3', merged.state)],
  'case.merge-different-matter': [
    given(usually('received'), did(g.streetDesk, g.triaged('food'))),
    g.merges('case-2', other),
  ],
  'case.not-merged-there': [merged, g.unmerges('case-3')],
  'case.already-joined': [given(usually('triaged'), join('case-2')), join('case-2')],
  'case.not-joined': [
    usually('triaged'),
    did(g.machine('reaction'), { type: 'leave-request', data: { left: 'case-2', reason: 'r' } }),
  ],

  'case.no-such-sponsorship': [
    usually('handling'),
    did(g.machine('reaction'), { type: 'forget-sponsorship', data: { sponsorship: 'p' } }),
  ],
  'case.sponsored': [given(usually('verified'), sponsors), g.closes('FIXED')],
  'case.no-such-whistle': [
    usually('handling'),
    did(g.machine('reaction'), { type: 'forget-whistle', data: { whistle: 'w' } }),
  ],
  'case.reopening-window-over': [usually('closed'), late(g.reopens(), 60)],
  'case.reopen-reason-not-yours': [usually('closed'), g.reopens('failed_recheck')],
  'case.nothing-to-disagree-with': [
    usually('received'),
    did(g.person(), { type: 'disagree', data: { words: g.sealed() } }),
  ],
  'case.history-out-of-order': [
    nothing(),
    g.imports([{ act: 'closed', at: g.MONDAY - 1, outcome: 'UNKNOWN' }]),
  ],
};

describe('refusals', () => {
  it.each(REFUSALS)('%s', (code) => {
    const [story, act] = ROWS[code];
    expect(g.when(story, act)).toMatchObject({ code });
  });
});
