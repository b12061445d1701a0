import { describe, expect, test } from 'vitest';
import {
  type CaseCommand,
  type CaseEvent,
  type CaseState,
  caseProcess,
} from '../src/core/case/index.ts';
import type { Claim, Decided, Process } from '../src/core/process.ts';
import {
  type WhistleCommand,
  type WhistleEvent,
  type WhistleState,
  whistleProcess,
} from '../src/core/whistle/index.ts';
import type { AnyProcess } from '../src/engine/upcast.ts';
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

type Told = Decided<WhistleEvent>;

/** The whistle with a bug: what it says, or what it takes and gives back, is passed through. */
const whistling = (
  event: (event: Told) => Told,
  claim: (claim: Claim) => readonly Claim[] = (same) => [same],
): Process<WhistleState, WhistleCommand, WhistleEvent> => ({
  ...whistleProcess,
  decide(command, state, facts) {
    const decision = whistleProcess.decide(command, state, facts);
    if ('refusal' in decision) return decision;
    const claims = (decision.claims ?? []).flatMap(claim);
    return { ...decision, events: decision.events.map(event), claims };
  },
});

const bugs: readonly [string, AnyProcess, RegExp][] = [
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
  [
    'notified: a unit is called that holds no power at all',
    whistling((event) =>
      event.type === 'CalledOut' ? { ...event, data: { ...event.data, unit: 'civil' } } : event,
    ),
    /invariant 22/,
  ],
  [
    'capacity: a unit is called however often',
    whistling(
      (event) => event,
      (claim) => [claim.op === 'take' ? { ...claim, limit: 1_000 } : claim],
    ),
    /invariant 28/,
  ],
  [
    'Released: the place is never given back',
    whistling(
      (event) => event,
      (claim) => (claim.op === 'release' ? [] : [claim]),
    ),
    /called and counted/,
  ],
  [
    'missed: a call-out is told to be missed an hour late',
    whistling((event) =>
      event.type === 'ClockBreached' && event.data.clock.startsWith('report-in')
        ? { ...event, data: { ...event.data, clock: 'conclude-1' } }
        : event,
    ),
    /invariant 20|fell due|no clock/,
  ],
];

describe('a bug planted in a transition is found', () => {
  test.each(bugs)('%s', { timeout: 120_000 }, async (_, process, promise) => {
    const failure = await firstFailure(process);
    expect(failure?.message).toMatch(promise);
    expect(failure?.story.length).toBeGreaterThan(10);
  });
});

async function firstFailure(process: AnyProcess): Promise<SimFailure | null> {
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
