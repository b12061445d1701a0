import { type CaseState, orderOf } from '../src/core/case/state.ts';
import type { StreamId } from '../src/core/process.ts';
import type { Rulebook } from '../src/core/rulebook/rulebook.ts';
import { type SecrecyCommand, type SecrecyState, secrecyOf } from '../src/core/secrecy/index.ts';
import type { Request } from '../src/engine/request.ts';
import { staff } from './actors.ts';
import { TENANT, type World } from './world.ts';

const DAY = 24 * 3_600_000;

/** Two officers let looks at somebody's details be told later, lift it, or let it run out. */
export function holdOn(world: World, cases: readonly StreamId[], law: Rulebook): Request | null {
  const { people: r } = world;
  const about = r.any(cases);
  const matter = about === undefined ? null : world.read<CaseState>(about);
  if (about === undefined || matter === null || matter.status === 'none') return null;
  const stream = secrecyOf(about);
  const state = world.read<SecrecyState>(stream) ?? { status: 'none' };
  const command = next(world, about, state);
  const unit = orderOf(matter)?.lead ?? matter.holder;
  const second = law.secrecy?.approver ?? { unit, role: 'supervisor' as const };
  const asks = command.type === 'ask' || (command.type === 'lift' && r.chance(0.5));
  return {
    tenant: TENANT,
    process: 'secrecy',
    stream,
    actor: staff(asks ? { unit, role: 'unit_head' } : second),
    command,
    expectedVersion: world.version(stream),
    key: world.crypto.id(80),
  };
}

function next(world: World, about: StreamId, state: SecrecyState): SecrecyCommand {
  const { people: r, now } = world;
  const reason = r.chance(0.9) ? '核查期间' : ' ';
  switch (state.status) {
    case 'asked':
      return r.chance(0.8) ? { type: 'agree', data: {} } : { type: 'turn-down', data: { reason } };
    case 'held':
      return { type: 'lift', data: { reason } };
    default: {
      const until = now + r.int(-1, 40) * DAY;
      return { type: 'ask', data: { case: about, basis: 'impede', reason, until } };
    }
  }
}
