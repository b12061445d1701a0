import { describe, expect, it } from 'vitest';
import type { Actor } from '../process.ts';
import { ROLES } from '../roles.fixture.ts';
import { ACCESS, denied } from './access.ts';
import type { CommandType } from './commands.ts';
import * as g from './given.fixture.ts';

/** The desk, the unit above it, one beside it. */
const UNITS = ['centre', 'd', 's1'];
const PEOPLE: readonly (readonly [string, Actor])[] = [
  ...UNITS.flatMap((unit) =>
    ROLES.map((role) => [`${unit} ${role}`, g.staff(unit, role)] as const),
  ),
  ['the reporter', g.reporter],
  ['somebody else', { kind: 'person', case: 'report-2' }],
  ...(['tick', 'reaction', 'import', 'setup'] as const).map(
    (name) => [name, g.machine(name)] as const,
  ),
];

/** Who may, written out a second time, by hand. */
const TABLE: Readonly<Record<CommandType, readonly string[]>> = {
  receive: ['the reporter'],
  'add-words': ['the reporter'],
  'take-in': ['centre sealed_officer'],
  'declare-interest': ['centre sealed_officer'],
  'hand-over': ['centre sealed_officer'],
  conclude: ['centre sealed_officer'],
  'clock-due': ['tick'],
  'recompute-clocks': ['reaction', 'tick'],
};

const may = (type: CommandType, by: Actor, more: Partial<g.Act> = {}) => {
  const story = g.received();
  return denied(type, story.state, g.factsOf(story, { ...g.ticks(), by, ...more })) === null;
};

describe('access', () => {
  it.each(Object.keys(ACCESS) as CommandType[])('%s: exactly these', (type) => {
    const found = PEOPLE.filter(([, by]) => may(type, by)).map(([name]) => name);
    expect(found.toSorted()).toEqual(TABLE[type].toSorted());
  });

  it('is lent to no stand-in and to no secretary, and nobody reports for another', () => {
    const post = { unit: 'centre', role: 'sealed_officer' } as const;
    const present = { unit: 'centre', role: 'dispatcher' } as const;
    const span = { validFrom: 0, validTo: g.MONDAY + 30 * g.DAY };
    const standIns = [{ id: 's', absent: post, present, ...span }];
    const institution = { ...g.withDesk(), standIns };
    expect(may('take-in', g.staff('centre', 'dispatcher'), { institution })).toBe(false);
    const secretary = { onBehalfOf: { kind: 'post', post } } as const;
    expect(may('take-in', g.staff('centre', 'intake_agent'), secretary)).toBe(false);
    expect(may('take-in', g.officer, secretary)).toBe(false);
    const helper = { onBehalfOf: { kind: 'person', relation: 'helper' } } as const;
    expect(may('receive', g.staff('centre', 'intake_agent'), helper)).toBe(false);
    expect(may('receive', g.reporter, helper)).toBe(false);
  });

  it('ends with an interest in the desk’s own unit', () => {
    const recusals = [
      {
        id: 'r',
        account: 'centre/sealed_officer',
        scope: { kind: 'unit', unit: 'centre' },
        reason: '亲属',
        validFrom: 0,
        validTo: null,
      },
    ] as const;
    expect(may('take-in', g.officer, { institution: { ...g.withDesk(), recusals } })).toBe(false);
    expect(may('take-in', g.second, { institution: { ...g.withDesk(), recusals } })).toBe(true);
  });
});
