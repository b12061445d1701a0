import type { Decision, Facts, Process, Recorded, Role } from '../process.ts';
import type { ShiftCommand, ShiftEvent, ShiftState } from './state.ts';

/** Who works in shifts: whoever receives, dispatches or handles. */
const ROLES: readonly Role[] = [
  'intake_agent',
  'dispatcher',
  'unit_handler',
  'office_head',
  'unit_head',
];

const refusals = ['shift.not-yours', 'shift.text-needed'] as const;

const no = (code: (typeof refusals)[number]): Decision<ShiftEvent> => ({
  refusal: { code, params: {} },
});

/** 交接班: a note is added and never changed; it moves nothing and owes nothing. */
export const shift: Process<ShiftState, ShiftCommand, ShiftEvent> = {
  name: 'shift',
  stateVersion: 1,
  initial: { status: 'none' },
  vocabulary: { ShiftNoteLeft: 1 },
  transitions: {
    process: 'shift',
    states: ['none', 'open'],
    edges: [
      { from: 'none', event: 'ShiftNoteLeft', to: 'open' },
      { from: 'open', event: 'ShiftNoteLeft', to: 'open' },
    ],
  },
  refusals,
  involves: () => [],
  decide,
  evolve,
  project: () => ({ list: null, clocks: [], acts: [] }),
  together: () => [],
  after: () => [],
};

function decide(
  { data: { unit, day, text } }: ShiftCommand,
  _state: ShiftState,
  { actor, onBehalfOf }: Facts,
): Decision<ShiftEvent> {
  if (actor.kind !== 'staff' || onBehalfOf !== undefined) return no('shift.not-yours');
  const { post } = actor;
  if (post.unit !== unit || !ROLES.includes(post.role)) return no('shift.not-yours');
  if (text === null) return no('shift.text-needed');
  return { events: [{ type: 'ShiftNoteLeft', v: 1, data: { unit, day, post, text } }] };
}

function evolve(state: ShiftState, { data, occurredAt }: Recorded<ShiftEvent>): ShiftState {
  const { unit, day, post, text } = data;
  const notes = state.status === 'none' ? [] : state.notes;
  return { status: 'open', unit, day, notes: [...notes, { at: occurredAt, post, text }] };
}

export type { Note, ShiftState } from './state.ts';
