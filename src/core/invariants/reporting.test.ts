import { describe, expect, it } from 'vitest';
import type { ListRow, Recorded } from '../process.ts';
import type { ReportEvent } from '../report/events.ts';
import { evolve } from '../report/evolve.ts';
import * as g from '../report/given.fixture.ts';
import { project } from '../report/project.ts';
import type { ReportState } from '../report/state.ts';
import { createChecker, type Look, type Subject } from './index.ts';

const { given, lookedAt, received } = g;

const subject = ({ events, state }: g.Story): Subject => ({
  process: 'report',
  stream: g.REPORT,
  events,
  state,
  list: project(state).list,
});

const broken = (one: Subject): readonly number[] => {
  const checker = createChecker(g.withDesk());
  checker.look(one);
  return checker
    .verdicts({ settled: true })
    .filter(({ violations }) => violations.length > 0)
    .map(({ invariant }) => invariant.number);
};

type Change = (event: Recorded<ReportEvent>) => Recorded<ReportEvent> | null;

/** A story whose log somebody edited, replayed as if it had always been so. */
function edited(story: g.Story, change: Change): Subject {
  const events = story.events.flatMap((event) => change(event) ?? []);
  const state = events.reduce<ReportState>(evolve, { status: 'none' });
  return subject({ ...story, events, state });
}

const on =
  (type: ReportEvent['type'], more: object): Change =>
  (event) =>
    event.type === type ? ({ ...event, ...more } as Recorded<ReportEvent>) : event;
const listed = (story: g.Story, more: Partial<ListRow>): Subject => {
  const one = subject(story);
  return { ...one, list: { ...(one.list as ListRow), ...more } } as Subject;
};
const looked = (story: g.Story, actor: Look['actor'], at: number): Subject =>
  ({ ...subject(story), looks: [{ field: 'words', actor, purpose: '拆阅', at }] }) as Subject;
const [first] = received().events;

describe('the promises of a sealed desk', () => {
  it('are kept, and were looked at', () => {
    const story = given(lookedAt(), g.adds(), g.declares(), g.handsOver('discipline', g.second));
    const checker = createChecker(g.withDesk());
    checker.look(subject(story));
    const verdicts = checker.verdicts({ settled: true });
    expect(verdicts.flatMap(({ violations }) => violations)).toEqual([]);
    for (const number of [15, 20, 38, 53, 74, 75, 76]) {
      const verdict = verdicts.find(({ invariant }) => invariant.number === number);
      expect([number, (verdict?.evaluated ?? 0) > 0]).toEqual([number, true]);
    }
  });

  it.each<readonly [number, string, Subject]>([
    [74, 'a row with a title', listed(received(), { title: '某科长' })],
    [74, 'a row in the unit reported', listed(received(), { place: 'urban' })],
    [
      74,
      'an event with the unit in it',
      edited(received(), on('ReportReceived', { data: { ...first?.data, concerned: 'urban' } })),
    ],
    [74, 'an hour', edited(received(), on('ReportReceived', { occurredAt: g.MONDAY }))],
    [
      75,
      'another’s act',
      edited(lookedAt(), on('ReportTakenIn', { actedBy: g.staff('centre', 'unit_head') })),
    ],
    [
      75,
      'an act after an interest',
      edited(
        given(lookedAt(), g.declares(), g.handsOver('discipline', g.second)),
        on('ReportHandedOver', { actedBy: g.officer }),
      ),
    ],
    [75, 'another’s look', looked(received(), g.staff('d', 'auditor'), g.MONDAY)],
    [
      75,
      'a look after an interest',
      looked(given(received(), g.declares()), g.officer, g.MONDAY + 9 * g.DAY),
    ],
    [
      76,
      'no promise',
      edited(received(), (event) => (event.type === 'ClockStarted' ? null : event)),
    ],
    [
      76,
      'words encrypted to nobody',
      edited(received(), on('ReportReceived', { data: { ...first?.data, keys: [] } })),
    ],
  ])('%i notices %s', (number, _, one) => {
    expect(broken(one)).toContain(number);
  });
});
