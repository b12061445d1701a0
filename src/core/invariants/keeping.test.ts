import { describe, expect, it } from 'vitest';
import * as c from '../case/given.fixture.ts';
import { project as projectCase } from '../case/project.ts';
import type { Recorded } from '../process.ts';
import type { RetentionEvent } from '../retention/events.ts';
import { evolve } from '../retention/evolve.ts';
import * as g from '../retention/given.fixture.ts';
import { project } from '../retention/project.ts';
import type { RetentionState } from '../retention/state.ts';
import { createChecker, type Subject } from './index.ts';

const { given, usually } = g;

const subject = ({
  stream,
  events,
  state,
}: Pick<g.Story, 'stream' | 'events' | 'state'>): Subject => ({
  process: 'retention',
  stream,
  events,
  state,
  list: project(state).list,
});
const ofCase = (story: c.Story): Subject => ({
  process: 'case',
  stream: story.stream,
  events: story.events,
  state: story.state,
  list: projectCase(story.state).list,
});
const closed = () => c.usually('closed', c.nothing(g.keeps()));
const gone = g.PARTS.map(({ stream }) => stream);

/** A story whose log somebody edited, replayed as if it had always been so. */
function edited(
  story: g.Story,
  change: (event: Recorded<RetentionEvent>) => object | null,
): Subject {
  const events = story.events.flatMap((event) => change(event) ?? []) as typeof story.events;
  const state = events.reduce<RetentionState>(evolve, { status: 'none' });
  return subject({ ...story, events, state });
}

function broken(subjects: readonly Subject[], erased: readonly string[] | null = gone) {
  const checker = createChecker(g.keeps());
  for (const one of subjects) checker.look(one);
  return checker
    .verdicts({ settled: erased !== null, erased: new Set(erased ?? []) })
    .flatMap(({ invariant, violations }) => violations.map(() => invariant.number));
}

describe('the promises of keeping and erasing', () => {
  it('hold in stories where they are kept', () => {
    const holds = given(usually('kept'), g.holds(), g.agrees(), g.wishes(), g.answers());
    expect(broken([subject(usually('erased')), ofCase(closed())])).toEqual([]);
    expect(broken([subject(holds), ofCase(closed())])).toEqual([]);
  });

  it('39: what is said to be gone is gone', () => {
    expect(broken([subject(usually('erased'))], ['case-1'])).toEqual([39, 39]);
    expect(broken([subject(usually('erased'))], null)).toEqual([]);
  });

  it('39: nothing is sealed for a matter whose keys are gone', () => {
    const note = { type: 'note-erased', data: { class: 'u', name: { zh: 'u', en: 'u' }, at: 1 } };
    const told = c.did(c.machine('reaction'), note as never);
    const erased = c.given(closed(), told);
    expect(broken([ofCase(erased)], null)).toEqual([]);
    const added = c.did(c.person(), { type: 'add-words', data: { words: c.sealed() } });
    expect(broken([ofCase(c.given(erased, added))], null)).toEqual([39]);
  });

  it('68: nothing is erased early, over a hold, before the archive has it, or by a hand', () => {
    const story = usually('erased');
    const early = edited(story, (event) =>
      event.type === 'ErasureOrdered' ? { ...event, recordedAt: g.MONDAY } : event,
    );
    const byHand = edited(story, (event) =>
      event.type === 'ErasureOrdered' ? { ...event, actedBy: g.archivist } : event,
    );
    expect(broken([early], null)).toContain(68);
    expect(broken([byHand], null)).toContain(68);
  });

  it('69: a hold is not one officer’s alone', () => {
    const story = given(usually('kept'), g.holds(), g.agrees());
    const alone = edited(story, (event) =>
      event.type === 'HoldAgreed'
        ? { ...event, data: { ...event.data, account: 'centre/supervisor' } }
        : event,
    );
    expect(broken([alone], null)).toEqual([69]);
  });

  it('70: what has ended is kept, and what goes on is not, once nothing waits', () => {
    expect(broken([ofCase(closed())])).toEqual([70]);
    expect(broken([ofCase(closed())], null)).toEqual([]);
    expect(broken([ofCase(closed()), subject(usually('stopped'))])).toEqual([70]);
    const open = ofCase(c.usually('handling', c.nothing(g.keeps())));
    expect(broken([open, subject(usually('kept'))])).toEqual([70]);
    expect(broken([open, subject(usually('stopped'))])).toEqual([]);
  });
});
