import { describe, expect, it } from 'vitest';
import type { Reaction } from '../process.ts';
import type { CaseCommand } from './commands.ts';
import {
  adds,
  did,
  district,
  given,
  HOUR,
  machine,
  merges,
  nothing,
  person,
  type Story,
  sealed,
  unmerges,
  usual,
  usually,
  withdraws,
} from './given.fixture.ts';
import { project } from './project.ts';
import { after, together } from './reactions.ts';

const DAY = 24 * HOUR;
const target = () => usually('assigned', nothing(undefined, 'case-2'));
const merged = () => given(usually('triaged'), merges('case-2', target().state));

const reactions = (story: Story, find: typeof after | typeof together): readonly Reaction[] =>
  story.events.flatMap((event) => find(event, story.state, story.stream));
const carried = (story: Story, { command }: Reaction) =>
  given(story, did(machine('reaction'), command as CaseCommand));

describe('a merge', () => {
  it('is written in both streams or in neither', () => {
    const [reaction] = reactions(merged(), together);
    expect(reaction).toMatchObject({
      stream: 'case-2',
      command: { type: 'join-request', data: { from: 'case-1' } },
    });
    if (reaction === undefined) throw new Error('no reaction');
    expect(carried(target(), reaction).state).toMatchObject({ joined: ['case-1'] });
  });

  it('owes nothing any more and counts as merged', () => {
    expect(project(merged().state)).toMatchObject({
      acts: [],
      list: { bucket: 'merged', outcome: 'DUPLICATE_OF', dueAt: null },
    });
  });

  it('brings every merged person the reply, in their own vault', () => {
    const join = did(machine('reaction'), {
      type: 'join-request',
      data: { from: 'case-1', basis: 'same-category-and-place' },
    });
    const replied = given(target(), join, usual.sign, usual.reply);
    const [tell] = reactions(replied, after);
    expect(tell).toMatchObject({
      stream: 'case-1',
      command: { type: 'tell-merged' },
      copies: { reply: { stream: 'case-2' } },
    });
    if (tell === undefined) throw new Error('no reaction');
    expect(carried(merged(), tell).state).toMatchObject({ status: 'merged', told: 1 });
  });

  it('gives the request back when the other person withdraws theirs', () => {
    const join = did(machine('reaction'), {
      type: 'join-request',
      data: { from: 'case-1', basis: 'b' },
    });
    const gone = given(target(), join, { ...withdraws, by: person('case-2') });
    const [back] = reactions(gone, after);
    if (back === undefined) throw new Error('no reaction');
    expect(carried(merged(), back).state).toMatchObject({ status: 'triaged' });
  });
});

describe('an unmerge', () => {
  it('restores status and clocks, and tells what fell due meanwhile', () => {
    const before = usually('triaged').state;
    const late = unmerges('case-2', { now: merged().now + 5 * DAY });
    expect(adds(merged(), late)).toEqual(['Unmerged', 'ClockBreached dispatch-1']);
    const { state, events } = given(merged(), late);
    expect(state).toMatchObject({ status: 'triaged', holder: 'c11' });
    const restored = project(state).clocks.find(({ id }) => id === 'dispatch-1');
    const original = project(before).clocks.find(({ id }) => id === 'dispatch-1');
    expect(restored).toEqual({ ...original, breachedAt: original?.dueAt });
    expect(events.at(-1)?.occurredAt).toBe(original?.dueAt);
  });

  it('counts again what leaned on a year whose calendar was published meanwhile', () => {
    const cn = district().calendars.get('cn');
    if (cn === undefined) throw new Error('no calendar');
    const years = { '2026': { holidays: {}, workdays: {}, citation: 'illustrative' } };
    const by = (version: string, known: typeof cn.years) => ({
      institution: {
        ...district(),
        calendars: new Map([['cn', { ...cn, version, years: known }]]),
      },
    });
    const { institution: unpublished } = by('old', {});
    const provisional = usually('assigned', nothing(unpublished));
    const story = given(provisional, merges('case-2', target().state));
    const back = unmerges('case-2', by('new', years));
    expect(adds(story, back)).toEqual([
      'Unmerged',
      'ClockRecomputed sign-for-1',
      'ClockRecomputed reply-1',
    ]);
    const [reply] = project(given(story, back).state).clocks.filter(({ id }) => id === 'reply-1');
    expect(reply).toMatchObject({ provisional: false, calendar: { version: 'new' } });
  });

  it('keeps what the person said meanwhile', () => {
    const words = did(person(), { type: 'disagree', data: { words: sealed() } });
    expect(given(merged(), words, unmerges('case-2')).state).toMatchObject({ dissent: true });
  });
});
