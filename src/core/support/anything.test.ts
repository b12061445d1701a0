import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { equal } from '../invariants/equal.ts';
import { createChecker } from '../invariants/index.ts';
import { evolve } from './evolve.ts';
import * as g from './given.fixture.ts';
import { project } from './project.ts';
import type { SupportState } from './state.ts';
import { transitions } from './transitions.ts';

const MEASURES = [
  { measure: 'post', need: 'work', by: 'market' },
  { measure: 'medical-aid', need: 'illness', by: 'housing' },
  { measure: 'relief', need: 'work', by: 's1' },
] as const;

/** What somebody might do next; not always rightly. */
function choices({ state, now }: g.Story): readonly g.Act[] {
  if (state.status === 'none') return MEASURES.map(({ by: _, ...terms }) => g.offers(terms));
  const by = g.handler(state.provider);
  const away = [g.refuses(), g.takesBack(), g.helped(g.revokes()), g.cannot(by)];
  const due = state.clocks.map(({ id, dueAt }) => ({
    ...g.ticks(id, 0),
    now: Math.max(now, dueAt),
  }));
  switch (state.status) {
    case 'offered':
      return [g.consents(), g.consents(now + g.DAY), g.helped(g.consents()), ...away, ...due];
    case 'consented': {
      const shows = ['no-earner', 'bills'].map((condition) => g.shows(condition, by));
      const rest = [g.supervises(g.supervisor, null, state.provider), ...away, ...due];
      return [...shows, ...shows, g.delivers(by), g.delivers(by), g.delivers(by), ...rest];
    }
    default:
      return [g.confirms(), g.denies(), g.denies(), g.denies(), ...due];
  }
}

const anySteps = fc.array(
  fc.record({ pick: fc.nat(1_000), later: fc.nat(30 * g.HOUR), back: fc.nat(3 * g.HOUR) }),
  { minLength: 3, maxLength: 30 },
);
type Steps = typeof anySteps extends fc.Arbitrary<infer T> ? T : never;

/** One act after another; a refused one leaves everything as it was. */
function run(steps: Steps): g.Story {
  return steps.reduce<g.Story>((story, { pick, later, back }) => {
    const all = choices(story);
    const act = all[pick % all.length] ?? g.offers();
    const now = Math.max(act.now ?? 0, story.now + later);
    const late = ['deliver', 'show', 'confirm-receipt'].includes(act.command.type);
    const next = g.when(story, { ...act, now, ...(late && { at: now - back }) });
    return 'code' in next ? story : next;
  }, g.nothing());
}

const edges = transitions.edges.map(({ from, event, to }) => `${from} ${event} ${to}`);

describe('whatever anybody does with a support', () => {
  it('keeps every promise, travels only its edges, and replay gives the same state', () => {
    const travelled = new Set<string>();
    fc.assert(
      fc.property(anySteps, (steps) => {
        const { stream, events, state, claims, institution } = run(steps);
        let replayed: SupportState = { status: 'none' };
        for (const event of events) {
          const before = replayed.status;
          replayed = evolve(replayed, event);
          if (before !== replayed.status) {
            travelled.add(`${before} ${event.type} ${replayed.status}`);
          }
        }
        expect(equal(replayed, state)).toBe(true);
        const held = claims.reduce((sum, { op }) => sum + (op === 'take' ? 1 : -1), 0);
        expect(held).toBe(state.status === 'none' || state.status === 'ended' ? 0 : 1);
        const checker = createChecker(institution);
        checker.look({ process: 'support', stream, events, state, list: project(state).list });
        const broken = checker
          .verdicts({ settled: true })
          .flatMap(({ invariant, violations }) =>
            violations.map(({ what }) => `${invariant.number} ${what}`),
          );
        expect(broken).toEqual([]);
      }),
      { numRuns: 300, seed: 11, endOnFailure: true },
    );
    expect([...travelled].filter((edge) => !edges.includes(edge))).toEqual([]);
    expect(edges.filter((edge) => !travelled.has(edge))).toEqual([]);
  });
});
