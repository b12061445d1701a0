import { describe, expect, it } from 'vitest';
import type { Institution } from '../authority/institution.ts';
import type { Actor, Facts, Recorded, Role } from '../process.ts';
import { START, smallInstitution } from '../rulebook/small.fixture.ts';
import type { InstitutionCommand } from './commands.ts';
import type { InstitutionEvent } from './events.ts';
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
});

const decide = (command: InstitutionCommand, state: InstitutionState, about: Circumstances = {}) =>
  institution.decide(command, state, facts(about));

function having(...commands: readonly InstitutionCommand[]): InstitutionState {
  let state: InstitutionState = institution.initial;
  let version = 0;
  for (const command of commands) {
    const decision = decide(command, state, { now: START });
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
    proposedBy: 'setup',
    ...change,
  },
});

const second = (change: object = {}) =>
  adopt({ hash: 'h-2', version: '2', effectiveFrom: NOW + 5, ...change });

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
const end = (id: string) => ({ type: 'end-delegation', data: { id } }) as const;

describe('refusals', () => {
  const rows: readonly [string, InstitutionCommand, InstitutionState, Circumstances?][] = [
    ['institution.not-yours', calendar, institution.initial, { actor: headOf('s1') }],
    ['institution.no-rulebook', delegate(), having(calendar)],
    ['institution.incomplete', adopt({ evidence: ' ' }), having(calendar)],
    ['institution.not-forward', second({ effectiveFrom: NOW - 1 }), founded],
    ['institution.instant-taken', second({ effectiveFrom: START }), founded, { now: START }],
    ['institution.version-taken', second({ version: '1' }), founded],
    ['institution.version-taken', calendar, founded],
    ['institution.calendar-unknown', second({ calendar: 'mars' }), founded],
    [
      'institution.calendar-loses-year',
      { ...calendar, data: { ...calendar.data, version: '2', years: [2026, 2027] } },
      founded,
    ],
    [
      'institution.same-person',
      second({ proposedBy: { account: 'editor', post: { unit: 'centre', role: 'rule_editor' } } }),
      founded,
      { actor: editor },
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
    ['a rule editor does not delegate', delegate({ id: 'g2' }), editor, false],
    ['a head hands on the own unit’s power', delegate({ id: 'g2' }), headOf('d'), true],
    ['but not another unit’s', delegate({ id: 'g2' }), headOf('s1'), false],
    ['and may take back what was given', end('g1'), headOf('d'), true],
    ['another head may not', end('g1'), headOf('c11'), false],
    ['a head names a stand-in', standIn({ id: 't2' }), headOf('s1'), true],
    ['an administrator too', standIn({ id: 't2' }), staff('a', 'd', 'administrator'), true],
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
  it('adopts the first rulebook from the past, later ones forward, in order of effect', () => {
    const state = having(
      calendar,
      adopt({ effectiveFrom: START - 5 }),
      adopt({ version: '3', effectiveFrom: START + 30 }),
      adopt({ version: '2', effectiveFrom: START + 20 }),
    );
    if (state.status !== 'lawful') throw new Error('not lawful');
    expect(state.rulebooks.map(({ version }) => version)).toEqual(['1', '2', '3']);
  });

  it('records who proposed and who approved', () => {
    const proposedBy = { account: 'other', post: { unit: 'centre', role: 'rule_editor' as const } };
    const decision = decide(second({ proposedBy }), founded, { actor: editor });
    if ('refusal' in decision) throw new Error(decision.refusal.code);
    expect(decision.events[0]).toMatchObject({
      type: 'RulebookAdopted',
      data: { proposedBy, approvedBy: { account: 'editor' }, evidence: 'decision 1' },
    });
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
