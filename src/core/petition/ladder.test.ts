import { describe, expect, it } from 'vitest';
import { petitioning, petitionLadder } from '../rulebook/petition.fixture.ts';
import * as g from './given.fixture.ts';
import { project } from './project.ts';

const { given, known, onDay, usually } = g;

/** In hand since Monday 2 March: sixty days went by on 6 May, the day after the holiday. */
const inHand = () => usually('noticed', g.nothing(petitioning({}, { ladder: petitionLadder })));
const due = (story: g.Story, id = 'handling-1') =>
  known(story).clocks.find((clock) => clock.id === id)?.dueAt ?? 0;
const dueTick = (story: g.Story, clock: string): g.Act => ({
  ...g.ticks(clock, 0),
  now: due(story, clock),
});
const climbed = (story: g.Story, ...clocks: readonly string[]) =>
  clocks.reduce((sofar, clock) => given(sofar, dueTick(sofar, clock)), story);
const actsOf = (story: g.Story) =>
  project(story.state)
    .acts.map(({ act, unit, role }) => `${act} ${unit} ${role}`)
    .filter((act) => act.includes('supervise'));
const soon = (story: g.Story, act: g.Act): g.Act => ({ ...act, now: story.now + g.HOUR });

describe('a limit that was missed', () => {
  it('is reminded, supervised, put before a leader; late stays late', () => {
    const missed = climbed(inHand(), 'handling-1');
    const limit = due(missed);
    expect(known(missed).ladders).toMatchObject([{ clock: 'handling-1', rung: 1, by: null }]);
    expect(actsOf(missed)).toEqual([]);
    const owed = climbed(missed, 'remind-1');
    expect(actsOf(owed)).toEqual(['petition.supervise centre supervisor']);
    const unheard = climbed(owed, 'supervise-1');
    expect(actsOf(unheard)).toEqual(['petition.supervise d unit_head']);
    const word = { by: { unit: 'd', role: 'unit_head' }, text: '本周内作出' } as const;
    const told = given(unheard, soon(unheard, g.supervises(g.head('d'), word)));
    expect(actsOf(told)).toEqual([]);
    expect(known(told).ladders).toMatchObject([{ rung: 3, answered: true }]);
    expect(due(told)).toBe(limit);
    expect(known(told).clocks.find(({ id }) => id === 'handling-1')?.breachedAt).toBe(limit);
  });

  it('is done all the same, and whatever it had set going ends', () => {
    const owed = climbed(inHand(), 'handling-1', 'remind-1');
    const done = given(owed, soon(owed, g.opines()));
    expect(known(done).ladders).toEqual([]);
    expect(actsOf(done)).toEqual([]);
    expect(known(done).clocks.find(({ id }) => id === 'supervise-1')?.status).toBe('void');
    expect(project(done.state).list?.breaches).toBeGreaterThan(0);
    const left = given(owed, soon(owed, g.withdraws()));
    expect(known(left).ladders).toEqual([]);
  });

  it('answered by the unit above gives the unit the rung’s time once more, and then climbs on', () => {
    const owed = climbed(inHand(), 'handling-1', 'remind-1');
    const answered = given(owed, soon(owed, g.supervises()));
    expect(known(answered).ladders).toMatchObject([{ rung: 2, answered: true }]);
    const again = climbed(answered, 'remind-2');
    expect(actsOf(again)).toEqual(['petition.supervise d unit_head']);
  });

  it('of a window is nobody’s: no ladder begins', () => {
    const told = usually('told', g.nothing(petitioning({}, { ladder: petitionLadder })));
    const over = given(told, dueTick(told, 'ask-review-1'));
    expect(known(over)).toMatchObject({ status: 'concluded', ladders: [] });
  });

  it('where the rulebook has no rungs stays a breach and nothing more', () => {
    const plain = climbed(usually('noticed'), 'handling-1');
    expect(known(plain).ladders).toEqual([]);
    expect(project(plain.state).list?.breaches).toBe(1);
  });
});

describe('supervision', () => {
  it('is for who stands above, at any time, and moves no limit', () => {
    const story = inHand();
    const told = given(story, onDay(2, g.supervises(g.head('d'))));
    expect(told.events.at(-1)).toMatchObject({ type: 'Supervised', data: { unit: 's1' } });
    expect(due(told)).toBe(due(story));
    for (const by of [g.head('s1'), g.head('urban'), g.handler('d')]) {
      expect(g.when(story, onDay(2, g.supervises(by)))).toMatchObject({
        code: 'petition.not-yours',
      });
    }
  });
});
