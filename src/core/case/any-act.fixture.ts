import fc from 'fast-check';
import type { StreamId, UnitId } from '../process.ts';
import type { CaseCommand } from './commands.ts';
import * as g from './given.fixture.ts';
import { type CaseState, orderOf } from './state.ts';

const { did } = g;
const DAY = 24 * g.HOUR;
const LEADS = ['s1', 'urban', 'c11', 'housing', 'market'] as const;

type Choice = (lead: UnitId, stream: StreamId, others: readonly StreamId[]) => readonly g.Act[];

const tick = (clock: string) =>
  did(g.machine('tick'), { type: 'clock-due', data: { clock, revision: 1 } });
const words = () => ({ words: g.sealed() });
const channel = (type: 'redirect' | 'show-emergency', code: string): CaseCommand => ({
  type,
  data: { channel: code },
});
const confirms = (stream: StreamId, remains: boolean) =>
  did(g.person(stream), { type: 'confirm-handover', data: { remains } });
const contact = (lead: UnitId, reached: boolean) =>
  did(g.handler(lead), { type: 'contact', data: { means: 'phone', reached, note: null } });

const registering: Choice = (_lead, stream) =>
  (['consult', 'complaint'] as const).flatMap((kind) => [
    did(g.person(stream), g.registration({ kind })),
    did(g.person(stream), g.registration({ kind, contact: null })),
  ]);

const triaging: Choice = (_lead, stream, others) => [
  ...['vending', 'vending', 'building', 'neighbours', 'gas', 'bribe', 'orphan'].map((category) =>
    did(g.streetDesk, g.triaged(category)),
  ),
  did(g.clerk, channel('show-emergency', 'police')),
  confirms(stream, true),
  confirms(stream, false),
  did(g.streetDesk, channel('redirect', 'market')),
  did(g.clerk, { type: 'answer-at-once', data: { answer: g.sealed() } }),
  ...others.map((into) => did(g.centreDesk, { type: 'merge', data: { into, basis: '同一处' } })),
];

const positions = LEADS.map((unit) => ({ unit, position: '意见' }));
const dispatching: Choice = (_lead, stream, others) => [
  ...LEADS.flatMap((unit) =>
    [g.streetDesk, g.centreDesk].map((by) =>
      did(by, g.dispatched(unit, { overrideReason: '理由' })),
    ),
  ),
  g.rules({ lead: 'urban', positions }),
  ...others.map((into) => did(g.centreDesk, { type: 'merge', data: { into, basis: '' } })),
  confirms(stream, false),
];

const signing: Choice = (lead, _stream, others) => [
  ...[1, 2, 3, 4].map(() => did(g.handler(lead), { type: 'sign-for', data: {} })),
  { ...g.objects, by: g.handler(lead) },
  { ...g.objects, by: g.handler(lead) },
  contact('c11', true),
  ...others.map((into) => did(g.centreDesk, { type: 'merge', data: { into, basis: '同一处' } })),
];

const deciding: Choice = () => [
  g.decides(true),
  g.decides(true),
  g.decides(false),
  g.rules({ lead: 'urban', positions }),
  tick('objection-1'),
];

const handling: Choice = (lead, _stream, others) => [
  ...[1, 2, 3].map(() => ({ ...g.replies('FIXED'), by: g.handler(lead) })),
  { ...g.replies('EXPLAINED_CANNOT', '条例第三条'), by: g.handler(lead) },
  contact(lead, true),
  contact(lead, false),
  { ...g.suspends(), by: g.head(lead) },
  { ...g.resumes(), by: g.handler(lead) },
  { ...g.asksExtension(1), by: g.handler(lead) },
  { ...g.asksExtension(1), by: g.handler(lead) },
  g.decidesExtension(true),
  g.decidesExtension(true),
  g.decidesExtension(false),
  { ...g.tellsExtension, by: g.handler(lead) },
  { ...g.tellsExtension, by: g.handler(lead) },
  ...others.map((into) => did(g.centreDesk, { type: 'merge', data: { into, basis: '同一处' } })),
];

const verifying: Choice = (_lead, stream) => [
  ...(['yes', 'partly', 'no', 'not_contacted'] as const).flatMap((solved) => [
    g.answers(solved),
    g.answers(solved, g.person(stream)),
  ]),
  g.answers(null, g.caller, false),
  ...(['FIXED', 'PARTLY', 'EXPLAINED_CANNOT', 'UNREACHABLE'] as const).map(g.closes),
  ...(['FIXED', 'PARTLY'] as const).map(g.closes),
];

const ended: Choice = (_lead, stream) => [
  g.reopens('not_fixed', g.person(stream)),
  g.reopens('new_facts', g.person(stream)),
  g.reopens('failed_recheck', g.caller),
  did(g.person(stream), { type: 'disagree', data: words() }),
];

/** The system above: another due time, its word, what it was asked and told. */
const theirs = (stream: StreamId): readonly g.Act[] => {
  const [system, number] = ['12345', stream];
  const reference = { system, number, dueAt: null, state: '已核实' };
  return [
    ...[-20, 30, 200].map((hours) =>
      did(g.centreDesk, {
        type: 'update-external',
        data: { reference: { system, number, dueAt: g.MONDAY + hours * g.HOUR, state: '在办' } },
      }),
    ),
    did(g.centreDesk, { type: 'hear-upstream', data: { reference, word: 'FIXED' } }),
    did(g.centreDesk, { type: 'hear-upstream', data: { reference, word: 'TAKEN_BACK' } }),
    did(g.centreDesk, { type: 'ask-upstream-return', data: { reason: '不属本区' } }),
    { ...g.asksTheirTime(), by: g.centreDesk },
    did(g.centreDesk, { type: 'tell-upstream', data: { system, number, upTo: 1, state: '在办' } }),
  ];
};

const always: Choice = (_lead, stream) => [
  ...theirs(stream),
  did(g.person(stream), { type: 'withdraw', data: { words: null } }),
  did(g.person(stream), { type: 'add-words', data: words() }),
  did(g.streetDesk, { type: 'remind', data: { text: '请尽快' } }),
  did(g.supervisor, { type: 'supervise', data: { text: '请尽快' } }),
  ...['triage-1', 'dispatch-1', 'sign-for-1', 'contact-1', 'reply-1', 'verification-1'].map(tick),
];

const CHOICES: Readonly<Record<CaseState['status'], Choice>> = {
  none: registering,
  received: triaging,
  triaged: dispatching,
  assigned: signing,
  objected: deciding,
  handling,
  replied: verifying,
  closed: ended,
  answered: ended,
  redirected: ended,
  merged: () => [],
};

/** What somebody might do next; `pick` chooses. One act in eight has nothing to do with the state. */
export function anyAct(
  state: CaseState,
  pick: number,
  stream: StreamId,
  others: readonly StreamId[],
): g.Act {
  const lead = orderOf(state)?.lead ?? 's1';
  const all = [...Object.values(CHOICES), always];
  const wild = all[(pick >> 4) % all.length] ?? always;
  const choice = pick % 8 === 0 ? wild : CHOICES[state.status];
  const unmerge = state.status === 'merged' ? [g.unmerges(state.into)] : [];
  const acts = [...choice(lead, stream, others), ...unmerge];
  const usable = acts.length === 0 ? always(lead, stream, others) : acts;
  const act = usable[(pick >> 8) % usable.length];
  if (act === undefined) throw new Error('no act');
  return act;
}

/** One step: where, what, how long after the step before, and how late it is entered. */
export const anyStep = fc.record({
  stream: fc.constantFrom('case-1', 'case-2', 'case-3'),
  pick: fc.nat(2 ** 24),
  later: fc.oneof(
    { weight: 9, arbitrary: fc.integer({ min: 0, max: 3 * g.HOUR }) },
    { weight: 1, arbitrary: fc.integer({ min: 0, max: 6 * DAY }) },
  ),
  entered: fc.oneof(
    { weight: 9, arbitrary: fc.constant(0) },
    { weight: 1, arbitrary: fc.integer({ min: 1, max: DAY }) },
  ),
});
export interface AnyStep {
  readonly stream: StreamId;
  readonly pick: number;
  readonly later: number;
  readonly entered: number;
}
