import { describe, expect, it } from 'vitest';
import type { Actor, Role, UnitId } from '../process.ts';
import { ROLES } from '../roles.fixture.ts';
import { smallRulebook } from '../rulebook/small.fixture.ts';
import { supporting } from '../rulebook/supporting.fixture.ts';
import { ACCESS, authorise } from './access.ts';
import type { CommandType } from './commands.ts';
import * as g from './given.fixture.ts';

const { given, usually } = g;
/** Who offered it, who gives it, whoever is above them, the centre, a stranger. */
const UNITS: readonly UnitId[] = ['s1', 'market', 'd', 'centre', 'water'];
const COMMANDS = Object.keys(ACCESS) as CommandType[];

const HANDLING: readonly Role[] = ['unit_handler', 'office_head', 'unit_head'];
const each = (unit: UnitId, roles: readonly Role[]) => roles.map((role) => `${unit} ${role}`);
const manager = each('s1', [...HANDLING, 'liaison']);
const provider = each('market', HANDLING);

/** Who may, written out a second time: of the usual support when it is agreed to. */
const TABLE: Readonly<Record<CommandType, readonly string[]>> = {
  offer: UNITS.flatMap((unit) => each(unit, [...HANDLING, 'liaison'])),
  'take-back': manager,
  consent: [],
  refuse: [],
  revoke: [],
  show: [...manager, ...provider],
  deliver: provider,
  'cannot-deliver': provider,
  'confirm-receipt': [],
  'deny-receipt': [],
  supervise: [
    ...each('d', ['supervisor', 'unit_head']),
    ...each('centre', ['supervisor', 'unit_head']),
  ],
  'clock-due': [],
  'recompute-clocks': [],
};
const PERSONS: readonly CommandType[] = [
  'consent',
  'refuse',
  'revoke',
  'confirm-receipt',
  'deny-receipt',
];
const MACHINES: Readonly<Partial<Record<CommandType, readonly string[]>>> = {
  'clock-due': ['tick'],
  'recompute-clocks': ['tick', 'reaction'],
};

const may = (
  type: CommandType,
  by: Actor,
  story: g.Story = usually('consented'),
  more: Partial<g.Act> = {},
) => {
  const facts = g.factsOf(story, { ...g.consents(), by, ...more });
  const law = smallRulebook(supporting);
  return 'as' in authorise({ type, data: { case: 'case-1' } }, story.state, facts, law);
};
const forPerson = { onBehalfOf: { kind: 'person', relation: 'helper' } } as const;

describe('access to a support', () => {
  it.each(COMMANDS)('%s: exactly these posts', (command) => {
    const found = UNITS.flatMap((unit) =>
      ROLES.flatMap((role) => (may(command, g.staff(unit, role)) ? [`${unit} ${role}`] : [])),
    );
    expect(found.toSorted()).toEqual(TABLE[command].toSorted());
  });

  it.each(COMMANDS)('%s: the person of this request, helped or not, and no other', (command) => {
    const theirs = PERSONS.includes(command);
    expect(may(command, g.person())).toBe(theirs);
    expect(may(command, g.person('case-2'))).toBe(false);
    const helpers = UNITS.flatMap((unit) =>
      ROLES.filter((role) => may(command, g.staff(unit, role), undefined, forPerson) && theirs).map(
        (role) => `${unit} ${role}`,
      ),
    );
    const clerks = ['s1', 'd', 'centre', 'water'].map((unit) => `${unit} intake_agent`);
    expect(helpers).toEqual(theirs ? clerks : []);
  });

  it('of machines is theirs alone', () => {
    for (const command of COMMANDS) {
      const found = (['tick', 'reaction', 'import', 'setup'] as const).filter((name) =>
        may(command, g.machine(name)),
      );
      expect([command, found]).toEqual([command, MACHINES[command] ?? []]);
    }
  });

  it('goes to who owes an act on the ladder, whoever the rulebook names', () => {
    const late = given(usually('consented'), g.ticks('deliver-1', 175));
    expect(may('supervise', g.head('d'), late)).toBe(true);
    expect(may('supervise', g.head('urban'), late)).toBe(false);
  });

  it('is closed to a recused account, by the case, the place, who offers or who gives', () => {
    const scopes = [
      { kind: 'case', case: 'case-1' },
      ...['c11', 's1', 'market'].map((unit) => ({ kind: 'unit', unit }) as const),
    ] as const;
    for (const scope of scopes) {
      const recusal = { id: 'r', account: 'market/unit_handler', scope, reason: '亲属' };
      const recusals = [{ ...recusal, validFrom: 0, validTo: null }];
      const story = { ...usually('consented'), institution: g.institution({ recusals }) };
      expect(may('deliver', g.handler('market'), story)).toBe(false);
      expect(may('deliver', g.head('market'), story)).toBe(true);
    }
  });
});
