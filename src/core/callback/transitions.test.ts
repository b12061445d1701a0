import { describe, expect, it } from 'vitest';
import { callbackLaw } from '../rulebook/small.fixture.ts';
import { evolve } from './evolve.ts';
import * as g from './given.fixture.ts';
import type { CallbackState } from './state.ts';
import { transitions } from './transitions.ts';

const { given, nothing } = g;
const nobody = g.callingBack({ callback: { ...callbackLaw, units: ['s1'] } });
const lastRound = (...acts: readonly g.Act[]) => given(g.looking(), ...acts, g.ticks('wait-2', 91));

/** The shortest way along each edge: a story, and the act that travels it. */
const WAYS: Readonly<Record<string, readonly [g.Story, g.Act]>> = {
  'none NotDrawn not_drawn': [nothing(), g.draws(0.75)],
  'none NobodyToAsk unasked': [nothing(nobody), g.draws()],
  'none Drawn waiting': [nothing(), g.draws()],
  'none RecheckPlanned waiting': [g.recheck(), g.plans()],
  'waiting AskingBegan asking': [g.drawn(), g.ticks('wait-1', 10)],
  'asking Answered answered': [g.asking(), g.answers()],
  'asking Found answered': [g.looking(), g.finds('recurred')],
  'asking Found waiting': [g.looking(), g.finds()],
  'asking WindowClosed unanswered': [g.asking(), g.ticks('window-1', 25)],
  'asking WindowClosed answered': [lastRound(g.finds()), g.ticks('window-2', 106)],
  'asking WindowClosed waiting': [g.looking(), g.ticks('window-1', 46)],
  'waiting Overtaken overtaken': [g.drawn(), g.reopened()],
  'asking Overtaken overtaken': [g.asking(), g.reopened()],
};

function changes({ events }: g.Story): readonly string[] {
  let state: CallbackState = { status: 'none' };
  return events.flatMap((event) => {
    const before = state.status;
    state = evolve(state, event);
    return before === state.status ? [] : [`${before} ${event.type} ${state.status}`];
  });
}

describe('the graph', () => {
  const edges = transitions.edges.map(({ from, event, to }) => `${from} ${event} ${to}`);

  it('has a way along every edge, and no edge twice', () => {
    expect(edges.toSorted()).toEqual(Object.keys(WAYS).toSorted());
  });

  it.each(edges)('%s', (edge) => {
    const [story, act] = WAYS[edge] ?? [nothing(), g.draws()];
    expect(changes(given(story, act)).slice(changes(story).length)).toContain(edge);
  });
});
