import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyAct as anyCaseAct, anyStep } from '../case/any-act.fixture.ts';
import { evolve as evolveCase } from '../case/evolve.ts';
import { usual } from '../case/given.fixture.ts';
import type { CaseState } from '../case/state.ts';
import { equal } from '../invariants/equal.ts';
import type { Recorded } from '../process.ts';
import { sponsoringInstitution, sponsorshipLaw } from '../rulebook/sponsoring.fixture.ts';
import {
  emptyWorld,
  settled,
  stateOf,
  tried,
  violations,
  type World,
} from '../whistle/world.fixture.ts';
import { anyAct } from './any-act.fixture.ts';
import type { SponsorshipEvent } from './events.ts';
import { evolve } from './evolve.ts';
import { DAY, HOUR, MONDAY, machine } from './given.fixture.ts';
import type { SponsorshipState } from './state.ts';
import { transitions } from './transitions.ts';

const CASES = ['case-1', 'case-2', 'case-3'];
const anySteps = fc.array(
  fc.record({
    base: anyStep,
    sponsorship: fc.constantFrom(null, 'p1', 'p2', 'p3', 'p1', 'p2', 'p1'),
  }),
  { minLength: 60, maxLength: 150, size: 'max' },
);
type Steps = typeof anySteps extends fc.Arbitrary<infer T> ? T : never;

/** A smaller cap from the third day on, and no sponsorship at all from the sixtieth. */
function changing() {
  const institution = sponsoringInstitution();
  const [law] = institution.rulebooks;
  if (law === undefined) throw new Error('no law');
  const fewer = { ...sponsorshipLaw, cap: { ...sponsorshipLaw.cap, usual: 1 } };
  const later = { ...law, version: '2', effectiveFrom: MONDAY + 3 * DAY, sponsorship: fewer };
  const last = { ...law, version: '3', effectiveFrom: MONDAY + 60 * DAY, sponsorship: null };
  return { ...institution, rulebooks: [law, later, last] };
}

/** Two of the cases are in hand, the third is said in its time. */
function begun(): World {
  const acts = [usual.register, usual.triage, usual.dispatch, usual.sign];
  const world = emptyWorld(changing());
  return ['case-1', 'case-2'].reduce(
    (sofar, stream) =>
      acts.reduce(
        (now, { by, command }) => tried(now, { process: 'case', stream, by, command }),
        sofar,
      ),
    world,
  );
}

/** One step of somebody on a case or on a sponsorship; a refused act leaves the world as it was. */
function run(steps: Steps): World {
  let world = begun();
  for (const { base, sponsorship } of steps) {
    const { stream, pick, later, entered } = base;
    world = { ...world, now: world.now + Math.min(later, HOUR + (later % (DAY / 2))) };
    const at = world.now - entered;
    if (sponsorship === null) {
      const others = CASES.filter((other) => other !== stream);
      const act = anyCaseAct(stateOf(world, stream) as CaseState, pick, stream, others);
      world = tried(world, { process: 'case', stream, by: act.by, command: act.command, at });
    } else {
      const state = stateOf(world, sponsorship) as SponsorshipState;
      const act = anyAct(state, pick, world.now, stream);
      const { by, command } = act;
      const when = pick % 5 === 0 ? at : world.now;
      world = tried(world, { process: 'sponsorship', stream: sponsorship, by, command, at: when });
      if (pick % 3 === 0) world = ticked(world, sponsorship);
    }
    if (pick % 4 === 0) world = settled(world);
  }
  return world;
}

/** The worker, where something of the sponsorship is due. */
function ticked(world: World, stream: string): World {
  const state = stateOf(world, stream) as SponsorshipState;
  if (state.status === 'none') return world;
  return state.clocks
    .filter((clock) => clock.status === 'running' && clock.dueAt <= world.now)
    .reduce(
      (sofar, { id, revision }) =>
        tried(sofar, {
          process: 'sponsorship',
          stream,
          by: machine('tick'),
          command: { type: 'clock-due', data: { clock: id, revision } },
        }),
      world,
    );
}

describe('whatever anybody does with cases and sponsorships', () => {
  it('keeps every promise, travels only edges of the graph, and replays to the same state', () => {
    const edges = transitions.edges.map(({ from, event, to }) => `${from} ${event} ${to}`);
    const travelled = new Set<string>();
    fc.assert(
      fc.property(anySteps, (steps) => {
        const world = run(steps);
        expect(violations(world)).toEqual([]);
        const rest = settled(world);
        expect(violations(rest)).toEqual([]);
        for (const { process, events, state } of rest.streams.values()) {
          if (process === 'case') {
            expect(equal(events.reduce(evolveCase as never, { status: 'none' }), state)).toBe(true);
            continue;
          }
          const told = events as readonly Recorded<SponsorshipEvent>[];
          expect(equal(follow(told, travelled), state)).toBe(true);
        }
        expect([...travelled].filter((edge) => !edges.includes(edge))).toEqual([]);
      }),
      { numRuns: 60, seed: 11, endOnFailure: true },
    );
    // A matter that ends by itself is seldom met; `transitions.test.ts` goes along every edge.
    expect(edges.filter((edge) => !travelled.has(edge)).length).toBeLessThanOrEqual(2);
  });
});

function follow(
  events: readonly Recorded<SponsorshipEvent>[],
  travelled: Set<string>,
): SponsorshipState {
  let state: SponsorshipState = { status: 'none' };
  for (const event of events) {
    const before: SponsorshipState = state;
    state = evolve(state, event);
    if (before.status !== state.status) {
      travelled.add(`${before.status} ${event.type} ${state.status}`);
    }
  }
  return state;
}
