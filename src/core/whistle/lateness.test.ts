import { describe, expect, it } from 'vitest';
import * as g from './given.fixture.ts';
import { project } from './project.ts';

const { adds, given, known, usually, AFTERNOON, HOUR } = g;

/** When each event of an act happened, in hours after the afternoon. */
const timed = (story: g.Story, act: g.Act): readonly string[] =>
  given(story, act)
    .events.slice(story.events.length)
    .map((event) => `${(event.occurredAt - AFTERNOON) / HOUR} ${g.named(event)}`);

const live = ({ state }: g.Story) =>
  project(state)
    .clocks.filter(({ status }) => status === 'running')
    .map(({ id }) => id);

describe('nobody’s silence holds a whistle back', () => {
  it('it goes out at the instant the screening time ends, whoever looks', () => {
    const [first, ...rest] = timed(usually('proposed'), g.ticks('screen-1', 2));
    expect([first, ...rest]).toEqual([
      '2 ClockBreached screen-1',
      '2 ClockMet screen-1',
      '2 WhistleIssued',
      '2 CalledOut 1',
      '2 ClockStarted sign-1',
      '2 ClockStarted report-in-1',
      '2 ClockStarted conclude-1',
    ]);
    const issued = given(usually('proposed'), g.ticks('screen-1', 2));
    const found = given(usually('proposed'), g.later(g.signs(), 5));
    expect(known(found).callOuts[0]?.status).toBe('signed');
    const told = issued.events.filter(({ type }) => type !== 'ClockStarted').map(instant);
    expect(found.events.filter(({ type }) => type !== 'ClockStarted').map(instant)).toEqual([
      ...told,
      { type: 'CallOutSigned', occurredAt: AFTERNOON + 5 * HOUR },
      { type: 'ClockMet', occurredAt: AFTERNOON + 5 * HOUR },
    ]);
  });

  it('holds whom it calls from when it was told, not from when the worker should have told it', () => {
    const story = given(usually('proposed'), g.ticks('screen-1', 240));
    expect(known(story).callOuts[0]).toMatchObject({ status: 'notified', end: null });
    const started = known(story).clocks.filter(({ status }) => status === 'running');
    expect(started.map(({ id, startedAt }) => [id, startedAt])).toEqual(
      ['sign-1', 'report-in-1', 'conclude-1'].map((id) => [id, AFTERNOON + 240 * HOUR]),
    );
  });

  it('a screener who looks too late finds it gone', () => {
    expect(g.when(usually('proposed'), g.later(g.screens(false), 3))).toMatchObject({
      code: 'whistle.wrong-status',
      params: { status: 'issued' },
    });
  });
});

const instant = ({ type, occurredAt }: g.Story['events'][number]) => ({ type, occurredAt });

describe('a late signature', () => {
  it('is a breach and no more: the call-out goes on', () => {
    const story = given(usually('issued'), g.later(g.signs(), 6));
    expect(known(story).callOuts[0]).toMatchObject({ status: 'signed', end: null });
    expect(project(story.state).clocks.find(({ id }) => id === 'sign-1')).toMatchObject({
      status: 'met',
      breachedAt: AFTERNOON + 4.5 * HOUR,
    });
  });

  it('sends its ladder up, and comes down from it when it is done', () => {
    expect(timed(usually('issued'), g.later(g.signs(), 6))).toEqual([
      '4.5 ClockBreached sign-1',
      '4.5 LadderClimbed sign-1',
      '4.5 ClockStarted remind-1',
      '5.5 ClockBreached remind-1',
      '5.5 LadderClimbed sign-1',
      '5.5 ClockEnded remind-1',
      '5.5 ClockStarted supervise-1',
      '6 CallOutSigned 1',
      '6 ClockMet sign-1',
      '6 LadderLeft sign-1',
      '6 ClockEnded supervise-1',
    ]);
  });
});

describe('a miss', () => {
  const missed = () => given(usually('signed'), g.ticks('report-in-1', 24.5));

  it('is told at its due instant, stays told, and the unit may still come', () => {
    expect(timed(usually('signed'), g.ticks('report-in-1', 30)).slice(0, 4)).toEqual([
      '24.5 ClockBreached report-in-1',
      '24.5 CallOutMissed 1',
      '24.5 LadderClimbed report-in-1',
      '24.5 ClockStarted remind-1',
    ]);
    const came = given(missed(), g.later(g.reports(), 25));
    expect(known(came).callOuts[0]).toMatchObject({
      status: 'reported',
      end: 'MISSED',
      presence: { late: true },
    });
  });

  it('holds the unit by one promise: what it did not sign for is not owed beside it', () => {
    const unsigned = given(usually('issued'), g.ticks('report-in-1', 24.5));
    expect(live(unsigned)).toEqual(['report-in-1', 'conclude-1', 'remind-2']);
    expect(known(unsigned).ladders).toMatchObject([{ clock: 'report-in-1' }]);
  });

  it('that somebody came to in time is a miss all the same when it was entered too late', () => {
    const entered = given(usually('signed'), { ...g.later(g.reports(), 26), at: AFTERNOON + HOUR });
    expect(known(entered).callOuts[0]).toMatchObject({
      end: 'MISSED',
      presence: { late: true, at: AFTERNOON + HOUR },
    });
  });

  it('may be concluded over, and is rated', () => {
    const over = given(missed(), g.later(g.concludes('ESCALATED'), 25));
    expect(known(over)).toMatchObject({
      status: 'concluded',
      ratings: [{ unit: 'urban' }],
      callOuts: [{ status: 'released', end: 'MISSED' }],
    });
  });

  it('is stood down with its miss beside it', () => {
    const down = given(missed(), g.later(g.standsDown(), 25));
    expect(known(down).callOuts[0]).toMatchObject({ status: 'released', end: 'MISSED' });
    expect(live(down)).toEqual(['conclude-1']);
  });
});

describe('the ladder', () => {
  it('is climbed rung by rung through a long outage, each at its own instant, and once', () => {
    const climbed = timed(usually('signed'), g.ticks('report-in-1', 100)).filter((line) =>
      /Climbed|Breached/.test(line),
    );
    expect(climbed).toEqual([
      '24.5 ClockBreached report-in-1',
      '24.5 LadderClimbed report-in-1',
      '28.5 ClockBreached remind-1',
      '28.5 LadderClimbed report-in-1',
      '32.5 ClockBreached supervise-1',
      '32.5 LadderClimbed report-in-1',
      '56.5 ClockBreached instruct-1',
    ]);
    const top = given(usually('signed'), g.ticks('report-in-1', 100));
    expect(live(top)).toEqual(['report-in-1', 'conclude-1', 'instruct-1']);
    expect(known(top).ladders).toMatchObject([{ rung: 3, act: 'instruct', by: 'd' }]);
  });

  it('says who owes the act above', () => {
    const acts = (hours: number) =>
      project(given(usually('signed'), g.ticks('report-in-1', hours)).state).acts.filter(
        ({ act }) => act === 'whistle.supervise',
      );
    expect(acts(25)).toEqual([]);
    expect(acts(29)).toMatchObject([{ unit: 'centre', role: 'supervisor', clock: 'supervise-1' }]);
    expect(acts(33)).toMatchObject([{ unit: 'd', role: 'unit_head', clock: 'instruct-1' }]);
  });

  it('gives the unit its time again once the act was done, and goes on up when it is missed', () => {
    const supervised = g.later(g.supervises(), 29);
    expect(timed(usually('signed'), supervised).slice(-4)).toEqual([
      '29 Supervised',
      '29 ClockMet supervise-1',
      '29 LadderAnswered report-in-1',
      '29 ClockStarted remind-2',
    ]);
    const story = given(usually('signed'), supervised);
    expect(known(story).ladders).toMatchObject([{ rung: 2, answered: true }]);
    expect(adds(story, g.ticks('remind-2', 33))).toEqual([
      'ClockBreached remind-2',
      'LadderClimbed report-in-1',
      'ClockEnded remind-2',
      'ClockStarted instruct-1',
    ]);
  });

  it('asks a leader for a written word at the top, and takes it', () => {
    const by = { unit: 'd', role: 'unit_head' } as const;
    const spoken = g.later(g.supervises('urban', g.head('d')), 34);
    expect(g.when(usually('signed'), spoken)).toMatchObject({ code: 'whistle.instruction-needed' });
    const written = g.later(g.supervises('urban', g.head('d'), { by, text: ' 立即到场 ' }), 34);
    const story = given(usually('signed'), written);
    expect(story.events.findLast(({ type }) => type === 'Supervised')?.data).toMatchObject({
      instruction: { by, text: '立即到场' },
    });
    expect(live(story)).toEqual(['report-in-1', 'conclude-1', 'remind-2']);
  });

  it('is left when the unit comes', () => {
    const came = given(usually('signed'), g.later(g.reports(), 40));
    expect(known(came).ladders).toEqual([]);
    expect(live(came)).toEqual(['conclude-1']);
  });

  it('holds the issuer to its own conclusion', () => {
    const late = given(usually('settled'), g.ticks('conclude-1', 241));
    expect(known(late).ladders).toMatchObject([{ unit: 's1', by: 'centre', kind: 'conclude' }]);
    const ended = given(late, g.later(g.concludes(), 242));
    expect(known(ended).ladders).toEqual([]);
    expect(live(ended)).toEqual(['rating-1']);
  });

  it('is climbed under the law of its own day, whoever looks later', () => {
    const { institution } = g.nothing();
    const [law] = institution.rulebooks;
    if (law === undefined) throw new Error('no law');
    const second = { ...law, version: '2', effectiveFrom: AFTERNOON + 26 * HOUR, ladder: [] };
    const story = usually('signed', g.nothing({ ...institution, rulebooks: [law, second] }));
    const climbed = timed(story, g.ticks('report-in-1', 40)).filter((line) => /Climbed/.test(line));
    expect(climbed).toEqual(['24.5 LadderClimbed report-in-1']);
  });
});

describe('an objection nobody decides', () => {
  it('binds at its due instant: the unit comes first and argues afterwards', () => {
    const objected = given(usually('issued'), g.objects());
    const due = project(objected.state).clocks.find(({ kind }) => kind === 'objection')?.dueAt ?? 0;
    const hours = (due - AFTERNOON) / HOUR;
    expect(timed(objected, g.ticks('objection-1', hours + 1))).toEqual([
      `${hours} ClockBreached objection-1`,
      `${hours} CallOutRuled 1`,
      // Its whole time again, from when it was told of it.
      `${hours + 1} ClockStarted report-in-2`,
      `${hours} ClockEnded objection-1`,
    ]);
    const bound = given(objected, g.ticks('objection-1', hours + 1));
    expect(known(bound).callOuts[0]).toMatchObject({ status: 'signed', bound: true });
    expect(g.when(bound, g.decides(true))).toMatchObject({ code: 'whistle.not-objected' });
  });
});

describe('the emergency’s filing', () => {
  it('is late after a day, and the whistle cannot be concluded without it', () => {
    const story = given(
      g.nothing(),
      g.emergency(),
      g.reports('urban'),
      g.settles(),
      g.ticks('filing-1', 24),
    );
    expect(g.when(story, g.concludes())).toMatchObject({ code: 'whistle.not-filed' });
    expect(known(given(story, g.files(), g.concludes()))).toMatchObject({ status: 'concluded' });
  });
});

describe('the rating window', () => {
  it('closes by itself and opens what was said, the last one ending the whistle', () => {
    const one = given(usually('concluded'), g.rates('s1', 'urban'));
    expect(adds(one, g.ticks('rating-1', 123))).toEqual(['ClockEnded rating-1', 'RatingsOpened']);
    const closed = given(one, g.ticks('rating-1', 123));
    expect(known(closed)).toMatchObject({
      status: 'rated',
      ratings: [{ open: true, byIssuer: {}, byCalled: null }],
    });
    expect(project(closed.state)).toMatchObject({ acts: [], list: { breaches: 0, dueAt: null } });
  });
});
