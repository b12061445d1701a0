import { describe, expect, it } from 'vitest';
import { evolve } from './evolve.ts';
import * as g from './given.fixture.ts';
import type { PetitionState } from './state.ts';
import { transitions } from './transitions.ts';

const { given, nothing, usually } = g;
const withdrawn = (step: Parameters<typeof usually>[0]) => [usually(step), g.withdraws()] as const;
const objected = () => given(usually('routed'), g.objects());
const shared = () => given(usually('registered'), g.routes('s1', 'urban'));
const closed = () => given(usually('told'), g.ticks('ask-review-1', 35));
const claimed = (story: g.Story) => given(story, g.claimsFacts());
const late = g.did(g.clerk, g.asksReview().command, {
  onBehalfOf: { kind: 'person', relation: 'helper' },
  now: g.AFTERNOON + 36 * g.DAY,
  at: g.AFTERNOON + 20 * g.DAY,
});

/** The shortest way along each edge: a story, and the act that travels it. */
const WAYS: Readonly<Record<string, readonly [g.Story, g.Act]>> = {
  'none PetitionRegistered registered': [nothing(), g.registers()],
  'registered HandedOver handed-over': [
    given(nothing(), g.registers({ kind: 'suggestion' })),
    g.handsOver(),
  ],
  'registered Routed routed': [usually('registered'), g.routes()],
  'registered Routed shared': [usually('registered'), g.routes('s1', 'urban')],
  'registered PetitionNotAccepted not-accepted': [
    usually('registered'),
    g.declines('accepted-elsewhere', g.clerk),
  ],
  'registered PetitionConcluded concluded': withdrawn('registered'),
  'shared BodySettled routed': [shared(), g.designates('s1')],
  'shared PetitionConcluded concluded': [shared(), g.withdraws()],
  'routed TransferObjected objected': [usually('routed'), g.objects()],
  'routed PetitionAccepted working': [usually('routed'), g.accepts()],
  'routed PetitionNotAccepted not-accepted': [usually('routed'), g.declines()],
  'routed PetitionConcluded concluded': withdrawn('routed'),
  'objected TransferDecided registered': [objected(), g.decidesReturn(true)],
  'objected TransferDecided routed': [objected(), g.decidesReturn(false)],
  'objected PetitionConcluded concluded': [objected(), g.withdraws()],
  'working OpinionGiven opined': [usually('noticed'), g.opines()],
  'working PetitionConcluded concluded': withdrawn('noticed'),
  'opined LetterDelivered told': [usually('opined'), g.delivers(2)],
  'opined PetitionConcluded concluded': withdrawn('opined'),
  'told ReviewAsked working': [usually('told'), g.asksReview()],
  'told PetitionConcluded concluded': [usually('told'), g.ticks('ask-review-1', 35)],
  'concluded ReviewAsked working': [closed(), late],
  'concluded NewFactsFound registered': [claimed(usually('concluded')), g.looks(true)],
  'not-accepted NewFactsFound registered': [
    claimed(given(usually('routed'), g.declines())),
    g.looks(true),
  ],
};

function changes({ events }: g.Story): readonly string[] {
  let state: PetitionState = { status: 'none' };
  return events.flatMap((event) => {
    const before = state.status;
    state = evolve(state, event);
    return before === state.status ? [] : [`${before} ${event.type} ${state.status}`];
  });
}

describe('the graph of a petition', () => {
  const edges = transitions.edges.map(({ from, event, to }) => `${from} ${event} ${to}`);

  it('has a way along every edge, and no edge twice', () => {
    expect(edges.toSorted()).toEqual(Object.keys(WAYS).toSorted());
  });

  it.each(edges)('%s', (edge) => {
    const [story, act] = WAYS[edge] ?? [nothing(), g.registers()];
    expect(changes(given(story, act)).slice(changes(story).length)).toContain(edge);
  });
});
