import { describe, expect, it } from 'vitest';
import type { CaseEvent } from '../case/events.ts';
import { evolve } from '../case/evolve.ts';
import * as g from '../case/given.fixture.ts';
import { project } from '../case/project.ts';
import type { CaseState, Known } from '../case/state.ts';
import { emptyWorld } from '../case/world.fixture.ts';
import { isClockEvent } from '../clock/evolve.ts';
import type { Recorded } from '../process.ts';
import { whistlingInstitution } from '../rulebook/small.fixture.ts';
import {
  createChecker,
  type Invariant,
  invariants,
  type Subject,
  type SubjectOf,
} from './index.ts';

const { given, usual, usually } = g;
const lawful = () => {
  const [story] = emptyWorld().stories.values();
  if (story === undefined) throw new Error('an empty world has stories');
  return story;
};
const subject = ({ stream, events, state }: g.Story): SubjectOf<'case'> => ({
  process: 'case',
  stream,
  events,
  state,
  list: project(state).list,
});

const merge = g.merges('case-2', usually('triaged').state);
const shows = g.did(g.clerk, { type: 'show-emergency', data: { channel: 'police' } });
const redirect = g.did(g.clerk, { type: 'redirect', data: { channel: 'market' } });
const tick = (clock: string) =>
  g.did(
    g.machine('tick'),
    { type: 'clock-due', data: { clock, revision: 1 } },
    { now: g.MONDAY + 3 * 24 * g.HOUR },
  );
const extended = () =>
  given(usually('handling'), g.asksExtension(), g.decidesExtension(), g.tellsExtension);
const community = () =>
  given(
    usually('received'),
    g.did(g.streetDesk, g.triaged('neighbours')),
    g.did(g.streetDesk, g.dispatched('c11')),
  );

const climbing = () =>
  given(usually('handling', g.nothing(whistlingInstitution())), {
    ...tick('reply-1'),
    now: g.MONDAY + 9e8,
  });

const works = g.seated('unit_handler', 'works');
const worksHead = g.seated('office_head', 'works');
const divided = () => usually('handling', g.nothing(g.divided()));
const agreed = () =>
  given(
    divided(),
    g.assigns('works'),
    { ...usual.reply, by: works },
    g.agrees(worksHead),
    g.agrees(g.head('s1')),
  );

const addsWords = { type: 'add-words', data: { words: g.sealed() } } as const;
const erased = () =>
  given(
    usually('closed'),
    g.did(g.machine('reaction'), {
      type: 'note-erased',
      data: { class: 'usual', name: { zh: '一般', en: 'Usual' }, at: g.MONDAY },
    }),
  );

/** Stories of kept promises, one or more for each. */
const KEPT: readonly g.Story[] = [
  usually('closed', lawful()),
  given(usually('handling'), g.suspends(), g.resumes()),
  extended(),
  community(),
  g.returnedTwice(),
  given(g.returnedTwice(), g.rules()),
  given(usually('assigned'), g.objects, tick('objection-1')),
  given(usually('received'), shows),
  given(usually('received'), redirect),
  given(usually('handling'), g.withdraws),
  given(usually('triaged'), merge, g.unmerges('case-2')),
  erased(),
  given(
    usually('handling'),
    g.did(g.machine('reaction'), {
      type: 'note-whistle',
      data: {
        whistle: 'w',
        home: g.CASE,
        issuer: 's1',
        units: ['urban'],
        stage: 'ended',
        result: 'DONE',
      },
    }),
  ),
];

const looked = {
  ...subject(usually('handling')),
  looks: [{ field: 'contact', actor: g.handler('s1'), purpose: '联系本人', at: g.MONDAY * 2 }],
};

function violated(one: Subject, settled = true, institution = g.district()): readonly number[] {
  const checker = createChecker(institution);
  checker.look(one);
  return checker
    .verdicts({ settled })
    .filter(({ violations }) => violations.length > 0)
    .map(({ invariant }) => invariant.number);
}

type Change = (event: Recorded<CaseEvent>) => Recorded<CaseEvent> | null;

/** A story whose log somebody edited, replayed as if it had always been so. */
function edited(story: g.Story, change: Change): SubjectOf<'case'> {
  const events = story.events.flatMap((event) => change(event) ?? []);
  const state = events.reduce<CaseState>(evolve, { status: 'none' });
  return { process: 'case', stream: story.stream, events, state, list: project(state).list };
}

const on =
  <Type extends CaseEvent['type']>(
    type: Type,
    change: (event: Recorded<Extract<CaseEvent, { type: Type }>>) => unknown,
  ): Change =>
  (event) =>
    event.type === type ? (change(event as never) as Recorded<CaseEvent>) : event;
const data = (more: object) => (event: Recorded<CaseEvent>) => ({
  ...event,
  data: { ...event.data, ...more },
});
const withState = (story: g.Story, change: Partial<Known>): Subject => ({
  ...subject(story),
  state: { ...story.state, ...change } as CaseState,
});

/** One broken promise a number: what is done to a log, and nothing less, is noticed. */
const BROKEN: readonly (readonly [number, Subject])[] = [
  [2, withState(usually('closed'), { words: g.sealed() })],
  [3, edited(given(usually('received'), redirect), on('Redirected', data({ channel: '' })))],
  [4, edited(usually('assigned'), on('Dispatched', data({ assisting: ['s1'] })))],
  [5, edited(usually('assigned'), on('Dispatched', data({ lead: 'c11' })))],
  [6, edited(usually('assigned'), on('Dispatched', data({ lead: 'market' })))],
  [
    7,
    edited(
      usually('assigned'),
      on('Dispatched', (event) => otherLaw(event)),
    ),
  ],
  [8, edited(usually('handling'), on('SignedFor', data({ unit: 'water' })))],
  [9, edited(given(usually('assigned'), g.objects), on('Objected', data({ basis: 'busy' })))],
  [
    9,
    edited(
      given(usually('assigned'), g.objects, tick('objection-1')),
      on('InterimOwnerFixed', () => null),
    ),
  ],
  [
    10,
    edited(given(usually('assigned'), g.objects), on('Dispatched', data({ binding: 'ruling' }))),
  ],
  [11, edited(given(usually('triaged'), merge), on('Merged', data({ basis: '' })))],
  [11, subject(given(usually('triaged'), merge))],
  [
    11,
    edited(
      given(usually('triaged'), merge, g.unmerges('case-2')),
      on('Unmerged', data({ clocks: [] })),
    ),
  ],
  [12, edited(given(usually('received'), redirect), on('Redirected', data({ kind: 'emergency' })))],
  [
    13,
    edited(
      usually('triaged'),
      on('Triaged', (event) => personal(event)),
    ),
  ],
  [14, edited(usually('handling'), (event) => (isClockEvent(event) ? null : event))],
  [
    15,
    edited(
      usually('received'),
      on('ClockStarted', (event) => moved(event, { dueAt: 1 })),
    ),
  ],
  [
    16,
    edited(
      given(usually('handling'), g.suspends()),
      on('ClockSuspended', data({ reason: 'busy' })),
    ),
  ],
  [
    17,
    edited(
      usually('received'),
      on('ClockStarted', (event) => moved(event, { legalDueAt: 1 })),
    ),
  ],
  [
    18,
    edited(
      extended(),
      on('ExtensionTold', () => null),
    ),
  ],
  [
    18,
    edited(
      extended(),
      on('ExtensionDecided', (event) => ({ ...event, actedBy: g.handler('s1') })),
    ),
  ],
  [
    20,
    edited(
      given(usually('received'), { ...usual.triage, now: g.MONDAY + 9e8 }),
      on('ClockBreached', () => null),
    ),
  ],
  [20, edited(climbing(), on('LadderClimbed', data({ unit: 's2' })))],
  [37, { ...looked, looks: looked.looks.map((look) => ({ ...look, purpose: '' })) }],
  [37, { ...looked, looks: looked.looks.map((look) => ({ ...look, actor: g.handler('water') })) }],
  [38, edited(usually('received'), on('Registered', data({ riskLevel: 3 })))],
  [
    41,
    edited(
      given(usually('handling'), g.withdraws),
      on('Withdrawn', (event) => ({ ...event, actedBy: g.handler('s1') })),
    ),
  ],
  [
    43,
    edited(
      usually('triaged'),
      on('Triaged', (event) => ({ ...event, actedBy: g.machine('reaction') })),
    ),
  ],
  [39, subject(given(erased(), g.did(g.person(), addsWords)))],
  [44, edited(usually('closed'), on('Verified', data({ solved: 'partly' })))],
  [45, edited(usually('verified'), on('Verified', data({ by: 's1' })))],
  [55, edited(given(divided(), g.assigns('works')), on('AssignedWithin', data({ unit: 'urban' })))],
  [
    56,
    edited(
      agreed(),
      on('ReplyAgreed', (event) => (event.data.step === 1 ? null : event)),
    ),
  ],
  [56, edited(agreed(), on('ReplyAgreed', data({ account: 'one' })))],
  [48, { ...subject(usually('closed')), list: project(usually('handling').state).list }],
  [53, withState(usually('closed'), { returns: 1 })],
  [
    53,
    edited(
      usually('triaged'),
      on('Triaged', (event) => ({ ...event, version: 99 })),
    ),
  ],
];

const ofCases = ({ checks }: Invariant) => checks.case !== undefined;

describe('the promises', () => {
  it('hold in stories where they are kept, and each was looked at', () => {
    const checker = createChecker(g.district());
    for (const story of KEPT) checker.look(subject(story));
    checker.look(looked);
    const inOffices = createChecker(g.divided());
    inOffices.look(subject(agreed()));
    const verdicts = [checker, inOffices].flatMap((one) => one.verdicts({ settled: true }));
    expect(
      verdicts.flatMap(({ invariant, violations }) =>
        violations.map((one) => [invariant.number, one.what]),
      ),
    ).toEqual([]);
    const asked = new Set(
      verdicts.flatMap(({ invariant, evaluated }) => (evaluated > 0 ? [invariant.number] : [])),
    );
    const unasked = invariants.filter((one) => ofCases(one) && !asked.has(one.number));
    // 58 is kept where there is a sponsorship: sponsoring.test.ts.
    expect(unasked.map(({ number }) => number)).toEqual([58]);
    expect(checker.conservation()).toMatchObject({
      received: KEPT.length + 1,
      states: { open: 10, redirected: 1, closed: 3 },
    });
  });

  it.each(BROKEN)('%s is found broken', (number, broken) => {
    expect(violated(broken)).toContain(number);
  });

  it('a reply sent past the rulebook’s steps is found', () => {
    const alone = subject(given(usually('handling'), usual.reply));
    expect(violated(alone)).toEqual([]);
    expect(violated(alone, true, g.divided())).toContain(56);
    const post = { unit: 's1', role: 'unit_head' } as const;
    const forHead = on('Replied', (event) => ({ ...event, onBehalfOf: { kind: 'post', post } }));
    const entered = edited(given(usually('handling'), usual.reply), forHead);
    expect(violated(entered, true, g.divided())).toContain(56);
  });

  it('every one but the first has been seen to break', () => {
    // 1 cannot: a state that nobody owes anything does not type-check. 26 is broken by a whistle, 58 by a sponsorship.
    const seen = new Set(BROKEN.map(([number]) => number));
    const numbers = invariants.filter(ofCases).map(({ number }) => number);
    expect(numbers.filter((number) => !seen.has(number))).toEqual([1, 26, 58]);
  });

  it('a merged person waits for the answer, unless nobody can read it any more', () => {
    const join = g.did(g.machine('reaction'), {
      type: 'join-request',
      data: { from: g.CASE, basis: 'b' },
    });
    const checker = createChecker(g.district());
    checker.look(subject(given(usually('triaged'), merge)));
    const other = usually('assigned', g.nothing(undefined, 'case-2'));
    checker.look(subject(given(other, join, usual.sign, usual.reply)));
    const untold = (erased: readonly string[], settled = true) =>
      checker
        .verdicts({ settled, erased: new Set(erased) })
        .flatMap(({ violations }) => violations.map(({ what }) => what));
    expect(checker.mayBeErased()).toEqual([g.CASE, 'case-2']);
    expect(untold([])).toEqual(['told 0 of 1 answers']);
    expect(untold([], false)).toEqual([]);
    expect(untold([g.CASE])).toEqual([]);
  });

  it('at the horizon nothing that fell due is untold', () => {
    const checker = createChecker(g.district());
    checker.look(subject(usually('received')));
    const found = (horizon: number) =>
      checker
        .verdicts({ settled: true, horizon })
        .flatMap(({ invariant, violations }) => violations.map(() => invariant.number));
    expect(found(g.MONDAY)).toEqual([]);
    expect(found(g.MONDAY + 30 * 24 * g.HOUR)).toEqual([20]);
  });

  it('a past institution’s shortcomings are counted apart', () => {
    const past = given(
      g.nothing(),
      g.imports([
        { act: 'triaged', at: g.MONDAY, category: 'vending', title: 't', urgency: null },
        { act: 'dispatched', at: g.MONDAY, lead: null, dueAt: null },
        { act: 'closed', at: g.MONDAY, outcome: 'FIXED' },
      ]),
    );
    const checker = createChecker(g.district());
    checker.look(subject(past));
    const found = checker
      .verdicts({ settled: true })
      .find(({ invariant }) => invariant.number === 44);
    expect(found).toMatchObject({ evaluated: 0, imported: { evaluated: 1, violations: [{}] } });
  });
});

function otherLaw(event: Recorded<Extract<CaseEvent, { type: 'Dispatched' }>>) {
  const because = { ...event.data.because, catalogue: { rulebook: 'small', version: '0' } };
  return { ...event, data: { ...event.data, because } };
}
function personal(event: Recorded<Extract<CaseEvent, { type: 'Triaged' }>>) {
  const [registered] = usually('received').events;
  if (registered?.type !== 'Registered') throw new Error('not registered');
  return { ...event, data: { ...event.data, title: registered.data.words.ref } };
}
function moved(event: Recorded<Extract<CaseEvent, { type: 'ClockStarted' }>>, more: object) {
  return { ...event, data: { clock: { ...event.data.clock, ...more } } };
}
