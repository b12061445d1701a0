import { describe, expect, it } from 'vitest';
import { whistlingInstitution } from '../rulebook/small.fixture.ts';
import * as g from './given.fixture.ts';
import { project } from './project.ts';

const { adds, did, given, usual, HOUR, MONDAY } = g;

/** The usual case under a rulebook that says what follows a missed promise. */
const usually = (step: Parameters<typeof g.usually>[0]) =>
  g.usually(step, g.nothing(whistlingInstitution()));
const dueOf = ({ state }: g.Story, id: string): number => {
  const clock = project(state).clocks.find((one) => one.id === id);
  if (clock === undefined) throw new Error(`no clock ${id}`);
  return clock.dueAt;
};
const ticks = (clock: string, now: number): g.Act =>
  did(g.machine('tick'), { type: 'clock-due', data: { clock, revision: 1 } }, { now });
const live = ({ state }: g.Story) =>
  project(state)
    .clocks.filter(({ status }) => status === 'running')
    .map(({ id }) => id);
const supervises = (
  by: g.Act['by'],
  now: number,
  instruction?: { by: { unit: string; role: 'unit_head' }; text: string },
) =>
  did(
    by,
    { type: 'supervise', data: { text: '请即办理', instruction: instruction ?? null } },
    { now },
  );

/** The reply is missed, and `hours` have gone by since. */
const late = (hours: number) => {
  const story = given(usually('handling'), usual.contact);
  const due = dueOf(story, 'reply-1');
  return { due, story: given(story, ticks('reply-1', due + hours * HOUR)) };
};

/** Objected to, missed meanwhile, and ruled to be another unit's `hours` later. */
const handedOn = (hours = 1) => {
  const objected = given(usually('assigned'), g.objects);
  const due = dueOf(objected, 'reply-1');
  const missed = given(objected, ticks('reply-1', due));
  return { due, story: given(missed, { ...g.rules(), now: due + hours * HOUR }) };
};

describe('a promise of a case that is missed', () => {
  it('goes up its ladder rung by rung, each at its own instant, however late anybody looks', () => {
    const before = given(usually('handling'), usual.contact);
    const due = dueOf(before, 'reply-1');
    const story = given(before, ticks('reply-1', due + 100 * HOUR));
    const told = story.events
      .slice(before.events.length)
      .map((event) => `${(event.occurredAt - due) / HOUR} ${g.named(event)}`);
    expect(told).toEqual([
      '0 ClockBreached reply-1',
      '0 LadderClimbed reply-1',
      '0 ClockStarted remind-1',
      '4 ClockBreached remind-1',
      '4 LadderClimbed reply-1',
      '4 ClockEnded remind-1',
      '4 ClockStarted supervise-1',
      '28 ClockBreached supervise-1',
      '28 LadderClimbed reply-1',
      '28 ClockEnded supervise-1',
      '28 ClockStarted instruct-1',
      '76 ClockBreached instruct-1',
    ]);
    expect(live(story)).toEqual(['reply-1', 'instruct-1']);
  });

  it('is owed an act by whoever the rung names, and that act answers it', () => {
    const { due, story } = late(5);
    const owed = project(story.state).acts.find(({ act }) => act === 'case.supervise');
    expect(owed).toMatchObject({ unit: 'centre', role: 'supervisor', clock: 'supervise-1' });
    expect(adds(story, supervises(g.supervisor, due + 6 * HOUR))).toEqual([
      'Supervised',
      'ClockMet supervise-1',
      'LadderAnswered reply-1',
      'ClockStarted remind-2',
    ]);
  });

  it('may be spoken of by others, and waits for whoever owes it', () => {
    const { due, story } = late(5);
    const d = supervises(g.staff('d', 'supervisor'), due + 6 * HOUR);
    expect(adds(story, d)).toEqual(['Supervised']);
  });

  it('takes a leader’s written word at the top', () => {
    const { due, story } = late(29);
    const by = { unit: 'd', role: 'unit_head' } as const;
    const act = supervises(g.head('d'), due + 30 * HOUR, { by, text: ' 今日办结 ' });
    expect(adds(story, act)).toContain('LadderAnswered reply-1');
    const { events } = given(story, act);
    expect(events.findLast(({ type }) => type === 'Supervised')?.data).toMatchObject({
      unit: 's1',
      instruction: { by, text: '今日办结' },
    });
  });

  it('leaves its ladder with the promise: kept at last, dropped, or merged away', () => {
    const { due, story } = late(5);
    const replied = given(story, { ...usual.reply, now: due + 6 * HOUR });
    expect(live(replied)).toEqual(['verification-1']);
    const gone = given(story, { ...g.withdraws, now: due + 6 * HOUR });
    expect([live(gone), gone.state]).toMatchObject([[], { ladders: [] }]);
    const target = g.usually('assigned', g.nothing(undefined, 'case-2')).state;
    const merge = { ...g.merges('case-2', target), now: due + 6 * HOUR };
    expect(given(story, merge).state).toMatchObject({ ladders: [] });
    const back = given(story, merge, g.unmerges('case-2', { now: due + 7 * HOUR }));
    expect(back.state).toMatchObject({ ladders: [{ clock: 'reply-1', rung: 2 }] });
  });

  it('begins at the ladder’s foot against whoever has it next', () => {
    const { due, story } = handedOn();
    expect(story.state).toMatchObject({
      ladders: [{ clock: 'reply-1', unit: 'urban', rung: 1, by: null, timer: 'remind-2' }],
    });
    const told = story.events.slice(-8).map(g.named);
    expect(told).toEqual([
      'AllocationRuled',
      'ClockMet objection-1',
      'ClockStarted sign-for-2',
      'ClockHandedOn reply-1',
      'LadderLeft reply-1',
      'ClockEnded remind-1',
      'LadderClimbed reply-1',
      'ClockStarted remind-2',
    ]);
    const up = given(story, ticks('remind-2', due + 200 * HOUR));
    const reminders = project(up.state).clocks.filter(({ kind }) => kind === 'remind');
    const late = reminders.filter(({ breachedAt }) => breachedAt !== null);
    expect(late.map(({ id, unit }) => `${id} ${unit}`)).toEqual([
      'remind-2 urban',
      'remind-3 urban',
    ]);
    const top = up.state.status === 'none' ? [] : up.state.ladders;
    expect(top.find(({ clock }) => clock === 'reply-1')).toMatchObject({ unit: 'urban', by: 'd' });
    const act = supervises(g.head('d'), due + 201 * HOUR, {
      by: { unit: 'd', role: 'unit_head' },
      text: '今日办结',
    });
    const again = project(given(up, act).state).clocks.at(-1);
    expect(again).toMatchObject({ kind: 'remind', unit: 'urban', status: 'running' });
  });

  it('asks nothing more of those above whoever had it before', () => {
    const { story } = handedOn(6);
    expect(project(story.state).acts.map(({ act }) => act)).toEqual(['case.sign-for']);
    expect(story.state).toMatchObject({ ladders: [{ unit: 'urban', rung: 1 }] });
  });

  it('ends a ladder once where the promise ends among all the others', () => {
    const { due, story } = late(200);
    const replied = given(story, { ...usual.reply, now: due + 201 * HOUR });
    const verified = dueOf(replied, 'verification-1');
    const over = given(replied, { ...g.withdraws, now: verified + HOUR });
    const ends = over.events.filter(({ type }) => type === 'ClockEnded' || type === 'ClockMet');
    const names = ends.map(g.named);
    expect(new Set(names).size).toBe(names.length);
  });

  it('of a past institution, read in, is nobody’s to answer here', () => {
    const rulebooks = whistlingInstitution().rulebooks.map((law) => ({ ...law, effectiveFrom: 0 }));
    const story = given(
      g.nothing(whistlingInstitution({ rulebooks })),
      g.imports([
        { act: 'triaged', at: MONDAY, category: 'vending', title: 't', urgency: null },
        { act: 'dispatched', at: MONDAY, lead: null, dueAt: MONDAY + HOUR },
      ]),
    );
    expect(story.state).toMatchObject({ ladders: [] });
    expect(project(story.state).list?.breaches).toBe(1);
  });
});
