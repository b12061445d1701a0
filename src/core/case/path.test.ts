import { describe, expect, it } from 'vitest';
import { adds, given, nothing, usual, usually } from './given.fixture.ts';
import { project } from './project.ts';

describe('the main path', () => {
  it('registers: the first receiver is responsible and the desk has its clock', () => {
    expect(adds(nothing(), usual.register)).toEqual(['Registered', 'ClockStarted triage-1']);
    const { state } = usually('received');
    expect(state).toMatchObject({ status: 'received', holder: 'c11', desk: 's1' });
  });

  it('triages by the duty list, and hands the desk its next clock', () => {
    expect(adds(usually('received'), usual.triage)).toEqual([
      'Triaged',
      'ClockMet triage-1',
      'ClockStarted dispatch-1',
    ]);
    expect(usually('triaged').state).toMatchObject({
      triage: { proposed: 's1', level: 'beyond', because: { duty: 'd3' } },
    });
  });

  it('dispatches: the promise to the person begins, responsibility does not move yet', () => {
    expect(adds(usually('triaged'), usual.dispatch)).toEqual([
      'Dispatched',
      'ClockMet dispatch-1',
      'ClockStarted sign-for-1',
      'ClockStarted reply-1',
    ]);
    expect(usually('assigned').state).toMatchObject({ holder: 'c11', order: { lead: 's1' } });
  });

  it('moves responsibility when the lead unit signs', () => {
    expect(adds(usually('assigned'), usual.sign)).toEqual([
      'SignedFor',
      'ClockMet sign-for-1',
      'ClockStarted contact-1',
    ]);
    expect(usually('handling').state).toMatchObject({ holder: 's1' });
  });

  it('meets the contact clock when the person was reached, and not before', () => {
    const vain = {
      ...usual.contact,
      command: { type: 'contact', data: { means: 'phone', reached: false, note: null } },
    } as const;
    expect(adds(usually('handling'), vain)).toEqual(['Contacted']);
    expect(adds(usually('handling'), usual.contact)).toEqual(['Contacted', 'ClockMet contact-1']);
  });

  it('replies, asks the person, and closes with an outcome apart from the state', () => {
    expect(adds(usually('handling'), usual.reply)).toEqual([
      'Replied',
      'ClockMet reply-1',
      'ClockEnded contact-1',
      'ClockStarted verification-1',
    ]);
    expect(adds(usually('replied'), usual.verify)).toEqual(['Verified']);
    expect(adds(usually('verified'), usual.close)).toEqual(['Closed', 'ClockMet verification-1']);
    expect(usually('closed').state).toMatchObject({ status: 'closed', outcome: 'FIXED' });
  });

  it('owes one next act after each step, to the unit and role that must do it', () => {
    const steps = ['received', 'triaged', 'assigned', 'handling', 'replied', 'verified'] as const;
    const owed = steps.map((step) =>
      project(usually(step).state).acts.map(({ act, unit, role }) => `${act} ${unit} ${role}`),
    );
    expect(owed).toEqual([
      ['case.triage s1 dispatcher'],
      ['case.dispatch s1 dispatcher'],
      ['case.sign-for s1 unit_handler'],
      ['case.reply s1 unit_handler', 'case.contact s1 unit_handler'],
      ['case.verify centre callback_agent'],
      ['case.close centre callback_agent'],
    ]);
    expect(project(usually('closed').state).acts).toEqual([]);
  });

  it('lists a case by its responsible unit, its earliest running clock and its bucket', () => {
    const story = given(usually('handling'), usual.contact);
    expect(project(story.state).list).toMatchObject({
      status: 'handling',
      bucket: 'open',
      holder: 's1',
      lead: 's1',
      category: 'vending',
      breaches: 0,
    });
    expect(project(usually('closed').state).list).toMatchObject({
      bucket: 'closed',
      outcome: 'FIXED',
      dueAt: null,
    });
  });
});
