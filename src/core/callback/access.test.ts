import { describe, expect, it } from 'vitest';
import type { UnitId } from '../process.ts';
import { ROLES } from '../roles.fixture.ts';
import { ACCESS, authorise } from './access.ts';
import type { CommandType } from './commands.ts';
import * as g from './given.fixture.ts';

/** Lead and place, place and receiver, above them, who asks and hears, a stranger. */
const UNITS: readonly UnitId[] = ['s1', 'c11', 'd', 'centre', 'water'];
const COMMANDS = Object.keys(ACCESS) as CommandType[];

/** Who may, written out a second time: while it is asked, and pressure was reported. */
const TABLE: Readonly<Record<CommandType, readonly string[]>> = {
  draw: ['reaction'],
  plan: ['reaction'],
  'call-in-vain': ['centre callback_agent'],
  answer: ['centre callback_agent', 'person'],
  find: ['centre callback_agent', 'person'],
  'report-pressure': ['centre callback_agent', 'person'],
  'answer-pressure': ['centre supervisor'],
  'case-reopened': ['reaction'],
  'note-erased': ['reaction'],
  'clock-due': ['tick'],
  'recompute-clocks': ['reaction', 'tick'],
};

const ACTORS = [
  ...UNITS.flatMap((unit) =>
    ROLES.map((role) => [`${unit} ${role}`, g.staff(unit, role)] as const),
  ),
  ['person', g.person()] as const,
  ['another person', g.person('case-2')] as const,
  ...(['tick', 'reaction', 'import', 'setup'] as const).map(
    (name) => [name, g.machine(name)] as const,
  ),
];

describe('access', () => {
  const story = g.given(g.asking(), g.reports());
  const may = (type: CommandType, by: g.Act['by'], more: Partial<g.Act> = {}, of = story) =>
    'as' in authorise({ type, data: {} }, of.state, g.factsOf(of, { ...g.inVain, by, ...more }));

  it.each(COMMANDS)('%s: exactly these', (command) => {
    const found = ACTORS.flatMap(([name, actor]) => (may(command, actor) ? [name] : []));
    expect(found.toSorted()).toEqual(TABLE[command].toSorted());
  });

  it('is a stand-in’s and a secretary’s as it is the post’s', () => {
    const standIn = {
      id: 's',
      absent: { unit: 'centre', role: 'callback_agent' },
      present: { unit: 'centre', role: 'intake_agent' },
      validFrom: 0,
      validTo: g.MONDAY * 2,
    } as const;
    const lent = { ...story, institution: { ...story.institution, standIns: [standIn] } };
    expect(may('answer', g.staff('centre', 'intake_agent'), {}, lent)).toBe(true);
    const onBehalfOf = { kind: 'post', post: standIn.absent } as const;
    expect(may('answer', g.staff('centre', 'dispatcher'), { onBehalfOf })).toBe(true);
    expect(may('answer', g.staff('s1', 'dispatcher'), { onBehalfOf })).toBe(false);
  });
});
