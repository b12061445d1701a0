import { describe, expect, it } from 'vitest';
import * as g from '../case/given.fixture.ts';
import type { Actor, OnBehalfOf, Recorded } from '../process.ts';
import { shift } from './index.ts';
import type { ShiftCommand, ShiftEvent } from './state.ts';

const leaves = (text = g.sealed()): ShiftCommand => ({
  type: 'leave-note',
  data: { unit: 's1', day: '2026-03-02', text },
});
const empty = { ...leaves(), data: { ...leaves().data, text: null } };
const decide = (command: ShiftCommand, actor: Actor, onBehalfOf?: OnBehalfOf) =>
  shift.decide(command, shift.initial, {
    now: g.MONDAY,
    occurredAt: g.MONDAY,
    stream: 'shift',
    actor,
    ...(onBehalfOf === undefined ? {} : { onBehalfOf }),
    institution: g.district(),
    others: new Map(),
    lot: 0,
  });
const behalf = { kind: 'post', post: { unit: 's1', role: 'unit_head' } } as const;

describe('a note for the next shift', () => {
  it('is added to those of the day, its words sealed', () => {
    const decision = decide(leaves(), g.staff('s1', 'intake_agent'));
    if ('refusal' in decision) throw new Error(decision.refusal.code);
    const recorded = decision.events.map(
      (event): Recorded<ShiftEvent> => ({
        ...event,
        stream: 'shift',
        version: 1,
        occurredAt: g.MONDAY,
        recordedAt: g.MONDAY,
        actedBy: g.staff('s1', 'intake_agent'),
      }),
    );
    const state = [...recorded, ...recorded].reduce(shift.evolve, shift.initial);
    expect(state).toMatchObject({ unit: 's1', notes: [{ at: g.MONDAY }, {}] });
    expect(shift.project(state, 'shift')).toEqual({ list: null, clocks: [], acts: [] });
  });

  it.each<[string, ShiftCommand, Actor, OnBehalfOf?]>([
    ['shift.not-yours', leaves(), g.handler('urban')],
    ['shift.not-yours', leaves(), g.staff('s1', 'auditor')],
    ['shift.not-yours', leaves(), g.machine('tick')],
    ['shift.not-yours', leaves(), g.handler('s1'), behalf],
    ['shift.text-needed', empty, g.handler('s1')],
  ])('%s', (code, command, actor, onBehalfOf) => {
    expect(decide(command, actor, onBehalfOf)).toMatchObject({ refusal: { code } });
  });
});
