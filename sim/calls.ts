import type { Institution } from '../src/core/authority/institution.ts';
import { type CaseState, orderOf } from '../src/core/case/state.ts';
import type { Actor, Post, StreamId } from '../src/core/process.ts';
import { type RelayCommand, type RelayState, relayOf } from '../src/core/relay/index.ts';
import { lastCall, OUTCOMES } from '../src/core/relay/state.ts';
import type { Rulebook } from '../src/core/rulebook/rulebook.ts';
import type { Request } from '../src/engine/request.ts';
import { accountOf, staff } from './actors.ts';
import { TENANT, type World } from './world.ts';

/** About what somebody telephones: a case, or a callback about it. */
interface Called {
  readonly case: StreamId;
  readonly callback: StreamId | null;
}

export function aboutWhat(
  world: World,
  cases: readonly StreamId[],
  asking: readonly StreamId[],
): Called {
  const { people: r } = world;
  const callback = r.chance(0.3) ? (r.any(asking) ?? null) : null;
  const asked = callback === null ? null : world.callback(callback);
  const own = asked === null || asked.status === 'none' ? r.any(cases) : asked.case;
  return { case: own ?? 'nowhere', callback };
}

/** Somebody calls, says what came of it, and calls again; the exchange says yes, no or nothing. */
export function callOn(
  world: World,
  about: Called,
  law: Rulebook,
  institution: Institution,
): Request | null {
  const { people: r, now } = world;
  const matter = world.read<CaseState>(about.case);
  if (matter === null || matter.status === 'none') return null;
  const stream = relayOf(about.callback ?? about.case);
  const state = world.read<RelayState>(stream) ?? { status: 'none' };
  const command = next(world, about, state);
  const late = command.type === 'ask' && r.chance(0.05) ? { occurredAt: now - 60_000 } : {};
  return {
    tenant: TENANT,
    process: 'relay',
    stream,
    actor: actorOf(world, command, state, callerOf(matter, about, law), about.case, institution),
    ...late,
    command,
    expectedVersion: world.version(stream),
    key: world.crypto.id(80),
  };
}

function next({ people: r }: World, about: Called, state: RelayState): RelayCommand {
  if (r.chance(0.06)) return { type: 'tell', data: { outcome: r.pick(OUTCOMES) } };
  const ask = {
    type: 'ask',
    data: r.chance(0.95) ? about : { ...about, case: 'nowhere' },
  } as const;
  switch (state.status) {
    case 'asked':
      return r.weighted({ placed: 6, refused: 2, told: 2 }) === 'placed'
        ? { type: 'note-placed', data: {} }
        : r.chance(0.5)
          ? { type: 'note-refused', data: {} }
          : { type: 'tell', data: { outcome: r.pick(OUTCOMES) } };
    case 'placed':
      return {
        type: 'tell',
        data: { outcome: r.pick(['reached', 'not-reached', 'wrong-number']) },
      };
    default:
      return ask;
  }
}

/** Whoever may reach the person, as far as can be told from outside. */
function callerOf(
  matter: Exclude<CaseState, { status: 'none' }>,
  { callback }: Called,
  law: Rulebook,
): Post {
  if (callback !== null) {
    return { unit: law.callback?.units[0] ?? 'nowhere', role: 'callback_agent' };
  }
  if (matter.status === 'replied') {
    return { unit: matter.verification.verifier, role: 'callback_agent' };
  }
  const order = orderOf(matter);
  return matter.confidential || order === null
    ? { unit: matter.receivedBy, role: 'intake_agent' }
    : { unit: order.lead, role: 'unit_handler' };
}

function actorOf(
  { people: r }: World,
  { type }: RelayCommand,
  state: RelayState,
  caller: Post,
  about: StreamId,
  { recusals }: Institution,
): Actor {
  if (type === 'note-placed' || type === 'note-refused')
    return { kind: 'machine', name: 'reaction' };
  const post = type === 'tell' ? (lastCall(state)?.post ?? caller) : caller;
  const barred = recusals.find(({ scope }) => scope.kind === 'case' && scope.case === about);
  // Whoever has an interest tries all the same.
  if (barred !== undefined && r.chance(0.3))
    return { kind: 'staff', account: barred.account, post };
  return r.chance(0.93)
    ? staff(post)
    : { kind: 'staff', account: accountOf(caller), post: STRANGER };
}

const STRANGER: Post = { unit: 'nowhere', role: 'auditor' };
