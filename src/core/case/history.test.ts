import { describe, expect, it } from 'vitest';
import type { HistoryAct } from './commands.ts';
import {
  adds,
  given,
  HOUR,
  handler,
  imports,
  MONDAY,
  nothing,
  sealed,
  usual,
  when,
} from './given.fixture.ts';
import { project } from './project.ts';
import { after } from './reactions.ts';

const DAY = 24 * HOUR;
const NOW = MONDAY + 60 * DAY;
const row = (...acts: readonly HistoryAct[]) => imports(acts);
const triaged = { act: 'triaged', at: MONDAY, category: 'vending', title: 't', urgency: null };
const dispatched = (dueAt: number | null): HistoryAct => ({
  act: 'dispatched',
  at: MONDAY,
  lead: null,
  dueAt,
});
const steps = (dueAt: number | null) => [triaged as HistoryAct, dispatched(dueAt)];

describe('a row of a ledger', () => {
  it('is told with its true times, the breach at its due time', () => {
    const dueAt = MONDAY + 2 * DAY;
    const replied = { act: 'replied', at: MONDAY + 3 * DAY, reply: sealed(), outcome: 'UNKNOWN' };
    const closed = { act: 'closed', at: MONDAY + 3 * DAY, outcome: 'UNKNOWN' };
    const acts = [...steps(dueAt), replied as HistoryAct, closed as HistoryAct];
    const { events, state } = given(nothing(), row(...acts));
    expect(events.map(({ type, occurredAt }) => [type, (occurredAt - MONDAY) / DAY])).toEqual([
      ['Registered', 0],
      ['Triaged', 0],
      ['Dispatched', 0],
      ['ClockStarted', 0],
      ['ClockBreached', 2],
      ['Replied', 3],
      ['ClockMet', 3],
      ['Closed', 3],
    ]);
    expect(state).toMatchObject({
      status: 'closed',
      outcome: 'UNKNOWN',
      endedAt: MONDAY + 3 * DAY,
    });
    expect(project(state).list).toMatchObject({ imported: true, breaches: 1, bucket: 'closed' });
    // Of itself a closing is drawn and begins to be kept; the engine starts nothing for what is only read in.
    const reactions = events.flatMap((event) => after(event, state, 'case-1'));
    expect(reactions.map(({ command }) => command.type)).toEqual(['draw', 'begin']);
  });

  it('left open without a target is owed from today on, and the work goes on', () => {
    const story = given(nothing(), row(...steps(null)));
    expect(story.events.slice(3)).toMatchObject([
      { type: 'ClockStarted', occurredAt: NOW, data: { clock: { id: 'sign-for-1' } } },
      { type: 'ClockStarted', occurredAt: NOW, data: { clock: { id: 'reply-1' } } },
    ]);
    expect(project(story.state).acts).toMatchObject([{ act: 'case.sign-for', unit: 's1' }]);
    const signed = given(story, { ...usual.sign, by: handler('s1') });
    expect(signed.state.status).toBe('handling');
  });

  it('left open past its target is late by that target', () => {
    const story = given(nothing(), row(...steps(MONDAY + DAY)));
    expect(story.events.map(({ type }) => type)).toContain('ClockBreached');
    expect(project(story.state).list).toMatchObject({ breaches: 1, dueAt: MONDAY + DAY });
  });

  it('that names only its opening waits for triage', () => {
    expect(adds(nothing(), row())).toEqual(['Registered', 'ClockStarted triage-1']);
    expect(adds(nothing(), row(triaged as HistoryAct))).toEqual([
      'Registered',
      'Triaged',
      'ClockStarted dispatch-1',
    ]);
  });

  it('keeps an answer of which the ledger says neither by whom nor about what', () => {
    const reply = sealed();
    const replied: HistoryAct = { act: 'replied', at: MONDAY + DAY, reply, outcome: 'UNKNOWN' };
    const closed: HistoryAct = { act: 'closed', at: MONDAY + DAY, outcome: 'UNKNOWN' };
    const { state } = given(nothing(), row(replied, closed));
    expect(state).toMatchObject({ status: 'closed', triage: null, order: null });
    expect(state).toMatchObject({ replies: [{ unit: 'c11', at: MONDAY + DAY, reply }] });
    const sorted = given(nothing(), row(triaged as HistoryAct, replied, closed));
    expect(sorted.state).toMatchObject({ status: 'closed', triage: { category: 'vending' } });
  });

  it('is sorted by the import itself only now, never in the past', () => {
    const { events, state } = given(nothing(), row({ ...triaged, at: null } as HistoryAct));
    expect(events.map(({ type, occurredAt }) => [type, occurredAt])).toEqual([
      ['Registered', MONDAY],
      ['Triaged', NOW],
      ['ClockStarted', NOW],
    ]);
    expect(state).toMatchObject({ status: 'triaged', triage: { automatic: true } });
    const after: HistoryAct = { act: 'closed', at: MONDAY, outcome: 'UNKNOWN' };
    expect(when(nothing(), row({ ...triaged, at: null } as HistoryAct, after))).toMatchObject({
      code: 'case.history-out-of-order',
    });
  });

  it('cannot make a unit lead what its list does not give it', () => {
    const wrong = { ...dispatched(null), lead: 'c11' } as HistoryAct;
    expect(when(nothing(), row(triaged as HistoryAct, wrong))).toMatchObject({
      code: 'authority.support-only',
    });
  });
});
