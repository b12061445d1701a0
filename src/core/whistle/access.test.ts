import { describe, expect, it } from 'vitest';
import type { Actor, Role, UnitId } from '../process.ts';
import { ROLES } from '../roles.fixture.ts';
import { whistlingRulebook } from '../rulebook/small.fixture.ts';
import { ACCESS, authorise, related } from './access.ts';
import type { CommandType } from './commands.ts';
import * as g from './given.fixture.ts';

const { given, usually } = g;
/** The issuer, the called unit, whoever is above them, the centre that also rules, a stranger. */
const UNITS: readonly UnitId[] = ['s1', 'urban', 'd', 'centre', 'water'];
const COMMANDS = Object.keys(ACCESS) as CommandType[];
const STAFF = COMMANDS.filter((type) => ACCESS[type].some((who) => 'relation' in who));

const HANDLING: readonly Role[] = ['unit_handler', 'office_head', 'unit_head'];
const each = (unit: UnitId, roles: readonly Role[]) => roles.map((role) => `${unit} ${role}`);
const issuer = each('s1', HANDLING);
const called = each('urban', HANDLING);
const everywhere = UNITS.flatMap((unit) => each(unit, [...HANDLING, 'dispatcher']));
const above = [
  ...each('d', ['supervisor', 'unit_head']),
  ...each('centre', ['supervisor', 'unit_head']),
];

type Table = Readonly<Record<CommandType, readonly string[]>>;

/** Who may, written out a second time: of the usual whistle when it has gone out. */
const ISSUED: Table = {
  propose: everywhere,
  screen: [],
  'take-back': issuer,
  file: issuer,
  call: issuer,
  sign: called,
  object: called,
  'decide-objection': ['centre arbiter'],
  'report-in': called,
  settle: called,
  'stand-down': issuer,
  plan: issuer,
  'finish-step': called,
  'drop-step': issuer,
  supervise: [...above, 's1 unit_head'],
  conclude: issuer,
  rate: [...issuer, ...called],
  'follow-case': [],
  'case-ended': [],
  'note-erased': [],
  'clock-due': [],
  'recompute-clocks': [],
};

/** Before it has gone out nobody is called, and one post looks at it. */
const PROPOSED: Table = {
  ...ISSUED,
  screen: ['s1 unit_head'],
  sign: [],
  object: [],
  'report-in': [],
  settle: [],
  'finish-step': issuer,
  supervise: [...above, 's1 unit_head'],
  rate: issuer,
};

const may = (type: CommandType, by: Actor, story: g.Story, more: Partial<g.Act> = {}) => {
  const facts = g.factsOf(story, { ...g.signs(), by, ...more });
  const data = { callOut: 1, step: 1, case: 'case-1' };
  return 'as' in authorise({ type, data }, story.state, facts, whistlingRulebook());
};

const planned = () => given(usually('reported'), g.plans({}));

describe.each([
  ['issued', planned(), ISSUED],
  ['proposed', usually('proposed'), PROPOSED],
])('access when %s', (_name, story, table) => {
  it.each(COMMANDS)('%s: exactly these posts', (command) => {
    const found = UNITS.flatMap((unit) =>
      ROLES.flatMap((role) =>
        may(command, g.staff(unit, role), story) ? [`${unit} ${role}`] : [],
      ),
    );
    expect(found.toSorted()).toEqual(table[command].toSorted());
  });
});

describe('access', () => {
  it('of machines is theirs alone, and no person has any', () => {
    const machines: Record<string, readonly string[]> = {
      'follow-case': ['reaction'],
      'case-ended': ['reaction'],
      'note-erased': ['reaction'],
    };
    machines['clock-due'] = ['tick'];
    machines['recompute-clocks'] = ['tick', 'reaction'];
    for (const command of COMMANDS) {
      const found = (['tick', 'reaction', 'import', 'setup'] as const).filter((name) =>
        may(command, g.machine(name), planned()),
      );
      expect([command, found]).toEqual([command, machines[command] ?? []]);
      expect(may(command, g.person(), planned())).toBe(false);
    }
  });

  it('goes to who owes an act on the ladder, whoever the rulebook names', () => {
    const above = given(usually('signed'), g.ticks('report-in-1', 33));
    expect(may('supervise', g.head('d'), above)).toBe(true);
    expect(may('supervise', g.head('market'), above)).toBe(false);
  });

  it('to supervise a unit is for whoever stands above that unit, not above another', () => {
    const issued = g.known(usually('issued'));
    const [first] = issued.callOuts;
    if (first === undefined) throw new Error('nobody was called');
    const state = { ...issued, callOuts: [first, { ...first, n: 2, unit: 'c21' }] };
    const above = (unit?: UnitId) =>
      related(
        'superior',
        { type: 'supervise', data: unit === undefined ? {} : { unit } },
        state,
        whistlingRulebook(),
      );
    expect(above('c21')).toEqual(['centre', 's2', 'd']);
    expect(above('urban')).toEqual(['centre', 'd']);
    expect(above()).toContain('s2');
  });

  it('is a stand-in’s and a secretary’s as it is the post’s', () => {
    const standIn = {
      id: 's',
      absent: { unit: 'urban', role: 'unit_handler' },
      present: { unit: 'urban', role: 'dispatcher' },
      validFrom: 0,
      validTo: g.AFTERNOON + g.DAY,
    } as const;
    const { institution } = g.nothing();
    const story = usually('issued', g.nothing({ ...institution, standIns: [standIn] }));
    expect(may('sign', g.staff('urban', 'dispatcher'), story)).toBe(true);
    const onBehalfOf = { kind: 'post', post: { unit: 'd', role: 'unit_head' } } as const;
    expect(may('supervise', g.staff('d', 'intake_agent'), story, { onBehalfOf })).toBe(true);
    expect(may('supervise', g.staff('s1', 'intake_agent'), story, { onBehalfOf })).toBe(false);
  });

  it('is closed to a recused account, by the case, the place or the unit called', () => {
    const scopes = [
      { kind: 'case', case: 'case-1' },
      { kind: 'unit', unit: 'c11' },
      { kind: 'unit', unit: 'urban' },
    ] as const;
    for (const scope of scopes) {
      const recusal = { id: 'r', account: 's1/unit_handler', scope, reason: '亲属', validFrom: 0 };
      const { institution } = g.nothing();
      const story = {
        ...planned(),
        institution: { ...institution, recusals: [{ ...recusal, validTo: null }] },
      };
      for (const command of STAFF) expect(may(command, g.handler('s1'), story)).toBe(false);
      expect(may('plan', g.head('s1'), story)).toBe(true);
    }
  });
});
