import { describe, expect, it } from 'vitest';
import type { Institution } from '../authority/institution.ts';
import type { Actor, Role, UnitId } from '../process.ts';
import { ROLES } from '../roles.fixture.ts';
import { smallRulebook } from '../rulebook/small.fixture.ts';
import { ACCESS, admits, authorise, related, type Who } from './access.ts';
import type { CommandType } from './commands.ts';
import * as g from './given.fixture.ts';
import type { CaseState } from './state.ts';

const { given, nothing, usual, usually } = g;
/** Units that stand in every relation to the usual case, and one that stands in none. */
const UNITS: readonly UnitId[] = ['c11', 's1', 'd', 'centre', 'water'];
const COMMANDS = Object.keys(ACCESS) as CommandType[];

const may = (command: CommandType, by: Actor, story: g.Story, more: Partial<g.Act> = {}) => {
  const act = { by, command: usual.register.command, ...more };
  const facts = g.factsOf(story, act);
  const law = facts.institution.rulebooks[0] ?? smallRulebook();
  return 'as' in authorise(command, story.state, facts, law);
};

const onlyStaff = (who: Who): who is Extract<Who, { relation: unknown }> => 'relation' in who;
const STORIES: readonly (readonly [string, g.Story])[] = [
  ['received', usually('received')],
  ['triaged', usually('triaged')],
  ['assigned', usually('assigned')],
  ['handling', usually('handling')],
  ['extension asked', given(usually('handling'), g.asksExtension())],
  ['replied', usually('replied')],
  ['closed', usually('closed')],
];

describe.each(STORIES)('access when %s', (_name, story) => {
  it.each(COMMANDS)('%s: exactly the posts of its rows', (command) => {
    for (const role of ROLES) {
      for (const unit of UNITS) {
        const listed = ACCESS[command]
          .filter(onlyStaff)
          .some((who) => who.roles.includes(role) && stands(who, unit, role, story.state));
        expect([role, unit, may(command, g.staff(unit, role), story)]).toEqual([
          role,
          unit,
          listed,
        ]);
      }
    }
  });
});

/** The relations again, said from the story's end: who is what to the usual case. */
function stands(
  { relation }: Extract<Who, { relation: unknown }>,
  unit: UnitId,
  role: Role,
  state: CaseState,
): boolean {
  if (state.status === 'none') return relation === 'anywhere';
  const ordered = 'order' in state && state.order !== null;
  switch (relation) {
    case 'anywhere':
      return true;
    case 'receiver':
      return unit === 'c11';
    case 'desk':
      return unit === 's1';
    case 'centre':
    case 'ruler':
    case 'verifier':
      return unit === 'centre';
    case 'holder':
      return unit === state.holder;
    case 'lead':
      return ordered && unit === 's1';
    case 'assisting':
      return false;
    case 'superior':
      return ordered ? unit === 'd' : unit === 's1' || unit === 'd';
    case 'ladder':
      return false;
    case 'approver':
      return state.extension !== null && role === 'supervisor' && ['centre', 'd'].includes(unit);
  }
}

describe('access', () => {
  it('is denied to machines that are not named, and to every other person', () => {
    const story = usually('handling');
    for (const command of COMMANDS) {
      for (const name of ['tick', 'reaction', 'import', 'setup'] as const) {
        const named = ACCESS[command].some((who) => 'machine' in who && who.machine.includes(name));
        expect([command, name, may(command, g.machine(name), story)]).toEqual([
          command,
          name,
          named,
        ]);
      }
      expect(may(command, g.person('case-9'), story)).toBe(false);
      const own = ACCESS[command].some((who) => 'person' in who);
      expect([command, may(command, g.person(), story)]).toEqual([command, own]);
    }
  });

  it('lets a stand-in act as the post that is away, between its dates', () => {
    const away = (validTo: number): Institution => ({
      ...g.district(),
      standIns: [
        {
          id: 's',
          absent: { unit: 's1', role: 'unit_handler' },
          present: { unit: 's1', role: 'dispatcher' },
          validFrom: 0,
          validTo,
        },
      ],
    });
    const story = (until: number) => usually('assigned', nothing(away(until)));
    expect(may('sign-for', g.streetDesk, story(g.MONDAY * 2))).toBe(true);
    expect(may('sign-for', g.streetDesk, story(g.MONDAY))).toBe(false);
  });

  it('takes nothing from a stand-in that has ended, whenever it is said to have happened', () => {
    const standIn = {
      id: 's',
      absent: { unit: 's1', role: 'unit_handler' },
      present: { unit: 's1', role: 'dispatcher' },
      validFrom: 0,
      validTo: g.MONDAY + 1,
    } as const;
    const story = usually('assigned', nothing({ ...g.district(), standIns: [standIn] }));
    const facts = g.factsOf(story, { by: g.streetDesk, command: usual.sign.command, at: g.MONDAY });
    const law = facts.institution.rulebooks[0] ?? smallRulebook();
    const entered = (now: number) =>
      'as' in authorise('sign-for', story.state, { ...facts, now }, law);
    expect([entered(g.MONDAY), entered(g.MONDAY + 1)]).toEqual([true, false]);
  });

  it('lets a secretary enter for a post of their own unit, and for no other', () => {
    const onBehalfOf = { kind: 'post', post: { unit: 's1', role: 'unit_head' } } as const;
    const story = usually('handling');
    expect(may('suspend', g.staff('s1', 'intake_agent'), story, { onBehalfOf })).toBe(true);
    expect(may('suspend', g.staff('water', 'intake_agent'), story, { onBehalfOf })).toBe(false);
  });

  it('keeps a recused account away from everything', () => {
    const recusals = [
      {
        id: 'r',
        account: 's1/unit_handler',
        scope: { kind: 'case', case: g.CASE },
        reason: '亲属',
        validFrom: 0,
        validTo: null,
      },
    ] as const;
    const story = usually('assigned', nothing({ ...g.district(), recusals }));
    for (const command of COMMANDS) expect(may(command, g.handler('s1'), story)).toBe(false);
    expect(may('sign-for', g.head('s1'), story)).toBe(true);
  });

  it('admits by relation and role together', () => {
    const law = smallRulebook();
    const { state } = usually('handling');
    expect(related('lead', state, law)).toEqual(['s1']);
    const who = { relation: 'lead', roles: ['unit_head'] } as const;
    expect(admits(who, { unit: 's1', role: 'unit_head' }, state, law)).toBe(true);
    expect(admits(who, { unit: 's1', role: 'unit_handler' }, state, law)).toBe(false);
  });
});
