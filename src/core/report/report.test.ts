import { describe, expect, it } from 'vitest';
import type { DeskKeyState } from '../desk-key/state.ts';
import { DOOR_REFUSALS, turnedAway } from './desk.ts';
import * as g from './given.fixture.ts';
import { reportProcess } from './index.ts';
import { REFUSALS, type RefusalCode } from './refusals.ts';
import { transitions } from './transitions.ts';
import { ANSWERS } from './words.ts';

const { given, nothing, received, lookedAt, DAY, HOUR, MONDAY } = g;
const midnight = MONDAY - 10 * HOUR;
const rowOf = (story: g.Story) => reportProcess.project(story.state, g.REPORT);

const recused = {
  ...g.withDesk(),
  recusals: [
    {
      id: 'r',
      account: 'centre/sealed_officer',
      scope: { kind: 'case', case: g.REPORT },
      reason: '亲属',
      validFrom: 0,
      validTo: null,
    },
  ],
} as const;
const keyed = (state: DeskKeyState) => ({ others: new Map([[g.KEY, state]]) });

/** One row a code: the shortest story in which it is the answer. */
const ROWS: Readonly<Record<RefusalCode, readonly [g.Story, g.Act]>> = {
  'report.unknown': [nothing(), g.takesIn()],
  'report.exists': [received(), g.tells()],
  'report.wrong-status': [received(), g.handsOver()],
  'report.not-yours': [received(), g.takesIn(g.staff('centre', 'supervisor'))],
  'report.recused': [received(), { ...g.takesIn(), institution: recused }],
  'report.not-entered-late': [received(), { ...g.takesIn(), at: MONDAY }],
  'report.not-offered': [nothing(g.withDesk(null)), g.tells()],
  'report.no-key': [nothing(), g.tells([])],
  'report.key-not-in-force': [nothing(), { ...g.tells(), ...keyed(g.key('offered')) }],
  'report.interest-undeclared': [received(), g.takesIn(g.officer, false)],
  'report.not-a-channel': [lookedAt(), g.handsOver('police')],
  'report.unknown-answer': [lookedAt(), g.concludes('HE_LIED' as never)],
  'report.clock-not-due': [received(), g.ticks()],
  'report.nothing-to-recompute': [received(), g.recounts()],
};

describe('refusals', () => {
  it.each(REFUSALS)('%s', (code) => {
    const [story, act] = ROWS[code];
    expect(g.when(story, act)).toMatchObject({ code });
  });

  it.each<readonly [string, g.Act]>([
    ['another desk’s', { ...g.tells(), ...keyed(g.key('in-force', 's1')) }],
    ['nowhere to be found', { ...g.tells(), others: new Map() }],
    ['one of two', g.tells([g.KEY, 'key-2'])],
  ])('no key that is not in force of this desk: %s', (_, act) => {
    expect(g.when(nothing(), act)).toMatchObject({ code: 'report.key-not-in-force' });
  });

  it('nothing is added to what the desk no longer has', () => {
    const over = given(lookedAt(), g.handsOver());
    expect(g.when(over, g.adds())).toMatchObject({ code: 'report.wrong-status' });
  });
});

describe('a report', () => {
  it('is the desk’s from the day it came in, and nothing of it tells the hour', () => {
    const story = received();
    expect(g.known(story)).toMatchObject({
      status: 'received',
      unit: 'centre',
      receivedAt: midnight,
    });
    expect(story.events.map(({ occurredAt }) => occurredAt)).toEqual([midnight, midnight]);
    const { list, clocks } = rowOf(story);
    expect(list).toMatchObject({ openedAt: midnight, dueAt: clocks[0]?.dueAt });
    expect(clocks).toMatchObject([{ unit: 'centre', startedAt: midnight }]);
  });

  it('falls due alike whenever in the day it came in', () => {
    const due = (now: number) => rowOf(given(nothing(), { ...g.tells(), now })).list?.dueAt;
    expect(due(midnight + HOUR)).toBe(due(midnight + 23 * HOUR));
    expect(due(midnight + 25 * HOUR)).not.toBe(due(midnight + HOUR));
  });

  it('has a row that points at nobody, and owes no act where others read it', () => {
    for (const story of [received(), lookedAt(), given(lookedAt(), g.handsOver())]) {
      const { list, acts } = rowOf(story);
      expect(acts).toEqual([]);
      expect(list).toMatchObject({
        title: null,
        category: null,
        outcome: null,
        about: null,
        lead: null,
        place: 'centre',
        holder: 'centre',
        receivedBy: 'centre',
      });
    }
  });

  it('is held to two promises, one after the other', () => {
    const done = given(lookedAt(), g.handsOver());
    expect(g.known(done).clocks.map(({ kind, status }) => [kind, status])).toEqual([
      ['report-look', 'met'],
      ['report-settle', 'met'],
    ]);
  });

  it('stays late: the breach is told at its due instant, whoever looks first', () => {
    const later = MONDAY + 30 * DAY;
    const dueAt = g.known(received()).clocks[0]?.dueAt ?? 0;
    // The worker names the due instant as the one at which it happened.
    const ticked = given(received(), { ...g.ticks(), now: later, at: dueAt });
    const found = given(received(), { ...g.takesIn(), now: later });
    for (const story of [ticked, found]) {
      expect(g.known(story).clocks[0]).toMatchObject({ breachedAt: dueAt });
      expect(rowOf(story).list?.breaches).toBe(1);
    }
  });

  it('is added to, the words under the keys in force that day', () => {
    const more = given(lookedAt(), g.adds());
    expect(g.known(more).told).toHaveLength(2);
  });

  it('goes on under the law it came in by when a later one has no desk', () => {
    const [law] = g.withDesk().rulebooks;
    const [none] = g.withDesk(null).rulebooks;
    if (law === undefined || none === undefined) throw new Error('no law');
    const rulebooks = [law, { ...none, version: '2', effectiveFrom: MONDAY + DAY }];
    const institution = { ...g.withDesk(), rulebooks };
    const act = { ...g.takesIn(), now: MONDAY + 2 * DAY, institution };
    expect(g.when(received(), act)).not.toHaveProperty('code');
    expect(g.when(nothing(institution), { ...g.tells(), now: MONDAY + 2 * DAY })).toMatchObject({
      code: 'report.not-offered',
    });
  });

  it('with its clocks counted again once the year’s calendar is there', () => {
    const without = g.withDesk();
    const cn = without.calendars.get('cn');
    if (cn === undefined) throw new Error('no calendar');
    const unknown = { ...without, calendars: new Map([['cn', { ...cn, years: {} }]]) };
    const known = { ...without, calendars: new Map([['cn', { ...cn, version: 'later' }]]) };
    const story = given(nothing(unknown), g.tells());
    expect(g.known(story).clocks[0]?.provisional).toBe(true);
    const counted = given(story, { ...g.recounts(), institution: known });
    expect(g.known(counted).clocks[0]).toMatchObject({ provisional: false, revision: 2 });
  });
});

describe('an interest', () => {
  it('declared once shuts its officer out, and another goes on by the same clock', () => {
    const story = given(lookedAt(), g.declares());
    for (const act of [g.handsOver(), g.concludes(), g.declares()]) {
      expect(g.when(story, act)).toMatchObject({ code: 'report.recused' });
    }
    const done = given(story, g.handsOver('discipline', g.second));
    expect(g.known(done)).toMatchObject({ status: 'handed-over', channel: 'discipline' });
  });

  it('may be declared before it is taken in, by who has read it', () => {
    const story = given(received(), g.declares());
    expect(g.when(story, g.takesIn())).toMatchObject({ code: 'report.recused' });
    expect(g.when(story, g.takesIn(g.second))).not.toHaveProperty('code');
  });
});

describe('the door', () => {
  const [law] = g.withDesk().rulebooks;
  const [none] = g.withDesk(null).rulebooks;
  if (law === undefined || none === undefined) throw new Error('no law');

  it('is closed without a desk, and until a key is in force', () => {
    expect(turnedAway(none, null, [g.KEY])).toBe('report.desk-closed');
    expect(turnedAway(law, null, [])).toBe('report.desk-closed');
    expect(turnedAway(law, null, [g.KEY])).toBeNull();
  });

  it.each([
    ['the desk’s own unit', 'centre'],
    ['the unit above it', 'd'],
  ])('takes nothing about %s', (_, unit) => {
    expect(turnedAway(law, unit, [g.KEY])).toBe('report.desk-in-line');
  });

  it('nor about whoever stands beneath the desk, at whatever remove', () => {
    const [street] = g.withDesk({ unit: 's1' }).rulebooks;
    if (street === undefined) throw new Error('no law');
    expect(turnedAway(street, 'c11', [g.KEY])).toBe('report.desk-in-line');
    expect(turnedAway(street, 'c21', [g.KEY])).toBeNull();
  });

  it('takes what is about anybody else, or names nobody', () => {
    expect(turnedAway(law, 'urban', [g.KEY])).toBeNull();
    expect(turnedAway(law, null, [g.KEY])).toBeNull();
    expect(DOOR_REFUSALS).toHaveLength(2);
  });
});

describe('the path', () => {
  it('goes along its graph and along every edge of it', () => {
    const stories = [
      given(lookedAt(), g.handsOver()),
      ...ANSWERS.map((answer) => given(lookedAt(), g.concludes(answer))),
    ];
    const travelled = new Set<string>();
    for (const { events } of stories) {
      let state = reportProcess.initial;
      for (const event of events) {
        const next = reportProcess.evolve(state, event);
        if (next.status !== state.status)
          travelled.add(`${state.status} ${event.type} ${next.status}`);
        state = next;
      }
    }
    const edges = transitions.edges.map(({ from, event, to }) => `${from} ${event} ${to}`);
    expect([...travelled].toSorted()).toEqual(edges.toSorted());
  });
});
