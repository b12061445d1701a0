import { describe, expect, it } from 'vitest';
import type { Actor, Facts, OnBehalfOf, Recorded, Role } from '../process.ts';
import { machine, person, staff, withDesk } from '../report/given.fixture.ts';
import { ACCESS } from './access.ts';
import type { CommandType, DeskKeyCommand } from './commands.ts';
import { deskKeyProcess as process } from './index.ts';
import { type DeskKeyRefusal, REFUSALS } from './refusals.ts';
import type { DeskKeyState } from './state.ts';

const NOW = Date.UTC(2026, 2, 2, 2);
const officer = staff('centre', 'sealed_officer');
const second = staff('centre', 'sealed_officer', 'centre/sealed_officer.2');
const auditor = staff('d', 'auditor');

const offers: DeskKeyCommand = {
  type: 'offer',
  data: { alg: 'ecdh-p256', publicKey: 'B', fingerprint: 'f1' },
};
const agrees = (fingerprint = 'f1'): DeskKeyCommand => ({ type: 'agree', data: { fingerprint } });
const retires = (why = 'lost'): DeskKeyCommand => ({ type: 'retire', data: { why: why as never } });

interface Circumstances {
  readonly institution?: Facts['institution'];
  readonly occurredAt?: number;
  readonly onBehalfOf?: OnBehalfOf;
}

const decide = (
  command: DeskKeyCommand,
  state: DeskKeyState,
  actor: Actor,
  { institution = withDesk(), occurredAt = NOW, onBehalfOf }: Circumstances = {},
) =>
  process.decide(command, state, {
    now: NOW,
    occurredAt,
    stream: 'key-1',
    actor,
    ...(onBehalfOf === undefined ? {} : { onBehalfOf }),
    lot: 0,
    institution,
    others: new Map(),
  });

function led(...steps: readonly (readonly [DeskKeyCommand, Actor])[]): DeskKeyState {
  return steps.reduce<DeskKeyState>((state, [command, actor]) => {
    const decision = decide(command, state, actor);
    if ('refusal' in decision) throw new Error(decision.refusal.code);
    const recording = { stream: 'key-1', version: 1, occurredAt: NOW, recordedAt: NOW };
    return decision.events.reduce(
      (sofar, event) =>
        process.evolve(sofar, { ...event, ...recording, actedBy: actor } as Recorded<typeof event>),
      state,
    );
  }, process.initial);
}

const none = process.initial;
const offered = led([offers, officer]);
const inForce = led([offers, officer], [agrees(), auditor]);
const retired = led([offers, officer], [retires(), officer]);

const ROWS: Readonly<
  Record<DeskKeyRefusal, readonly [DeskKeyCommand, DeskKeyState, Actor, Circumstances?]>
> = {
  'desk-key.unknown': [agrees(), none, auditor],
  'desk-key.exists': [offers, offered, officer],
  'desk-key.wrong-status': [agrees(), inForce, second],
  'desk-key.not-yours': [agrees(), offered, staff('centre', 'unit_head')],
  'desk-key.not-entered-late': [agrees(), offered, auditor, { occurredAt: NOW - 1 }],
  'desk-key.not-offered': [offers, none, officer, { institution: withDesk(null) }],
  'desk-key.own-key': [agrees(), offered, officer],
  'desk-key.other-fingerprint': [agrees('f2'), offered, auditor],
  'desk-key.unknown-reason': [retires('angry'), inForce, officer],
};

describe('a key of the desk', () => {
  it.each(REFUSALS)('is refused: %s', (code) => {
    const [command, state, actor, about] = ROWS[code];
    expect(decide(command, state, actor, about)).toMatchObject({ refusal: { code } });
  });

  it.each([
    ['an auditor', auditor],
    ['another officer', second],
  ])('is in force once %s has compared it', (_, by) => {
    expect(led([offers, officer], [agrees(), by])).toMatchObject({
      status: 'in-force',
      unit: 'centre',
      account: 'centre/sealed_officer',
    });
  });

  it('ends for good, from either status, and is never agreed to again', () => {
    expect(led([offers, officer], [agrees(), second], [retires(), auditor])).toMatchObject({
      status: 'retired',
      agreed: { agreedBy: 'centre/sealed_officer.2' },
    });
    for (const command of [agrees(), retires()]) {
      expect(decide(command, retired, auditor)).toMatchObject({
        refusal: { code: 'desk-key.wrong-status' },
      });
    }
    expect(process.project(retired, 'key-1').list).toMatchObject({ bucket: 'closed' });
  });

  it('travels every edge of its graph, and the log can lead nowhere else', () => {
    const found = [offered, inForce, retired].map(({ status }) => status);
    expect(['none', ...found]).toEqual(process.transitions.states);
    const recording = { stream: 'k', version: 1, occurredAt: NOW, recordedAt: NOW };
    const agreed = { type: 'KeyAgreed', v: 1, data: { account: 'x' } } as const;
    expect(() => process.evolve(retired, { ...agreed, ...recording, actedBy: officer })).toThrow();
  });
});

const ROLES: readonly Role[] = ['sealed_officer', 'auditor', 'unit_head', 'administrator'];
/** Written out a second time: of a key of the centre that a third officer offered. */
const TABLE: Readonly<Record<CommandType, readonly string[]>> = {
  offer: ['centre sealed_officer'],
  agree: ['centre auditor', 'centre sealed_officer', 'd auditor', 's1 auditor'],
  retire: ['centre auditor', 'centre sealed_officer', 'd auditor', 's1 auditor'],
};

describe('access', () => {
  const commands: Readonly<Record<CommandType, readonly [DeskKeyCommand, DeskKeyState]>> = {
    offer: [offers, none],
    agree: [agrees(), led([offers, staff('centre', 'sealed_officer', 'third')])],
    retire: [retires(), inForce],
  };

  it.each(Object.keys(ACCESS) as CommandType[])('%s: exactly these', (type) => {
    const found = ['centre', 'd', 's1'].flatMap((unit) =>
      ROLES.filter((role) => 'events' in decide(...commands[type], staff(unit, role))).map(
        (role) => `${unit} ${role}`,
      ),
    );
    expect(found.toSorted()).toEqual(TABLE[type]);
    for (const by of [person('key-1'), machine('tick')]) {
      expect(decide(...commands[type], by)).toHaveProperty('refusal');
    }
    const post = { unit: 'centre', role: 'sealed_officer' } as const;
    const behalf = { onBehalfOf: { kind: 'post', post } } as const;
    expect(decide(...commands[type], officer, behalf)).toHaveProperty('refusal');
  });
});
