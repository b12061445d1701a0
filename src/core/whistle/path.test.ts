import { describe, expect, it } from 'vitest';
import type { WhistleLaw } from '../rulebook/rulebook.ts';
import * as g from './given.fixture.ts';
import { project } from './project.ts';

const { adds, given, known, usually } = g;

const claimsOf = ({ claims }: g.Story) => claims.map(({ op, name }) => `${op} ${name}`);

describe('the usual whistle', () => {
  it('is proposed with the powers its issuer lacks, and takes the places of whom it will call', () => {
    expect(adds(g.nothing(), g.proposes())).toEqual(['WhistleProposed', 'ClockStarted screen-1']);
    const story = usually('proposed');
    expect(known(story)).toMatchObject({
      status: 'proposed',
      case: 'case-1',
      issuer: 's1',
      screener: { unit: 's1', role: 'unit_head' },
      calls: [{ unit: 'urban', powers: [{ power: 'fine', rank: 'section', delegation: null }] }],
    });
    expect(story.claims).toMatchObject([
      { op: 'take', name: 'call-out:urban', limit: 2 },
      {
        op: 'take',
        name: 'called:case-1:urban',
        limit: 1,
        full: { code: 'whistle.already-called', params: { unit: 'urban' } },
      },
    ]);
    expect(project(story.state).list).toMatchObject({ called: [], about: 'case-1', holder: 's1' });
  });

  it('goes out when it is screened: the called unit has two clocks, the issuer one', () => {
    expect(adds(usually('proposed'), g.screens())).toEqual([
      'ClockMet screen-1',
      'WhistleIssued',
      'CalledOut 1',
      'ClockStarted sign-1',
      'ClockStarted report-in-1',
      'ClockStarted conclude-1',
    ]);
    expect(project(usually('issued').state).list).toMatchObject({ called: ['urban'] });
  });

  it('is signed for, reported in to, settled, and the place is free', () => {
    expect(adds(usually('issued'), g.signs())).toEqual(['CallOutSigned 1', 'ClockMet sign-1']);
    expect(adds(usually('signed'), g.reports())).toEqual(['ReportedIn 1', 'ClockMet report-in-1']);
    expect(adds(usually('reported'), g.settles())).toEqual(['CallOutSettled 1', 'Released 1']);
    expect(claimsOf(usually('settled'))).toEqual([
      'take call-out:urban',
      'take called:case-1:urban',
      'release call-out:urban',
      'release called:case-1:urban',
    ]);
    expect(known(usually('settled')).callOuts[0]).toMatchObject({
      status: 'released',
      end: 'REPORTED_IN',
      settlement: 'ACTION',
      presence: { short: { rank: false, headCount: false }, late: false },
    });
  });

  it('is concluded by its issuer, in time, and both sides may rate', () => {
    expect(adds(usually('settled'), g.concludes())).toEqual([
      'ClockMet conclude-1',
      'Concluded',
      'ClockStarted rating-1',
    ]);
    expect(known(usually('concluded'))).toMatchObject({ status: 'concluded', result: 'DONE' });
  });

  it('owes one next act after each step, to the unit and role that must do it', () => {
    const steps = ['proposed', 'issued', 'signed', 'reported', 'settled', 'concluded'] as const;
    const owed = steps.map((step) =>
      project(usually(step).state)
        .acts.map(({ act, unit, role }) => `${act} ${unit} ${role}`)
        .filter((act) => !act.startsWith('whistle.conclude') || step === 'settled'),
    );
    expect(owed).toEqual([
      ['whistle.screen s1 unit_head'],
      ['whistle.sign urban unit_handler'],
      ['whistle.report-in urban unit_handler'],
      ['whistle.settle urban unit_handler'],
      ['whistle.conclude s1 unit_handler'],
      ['whistle.rate s1 unit_head', 'whistle.rate urban unit_head'],
    ]);
  });
});

describe('who looks at it first', () => {
  it('nobody but the screener, where that is the one who proposes', () => {
    const own = g.proposes({}, g.head('s1'));
    expect(adds(g.nothing(), own).slice(0, 2)).toEqual(['WhistleProposed', 'WhistleIssued']);
  });

  it('the screener all the same where somebody only enters it for that post', () => {
    const post = { unit: 's1', role: 'unit_head' } as const;
    const entered = { ...g.proposes(), onBehalfOf: { kind: 'post', post } as const };
    expect(adds(g.nothing(), entered)).toEqual(['WhistleProposed', 'ClockStarted screen-1']);
    const waiting = given(g.nothing(), entered);
    expect(known(waiting)).toMatchObject({ status: 'proposed', screener: post });
    const other = {
      ...g.screens(true, '', g.staff('s1', 'dispatcher')),
      onBehalfOf: entered.onBehalfOf,
    };
    expect(known(given(waiting, other)).status).toBe('issued');
    expect(known(given(waiting, g.screens())).status).toBe('issued');
  });

  it('nobody else, where the one who proposes stands in for the screener', () => {
    const { institution } = g.nothing();
    const standIn = {
      id: 'stand-in',
      absent: { unit: 's1', role: 'unit_head' },
      present: { unit: 's1', role: 'office_head' },
      validFrom: 0,
      validTo: g.AFTERNOON + g.DAY,
    } as const;
    const start = g.nothing({ ...institution, standIns: [standIn] });
    const own = given(start, g.proposes({}, g.staff('s1', 'office_head')));
    // As head of office first: only what is done as the absent post is its own look.
    expect(known(own).status).toBe('proposed');
    expect(known(given(own, g.screens(true, '', g.staff('s1', 'office_head')))).status).toBe(
      'issued',
    );
  });

  it('the street for its community, the centre for a key matter', () => {
    const community = given(g.nothing(), g.proposes({}, g.handler('c11')));
    expect(known(community)).toMatchObject({ screener: { unit: 's1', role: 'unit_head' } });
    const key = given(g.nothing(), g.proposes({ kind: 'KEY' }));
    expect(known(key)).toMatchObject({ screener: { unit: 'centre', role: 'dispatcher' } });
  });

  it('declines with a reason, or the issuer takes it back; either way the places are free', () => {
    const declined = given(usually('proposed'), g.screens(false, '可自行解决'));
    const back = given(usually('proposed'), g.takesBack());
    for (const story of [declined, back]) {
      expect(known(story)).toMatchObject({ status: 'declined' });
      expect(claimsOf(story).at(-1)).toBe('release called:case-1:urban');
      expect(project(story.state)).toMatchObject({ acts: [], list: { dueAt: null } });
    }
  });

  it('calls nobody who lost the power while it waited', () => {
    const lent = {
      id: 'lent',
      from: 'housing',
      to: 'water',
      power: 'inspect',
      validFrom: 0,
      validTo: g.AFTERNOON + g.HOUR / 4,
    };
    const { institution } = g.nothing();
    const delegations = [...institution.delegations, lent];
    const start = g.nothing({ ...institution, delegations });
    const both = given(
      start,
      g.proposes({ missing: ['fine', 'inspect'], units: ['urban', 'water'] }),
    );
    expect(g.when(both, g.screens())).toMatchObject({
      code: 'whistle.unit-without-power',
      params: { unit: 'water' },
    });
    const silent = given(both, g.ticks('screen-1', 2));
    expect(known(silent).callOuts.map(({ unit }) => unit)).toEqual(['urban']);
    expect(claimsOf(silent).at(-1)).toBe('release called:case-1:water');
    const alone = given(start, g.proposes({ missing: ['inspect'], units: ['water'] }));
    expect(known(given(alone, g.ticks('screen-1', 2)))).toMatchObject({ status: 'declined' });
  });
});

describe('an emergency', () => {
  it('goes out at once, stands first, and files within a day what it skipped', () => {
    expect(adds(g.nothing(), g.emergency())).toEqual([
      'WhistleProposed',
      'WhistleIssued',
      'ClockStarted filing-1',
      'CalledOut 1',
      'ClockStarted sign-1',
      'ClockStarted report-in-1',
      'ClockStarted conclude-1',
    ]);
    const story = given(g.nothing(), g.emergency());
    const { acts, list } = project(story.state);
    expect(acts.every(({ first }) => first) && list?.first).toBe(true);
    expect(acts.map(({ act }) => act)).toContain('whistle.file');
    expect(adds(story, g.later(g.files(), 0.05))).toEqual(['Filed', 'ClockMet filing-1']);
  });

  it('takes a place beyond capacity, and is counted all the same', () => {
    const [claim] = given(g.nothing(), g.emergency()).claims;
    expect(claim).toMatchObject({ op: 'take', name: 'call-out:urban', limit: 1_000_000 });
  });
});

describe('capacity', () => {
  it('is the rulebook’s for the unit, and says so when it is full', () => {
    const { claims } = given(g.nothing(), g.proposes({ missing: ['inspect'], units: ['housing'] }));
    expect(claims).toMatchObject([
      {
        limit: 1,
        full: { code: 'whistle.capacity-full', params: { unit: 'housing', capacity: 1 } },
      },
      { name: 'called:case-1:housing' },
    ]);
  });

  it('yields to a reason, which is kept with each call-out', () => {
    const story = given(g.nothing(), g.proposes({ override: ' 汛期 ' }), g.screens());
    expect(story.claims[0]).toMatchObject({ limit: 1_000_000 });
    expect(known(story)).toMatchObject({ override: '汛期', callOuts: [{ override: '汛期' }] });
    const further = g.calls(['urban'], '情况又起', { again: '情况又起' });
    const more = given(usually('issued'), g.standsDown(), further);
    expect(known(more).callOuts.map(({ again }) => again)).toEqual([null, '情况又起']);
    expect(known(more).callOuts.map(({ override }) => override)).toEqual([null, '情况又起']);
  });
});

describe('a call-out', () => {
  it('ends where the unit objects with right, with its place free', () => {
    expect(adds(usually('signed'), g.objects())).toEqual([
      'CallOutObjected 1',
      'ClockEnded report-in-1',
      'ClockStarted objection-1',
    ]);
    const objected = given(usually('issued'), g.objects());
    expect(adds(objected, g.decides(true))).toEqual([
      'CallOutRuled 1',
      'ClockMet objection-1',
      'Released 1',
    ]);
    expect(known(given(objected, g.decides(true))).callOuts[0]?.end).toBe('OBJECTED');
  });

  it('binds where the objection is refused, with the whole time again', () => {
    const bound = given(usually('issued'), g.objects(), g.decides(false));
    expect(known(bound).callOuts[0]).toMatchObject({
      status: 'signed',
      end: null,
      bound: true,
      reportIn: 'report-in-2',
    });
  });

  it('is stood down by the issuer with a reason, an objection hanging or not', () => {
    expect(adds(usually('issued'), g.standsDown())).toEqual([
      'StoodDown 1',
      'ClockEnded sign-1',
      'ClockEnded report-in-1',
      'Released 1',
    ]);
    const objected = given(usually('issued'), g.objects(), g.standsDown());
    expect(known(objected).callOuts[0]).toMatchObject({ status: 'released', end: 'OBJECTED' });
    expect(project(objected.state).clocks.find(({ kind }) => kind === 'objection')).toMatchObject({
      status: 'void',
    });
  });

  it('records rank and head-count against what was asked, where the power is there', () => {
    const few = given(
      g.nothing(),
      g.proposes({ missing: ['inspect'], units: ['market'] }),
      g.screens(),
      g.reports('market', { rank: 'staff', headCount: 1, mode: 'remote' }),
    );
    expect(known(few).callOuts[0]?.presence).toMatchObject({
      short: { rank: true, headCount: true },
      mode: 'remote',
    });
  });

  it('counts a presence under an entrustment', () => {
    const { institution } = g.nothing();
    const lent = { id: 'l', from: 'urban', to: 'water', power: 'fine', validFrom: 0 };
    const delegations = [...institution.delegations, { ...lent, validTo: g.AFTERNOON + g.DAY }];
    const story = given(
      g.nothing({ ...institution, delegations }),
      g.proposes({ units: ['water'] }),
      g.screens(),
      g.reports('water'),
    );
    expect(known(story).callOuts[0]).toMatchObject({
      status: 'reported',
      powers: [{ delegation: 'l' }],
    });
  });
});

describe('the joint plan', () => {
  it('is a promise of each owner by its own date, and holds the unit until its steps are done', () => {
    const planned = given(usually('reported'), g.plans({}, { owner: 's1', power: null }));
    expect(known(planned).steps.map(({ clock }) => clock)).toEqual(['step-1', 'step-2']);
    const settled = given(planned, g.settles());
    expect(known(settled).callOuts[0]?.status).toBe('reported');
    expect(adds(settled, g.finishes())).toEqual(['StepFinished', 'ClockMet step-1', 'Released 1']);
    expect(adds(settled, g.drops())).toEqual(['StepDropped', 'ClockEnded step-1', 'Released 1']);
  });

  it('may be left unfinished where the whistle only came to a part', () => {
    const story = given(usually('reported'), g.plans({}), g.settles(), g.concludes('PARTIAL'));
    expect(known(story)).toMatchObject({ status: 'concluded', result: 'PARTIAL' });
    expect(known(story).callOuts[0]?.status).toBe('released');
  });
});

describe('when the matter is over', () => {
  it('nobody need come: a proposal is off, and what went out is not needed any more', () => {
    expect(known(given(usually('proposed'), g.caseEnds()))).toMatchObject({ status: 'declined' });
    const called = given(usually('signed'), g.caseEnds());
    expect(known(called)).toMatchObject({ status: 'rated', result: 'NOT_NEEDED' });
    expect(known(called).callOuts[0]).toMatchObject({ status: 'released', end: 'STOOD_DOWN' });
  });

  it('whoever came and has not said what came of it need not either', () => {
    const story = given(usually('reported'), g.caseEnds());
    expect(known(story).callOuts[0]).toMatchObject({ settlement: 'NOT_NEEDED' });
    expect(project(story.state).clocks.filter(({ status }) => status === 'running')).toMatchObject([
      { id: 'rating-1' },
    ]);
  });
});

describe('a later rulebook', () => {
  const next = (change: Partial<WhistleLaw> | null) => {
    const { institution } = g.nothing();
    const [law] = institution.rulebooks;
    if (law?.whistle == null) throw new Error('no whistle law');
    const second = { ...law, version: '2', effectiveFrom: g.AFTERNOON + g.HOUR };
    const whistle = change === null ? null : { ...law.whistle, ...change };
    return { ...institution, rulebooks: [law, { ...second, whistle }] };
  };

  it('that drops the level leaves the terms of the lowest of its kind', () => {
    const [, daily] = g.nothing().institution.rulebooks[0]?.whistle?.levels ?? [];
    const story = usually(
      'issued',
      g.nothing(next({ levels: daily === undefined ? [] : [daily] })),
    );
    const refused = given(story, g.later(g.objects(), 2), g.decides(false));
    expect(known(refused).callOuts[0]?.reportIn).toBe('report-in-2');
    const remote = g.later(g.reports('urban', { mode: 'remote' }), 3);
    expect(g.when(refused, remote)).toMatchObject({ code: 'whistle.remote-not-allowed' });
  });

  it('that has no whistle any more lets what was begun end under its own', () => {
    const story = usually('issued', g.nothing(next(null)));
    const ended = given(
      story,
      g.later(g.signs(), 2),
      g.reports('urban', { mode: 'remote' }),
      g.settles(),
      g.concludes(),
      g.rates('s1', 'urban'),
    );
    expect(known(ended)).toMatchObject({ status: 'concluded' });
    expect(g.when(g.nothing(next(null)), g.later(g.proposes(), 2))).toMatchObject({
      code: 'whistle.not-offered',
    });
  });
});
