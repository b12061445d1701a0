import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyAct as anyCaseAct, anyStep } from '../case/any-act.fixture.ts';
import { evolve as evolveCase } from '../case/evolve.ts';
import type { CaseState } from '../case/state.ts';
import { equal } from '../invariants/equal.ts';
import type { Recorded } from '../process.ts';
import { whistleLaw, whistlingInstitution } from '../rulebook/small.fixture.ts';
import { anyAct } from './any-act.fixture.ts';
import type { WhistleEvent } from './events.ts';
import { evolve } from './evolve.ts';
import { DAY, HOUR, MONDAY, machine } from './given.fixture.ts';
import type { WhistleState } from './state.ts';
import { callOutTransitions, transitions } from './transitions.ts';
import { emptyWorld, settled, stateOf, tried, violations, type World } from './world.fixture.ts';

const CASES = ['case-1', 'case-2', 'case-3'];
const anySteps = fc.array(
  fc.record({ base: anyStep, whistle: fc.constantFrom(null, 'w1', 'w2', 'w3', 'w4') }),
  { minLength: 40, maxLength: 140, size: 'max' },
);
type Steps = typeof anySteps extends fc.Arbitrary<infer T> ? T : never;

/** A smaller capacity from the second day on, and another level less. */
function changing() {
  const institution = whistlingInstitution();
  const [law] = institution.rulebooks;
  if (law === undefined) throw new Error('no law');
  const levels = whistleLaw.levels.filter(({ kind, level }) => kind !== 'DAILY' || level === 1);
  const whistle = { ...whistleLaw, levels, capacity: { ...whistleLaw.capacity, usual: 1 } };
  const later = { ...law, version: '2', effectiveFrom: MONDAY + 2 * DAY, whistle };
  const last = { ...law, version: '3', effectiveFrom: MONDAY + 20 * DAY, whistle: null };
  return { ...institution, rulebooks: [law, later, last] };
}

/** One step of somebody on a case or on a whistle; a refused act leaves the world as it was. */
function run(steps: Steps): World {
  let world = emptyWorld(changing());
  for (const { base, whistle } of steps) {
    const { stream, pick, later, entered } = base;
    world = { ...world, now: world.now + Math.min(later, 5 * HOUR + (later % DAY)) };
    const at = world.now - entered;
    if (whistle === null || world.streams.size < 2) {
      const others = CASES.filter((other) => other !== stream);
      const act = anyCaseAct(stateOf(world, stream) as CaseState, pick, stream, others);
      world = tried(world, { process: 'case', stream, by: act.by, command: act.command, at });
    } else {
      const state = stateOf(world, whistle) as WhistleState;
      const act = anyAct(state, pick, world.now, stream);
      world = tried(world, {
        process: 'whistle',
        stream: whistle,
        by: act.by,
        command: act.command,
        at,
      });
      if (pick % 3 === 0) world = ticked(world, whistle);
    }
    if (pick % 4 === 0) world = settled(world);
  }
  return world;
}

/** The worker, where something of the whistle is due. */
function ticked(world: World, stream: string): World {
  const state = stateOf(world, stream) as WhistleState;
  if (state.status === 'none') return world;
  return state.clocks
    .filter((clock) => clock.status === 'running' && clock.dueAt <= world.now)
    .reduce(
      (sofar, { id, revision }) =>
        tried(sofar, {
          process: 'whistle',
          stream,
          by: machine('tick'),
          command: { type: 'clock-due', data: { clock: id, revision } },
        }),
      world,
    );
}

describe('whatever anybody does with cases and whistles', () => {
  it('keeps every promise, before and after the reactions', () => {
    fc.assert(
      fc.property(anySteps, (steps) => {
        const world = run(steps);
        expect(violations(world)).toEqual([]);
        expect(violations(settled(world))).toEqual([]);
      }),
      { numRuns: 100, endOnFailure: true },
    );
  });

  it('travels only edges of both graphs, most of them, and replay gives the same state', () => {
    const edges = [transitions, callOutTransitions].flatMap((graph) =>
      graph.edges.map(({ from, event, to }) => `${from} ${event} ${to}`),
    );
    const travelled = new Set<string>();
    fc.assert(
      fc.property(anySteps, (steps) => {
        for (const { process, events, state } of settled(run(steps)).streams.values()) {
          if (process === 'case') {
            expect(equal(events.reduce(evolveCase as never, { status: 'none' }), state)).toBe(true);
            continue;
          }
          const replayed = follow(events as readonly Recorded<WhistleEvent>[], travelled);
          expect(equal(replayed, state)).toBe(true);
        }
        expect([...travelled].filter((edge) => !edges.includes(edge))).toEqual([]);
      }),
      { numRuns: 100, seed: 7, endOnFailure: true },
    );
    expect(edges.filter((edge) => !travelled.has(edge)).length).toBeLessThanOrEqual(2);
  });
});

function follow(events: readonly Recorded<WhistleEvent>[], travelled: Set<string>): WhistleState {
  let state: WhistleState = { status: 'none' };
  for (const event of events) {
    const before: WhistleState = state;
    state = evolve(before, event);
    if (before.status !== state.status) {
      travelled.add(`${before.status} ${event.type} ${state.status}`);
    }
    if (before.status === 'none' || state.status === 'none') continue;
    const then = new Map(before.callOuts.map(({ n, status }) => [n, status]));
    for (const { n, status } of state.callOuts) {
      const was = then.get(n);
      if (was !== undefined && was !== status) travelled.add(`${was} ${event.type} ${status}`);
    }
  }
  return state;
}
