import { describe, expect, it } from 'vitest';
import { smallRulebook } from '../rulebook/small.fixture.ts';
import {
  adds,
  centreDesk,
  decides,
  did,
  dispatched,
  district,
  given,
  HOUR,
  handler,
  MONDAY,
  machine,
  nothing,
  objects,
  returnedTwice,
  rules,
  type Story,
  usual,
  usually,
} from './given.fixture.ts';
import { project } from './project.ts';

const DAY = 24 * HOUR;
const objected = (start?: Story) => given(usually('assigned', start), objects);
const tick = (clock: string, now: number) =>
  did(machine('tick'), { type: 'clock-due', data: { clock, revision: 1 } }, { now });

describe('an objection', () => {
  it('answers the order in time, and the first receiver goes on acting', () => {
    expect(adds(usually('assigned'), objects)).toEqual([
      'Objected',
      'ClockMet sign-for-1',
      'ClockStarted objection-1',
    ]);
    expect(objected().state).toMatchObject({ status: 'objected', holder: 'c11' });
  });

  it('upheld is a return: the desk dispatches again and the promise goes on', () => {
    expect(adds(objected(), decides(true))).toEqual([
      'ObjectionDecided',
      'ClockMet objection-1',
      'ClockStarted dispatch-2',
    ]);
    const toUrban = did(centreDesk, dispatched('urban', { overrideReason: '执法事项' }));
    const again = given(objected(), decides(true));
    expect(adds(again, toUrban)).toEqual([
      'Dispatched',
      'ClockMet dispatch-2',
      'ClockStarted sign-for-2',
      'ClockHandedOn reply-1',
    ]);
    const { state } = given(again, toUrban);
    const { clocks } = project(state);
    const before = usually('assigned').state;
    const promised = project(before).clocks.find(({ id }) => id === 'reply-1')?.dueAt;
    expect(clocks.find(({ id }) => id === 'reply-1')).toMatchObject({
      unit: 'urban',
      dueAt: promised,
    });
    expect(state).toMatchObject({ status: 'assigned', returns: 1, orders: 2, holder: 'c11' });
  });

  it('refused binds the same order, which must be signed', () => {
    const refused = given(objected(), decides(false));
    expect(refused.state).toMatchObject({
      status: 'assigned',
      returns: 0,
      order: { order: 1, binding: 'objection-refused' },
    });
    expect(adds(refused, usual.sign)[1]).toBe('ClockMet sign-for-2');
  });

  it('undecided at its due time fixes an interim owner, and is still to be decided', () => {
    const interimOwner = 'street';
    const law = { objection: { ...smallRulebook().objection, interimOwner } };
    const story = objected(nothing(district(law)));
    const late = given(story, tick('objection-1', MONDAY + 2 * DAY));
    expect(late.events.slice(story.events.length)).toMatchObject([
      { type: 'ClockBreached', data: { clock: 'objection-1' } },
      { type: 'InterimOwnerFixed', data: { unit: 's1' } },
    ]);
    expect(late.state).toMatchObject({ status: 'objected', holder: 's1', interim: 's1' });
    const decided = given(late, decides(false));
    expect(decided.state).toMatchObject({ status: 'assigned', holder: 's1' });
    expect(given(decided, usual.sign).state).toMatchObject({ holder: 's1', interim: null });
  });

  it('decided late finds the interim owner already fixed, though no worker ever looked', () => {
    const late = { ...decides(true), now: MONDAY + 2 * DAY };
    expect(adds(objected(), late).slice(0, 3)).toEqual([
      'ClockBreached objection-1',
      'InterimOwnerFixed',
      'ObjectionDecided',
    ]);
  });
});

describe('an allocation ruling', () => {
  it('is all that is left after two returns, and the arbiters have its clock', () => {
    const { state } = returnedTwice();
    expect(state).toMatchObject({ status: 'triaged', returns: 2, ruler: 'centre' });
    expect(project(state).acts).toMatchObject([
      { act: 'case.rule-allocation', unit: 'centre', role: 'arbiter', clock: 'ruling-1' },
    ]);
  });

  it('binds at once: responsibility moves with it, and nobody can object', () => {
    const ruled = given(returnedTwice(), rules());
    expect(ruled.state).toMatchObject({
      status: 'assigned',
      holder: 'urban',
      order: { lead: 'urban', binding: 'ruling' },
    });
    const signed = given(ruled, { ...usual.sign, by: handler('urban') });
    expect(signed.state).toMatchObject({ status: 'handling', holder: 'urban' });
  });

  it('may decide an objection that is still open', () => {
    expect(adds(objected(), rules())).toEqual([
      'AllocationRuled',
      'ClockMet objection-1',
      'ClockStarted sign-for-2',
      'ClockHandedOn reply-1',
    ]);
  });
});
