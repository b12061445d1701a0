import { describe, expect, it } from 'vitest';
import { actsOf } from './acts.ts';
import {
  adds,
  clerk,
  did,
  given,
  handler,
  nothing,
  person,
  registration,
  reopens,
  type Story,
  sealed,
  supervisor,
  usual,
  usually,
  when,
  withdraws,
} from './given.fixture.ts';

describe('a confidential request', () => {
  const confidential = given(
    nothing(),
    { by: clerk, command: registration({ confidential: true }) },
    usual.triage,
    usual.dispatch,
  );
  const summary = sealed('summary');
  const summarises = did(clerk, { type: 'summarise', data: { summary } });

  it('has a summary owed by its first receiver, once it is with others', () => {
    const owes = (story: Story) =>
      actsOf(story.state).filter(({ act }) => act === 'case.summarise');
    expect(owes(given(nothing(), usual.register, usual.triage, usual.dispatch))).toEqual([]);
    expect(owes(confidential)).toMatchObject([{ unit: 'c11', role: 'intake_agent', dueAt: null }]);
    const written = given(confidential, summarises);
    expect(written.state).toMatchObject({ summary });
    expect(owes(written)).toEqual([]);
  });

  it('is summarised by nobody whom its words are closed to', () => {
    for (const by of [handler('s1'), supervisor, person()]) {
      const said = when(confidential, { ...summarises, by });
      expect(said).toMatchObject({ code: expect.stringMatching(/^case.not-/) });
    }
  });
});

describe('a message', () => {
  const message = did(handler('s1'), { type: 'message', data: { text: sealed('text') } });

  it('is left by whoever works on the matter, and is no contact', () => {
    expect(adds(usually('handling'), message)).toEqual(['MessageSent']);
    expect(when(usually('handling'), { ...message, by: handler('urban') })).toMatchObject({
      code: 'case.not-yours',
    });
  });
});

describe('the person', () => {
  it('alone withdraws, at any time before the end', () => {
    expect(adds(usually('handling'), withdraws)).toEqual([
      'Withdrawn',
      'ClockEnded reply-1',
      'ClockEnded contact-1',
    ]);
    expect(given(usually('handling'), withdraws).state).toMatchObject({
      status: 'closed',
      outcome: 'WITHDRAWN_BY_PERSON',
    });
    const others = [handler('s1'), clerk, supervisor, usual.verify.by, person('case-2')];
    for (const by of others) {
      const onBehalfOf = { kind: 'person', relation: 'caller' } as const;
      expect(when(usually('handling'), { ...withdraws, by, onBehalfOf })).toMatchObject({
        code: 'case.not-the-person',
      });
    }
  });

  it('disagrees beside whatever stands', () => {
    const no = did(person(), { type: 'disagree', data: { words: sealed() } });
    expect(given(usually('closed'), no).state).toMatchObject({ status: 'closed', dissent: true });
  });

  it('may be helped to speak, and the log says so', () => {
    const words = did(
      clerk,
      { type: 'add-words', data: { words: sealed() } },
      { onBehalfOf: { kind: 'person', relation: 'relative' } },
    );
    expect(given(usually('handling'), words).events.at(-1)).toMatchObject({
      type: 'WordsAdded',
      onBehalfOf: { relation: 'relative' },
    });
  });

  it('reopens: the same lead under a new order, the first receiver responsible meanwhile', () => {
    expect(adds(usually('closed'), reopens())).toEqual([
      'Reopened',
      'Dispatched',
      'ClockStarted sign-for-2',
      'ClockStarted reply-2',
    ]);
    expect(given(usually('closed'), reopens()).state).toMatchObject({
      status: 'assigned',
      holder: 'c11',
      order: { order: 2, lead: 's1' },
    });
  });

  it('reopens what was never dispatched for the desk to look at again', () => {
    const redirect = did(clerk, { type: 'redirect', data: { channel: 'discipline' } });
    const story = given(usually('received'), redirect);
    expect(adds(story, reopens('new_facts'))).toEqual(['Reopened', 'ClockStarted triage-2']);
    const withdrawn = given(usually('triaged'), withdraws);
    expect(adds(withdrawn, reopens('new_facts'))).toEqual(['Reopened', 'ClockStarted dispatch-2']);
  });
});
