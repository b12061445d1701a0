import { describe, expect, it } from 'vitest';
import type { Clock } from '../clock/clock.ts';
import { actsOf } from './acts.ts';
import * as g from './given.fixture.ts';
import { project } from './project.ts';
import type { CaseState } from './state.ts';
import { acted, emptyWorld, settled, violations, type World } from './world.fixture.ts';

const { given, nothing, usual, HOUR, MONDAY } = g;
const DAY = 24 * HOUR;

const theirs = (state: CaseState): readonly Clock[] =>
  state.status === 'none' ? [] : state.clocks.filter(({ kind }) => kind === 'upstream');
const told = (state: CaseState) =>
  theirs(state).map(({ id, status, dueAt, breachedAt }) => [
    id,
    status,
    (dueAt - MONDAY) / HOUR,
    breachedAt !== null,
  ]);
const handled = (hours: number | null, ...more: readonly g.Act[]) =>
  given(nothing(), g.ordered(hours), usual.triage, usual.dispatch, usual.sign, ...more);

describe('the second clock', () => {
  it('runs from the day the order comes, and says whose it is', () => {
    const [clock] = theirs(given(nothing(), g.ordered(72)).state);
    expect(clock).toMatchObject({ unit: 's1', target: MONDAY + 72 * HOUR, provisional: false });
    expect(clock?.citation.text.zh).toBe('12345工单 N1');
  });

  it('is handed on with the order, and met by the reply', () => {
    const institution = g.district();
    const order = given(nothing(institution), g.ordered(72), usual.triage);
    const lead = g.did(g.centreDesk, g.dispatched('urban', { overrideReason: '改派' }));
    expect(theirs(given(order, lead).state)[0]).toMatchObject({ unit: 'urban' });
    expect(told(handled(72, usual.reply).state)).toEqual([['upstream-1', 'met', 72, false]]);
  });

  it('another due time is another clock; what was late under the first stays late', () => {
    const later = given(handled(30), g.updates(96, '延期', { now: MONDAY + 31 * HOUR }));
    expect(told(later.state)).toEqual([
      ['upstream-1', 'void', 30, true],
      ['upstream-2', 'running', 96, false],
    ]);
  });

  it('the same due time again changes nothing but what was said', () => {
    const same = given(handled(72), g.updates(72, '已转办'));
    expect(told(same.state)).toEqual([['upstream-1', 'running', 72, false]]);
  });

  it('no due time any more ends it', () => {
    expect(told(given(handled(72), g.updates(null)).state)).toEqual([
      ['upstream-1', 'void', 72, false],
    ]);
  });

  it('what had passed when the order came is told late at its own instant', () => {
    const { events, state } = given(nothing(), g.ordered(-5));
    expect(told(state)).toEqual([['upstream-1', 'running', -5, true]]);
    expect(events.at(-1)).toMatchObject({
      type: 'ClockBreached',
      occurredAt: MONDAY - 5 * HOUR,
      recordedAt: MONDAY,
    });
  });

  it('answered in time and sent back, it runs again only while it lies ahead', () => {
    const no = (now: number) => ({ ...g.answers('no'), now });
    const ahead = handled(96, usual.reply, no(MONDAY + 10 * HOUR));
    expect(told(ahead.state)).toEqual([
      ['upstream-1', 'met', 96, false],
      ['upstream-2', 'running', 96, false],
    ]);
    const past = handled(20, usual.reply, no(MONDAY + 30 * HOUR));
    expect(told(past.state)).toEqual([['upstream-1', 'met', 20, false]]);
  });

  it('a ledger’s own target is that promise already', () => {
    const dueAt = MONDAY + 100 * DAY;
    const row = g.imports([
      { act: 'triaged', at: MONDAY, category: 'vending', title: 't', urgency: null },
      { act: 'dispatched', at: MONDAY, lead: null, dueAt },
    ]);
    const reference = { system: '12345', number: 'N1', dueAt, state: 'x' };
    const update = g.did(g.streetDesk, { type: 'update-external', data: { reference } });
    expect(told(given(nothing(), row, update).state)).toEqual([]);
  });

  it('comes back with a merged request, and with the time named meanwhile', () => {
    const target = g.usually('assigned', nothing(undefined, 'case-2')).state;
    const merged = given(handled(72), g.merges('case-2', target, '同一处'), g.updates(48));
    const back = given(merged, g.unmerges('case-2'));
    expect(told(back.state)).toEqual([
      ['upstream-1', 'void', 72, false],
      ['upstream-2', 'running', 48, false],
    ]);
  });
});

describe('what is owed', () => {
  it('falls due by the stricter of the two, and says by which', () => {
    const reply = (hours: number) =>
      actsOf(handled(hours).state).find(({ act }) => act === 'case.reply');
    expect(reply(30)).toMatchObject({ clock: 'upstream-1', dueAt: MONDAY + 30 * HOUR });
    expect(reply(24 * 60)).toMatchObject({ clock: 'reply-1' });
  });

  it('while ours stands still, theirs goes on', () => {
    const paused = given(handled(24 * 60), g.suspends());
    const reply = actsOf(paused.state).find(({ act }) => act === 'case.reply');
    expect(reply).toMatchObject({ clock: 'upstream-1', dueAt: MONDAY + 60 * DAY });
    expect(told(paused.state)).toEqual([['upstream-1', 'running', 24 * 60, false]]);
  });

  it('lists take the stricter, and count both lates', () => {
    const late = given(handled(30), usual.contact, {
      ...g.did(g.machine('tick'), {
        type: 'clock-due',
        data: { clock: 'upstream-1', revision: 1 },
      }),
      now: MONDAY + 31 * HOUR,
    });
    expect(project(late.state).list).toMatchObject({
      dueAt: MONDAY + 30 * HOUR,
      breaches: 1,
    });
  });
});

describe('asking upstream', () => {
  it('for more time names the instant it would lead to, and moves no clock', () => {
    const { events, state } = given(handled(72), g.asksTheirTime(2));
    expect(events.at(-1)).toMatchObject({
      type: 'UpstreamAsked',
      data: { number: 1, request: 'extension', until: MONDAY + 7 * DAY, reason: '等待检测结果' },
    });
    expect(told(state)).toEqual([['upstream-1', 'running', 72, false]]);
  });

  it('is something to tell, as a reply is, until it was told', () => {
    const asked = given(handled(72), g.asksReturn());
    if (asked.state.status === 'none') throw new Error();
    const upTo = asked.state.upstream.said;
    expect(upTo).toBe(asked.events.length);
    const data = { system: '12345', number: 'N1', upTo, state: '办理中' };
    const sent = given(asked, g.did(g.streetDesk, { type: 'tell-upstream', data }));
    expect(sent.state).toMatchObject({ upstream: { said: upTo, asked: 1, told: [data] } });
  });
});

describe('the upstream word', () => {
  it.each([
    ['FIXED', usual.reply, 'FIXED', false],
    ['PARTLY', usual.reply, 'PARTLY', false],
    ['UNREACHABLE', usual.reply, 'UNREACHABLE', false],
    ['INFO_GIVEN', g.replies('INFO_GIVEN'), 'INFO_GIVEN', false],
    ['EXPLAINED_CANNOT', g.replies('EXPLAINED_CANNOT', '条例第三条'), 'EXPLAINED_CANNOT', true],
  ] as const)('%s closes with the outcome it names', (word, reply, outcome, dissent) => {
    const { state, events } = given(g.orderReplied(reply), g.hears(word));
    expect(state).toMatchObject({ status: 'closed', outcome, dissent });
    expect(events.find(({ type }) => type === 'Verified')).toMatchObject({
      data: { by: 'upstream' },
    });
  });

  it.each(['NOT_SOLVED', 'NOT_CONTACTED'] as const)('%s sends it back', (word) => {
    expect(given(g.orderReplied(), g.hears(word)).state.status).toBe('handling');
  });

  it('never closes FIXED over the person’s own "partly"', () => {
    const partly = given(g.orderReplied(), g.answers('partly', g.person()));
    expect(given(partly, g.hears('FIXED')).state).toMatchObject({ outcome: 'PARTLY' });
  });

  it.each(['NOT_SOLVED', 'NOT_CONTACTED', 'EXPLAINED_CANNOT', 'UNREACHABLE', 'FIXED'] as const)(
    '%s stands beneath the person’s own "yes", which closes it',
    (word) => {
      const yes = given(g.orderReplied(), g.answers('yes', g.person()));
      expect(given(yes, g.hears(word)).state).toMatchObject({
        status: 'closed',
        outcome: 'FIXED',
        dissent: false,
      });
    },
  );

  it('that it cannot be done stands on no reply that did not say so', () => {
    expect(g.when(g.orderReplied(), g.hears('EXPLAINED_CANNOT'))).toMatchObject({
      code: 'case.outcome-against-answer',
    });
  });

  it('taken back, it is over here: no clock, and no outcome of ours', () => {
    const { state } = given(handled(72), g.hears('TAKEN_BACK'));
    expect(state).toMatchObject({ status: 'redirected', outcome: 'REDIRECTED' });
    expect(theirs(state).map(({ status }) => status)).toEqual(['void']);
  });

  it('is awaited by the desk that reads the sheets, under a clock', () => {
    const [act] = actsOf(g.orderReplied().state);
    expect(act).toMatchObject({
      act: 'case.hear-upstream',
      unit: 's1',
      role: 'dispatcher',
      clock: 'verification-1',
    });
  });

  it('is not awaited of what did not come from upstream, whatever the law says', () => {
    const own = g.usually('replied', nothing(g.asksUpstream()));
    expect(own.state).toMatchObject({ verification: { callback: 'us', verifier: 'centre' } });
  });
});

it('an order merged into a request that is withdrawn goes back to a desk, and its due with it', () => {
  const act = (world: World, stream: string, { by, command, ...more }: g.Act) =>
    acted(world, stream, { by, command, ...more });
  let world = act(emptyWorld(), 'case-1', g.did(g.clerk, g.registration()));
  const reference = { system: '12345', number: 'N1', dueAt: MONDAY + 240 * HOUR, state: '在办' };
  const update = { type: 'update-external', data: { reference } } as const;
  world = act(world, 'case-1', g.did(g.streetDesk, update));
  world = act(world, 'case-1', g.did(g.streetDesk, g.triaged()));
  world = act(world, 'case-1', g.did(g.streetDesk, g.dispatched('s1')));
  world = act(world, 'case-1', g.objects);
  world = act(world, 'case-1', g.decides(true));
  world = act(world, 'case-2', g.did(g.clerk, g.registration()));
  const into = { type: 'merge', data: { into: 'case-2', basis: '同一处' } } as const;
  world = act(world, 'case-1', g.did(g.streetDesk, into));
  const withdraw = { type: 'withdraw', data: { words: null } } as const;
  world = settled(act(world, 'case-2', g.did(g.person('case-2'), withdraw)));
  const told = world.stories.get('case-1')?.events ?? [];
  const types = told.map(({ type }) => type);
  expect(types.slice(types.indexOf('Merged') + 1)).toContain('ClockHandedOn');
  expect(violations(world)).toEqual([]);
});
