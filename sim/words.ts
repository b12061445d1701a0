import { CONFIRMATION } from '../src/core/confirmation/awaited.ts';
import type { ConfirmationCommand } from '../src/core/confirmation/commands.ts';
import type { Awaited } from '../src/core/confirmation/state.ts';
import type { Post, UnitId } from '../src/core/process.ts';
import type { Request } from '../src/engine/request.ts';
import { staff } from './actors.ts';
import type { Random } from './random.ts';
import { privateText } from './scene.ts';
import { TENANT, type World } from './world.ts';

/** What some post says of an act that was entered in its name; null while there is none. */
export function wordOn(world: World): Request | null {
  const { people: r, tables } = world;
  const entered = [...tables.heads].filter(([, { process }]) => process === CONFIRMATION);
  const one = r.any(entered);
  if (one === undefined) return null;
  const [stream, head] = one;
  const state = JSON.parse(head.state) as Awaited;
  const post = state.status === 'contested' ? state.contest.supervisor : state.post;
  return {
    tenant: TENANT,
    process: CONFIRMATION,
    stream,
    actor: staff(r.chance(0.9) ? post : elsewhere(state.post)),
    command: command(r, state),
    expectedVersion: head.version,
    key: world.crypto.id(80),
  };
}

/** A note for the next shift of some unit, private like everything that is said freely. */
export function noteFrom(world: World, units: readonly UnitId[]): Request {
  const { people: r, crypto } = world;
  const unit = r.any(units) ?? 'nowhere';
  const day = new Date(world.now).toISOString().slice(0, 10);
  const stream = crypto.derive(`shift/${TENANT}/${unit}/${day}`, 80);
  return {
    tenant: TENANT,
    process: 'shift',
    stream,
    actor: staff({ unit, role: r.chance(0.9) ? 'unit_handler' : 'auditor' }),
    command: { type: 'leave-note', data: { unit, day, text: null } },
    private: { text: privateText(r, '交班') },
    expectedVersion: world.version(stream),
    key: crypto.id(80),
  };
}

const elsewhere = ({ unit }: Post): Post => ({ unit, role: 'auditor' });

function command(r: Random, { status }: Awaited): ConfirmationCommand {
  if (status === 'contested') return { type: 'note-contest', data: { note: '已核实' } };
  return r.chance(0.7)
    ? { type: 'confirm', data: {} }
    : { type: 'contest', data: { reason: r.chance(0.9) ? '不是本岗位的意思' : ' ' } };
}
