import { describe, expect, it } from 'vitest';
import { evolve } from './evolve.ts';
import * as g from './given.fixture.ts';
import type { RetentionState } from './state.ts';
import { transitions } from './transitions.ts';

const { given, nothing, usually } = g;
const held = () => given(nothing(), g.begins(g.withdrawn()), g.holds(30), g.agrees());
const due = () => given(nothing(), g.begins(g.withdrawn()), g.ticks('keep-1', 12));

/** The shortest way along each edge: a story, and the act that travels it. */
const WAYS: Readonly<Record<string, readonly [g.Story, g.Act]>> = {
  'none RetentionBegun kept': [nothing(), g.begins()],
  'stopped RetentionBegun kept': [usually('stopped'), g.begins()],
  'kept RetentionStopped stopped': [usually('kept'), g.stops()],
  'lapsed RetentionStopped stopped': [usually('lapsed'), g.stops()],
  'due RetentionStopped stopped': [usually('due'), g.stops()],
  'kept RetentionLapsed lapsed': [usually('kept'), g.ticks('keep-1', 101)],
  'kept RetentionLapsed due': [given(nothing(), g.begins(g.withdrawn())), g.ticks('keep-1', 12)],
  'lapsed Transferred due': [given(usually('lapsed'), g.packs()), g.transfers()],
  'lapsed HoldEnded due': [given(held(), g.ticks('keep-1', 12)), g.lifts()],
  'due HoldPlaced lapsed': [due(), g.holds(30)],
  'due ErasureOrdered erasing': [usually('due'), g.erases()],
  'erasing Erased erased': [usually('erasing'), g.confirms()],
};

function changes({ events }: g.Story): readonly string[] {
  let state: RetentionState = { status: 'none' };
  return events.flatMap((event) => {
    const before = state.status;
    state = evolve(state, event);
    return before === state.status ? [] : [`${before} ${event.type} ${state.status}`];
  });
}

describe('the graph of a retention', () => {
  const edges = transitions.edges.map(({ from, event, to }) => `${from} ${event} ${to}`);

  it('has a way along every edge, and no edge twice', () => {
    expect(edges.toSorted()).toEqual(Object.keys(WAYS).toSorted());
  });

  it.each(edges)('%s', (edge) => {
    const [story, act] = WAYS[edge] ?? [nothing(), g.begins()];
    expect(changes(given(story, act)).slice(changes(story).length)).toContain(edge);
  });
});
