import type { Clock } from '../../src/core/clock/clock.ts';
import type {
  Instant,
  Process,
  ProcessCommand,
  ProcessEvent,
  Sealed,
  StreamId,
} from '../../src/core/process.ts';
import { refuse } from '../../src/core/process.ts';

/**
 * The smallest process that uses everything an engine offers: a clock, a claim, an alias, private
 * texts, reactions of both sorts. Engine and stores are tested with it, whatever real processes do.
 */
export type ToyCommand =
  | ProcessCommand<
      'open',
      {
        readonly title: string;
        readonly dueAt: Instant | null;
        readonly number: string | null;
        readonly words: Sealed | null;
      }
    >
  | ProcessCommand<'note', { readonly words: Sealed | null }>
  | ProcessCommand<'finish', Record<never, never>>
  | ProcessCommand<'occupy', { readonly place: string; readonly limit: number }>
  | ProcessCommand<'vacate', { readonly place: string }>
  /** The other must hear in the same write. */
  | ProcessCommand<'tell', { readonly to: StreamId }>
  /** The other hears some time after, in the words last noted. */
  | ProcessCommand<'send', { readonly to: StreamId }>
  | ProcessCommand<'hear', { readonly from: StreamId; readonly words: Sealed | null }>
  | ProcessCommand<'break', Record<never, never>>
  | ProcessCommand<'clock-due', { readonly clock: string; readonly revision: number }>;

export type ToyEvent =
  | ProcessEvent<
      'Opened',
      {
        readonly title: string;
        readonly dueAt: Instant | null;
        readonly at: Instant;
        readonly words: Sealed | null;
      }
    >
  | ProcessEvent<'Noted', { readonly words: Sealed | null }>
  | ProcessEvent<'Finished', Record<never, never>>
  | ProcessEvent<'Occupied', { readonly place: string }>
  | ProcessEvent<'Vacated', { readonly place: string }>
  | ProcessEvent<'Told', { readonly to: StreamId }>
  | ProcessEvent<'Sent', { readonly to: StreamId }>
  | ProcessEvent<'Heard', { readonly from: StreamId; readonly words: Sealed | null }>
  | ProcessEvent<'Breached', { readonly clock: string }>;

export type ToyState =
  | { readonly status: 'none' }
  | {
      readonly status: 'open' | 'finished';
      readonly title: string;
      readonly at: Instant;
      readonly dueAt: Instant | null;
      readonly breachedAt: Instant | null;
      readonly last: Sealed | null;
      readonly notes: number;
      readonly heard: number;
    };

const vocabulary = {
  Opened: 1,
  Noted: 1,
  Finished: 1,
  Occupied: 1,
  Vacated: 1,
  Told: 1,
  Sent: 1,
  Heard: 1,
  Breached: 1,
};

export const toy: Process<ToyState, ToyCommand, ToyEvent> = {
  name: 'toy',
  stateVersion: 1,
  initial: { status: 'none' },
  vocabulary,
  transitions: { process: 'toy', states: ['none', 'open', 'finished'], edges: [] },
  refusals: ['toy.not-open', 'toy.there-already', 'toy.no-such-other', 'toy.other-ended'],
  involves: (command) =>
    command.type === 'tell' || command.type === 'send' ? [command.data.to] : [],

  decide(command, state, { occurredAt, others }) {
    if (command.type === 'open') {
      if (state.status !== 'none') return refuse('toy.there-already');
      const { title, dueAt, number, words } = command.data;
      return {
        events: [{ type: 'Opened', v: 1, data: { title, dueAt, at: occurredAt, words } }],
        aliases: number === null ? [] : [{ kind: 'external', key: number }],
      };
    }
    if (command.type === 'break') throw new Error('a bug');
    if (state.status !== 'open') return refuse('toy.not-open', { status: state.status });
    switch (command.type) {
      case 'note':
        return { events: [{ type: 'Noted', v: 1, data: command.data }] };
      case 'finish':
        return { events: [{ type: 'Finished', v: 1, data: {} }] };
      case 'occupy': {
        const { place, limit } = command.data;
        return {
          events: [{ type: 'Occupied', v: 1, data: { place } }],
          claims: [{ op: 'take', name: place, limit }],
        };
      }
      case 'vacate': {
        const { place } = command.data;
        return {
          events: [{ type: 'Vacated', v: 1, data: { place } }],
          claims: [{ op: 'release', name: place }],
        };
      }
      case 'tell':
        if (!others.has(command.data.to)) return refuse('toy.no-such-other');
        return { events: [{ type: 'Told', v: 1, data: command.data }] };
      case 'send':
        if (isFinished(others.get(command.data.to))) return refuse('toy.other-ended');
        return { events: [{ type: 'Sent', v: 1, data: command.data }] };
      case 'hear':
        return { events: [{ type: 'Heard', v: 1, data: command.data }] };
      case 'clock-due':
        return { events: [{ type: 'Breached', v: 1, data: { clock: command.data.clock } }] };
    }
  },

  evolve(state, event) {
    if (event.type === 'Opened') {
      const { title, dueAt, at, words } = event.data;
      const base = { status: 'open', breachedAt: null, notes: 0, heard: 0 } as const;
      return { ...base, title, dueAt, at, last: words };
    }
    if (state.status === 'none') throw new Error(`${event.type} before Opened`);
    switch (event.type) {
      case 'Noted':
        return { ...state, notes: state.notes + 1, last: event.data.words ?? state.last };
      case 'Finished':
        return { ...state, status: 'finished' };
      case 'Heard':
        return { ...state, heard: state.heard + 1, last: event.data.words ?? state.last };
      case 'Breached':
        return { ...state, breachedAt: event.occurredAt };
      default:
        return state;
    }
  },

  project(state, _stream) {
    if (state.status === 'none') return { list: null, clocks: [], acts: [] };
    const { title, at, dueAt, breachedAt } = state;
    const open = state.status === 'open';
    return {
      list: {
        status: state.status,
        outcome: open ? null : 'DONE',
        bucket: open ? 'open' : 'closed',
        category: 'toys',
        title,
        place: 'here',
        holder: 'here',
        receivedBy: 'here',
        lead: null,
        assisting: [],
        called: [],
        about: null,
        openedAt: at,
        endedAt: null,
        dueAt: open ? dueAt : null,
        first: false,
        imported: false,
        breaches: breachedAt === null ? 0 : 1,
      },
      clocks: dueAt === null ? [] : [clockOf(state.status, at, dueAt, breachedAt)],
      acts: open
        ? [
            {
              act: 'toy.finish',
              unit: 'here',
              role: 'unit_handler',
              startedAt: at,
              dueAt,
              first: false,
            },
          ]
        : [],
    };
  },

  together: (event, _state, stream) =>
    event.type === 'Told' ? [hearing(event.data.to, stream)] : [],

  after(event, state, stream) {
    if (event.type !== 'Sent' || state.status === 'none') return [];
    const copies =
      state.last === null ? {} : { copies: { words: { stream, ref: state.last.ref } } };
    return [{ ...hearing(event.data.to, stream), ...copies }];
  },
};

const isFinished = (state: unknown): boolean =>
  (state as ToyState | undefined)?.status === 'finished';

function hearing(stream: StreamId, from: StreamId) {
  const command = { type: 'hear', data: { from, words: null } };
  return { process: 'toy', stream, command };
}

function clockOf(
  status: 'open' | 'finished',
  startedAt: Instant,
  dueAt: Instant,
  breachedAt: Instant | null,
): Clock {
  return {
    id: 'finish-1',
    kind: 'finish',
    unit: 'here',
    startedAt,
    duration: { n: 1, unit: 'hour' },
    legal: null,
    target: null,
    calendar: { id: 'none', version: '1' },
    citation: { text: { zh: '示例', en: 'illustrative' }, illustrative: true },
    dueAt,
    legalDueAt: null,
    provisional: false,
    suspensions: [],
    extensions: [],
    status: status === 'open' ? 'running' : 'met',
    breachedAt,
    endedAt: null,
    revision: 1,
  };
}
