import { describe, expect, it } from 'vitest';
import * as c from '../case/given.fixture.ts';
import { project as projectCase } from '../case/project.ts';
import type { CaseState } from '../case/state.ts';
import type { PetitionEvent } from '../petition/events.ts';
import { evolve } from '../petition/evolve.ts';
import * as g from '../petition/given.fixture.ts';
import { project } from '../petition/project.ts';
import type { PetitionState } from '../petition/state.ts';
import type { Recorded } from '../process.ts';
import { petitioning } from '../rulebook/petition.fixture.ts';
import { createChecker, type Subject } from './index.ts';

const { given, usually } = g;

const subject = ({ stream, events, state }: g.Story): Subject => ({
  process: 'petition',
  stream,
  events,
  state,
  list: project(state).list,
});
const report = g.registers({ kind: 'report', number: null, words: null });
const declined = () => given(usually('routed'), g.declines(), g.delivers(1), g.claimsFacts());
const heard = () => given(usually('re-review'), g.opensHearing(), g.closesHearing());
const late = () => given(usually('noticed'), g.onDay(70, g.opines()));

/** Stories of kept promises, one or more for each. */
const KEPT: readonly g.Story[] = [
  usually('concluded'),
  given(usually('concluded'), g.claimsFacts(), g.looks(false)),
  given(declined(), g.looks(true)),
  given(usually('noticed'), g.asksExtension(), g.grants(), g.delivers(2)),
  given(usually('told'), g.ticks('ask-review-1', 35), g.onDay(36, g.asksReview())),
  given(usually('routed'), g.objects(), g.ticks('return-decision-1', 8)),
  given(heard(), g.opines('other-d')),
  late(),
  given(g.nothing(), report),
  given(usually('noticed'), g.withdraws()),
];

type Change = (event: Recorded<PetitionEvent>) => Recorded<PetitionEvent> | null;

/** A story whose log somebody edited, replayed as if it had always been so. */
function edited(story: g.Story, change: Change): Subject {
  const events = story.events.flatMap((event) => change(event) ?? []);
  const state = events.reduce<PetitionState>(evolve, { status: 'none' });
  return subject({ ...story, events, state });
}

const on =
  (type: PetitionEvent['type'], change: (event: Recorded<PetitionEvent>) => unknown): Change =>
  (event) =>
    event.type === type ? (change(event) as Recorded<PetitionEvent>) : event;
const data = (more: object) => (event: Recorded<PetitionEvent>) => ({
  ...event,
  data: { ...event.data, ...more },
});
const by = (account: string) => (event: Recorded<PetitionEvent>) => ({
  ...event,
  actedBy: g.staff('centre', 'unit_handler', account),
});
const days =
  (n: number): ((event: Recorded<PetitionEvent>) => unknown) =>
  (event) => {
    if (event.type !== 'ClockStarted') return event;
    const { clock } = event.data;
    const duration = { ...clock.duration, n };
    return clock.kind === 'handling' ? data({ clock: { ...clock, duration } })(event) : event;
  };
const recused = petitioning();
const interest = {
  id: 'r',
  account: 's1/unit_handler',
  scope: { kind: 'unit', unit: 'c11' },
  reason: '亲属',
  validFrom: 0,
  validTo: null,
} as const;

const look = (one: Subject, institution = petitioning(), ...more: readonly Subject[]) => {
  const checker = createChecker(institution);
  for (const each of [one, ...more]) checker.look(each);
  return checker
    .verdicts({ settled: true })
    .flatMap(({ invariant, violations }) => violations.map(() => invariant.number));
};

/** What is done to a log, and which promise notices. */
const BROKEN: readonly (readonly [number, string, Subject])[] = [
  [
    3,
    'refuses without a next path',
    edited(declined(), on('PetitionNotAccepted', data({ nextPath: { zh: '', en: '' } }))),
  ],
  [19, 'counts ninety days', edited(usually('noticed'), on('ClockStarted', days(90)))],
  [
    19,
    'is late and nobody was',
    edited(
      late(),
      on('ClockBreached', () => null),
    ),
  ],
  [
    19,
    'lets a review in after its time',
    edited(
      usually('review'),
      on('ReviewAsked', (event) => ({
        ...event,
        occurredAt: event.occurredAt + 40 * g.DAY,
        recordedAt: event.recordedAt + 40 * g.DAY,
      })),
    ),
  ],
  [
    42,
    'waves new facts away unanswered',
    edited(
      given(declined(), g.looks(true)),
      on('NewFactsFound', (event) => ({
        ...event,
        type: 'NoNewFacts',
        data: {
          reason: 'no-new-facts',
          name: { zh: 'x', en: 'x' },
          citation: { text: { zh: 'x', en: 'x' }, illustrative: true },
          nextPath: { zh: 'x', en: 'x' },
          text: 'x',
          letter: 2,
        },
      })),
    ),
  ],
  [
    42,
    'lets the same person look',
    edited(given(declined(), g.looks(true)), on('NewFactsFound', by('s1/unit_handler'))),
  ],
  [
    63,
    'delivers a paper twice',
    edited(usually('told'), on('LetterDelivered', data({ letter: 1 }))),
  ],
  [
    64,
    'keeps what was reported',
    edited(given(g.nothing(), report), on('PetitionRegistered', data({ title: '某人受贿' }))),
  ],
];

describe('the promises of a petition', () => {
  it.each(KEPT.map((story, n) => [n + 1, story] as const))('are kept in story %i', (_, story) => {
    expect(look(subject(story))).toEqual([]);
  });

  it.each(BROKEN)('%i notices a log that %s', (number, _, broken) => {
    expect(look(broken)).toContain(number);
  });

  it('35 notices whoever acts against a declared interest', () => {
    const institution = { ...recused, recusals: [interest] };
    expect(look(subject(usually('accepted')), institution)).toContain(35);
  });

  it('62 notices a request that does not know of its petition', () => {
    const { stream, state, events } = c.usually('handling');
    const about = (known: CaseState): Subject => ({
      process: 'case',
      stream,
      events,
      state: known,
      list: projectCase(known).list,
    });
    expect(look(subject(usually('routed')), petitioning(), about(state))).toContain(62);
  });
});
