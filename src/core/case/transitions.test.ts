import { describe, expect, it } from 'vitest';
import type { HistoryAct } from './commands.ts';
import { evolve } from './evolve.ts';
import * as g from './given.fixture.ts';
import type { CaseState, Status } from './state.ts';
import { transitions } from './transitions.ts';

const { did, given, nothing, usual, usually } = g;

const consult = () =>
  given(nothing(), { ...usual.register, command: g.registration({ kind: 'consult' }) });
const answer = did(g.clerk, { type: 'answer-at-once', data: { answer: g.sealed() } });
const redirect = did(g.clerk, { type: 'redirect', data: { channel: 'market' } });
const target = usually('assigned', nothing(undefined, 'case-2')).state;
const merge = g.merges('case-2', target, '同一处');
const unmerge = g.unmerges('case-2');
const order = (...acts: readonly g.Act[]) => given(nothing(), g.ordered(72), ...acts);
const objected = () => given(usually('assigned'), g.objects);
const row = (...acts: readonly HistoryAct[]) => g.imports(acts);
const past: readonly HistoryAct[] = [
  { act: 'triaged', at: g.MONDAY, category: 'vending', title: 't', urgency: null },
  { act: 'dispatched', at: g.MONDAY, lead: null, dueAt: null },
];
const told: HistoryAct = { act: 'replied', at: g.MONDAY, reply: null, outcome: 'UNKNOWN' };
const over: HistoryAct = { act: 'closed', at: g.MONDAY, outcome: 'UNKNOWN' };

/** The shortest way along each edge: a story, and the act that travels it. */
const WAYS: Readonly<Record<string, readonly [g.Story, g.Act]>> = {
  'none Registered received': [nothing(), usual.register],
  'received Triaged triaged': [usually('received'), usual.triage],
  'received AnsweredAtOnce answered': [consult(), answer],
  'triaged AnsweredAtOnce answered': [given(consult(), usual.triage), answer],
  'received Redirected redirected': [usually('received'), redirect],
  'triaged Redirected redirected': [usually('triaged'), redirect],
  'triaged Dispatched assigned': [usually('triaged'), usual.dispatch],
  'assigned SignedFor handling': [usually('assigned'), usual.sign],
  'assigned Objected objected': [usually('assigned'), g.objects],
  'objected ObjectionDecided triaged': [objected(), g.decides(true)],
  'objected ObjectionDecided assigned': [objected(), g.decides(false)],
  'triaged AllocationRuled assigned': [g.returnedTwice(), g.rules()],
  'objected AllocationRuled assigned': [objected(), g.rules()],
  'handling Replied replied': [usually('handling'), usual.reply],
  'replied SentBack handling': [usually('replied'), g.answers('no')],
  'replied Closed closed': [usually('verified'), usual.close],
  'assigned Replied replied': [nothing(), row(...past, told)],
  'assigned Closed closed': [nothing(), row(...past, over)],
  'received Closed closed': [nothing(), row(over)],
  'triaged Closed closed': [nothing(), row(...past.slice(0, 1), over)],
  'closed Reopened triaged': [usually('closed'), g.reopens()],
  'closed Reopened received': [given(usually('received'), g.withdraws), g.reopens('new_facts')],
  'answered Reopened received': [given(consult(), answer), g.reopens()],
  'answered Reopened triaged': [given(consult(), usual.triage, answer), g.reopens()],
  'redirected Reopened received': [given(usually('received'), redirect), g.reopens()],
  'redirected Reopened triaged': [given(usually('triaged'), redirect), g.reopens()],
  'received Withdrawn closed': [usually('received'), g.withdraws],
  'triaged Withdrawn closed': [usually('triaged'), g.withdraws],
  'assigned Withdrawn closed': [usually('assigned'), g.withdraws],
  'objected Withdrawn closed': [objected(), g.withdraws],
  'handling Withdrawn closed': [usually('handling'), g.withdraws],
  'replied Withdrawn closed': [usually('replied'), g.withdraws],
  'assigned Redirected redirected': [order(usual.triage, usual.dispatch), g.hears('TAKEN_BACK')],
  'objected Redirected redirected': [
    order(usual.triage, usual.dispatch, g.objects),
    g.hears('TAKEN_BACK'),
  ],
  'handling Redirected redirected': [
    order(usual.triage, usual.dispatch, usual.sign),
    g.hears('TAKEN_BACK'),
  ],
  'replied Redirected redirected': [g.orderReplied(), g.hears('TAKEN_BACK')],
  'received Merged merged': [usually('received'), merge],
  'merged Unmerged received': [given(usually('received'), merge), unmerge],
  'triaged Merged merged': [usually('triaged'), merge],
  'merged Unmerged triaged': [given(usually('triaged'), merge), unmerge],
  'assigned Merged merged': [usually('assigned'), merge],
  'merged Unmerged assigned': [given(usually('assigned'), merge), unmerge],
  'handling Merged merged': [usually('handling'), merge],
  'merged Unmerged handling': [given(usually('handling'), merge), unmerge],
};

const EDGES = transitions.edges.map(({ from, event, to }) => `${from} ${event} ${to}`);

describe('the transition graph', () => {
  it('has a way along every edge, and no edge twice', () => {
    expect(EDGES.toSorted()).toEqual(Object.keys(WAYS).toSorted());
  });

  it.each(EDGES)('%s', (edge) => {
    const [story, act] = WAYS[edge] ?? [nothing(), usual.register];
    expect(changes(given(story, act)).slice(changes(story).length)).toContain(edge);
  });

  it('is connected: every status is reached from none', () => {
    const reached = new Set<Status>(['none']);
    for (let size = 0; size < reached.size; ) {
      size = reached.size;
      for (const { from, to } of transitions.edges) {
        if (reached.has(from as Status)) reached.add(to as Status);
      }
    }
    expect([...reached].toSorted()).toEqual(transitions.states.toSorted());
  });
});

function changes({ events }: g.Story): readonly string[] {
  let state: CaseState = { status: 'none' };
  return events.flatMap((event) => {
    const before = state.status;
    state = evolve(state, event);
    return state.status === before ? [] : [`${before} ${event.type} ${state.status}`];
  });
}
