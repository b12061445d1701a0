import { describe, expect, it } from 'vitest';
import { evolve } from './evolve.ts';
import * as g from './given.fixture.ts';
import type { SupportState } from './state.ts';
import { transitions } from './transitions.ts';

const { given, nothing, usually } = g;
/** Agreed to until two days on, and delivered within them. */
const briefly = () =>
  given(
    usually('offered'),
    g.consents(g.AFTERNOON + 2 * g.DAY),
    g.shows(),
    g.later(g.delivers(), 40),
  );

/** The shortest way along each edge: a story, and the act that travels it. */
const WAYS: Readonly<Record<string, readonly [g.Story, g.Act]>> = {
  'none SupportOffered offered': [nothing(), g.offers()],
  'offered Consented consented': [usually('offered'), g.consents()],
  'offered Refused ended': [usually('offered'), g.refuses()],
  'offered OfferTakenBack ended': [usually('offered'), g.takesBack()],
  'offered Lapsed ended': [usually('offered'), g.ticks('support-answer-1', 241)],
  'consented Delivered delivered': [usually('shown'), g.delivers()],
  'consented NotDeliverable ended': [usually('consented'), g.cannot()],
  'consented Revoked ended': [usually('consented'), g.revokes()],
  'consented Lapsed ended': [
    given(usually('offered'), g.consents(g.AFTERNOON + 2 * g.DAY)),
    g.ticks('support-consent-1', 49),
  ],
  'delivered Received ended': [usually('delivered'), g.confirms()],
  'delivered ReceiptUnanswered ended': [usually('delivered'), g.ticks('support-receipt-1', 130)],
  'delivered ReceiptDenied consented': [usually('delivered'), g.denies()],
  'delivered ReceiptDenied offered': [briefly(), g.later(g.denies(), 60)],
};

function changes({ events }: g.Story): readonly string[] {
  let state: SupportState = { status: 'none' };
  return events.flatMap((event) => {
    const before = state.status;
    state = evolve(state, event);
    return before === state.status ? [] : [`${before} ${event.type} ${state.status}`];
  });
}

describe('the graph of a support', () => {
  const edges = transitions.edges.map(({ from, event, to }) => `${from} ${event} ${to}`);

  it('has a way along every edge, and no edge twice', () => {
    expect(edges.toSorted()).toEqual(Object.keys(WAYS).toSorted());
  });

  it.each(edges)('%s', (edge) => {
    const [story, act] = WAYS[edge] ?? [nothing(), g.offers()];
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
