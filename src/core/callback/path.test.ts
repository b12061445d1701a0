import { describe, expect, it } from 'vitest';
import * as c from '../case/given.fixture.ts';
import { clockOf } from '../clock/clock.ts';
import { callbackLaw } from '../rulebook/small.fixture.ts';
import * as g from './given.fixture.ts';
import { project } from './project.ts';
import { answerOf, isDrawn } from './state.ts';

const { given, nothing } = g;
const acts = ({ state }: g.Story) =>
  project(state).acts.map(({ act, unit, role }) => [act, unit, role]);
const list = ({ state }: g.Story) => project(state).list;
const statusOf = ({ state }: g.Story) => state.status;

describe('the draw', () => {
  it('is the lot’s and the rulebook’s alone: below the share it is drawn, from there on not', () => {
    for (const [lot, status] of [
      [0, 'waiting'],
      [0.499, 'waiting'],
      [0.5, 'not_drawn'],
      [0.999, 'not_drawn'],
    ] as const) {
      expect(statusOf(given(nothing(), g.draws(lot)))).toBe(status);
    }
  });

  it('takes the share of the outcome, then of the category', () => {
    const [, byCategory] = callbackLaw.samples;
    if (byCategory === undefined) throw new Error('fixture');
    const law = { ...callbackLaw, samples: [{ ...byCategory, categories: ['all'], share: 0 }] };
    const none = g.callingBack({ callback: law });
    expect(statusOf(given(nothing(none), g.draws(0)))).toBe('not_drawn');
    const unreachable = { ...g.closed(), outcome: 'UNREACHABLE' } as ReturnType<typeof g.closed>;
    expect(statusOf(given(nothing(), g.draws(0.999, { case: unreachable })))).toBe('waiting');
  });

  it('draws every sponsored case', () => {
    expect(statusOf(given(nothing(), g.draws(0.999, {}, true)))).toBe('waiting');
  });

  it('spreads the day of asking evenly between the first and the last', () => {
    const dayAt = (lot: number) => {
      const [, started] = given(nothing(), g.draws(lot)).events;
      if (started?.type !== 'ClockStarted') throw new Error('no clock');
      return (started.data.clock.dueAt - g.endedAt(g.closed())) / g.DAY;
    };
    expect([0, 0.125, 0.25, 0.375].map(dayAt)).toEqual([3, 5.5, 8, 10.5]);
  });

  it('asks from the first unit of the rulebook that had no hand in the matter', () => {
    const asker = (...units: readonly string[]) => {
      const institution = g.callingBack({ callback: { ...callbackLaw, units } });
      const { state } = given(nothing(institution), g.draws());
      return isDrawn(state) ? state.asker : state.status;
    };
    expect(asker('centre', 'market')).toBe('centre');
    // Lead and governing street, place and first receiver.
    expect(asker('s1', 'c11', 'market')).toBe('market');
    expect(asker('s1', 'c11')).toBe('unasked');
    const called = {
      ...g.closed(),
      whistles: [{ issuer: 's1', units: ['market'], stage: 'ended', live: false }],
    } as unknown as ReturnType<typeof g.closed>;
    const institution = g.callingBack({
      callback: { ...callbackLaw, units: ['market', 'housing'] },
    });
    const { state } = given(nothing(institution), g.draws(0.1, { case: called }));
    expect(isDrawn(state) && state.asker).toBe('housing');
  });

  it('does not ask from a unit that sponsored it, sat at that table, or had its petition', () => {
    const seat = (unit: string, role: string) => ({ account: unit, post: { unit, role } });
    const sponsorship = {
      sponsor: seat('centre', 'sponsor'),
      lead: seat('urban', 'unit_head'),
      liaison: seat('s1', 'liaison'),
      units: ['market'],
      stage: 'ended',
      endsAt: 1,
    };
    const asker = (change: object, ...units: readonly string[]) => {
      const about = { ...g.closed(), ...change } as unknown as ReturnType<typeof g.closed>;
      const institution = g.callingBack({ callback: { ...callbackLaw, units } });
      const { state } = given(nothing(institution), g.draws(0.1, { case: about }));
      return isDrawn(state) ? state.asker : state.status;
    };
    const all = ['centre', 'urban', 'market', 'housing'];
    expect(asker({ sponsorships: [sponsorship] }, ...all)).toBe('housing');
    // Put up and not taken on: nobody of them had a hand in it.
    expect(asker({ sponsorships: [{ ...sponsorship, endsAt: null }] }, ...all)).toBe('centre');
    expect(asker({ petitions: [{ units: ['centre', 'urban'] }] }, ...all)).toBe('market');
  });

  it('says nothing where nobody is called back, or where the closing is no more', () => {
    const silent = c.district();
    expect(g.adds({ ...nothing(), institution: silent }, g.draws())).toEqual([]);
    expect(g.adds({ ...nothing(), institution: silent }, g.reopened())).toEqual([]);
    const again = c.given(c.usually('closed', c.nothing(g.callingBack())), c.reopens()).state;
    expect(g.adds(nothing(), g.draws(0, { case: again }))).toEqual([]);
    expect(g.adds(nothing(), g.reopened())).toEqual([]);
  });
});

describe('a callback', () => {
  it('is in no list until its day has come, and then in that of the unit that asks', () => {
    expect([list(g.drawn()), acts(g.drawn())]).toEqual([null, []]);
    expect([list(g.passedOver()), acts(g.passedOver())]).toEqual([null, []]);
    expect(acts(g.asking())).toEqual([['callback.answer', 'centre', 'callback_agent']]);
    const row = list(g.asking());
    expect(row).toMatchObject({ bucket: 'open', holder: 'centre', place: 'centre', lead: null });
    // Nobody with a hand in the matter stands in it.
    expect(JSON.stringify(row)).not.toMatch(/"(s1|c11)"/);
  });

  it('begins by itself, and starts the unit’s clock and the person’s time', () => {
    expect(g.adds(g.drawn(), g.ticks('wait-1', 10))).toEqual([
      'ClockEnded wait-1',
      'AskingBegan',
      'ClockStarted ask-1',
      'ClockStarted window-1',
    ]);
  });

  it('keeps each answer apart, and each may stay unanswered', () => {
    const story = given(g.asking(), g.answers({ satisfied: 'partly' }));
    expect(answerOf(story.state)?.replies).toEqual({
      contacted: 'yes',
      solved: 'yes',
      satisfied: 'partly',
      listened: 'no',
    });
    expect(statusOf(story)).toBe('answered');
    expect(story.reactions.slice(-1)).toMatchObject([{ command: { type: 'plan' } }]);
  });

  it('denies the closing where the person says that it is not solved, and only then', () => {
    const denies = (story: g.Story, act: g.Act) =>
      given(story, act).reactions.filter(({ command }) => command.type === 'deny-closing');
    expect(denies(g.asking(), g.answers({ solved: 'no' }))).toMatchObject([
      {
        process: 'case',
        stream: g.CASE,
        command: { data: { closing: 1, by: 'callback', words: null } },
      },
    ]);
    for (const change of [
      { solved: 'partly' },
      { solved: null },
      { satisfied: 'no', listened: 'no', contacted: 'no' },
    ] as const) {
      expect(denies(g.asking(), g.answers(change))).toEqual([]);
    }
    const cannot = { ...g.closed(), outcome: 'EXPLAINED_CANNOT' } as ReturnType<typeof g.closed>;
    const told = given(nothing(), g.draws(0.25, { case: cannot }), g.ticks('wait-1', 10));
    expect(denies(told, g.answers({ solved: 'no' }))).toEqual([]);
  });

  it('hands the words on only where the person lets the units read them', () => {
    const words = g.sealed('words');
    const reaction = (share: boolean) =>
      given(g.asking(), g.answers({ solved: 'no' }, g.person(), { words, share })).reactions.at(-1);
    expect(reaction(true)).toMatchObject({
      command: { data: { words } },
      copies: { words: { stream: 'callback-case-1-1', ref: words.ref } },
    });
    expect(reaction(false)).toMatchObject({ command: { data: { words: null } } });
    expect(reaction(false)?.copies).toBeUndefined();
  });

  it('lets the person’s own word stand above a call’s, once', () => {
    const called = given(g.asking(), g.answers());
    const own = given(called, g.answers({ solved: 'no' }, g.person()));
    expect(answerOf(own.state)).toMatchObject({ by: 'person', replies: { solved: 'no' } });
    expect(g.when(own, g.answers({}, g.person()))).toMatchObject({ code: 'callback.window-over' });
    expect(g.when(called, g.answers({}, g.agent))).toMatchObject({
      code: 'callback.person-answered',
    });
  });

  it('owes no more after the rulebook’s calls in vain; the person may still answer', () => {
    const twice = given(g.asking(), g.inVain, g.inVain);
    expect(acts(twice)).toEqual([]);
    expect(clockOf(g.known(twice).clocks, 'ask-1')?.status).toBe('met');
    expect(statusOf(given(twice, g.answers({}, g.person())))).toBe('answered');
  });

  it('ends unanswered when the window closes; a call that never came stays late', () => {
    const over = given(g.asking(), g.ticks('window-1', 25));
    expect(statusOf(over)).toBe('unanswered');
    expect(clockOf(g.known(over).clocks, 'ask-1')?.breachedAt).not.toBeNull();
    expect(acts(over)).toEqual([]);
  });

  it('is over when the case is reopened for another reason; an answer stays', () => {
    expect(statusOf(given(g.drawn(), g.reopened()))).toBe('overtaken');
    expect(statusOf(given(g.asking(), g.reopened()))).toBe('overtaken');
    const answered = given(g.asking(), g.answers({ solved: 'no' }), g.reopened());
    expect(statusOf(answered)).toBe('answered');
    expect(g.known(answered).clocks.every(({ status }) => status !== 'running')).toBe(true);
    expect(g.adds(g.asking(), g.reopened(2))).toEqual([]);
  });
});

describe('a re-check', () => {
  it('follows what was fixed in the rulebook’s categories, drawn or not', () => {
    const [called] = g.passedOver().reactions;
    expect(called).toMatchObject({ stream: 'recheck-case-1-1', command: { type: 'plan' } });
    const data = called?.command.data as { rounds: readonly number[] };
    expect(data.rounds.map((at) => (at - g.endedAt(g.closed())) / g.DAY)).toEqual([30, 90]);
    const unknown = { ...g.closed(), outcome: 'UNKNOWN' } as ReturnType<typeof g.closed>;
    expect(given(nothing(), g.draws(0.75, { case: unknown })).reactions).toEqual([]);
  });

  it('goes from round to round while it holds', () => {
    expect(acts(g.looking())).toEqual([['callback.find', 'centre', 'callback_agent']]);
    const held = given(g.looking(), g.finds());
    expect(statusOf(held)).toBe('waiting');
    const again = given(held, g.ticks('wait-2', 91), g.finds('unclear', g.person()));
    expect(statusOf(again)).toBe('answered');
    expect(again.reactions).toEqual([]);
  });

  it('takes up the next round where nobody answered, and ends with what it knows', () => {
    const missed = given(g.looking(), g.ticks('window-1', 46));
    expect(statusOf(missed)).toBe('waiting');
    const last = given(missed, g.ticks('wait-2', 91), g.ticks('window-2', 106));
    expect(statusOf(last)).toBe('unanswered');
    const held = given(g.looking(), g.finds(), g.ticks('wait-2', 91), g.ticks('window-2', 106));
    expect(statusOf(held)).toBe('answered');
  });

  it('denies the closing where it has come back, and ends', () => {
    const story = given(g.looking(), g.finds('recurred'));
    expect(statusOf(story)).toBe('answered');
    expect(story.reactions).toMatchObject([
      { process: 'case', command: { type: 'deny-closing', data: { closing: 1, by: 'recheck' } } },
    ]);
  });

  it('is planned for a closing that still stands, by a unit with no hand in it', () => {
    expect(g.adds(g.recheck(), g.plans([]))).toEqual([]);
    const law = { ...callbackLaw, units: ['s1'] };
    const nobody = { ...g.recheck(), institution: g.callingBack({ callback: law }) };
    expect(statusOf(given(nobody, g.plans()))).toBe('unasked');
  });
});

describe('pressure on the person', () => {
  it('is reported whether drawn or not, to a supervisor who is no party', () => {
    const reported = given(g.passedOver(), g.reports());
    expect(acts(reported)).toEqual([['callback.answer-pressure', 'centre', 'supervisor']]);
    expect(list(reported)).toMatchObject({ holder: 'centre', bucket: 'open' });
    expect(acts(given(g.asking(), g.reports(g.agent))).map(([act]) => act)).toEqual([
      'callback.answer',
      'callback.answer-pressure',
    ]);
  });

  it('goes above the lead where the centre itself is a party', () => {
    const byCentre = { ...g.closed(), receivedBy: 'centre' } as ReturnType<typeof g.closed>;
    const story = given(nothing(), g.draws(0.75, { case: byCentre }), g.reports());
    expect(g.known(story).reports[0]?.to).toEqual({ unit: 'd', role: 'supervisor' });
  });

  it('is answered within its time, and late stays late', () => {
    const reported = given(g.asking(), g.reports());
    const answered = given(reported, g.answersPressure());
    expect(clockOf(g.known(answered).clocks, 'pressure-1')?.status).toBe('met');
    expect(g.known(answered).reports[0]?.done).not.toBeNull();
    const late = given(reported, g.ticks('pressure-1', 20), g.answersPressure());
    expect(clockOf(g.known(late).clocks, 'pressure-1')?.breachedAt).not.toBeNull();
  });
});

describe('the case', () => {
  const story = () => c.usually('closed', c.nothing(g.callingBack()));
  const denies = (by: 'callback' | 'recheck', closing = 1) =>
    c.did(c.machine('reaction'), { type: 'deny-closing', data: { closing, by, words: null } });

  it('is reopened by a denied closing to the same lead, whatever window is over', () => {
    const late = { ...denies('recheck'), now: g.MONDAY + 200 * g.DAY };
    const again = c.given(story(), late);
    expect(again.state).toMatchObject({ status: 'assigned', order: { lead: 's1' } });
    expect(c.adds(story(), denies('callback')).slice(0, 2)).toEqual(['ClosingDenied', 'Reopened']);
    const first = again.state.status === 'none' ? [] : again.state.denials;
    expect(first).toMatchObject([{ closing: 1, by: 'recheck' }]);
  });

  it('keeps the fact alone where it was reopened meanwhile', () => {
    const open = c.given(story(), c.reopens());
    expect(c.adds(open, denies('callback'))).toEqual(['ClosingDenied']);
    expect(c.adds(story(), denies('callback', 7))).toEqual(['ClosingDenied']);
  });

  it('counts its closings, and tells of each that is made or undone', async () => {
    const { after } = (await import('../case/index.ts')).caseProcess;
    const streams = (one: c.Story) => {
      const [event] = one.events
        .filter(({ type }) => type === 'Closed' || type === 'Reopened')
        .slice(-1);
      if (event === undefined) throw new Error('never closed');
      return after(event, one.state, g.CASE)
        .filter(({ process }) => process === 'callback')
        .map(({ stream, command }) => [stream, command.type]);
    };
    expect(streams(story())).toEqual([['callback-case-1-1', 'draw']]);
    expect(streams(c.given(story(), c.reopens()))).toEqual([
      ['callback-case-1-1', 'case-reopened'],
      ['recheck-case-1-1', 'case-reopened'],
    ]);
  });
});
