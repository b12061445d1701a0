import { describe, expect, it } from 'vitest';
import { adds, clerk, did, given, streetDesk, triaged, usual, usually } from './given.fixture.ts';
import { project } from './project.ts';

const shows = did(clerk, { type: 'show-emergency', data: { channel: 'police' } });
const confirms = (remains: boolean) => did(clerk, { type: 'confirm-handover', data: { remains } });

describe('an emergency', () => {
  it('is shown its number, and nothing is dispatched by that', () => {
    const story = given(usually('received'), shows);
    expect(story.state).toMatchObject({
      status: 'received',
      emergency: { telephone: '110', confirmed: false },
    });
  });

  it('heads every queue until somebody confirms the hand-over', () => {
    const { acts, list } = project(given(usually('assigned'), shows).state);
    expect(acts.map(({ act, first }) => [act, first])).toEqual([
      ['case.confirm-handover', true],
      ['case.confirm-handover', true],
      ['case.sign-for', true],
    ]);
    expect(list).toMatchObject({ first: true, dueAt: acts[0]?.dueAt });
    const confirmed = given(usually('assigned'), shows, confirms(true));
    const after = project(confirmed.state);
    expect(after.acts).toMatchObject([{ act: 'case.sign-for', first: false }]);
    expect(after.list?.dueAt).toBe(after.acts[0]?.dueAt);
  });

  it('ends with the emergency line when nothing remains', () => {
    const story = given(usually('received'), shows);
    expect(adds(story, confirms(false))).toEqual([
      'EmergencyHandedOver',
      'Redirected',
      'ClockMet triage-1',
    ]);
    const { state } = given(story, confirms(false));
    expect(state).toMatchObject({ status: 'redirected', outcome: 'REDIRECTED' });
  });

  it('stays to be triaged when something remains', () => {
    const gas = did(streetDesk, triaged('gas'));
    const story = given(usually('received'), shows, confirms(true), gas);
    expect(story.state.status).toBe('triaged');
    expect(story.events.find(({ type }) => type === 'EmergencyHandedOver')?.data).toMatchObject({
      confirmedBy: { unit: 'c11', role: 'intake_agent' },
      remains: true,
    });
  });

  it('does not outlive the case', () => {
    const { state } = given(usually('received'), shows, {
      ...usual.register,
      by: streetDesk,
      command: { type: 'redirect', data: { channel: 'discipline' } },
    });
    expect(project(state)).toMatchObject({ acts: [], list: { first: false } });
  });
});
