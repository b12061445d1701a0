import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as c from '../case/given.fixture.ts';
import { equal } from '../invariants/equal.ts';
import type { Recorded } from '../process.ts';
import {
  emptyWorld,
  settled,
  stateOf,
  tried,
  violations,
  type World,
} from '../whistle/world.fixture.ts';
import { anyAct } from './any-act.fixture.ts';
import type { CallbackEvent } from './events.ts';
import { evolve } from './evolve.ts';
import { callingBack, DAY, HOUR, machine } from './given.fixture.ts';
import type { CallbackState } from './state.ts';
import { transitions } from './transitions.ts';

const ABOUT = ['case-1', 'case-2'];
const anySteps = fc.array(
  fc.record({
    about: fc.constantFrom(...ABOUT),
    recheck: fc.boolean(),
    pick: fc.nat(),
    days: fc.nat(12),
    late: fc.constantFrom(0, 0, HOUR, 5 * DAY),
    reopens: fc.nat(12).map((n) => n === 0),
  }),
  { minLength: 20, maxLength: 80, size: 'max' },
);
type Steps = typeof anySteps extends fc.Arbitrary<infer T> ? T : never;

const { usual } = c;
const CLOSING = [
  usual.register,
  usual.triage,
  usual.dispatch,
  usual.sign,
  usual.reply,
  usual.verify,
  usual.close,
];

/** Closes a case wherever it stands; what does not fit is refused. */
const closed = (world: World, stream: string): World =>
  CLOSING.reduce(
    (sofar, { by, command }) => tried(sofar, { process: 'case', stream, by, command }),
    world,
  );

function run(steps: Steps): World {
  let world = emptyWorld(callingBack());
  for (const about of ABOUT) world = settled(closed(world, about));
  for (const { about, recheck, pick, days, late, reopens } of steps) {
    world = ticked({ ...world, now: world.now + days * DAY + HOUR });
    const by = c.person(about);
    if (reopens) {
      const { command } = c.reopens();
      world = tried(world, { process: 'case', stream: about, by, command });
    }
    if (pick % 3 === 0) world = closed(world, about);
    const closings = closingsOf(world, about);
    const stream = `${recheck ? 'recheck' : 'callback'}-${about}-${1 + (pick % closings)}`;
    const act = anyAct(stateOf(world, stream) as unknown as CallbackState, pick, about);
    const at = world.now - late;
    world = tried(world, { process: 'callback', stream, by: act.by, command: act.command, at });
    if (pick % 2 === 0) world = settled(world);
  }
  return world;
}

function closingsOf(world: World, about: string): number {
  const state = stateOf(world, about);
  return 'closings' in state ? Math.max(1, state.closings) : 1;
}

/** The worker, wherever something of a callback is due. */
function ticked(world: World): World {
  let sofar = world;
  for (const [stream, { process, state }] of world.streams) {
    if (process !== 'callback') continue;
    const { clocks } = state as Exclude<CallbackState, { status: 'none' }>;
    for (const { id, revision, status, dueAt } of clocks ?? []) {
      if (status !== 'running' || dueAt > world.now) continue;
      const command = { type: 'clock-due', data: { clock: id, revision } } as const;
      sofar = tried(sofar, { process, stream, by: machine('tick'), command });
    }
  }
  return sofar;
}

describe('whatever anybody does with callbacks and their cases', () => {
  it('keeps every promise, before and after the reactions, along edges of the graph', () => {
    const edges = transitions.edges.map(({ from, event, to }) => `${from} ${event} ${to}`);
    const travelled = new Set<string>();
    fc.assert(
      fc.property(anySteps, (steps) => {
        const world = run(steps);
        expect(violations(world)).toEqual([]);
        const rest = settled(world);
        expect(violations(rest)).toEqual([]);
        for (const { process, events, state } of rest.streams.values()) {
          if (process !== 'callback') continue;
          expect(
            equal(follow(events as readonly Recorded<CallbackEvent>[], travelled), state),
          ).toBe(true);
        }
      }),
      { numRuns: 60, endOnFailure: true },
    );
    expect([...travelled].filter((edge) => !edges.includes(edge))).toEqual([]);
    expect(edges.filter((edge) => !travelled.has(edge)).length).toBeLessThanOrEqual(2);
  });
});

function follow(events: readonly Recorded<CallbackEvent>[], travelled: Set<string>): CallbackState {
  let state: CallbackState = { status: 'none' };
  for (const event of events) {
    const before = state.status;
    state = evolve(state, event);
    if (before !== state.status) travelled.add(`${before} ${event.type} ${state.status}`);
  }
  return state;
}
