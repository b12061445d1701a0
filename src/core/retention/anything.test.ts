import fc from 'fast-check';
import { expect, it } from 'vitest';
import { equal } from '../invariants/equal.ts';
import { createChecker } from '../invariants/index.ts';
import { evolve } from './evolve.ts';
import * as g from './given.fixture.ts';
import { project } from './project.ts';
import type { RetentionState } from './state.ts';
import { transitions } from './transitions.ts';

const officer = [g.supervisor, g.archivist, g.staff('centre', 'archivist', 'another')] as const;
const clocks = ['keep', 'transfer', 'hold-agree', 'hold-review', 'wish'].flatMap((kind) => [
  `${kind}-1`,
  `${kind}-2`,
]);

/** Anybody does anything; what is refused leaves the story as it was. */
const anyAct = fc.oneof(
  fc.constantFrom(g.begins(), g.begins(g.withdrawn()), g.begins(g.matter('handling')), g.stops()),
  fc
    .tuple(fc.integer({ min: -5, max: 90 }), fc.constantFrom(...officer))
    .map(([until, by]) => g.holds(until, by)),
  fc.tuple(fc.constantFrom(...officer), fc.constantFrom(1, 2)).map(([by, n]) => g.agrees(by, n)),
  fc.constantFrom(g.declines(), g.lifts(), g.packs(), g.transfers(), g.wishes(), g.answers()),
  fc.constantFrom(g.erases(), g.erases(g.matter('handling')), g.confirms()),
  fc.constantFrom(...clocks).map((clock) => g.ticks(clock, 0)),
);
const anySteps = fc.array(fc.tuple(anyAct, fc.integer({ min: 1, max: 20 * 24 })), {
  minLength: 10,
  maxLength: 60,
  size: 'max',
});

it('keeps every promise, whatever anybody does, along the edges of its graph', () => {
  const edges = transitions.edges.map(({ from, event, to }) => `${from} ${event} ${to}`);
  const travelled = new Set<string>();
  fc.assert(
    fc.property(anySteps, (steps) => {
      let story = g.nothing();
      for (const [{ day: _, ...act }, hours] of steps) {
        story = { ...story, now: story.now + hours * g.HOUR };
        const next = g.when(story, act);
        if (!('code' in next)) story = next;
      }
      let state: RetentionState = { status: 'none' };
      for (const event of story.events) {
        const before = state.status;
        state = evolve(state, event);
        if (before !== state.status) travelled.add(`${before} ${event.type} ${state.status}`);
      }
      expect(equal(state, story.state)).toBe(true);
      const checker = createChecker(story.institution);
      const { stream, events } = story;
      const { list } = project(state);
      checker.look({ process: 'retention', stream, events, state, list });
      const broken = checker.verdicts({ settled: false }).filter((one) => one.violations.length);
      expect(broken.map((one) => [one.invariant.number, one.violations])).toEqual([]);
    }),
    { numRuns: 150, endOnFailure: true },
  );
  expect([...travelled].filter((edge) => !edges.includes(edge))).toEqual([]);
  expect(travelled.size).toBeGreaterThan(edges.length / 2);
});
