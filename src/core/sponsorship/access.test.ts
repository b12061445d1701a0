import { describe, expect, it } from 'vitest';
import type { Actor, Role, UnitId } from '../process.ts';
import { ROLES } from '../roles.fixture.ts';
import type { Rulebook } from '../rulebook/rulebook.ts';
import { ACCESS, authorise } from './access.ts';
import type { CommandType } from './commands.ts';
import * as g from './given.fixture.ts';

const { given, usually } = g;
/** The nominating street, the leader's district, the lead's bureau, a member, a stranger. */
const UNITS: readonly UnitId[] = ['s1', 'd', 'urban', 'market', 'water'];
const COMMANDS = Object.keys(ACCESS) as CommandType[];
const PEOPLE = ['consent-identity', 'revoke-identity', 'agree-needs', 'dissent'] as const;
const HELPED = [...PEOPLE, 'consent-follow-up', 'revoke-follow-up'] as const;

const HANDLING: readonly Role[] = ['unit_handler', 'office_head', 'unit_head'];
const each = (unit: UnitId, roles: readonly Role[]) => roles.map((role) => `${unit} ${role}`);
const handlers = (unit: UnitId) => each(unit, HANDLING);
const [sponsor, lead, liaison] = ['d sponsor', 'urban unit_head', 's1 liaison'];

type Table = Readonly<Record<CommandType, readonly string[]>>;

/** Who may, written out a second time: each seat held by its own account, when a leader has it. */
const TAKEN: Table = {
  nominate: UNITS.flatMap(handlers),
  'take-back': handlers('s1'),
  accept: [sponsor],
  pass: [sponsor],
  designate: [],
  'replace-seat': [sponsor, 'd unit_head'],
  'record-act': [sponsor],
  supervise: [sponsor, 'd unit_head', 'd supervisor'],
  'ask-extension': [sponsor, lead],
  'decide-extension': ['d unit_head'],
  'tell-extension': [sponsor, lead, liaison],
  convene: [sponsor],
  'add-member': [sponsor, lead],
  'release-member': [sponsor, lead],
  'hold-meeting': [sponsor, lead],
  'keep-commitment': handlers('market'),
  'drop-commitment': [sponsor],
  delegate: [sponsor],
  'consent-identity': [],
  'revoke-identity': [],
  'agree-needs': [],
  plan: [sponsor, lead],
  'finish-step': handlers('urban'),
  'drop-step': [sponsor, lead],
  'record-hearing': [sponsor, lead],
  'answer-claim': [sponsor, lead],
  'tell-result': [sponsor, lead, liaison],
  dissent: [],
  close: [sponsor],
  'consent-follow-up': [],
  'revoke-follow-up': [],
  'record-follow-up': [liaison],
  'follow-case': [],
  'case-ended': [],
  'note-erased': [],
  'clock-due': [],
  'recompute-clocks': [],
};

/** Before a leader has it: the same seats, nothing promised yet, the units above the street. */
const NOMINATED: Table = {
  ...TAKEN,
  designate: ['d unit_head'],
  supervise: [sponsor],
  'decide-extension': [],
  'keep-commitment': [],
  'finish-step': [],
};

const law = () => g.nothing().institution.rulebooks[0] as Rulebook;
const may = (type: CommandType, by: Actor, story: g.Story, more: Partial<g.Act> = {}) => {
  const facts = g.factsOf(story, { ...g.accepts(), by, ...more });
  const data = { step: 1, commitment: 1, case: 'case-1', unit: 'market' };
  return 'as' in authorise({ type, data }, story.state, facts, law());
};

/** A seat's account where the post is a seat's, else an account of its own. */
const SEATS = [g.SPONSOR, g.LEAD, g.LIAISON];
const actorAt = (unit: UnitId, role: Role): Actor => {
  const seat = SEATS.find(({ post }) => post.unit === unit && post.role === role);
  return g.staff(unit, role, seat?.account ?? `${unit}/${role}`);
};
const taken = () => given(usually('agreed'), g.asksExtension());

describe.each([
  ['taken on', taken(), TAKEN],
  ['nominated', usually('nominated'), NOMINATED],
])('access when %s', (_name, story, table) => {
  it.each(COMMANDS)('%s: exactly these posts', (command) => {
    const found = UNITS.flatMap((unit) =>
      ROLES.flatMap((role) =>
        may(command, actorAt(unit, role), story) ? [`${unit} ${role}`] : [],
      ),
    );
    expect(found.toSorted()).toEqual(table[command].toSorted());
  });
});

describe('access', () => {
  it('to a seat is its account’s: another account with the same post is another person', () => {
    for (const command of COMMANDS) expect(may(command, g.other, taken())).toBe(false);
    const lead = g.staff('urban', 'unit_head', 'another-head');
    expect(may('plan', lead, taken())).toBe(false);
    expect(may('finish-step', lead, taken())).toBe(true);
  });

  it('of the person is theirs, with the receipt of this matter, or taken down for them', () => {
    for (const command of COMMANDS) {
      const theirs = (HELPED as readonly string[]).includes(command);
      expect([command, may(command, g.person(), taken())]).toEqual([command, theirs]);
      expect(may(command, g.person('case-2'), taken())).toBe(false);
    }
    const onBehalfOf = { kind: 'person', relation: 'helper' } as const;
    for (const command of HELPED) {
      expect(may(command, g.staff('s1', 'intake_agent'), taken(), { onBehalfOf })).toBe(true);
      // A consent that is for the three is not in their mouth.
      const opens = command.startsWith('consent-');
      expect(may(command, g.liaison, taken(), { onBehalfOf })).toBe(!opens);
      const clerk = g.staff('s1', 'intake_agent', g.LIAISON.account);
      expect(may(command, clerk, taken(), { onBehalfOf })).toBe(!opens);
      expect(may(command, g.sponsor, taken(), { onBehalfOf })).toBe(false);
    }
  });

  it('of machines is theirs alone', () => {
    const machines: Readonly<Record<string, readonly string[]>> = {
      'follow-case': ['reaction'],
      'case-ended': ['reaction'],
      'note-erased': ['reaction'],
      'clock-due': ['tick'],
      'recompute-clocks': ['tick', 'reaction'],
    };
    for (const command of COMMANDS) {
      const found = (['tick', 'reaction', 'import', 'setup'] as const).filter((name) =>
        may(command, g.machine(name), taken()),
      );
      expect([command, found]).toEqual([command, machines[command] ?? []]);
    }
  });

  it('is a stand-in’s and a secretary’s as it is the post’s', () => {
    const onBehalfOf = { kind: 'post', post: g.SPONSOR.post } as const;
    expect(may('record-act', g.secretary, taken(), { onBehalfOf })).toBe(true);
    expect(may('record-act', g.staff('s1', 'intake_agent'), taken(), { onBehalfOf })).toBe(false);
    const { institution } = g.nothing();
    const standIns = [
      {
        id: 's',
        absent: g.LEAD.post,
        present: { unit: 'urban', role: 'office_head' },
        validFrom: 0,
        validTo: g.AFTERNOON + g.DAY,
      },
    ] as const;
    const story = usually('agreed', g.nothing({ ...institution, standIns }));
    expect(may('plan', g.staff('urban', 'office_head'), story)).toBe(true);
  });

  it('is closed to a recused account, by the case or any unit with a part in it', () => {
    const scopes = [
      { kind: 'case', case: 'case-1' },
      { kind: 'unit', unit: 'c11' },
      { kind: 'unit', unit: 'market' },
    ] as const;
    for (const scope of scopes) {
      const { institution } = g.nothing();
      const recusals = [
        { id: 'r', account: 'deputy', scope, reason: '亲属', validFrom: 0, validTo: null },
      ];
      const story = { ...taken(), institution: { ...institution, recusals } };
      for (const command of COMMANDS) expect(may(command, g.sponsor, story)).toBe(false);
      expect(may('plan', g.lead, story)).toBe(true);
    }
  });
});
