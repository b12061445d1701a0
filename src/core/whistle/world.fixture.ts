import type { Institution } from '../authority/institution.ts';
import { callbackProcess } from '../callback/index.ts';
import { caseProcess } from '../case/index.ts';
import type { CaseState } from '../case/state.ts';
import { createChecker, type Subject } from '../invariants/index.ts';
import type {
  Actor,
  Claim,
  Facts,
  Instant,
  Process,
  ProcessCommand,
  ProcessEvent,
  Reaction,
  Recorded,
  Refusal,
  StreamId,
} from '../process.ts';
import { retentionProcess } from '../retention/index.ts';
import { whistlingInstitution } from '../rulebook/small.fixture.ts';
import { sponsorshipProcess } from '../sponsorship/index.ts';
import { sponsored, sponsoring } from '../sponsorship/seats.ts';
import { isLive, isRunning, type SponsorshipState } from '../sponsorship/state.ts';
import { MONDAY, machine } from './given.fixture.ts';
import { whistleProcess } from './index.ts';
import { comingTo, placeOf } from './issuing.ts';
import { placed, type WhistleState } from './state.ts';

/** Cases and whistles with their reactions and claims, as the engine would run them. For tests only. */
export interface World {
  readonly streams: ReadonlyMap<StreamId, Stream>;
  readonly waiting: readonly Reaction[];
  /** Who holds a place of each name. */
  readonly claims: ReadonlyMap<string, ReadonlySet<StreamId>>;
  readonly now: Instant;
  readonly institution: Institution;
}

interface Stream {
  readonly process: Name;
  readonly state: unknown;
  readonly events: readonly Recorded[];
}

type Name = 'case' | 'whistle' | 'callback' | 'sponsorship' | 'retention';
type AnyProcess = Process<unknown, ProcessCommand, ProcessEvent>;
const PROCESSES: Readonly<Record<Name, AnyProcess>> = {
  case: caseProcess as unknown as AnyProcess,
  whistle: whistleProcess as unknown as AnyProcess,
  callback: callbackProcess as unknown as AnyProcess,
  sponsorship: sponsorshipProcess as unknown as AnyProcess,
  retention: retentionProcess as unknown as AnyProcess,
};

export const emptyWorld = (institution = whistlingInstitution()): World => ({
  streams: new Map(),
  waiting: [],
  claims: new Map(),
  now: MONDAY,
  institution,
});

export interface Deed {
  readonly process: Name;
  readonly stream: StreamId;
  readonly by: Actor;
  readonly command: ProcessCommand;
  readonly at?: Instant;
}

type AnyState = CaseState | WhistleState | SponsorshipState;

export const stateOf = (world: World, stream: StreamId): AnyState =>
  (world.streams.get(stream)?.state ?? { status: 'none' }) as AnyState;

/** One act and every reaction that must be written with it, or why not. */
export function acted(world: World, deed: Deed): World | Refusal {
  const { process: name, stream, by, command } = deed;
  const process = PROCESSES[name];
  const before = world.streams.get(stream) ?? { process: name, state: process.initial, events: [] };
  const others = new Map(
    process.involves(command).map((other) => [other, world.streams.get(other)?.state] as const),
  );
  const { institution, now } = world;
  const occurredAt = deed.at ?? now;
  const facts: Facts = {
    now,
    occurredAt,
    stream,
    actor: by,
    institution,
    others,
    lot: lotOf(stream),
  };
  const decision = process.decide(command, before.state, facts);
  if ('refusal' in decision) return decision.refusal;
  const claims = claimed(world.claims, decision.claims ?? [], stream);
  if ('code' in claims) return claims;
  let { state, events } = before;
  const waiting = [...world.waiting];
  const together: Reaction[] = [];
  for (const { occurredAt: at = occurredAt, ...event } of decision.events) {
    const version = events.length + 1;
    const said = { ...event, stream, version, occurredAt: at, recordedAt: now, actedBy: by };
    state = process.evolve(state, said);
    events = [...events, said];
    together.push(...process.together(said, state, stream));
    waiting.push(...process.after(said, state, stream));
  }
  const streams = new Map(world.streams).set(stream, { process: name, state, events });
  return together.reduce<World>(
    (sofar, reaction) => {
      const next = acted(sofar, reacting(reaction));
      if ('code' in next) throw new Error(`${reaction.command.type}: ${next.code}`);
      return next;
    },
    { ...world, streams, waiting, claims },
  );
}

/** A lot of the stream's name alone: the same whenever it is drawn. */
function lotOf(stream: StreamId): number {
  let hash = 0x811c9dc5;
  for (const char of `${stream} `) {
    hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 0x01000193);
    hash ^= hash >>> 13;
  }
  return (hash >>> 0) / 2 ** 32;
}

const reacting = ({ process, stream, command }: Reaction): Deed => ({
  process: process as Name,
  stream,
  by: machine('reaction'),
  command,
});

/** As a store takes and gives back: released first, one place a holder. */
function claimed(
  held: World['claims'],
  claims: readonly Claim[],
  holder: StreamId,
): World['claims'] | Refusal {
  const next = new Map([...held].map(([name, holders]) => [name, new Set(holders)]));
  for (const { op, name } of claims) if (op === 'release') next.get(name)?.delete(holder);
  for (const claim of claims) {
    if (claim.op === 'release') continue;
    const holders = next.get(claim.name) ?? new Set();
    if (!holders.has(holder) && holders.size >= claim.limit) {
      return claim.full ?? { code: 'limit', params: {} };
    }
    next.set(claim.name, holders.add(holder));
  }
  return next;
}

/** The world after an act; as it was where it is refused. */
export function tried(world: World, deed: Deed): World {
  const next = acted(world, deed);
  return 'code' in next ? world : next;
}

/** Carries out what waits; what is refused is parked. */
export function settled(world: World): World {
  let sofar = world;
  for (let n = 0; n < 1_000; n++) {
    const [next, ...rest] = sofar.waiting;
    if (next === undefined) return sofar;
    sofar = tried({ ...sofar, waiting: rest }, reacting(next));
  }
  throw new Error('the reactions never come to rest');
}

export function violations(world: World): readonly string[] {
  const checker = createChecker(world.institution);
  for (const [stream, { process, state, events }] of world.streams) {
    const { list } = PROCESSES[process].project(state, stream);
    checker.look({ process, stream, state, events, list } as Subject);
  }
  return [
    ...checker
      .verdicts({ settled: world.waiting.length === 0 })
      .flatMap(({ invariant, violations: found }) =>
        found.map(({ stream, what }) => `${invariant.number} ${stream}: ${what}`),
      ),
    ...strayPlaces(world),
  ];
}

/** A place is held by exactly the whistles that call the unit, and the leaders that have a case. */
function strayPlaces({ streams, claims }: World): readonly string[] {
  const held = [...claims].flatMap(([name, of]) => [...of].map((holder) => `${name} ${holder}`));
  const called = [...streams].flatMap(([stream, { process, state }]) =>
    (process === 'whistle'
      ? placesOf(state as WhistleState)
      : process === 'sponsorship'
        ? sponsoredPlaces(state as SponsorshipState)
        : []
    ).map((name) => `${name} ${stream}`),
  );
  const both = new Set([...held, ...called]);
  return [...both].filter((one) => held.includes(one) !== called.includes(one));
}

const placesOf = (state: WhistleState): readonly string[] =>
  placed(state).flatMap((unit) => [
    placeOf(unit),
    comingTo(state.status === 'none' ? '' : state.case, unit),
  ]);

const sponsoredPlaces = (state: SponsorshipState): readonly string[] =>
  isLive(state)
    ? [sponsored(state.case), ...(isRunning(state) ? [sponsoring(state.sponsor.account)] : [])]
    : [];
