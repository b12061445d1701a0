import { describe, expect, it } from 'vitest';
import type { CallbackEvent } from '../callback/events.ts';
import { evolve } from '../callback/evolve.ts';
import * as g from '../callback/given.fixture.ts';
import { project } from '../callback/project.ts';
import type { CallbackState } from '../callback/state.ts';
import * as c from '../case/given.fixture.ts';
import { project as projectCase } from '../case/project.ts';
import type { Recorded } from '../process.ts';
import { createChecker, invariants, type Subject, type SubjectOf } from './index.ts';

const { given } = g;

const subject = ({ stream, events, state }: Omit<g.Story, 'reactions'>): SubjectOf<'callback'> => ({
  process: 'callback',
  stream,
  events,
  state,
  list: project(state).list,
});

/** Stories of kept promises. */
const KEPT: readonly g.Story[] = [
  g.passedOver(),
  given(g.asking(), g.answers(), g.answers({}, g.person())),
  given(g.asking(), g.reports(), g.answersPressure()),
  given(g.looking(), g.finds()),
];

type Change = (event: Recorded<CallbackEvent>) => Recorded<CallbackEvent>;

/** A story whose log somebody edited, replayed as if it had always been so. */
function edited(story: g.Story, change: Change): SubjectOf<'callback'> {
  const events = story.events.map(change);
  const state = events.reduce<CallbackState>(evolve, { status: 'none' });
  return subject({ ...story, events, state });
}

const on =
  (type: CallbackEvent['type'], more: object): Change =>
  (event) =>
    event.type === type
      ? ({ ...event, data: { ...event.data, ...more } } as Recorded<CallbackEvent>)
      : event;

function verdicts(...subjects: readonly Subject[]) {
  const checker = createChecker(g.callingBack());
  for (const one of subjects) checker.look(one);
  return checker.verdicts({ settled: true });
}

const broken = (...subjects: readonly Subject[]) =>
  verdicts(...subjects).flatMap(({ invariant, violations }) =>
    violations.length > 0 ? [invariant.number] : [],
  );

const denied = () => given(g.asking(), g.answers({ solved: 'no' }));
const theCase = (denial: boolean): Subject => {
  const closed = c.usually('closed', c.nothing(g.callingBack()));
  const data = { closing: 1, by: 'callback', words: null } as const;
  const { stream, events, state } = denial
    ? c.given(closed, c.did(c.machine('reaction'), { type: 'deny-closing', data }))
    : closed;
  return { process: 'case', stream, events, state, list: projectCase(state).list };
};

/** One broken promise a number: what is done to a log, and nothing less, is noticed. */
const BROKEN: readonly (readonly [number, readonly Subject[]])[] = [
  [37, [{ ...subject(g.asking()), looks: [look('water')] }]],
  [43, [edited(given(g.asking(), g.answers()), byMachine)]],
  [45, [edited(g.asking(), on('Drawn', { asker: 's1' }))]],
  [45, [edited(g.asking(), on('Drawn', { parties: ['centre'] }))]],
  [45, [edited(g.drawn(), on('Drawn', { closedAt: g.MONDAY * 2, askAt: g.MONDAY * 3 }))]],
  [65, [edited(g.passedOver(), on('NotDrawn', { lot: 0.1 }))]],
  [65, [edited(g.passedOver(), on('NotDrawn', { share: 0.3 }))]],
  [65, [edited(g.drawn(), on('Drawn', { lot: 0.9 }))]],
  [65, [edited(g.drawn(), on('Drawn', { sponsored: true }))]],
  [66, [subject(denied()), theCase(false)]],
  [66, [subject(given(g.asking(), g.answers())), theCase(true)]],
  [67, [edited(given(g.asking(), g.reports()), on('PressureReported', { to: party() }))]],
];

function look(unit: string) {
  const actor = g.staff(unit, 'callback_agent');
  return { field: 'contact', purpose: '回访', actor, at: g.MONDAY * 2 };
}

function byMachine(event: Recorded<CallbackEvent>): Recorded<CallbackEvent> {
  return event.type === 'Answered' ? { ...event, actedBy: g.machine('reaction') } : event;
}

function party() {
  return { unit: 's1', role: 'supervisor' };
}

describe('the promises of callbacks', () => {
  it('hold where they are kept, and each was looked at', () => {
    const looked = { ...subject(g.asking()), looks: [look('centre')] };
    const found = verdicts(looked, ...KEPT.map(subject));
    expect(found.flatMap(({ violations }) => violations)).toEqual([]);
    const asked = found.flatMap(({ invariant, evaluated }) =>
      evaluated > 0 ? [invariant.number] : [],
    );
    const own = invariants.flatMap(({ number, checks }) =>
      checks.callback === undefined ? [] : [number],
    );
    // No clock of theirs has a limit of the law’s.
    expect(own.filter((number) => !asked.includes(number))).toEqual([17]);
    expect(broken(subject(denied()), theCase(true))).toEqual([]);
  });

  it.each(BROKEN)('%s is found broken', (number, subjects) => {
    expect(broken(...subjects)).toContain(number);
  });
});
