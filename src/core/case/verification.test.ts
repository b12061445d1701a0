import { describe, expect, it } from 'vitest';
import { closable } from './closing.ts';
import {
  adds,
  answers,
  closes,
  given,
  nothing,
  person,
  registration,
  replies,
  type Story,
  usual,
  usually,
} from './given.fixture.ts';

const open = ({ state }: Story) => (state.status === 'replied' ? closable(state) : null);
const replied = (outcome: Parameters<typeof replies>[0], citation?: string) =>
  given(usually('handling'), replies(outcome, citation));

describe('the verification call', () => {
  it('sends back what is not solved, with a fresh promise; lateness stays', () => {
    expect(adds(usually('replied'), answers('no'))).toEqual([
      'Verified',
      'SentBack',
      'ClockMet verification-1',
      'ClockStarted reply-2',
      'ClockStarted contact-2',
    ]);
    const back = given(usually('replied'), answers('not_contacted'));
    expect(back.events.find(({ type }) => type === 'SentBack')?.data).toEqual({
      reason: 'not_contacted',
    });
    expect(back.state).toMatchObject({ status: 'handling', holder: 's1' });
  });

  it('leaves open only the outcomes the answer allows', () => {
    const yes = answers('yes');
    const partly = answers('partly');
    expect(open(given(replied('FIXED'), yes))).toEqual(['FIXED']);
    expect(open(given(replied('INFO_GIVEN'), yes))).toEqual(['INFO_GIVEN', 'FIXED']);
    expect(open(given(replied('FIXED'), partly))).toEqual(['PARTLY']);
    expect(open(given(replied('EXPLAINED_CANNOT', '条例第三条'), partly))).toEqual([
      'EXPLAINED_CANNOT',
      'PARTLY',
    ]);
  });

  it('may close UNREACHABLE after the calls the rulebook asks for, and nothing else', () => {
    const vain = answers(null, usual.verify.by, false);
    const story = given(usually('replied'), vain, vain);
    expect(open(story)).toEqual([]);
    expect(open(given(story, vain))).toEqual(['UNREACHABLE']);
    expect(given(story, vain, closes('UNREACHABLE')).state).toMatchObject({
      status: 'closed',
      outcome: 'UNREACHABLE',
    });
  });

  it('lets the person answer unasked, and their word stands above a call’s', () => {
    const story = given(usually('replied'), answers('yes'), answers('no', person()));
    expect(story.state.status).toBe('handling');
    expect(story.events.find(({ type }) => type === 'SentBack')?.data).toEqual({
      reason: 'person_disagrees',
    });
  });

  it('closes a lawful refusal explained twice over the person’s no, their dissent beside it', () => {
    const explained = replies('EXPLAINED_CANNOT', '条例第三条');
    const once = given(usually('handling'), explained, answers('no'));
    expect(once.state.status).toBe('handling');
    const twice = given(once, explained, answers('no'));
    expect(open(twice)).toEqual(['EXPLAINED_CANNOT']);
    expect(given(twice, closes('EXPLAINED_CANNOT')).state).toMatchObject({
      status: 'closed',
      dissent: true,
    });
  });

  it('starts no contact clock where nobody left a contact', () => {
    const anonymous = { ...usual.register, command: registration({ contact: null }) };
    const story = given(nothing(), anonymous, usual.triage, usual.dispatch);
    expect(adds(story, usual.sign)).toEqual(['SignedFor', 'ClockMet sign-for-1']);
  });
});
