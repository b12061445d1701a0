import { describe, expect, test } from 'vitest';
import {
  type CaseCommand,
  type CaseEvent,
  type CaseState,
  caseProcess,
} from '../src/core/case/index.ts';
import type { Decided, Process } from '../src/core/process.ts';
import { runSeed, SimFailure } from './run.ts';

type Events = readonly Decided<CaseEvent>[];

/** The case with a bug: what it decides is passed through `spoil` whenever `event` is among it. */
function planted(
  event: CaseEvent['type'],
  spoil: (events: Events, state: CaseState) => Events,
): Process<CaseState, CaseCommand, CaseEvent> {
  return {
    ...caseProcess,
    decide(command, state, facts) {
      const decision = caseProcess.decide(command, state, facts);
      if ('refusal' in decision || !decision.events.some(({ type }) => type === event)) {
        return decision;
      }
      return { ...decision, events: spoil(decision.events, state) };
    },
  };
}

const bugs: readonly [string, ReturnType<typeof planted>, RegExp][] = [
  [
    'triaged Dispatched assigned: the community it lies in leads, whatever its list says',
    planted('Dispatched', (events, state) =>
      events.map((event) =>
        event.type === 'Dispatched' && state.status !== 'none'
          ? { ...event, data: { ...event.data, lead: state.place.unit } }
          : event,
      ),
    ),
    /invariant (4|5|6)/,
  ],
  [
    'replied Closed closed: every case is closed as FIXED',
    planted('Closed', (events) =>
      events.map((event) =>
        event.type === 'Closed' ? { ...event, data: { ...event.data, outcome: 'FIXED' } } : event,
      ),
    ),
    /invariant 44/,
  ],
  [
    'merged Unmerged assigned: lateness before the merge is forgotten',
    planted('Unmerged', (events) =>
      events.map((event) =>
        event.type === 'Unmerged'
          ? {
              ...event,
              data: {
                ...event.data,
                clocks: event.data.clocks.map((clock) => ({ ...clock, breachedAt: null })),
              },
            }
          : event,
      ),
    ),
    /invariant (11|20)/,
  ],
];

describe('a bug planted in a transition is found', () => {
  test.each(bugs)('%s', { timeout: 120_000 }, async (_, process, promise) => {
    const failure = await firstFailure(process);
    expect(failure?.message).toMatch(promise);
    expect(failure?.story.length).toBeGreaterThan(10);
  });
});

async function firstFailure(process: ReturnType<typeof planted>): Promise<SimFailure | null> {
  for (let seed = 1; seed <= 30; seed++) {
    try {
      await runSeed(seed, { process });
    } catch (error) {
      if (error instanceof SimFailure) return error;
      throw error;
    }
  }
  return null;
}
