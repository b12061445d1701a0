import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Recusal } from '../authority/institution.ts';
import type { CallbackState } from '../callback/state.ts';
import * as of from '../case/given.fixture.ts';
import type { Actor, Facts, Recorded, Refusal } from '../process.ts';
import type { RelayCommand } from './commands.ts';
import { callsSince, decide, MOST_A_DAY } from './decide.ts';
import type { RelayEvent } from './events.ts';
import { evolve } from './evolve.ts';
import { relayOf, relayProcess } from './index.ts';
import { REFUSALS, type RefusalCode } from './refusals.ts';
import { lastCall, OUTCOMES, type RelayState } from './state.ts';

const { CASE, HOUR, MONDAY } = of;
const DAY = 24 * HOUR;

interface Story {
  readonly state: RelayState;
  readonly events: readonly Recorded<RelayEvent>[];
  readonly now: number;
}

interface Act {
  readonly by: Actor;
  readonly command: RelayCommand;
  readonly later?: number;
  readonly more?: Partial<Facts>;
}

const nothing: Story = { state: { status: 'none' }, events: [], now: MONDAY + DAY };
const handled = of.usually('handling').state;
const confidential = of.given(
  of.nothing(),
  { by: of.clerk, command: of.registration({ confidential: true }) },
  of.usual.triage,
  of.usual.dispatch,
  of.usual.sign,
).state;
const others = (state = handled) => new Map<string, unknown>([[CASE, state]]);
const caller = of.handler('s1');
const agent: Actor = {
  kind: 'staff',
  account: 'centre/callback_agent',
  post: { unit: 'centre', role: 'callback_agent' },
};
const CALLBACK = 'callback-case-1-1';
const asking = { status: 'asking', asker: 'centre', case: CASE } as CallbackState;
const forCallback = (state: CallbackState = asking) =>
  new Map<string, unknown>([...others(of.usually('closed').state), [CALLBACK, state]]);

const asks: Act = { by: caller, command: { type: 'ask', data: { case: CASE, callback: null } } };
const asksBack: Act = {
  by: agent,
  command: { type: 'ask', data: { case: CASE, callback: CALLBACK } },
  more: { others: forCallback() },
};
const tells = (outcome: (typeof OUTCOMES)[number] = 'reached', by = caller): Act => ({
  by,
  command: { type: 'tell', data: { outcome } },
});
const exchange = (type: 'note-placed' | 'note-refused'): Act => ({
  by: of.machine('reaction'),
  command: { type, data: {} },
});
const placed = exchange('note-placed');
const refused = exchange('note-refused');

function when(story: Story, { by, command, later = HOUR / 10, more = {} }: Act): Story | Refusal {
  const now = story.now + later;
  const facts: Facts = {
    now,
    occurredAt: now,
    stream: relayOf(CASE),
    actor: by,
    institution: of.district(),
    lot: 0,
    others: others(),
    ...more,
  };
  const decision = decide(command, story.state, facts);
  if ('refusal' in decision) return decision.refusal;
  const events = decision.events.map(
    (event, n) =>
      ({
        ...event,
        stream: facts.stream,
        version: story.events.length + n + 1,
        occurredAt: facts.occurredAt,
        recordedAt: now,
        actedBy: by,
      }) as Recorded<RelayEvent>,
  );
  return { events: [...story.events, ...events], state: events.reduce(evolve, story.state), now };
}

const given = (...acts: readonly Act[]): Story =>
  acts.reduce<Story>((story, act) => {
    const next = when(story, act);
    if ('code' in next) throw new Error(`${act.command.type}: ${next.code}`);
    return next;
  }, nothing);

const threeTimes = Array.from({ length: MOST_A_DAY }, () => [asks, placed, tells()]).flat();

describe('a call', () => {
  it('is asked for, put through, and told of', () => {
    expect(given(asks, placed).state).toMatchObject({ status: 'placed', about: CASE, case: CASE });
    const over = given(asks, placed, tells('wrong-number'));
    expect(over.state).toMatchObject({ status: 'quiet' });
    expect(lastCall(over.state)).toEqual({
      call: 1,
      at: nothing.now + HOUR / 10,
      post: { unit: 's1', role: 'unit_handler' },
      exchange: 'placed',
      outcome: 'wrong-number',
    });
  });

  it('is told of also where the exchange never said whether it rang', () => {
    expect(given(asks, tells('never-rang')).state).toMatchObject({ status: 'quiet' });
  });

  it('that the exchange refused leaves nothing owed and is not counted', () => {
    const vain = Array.from({ length: MOST_A_DAY + 2 }, () => [asks, refused]).flat();
    const story = given(...vain, asks, tells('never-rang'), ...threeTimes);
    expect(callsSince(story.state, 0)).toHaveLength(MOST_A_DAY);
    expect(when(story, asks)).toEqual({ code: 'relay.too-often', params: { times: MOST_A_DAY } });
  });

  it('that was put through counts, though its caller says that it never rang', () => {
    const denied = Array.from({ length: MOST_A_DAY }, () => [
      asks,
      placed,
      tells('never-rang'),
    ]).flat();
    expect(when(given(...denied), asks)).toMatchObject({ code: 'relay.too-often' });
  });

  it('may be asked for again the next day, by the wall of the place', () => {
    expect(when(given(...threeTimes), { ...asks, later: DAY })).not.toHaveProperty('code');
  });

  it('of an earlier day of which nobody told keeps nobody from calling', () => {
    for (const standing of [given(asks), given(asks, placed)]) {
      expect(when(standing, asks)).toMatchObject({ code: 'relay.wrong-status' });
      expect(when(standing, { ...asks, later: DAY })).not.toHaveProperty('code');
    }
    const next = given(asks, placed, { ...asks, later: DAY }, placed, tells('reached'));
    expect(next.state).toMatchObject({ status: 'quiet', calls: [{ outcome: null }, { call: 2 }] });
  });

  it('holds nothing of the person, stands in no list and owes nothing', () => {
    const { state } = given(asks, placed);
    expect(relayProcess.project(state, relayOf(CASE))).toEqual({
      list: null,
      clocks: [],
      acts: [],
    });
  });
});

describe('who may call', () => {
  it('is who may reach the person now, and nobody else', () => {
    expect(when(nothing, { ...asks, by: of.handler('urban') })).toMatchObject({
      code: 'relay.not-yours',
    });
    expect(when(nothing, { ...asks, by: of.supervisor })).toMatchObject({
      code: 'relay.not-yours',
    });
  });

  it('is the first receiver alone where confidence was asked for', () => {
    const kept = { others: others(confidential) };
    expect(when(nothing, { ...asks, more: kept })).toMatchObject({ code: 'relay.not-yours' });
    expect(when(nothing, { ...asks, by: of.clerk, more: kept })).not.toHaveProperty('code');
  });

  it('is the agent of a callback while it is asked, in a stream of its own', () => {
    expect(when(nothing, asksBack)).toMatchObject({ state: { about: CALLBACK, case: CASE } });
    const over = { ...asking, status: 'answered' } as CallbackState;
    const late = { ...asksBack, more: { others: forCallback(over) } };
    expect(when(nothing, late)).toMatchObject({ code: 'relay.not-yours' });
    expect(when(nothing, { ...asksBack, by: caller })).toMatchObject({ code: 'relay.not-yours' });
    const elsewhere = { ...asking, case: 'case-9' } as CallbackState;
    const wrong = { ...asksBack, more: { others: forCallback(elsewhere) } };
    expect(when(nothing, wrong)).toMatchObject({ code: 'relay.unknown-case' });
  });

  it('is for the exchange’s word neither staff nor another machine', () => {
    for (const by of [caller, of.machine('tick')]) {
      expect(when(given(asks), { ...placed, by })).toMatchObject({ code: 'relay.not-yours' });
    }
  });
});

const recusals: readonly Recusal[] = [
  {
    id: 'r',
    account: 's1/unit_handler',
    scope: { kind: 'case', case: CASE },
    reason: '亲属',
    validFrom: 0,
    validTo: null,
  },
];
const unreachable = { ...handled, contact: null } as typeof handled;

/** One row a code: the shortest story in which it is the answer. */
const ROWS: Readonly<Record<RefusalCode, readonly [Story, Act]>> = {
  'relay.unknown': [nothing, placed],
  'relay.wrong-status': [given(asks), asks],
  'relay.not-yours': [given(asks), tells('reached', of.handler('urban'))],
  'relay.recused': [nothing, { ...asks, more: { institution: { ...of.district(), recusals } } }],
  'relay.not-entered-late': [nothing, { ...asks, more: { occurredAt: MONDAY } }],
  'relay.unknown-case': [nothing, { ...asks, more: { others: new Map() } }],
  'relay.no-contact': [nothing, { ...asks, more: { others: others(unreachable) } }],
  'relay.too-often': [given(...threeTimes), asks],
};

describe('each refusal', () => {
  it.each(Object.entries(ROWS))('%s', (code, [story, act]) => {
    expect(when(story, act)).toMatchObject({ code });
  });
  it('has its row', () => {
    expect(Object.keys(ROWS).toSorted()).toEqual([...REFUSALS].toSorted());
  });
});

describe('whatever is done', () => {
  it('one call is in hand at a time, and no day sees more than its number', () => {
    const step = fc.record({
      act: fc.constantFrom(asks, asks, placed, refused, ...OUTCOMES.map((one) => tells(one))),
      later: fc.integer({ min: 1, max: 9 * HOUR }),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        let story = nothing;
        for (const { act, later } of steps) {
          const next = when(story, { ...act, later });
          if ('code' in next) continue;
          const edge = relayProcess.transitions.edges.find(
            ({ from, event, to }) =>
              from === story.state.status &&
              event === next.events.at(-1)?.type &&
              to === next.state.status,
          );
          expect(edge).toBeDefined();
          story = next;
        }
        const days = new Map<number, number>();
        for (const { at } of callsSince(story.state, 0)) {
          const day = Math.floor((at + 8 * HOUR) / DAY);
          days.set(day, (days.get(day) ?? 0) + 1);
        }
        for (const n of days.values()) expect(n).toBeLessThanOrEqual(MOST_A_DAY);
        const calls = story.state.status === 'none' ? [] : story.state.calls;
        const dayOf = (at: number) => Math.floor((at + 8 * HOUR) / DAY);
        for (const [n, { exchange: word, outcome, at }] of calls.slice(0, -1).entries()) {
          const next = calls[n + 1]?.at ?? at;
          expect(word === 'refused' || outcome !== null || dayOf(next) > dayOf(at)).toBe(true);
        }
      }),
      { numRuns: 150 },
    );
  });
});
