import { describe, expect, it } from 'vitest';
import type { UnitId } from '../process.ts';
import { ROLES } from '../roles.fixture.ts';
import { ACCESS } from './access.ts';
import type { CommandType, RetentionCommand } from './commands.ts';
import { whyNot } from './decide.ts';
import * as g from './given.fixture.ts';

/** The centre, which keeps; the lead and place of the case; whoever is above them; a stranger. */
const UNITS: readonly UnitId[] = ['centre', 's1', 'c11', 'd', 'water'];
const COMMANDS = Object.keys(ACCESS) as CommandType[];

const archivist = ['centre archivist'];
const officers = ['centre archivist', 'centre supervisor'];

/** Who may, written out a second time. */
const TABLE: Readonly<Record<CommandType, readonly string[]>> = {
  begin: [],
  stop: [],
  'place-hold': officers,
  'agree-hold': officers,
  'decline-hold': officers,
  'lift-hold': officers,
  'take-package': archivist,
  'record-transfer': archivist,
  'ask-erasure': [],
  'answer-erasure': archivist,
  erase: [],
  'confirm-erased': [],
  'clock-due': [],
  'recompute-clocks': [],
};
const MACHINES: Readonly<Partial<Record<CommandType, readonly string[]>>> = {
  begin: ['tick', 'reaction'],
  stop: ['reaction'],
  erase: ['tick'],
  'confirm-erased': ['tick'],
  'clock-due': ['tick'],
  'recompute-clocks': ['tick', 'reaction'],
};

const DENIED = /not-yours|not-the-person|machine-only|recused/;
/** Somewhere on the way at which the act may be done, by whoever may do it. */
const at = (command: CommandType): g.Story =>
  g.usually(command === 'erase' ? 'due' : command === 'confirm-erased' ? 'erasing' : 'kept');

const may = (command: CommandType, by: g.Act['by'], more: Partial<g.Act> = {}): boolean => {
  const act = { by, command: { type: command, data: {} } as unknown as RetentionCommand, ...more };
  const story = at(command);
  const no = whyNot(command, story.state, g.factsOf(story, act));
  return no === null || !DENIED.test(no.code);
};

describe('access to what is kept', () => {
  it.each(COMMANDS)('%s: exactly these posts', (command) => {
    const found = UNITS.flatMap((unit) =>
      ROLES.flatMap((role) => (may(command, g.staff(unit, role)) ? [`${unit} ${role}`] : [])),
    );
    expect(found.toSorted()).toEqual(TABLE[command].toSorted());
  });

  it.each(COMMANDS)('%s: exactly these machines', (command) => {
    const names = ['tick', 'reaction', 'import', 'setup'] as const;
    const found = names.filter((name) => may(command, g.machine(name)));
    expect(found).toEqual(MACHINES[command] ?? []);
  });

  it('the person of the case alone wishes, or a counter for them', () => {
    const forThem = { onBehalfOf: { kind: 'person', relation: 'relative' } } as const;
    for (const command of COMMANDS) {
      const wishes = command === 'ask-erasure';
      expect(may(command, g.person())).toBe(wishes);
      expect(may(command, { kind: 'person', case: 'case-2' })).toBe(false);
      expect(may(command, g.staff('s1', 'intake_agent'), forThem)).toBe(wishes);
    }
  });
});
