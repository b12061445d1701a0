import { describe, expect, it } from 'vitest';
import * as g from '../case/given.fixture.ts';
import type { Actor, Facts, OnBehalfOf, Recorded } from '../process.ts';
import { awaited, confirmationOf } from './awaited.ts';
import type { ConfirmationCommand } from './commands.ts';
import type { ConfirmationEvent, Entered } from './events.ts';
import { confirmation } from './index.ts';
import { refusals } from './refusals.ts';
import type { ConfirmationState } from './state.ts';

const NOW = g.MONDAY;
const head = { unit: 's1', role: 'unit_head' } as const;
const entered: Entered = {
  process: 'case',
  stream: 'case-1',
  version: 5,
  event: 'Supervised',
  title: '示例',
  place: 'c11',
  about: 'case-1',
  post: head,
  by: { account: 'secretary', post: { unit: 's1', role: 'unit_handler' } },
  enteredAt: NOW,
};
const awaits: ConfirmationCommand = { type: 'await', data: entered };
const confirms: ConfirmationCommand = { type: 'confirm', data: {} };
const contests: ConfirmationCommand = { type: 'contest', data: { reason: '我没有这样说' } };
const notes: ConfirmationCommand = { type: 'note-contest', data: { note: '已约谈' } };

interface Circumstances {
  readonly onBehalfOf?: OnBehalfOf;
  readonly standIn?: true;
  readonly recused?: string;
}

function facts(actor: Actor, { onBehalfOf, standIn, recused }: Circumstances = {}): Facts {
  const usual = g.district();
  const always = { reason: '利害关系', validFrom: 0, validTo: null };
  const scope = { kind: 'case', case: 'case-1' } as const;
  const recusals = recused === undefined ? [] : [{ id: 'r', account: recused, scope, ...always }];
  const district = { ...usual, recusals };
  const present = { unit: 's1', role: 'dispatcher' } as const;
  const span = { validFrom: 0, validTo: NOW + g.HOUR };
  return {
    now: NOW,
    occurredAt: NOW,
    stream: confirmationOf('case-1', 5),
    actor,
    ...(onBehalfOf === undefined ? {} : { onBehalfOf }),
    institution:
      standIn === undefined
        ? district
        : { ...district, standIns: [{ id: 'i', absent: head, present, ...span }] },
    others: new Map(),
    lot: 0,
  };
}

const machine = g.machine('reaction');
const leader = g.head('s1');
const decide = (
  command: ConfirmationCommand,
  state: ConfirmationState,
  actor: Actor,
  about?: Circumstances,
) => confirmation.decide(command, state, facts(actor, about));

function after(...steps: readonly (readonly [ConfirmationCommand, Actor])[]): ConfirmationState {
  return steps.reduce<ConfirmationState>((state, [command, actor]) => {
    const decision = decide(command, state, actor);
    if ('refusal' in decision) throw new Error(decision.refusal.code);
    return decision.events.reduce(
      (now, event) =>
        confirmation.evolve(now, {
          ...event,
          stream: 's',
          version: 1,
          occurredAt: NOW,
          recordedAt: NOW,
          actedBy: actor,
        } as Recorded<ConfirmationEvent>),
      state,
    );
  }, confirmation.initial);
}

const waiting = after([awaits, machine]);
const confirmed = after([awaits, machine], [confirms, leader]);
const contested = after([awaits, machine], [contests, leader]);
const acts = (state: ConfirmationState) => confirmation.project(state, 's').acts;

describe('an act entered for a post', () => {
  it('waits for that post, which confirms it', () => {
    expect(acts(waiting)).toMatchObject([{ act: 'confirmation.confirm', ...head, dueAt: null }]);
    expect(confirmed.status).toBe('confirmed');
    expect(acts(confirmed)).toEqual([]);
  });

  it('or contests it: the act stands and a supervisor is told', () => {
    expect(acts(contested)).toMatchObject([
      { act: 'confirmation.note-contest', unit: 'centre', role: 'supervisor' },
    ]);
    const noted = after([awaits, machine], [contests, leader], [notes, g.supervisor]);
    expect(noted.status).toBe('noted');
    expect(acts(noted)).toEqual([]);
  });

  it('is for whoever stands in as well, and for nobody’s secretary', () => {
    expect(decide(confirms, waiting, g.streetDesk, { standIn: true })).toHaveProperty('events');
    const onBehalfOf = { kind: 'post', post: head } as const;
    expect(decide(confirms, waiting, g.handler('s1'), { onBehalfOf })).toMatchObject({
      refusal: { code: 'confirmation.not-yours' },
    });
  });

  it('travels the edges of its graph', () => {
    const edges = confirmation.transitions.edges.map(({ event }) => event);
    // That the texts are gone changes no status.
    expect(new Set([...edges, 'TextsErased'])).toEqual(
      new Set(Object.keys(confirmation.vocabulary)),
    );
  });

  const interested = { recused: leader.kind === 'staff' ? leader.account : '' };
  const rows: readonly [string, ConfirmationCommand, ConfirmationState, Actor, Circumstances?][] = [
    ['confirmation.recused', confirms, waiting, leader, interested],
    ['confirmation.unknown', confirms, confirmation.initial, leader],
    ['confirmation.exists', awaits, waiting, machine],
    ['confirmation.not-yours', awaits, confirmation.initial, leader],
    ['confirmation.not-yours', confirms, waiting, g.head('urban')],
    ['confirmation.not-yours', confirms, waiting, machine],
    ['confirmation.not-yours', notes, contested, leader],
    ['confirmation.own-entry', confirms, waiting, g.staff('s1', 'unit_head', 'secretary')],
    ['confirmation.own-entry', notes, contested, g.staff('centre', 'supervisor', 'secretary')],
    ['confirmation.over', contests, confirmed, leader],
    ['confirmation.not-contested', notes, waiting, g.supervisor],
    ['confirmation.text-needed', { type: 'contest', data: { reason: ' ' } }, waiting, leader],
    [
      'confirmation.text-needed',
      { type: 'note-contest', data: { note: '' } },
      contested,
      g.supervisor,
    ],
  ];
  it.each(rows)('%s', (code, command, state, actor, about) => {
    expect(decide(command, state, actor, about)).toMatchObject({ refusal: { code } });
  });
  it('has a row for every code', () => {
    expect(new Set(rows.map(([code]) => code))).toEqual(new Set(refusals));
  });
});

describe('what calls for a word', () => {
  const event = (actedBy: Actor, onBehalfOf?: OnBehalfOf): Recorded => ({
    type: 'Supervised',
    v: 1,
    data: {},
    stream: 'case-1',
    version: 5,
    occurredAt: NOW,
    recordedAt: NOW,
    actedBy,
    ...(onBehalfOf === undefined ? {} : { onBehalfOf }),
  });
  const behalf = { kind: 'post', post: head } as const;

  it('is any act of one post for another, in any process', () => {
    expect(awaited('whatever', event(g.handler('s1'), behalf), null)).toMatchObject({
      process: 'confirmation',
      stream: 'entered-case-1-5',
      command: {
        data: { process: 'whatever', version: 5, post: head, by: { account: 's1/unit_handler' } },
      },
    });
  });

  it('is no act of one’s own, of a person, of a machine', () => {
    expect(awaited('case', event(leader), null)).toBeNull();
    expect(awaited('case', event(leader, behalf), null)).toBeNull();
    const caller = { kind: 'person', relation: 'caller' } as const;
    expect(awaited('case', event(g.clerk, caller), null)).toBeNull();
    expect(awaited('case', event(machine, behalf), null)).toBeNull();
  });
});
