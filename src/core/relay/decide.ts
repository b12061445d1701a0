import { calendarOf, rulebookAt } from '../authority/institution.ts';
import type { CallbackState } from '../callback/state.ts';
import type { CaseState } from '../case/state.ts';
import type { Decision, Facts, Instant, Post, Refusal } from '../process.ts';
import { DAY, dateOfWall } from '../time/civil.ts';
import { startOfDay, zoneOf } from '../time/zone.ts';
import { authorise } from './access.ts';
import type { RelayCommand } from './commands.ts';
import type { RelayEvent } from './events.ts';
import { refuse } from './refusals.ts';
import { type Call, lastCall, type RelayState, type Status } from './state.ts';

type Answer = Decision<RelayEvent>;
type Asked = Extract<RelayCommand, { type: 'ask' }>['data'];

/**
 * Calls about one matter in one day of the institution's own zone; illustrative. `callsSince` says
 * which of them count.
 */
export const MOST_A_DAY = 3;

const FROM: Readonly<Record<RelayCommand['type'], readonly Status[]>> = {
  ask: ['none', 'quiet'],
  tell: ['asked', 'placed'],
  'note-placed': ['asked'],
  'note-refused': ['asked'],
};

/** What follows from a command, or why nothing does. */
export function decide(command: RelayCommand, state: RelayState, facts: Facts): Answer {
  const passed = gate(command, state, facts);
  if ('refusal' in passed) return passed;
  switch (command.type) {
    case 'ask':
      return ask(command.data, state, passed.as);
    case 'tell':
      return said('CallTold', { ...callIn(state), outcome: command.data.outcome });
    case 'note-placed':
      return said('CallPlaced', callIn(state));
    case 'note-refused':
      return said('CallRefused', callIn(state));
  }
}

/** Why a command could not be tried now; null where it may be. */
export function whyNot(command: RelayCommand, state: RelayState, facts: Facts): Refusal | null {
  const passed = gate(command, state, facts);
  return 'refusal' in passed ? passed.refusal : null;
}

function gate(
  command: RelayCommand,
  state: RelayState,
  facts: Facts,
): { readonly as: Post | null } | { readonly refusal: Refusal } {
  const { type } = command;
  if (type === 'ask' && !isFound(command.data, facts)) return refuse('relay.unknown-case');
  const authority = authorise(command, state, facts);
  if ('refusal' in authority) return authority;
  if (!FROM[type].includes(state.status) && !(type === 'ask' && isForgotten(state, facts))) {
    if (state.status === 'none') return refuse('relay.unknown');
    return refuse('relay.wrong-status', { command: type, status: state.status });
  }
  // A call is asked for now or not at all; what came of it is of the call, whenever that is said.
  if (type === 'ask' && facts.occurredAt !== facts.now) return refuse('relay.not-entered-late');
  if (type !== 'ask') return authority;
  const about = facts.others.get(command.data.case) as Exclude<CaseState, { status: 'none' }>;
  if (about.contact === null || about.erased !== null) return refuse('relay.no-contact');
  const used = callsSince(state, startOfToday(facts)).length;
  return used < MOST_A_DAY ? authority : refuse('relay.too-often', { times: MOST_A_DAY });
}

/** Nobody told what came of it, and that day is over: it keeps nobody from calling again. */
const isForgotten = (state: RelayState, facts: Facts): boolean => {
  const call = lastCall(state);
  return call !== null && call.at < startOfToday(facts);
};

function isFound({ case: id, callback }: Asked, { others }: Facts): boolean {
  const about = others.get(id) as CaseState | undefined;
  const asking = callback === null ? null : (others.get(callback) as CallbackState | undefined);
  if (about === undefined || about.status === 'none') return false;
  if (asking === null) return true;
  return asking !== undefined && asking.status !== 'none' && asking.case === id;
}

/**
 * Those that count: where it is not known whether it rang, it may have. That it never rang is believed
 * where the exchange said nothing: what it put through counts, whatever the caller says.
 */
export const callsSince = (state: RelayState, from: Instant): readonly Call[] =>
  state.status === 'none'
    ? []
    : state.calls.filter(
        ({ at, exchange, outcome }) =>
          at >= from &&
          exchange !== 'refused' &&
          (exchange === 'placed' || outcome !== 'never-rang'),
      );

function startOfToday({ institution, now }: Facts): Instant {
  const law = rulebookAt(institution, now);
  if (law === null) return now - DAY;
  const zone = zoneOf(calendarOf(institution, law).zone);
  return startOfDay(zone, dateOfWall(zone.toWall(now)));
}

function ask({ case: of, callback }: Asked, state: RelayState, as: Post | null): Answer {
  if (as === null) throw new Error('relay: a call that no post asked for');
  const about = callback ?? of;
  const call = (lastCall(state)?.call ?? 0) + 1;
  return said('CallAsked', { about, case: of, call, post: as });
}

function callIn(state: RelayState): { readonly call: number } {
  const call = lastCall(state);
  if (call === null) throw new Error('relay: no call is in hand');
  return { call: call.call };
}

const said = <Type extends RelayEvent['type']>(
  type: Type,
  data: Extract<RelayEvent, { type: Type }>['data'],
): Answer => ({ events: [{ type, v: 1, data } as RelayEvent] });
