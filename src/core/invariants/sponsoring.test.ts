import { describe, expect, it } from 'vitest';
import { evolve as evolveCase } from '../case/evolve.ts';
import * as c from '../case/given.fixture.ts';
import { project as projectCase } from '../case/project.ts';
import type { CaseState, SponsorshipNote } from '../case/state.ts';
import type { Recorded } from '../process.ts';
import { sponsoringInstitution } from '../rulebook/sponsoring.fixture.ts';
import type { SponsorshipEvent } from '../sponsorship/events.ts';
import { evolve } from '../sponsorship/evolve.ts';
import * as g from '../sponsorship/given.fixture.ts';
import { project } from '../sponsorship/project.ts';
import type { SponsorshipState } from '../sponsorship/state.ts';
import { createChecker, invariants, type Subject } from './index.ts';

const { given, usually } = g;

const subject = ({ stream, events, state }: g.Story): Subject => ({
  process: 'sponsorship',
  stream,
  events,
  state,
  list: project(state).list,
});

const extended = () =>
  given(usually('accepted'), g.asksExtension(), g.decidesExtension(), g.tellsExtension);
const late = () => given(usually('met'), g.ticks('commitment-1', 14));
const delegated = () => given(usually('convened'), g.delegates());
const followed = () => given(usually('following'), g.followsUp);

/** Stories of kept promises, one or more for each. */
const KEPT: readonly g.Story[] = [
  given(followed(), g.stopsFollowUp),
  given(extended(), g.letsSee, g.hides, g.needs()),
  given(
    late(),
    g.later(g.supervises('market', g.sponsor, { by: g.SPONSOR.post, text: '即办' }), 14),
  ),
  given(delegated(), g.meets(), g.unpromises()),
  given(usually('nominated'), g.ticks('accept-1', 3), g.accepts(g.other), g.caseEnds()),
  given(usually('nominated'), g.passes(), g.passes(), g.designates()),
  given(usually('told'), g.dissents, g.caseEnds()),
];

type Change = (event: Recorded<SponsorshipEvent>) => Recorded<SponsorshipEvent> | null;

/** A story whose log somebody edited, replayed as if it had always been so. */
function edited(story: g.Story, change: Change): Subject {
  const events = story.events.flatMap((event) => change(event) ?? []);
  const state = events.reduce<SponsorshipState>(evolve, { status: 'none' });
  return subject({ ...story, events, state });
}

const on =
  <Type extends SponsorshipEvent['type']>(
    type: Type,
    change: (event: Recorded<Extract<SponsorshipEvent, { type: Type }>>) => unknown,
  ): Change =>
  (event) =>
    event.type === type ? (change(event as never) as Recorded<SponsorshipEvent>) : event;
const data = (more: object) => (event: Recorded<SponsorshipEvent>) => ({
  ...event,
  data: { ...event.data, ...more },
});
const without = (type: SponsorshipEvent['type']) => on(type, () => null);
const byMachine = (event: Recorded<SponsorshipEvent>) => ({ ...event, actedBy: g.machine('tick') });
const byLead = (event: Recorded<SponsorshipEvent>) => ({ ...event, actedBy: g.lead });
const clocked =
  (more: object) => (event: Recorded<Extract<SponsorshipEvent, { type: 'ClockStarted' }>>) => ({
    ...event,
    data: { clock: { ...event.data.clock, ...more } },
  });

/** What is done to a log, and which promise notices. */
const BROKEN: readonly (readonly [number, string, Subject])[] = [
  [
    14,
    'no clock',
    edited(usually('accepted'), (event) => (event.type.startsWith('Clock') ? null : event)),
  ],
  [15, 'a due time moved', edited(usually('accepted'), on('ClockStarted', clocked({ dueAt: 1 })))],
  [18, 'granted by who asked', edited(extended(), on('ExtensionDecided', byLead))],
  [18, 'not told', edited(extended(), without('ExtensionTold'))],
  [20, 'a breach untold', edited(late(), without('ClockBreached'))],
  [
    29,
    'two seats one account',
    edited(
      usually('nominated'),
      on('SponsorshipNominated', data({ liaison: { ...g.LIAISON, account: 'bureau' } })),
    ),
  ],
  [
    29,
    'a longer term',
    edited(usually('accepted'), on('ClockStarted', clocked({ duration: { n: 90, unit: 'day' } }))),
  ],
  [
    31,
    'no reason',
    edited(usually('nominated'), on('SponsorshipNominated', data({ reason: ' ' }))),
  ],
  [
    31,
    'nothing tried',
    edited(
      usually('nominated'),
      on('SponsorshipNominated', data({ blocked: { kind: 'ASKED', powers: ['fine'], tried: [] } })),
    ),
  ],
  [
    31,
    'a power it holds',
    edited(
      usually('nominated'),
      on(
        'SponsorshipNominated',
        data({ blocked: { kind: 'ASKED', powers: ['demolish'], tried: ['约谈'] } }),
      ),
    ),
  ],
  [33, 'told before the claim', edited(usually('told'), without('ClaimAnswered'))],
  [
    33,
    'closed for nothing',
    edited(
      given(usually('accepted'), g.caseEnds()),
      on('SponsorshipClosed', data({ reason: '办完' })),
    ),
  ],
  [
    34,
    'followed up beyond its day',
    edited(followed(), on('FollowUpConsented', data({ until: 1 }))),
  ],
  [59, 'without the power', edited(usually('met'), on('MeetingHeld', data({ quorum: [] })))],
  [
    59,
    'a promise without a clock',
    edited(
      usually('met'),
      on('ClockStarted', (event) =>
        event.data.clock.kind === 'commitment' ? clocked({ target: 1 })(event) : event,
      ),
    ),
  ],
  [
    60,
    'a pinned power',
    edited(delegated(), on('PowerDelegated', data({ power: 'demolish', from: 'urban' }))),
  ],
  [
    60,
    'beyond the end',
    edited(delegated(), on('PowerDelegated', data({ until: g.AFTERNOON * 2 }))),
  ],
  [61, 'agreed for the person', edited(usually('needs'), on('NeedsAgreed', byLead))],
  [
    57,
    'a clock dated back',
    edited(
      usually('accepted'),
      on('ClockStarted', (event) => clocked({ startedAt: event.data.clock.startedAt - 1 })(event)),
    ),
  ],
  [
    38,
    'a credit mark',
    edited(usually('nominated'), on('SponsorshipNominated', data({ creditScore: 1 }))),
  ],
  [43, 'a machine accepts', edited(usually('accepted'), on('SponsorshipAccepted', byMachine))],
  [
    53,
    'a gap',
    edited(
      usually('accepted'),
      on('SponsorshipAccepted', (e) => ({ ...e, version: 99 })),
    ),
  ],
];

const institution = sponsoringInstitution();
const look = (...subjects: readonly Subject[]) => {
  const checker = createChecker(institution);
  for (const one of subjects) checker.look(one);
  return (settled = true) =>
    checker
      .verdicts({ settled })
      .flatMap(({ invariant, violations }) =>
        violations.map(({ stream, what }) => `${invariant.number} ${stream}: ${what}`),
      );
};

const note = (stage: SponsorshipNote['stage']): c.Act =>
  c.did(c.machine('reaction'), {
    type: 'note-sponsorship',
    data: {
      sponsorship: g.SPONSORSHIP,
      home: c.CASE,
      nominator: 's1',
      stage,
      sponsor: g.SPONSOR,
      lead: g.LEAD,
      liaison: g.LIAISON,
      units: ['urban'],
      endsAt: null,
      identity: false,
      news: 'stage',
    },
  });

/** The usual case, late with its reply, told what it is told of its sponsorship. */
function matter(...acts: readonly c.Act[]): Subject {
  const story = c.given(c.usually('handling', c.nothing(institution)), ...acts);
  const { list } = projectCase(story.state);
  return { process: 'case', stream: story.stream, events: story.events, state: story.state, list };
}
const missed = c.did(
  c.machine('tick'),
  { type: 'clock-due', data: { clock: 'contact-1', revision: 1 } },
  { now: c.MONDAY + 9 * g.DAY },
);

describe('the promises of a sponsorship', () => {
  it('hold in stories where they are kept, and each was looked at', () => {
    const checker = createChecker(institution);
    for (const story of KEPT) checker.look(subject(story));
    const verdicts = checker.verdicts({ settled: false });
    const found = verdicts.flatMap(({ invariant, violations }) =>
      violations.map(({ what }) => [invariant.number, what]),
    );
    expect(found).toEqual([]);
    const asked = verdicts.filter(({ invariant }) => invariant.checks.sponsorship !== undefined);
    const idle = asked.filter(({ evaluated }) => evaluated === 0);
    // No clock of a sponsorship has a limit of the law beside it.
    expect(idle.map(({ invariant }) => invariant.number)).toEqual([17]);
  });

  it.each(BROKEN)('%s is found broken: %s', (number, _, broken) => {
    expect(look(broken)(false).some((line) => line.startsWith(`${number} `))).toBe(true);
  });

  it('every one has been seen to break', () => {
    const seen = new Set(BROKEN.map(([number]) => number));
    const numbers = invariants
      .filter(({ checks }) => checks.sponsorship !== undefined)
      .map(({ number }) => number);
    // 30 is broken by two of them together.
    expect(numbers.filter((number) => !seen.has(number))).toEqual([17, 30]);
  });
});

describe('a sponsorship and its case', () => {
  const sponsorship = subject(usually('accepted'));

  it('know of each other, once nothing waits', () => {
    expect(look(sponsorship, matter(note('accepted')))()).toEqual([]);
    expect(look(sponsorship, matter())(false)).toEqual([]);
    expect(look(sponsorship, matter())()).toEqual([
      '29 sponsorship-1: case-1 does not know that it is accepted',
    ]);
    expect(look(sponsorship, matter(note('nominated')))()).toHaveLength(2);
    const over = subject(given(usually('accepted'), g.caseEnds()));
    expect(look(over, matter(note('accepted')))()).toEqual([
      '33 case-1: holds sponsorship-1 to be accepted',
    ]);
  });

  it('no leader has more than the cap', () => {
    const of = (stream: string) => {
      const story = usually('accepted', g.nothing(institution, stream));
      return subject(story);
    };
    const all = ['p1', 'p2', 'p3'].map(of);
    expect(look(...all.slice(0, 2))()).toEqual([]);
    expect(look(...all)()).toContain('30 deputy: deputy has 3 cases');
  });

  it('rests the case’s ladders while a leader has it, and they begin anew when it ends', () => {
    const story = c.given(
      c.usually('handling', c.nothing(institution)),
      c.did(
        c.machine('tick'),
        { type: 'clock-due', data: { clock: 'reply-1', revision: 1 } },
        { now: c.MONDAY + 9 * g.DAY },
      ),
    );
    expect(story.state).toMatchObject({ ladders: [{ clock: 'reply-1' }] });
    const taken = c.given(story, note('accepted'));
    expect(taken.state).toMatchObject({ ladders: [] });
    const again = c.given(taken, note('ended'));
    expect(again.state).toMatchObject({ ladders: [{ clock: 'reply-1', rung: 1, act: 'remind' }] });
    const first = c.given(c.usually('handling', c.nothing(institution)), note('accepted'));
    const quiet = c.given(
      first,
      c.did(
        c.machine('tick'),
        { type: 'clock-due', data: { clock: 'reply-1', revision: 1 } },
        { now: c.MONDAY + 9 * g.DAY },
      ),
    );
    expect(quiet.state).toMatchObject({ ladders: [] });
    expect(quiet.events.map(c.named)).toContain('ClockBreached reply-1');
    expect(look(matter(note('accepted'), missed))(false)).toEqual([]);
  });

  it('58 is found broken where a ladder of the case climbs all the same', () => {
    const kept = c.given(
      c.usually('handling', c.nothing(institution)),
      c.did(
        c.machine('tick'),
        { type: 'clock-due', data: { clock: 'reply-1', revision: 1 } },
        { now: c.MONDAY + 9 * g.DAY },
      ),
    );
    const index = kept.events.findIndex(({ type }) => type === 'ClockBreached');
    const noted = c
      .given(c.usually('handling', c.nothing(institution)), note('accepted'))
      .events.at(-1);
    if (noted === undefined) throw new Error('nothing was noted');
    const events = [...kept.events.slice(0, index), noted, ...kept.events.slice(index)].map(
      (event, n) => ({ ...event, version: n + 1 }),
    );
    const state = events.reduce<CaseState>(evolveCase, { status: 'none' });
    const broken: Subject = {
      process: 'case',
      stream: c.CASE,
      events,
      state,
      list: projectCase(state).list,
    };
    expect(look(broken)(false).some((line) => line.startsWith('58 '))).toBe(true);
  });
});
