import { describe, expect, it } from 'vitest';
import type { Recorded } from '../process.ts';
import type { SupportEvent } from '../support/events.ts';
import { evolve } from '../support/evolve.ts';
import * as g from '../support/given.fixture.ts';
import { project } from '../support/project.ts';
import type { SupportState } from '../support/state.ts';
import { createChecker, type Subject } from './index.ts';

const { given, usually } = g;

const subject = ({ stream, events, state }: g.Story): Subject => ({
  process: 'support',
  stream,
  events,
  state,
  list: project(state).list,
});

const KEPT: readonly g.Story[] = [
  usually('received'),
  given(usually('offered'), g.refuses()),
  given(usually('offered'), g.ticks('support-answer-1', 241)),
  given(usually('delivered'), g.denies(), g.delivers(), g.ticks('support-receipt-2', 200)),
  given(usually('shown'), g.ticks('deliver-1', 175), g.later(g.delivers(), 176)),
];

type Change = (event: Recorded<SupportEvent>) => Recorded<SupportEvent> | null;

/** A story whose log somebody edited, replayed as if it had always been so. */
function edited(story: g.Story, change: Change): Subject {
  const events = story.events.flatMap((event) => change(event) ?? []);
  const state = events.reduce<SupportState>(evolve, { status: 'none' });
  return subject({ ...story, events, state });
}

const on =
  (type: SupportEvent['type'], change: (event: Recorded<SupportEvent>) => unknown): Change =>
  (event) =>
    event.type === type ? (change(event) as Recorded<SupportEvent>) : event;
const data = (more: object) => (event: Recorded<SupportEvent>) => ({
  ...event,
  data: { ...event.data, ...more },
});
const byOther = (event: Recorded<SupportEvent>) => ({ ...event, actedBy: g.handler('market') });

/** What is done to a log, and which promise notices. */
const BROKEN: readonly (readonly [number, string, Subject])[] = [
  [
    14,
    'no clock',
    edited(
      usually('offered'),
      on('ClockStarted', () => null),
    ),
  ],
  [
    32,
    'a consent that had ended',
    edited(usually('delivered'), on('Consented', data({ until: 0 }))),
  ],
  [32, 'somebody else agreed', edited(usually('delivered'), on('Consented', byOther))],
  [
    32,
    'another unit delivered',
    edited(usually('delivered'), on('Delivered', data({ unit: 'd' }))),
  ],
  [
    71,
    'collected beyond the consent',
    edited(usually('shown'), on('Consented', data({ conditions: [] }))),
  ],
  [
    71,
    'delivered with nothing shown',
    edited(
      usually('delivered'),
      on('ConditionShown', () => null),
    ),
  ],
  [
    72,
    'a clock runs on',
    edited(
      given(usually('consented'), g.revokes()),
      on('ClockEnded', () => null),
    ),
  ],
  [73, 'the provider confirms', edited(usually('received'), on('Received', byOther))],
];

function found(one: Subject): readonly number[] {
  const checker = createChecker(g.institution());
  checker.look(one);
  return checker
    .verdicts({ settled: true })
    .flatMap(({ invariant, violations }) => (violations.length > 0 ? [invariant.number] : []));
}

describe('the promises of a support', () => {
  it.each(KEPT.map((story, n) => [n, story] as const))('hold in story %i', (_, story) => {
    expect(found(subject(story))).toEqual([]);
  });

  it.each(BROKEN)('%i notices: %s', (number, _, one) => {
    expect(found(one)).toContain(number);
  });
});
