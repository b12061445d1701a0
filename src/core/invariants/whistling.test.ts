import { describe, expect, it } from 'vitest';
import * as c from '../case/given.fixture.ts';
import { project as projectCase } from '../case/project.ts';
import type { CaseState, WhistleNote } from '../case/state.ts';
import type { Recorded } from '../process.ts';
import { whistlingInstitution } from '../rulebook/small.fixture.ts';
import type { WhistleEvent } from '../whistle/events.ts';
import { evolve } from '../whistle/evolve.ts';
import * as g from '../whistle/given.fixture.ts';
import { project } from '../whistle/project.ts';
import type { WhistleState } from '../whistle/state.ts';
import { createChecker, invariants, type Subject } from './index.ts';

const { given, usually } = g;

const subject = ({ stream, events, state }: g.Story): Subject => ({
  process: 'whistle',
  stream,
  events,
  state,
  list: project(state).list,
});

const missed = () => given(usually('signed'), g.ticks('report-in-1', 40));

/** Stories of kept promises, one or more for each. */
const KEPT: readonly g.Story[] = [
  given(usually('concluded'), g.rates('s1', 'urban'), g.rates('urban', 's1')),
  given(usually('concluded'), g.rates('s1', 'urban'), g.ticks('rating-1', 200)),
  given(usually('issued'), g.objects(), g.decides(true)),
  given(missed(), g.later(g.concludes('ESCALATED'), 41)),
  given(g.nothing(), g.emergency(), g.reports()),
  given(usually('proposed'), g.ticks('screen-1', 9), g.later(g.reports(), 10)),
  given(usually('reported'), g.plans({}), g.caseEnds()),
];

type Change = (event: Recorded<WhistleEvent>) => Recorded<WhistleEvent> | null;

/** A story whose log somebody edited, replayed as if it had always been so. */
function edited(story: g.Story, change: Change): Subject {
  const events = story.events.flatMap((event) => change(event) ?? []);
  const state = events.reduce<WhistleState>(evolve, { status: 'none' });
  return subject({ ...story, events, state });
}

const on =
  <Type extends WhistleEvent['type']>(
    type: Type,
    change: (event: Recorded<Extract<WhistleEvent, { type: Type }>>) => unknown,
  ): Change =>
  (event) =>
    event.type === type ? (change(event as never) as Recorded<WhistleEvent>) : event;
const data = (more: object) => (event: Recorded<WhistleEvent>) => ({
  ...event,
  data: { ...event.data, ...more },
});
const without = (type: WhistleEvent['type']) => on(type, () => null);
const byMachine = (event: Recorded<WhistleEvent>) => ({ ...event, actedBy: g.machine('tick') });

/** What is done to a log, and which promise notices. */
const BROKEN: readonly (readonly [number, string, Subject])[] = [
  [14, 'no clock', edited(usually('issued'), (event) => (isTimed(event) ? null : event))],
  [15, 'a due time moved', edited(usually('issued'), on('ClockStarted', earlier))],
  [
    20,
    'a breach untold',
    edited(given(usually('issued'), g.later(g.signs(), 6)), (event) =>
      event.type === 'ClockBreached' || event.type.startsWith('Ladder') ? null : event,
    ),
  ],
  [20, 'a ladder of nothing missed', edited(missed(), without('ClockBreached'))],
  [21, 'no power named', edited(usually('issued'), on('WhistleProposed', data({ missing: [] })))],
  [
    21,
    'a power it holds',
    edited(usually('issued'), on('WhistleProposed', data({ missing: ['demolish'] }))),
  ],
  [21, 'nothing tried', edited(usually('issued'), on('WhistleProposed', data({ tried: [] })))],
  [22, 'a unit without it', edited(usually('issued'), on('CalledOut', data({ unit: 'market' })))],
  [23, 'left open', edited(usually('concluded'), without('Released'))],
  [
    23,
    'concluded over an open one',
    edited(given(usually('issued'), g.standsDown(), g.concludes('NOT_NEEDED')), (event) =>
      event.type === 'Released' || event.type === 'StoodDown' ? null : event,
    ),
  ],
  [24, 'no power present', edited(usually('reported'), on('ReportedIn', data({ rank: 'staff' })))],
  [25, 'nothing said', edited(usually('settled'), without('CallOutSettled'))],
  [
    27,
    'opened too early',
    edited(KEPT[0] ?? usually('concluded'), (event) =>
      event.type === 'Rated' && event.data.by === 'urban' ? null : event,
    ),
  ],
  [
    27,
    'a mark instead of a word',
    edited(KEPT[0] ?? usually('concluded'), on('Rated', data({ items: { needed: 5 } }))),
  ],
  [28, 'an empty override', edited(usually('issued'), on('CalledOut', data({ override: ' ' })))],
  [57, 'a clock dated back', edited(usually('issued'), on('ClockStarted', datedBack))],
  [38, 'a credit mark', edited(usually('issued'), on('WhistleProposed', data({ creditScore: 1 })))],
  [43, 'a machine signs', edited(usually('signed'), on('CallOutSigned', byMachine))],
  [43, 'a machine screens', edited(usually('issued'), on('WhistleIssued', byMachine))],
  [
    53,
    'a gap',
    edited(
      usually('signed'),
      on('CallOutSigned', (e) => ({ ...e, version: 99 })),
    ),
  ],
];

function datedBack(event: Recorded<Extract<WhistleEvent, { type: 'ClockStarted' }>>) {
  const { clock } = event.data;
  return { ...event, data: { clock: { ...clock, startedAt: clock.startedAt - 1 } } };
}
function isTimed({ type }: Recorded<WhistleEvent>): boolean {
  return type.startsWith('Clock');
}
function earlier(event: Recorded<Extract<WhistleEvent, { type: 'ClockStarted' }>>) {
  return { ...event, data: { clock: { ...event.data.clock, dueAt: 1 } } };
}

const institution = whistlingInstitution();
const look = (...subjects: readonly Subject[]) => {
  const checker = createChecker(institution);
  for (const one of subjects) checker.look(one);
  return (settled = true) =>
    checker
      .verdicts({ settled })
      .flatMap(({ invariant, violations }) =>
        violations.map(({ stream, what }) => `${invariant.number} ${stream}: ${what}`),
      );
};

/** The usual case, told what it is told of whistles. */
function matter(notes: readonly Partial<WhistleNote>[], change: object = {}): Subject {
  const note = { whistle: g.WHISTLE, home: c.CASE, issuer: 's1', units: ['urban'] };
  const told = notes.map((more) =>
    c.did(c.machine('reaction'), {
      type: 'note-whistle',
      data: { ...note, stage: 'issued', result: null, ...more },
    }),
  );
  const story = inHand(told);
  const state = { ...story.state, ...change } as CaseState;
  const list = projectCase(state).list;
  return { process: 'case', stream: story.stream, events: story.events, state, list };
}
const inHand = (acts: readonly c.Act[]) =>
  c.given(c.usually('handling', c.nothing(institution)), ...acts);

describe('the promises of a whistle', () => {
  it('hold in stories where they are kept, and each was looked at', () => {
    const checker = createChecker(institution);
    for (const story of KEPT) checker.look(subject(story));
    const verdicts = checker.verdicts({ settled: false });
    const found = verdicts.flatMap(({ invariant, violations }) =>
      violations.map(({ what }) => [invariant.number, what]),
    );
    expect(found).toEqual([]);
    const asked = verdicts.filter(({ invariant }) => invariant.checks.whistle !== undefined);
    expect(
      asked.filter(({ evaluated }) => evaluated === 0).map((one) => one.invariant.number),
    ).toEqual(
      // No clock of a whistle has a limit of the law beside it.
      [17],
    );
  });

  it.each(BROKEN)('%s is found broken: %s', (number, _, broken) => {
    expect(look(broken)(false).some((line) => line.startsWith(`${number} `))).toBe(true);
  });

  it('every one has been seen to break', () => {
    const seen = new Set(BROKEN.map(([number]) => number));
    const numbers = invariants
      .filter(({ checks }) => checks.whistle !== undefined)
      .map(({ number }) => number);
    expect(numbers.filter((number) => !seen.has(number))).toEqual([17]);
  });
});

describe('a whistle and its case', () => {
  const whistle = subject(usually('issued'));

  it('know of each other, once nothing waits', () => {
    expect(look(whistle, matter([{}]))()).toEqual([]);
    expect(look(whistle, matter([]))(false)).toEqual([]);
    expect(look(whistle, matter([]))()).toEqual([
      '26 whistle-1: case-1 does not know that it is issued',
    ]);
    expect(look(whistle, matter([{ stage: 'proposed' }]))()).toHaveLength(2);
    expect(look(whistle, matter([{ units: ['urban', 'fire'] }]))()).toEqual([
      '26 whistle-1: case-1 holds it to call urban,fire, and it calls urban',
    ]);
  });

  it('end together', () => {
    const ended = subject(given(usually('issued'), g.caseEnds()));
    expect(look(ended, matter([{ stage: 'ended' }]))()).toEqual([]);
    expect(look(ended, matter([{}]))()).toEqual(['23 case-1: holds whistle-1 to be issued']);
    const closed = c.given(inHand([]), { ...c.withdraws });
    const over: Subject = {
      process: 'case',
      stream: closed.stream,
      events: closed.events,
      state: closed.state,
      list: projectCase(closed.state).list,
    };
    expect(look(whistle, over)()).toContain('23 whistle-1: still calls for case-1, which is over');
  });
});

describe('a unit’s capacity', () => {
  it('is never exceeded but by an emergency or for a reason', () => {
    const about = (n: number) => ({ others: new Map([[`case-${n}`, g.matter()]]) });
    const whistle = (n: number, act: g.Act) =>
      subject(given(g.nothing(institution, `whistle-${n}`), { ...act, ...about(n) }));
    const plain = [1, 2].map((n) => whistle(n, g.proposes({ case: `case-${n}` })));
    const urgent = whistle(3, g.emergency({ case: 'case-3' }));
    const reasoned = whistle(4, g.proposes({ case: 'case-4', override: '汛期' }));
    expect(look(...plain, urgent, reasoned)()).toEqual([]);
    const third = whistle(5, g.proposes({ case: 'case-5' }));
    expect(look(...plain, third)()).toEqual(['28 urban: urban is called 3 times']);
  });
});
