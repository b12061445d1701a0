import { describe, expect, it } from 'vitest';
import * as c from '../case/given.fixture.ts';
import * as g from './given.fixture.ts';
import { project } from './project.ts';
import { after } from './reactions.ts';

const { DAY, MONDAY, given, known, nothing, usually } = g;
const types = ({ events }: g.Story, from = 0) => events.slice(from).map(({ type }) => type);
const statusOf = ({ state }: g.Story) => state.status;

describe('a matter that has ended', () => {
  it('is kept under the first class that fits, from its end on', () => {
    const story = usually('kept');
    const closed = g.matter();
    const ended = 'endedAt' in closed ? closed.endedAt : 0;
    expect(known(story)).toMatchObject({ status: 'kept', class: { code: 'vendors' }, ended });
    expect(known(story).clocks).toMatchObject([
      { id: 'keep-1', startedAt: ended, dueAt: ended + 100 * DAY, unit: 'centre' },
    ]);
    const short = given(nothing(), g.begins(g.withdrawn()));
    expect(known(short).class).toMatchObject({ code: 'withdrawn', archive: false });
  });

  it('begins nothing where it goes on again, where it is kept already, or where no law says how long', () => {
    const open = given(nothing(), g.begins(g.matter('handling')));
    expect(statusOf(open)).toBe('none');
    expect(types(given(usually('kept'), g.begins()))).toEqual(types(usually('kept')));
    expect(types(given(nothing(c.district()), g.begins(), g.stops()))).toEqual([]);
  });

  it('that joined another waits for that one’s end', () => {
    const joined = c.given(
      c.usually('triaged', c.nothing(g.keeps())),
      c.merges('case-2', c.usually('triaged').state),
    ).state;
    const into = { type: 'begin', data: { case: g.CASE, into: 'case-2' } } as const;
    const end = (other: ReturnType<typeof g.matter>) =>
      given(
        nothing(),
        g.did(g.machine('reaction'), into, {
          others: new Map([
            [g.CASE, joined],
            ['case-2', other],
          ]),
        }),
      );
    expect(statusOf(end(g.matter('replied')))).toBe('none');
    const over = g.matter('closed');
    expect(known(end(over)).ended).toBe('endedAt' in over ? over.endedAt : 0);
  });

  it('that goes on stops the time, and its next end begins it anew; holds and wishes stay', () => {
    const held = given(usually('kept'), g.holds(), g.agrees(), g.wishes(), g.packs(), g.stops());
    expect(statusOf(held)).toBe('stopped');
    const running = known(held).clocks.filter(({ status }) => status === 'running');
    expect(running.map(({ kind }) => kind).toSorted()).toEqual(['hold-review', 'wish']);
    const again = known(given(held, g.begins()));
    expect(again).toMatchObject({ status: 'kept', package: null, holds: [{ n: 1, end: null }] });
    expect(again.clocks.filter(({ kind }) => kind === 'keep')).toHaveLength(2);
  });
});

describe('when its time is over', () => {
  it('it is due where nothing stands before the erasure, and nobody was late', () => {
    const story = given(nothing(), g.begins(g.withdrawn()), g.ticks('keep-1', 12));
    expect(statusOf(story)).toBe('due');
    expect(known(story).clocks).toMatchObject([{ status: 'met', breachedAt: null }]);
  });

  it('the archive has it first, and the archivist is held to a time', () => {
    const story = usually('lapsed');
    expect(statusOf(story)).toBe('lapsed');
    const { acts } = project(story.state);
    expect(acts).toMatchObject([
      { act: 'retention.record-transfer', unit: 'centre', role: 'archivist', clock: 'transfer-1' },
    ]);
    const late = given(story, g.ticks('transfer-1', 140));
    expect(statusOf(late)).toBe('lapsed');
    expect(project(late.state).list?.breaches).toBe(1);
    expect(statusOf(given(late, g.packs(), g.transfers()))).toBe('due');
  });

  it('a hold stands before it, and once lifted nothing does', () => {
    const story = given(
      nothing(),
      g.begins(g.withdrawn()),
      g.holds(30),
      g.agrees(),
      g.ticks('keep-1', 12),
    );
    expect(statusOf(story)).toBe('lapsed');
    expect(statusOf(given(story, g.lifts()))).toBe('due');
    expect(statusOf(given(story, g.lifts(), g.holds(40)))).toBe('lapsed');
  });

  it('the machine orders it, the keys go, and only then it is said to be erased', () => {
    const story = usually('erased');
    expect(types(story).slice(-3)).toEqual(['Transferred', 'ErasureOrdered', 'Erased']);
    expect(project(story.state)).toMatchObject({
      list: { status: 'erased', bucket: 'closed', title: null, about: g.CASE, dueAt: null },
      acts: [],
    });
    const last = story.events.at(-1);
    if (last === undefined) throw new Error('nothing was said');
    const told = after(last, story.state, story.stream);
    expect(told.map(({ process, stream }) => [process, stream])).toEqual([
      ['case', g.CASE],
      ['whistle', 'whistle-1'],
    ]);
    expect(told[0]?.command).toMatchObject({ type: 'note-erased', data: { class: 'vendors' } });
  });

  it('ordered once, nothing stops it any more', () => {
    expect(statusOf(given(usually('erasing'), g.stops()))).toBe('erasing');
    expect(statusOf(given(usually('erased'), g.begins()))).toBe('erased');
  });
});

describe('a legal hold', () => {
  const hold = (story: g.Story) => known(story).holds[0];

  it('holds from when it is placed, and falls where no second officer agrees in time', () => {
    const placed = given(usually('kept'), g.holds());
    expect(hold(placed)).toMatchObject({ agreedBy: null, end: null, clock: 'hold-agree-1' });
    const fallen = given(placed, g.ticks('hold-agree-1', 6));
    expect(hold(fallen)?.end).toBe('NOT_AGREED');
    expect(hold(given(placed, g.declines()))?.end).toBe('DECLINED');
  });

  it('is nothing to agree to any more once its own date has passed', () => {
    const short = given(usually('kept'), g.holds(2));
    expect(known(short).clocks.at(-1)).toMatchObject({ dueAt: MONDAY + 2 * DAY });
    const late = { ...short, now: MONDAY + 2 * DAY };
    expect(g.when(late, g.agrees())).toMatchObject({ code: 'retention.hold-over' });
    expect(hold(given(short, g.ticks('hold-agree-1', 3)))?.end).toBe('NOT_AGREED');
  });

  it('is not one account’s, placed again each time nobody agreed to it', () => {
    const placed = given(usually('kept'), g.holds());
    const alone = [placed, given(placed, g.ticks('hold-agree-1', 6)), given(placed, g.lifts())];
    for (const story of alone) {
      expect(g.when(story, g.holds(40))).toMatchObject({ code: 'retention.hold-by-one' });
      const two = given(story, g.holds(40, g.archivist), g.agrees(g.supervisor, 2));
      expect(known(two).holds[1]).toMatchObject({ agreedBy: 'centre/supervisor', end: null });
    }
  });

  it('that nobody reviews alarms and holds once more, and then falls', () => {
    const agreed = given(usually('kept'), g.holds(30), g.agrees());
    expect(hold(agreed)).toMatchObject({ agreedBy: 'centre/archivist', clock: 'hold-review-1' });
    const first = given(agreed, g.ticks('hold-review-1', 31));
    expect(hold(first)).toMatchObject({ overdue: true, end: null, clock: 'hold-review-2' });
    expect(project(first.state)).toMatchObject({
      list: { breaches: 1 },
      acts: [{ act: 'retention.lift-hold', clock: 'hold-review-2' }],
    });
    const second = given(first, g.ticks('hold-review-2', 60));
    expect(hold(second)?.end).toBe('NOT_REVIEWED');
    expect(types(second).slice(-3)).toEqual(['ClockBreached', 'ClockEnded', 'HoldEnded']);
  });

  it('goes on under another, placed before it ends', () => {
    const two = given(
      usually('kept'),
      g.holds(30),
      g.agrees(),
      g.holds(50),
      g.agrees(g.archivist, 2),
    );
    const one = given(two, g.lifts());
    expect(known(one).holds.map(({ end }) => end)).toEqual(['LIFTED', null]);
  });
});

describe('a wish to be erased', () => {
  it('is recorded, answered with the date, and hurries nothing', () => {
    const asked = given(usually('kept'), g.wishes());
    expect(project(asked.state).acts).toMatchObject([
      { act: 'retention.answer-erasure', role: 'archivist', clock: 'wish-1' },
    ]);
    const answered = given(asked, g.answers());
    const { ended } = known(answered);
    expect(answered.events.at(-1)).toMatchObject({
      type: 'ErasureAnswered',
      data: { wish: 1, until: ended + 100 * DAY },
    });
    expect(statusOf(answered)).toBe('kept');
  });

  it('is told at a counter, too, and unanswered it is late', () => {
    const helped = { ...g.wishes(g.staff('c11', 'intake_agent')) };
    const story = given(usually('kept'), {
      ...helped,
      onBehalfOf: { kind: 'person', relation: 'relative' },
    });
    const late = given(story, g.ticks('wish-1', 20));
    expect(known(late).clocks.find(({ id }) => id === 'wish-1')).toMatchObject({
      breachedAt: expect.any(Number),
    });
    expect(statusOf(given(late, g.answers()))).toBe('kept');
  });
});

it('a law that says nothing of it any more lets what was begun go on as it began', () => {
  const institution = g.keeps();
  const [law] = institution.rulebooks;
  if (law === undefined) throw new Error('no law');
  const later = { ...law, version: '2', effectiveFrom: MONDAY + 5 * DAY, retention: null };
  const changed = { ...institution, rulebooks: [law, later] };
  const story = given({ ...usually('kept'), institution: changed }, g.ticks('keep-1', 101));
  expect(statusOf(story)).toBe('lapsed');
});
