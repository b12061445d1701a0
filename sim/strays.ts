import type { CommandType } from '../src/core/case/commands.ts';
import { INSTITUTION_STREAM } from '../src/core/institution/index.ts';
import type { Actor, StreamId } from '../src/core/process.ts';
import type { CommandType as SponsorshipCommandType } from '../src/core/sponsorship/commands.ts';
import type { CommandType as WhistleCommandType } from '../src/core/whistle/commands.ts';
import type { Request } from '../src/engine/request.ts';
import { staff } from './actors.ts';
import { register } from './intake.ts';
import type { Random } from './random.ts';
import type { Scene } from './scene.ts';
import type { SponsorshipScene } from './sponsoring.ts';
import type { WhistleScene } from './whistling.ts';
import { TENANT, type World } from './world.ts';

const DAY = 86_400_000;

interface Stray {
  readonly type: CommandType;
  readonly data: object;
  readonly actor: Actor;
}

const machine = (name: 'tick' | 'reaction' | 'import'): Actor => ({ kind: 'machine', name });

/** A machine's command out of its order: told twice, told late, told of what is no more. */
export function strayMachine(scene: Scene, others: readonly StreamId[]): Request {
  const { r, world, stream } = scene;
  const { type, data, actor } = r.pick([
    strayClock,
    strayJoin,
    strayLeave,
    strayForget,
    strayTold,
    strayCalendar,
    strayRegistration,
  ])(scene, r.any(others) ?? stream);
  const command = { type, data };
  const expectedVersion = world.version(stream);
  const key = world.crypto.id(80);
  return { tenant: TENANT, process: 'case', stream, actor, command, key, expectedVersion };
}

function strayClock({ r, state }: Scene): Stray {
  const clock = state.status === 'none' || r.chance(0.2) ? undefined : r.any(state.clocks);
  const data = { clock: clock?.id ?? 'no-such-clock', revision: clock?.revision ?? 1 };
  return { type: 'clock-due', data, actor: machine('tick') };
}

function strayJoin({ r, state }: Scene, other: StreamId): Stray {
  const joined = state.status === 'none' ? undefined : r.any(state.joined);
  const data = { from: joined ?? other, basis: '重复' };
  // Only one that joined already: the engine alone joins, and then both streams say so.
  const actor = joined === undefined ? staff(CLERK) : machine('reaction');
  return { type: 'join-request', data, actor };
}

function strayLeave({ state }: Scene, other: StreamId): Stray {
  const joined = state.status !== 'none' && state.joined.includes(other);
  const actor = joined ? staff(CLERK) : machine('reaction');
  return { type: 'leave-request', data: { left: other, reason: '重复' }, actor };
}

const strayForget = ({ r }: Scene, other: StreamId): Stray => ({
  ...(r.chance(0.5)
    ? ({ type: 'forget-whistle', data: { whistle: other } } as const)
    : ({ type: 'forget-sponsorship', data: { sponsorship: other } } as const)),
  actor: machine('reaction'),
});

const strayTold = (_: Scene, into: StreamId): Stray => ({
  type: 'tell-merged',
  data: { into, reply: null },
  actor: staff(CLERK),
});

const strayCalendar = ({ r }: Scene): Stray => ({
  type: 'recompute-clocks',
  data: { calendar: r.pick(['cn', 'none']) },
  actor: machine('tick'),
});

/** The same request under a new key: it is there already. */
const strayRegistration = (scene: Scene): Stray => ({
  type: 'register',
  data: register(scene, CLERK.unit).data,
  actor: staff({ unit: CLERK.unit, role: 'intake_agent' }),
});

const CLERK = { unit: 'hotline', role: 'dispatcher' } as const;

/** What a careless door might let through: no version, half a character, a stream that is not there. */
export function badlyFormed(r: Random, world: World, request: Request): Request {
  const { expectedVersion, ...blind } = request;
  const long = 'x'.repeat(20_001);
  const wrong: readonly Partial<Request>[] = [
    { private: { words: 'half \ud83d' } },
    { private: { words: long } },
    { command: { type: 'remind', data: { text: Array(20).fill(long) } } },
    { key: '' },
    { stream: 'A/b' },
    { stream: INSTITUTION_STREAM },
    { occurredAt: world.now + DAY },
    { stream: world.crypto.id(80), expectedVersion: 0 },
    { process: request.process === 'case' ? 'whistle' : 'case' },
  ];
  return r.chance(0.1) ? blind : { ...request, ...r.any(wrong) };
}

/** The same for a whistle. */
export function strayOnWhistle(scene: WhistleScene): Request {
  const { r, world, stream, state } = scene;
  const clock = state.status === 'none' ? undefined : r.any(state.clocks);
  const strays: readonly {
    readonly type: WhistleCommandType;
    readonly data: object;
    readonly actor: Actor;
  }[] = [
    {
      type: 'clock-due',
      data: { clock: clock?.id ?? 'none', revision: 1 },
      actor: machine('tick'),
    },
    { type: 'recompute-clocks', data: { calendar: 'cn' }, actor: machine('tick') },
    { type: 'case-ended', data: { status: 'closed' }, actor: staff(CLERK) },
    {
      type: 'propose',
      data: { case: stream, kind: 'DAILY', level: 1, missing: [], tried: [], units: [] },
      actor: staff(CLERK),
    },
    { type: 'sign', data: { callOut: 1 }, actor: { kind: 'person', case: stream } },
  ];
  const { type, data, actor } = r.any(strays) ?? { type: 'sign', data: {}, actor: staff(CLERK) };
  const command = { type, data };
  const expectedVersion = world.version(stream);
  const key = world.crypto.id(80);
  return { tenant: TENANT, process: 'whistle', stream, actor, command, key, expectedVersion };
}

/** And for a sponsorship. */
export function strayOnSponsorship({ r, world, stream, state }: SponsorshipScene): Request {
  const clock = state.status === 'none' ? undefined : r.any(state.clocks);
  const about = state.status === 'none' ? stream : state.case;
  const strays: readonly {
    readonly type: SponsorshipCommandType;
    readonly data: object;
    readonly actor: Actor;
  }[] = [
    {
      type: 'clock-due',
      data: { clock: clock?.id ?? 'none', revision: 1 },
      actor: machine('tick'),
    },
    { type: 'recompute-clocks', data: { calendar: 'cn' }, actor: machine('tick') },
    { type: 'case-ended', data: { status: 'closed' }, actor: staff(CLERK) },
    { type: 'accept', data: { shown: null }, actor: { kind: 'person', case: about } },
    { type: 'close', data: { reason: '办结' }, actor: machine('reaction') },
    { type: 'nominate', data: { case: about }, actor: staff(CLERK) },
  ];
  const { type, data, actor } = r.any(strays) ?? { type: 'close', data: {}, actor: staff(CLERK) };
  return {
    tenant: TENANT,
    process: 'sponsorship',
    stream,
    actor,
    command: { type, data },
    expectedVersion: world.version(stream),
    key: world.crypto.id(80),
  };
}
