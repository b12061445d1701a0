import { describe, expect, it } from 'vitest';
import type { TransitionGraph } from '../process.ts';
import { evolve } from './evolve.ts';
import * as g from './given.fixture.ts';
import { callOutOf, type WhistleState } from './state.ts';
import { callOutTransitions, transitions } from './transitions.ts';

const { given, nothing, usually } = g;
const objected = () => given(usually('issued'), g.objects());
const missed = () => given(usually('signed'), g.ticks('report-in-1', 25));

type Ways = Readonly<Record<string, readonly [g.Story, g.Act]>>;

/** The shortest way along each edge: a story, and the act that travels it. */
const WHISTLE: Ways = {
  'none WhistleProposed proposed': [nothing(), g.proposes()],
  'proposed WhistleIssued issued': [usually('proposed'), g.screens()],
  'proposed WhistleDeclined declined': [usually('proposed'), g.screens(false)],
  'proposed WhistleTakenBack declined': [usually('proposed'), g.takesBack()],
  'issued Concluded concluded': [usually('settled'), g.concludes()],
  'issued Concluded rated': [given(usually('issued'), g.standsDown()), g.concludes('NOT_NEEDED')],
  'concluded RatingsOpened rated': [
    given(usually('concluded'), g.rates('urban', 's1')),
    g.rates('s1', 'urban'),
  ],
};

const CALL_OUT: Ways = {
  'notified CallOutSigned signed': [usually('issued'), g.signs()],
  'notified CallOutObjected objected': [usually('issued'), g.objects()],
  'signed CallOutObjected objected': [usually('signed'), g.objects()],
  'objected CallOutRuled signed': [objected(), g.decides(false)],
  'objected Released released': [objected(), g.decides(true)],
  'notified ReportedIn reported': [usually('issued'), g.reports()],
  'signed ReportedIn reported': [usually('signed'), g.reports()],
  'notified CallOutMissed missed': [usually('issued'), g.ticks('report-in-1', 25)],
  'signed CallOutMissed missed': [usually('signed'), g.ticks('report-in-1', 25)],
  'missed ReportedIn reported': [missed(), g.later(g.reports(), 26)],
  'notified Released released': [usually('issued'), g.standsDown()],
  'signed Released released': [usually('signed'), g.standsDown()],
  'missed Released released': [missed(), g.later(g.standsDown(), 26)],
  'reported Released released': [usually('reported'), g.settles()],
};

const statusOf = (state: WhistleState) => state.status;
const callOutStatus = (state: WhistleState) =>
  state.status === 'none' ? undefined : callOutOf(state, 1)?.status;

function changes({ events }: g.Story, of: (state: WhistleState) => string | undefined) {
  let state: WhistleState = { status: 'none' };
  return events.flatMap((event) => {
    const before = of(state);
    state = evolve(state, event);
    const after = of(state);
    return before === undefined || before === after ? [] : [`${before} ${event.type} ${after}`];
  });
}

describe.each([
  [transitions, WHISTLE, statusOf],
  [callOutTransitions, CALL_OUT, callOutStatus],
])('the graph of a $process', (graph: TransitionGraph, ways, of) => {
  const edges = graph.edges.map(({ from, event, to }) => `${from} ${event} ${to}`);

  it('has a way along every edge, and no edge twice', () => {
    expect(edges.toSorted()).toEqual(Object.keys(ways).toSorted());
  });

  it.each(edges)('%s', (edge) => {
    const [story, act] = ways[edge] ?? [nothing(), g.proposes()];
    const travelled = changes(given(story, act), of).slice(changes(story, of).length);
    expect(travelled).toContain(edge);
  });

  it('is connected, and every end is a status', () => {
    const reached = new Set([graph.states[0]]);
    for (let size = 0; size < reached.size; ) {
      size = reached.size;
      for (const { from, to } of graph.edges) if (reached.has(from)) reached.add(to);
    }
    expect([...reached].toSorted()).toEqual(graph.states.toSorted());
  });
});
