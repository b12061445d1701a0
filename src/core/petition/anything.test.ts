import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { equal } from '../invariants/equal.ts';
import { createChecker } from '../invariants/index.ts';
import { petitioning, petitionLadder } from '../rulebook/petition.fixture.ts';
import { evolve } from './evolve.ts';
import * as g from './given.fixture.ts';
import { project } from './project.ts';
import { holdsMatter } from './registering.ts';
import { holderOf, isLive, type PetitionState } from './state.ts';
import { transitions } from './transitions.ts';

const KINDS = ['claim', 'claim', 'claim', 'suggestion'];

/** What somebody might do next; not always rightly. */
function choices({ state, now }: g.Story): readonly g.Act[] {
  if (state.status === 'none') {
    return [
      ...KINDS.map((kind) => g.registers({ kind })),
      g.registers({ kind: 'report', number: null, words: null }),
    ];
  }
  const unit = holderOf(state);
  const letters = state.letters
    .filter(({ delivered }) => delivered === null)
    .flatMap(({ n, unit: of }) => [g.delivers(n), g.delivers(n, g.handler(of))]);
  const due = state.clocks
    .filter(({ status }) => status === 'running')
    .map(({ id, dueAt }) => ({ ...g.ticks(id, 0), now: Math.max(now, dueAt) }));
  const asked = [g.asksReview(), g.claimsFacts(), g.looks(true), g.looks(false)];
  const extended = [g.asksExtension(), g.asksExtension(90), g.grants(), g.grants(false)];
  const heard = [g.opensHearing(unit), g.closesHearing(unit), g.mediates()];
  const opined = [g.opines(unit), g.opines(unit, 'SUPPORT'), g.opines(unit, 'EXPLAIN')];
  const first = [
    g.handsOver(),
    g.routes(),
    g.routes('s1', 'urban'),
    g.declines('accepted-elsewhere', g.clerk),
  ];
  const body = [
    g.objects(unit),
    g.accepts(unit),
    g.declines('accepted-elsewhere', g.handler(unit)),
    g.decidesReturn(true),
    g.decidesReturn(false),
  ];
  const shared = [g.names('s1', 'urban'), g.names('urban', 'urban'), g.designates('s1')];
  const rare = [g.withdraws()];
  const head = { by: { unit: 'd', role: 'unit_head' }, text: '本周内作出' } as const;
  const above = [g.supervises(), g.supervises(g.head('d')), g.supervises(g.head('d'), head)];
  switch (state.status) {
    case 'registered':
      return [...first, ...first, ...rare, ...due];
    case 'shared':
      return [...shared, ...shared, ...rare, ...due];
    case 'routed':
    case 'objected':
      return [...body, ...body, ...letters, ...rare, ...due];
    case 'working':
      return [
        ...opined,
        ...opined,
        ...extended,
        ...heard,
        ...letters,
        ...above,
        ...rare,
        ...rare,
        ...due,
      ];
    case 'opined':
      return [...letters, ...letters, ...letters, ...asked, ...rare, ...due];
    default:
      return [...letters, ...letters, ...letters, ...asked, ...due];
  }
}

const anySteps = fc.array(
  fc.record({
    pick: fc.nat(1_000),
    later: fc.nat(40 * g.HOUR),
    back: fc.constantFrom(0, 0, g.HOUR, 3 * g.DAY),
  }),
  { minLength: 5, maxLength: 60, size: 'max' },
);
type Steps = typeof anySteps extends fc.Arbitrary<infer T> ? T : never;

/** One act after another; a refused one leaves everything as it was. */
const run = (steps: Steps): g.Story =>
  steps.reduce<g.Story>(
    (story, { pick, later, back }) => {
      const all = choices(story);
      const act = all[pick % all.length] ?? g.registers();
      const now = Math.max(act.now ?? 0, story.now + later);
      const next = g.when(story, { ...act, now, ...(back > 0 && { at: now - back }) });
      return 'code' in next ? story : next;
    },
    g.nothing(petitioning({}, { ladder: petitionLadder })),
  );

const edges = transitions.edges.map(({ from, event, to }) => `${from} ${event} ${to}`);

describe('whatever anybody does with a petition', () => {
  it('keeps every promise, travels only its edges, and replay gives the same state', () => {
    const travelled = new Set<string>();
    fc.assert(
      fc.property(anySteps, (steps) => {
        const { stream, events, state, claims, institution } = run(steps);
        let replayed: PetitionState = { status: 'none' };
        const breached = new Map<string, number>();
        for (const event of events) {
          const before = replayed.status;
          replayed = evolve(replayed, event);
          if (before !== replayed.status) {
            travelled.add(`${before} ${event.type} ${replayed.status}`);
          }
          // Late stays late: whatever comes after, the breach keeps its instant.
          const clocks = replayed.status === 'none' ? [] : replayed.clocks;
          for (const { id, breachedAt } of clocks) {
            if (breached.has(id)) expect(breachedAt).toBe(breached.get(id));
            if (breachedAt !== null) breached.set(id, breachedAt);
          }
        }
        expect(equal(replayed, state)).toBe(true);
        // One petition a matter, for as long as it is this one's.
        const held = claims.reduce((sum, { op }) => sum + (op === 'take' ? 1 : -1), 0);
        const holds = state.status !== 'none' && holdsMatter(state);
        expect(held).toBe(holds ? 1 : 0);
        // While it is live somebody owes an act, or it is the person's turn and their time runs.
        if (state.status !== 'none' && isLive(state)) {
          const { acts, clocks } = project(state);
          const runs = clocks.some(({ status }) => status === 'running');
          expect(acts.length > 0 || runs).toBe(true);
        }
        const checker = createChecker(institution);
        checker.look({ process: 'petition', stream, events, state, list: project(state).list });
        const broken = checker
          .verdicts({ settled: true })
          .flatMap(({ invariant, violations }) =>
            violations.map(({ what }) => `${invariant.number} ${what}`),
          );
        expect(broken).toEqual([]);
      }),
      { numRuns: 200, seed: 18, endOnFailure: true },
    );
    expect([...travelled].filter((edge) => !edges.includes(edge))).toEqual([]);
    expect(edges.filter((edge) => !travelled.has(edge))).toEqual([]);
  });
});
