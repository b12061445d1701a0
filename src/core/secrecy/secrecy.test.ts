import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as of from '../case/given.fixture.ts';
import type { Actor, Instant } from '../process.ts';
import { ACCESS, admits } from './access.ts';
import * as g from './given.fixture.ts';
import { agrees, asks, did, due, given, lifts, nothing, turnsDown, when } from './given.fixture.ts';
import { project } from './project.ts';
import { REFUSALS, type RefusalCode } from './refusals.ts';
import { shownLooks } from './visible.ts';

const types = ({ events }: g.Story) => events.map(({ type }) => type);

describe('a hold', () => {
  it('is asked for by the head of a unit with a part, and is none before a second officer agrees', () => {
    const asked = given(asks());
    expect(asked.state).toMatchObject({ status: 'asked', hold: { unit: 's1', hold: 1 } });
    expect(project(asked.state).acts).toMatchObject([
      { act: 'secrecy.agree', unit: 'centre', role: 'supervisor' },
    ]);
    const held = given(asks(), agrees);
    expect(held.state).toMatchObject({ status: 'held', from: held.now });
    expect(project(held.state).acts).toEqual([]);
  });

  it('ends by itself at the instant it named, whoever looks and whenever', () => {
    const held = given(asks(), agrees);
    const until = g.MONDAY + 10 * g.DAY;
    const wait = { later: until - held.now };
    expect(when(held, { ...due(), later: wait.later - 1 })).toMatchObject({
      code: 'secrecy.not-due',
    });
    // The worker says at once when it was due, however late it comes.
    const more = { now: until + g.HOUR, occurredAt: until };
    expect(when(held, { ...due(), more })).not.toHaveProperty('code');
    const over = when(held, { ...due(), ...wait }) as g.Story;
    expect(types(over).slice(-2)).toEqual(['ClockEnded', 'HoldExpired']);
    expect(over.state).toMatchObject({ status: 'open', past: [{ unit: 's1', to: until }] });
    // A month later it is another act that finds it over, at the same instant.
    const asked = when(held, { ...asks({ until: until + 40 * g.DAY }), later: 30 * g.DAY });
    expect((asked as g.Story).events.at(-2)).toMatchObject({
      type: 'HoldExpired',
      occurredAt: until,
    });
  });

  it('is lifted by either officer, and turned down by the second alone', () => {
    for (const by of [g.head, g.second]) {
      expect(given(asks(), agrees, lifts(by)).state).toMatchObject({ status: 'open' });
    }
    expect(given(asks(), turnsDown).state).toMatchObject({ status: 'open', past: [] });
    expect(when(given(asks()), { ...turnsDown, by: g.head })).toMatchObject({
      code: 'secrecy.not-yours',
    });
  });
});

/** One row a code: the shortest story in which it is the answer. */
const ROWS: Readonly<Record<RefusalCode, readonly [g.Story, g.Act]>> = {
  'secrecy.unknown': [nothing, agrees],
  'secrecy.wrong-status': [given(asks()), lifts()],
  'secrecy.not-offered': [nothing, { ...asks(), more: { institution: of.district() } }],
  'secrecy.not-yours': [nothing, asks({}, of.handler('s1'))],
  'secrecy.machine-only': [given(asks(), agrees), { ...due(), by: g.head }],
  'secrecy.recused': [
    nothing,
    {
      ...asks(),
      more: {
        institution: {
          ...of.district({ secrecy: g.secrecy }),
          recusals: [
            {
              id: 'r',
              account: 's1/unit_head',
              scope: { kind: 'unit', unit: 'c11' },
              reason: '亲属',
              validFrom: 0,
              validTo: null,
            },
          ],
        },
      },
    },
  ],
  'secrecy.not-entered-late': [nothing, { ...asks(), more: { occurredAt: g.MONDAY } }],
  'secrecy.text-needed': [nothing, asks({ reason: ' ' })],
  'secrecy.unknown-case': [nothing, { ...asks(), more: { others: new Map() } }],
  'secrecy.no-part': [nothing, asks({}, of.head('urban'))],
  'secrecy.unknown-basis': [nothing, asks({ basis: 'habit' })],
  'secrecy.not-ahead': [nothing, asks({ until: g.MONDAY })],
  'secrecy.too-long': [nothing, asks({ until: g.MONDAY + 60 * g.DAY })],
  'secrecy.too-often': [given(asks(), agrees, lifts(), asks(), agrees, lifts()), asks()],
  'secrecy.same-officer': [
    given(asks()),
    {
      ...agrees,
      by: { ...(g.second as Extract<Actor, { kind: 'staff' }>), account: 's1/unit_head' },
    },
  ],
  'secrecy.not-due': [given(asks(), agrees), due()],
  'secrecy.nothing-to-recompute': [
    given(asks(), agrees),
    did(of.machine('tick'), { type: 'recompute-clocks', data: { calendar: 'cn' } }),
  ],
};

describe('each refusal', () => {
  it.each(Object.entries(ROWS))('%s', (code, [story, act]) => {
    expect(when(story, act)).toMatchObject({ code });
  });
  it('has its row', () => {
    expect(Object.keys(ROWS).toSorted()).toEqual([...REFUSALS].toSorted());
  });
});

describe('access', () => {
  const state = given(asks()).state;
  const posts = [
    { unit: 's1', role: 'unit_head' },
    { unit: 's1', role: 'unit_handler' },
    { unit: 'urban', role: 'unit_head' },
    { unit: 'centre', role: 'supervisor' },
    { unit: 'd', role: 'supervisor' },
    { unit: 'centre', role: 'administrator' },
  ] as const;
  it.each([
    ['ask', '+-+---'],
    ['agree', '---+--'],
    ['turn-down', '---+--'],
    ['lift', '+--+--'],
    ['clock-due', '------'],
    ['recompute-clocks', '------'],
  ] as const)('%s', (command, row) => {
    const may = posts.map((post) =>
      ACCESS[command].some((who) => admits(who, post, state, g.secrecy)) ? '+' : '-',
    );
    expect(may.join('')).toBe(row);
  });
});

const look = (unit: string, at: Instant) => ({
  actor: { kind: 'staff', account: 'x', post: { unit, role: 'unit_handler' } } as Actor,
  at,
});

describe('what the person is shown of looks', () => {
  const held = given(asks(), agrees);
  const until = g.MONDAY + 10 * g.DAY;
  const looks = [
    look('s1', held.now - 1),
    look('s1', held.now + g.HOUR),
    look('urban', held.now + g.HOUR),
  ];
  const ats = (now: Instant, story = held) =>
    shownLooks(looks, story.state, now).map(({ at }) => at);

  it('lacks those of the unit, from the agreement to the end', () => {
    expect(ats(held.now + g.DAY)).toEqual([looks[0]?.at, looks[2]?.at]);
    expect(ats(held.now + g.DAY, given(asks()))).toHaveLength(3);
  });

  it('has every one of them afterwards, with the delay it had', () => {
    for (const [now, story] of [
      [until, held],
      [until + 1, when(held, { ...due(), later: until - held.now }) as g.Story],
    ] as const) {
      const shown = shownLooks(looks, story.state, now);
      expect(shown.map(({ delayed }) => delayed?.to ?? null)).toEqual([null, until, null]);
    }
  });
});

describe('whatever is done', () => {
  it('every hold is the word of two accounts, ends by what it named, and hides nothing after it', () => {
    const accounts = [g.head, g.second, of.head('urban'), of.supervisor];
    const step = fc.record({
      act: fc.constantFrom(agrees, agrees, turnsDown, lifts(), due(), asks(), asks(), asks()),
      by: fc.option(fc.constantFrom(...accounts)),
      later: fc.integer({ min: g.HOUR, max: 6 * g.DAY }),
      days: fc.integer({ min: -1, max: 35 }),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
        let story = nothing;
        for (const { act, by, later, days } of steps) {
          const { command } = act;
          const until = story.now + later + days * g.DAY;
          const next = when(story, {
            by: by ?? act.by,
            command: command.type === 'ask' ? asks({ until }).command : command,
            later,
          });
          if (!('code' in next)) story = next;
        }
        const { events, state, now } = story;
        const askers = new Map<number, string>();
        for (const { type, data, actedBy } of events) {
          const who = actedBy.kind === 'staff' ? actedBy.account : '';
          if (type === 'HoldAsked') askers.set(data.hold, who);
          if (type === 'HoldAgreed') expect(who).not.toBe(askers.get(data.hold));
        }
        const past = state.status === 'none' ? [] : state.past;
        expect(past.length).toBeLessThanOrEqual(g.secrecy.times);
        for (const { from, to } of past) expect(to - from).toBeLessThanOrEqual(31 * g.DAY);
        const looks = past.map(({ unit, from }) => look(unit, from));
        const over = state.status === 'held' ? state.hold.until : now;
        expect(shownLooks(looks, state, over)).toHaveLength(looks.length);
      }),
      { numRuns: 200 },
    );
  });
});
