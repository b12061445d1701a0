import { describe, expect, it } from 'vitest';
import type { Actor, Role, UnitId } from '../process.ts';
import { ROLES } from '../roles.fixture.ts';
import { petitionLaw } from '../rulebook/petition.fixture.ts';
import { smallRulebook } from '../rulebook/small.fixture.ts';
import { ACCESS, authorise } from './access.ts';
import type { CommandType } from './commands.ts';
import * as g from './given.fixture.ts';

const { given, usually } = g;
/** The petition office, the body, another named with it, the unit above both, a stranger. */
const UNITS: readonly UnitId[] = ['centre', 's1', 'urban', 'd', 'water'];
const COMMANDS = Object.keys(ACCESS) as CommandType[];

const each = (unit: UnitId, ...roles: readonly Role[]) => roles.map((role) => `${unit} ${role}`);
const handling = (unit: UnitId) => each(unit, 'unit_handler', 'office_head', 'unit_head');
const office = [...each('centre', 'dispatcher'), ...handling('centre')];
const registering = [
  ...UNITS.flatMap((unit) => each(unit, 'intake_agent', 'dispatcher')),
  ...handling('centre'),
];

type Table = Readonly<Record<CommandType, readonly string[]>>;

/** Who may, written out a second time: while the body handles it. */
const HANDLED: Table = {
  register: registering,
  'hand-over': office,
  route: office,
  'agree-body': [],
  designate: [],
  object: handling('s1'),
  'decide-return': office,
  accept: handling('s1'),
  'not-accept': handling('s1'),
  'ask-extension': handling('s1'),
  'decide-extension': each('s1', 'unit_head'),
  'record-mediation': handling('s1'),
  'open-hearing': handling('s1'),
  'close-hearing': handling('s1'),
  'give-opinion': handling('s1'),
  deliver: [...handling('s1'), ...office],
  'ask-review': [],
  'claim-new-facts': [],
  look: office,
  withdraw: [],
  supervise: each('d', 'supervisor', 'unit_head'),
  'note-erased': [],
  'clock-due': [],
  'recompute-clocks': [],
};

/** While it is not yet settled which of two bodies accepts it: the office answers for it. */
const SHARED: Table = {
  ...HANDLED,
  'agree-body': [...handling('s1'), ...handling('urban')],
  designate: each('d', 'unit_head', 'supervisor'),
  ...Object.fromEntries(
    (
      [
        'object',
        'accept',
        'not-accept',
        'ask-extension',
        'record-mediation',
        'open-hearing',
        'close-hearing',
        'give-opinion',
      ] as const
    ).map((type) => [type, handling('centre')]),
  ),
  'decide-extension': each('centre', 'unit_head'),
  deliver: office,
};

const may = (type: CommandType, by: Actor, story: g.Story, more: Partial<g.Act> = {}) => {
  const facts = g.factsOf(story, { ...g.routes(), by, ...more });
  const data = { letter: 1, case: 'case-1' };
  const law = { law: smallRulebook(), petition: petitionLaw };
  return 'as' in authorise({ type, data }, story.state, facts, law);
};
const shared = () => given(usually('registered'), g.routes('s1', 'urban'));

describe.each([
  ['handled', usually('noticed'), HANDLED],
  ['shared', shared(), SHARED],
])('access to a petition when %s', (_name, story, table) => {
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
  it('of the person is theirs alone, of machines the machines’', () => {
    const person: readonly CommandType[] = ['ask-review', 'claim-new-facts', 'withdraw'];
    for (const command of COMMANDS) {
      const story = usually('noticed');
      expect([command, may(command, g.person(), story)]).toEqual([
        command,
        person.includes(command),
      ]);
      expect(may(command, g.person('case-2'), story)).toBe(false);
      const machines = (['tick', 'reaction', 'import', 'setup'] as const).filter((name) =>
        may(command, g.machine(name), story),
      );
      const expected =
        command === 'note-erased'
          ? ['reaction']
          : command === 'clock-due'
            ? ['tick']
            : command === 'recompute-clocks'
              ? ['tick', 'reaction']
              : [];
      expect([command, machines]).toEqual([command, expected]);
    }
  });

  it('of the person may be entered for them, and a withdrawal may not', () => {
    const onBehalfOf = { kind: 'person', relation: 'relative' } as const;
    for (const by of [g.staff('water', 'intake_agent'), g.clerk]) {
      expect(may('ask-review', by, usually('told'), { onBehalfOf })).toBe(true);
      expect(may('claim-new-facts', by, usually('told'), { onBehalfOf })).toBe(true);
      expect(may('withdraw', by, usually('told'), { onBehalfOf })).toBe(false);
      expect(may('ask-review', by, usually('told'))).toBe(false);
    }
    const body = g.handler('s1');
    expect(may('ask-review', body, usually('told'), { onBehalfOf })).toBe(false);
  });

  it('is closed to a recused account, by the case, the place or a unit with a part in it', () => {
    const scopes = [
      { kind: 'case', case: 'case-1' },
      { kind: 'unit', unit: 'c11' },
      { kind: 'unit', unit: 's1' },
    ] as const;
    for (const scope of scopes) {
      const recusal = { id: 'r', account: 's1/unit_handler', scope, reason: '亲属', validFrom: 0 };
      const { institution } = g.nothing();
      const story = {
        ...usually('noticed'),
        institution: { ...institution, recusals: [{ ...recusal, validTo: null }] },
      };
      for (const command of COMMANDS) expect(may(command, g.handler('s1'), story)).toBe(false);
      expect(may('give-opinion', g.head('s1'), story)).toBe(true);
    }
  });
});
