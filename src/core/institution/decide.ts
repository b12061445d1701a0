import { type Institution, rulebookAt } from '../authority/institution.ts';
import { isDirected, samePost } from '../authority/posts.ts';
import { holdingOf, mayPass } from '../authority/power.ts';
import { lastingUnits, unitIn } from '../authority/units.ts';
import type { Facts, Instant, UnitId } from '../process.ts';
import type { Rulebook } from '../rulebook/rulebook.ts';
import { allowed, type Touched } from './access.ts';
import { type Answer, type Data, no, says } from './answer.ts';
import type { InstitutionCommand } from './commands.ts';
import { adopt, approve, propose, takeBack, turnDown } from './law.ts';
import type { InstitutionState, Lawful } from './state.ts';

export function decide(command: InstitutionCommand, state: InstitutionState, facts: Facts): Answer {
  if (!allowed(facts.actor, command.type, touchedBy(command, state))) {
    return no('institution.not-yours', { command: command.type });
  }
  if (command.type === 'publish-calendar') return publish(command.data, state);
  if (command.type === 'adopt-rulebook') return adopt(command.data, state);
  const rulebook = inForceOrComing(facts.institution, facts.occurredAt);
  if (state.status === 'founding' || rulebook === null) return no('institution.no-rulebook');
  switch (command.type) {
    case 'propose-rulebook':
      return propose(command.data, state, facts);
    case 'approve-rulebook':
      return approve(command.data, state, facts);
    case 'turn-down-rulebook':
      return turnDown(command.data, state, facts);
    case 'take-back-rulebook':
      return takeBack(command.data, state, facts);
    case 'change-staff':
      return changeStaff(command.data, facts);
    case 'delegate':
      return delegate(command.data, state, facts, rulebook);
    case 'stand-in':
      return standIn(command.data, state, facts, rulebook);
    case 'recuse':
      return recuse(command.data, state, facts, rulebook);
    case 'end-delegation':
      return end(command.data.id, state.delegations, facts, (at) =>
        says({ type: 'DelegationEnded', v: 1, data: { id: command.data.id, at } }),
      );
    case 'end-stand-in':
      return end(command.data.id, state.standIns, facts, (at) =>
        says({ type: 'StandInEnded', v: 1, data: { id: command.data.id, at } }),
      );
    case 'end-recusal':
      return endRecusal(command.data, state, facts);
  }
}

function touchedBy(command: InstitutionCommand, state: InstitutionState): Touched {
  const unit = (id: UnitId | undefined): Touched => ({ unit: id ?? null, account: null });
  const lawful = state.status === 'lawful' ? state : null;
  switch (command.type) {
    case 'delegate':
      return unit(command.data.from);
    case 'end-delegation':
      return unit(lawful?.delegations.find(({ id }) => id === command.data.id)?.from);
    case 'stand-in':
      return unit(command.data.absent.unit);
    case 'end-stand-in':
      return unit(lawful?.standIns.find(({ id }) => id === command.data.id)?.absent.unit);
    case 'recuse':
      return { unit: null, account: command.data.account };
    default:
      return { unit: null, account: null };
  }
}

/** A district may be set up days before its first rulebook begins. */
function inForceOrComing(institution: Institution, at: Instant): Rulebook | null {
  return rulebookAt(institution, at) ?? institution.rulebooks[0] ?? null;
}

function publish(data: Data<'publish-calendar'>, state: InstitutionState): Answer {
  const same = state.calendars.filter(({ id }) => id === data.id);
  if (same.some(({ version }) => version === data.version)) {
    return no('institution.version-taken', { id: data.id, version: data.version });
  }
  const lost = same.at(-1)?.years.find((year) => !data.years.includes(year));
  if (lost !== undefined) return no('institution.calendar-loses-year', { id: data.id, year: lost });
  return says({ type: 'CalendarPublished', v: 1, data });
}

function delegate(data: Data<'delegate'>, state: Lawful, facts: Facts, rulebook: Rulebook): Answer {
  if (isTaken(data.id, state.delegations)) return no('institution.id-taken', { id: data.id });
  const badPeriod = checkPeriod(data, facts);
  if (badPeriod !== null) return badPeriod;
  const stranger = [data.from, data.to].find((id) => unitIn(rulebook, id) === null);
  if (stranger !== undefined) return no('institution.unit-unknown', { unit: stranger });
  const power = rulebook.powers.find(({ id }) => id === data.power);
  if (power === undefined) return no('institution.power-unknown', { power: data.power });
  if (power.delegable === 'no') return no('institution.power-pinned', { power: power.id });
  if (!mayPass(rulebook, power, data.from, data.to)) {
    return no('institution.power-internal', { power: power.id, to: data.to });
  }
  if (holdingOf(rulebook, data.from, power.id, data.validFrom) === null) {
    return no('institution.power-not-held', { power: power.id, from: data.from });
  }
  return says({ type: 'PowerDelegated', v: 1, data });
}

function standIn(data: Data<'stand-in'>, state: Lawful, facts: Facts, rulebook: Rulebook): Answer {
  if (isTaken(data.id, state.standIns)) return no('institution.id-taken', { id: data.id });
  const badPeriod = checkPeriod(data, facts);
  if (badPeriod !== null) return badPeriod;
  const stranger = [data.absent, data.present].find(({ unit }) => unitIn(rulebook, unit) === null);
  if (stranger !== undefined) return no('institution.unit-unknown', { unit: stranger.unit });
  if (samePost(data.absent, data.present)) {
    return no('institution.stand-in-self', { unit: data.absent.unit });
  }
  const { actor } = facts;
  if (actor.kind === 'staff' && actor.post.role === 'unit_head' && !isDirected(data.absent)) {
    return no('institution.stand-in-not-directed', { role: data.absent.role });
  }
  return says({ type: 'StandInNamed', v: 1, data });
}

function recuse(data: Data<'recuse'>, state: Lawful, facts: Facts, rulebook: Rulebook): Answer {
  if (isTaken(data.id, state.recusals)) return no('institution.id-taken', { id: data.id });
  if (data.reason.trim() === '') return no('institution.incomplete', { field: 'reason' });
  const { scope } = data;
  if (scope.kind === 'unit' && unitIn(rulebook, scope.unit) === null) {
    return no('institution.unit-unknown', { unit: scope.unit });
  }
  const recusal = { ...data, validFrom: facts.occurredAt, validTo: null };
  return says({ type: 'RecusalDeclared', v: 1, data: recusal });
}

function endRecusal(data: Data<'end-recusal'>, state: Lawful, facts: Facts): Answer {
  if (data.reason.trim() === '') return no('institution.incomplete', { field: 'reason' });
  const recusal = state.recusals.find(({ id }) => id === data.id);
  if (facts.actor.kind === 'staff' && facts.actor.account === recusal?.account) {
    return no('institution.recused-self');
  }
  return end(data.id, state.recusals, facts, (at) =>
    says({ type: 'RecusalEnded', v: 1, data: { id: data.id, at, reason: data.reason } }),
  );
}

/** A post may be filled before its unit's version takes effect, and in no unit that is gone. */
function changeStaff(
  data: Data<'change-staff'>,
  { actor, institution, occurredAt }: Facts,
): Answer {
  if (data.reason.trim() === '') return no('institution.incomplete', { field: 'reason' });
  if (data.orders.length === 0) return no('institution.no-change');
  const known = lastingUnits(institution, occurredAt);
  const stranger = data.orders
    .filter(({ disabled }) => !disabled)
    .flatMap(({ posts }) => posts)
    .find(({ unit }) => !known.has(unit));
  if (stranger !== undefined) return no('institution.unit-unknown', { unit: stranger.unit });
  const by = actor.kind === 'staff' ? actor.account : null;
  if (data.orders.some(({ account }) => account === by)) return no('institution.own-account');
  return says({ type: 'StaffChanged', v: 1, data });
}

interface Span {
  readonly id: string;
  readonly validFrom: Instant;
  readonly validTo: Instant | null;
}

function end(
  id: string,
  entries: readonly Span[],
  facts: Facts,
  event: (at: Instant) => Answer,
): Answer {
  const entry = entries.find((candidate) => candidate.id === id);
  if (entry === undefined) return no('institution.not-found', { id });
  // What has not begun ends where it would have begun: it never held.
  const at = Math.max(facts.occurredAt, entry.validFrom);
  if (entry.validTo !== null && entry.validTo <= at) {
    return no('institution.already-ended', { id });
  }
  return event(at);
}

function checkPeriod(
  { validFrom, validTo }: { readonly validFrom: Instant; readonly validTo: Instant },
  facts: Facts,
): Answer | null {
  if (validTo <= validFrom) return no('institution.period', { validFrom, validTo });
  if (validFrom < facts.occurredAt) {
    return no('institution.retroactive', { validFrom, occurredAt: facts.occurredAt });
  }
  return null;
}

const isTaken = (id: string, entries: readonly { readonly id: string }[]): boolean =>
  entries.some((entry) => entry.id === id);
