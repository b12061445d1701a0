import { describe, expect, it } from 'vitest';
import { evolve } from './evolve.ts';
import * as g from './given.fixture.ts';
import type { SponsorshipState } from './state.ts';
import { transitions } from './transitions.ts';

const { given, nothing, usually } = g;

/** The shortest way along each edge: a story, and the act that travels it. */
const WAYS: Readonly<Record<string, readonly [g.Story, g.Act]>> = {
  'none SponsorshipNominated nominated': [nothing(), g.nominates()],
  'nominated SponsorshipAccepted accepted': [usually('nominated'), g.accepts()],
  'nominated NominationTakenBack dropped': [usually('nominated'), g.takesBack()],
  'accepted CasePlanned agreed': [usually('met'), g.plans({})],
  'agreed ResultTold told': [usually('finished'), g.tellsResult],
  'accepted SponsorshipClosed closed': [usually('accepted'), g.caseEnds()],
  'agreed SponsorshipClosed closed': [usually('agreed'), g.caseEnds()],
  'told SponsorshipClosed closed': [usually('told'), g.closes()],
  'closed FollowUpBegun following': [usually('closed'), g.wantsFollowUp()],
  'following FollowUpEnded ended': [usually('following'), g.stopsFollowUp],
};

function changes({ events }: g.Story) {
  let state: SponsorshipState = { status: 'none' };
  return events.flatMap((event) => {
    const before = state.status;
    state = evolve(state, event);
    return before === state.status ? [] : [`${before} ${event.type} ${state.status}`];
  });
}

describe('the graph of a sponsorship', () => {
  const edges = transitions.edges.map(({ from, event, to }) => `${from} ${event} ${to}`);

  it('has a way along every edge, and no edge twice', () => {
    expect(edges.toSorted()).toEqual(Object.keys(WAYS).toSorted());
  });

  it.each(edges)('%s', (edge) => {
    const [story, act] = WAYS[edge] ?? [nothing(), g.nominates()];
    expect(changes(given(story, act)).slice(changes(story).length)).toContain(edge);
  });

  it('is connected, and every end is a status', () => {
    const reached = new Set([transitions.states[0]]);
    for (let size = 0; size < reached.size; ) {
      size = reached.size;
      for (const { from, to } of transitions.edges) if (reached.has(from)) reached.add(to);
    }
    expect([...reached].toSorted()).toEqual(transitions.states.toSorted());
  });
});
