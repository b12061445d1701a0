import type { Intake } from '../../core/case/words.ts';
import type { StreamId } from '../../core/process.ts';
import type { Cast, Move } from './cast.ts';
import * as dispute from './disputes.ts';
import * as move from './moves.ts';

/** What may become of a request, from its registration to where the telling stops. */
export type Plot = (cast: Cast) => readonly Move[];

type Said = 'FIXED' | 'PARTLY' | 'INFO_GIVEN' | 'EXPLAINED_CANNOT';

const LATE = {
  triage: [75, 180],
  signFor: { office: [140, 280], anyHour: [80, 140] },
  contact: { office: [450, 620], anyHour: [150, 260] },
  reply: { office: [2200, 2500], anyHour: [1500, 1750] },
} as const;

type LateStep = keyof typeof LATE;

const routed = (c: Cast, late?: LateStep): readonly Move[] => [
  move.register(c, { confidential: c.chance.percent(8) }),
  late === 'triage' ? move.triage(c, LATE.triage) : move.triage(c),
  move.dispatch(c),
];

const signed = (c: Cast, late?: LateStep): readonly Move[] => [
  ...routed(c, late),
  late === 'signFor' ? move.signFor(c, LATE.signFor) : move.signFor(c),
];

const heard = (c: Cast, late?: LateStep): readonly Move[] => [
  ...signed(c, late),
  late === 'contact' ? move.contact(c, LATE.contact) : move.contact(c),
];

const replied = (c: Cast, outcome: Said, late?: LateStep): readonly Move[] => [
  ...heard(c, late),
  late === 'reply' ? move.reply(c, outcome, LATE.reply) : move.reply(c, outcome),
];

const SOLVED = {
  FIXED: 'yes',
  PARTLY: 'partly',
  INFO_GIVEN: 'yes',
  EXPLAINED_CANNOT: 'yes',
} as const;

const ended = (c: Cast, outcome: Said): readonly Move[] => [
  move.verify(c, SOLVED[outcome]),
  move.close(c, outcome),
];

/** Stories that have come to their end. */
export const closed =
  (outcome: Said, late?: LateStep): Plot =>
  (c) => [...replied(c, outcome, late), ...ended(c, outcome)];

/** The reply waits for what the called units do. */
export const closedAfterWhistle: Plot = (c) => [
  ...heard(c),
  move.reply(c, 'FIXED', [1100, 1200]),
  ...ended(c, 'FIXED'),
];

/** The person answers on the web before anybody rings. */
export const closedByPerson: Plot = (c) => [
  ...replied(c, 'FIXED'),
  move.verify(c, 'yes', [30, 300], 'person'),
  move.close(c, 'FIXED', [20, 120]),
];

/** Told FIXED by the unit, PARTLY by the person: the person's word stands. */
export const saidFixedWasPartly: Plot = (c) => [
  ...replied(c, 'FIXED'),
  move.verify(c, 'partly'),
  move.close(c, 'PARTLY'),
];

/** The call came days later, and was written down later still. */
export const enteredLate: Plot = (c) => [
  ...signed(c),
  move.contact(c, [120, 300], { late: c.chance.between(30, 100) }),
  move.reply(c, 'FIXED'),
  ...ended(c, 'FIXED'),
];

/** The head spoke with the person; the handler entered it. */
export const enteredForHead: Plot = (c) => [
  ...signed(c),
  move.contact(c, undefined, { means: 'visit', forHead: true }),
  move.reply(c, 'FIXED'),
  ...ended(c, 'FIXED'),
];

export const missedFirst: Plot = (c) => [
  move.register(c, { confidential: true }),
  move.triage(c),
  move.dispatch(c),
  move.summarise(c, [10, 60]),
  move.signFor(c),
  move.contact(c, undefined, { reached: false }),
  move.message(c, [5, 20]),
  move.contact(c, [40, 120]),
  move.reply(c, 'FIXED'),
  ...ended(c, 'FIXED'),
];

export const forRelative: Plot = (c) => [
  move.register(c, { intake: 'counter', relation: 'relative' }),
  move.triage(c),
  move.dispatch(c),
  move.signFor(c),
  move.contact(c),
  move.saysByHelp(c, 'add-words', move.onceFilled(c, c.phrases.added), [20, 100]),
  move.reply(c, 'FIXED'),
  ...ended(c, 'FIXED'),
];

/** Given to an office of the unit by its head. */
export const inOffice: Plot = (c) => [...signed(c), move.assign(c, [5, 40]), move.contact(c)];

/** A draft that its office sent back, changed, and agreed to by the office: the head is next. */
export const awaitingHead: Plot = (c) => [
  ...inOffice(c),
  move.reply(c, 'FIXED'),
  move.sendBackDraft(c, [20, 60]),
  move.reply(c, 'FIXED', [20, 60]),
  move.agree(c, 'office_head', [10, 40]),
];

export const agreedInside: Plot = (c) => [
  ...awaitingHead(c),
  move.agree(c, 'unit_head', [20, 90]),
  ...ended(c, 'FIXED'),
];

/** From the city's hotline, whose own clock and state stand beside ours. */
export const fromUpstream: Plot = (c) => [
  move.register(c, { intake: 'upstream' }),
  move.triage(c),
  move.dispatch(c),
  move.signFor(c),
  move.tellUpstream(c, [5, 30]),
  move.contact(c),
  move.reply(c, 'FIXED'),
  ...ended(c, 'FIXED'),
];

export const extended: Plot = (c) => [
  ...heard(c),
  move.askExtension(c, [400, 700], c.chance.between(3, 5)),
  move.decideExtension(c, true, [30, 150]),
  move.tellExtension(c, [20, 120]),
  move.reply(c, 'FIXED', [900, 1600]),
  ...ended(c, 'FIXED'),
];

export const extensionRefused: Plot = (c) => [
  ...heard(c),
  move.askExtension(c, [200, 400], 5),
  move.decideExtension(c, false, [30, 150]),
  move.reply(c, 'FIXED', [200, 500]),
  ...ended(c, 'FIXED'),
];

export const paused =
  (reason: string, entered = false): Plot =>
  (c) => [
    ...heard(c),
    move.suspend(c, reason, [100, 300], entered),
    move.resume(c, [420, 1200]),
    move.reply(c, 'FIXED', [100, 400]),
    ...ended(c, 'FIXED'),
  ];

export const nudged: Plot = (c) => [
  ...heard(c),
  move.remind(c, [500, 900]),
  move.supervise(c, [200, 400]),
  move.reply(c, 'FIXED', [100, 300]),
  ...ended(c, 'FIXED'),
];

/** A "no" goes back to the unit, which has another go. */
export const secondTry: Plot = (c) => [
  ...replied(c, 'PARTLY'),
  move.verify(c, 'no'),
  move.contact(c, [60, 300]),
  move.reply(c, 'FIXED', [300, 900]),
  ...ended(c, 'FIXED'),
];

/** Nobody had rung, says the person; so it goes back too. */
export const neverContacted: Plot = (c) => [
  ...signed(c),
  move.reply(c, 'PARTLY', [60, 300]),
  move.verify(c, 'not_contacted'),
  move.contact(c, [30, 200], { means: 'visit' }),
  move.reply(c, 'FIXED', [200, 600]),
  ...ended(c, 'FIXED'),
];

/** The law forbids what is asked: explained twice, each time with its rule, and still not agreed. */
export const explainedTwice: Plot = (c) => [
  ...replied(c, 'EXPLAINED_CANNOT'),
  move.verify(c, 'no', [60, 250]),
  move.contact(c, [60, 300], { means: 'visit' }),
  move.reply(c, 'EXPLAINED_CANNOT', [200, 500]),
  move.verify(c, 'no', [60, 250]),
  move.close(c, 'EXPLAINED_CANNOT'),
  move.says(c, 'disagree', move.onceFilled(c, c.phrases.dissent), [60, 400]),
];

export const dissented: Plot = (c) => [
  ...closed('PARTLY')(c),
  c.chance.percent(50)
    ? move.says(c, 'disagree', move.onceFilled(c, c.phrases.dissent), [60, 400])
    : move.saysByHelp(c, 'disagree', move.onceFilled(c, c.phrases.dissent), [60, 400]),
];

export const unreachable: Plot = (c) => [
  ...replied(c, 'FIXED'),
  move.verify(c, null, [60, 200]),
  move.verify(c, null, [100, 250]),
  move.verify(c, null, [100, 250]),
  move.close(c, 'UNREACHABLE'),
];

/** No way to reach them was given: one look at the portal is all there is to do. */
export const anonymous: Plot = (c) => [
  move.register(c, { intake: 'counter', withoutContact: true }),
  move.triage(c),
  move.dispatch(c),
  move.signFor(c),
  move.reply(c, 'FIXED'),
  move.verify(c, null, [500, 900]),
  move.close(c, 'UNREACHABLE'),
];

const STAGES = { received: 0, triaged: 1, assigned: 2, handling: 3, replied: 4 } as const;

export const withdrawn =
  (from: keyof typeof STAGES): Plot =>
  (c) => [
    ...[
      [move.register(c)],
      [move.triage(c)],
      [move.dispatch(c)],
      [move.signFor(c), move.contact(c)],
      [move.reply(c, 'FIXED')],
    ]
      .slice(0, STAGES[from] + 1)
      .flat(),
    move.says(c, 'withdraw', move.onceFilled(c, c.phrases.withdraw), [10, 50]),
  ];

export const answered =
  (intake?: Intake): Plot =>
  (c) => [move.register(c, intake === undefined ? {} : { intake }), move.answerAtOnce(c, [3, 40])];

export const answeredAfterTriage: Plot = (c) => [
  move.register(c),
  move.triage(c),
  move.answerAtOnce(c, [5, 40]),
];

export const redirected: Plot = (c) => [move.register(c), move.redirect(c, [5, 45])];

export const handedOver: Plot = (c) => [
  move.register(c, { intake: 'phone' }),
  move.showEmergency(c),
  move.confirmHandover(c, false),
];

export const emergencyRemained: Plot = (c) => [
  move.register(c, { intake: 'phone' }),
  move.showEmergency(c),
  move.confirmHandover(c, true),
  move.triage(c),
  move.dispatch(c),
  move.signFor(c),
  move.contact(c),
  move.reply(c, 'FIXED'),
  ...ended(c, 'FIXED'),
];

/** Not confirmed yet: it stands before everything else. */
export const emergencyShown =
  (intake: Intake): Plot =>
  (c) => [move.register(c, { intake }), move.showEmergency(c)];

export const emergencyAtStreet: Plot = (c) => [
  move.register(c, { intake: 'phone', receivedBy: c.street }),
  move.showEmergency(c),
];

export const objectionRefused: Plot = (c) => [
  ...routed(c),
  dispute.object(c, [10, 40]),
  dispute.refuseIt(c),
  move.signFor(c),
  move.contact(c),
  move.reply(c, 'FIXED'),
  ...ended(c, 'FIXED'),
];

const returnedOnce = (c: Cast): readonly Move[] => [
  ...routed(c),
  dispute.object(c, [10, 40]),
  dispute.uphold(c),
  dispute.dispatchAnew(c),
];

export const returned: Plot = (c) => [
  ...returnedOnce(c),
  move.signFor(c),
  move.contact(c),
  move.reply(c, 'PARTLY'),
  ...ended(c, 'PARTLY'),
];

const returnedTwice = (c: Cast): readonly Move[] => [
  ...returnedOnce(c),
  dispute.objectToo(c, [10, 40]),
  dispute.upholdToo(c),
];

export const ruled: Plot = (c) => [
  ...returnedTwice(c),
  dispute.ruleAllocation(c),
  move.signFor(c),
  move.contact(c),
  move.reply(c, 'FIXED', [100, 350]),
  ...ended(c, 'FIXED'),
];

/** Undecided at its due time: the first receiver went on acting. */
export const undecided: Plot = (c) => [
  ...routed(c),
  dispute.object(c, [10, 40]),
  dispute.refuseIt(c, [300, 500]),
  move.signFor(c),
  move.contact(c),
  move.reply(c, 'FIXED'),
  ...ended(c, 'FIXED'),
];

export const reopened =
  (by: 'person' | 'call' | 'supervisor', again: 'closed' | 'open'): Plot =>
  (c) => [
    ...replied(c, 'FIXED'),
    move.verify(c, 'yes', [60, 250]),
    move.close(c, 'FIXED'),
    move.reopen(
      c,
      by === 'person' ? 'not_fixed' : by === 'call' ? 'failed_recheck' : 'new_facts',
      by,
      [500, 900],
    ),
    move.signFor(c),
    move.contact(c),
    ...(again === 'open' ? [] : [move.reply(c, 'FIXED'), ...ended(c, 'FIXED')]),
  ];

export const answeredReopened: Plot = (c) => [
  ...answered('web')(c),
  move.reopen(c, 'new_facts', 'person', [200, 400]),
];

export const redirectedReopened: Plot = (c) => [
  ...redirected(c),
  move.reopen(c, 'new_facts', 'person', [100, 300]),
];

/** Stories still under way. */
export const justReceived =
  (intake?: Intake): Plot =>
  (c) => [move.register(c, intake === undefined ? {} : { intake })];
export const awaitingDispatch: Plot = (c) => [move.register(c), move.triage(c)];
export const awaitingSignature: Plot = (c) => routed(c);
export const bound: Plot = (c) => [...routed(c), dispute.object(c, [10, 40]), dispute.refuseIt(c)];
export const objected: Plot = (c) => [...routed(c), dispute.object(c, [10, 40])];
export const objectedAgain: Plot = (c) => [...returnedOnce(c), dispute.objectToo(c, [10, 40])];
export const awaitingRuling: Plot = (c) => returnedTwice(c);
export const handling: Plot = (c) => signed(c);
export const inHand: Plot = (c) => heard(c);
export const inHandForRelative: Plot = (c) => [
  move.register(c, { intake: 'counter', relation: 'relative' }),
  move.triage(c),
  move.dispatch(c),
  move.signFor(c),
  move.contact(c),
];
export const standing =
  (reason: string): Plot =>
  (c) => [...heard(c), move.suspend(c, reason, [60, 200])];
export const extensionAsked: Plot = (c) => [...heard(c), move.askExtension(c, [400, 700], 5)];
export const extensionGranted: Plot = (c) => [
  ...extensionAsked(c),
  move.decideExtension(c, true, [20, 60]),
];
export const extensionTold: Plot = (c) => [...extensionGranted(c), move.tellExtension(c, [10, 60])];
export const pressed: Plot = (c) => [
  ...heard(c),
  move.remind(c, [500, 900]),
  move.supervise(c, [100, 300]),
];
export const sentBack: Plot = (c) => [...replied(c, 'PARTLY'), move.verify(c, 'no')];
export const missed: Plot = (c) => [...signed(c), move.contact(c, undefined, { reached: false })];
export const emergencyInHand: Plot = (c) => [
  move.register(c, { intake: 'counter' }),
  move.showEmergency(c),
  move.confirmHandover(c, true),
  move.triage(c),
  move.dispatch(c),
  move.signFor(c),
  move.contact(c),
];
export const awaitingCall =
  (outcome: Said = 'FIXED'): Plot =>
  (c) =>
    replied(c, outcome);
export const awaitingSecondCall: Plot = (c) => [
  ...replied(c, 'FIXED'),
  move.verify(c, null, [60, 200]),
];
export const awaitingClose =
  (solved: 'yes' | 'partly', by: 'call' | 'person'): Plot =>
  (c) => [...replied(c, 'FIXED'), move.verify(c, solved, [40, 200], by)];

/** What the second person's request does, given the first one's stream. */
export type Joining = (cast: Cast, into: StreamId) => readonly Move[];

export const joins: Joining = (c, into) => [
  move.register(c),
  move.triage(c, [5, 20]),
  move.merge(c, into, [5, 20]),
];
export const joinsAndParts: Joining = (c, into) => [
  ...joins(c, into),
  move.unmerge(c, into, [60, 120]),
  move.dispatch(c, [5, 20]),
];
/** The one that was joined is taken back: the other request gets its own way again. */
export const joinedThenWithdrawn: Plot = (c) => [
  ...heard(c),
  move.says(c, 'withdraw', move.onceFilled(c, c.phrases.withdraw), [150, 300]),
];
