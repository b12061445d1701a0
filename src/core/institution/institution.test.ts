import { describe, expect, it } from 'vitest';
import type { Institution } from '../authority/institution.ts';
import type { Actor, Facts, Recorded, Role } from '../process.ts';
import { START, smallInstitution } from '../rulebook/small.fixture.ts';
import type { InstitutionCommand } from './commands.ts';
import type { InstitutionEvent, StaffOrder } from './events.ts';
import { INSTITUTION_STREAM, institution } from './index.ts';
import { refusals } from './refusals.ts';
import type { InstitutionState } from './state.ts';

const NOW = START + 1000;
const staff = (account: string, unit: string, role: Role): Actor => ({
  kind: 'staff',
  account,
  post: { unit, role },
});
const setup: Actor = { kind: 'machine', name: 'setup' };
const editor = staff('editor', 'centre', 'rule_editor');
const second = staff('second', 'centre', 'rule_editor');
const administrator = staff('a', 'd', 'administrator');
const supervisor = staff('super', 'centre', 'supervisor');
const headOf = (unit: string) => staff(`head-${unit}`, unit, 'unit_head');

interface Circumstances {
  readonly actor?: Actor;
  readonly now?: number;
  readonly occurredAt?: number;
  readonly institution?: Institution;
}

const facts = ({ actor = setup, now = NOW, occurredAt = now, ...rest }: Circumstances): Facts => ({
  now,
  occurredAt,
  actor,
  stream: INSTITUTION_STREAM,
  institution: rest.institution ?? smallInstitution(),
  others: new Map(),
  lot: 0,
});

const decide = (command: InstitutionCommand, state: InstitutionState, about: Circumstances = {}) =>
  institution.decide(command, state, facts(about));

/** A command by the installation, or by whoever stands beside it. */
type Done = InstitutionCommand | readonly [Actor, InstitutionCommand];

function having(...done: readonly Done[]): InstitutionState {
  let state: InstitutionState = institution.initial;
  let version = 0;
  for (const one of done) {
    const [actor, command] = 'type' in one ? [setup, one] : one;
    const decision = decide(command, state, { now: START, actor });
    if ('refusal' in decision) throw new Error(decision.refusal.code);
    for (const event of decision.events) {
      version += 1;
      const recorded: Recorded<InstitutionEvent> = {
        ...event,
        stream: INSTITUTION_STREAM,
        version,
        occurredAt: START,
        recordedAt: START,
        actedBy: setup,
      };
      state = institution.evolve(state, recorded);
    }
  }
  return state;
}

const calendar = {
  type: 'publish-calendar',
  data: { hash: 'h-cn', id: 'cn', version: '2026.1', years: [2025, 2026] },
} as const;

const adopt = (change: object = {}): Extract<InstitutionCommand, { type: 'adopt-rulebook' }> => ({
  type: 'adopt-rulebook',
  data: {
    hash: 'h-1',
    id: 'small',
    version: '1',
    effectiveFrom: START,
    calendar: 'cn',
    evidence: 'decision 1',
    ...change,
  },
});

const propose = (change: object = {}): InstitutionCommand => ({
  type: 'propose-rulebook',
  data: {
    ...adopt({ hash: 'h-2', version: '2', effectiveFrom: NOW + 5 }).data,
    proposal: 'p1',
    ...change,
  },
});
const onProposal = (type: 'approve-rulebook' | 'take-back-rulebook', proposal = 'p1') =>
  ({ type, data: { proposal } }) as const;
const turnDown = (change: object = {}): InstitutionCommand => ({
  type: 'turn-down-rulebook',
  data: { proposal: 'p1', reason: '清单缺少依据', ...change },
});
const order: StaffOrder = {
  account: 'k',
  posts: [{ unit: 's1', role: 'unit_handler' }],
  disabled: false,
  password: false,
};
const changeStaff = (change: object = {}): InstitutionCommand => ({
  type: 'change-staff',
  data: { reason: '人员调整', orders: [order], ...change },
});

const delegate = (change: object = {}): Extract<InstitutionCommand, { type: 'delegate' }> => ({
  type: 'delegate',
  data: {
    id: 'g1',
    from: 'd',
    to: 'c11',
    power: 'coordinate',
    validFrom: NOW,
    validTo: NOW + 100,
    ...change,
  },
});

const head = { unit: 's1', role: 'unit_head' } as const;
const deputy = { unit: 's1', role: 'unit_handler' } as const;
const standIn = (change: object = {}): Extract<InstitutionCommand, { type: 'stand-in' }> => ({
  type: 'stand-in',
  data: { id: 't1', absent: head, present: deputy, validFrom: NOW, validTo: NOW + 100, ...change },
});

const recuse = (change: object = {}): Extract<InstitutionCommand, { type: 'recuse' }> => ({
  type: 'recuse',
  data: {
    id: 'r1',
    account: 'k',
    scope: { kind: 'unit', unit: 'urban' },
    reason: 'family',
    ...change,
  },
});

const founded = having(calendar, adopt());
const full = having(calendar, adopt(), delegate(), standIn(), recuse());
const proposed = having(calendar, adopt(), [editor, propose()]);
const approved = having(
  calendar,
  adopt(),
  [editor, propose()],
  [second, onProposal('approve-rulebook')],
);
const end = (id: string) => ({ type: 'end-delegation', data: { id } }) as const;

describe('refusals', () => {
  const rows: readonly [string, InstitutionCommand, InstitutionState, Circumstances?][] = [
    ['institution.not-yours', calendar, institution.initial, { actor: headOf('s1') }],
    ['institution.no-rulebook', delegate(), having(calendar)],
    ['institution.incomplete', adopt({ evidence: ' ' }), having(calendar)],
    ['institution.founded-already', adopt({ version: '2' }), founded],
    ['institution.version-taken', adopt(), founded],
    ['institution.version-taken', calendar, founded],
    ['institution.calendar-unknown', adopt({ calendar: 'mars' }), having(calendar)],
    ['institution.no-rulebook', propose(), having(calendar), { actor: editor }],
    ['institution.incomplete', propose({ evidence: '' }), founded, { actor: editor }],
    ['institution.not-forward', propose({ effectiveFrom: NOW - 1 }), founded, { actor: editor }],
    [
      'institution.instant-taken',
      propose({ effectiveFrom: START }),
      founded,
      { actor: editor, now: START },
    ],
    ['institution.version-taken', propose({ version: '1' }), founded, { actor: editor }],
    ['institution.version-taken', propose({ proposal: 'p2' }), proposed, { actor: second }],
    ['institution.calendar-unknown', propose({ calendar: 'mars' }), founded, { actor: editor }],
    ['institution.id-taken', propose({ version: '3' }), proposed, { actor: second }],
    ['institution.same-person', onProposal('approve-rulebook'), proposed, { actor: editor }],
    ['institution.same-person', turnDown(), proposed, { actor: editor }],
    ['institution.not-proposer', onProposal('take-back-rulebook'), proposed, { actor: second }],
    ['institution.incomplete', turnDown({ reason: ' ' }), proposed, { actor: second }],
    ['institution.not-found', onProposal('approve-rulebook', 'no'), proposed, { actor: second }],
    ['institution.proposal-closed', onProposal('approve-rulebook'), approved, { actor: second }],
    ['institution.proposal-closed', onProposal('take-back-rulebook'), approved, { actor: editor }],
    [
      'institution.not-forward',
      onProposal('approve-rulebook'),
      proposed,
      { actor: second, now: NOW + 6 },
    ],
    ['institution.incomplete', changeStaff({ reason: '' }), founded, { actor: administrator }],
    ['institution.no-change', changeStaff({ orders: [] }), founded, { actor: administrator }],
    [
      'institution.unit-unknown',
      changeStaff({
        orders: [{ ...order, posts: [{ unit: 'gone', role: 'unit_head' }], password: true }],
      }),
      founded,
      { actor: administrator },
    ],
    [
      'institution.calendar-loses-year',
      { ...calendar, data: { ...calendar.data, version: '2', years: [2026, 2027] } },
      founded,
    ],
    ['institution.id-taken', delegate(), full],
    ['institution.id-taken', standIn(), full],
    ['institution.id-taken', recuse(), full],
    ['institution.not-found', end('nope'), full],
    ['institution.already-ended', end('g1'), full, { now: NOW + 100 }],
    ['institution.period', delegate({ validTo: NOW }), founded],
    ['institution.retroactive', standIn({ validFrom: NOW - 1 }), founded],
    ['institution.unit-unknown', delegate({ to: 'nowhere' }), founded],
    ['institution.unit-unknown', standIn({ present: { ...deputy, unit: 'nowhere' } }), founded],
    ['institution.unit-unknown', recuse({ scope: { kind: 'unit', unit: 'nowhere' } }), founded],
    ['institution.power-unknown', delegate({ power: 'nope' }), founded],
    ['institution.power-pinned', delegate({ power: 'demolish', from: 'urban', to: 's1' }), founded],
    ['institution.power-internal', delegate({ to: 'other-bureau' }), founded],
    ['institution.power-not-held', delegate({ from: 's1', to: 'c11' }), founded],
    ['institution.stand-in-self', standIn({ present: head }), founded],
    [
      'institution.stand-in-not-directed',
      standIn({ absent: { unit: 's1', role: 'callback_agent' } }),
      founded,
      { actor: headOf('s1') },
    ],
    [
      'institution.own-account',
      changeStaff({ orders: [{ ...order, account: 'a' }] }),
      founded,
      { actor: administrator },
    ],
    ['institution.incomplete', recuse({ reason: '' }), founded],
    ['institution.incomplete', { type: 'end-recusal', data: { id: 'r1', reason: '' } }, full],
    [
      'institution.recused-self',
      { type: 'end-recusal', data: { id: 'r1', reason: 'over' } },
      full,
      { actor: staff('k', 'centre', 'supervisor') },
    ],
  ];

  it.each(rows)('%s', (code, command, state, about) => {
    expect(decide(command, state, about)).toMatchObject({ refusal: { code } });
  });

  it('has a row for every code', () => {
    expect(new Set(rows.map(([code]) => code))).toEqual(new Set(refusals));
  });
});

describe('access', () => {
  it.each<[string, InstitutionCommand, Actor, boolean]>([
    [
      'a rule editor publishes',
      { ...calendar, data: { ...calendar.data, version: '3' } },
      editor,
      true,
    ],
    ['a rule editor proposes', propose(), editor, true],
    ['and changes no staff', changeStaff(), editor, false],
    ['an administrator changes staff', changeStaff(), administrator, true],
    ['and proposes no law', propose(), administrator, false],
    ['nobody adopts without proposing', adopt({ version: '2' }), editor, false],
    ['a rule editor does not delegate', delegate({ id: 'g2' }), editor, false],
    ['a head hands on the own unit’s power', delegate({ id: 'g2' }), headOf('d'), true],
    ['but not another unit’s', delegate({ id: 'g2' }), headOf('s1'), false],
    ['and may take back what was given', end('g1'), headOf('d'), true],
    ['another head may not', end('g1'), headOf('c11'), false],
    ['a head names a stand-in', standIn({ id: 't2' }), headOf('s1'), true],
    ['an administrator too', standIn({ id: 't2' }), administrator, true],
    [
      'a head elsewhere does not',
      { type: 'end-stand-in', data: { id: 't1' } },
      headOf('s2'),
      false,
    ],
    [
      'anyone steps back themselves',
      recuse({ id: 'r2' }),
      staff('k', 'urban', 'unit_handler'),
      true,
    ],
    [
      'nobody makes an equal step back',
      recuse({ id: 'r2' }),
      staff('l', 'urban', 'unit_handler'),
      false,
    ],
    ['a supervisor may', recuse({ id: 'r2' }), supervisor, true],
    ['the tick may nothing', end('g1'), { kind: 'machine', name: 'tick' }, false],
    ['a person may nothing', end('g1'), { kind: 'person', case: 'c' }, false],
  ])('%s', (_, command, actor, allowed) => {
    const decision = decide(command, full, { actor });
    if ('refusal' in decision) expect(decision.refusal.code).toBe('institution.not-yours');
    expect('events' in decision).toBe(allowed);
  });
});

describe('what stands', () => {
  const lawful = (state: InstitutionState) => {
    if (state.status !== 'lawful') throw new Error('not lawful');
    return state;
  };
  const versions = (state: InstitutionState) =>
    lawful(state).rulebooks.map(({ version }) => version);
  const later = (proposal: string, version: string, effectiveFrom: number): Done => [
    editor,
    propose({ proposal, version, hash: `h-${version}`, effectiveFrom }),
  ];
  const approve = (proposal: string): Done => [second, onProposal('approve-rulebook', proposal)];

  it('begins with a law from the past, and follows it by approved ones in order of effect', () => {
    const state = having(
      calendar,
      adopt({ effectiveFrom: START - 5 }),
      later('p1', '3', START + 30),
      approve('p1'),
      later('p2', '2', START + 20),
      approve('p2'),
    );
    expect(versions(state)).toEqual(['1', '2', '3']);
  });

  it('records who proposed and who approved, and on what', () => {
    const [, version] = lawful(approved).rulebooks;
    expect(version).toMatchObject({
      proposal: 'p1',
      proposedBy: { account: 'editor' },
      approvedBy: { account: 'second' },
      evidence: 'decision 1',
      approvedAt: START,
    });
    const [proposal] = lawful(approved).proposals;
    expect(proposal).toMatchObject({ base: 'h-1', end: { kind: 'approved', at: START } });
  });

  it('keeps what was turned down or taken back, with the reason', () => {
    const state = having(
      calendar,
      adopt(),
      later('p1', '2', NOW),
      [second, turnDown()],
      later('p2', '2', NOW),
      [editor, onProposal('take-back-rulebook', 'p2')],
    );
    expect(versions(state)).toEqual(['1']);
    expect(lawful(state).proposals.map(({ end: closed }) => closed)).toMatchObject([
      { kind: 'turnedDown', reason: '清单缺少依据', by: { account: 'second' } },
      { kind: 'takenBack' },
    ]);
  });

  it('overtakes what was written against a law that another version replaces', () => {
    const open = [later('p1', '2', NOW + 20), later('p2', '3', NOW + 30), later('p3', '4', NOW)];
    const state = having(calendar, adopt(), ...open, approve('p1'));
    // What takes effect before the approved version still follows the law it was written against.
    expect(lawful(state).proposals.map(({ end: closed }) => closed)).toMatchObject([
      { kind: 'approved' },
      { kind: 'overtaken', version: '2' },
      null,
    ]);
    expect(decide(onProposal('approve-rulebook', 'p2'), state, { actor: second })).toMatchObject({
      refusal: { code: 'institution.proposal-closed', params: { end: 'overtaken' } },
    });
  });

  it('reads a version adopted before proposals were kept as one of the installation’s', () => {
    const [step] = institution.upcasters ?? [];
    expect(step?.step({ version: '1', proposedBy: 'setup' })).toEqual({
      version: '1',
      proposedBy: 'setup',
      proposal: null,
    });
  });

  it('takes staff into units of the law in force and of what is to come', () => {
    const law = smallInstitution();
    const [now] = law.rulebooks;
    if (now === undefined) throw new Error('the fixture has no law');
    const [unit] = now.units;
    if (unit === undefined) throw new Error('the fixture has no unit');
    const next = {
      ...now,
      version: '2',
      effectiveFrom: NOW + 9,
      units: [{ ...unit, id: 'new' }],
    };
    const grown = { ...law, rulebooks: [now, next] };
    const order = (id: string) =>
      changeStaff({
        orders: [
          {
            account: 'k',
            posts: [{ unit: id, role: 'unit_head' }],
            disabled: false,
            password: true,
          },
        ],
      });
    const answer = (id: string, at: number) =>
      decide(order(id), founded, { actor: administrator, institution: grown, now: at });
    expect(answer('new', NOW)).toHaveProperty('events');
    expect(answer('s1', NOW)).toHaveProperty('events');
    expect(answer('s1', NOW + 9)).toMatchObject({ refusal: { code: 'institution.unit-unknown' } });
  });

  it('ends an entry at the instant it ended, and one not yet begun where it would have begun', () => {
    const ended = (now: number) => {
      const decision = decide(end('g1'), full, { now });
      return 'refusal' in decision ? decision.refusal.code : decision.events[0]?.data;
    };
    expect(ended(NOW + 50)).toEqual({ id: 'g1', at: NOW + 50 });
    expect(ended(NOW - 50)).toEqual({ id: 'g1', at: NOW });
  });

  it('keeps ended entries for acts entered late', () => {
    const state = having(calendar, adopt(), delegate(), end('g1'));
    if (state.status !== 'lawful') throw new Error('not lawful');
    expect(state.delegations).toEqual([{ ...delegate().data, validTo: NOW }]);
  });

  it('travels edges of its graph only', () => {
    const edges = institution.transitions.edges.map(({ event }) => event);
    expect(new Set(edges)).toEqual(new Set(Object.keys(institution.vocabulary)));
    expect(full.status).toBe('lawful');
    expect(institution.project(full, INSTITUTION_STREAM)).toEqual({
      list: null,
      clocks: [],
      acts: [],
    });
  });
});
