import { describe, expect, it } from 'vitest';
import { petitioning } from '../rulebook/petition.fixture.ts';
import * as g from './given.fixture.ts';
import { project } from './project.ts';
import { after } from './reactions.ts';
import { partsOf } from './state.ts';

const { adds, given, known, usually } = g;

const claimsOf = ({ claims }: g.Story) => claims.map(({ op, name }) => `${op} ${name}`);
const actsOf = (story: g.Story) =>
  project(story.state).acts.map(({ act, unit, role }) => `${act} ${unit} ${role}`);

describe('the usual petition', () => {
  it('is registered with its official number, once for its matter', () => {
    const story = usually('registered');
    expect(adds(g.nothing(), g.registers())).toEqual([
      'PetitionRegistered',
      'ClockStarted routing-1',
    ]);
    expect(claimsOf(story)).toEqual(['take petition:case-1']);
    expect(story.aliases).toEqual([{ kind: 'external', key: 'petition/national:XF-1' }]);
    expect(project(story.state).list).toMatchObject({
      about: 'case-1',
      holder: 'centre',
      bucket: 'open',
    });
  });

  it('goes through handling, review and re-review, each with its own clock', () => {
    const steps = [
      [g.nothing(), g.registers()],
      [usually('registered'), g.routes()],
      [usually('routed'), g.accepts()],
      [usually('accepted'), g.delivers(1)],
      [usually('noticed'), g.opines()],
      [usually('opined'), g.delivers(2)],
      [usually('told'), g.asksReview()],
      [usually('review'), g.opines('d')],
      [usually('reviewed'), g.delivers(3)],
      [usually('review-told'), g.asksReview()],
      [usually('re-review'), g.opines('other-d')],
      [usually('re-reviewed'), g.delivers(4)],
    ] as const;
    expect(steps.slice(1).map(([story, act]) => adds(story, act))).toEqual([
      ['Routed', 'ClockMet routing-1', 'ClockStarted notice-1', 'ClockStarted objection-1'],
      ['ClockEnded objection-1', 'PetitionAccepted', 'ClockStarted handling-1'],
      ['LetterDelivered', 'ClockMet notice-1'],
      ['ClockMet handling-1', 'OpinionGiven', 'ClockStarted delivery-1'],
      ['LetterDelivered', 'ClockMet delivery-1', 'ClockStarted ask-review-1'],
      ['ClockEnded ask-review-1', 'ReviewAsked', 'ClockStarted review-1'],
      ['ClockMet review-1', 'OpinionGiven', 'ClockStarted delivery-2'],
      ['LetterDelivered', 'ClockMet delivery-2', 'ClockStarted ask-re-review-1'],
      ['ClockEnded ask-re-review-1', 'ReviewAsked', 'ClockStarted re-review-1'],
      ['ClockMet re-review-1', 'OpinionGiven', 'ClockStarted delivery-3'],
      ['LetterDelivered', 'ClockMet delivery-3', 'PetitionConcluded'],
    ]);
    expect(known(usually('concluded'))).toMatchObject({
      status: 'concluded',
      ending: 're-review',
      reviewers: ['d', 'other-d'],
    });
    expect(project(usually('concluded').state)).toMatchObject({
      list: { outcome: 'EXPLAIN', bucket: 'closed', breaches: 0 },
      acts: [],
    });
  });

  it('is owed by one unit after each step', () => {
    const steps = ['registered', 'routed', 'accepted', 'noticed', 'opined', 'review'] as const;
    expect(steps.map((step) => actsOf(usually(step)))).toEqual([
      ['petition.route centre unit_handler'],
      ['petition.accept s1 unit_handler'],
      ['petition.give-opinion s1 unit_handler', 'petition.deliver s1 unit_handler'],
      ['petition.give-opinion s1 unit_handler'],
      ['petition.deliver s1 unit_handler'],
      ['petition.give-opinion d unit_handler'],
    ]);
    expect(actsOf(usually('told'))).toEqual([]);
  });

  it('tells its case where it stands, and who may read it for that', () => {
    const story = usually('review');
    const event = story.events.findLast(({ type }) => type === 'ReviewAsked');
    if (event === undefined) throw new Error('no review');
    expect(after(event, story.state, story.stream)).toMatchObject([
      {
        stream: 'case-1',
        command: {
          type: 'note-petition',
          data: { petition: 'petition-1', status: 'working', stage: 'review', live: true },
        },
      },
    ]);
    expect(partsOf(known(story))).toEqual(['centre', 's1', 'd']);
  });
});

describe('a kind that has its own way', () => {
  it('is handed over in writing, and the sixty days are not for it', () => {
    const story = given(g.nothing(), g.registers({ kind: 'suggestion' }), g.handsOver());
    expect(story.events.map(g.named).slice(2)).toEqual([
      'ClockMet routing-1',
      'HandedOver',
      'ClockStarted delivery-1',
    ]);
    expect(known(story)).toMatchObject({ status: 'handed-over', channel: 'policy' });
    expect(claimsOf(story).at(-1)).toBe('release petition:case-1');
    expect(actsOf(story)).toEqual(['petition.deliver centre unit_handler']);
  });

  it('of a report against an official leaves nothing but that it was handed over', () => {
    const told = g.registers({ kind: 'report', number: null, words: null });
    const story = given(g.nothing(), told);
    expect(story.events.map(({ type }) => type)).toEqual(['PetitionRegistered', 'HandedOver']);
    expect(known(story)).toMatchObject({ title: null, category: null, number: null, letters: [] });
    expect(story.claims).toEqual([]);
    const [, last] = story.events;
    if (last === undefined) throw new Error('nothing was handed over');
    expect(after(last, story.state, story.stream)).toEqual([]);
  });
});

describe('a transfer', () => {
  it('is objected to with reasons, and stays until the office agrees', () => {
    const objected = given(usually('routed'), g.objects());
    expect(known(objected)).toMatchObject({ status: 'objected', body: 's1' });
    expect(adds(objected, g.decidesReturn(true))).toEqual([
      'TransferDecided',
      'ClockMet return-decision-1',
      'ClockEnded notice-1',
      'ClockStarted routing-2',
    ]);
    expect(known(given(objected, g.decidesReturn(false)))).toMatchObject({
      status: 'routed',
      bound: true,
    });
  });

  it('undecided in time binds the body', () => {
    const story = given(usually('routed'), g.objects(), g.ticks('return-decision-1', 6));
    expect(known(story)).toMatchObject({ status: 'routed', body: 's1', bound: true });
    expect(project(story.state).list?.breaches).toBe(1);
  });

  it('to several bodies is theirs who all of them name, or whom their superior does', () => {
    const shared = given(usually('registered'), g.routes('s1', 'urban'));
    expect(known(shared)).toMatchObject({ status: 'shared', superior: 'd' });
    const one = given(shared, g.names('s1', 'urban'));
    expect(known(one).status).toBe('shared');
    expect(known(given(one, g.names('urban', 'urban')))).toMatchObject({
      status: 'routed',
      body: 'urban',
      bound: true,
    });
    expect(known(given(one, g.designates('s1')))).toMatchObject({ status: 'routed', body: 's1' });
    expect(actsOf(one)).toEqual([
      'petition.agree-body urban unit_handler',
      'petition.designate d unit_head',
    ]);
  });
});

describe('more time', () => {
  it('is asked, granted by the head, and moves nothing until the person is told', () => {
    const asked = given(usually('noticed'), g.asksExtension());
    expect(actsOf(asked)).toContain('petition.decide-extension s1 unit_head');
    const granted = given(asked, g.grants());
    const due = (story: g.Story) =>
      known(story).clocks.find(({ id }) => id === 'handling-1')?.dueAt;
    expect(due(granted)).toBe(due(asked));
    expect(adds(granted, g.delivers(2))).toEqual(['ClockExtended handling-1', 'LetterDelivered']);
    const told = given(granted, g.delivers(2));
    expect((due(told) ?? 0) - (due(asked) ?? 0)).toBeGreaterThanOrEqual(28 * g.DAY);
  });

  it('untold by the due time, comes to nothing: late stays late', () => {
    const granted = given(usually('noticed'), g.asksExtension(), g.grants());
    const late = given(granted, g.ticks('handling-1', 62));
    expect(g.when(late, g.delivers(2))).toMatchObject({ code: 'petition.clock-overdue' });
    expect(project(late.state).list?.breaches).toBe(1);
    const done = given(late, g.opines());
    expect(project(done.state).list?.breaches).toBe(1);
    expect(actsOf(done)).toEqual(['petition.deliver s1 unit_handler']);
  });
});

describe('asking for review', () => {
  it('too late is answered with the reason and the next path, once', () => {
    const closed = given(usually('told'), g.ticks('ask-review-1', 35));
    expect(known(closed)).toMatchObject({ status: 'concluded', ending: 'window' });
    const asked = given(closed, g.onDay(40, g.asksReview()));
    expect(known(asked).refused).toMatchObject([{ what: 'review', reason: 'late' }]);
    expect(known(asked).refused[0]?.nextPath.zh).not.toBe('');
    expect(actsOf(asked)).toEqual(['petition.deliver centre unit_handler']);
  });

  it('in time and entered late is in time', () => {
    const closed = given(usually('told'), g.ticks('ask-review-1', 35));
    const entered = g.did(g.clerk, g.asksReview().command, {
      onBehalfOf: { kind: 'person', relation: 'relative' },
      now: g.AFTERNOON + 36 * g.DAY,
      at: g.AFTERNOON + 20 * g.DAY,
    });
    expect(known(given(closed, entered))).toMatchObject({ status: 'working', stage: 'review' });
  });

  it('of a body with nobody above it says so, with the next path', () => {
    const lonely = g.nothing(petitioning({ reviewers: { s1: null } }));
    const asked = given(usually('told', lonely), g.asksReview());
    expect(known(asked)).toMatchObject({ status: 'told', asked: true });
    expect(known(asked).refused).toMatchObject([{ what: 'review', reason: 'no-superior' }]);
  });

  it('after the re-review is not accepted again on the same facts', () => {
    const asked = given(usually('concluded'), g.asksReview());
    expect(known(asked).refused).toMatchObject([{ what: 'review', reason: 'concluded' }]);
  });
});

describe('new facts', () => {
  it('are looked at by somebody else, and begin a new round', () => {
    const claimed = given(usually('concluded'), g.claimsFacts());
    expect(actsOf(claimed)).toEqual(['petition.look centre unit_handler']);
    expect(known(given(claimed, g.looks(true)))).toMatchObject({
      status: 'registered',
      reviewers: [],
    });
    const none = given(claimed, g.looks(false));
    expect(known(none)).toMatchObject({ status: 'concluded', look: null });
    expect(known(none).refused).toMatchObject([{ what: 'new-facts', reason: 'no-new-facts' }]);
  });

  it('are never waved away before a reasoned reply was delivered', () => {
    const story = given(usually('routed'), g.declines(), g.delivers(1), g.claimsFacts());
    expect(g.when(story, g.looks(false))).toMatchObject({ code: 'petition.not-answered-yet' });
    expect(known(given(story, g.looks(true))).status).toBe('registered');
  });
});

describe('a hearing', () => {
  it('in the re-review takes its days out of the thirty', () => {
    const story = usually('re-review');
    const due = (one: g.Story) => known(one).clocks.find(({ id }) => id === 're-review-1')?.dueAt;
    const held = given(story, g.onDay(3, g.opensHearing()), g.onDay(5, g.closesHearing()));
    expect((due(held) ?? 0) - (due(story) ?? 0)).toBeGreaterThanOrEqual(3 * g.DAY);
    expect(adds(held, g.opines('other-d'))[0]).toBe('ClockMet re-review-1');
  });

  it('follows the one before: entered late, it takes no day out twice', () => {
    const held = given(
      usually('re-review'),
      g.onDay(3, g.opensHearing()),
      g.onDay(5, g.closesHearing()),
    );
    const again = { ...g.onDay(6, g.opensHearing()), at: held.now - g.DAY };
    expect(g.when(held, again)).toMatchObject({ code: 'petition.before-last-step' });
    expect(adds(held, g.onDay(6, g.opensHearing()))).toContain('HearingOpened');
  });
});

it('is withdrawn by the person, and everything owed ends', () => {
  const story = given(usually('accepted'), g.withdraws());
  expect(known(story)).toMatchObject({ status: 'concluded', ending: 'withdrawn' });
  expect(project(story.state).acts).toEqual([]);
  expect(claimsOf(story).at(-1)).toBe('release petition:case-1');
});
