import { type Clock, clockOf, liveOf } from '../clock/clock.ts';
import { waiting } from '../clock/ladder.ts';
import type { ActRow, Instant, Post, Role, UnitId } from '../process.ts';
import { closable } from './closing.ts';
import { isLapsed } from './extension.ts';
import type { ClockKind } from './scene.ts';
import {
  type CaseState,
  type Handling,
  isOpen,
  type Known,
  orderOf,
  type Replied,
  waitsFor,
} from './state.ts';

type Owed = readonly [act: string, by: Post, clock?: Clock | undefined, dueAt?: Instant];

/** What somebody still owes the case: the rows of "my next acts". */
export function actsOf(state: CaseState): readonly ActRow[] {
  if (state.status === 'none') return [];
  const handover = handoverOwed(state);
  const first = handover.length > 0;
  const all = [...handover, ...owed(state), ...summaryOwed(state), ...above(state)];
  return all.map(([act, { unit, role, ...seat }, own, dueAt]) => {
    const clock = dueAt === undefined ? stricter(own, liveOf(state.clocks, 'upstream')) : own;
    return {
      act: `case.${act}`,
      unit,
      role,
      // A step of a draft's way names its own office; what handlers owe lies where it was assigned.
      ...(role === 'unit_handler' && act !== 'agree-reply' ? whoHasIt(state, unit) : seat),
      ...(clock === undefined ? {} : { clock: clock.id }),
      startedAt: clock?.startedAt ?? state.since,
      dueAt: dueAt ?? (clock?.status === 'running' ? clock.dueAt : null),
      first,
    };
  });
}

/**
 * Of an act's own clock and the one the system above set, which every act before the reply leads
 * up to, the one that falls due first; a clock that stands still is behind one that runs.
 */
export function stricter(own: Clock | undefined, theirs: Clock | undefined): Clock | undefined {
  if (own === undefined || theirs === undefined) return own ?? theirs;
  return own.status === 'running' && own.dueAt <= theirs.dueAt ? own : theirs;
}

const at = (unit: UnitId, role: Role): Post => ({ unit, role });

/** Who in the lead unit has what its handlers owe, where somebody was named. */
function whoHasIt(state: Known, unit: UnitId): Pick<ActRow, 'office' | 'account'> {
  const order = orderOf(state);
  const assignment = order?.lead === unit ? order.assignment : null;
  const { office = null, to = null } = assignment ?? {};
  return {
    ...(office === null ? {} : { office }),
    ...(to === null ? {} : { account: to.account }),
  };
}

/**
 * While nobody said that the emergency line has it, that comes before all else (invariant 12): it
 * has been due since the number was shown. Null where nobody waits for that word.
 */
export function handoverDue(state: Known): Instant | null {
  const { emergency } = state;
  if (emergency === null || emergency.confirmed || 'outcome' in state) return null;
  return emergency.shownAt;
}

function handoverOwed(state: Known): readonly Owed[] {
  const shownAt = handoverDue(state);
  if (shownAt === null) return [];
  return [
    ['confirm-handover', at(state.receivedBy, 'intake_agent'), undefined, shownAt],
    ['confirm-handover', at(state.desk, 'dispatcher'), undefined, shownAt],
  ];
}

/** The units at work on a confidential request may not read it: they wait for the officer's summary. */
const summaryOwed = (state: Known): readonly Owed[] =>
  isOpen(state) && state.confidential && state.summary === null && orderOf(state) !== null
    ? [['summarise', at(state.receivedBy, 'intake_agent')]]
    : [];

/** The act that a missed promise's ladder waits for, in the rung's own time. */
const above = (state: Known): readonly Owed[] =>
  waiting(state.ladders).flatMap(({ act, by, timer }): readonly Owed[] => {
    const role = act === 'instruct' ? 'unit_head' : 'supervisor';
    const rung = clockOf(state.clocks, timer);
    if (by === null || rung === undefined) return [];
    return [['supervise', at(by, role), rung, rung.dueAt]];
  });

function owed(state: Known): readonly Owed[] {
  const clock = (kind: ClockKind) => liveOf(state.clocks, kind);
  switch (state.status) {
    case 'received':
      return [['triage', at(state.desk, 'dispatcher'), clock('triage')]];
    case 'triaged':
      return state.ruler === null
        ? [['dispatch', at(state.desk, 'dispatcher'), clock('dispatch')]]
        : [['rule-allocation', at(state.ruler, 'arbiter'), clock('ruling')]];
    case 'assigned':
      return [['sign-for', at(state.order.lead, 'unit_handler'), clock('sign-for')]];
    case 'objected':
      return [
        ['decide-objection', at(state.objection.ruler, 'arbiter'), clock('objection')],
        ['contact', at(state.holder, 'unit_handler'), clock('reply')],
      ];
    case 'handling':
      return handlingOwed(state);
    case 'replied':
      return verificationOwed(state);
    default:
      return [];
  }
}

function handlingOwed(state: Handling): readonly Owed[] {
  const { lead } = state.order;
  const reply = liveOf(state.clocks, 'reply');
  const contact = liveOf(state.clocks, 'contact');
  const asked = state.extension;
  const pending = asked !== null && !isLapsed(asked, state.clocks) ? asked : null;
  const paused = state.clocks.filter(({ status }) => status === 'suspended');
  const signer = state.draft === null ? null : waitsFor(state.draft);
  const owed: Owed[] =
    signer === null
      ? [['reply', at(lead, 'unit_handler'), reply]]
      : [['agree-reply', signer, reply]];
  if (contact !== undefined) owed.push(['contact', at(lead, 'unit_handler'), contact]);
  for (const clock of paused) owed.push(['resume', at(lead, 'unit_handler'), clock]);
  if (pending?.granted === null) {
    const clock = liveOf(state.clocks, 'extension-decision');
    owed.push(['decide-extension', pending.approver, clock]);
  } else if (pending !== null) {
    const clock = clockOf(state.clocks, pending.clock);
    owed.push(['tell-extension', at(lead, 'unit_handler'), clock]);
  }
  return owed;
}

function verificationOwed(state: Replied): readonly Owed[] {
  const { verifier, callback } = state.verification;
  const clock = liveOf(state.clocks, 'verification');
  if (callback === 'upstream') return [['hear-upstream', at(verifier, 'dispatcher'), clock]];
  const act = closable(state).length > 0 ? 'close' : 'verify';
  return [[act, at(verifier, 'callback_agent'), clock]];
}
