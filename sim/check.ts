import type { Institution } from '../src/core/authority/institution.ts';
import type { CaseState } from '../src/core/case/index.ts';
import { caseProcess } from '../src/core/case/index.ts';
import { createChecker, type Look } from '../src/core/invariants/index.ts';
import type { ListRow, StreamId } from '../src/core/process.ts';
import { type AnyProcess, readEvent } from '../src/engine/upcast.ts';
import { verify } from '../src/engine/verify/index.ts';
import { kept } from '../src/memory/database.ts';
import { addUp, type Coverage, edgeName } from './coverage.ts';
import { PRIVATE } from './scene.ts';
import { Broken } from './story.ts';
import { TENANT, type World } from './world.ts';

const KNOWN_EDGES = new Set(caseProcess.transitions.edges.map(edgeName));

/** The case invariants on the streams named; `settled` when no reaction waits. */
export function checkCases(
  world: World,
  institution: Institution,
  streams: Iterable<StreamId>,
  settled: boolean,
  coverage: Coverage,
): void {
  const checker = createChecker(institution);
  for (const stream of streams) {
    checker.look({ process: 'case', stream, ...subject(world, stream) });
  }
  const erased = new Set(checker.merged().filter((stream) => isErased(world, stream)));
  for (const { invariant, evaluated, violations } of checker.verdicts({ settled, erased })) {
    addUp(coverage.invariants, invariant.number, evaluated);
    const [first] = violations;
    if (first !== undefined) {
      const { number, name } = invariant;
      throw new Broken(`invariant ${number} (${name.en}) on ${first.stream}: ${first.what}`);
    }
  }
}

const isErased = ({ tables }: World, stream: StreamId): boolean =>
  tables.vaultKeys.get(stream) === 'destroyed';

function subject(world: World, stream: StreamId) {
  const { lists, looks } = world.tables;
  const list = lists.get(stream);
  return {
    events: world.events(stream),
    state: world.state(stream),
    list: list === undefined ? null : (kept(list) as ListRow),
    looks: (looks.get(stream) ?? []).map((look) => kept(look) as Look),
  };
}

/** The streams and whatever they are merged with, at whatever remove. */
export function withPartners(world: World, streams: readonly StreamId[]): Set<StreamId> {
  const found = new Set(streams);
  // A set visits what is added on the way.
  for (const stream of found) {
    const state = world.state(stream);
    if (state.status === 'none') continue;
    for (const other of state.joined) found.add(other);
    if (state.status === 'merged') found.add(state.into);
  }
  return found;
}

/** Every change of status goes along an edge of the graph; counts the edges. */
export function checkEdges(world: World, process: AnyProcess, coverage: Coverage): void {
  for (const [stream, rows] of world.tables.events) {
    if (rows[0]?.process !== process.name) continue;
    let state = process.initial;
    for (const row of rows) {
      const event = readEvent(process, row);
      const next = process.evolve(state, event);
      const [from, to] = [statusOf(state), statusOf(next)];
      const edge = edgeName({ from, event: event.type, to });
      if (KNOWN_EDGES.has(edge)) addUp(coverage.edges, edge);
      else if (from !== to) throw new Broken(`${stream}: no edge in the graph for ${edge}`);
      state = next;
    }
  }
}

const statusOf = (state: unknown): string => (state as CaseState).status;

/** Nothing due is left unfired once the worker has been through. */
export function checkNoClockForgotten(world: World): void {
  for (const clocks of world.tables.due.values()) {
    const late = clocks.find(({ dueAt }) => dueAt <= world.now);
    if (late !== undefined) {
      throw new Broken(`${late.stream}: ${late.clock} fell due and was not recorded as late`);
    }
  }
}

/** Every event was written by one accepted command, and every accepted command wrote its events. */
export function checkOnceOnly(world: World): void {
  const written = new Map<string, string>();
  for (const text of world.tables.commands.values()) {
    const { id, saw, outcome } = kept(text);
    if (!outcome.accepted) continue;
    for (const [stream, version] of Object.entries(outcome.versions)) {
      for (let at = (saw[stream] ?? 0) + 1; at <= version; at++) {
        const name = `${stream}@${at}`;
        const other = written.get(name);
        if (other !== undefined) throw new Broken(`${name} was written by ${other} and by ${id}`);
        written.set(name, id);
      }
    }
  }
  for (const [stream, rows] of world.tables.events) {
    for (const { version } of rows) {
      if (!written.delete(`${stream}@${version}`)) {
        throw new Broken(`${stream}@${version} was written by no command`);
      }
    }
  }
  const [missing] = written;
  if (missing !== undefined) throw new Broken(`${missing[0]} was acknowledged and is not there`);
}

/** A private text is nowhere but in the vault, and there only sealed. */
export function checkNothingPrivate(world: World): void {
  const { tables } = world;
  const texts = [
    ...[...tables.events.values()].flat().map(({ bytes }) => bytes),
    ...[...tables.heads.values()].map(({ state }) => state),
    ...[tables.lists, tables.acts, tables.commands].flatMap((rows) => [...rows.values()]),
    ...[...tables.reactions.values()].map(({ reaction }) => reaction),
  ];
  const leak = texts.find((text) => text.includes(PRIVATE));
  if (leak !== undefined) throw new Broken(`a private text got out: ${leak.slice(0, 300)}`);
}

/** The log replays to all that is stored, and its chains and checkpoints hold. */
export async function checkLog(world: World, processes: readonly AnyProcess[]): Promise<void> {
  const { memory, crypto } = world;
  const { audit, store } = memory;
  const parts = { audit, store, crypto, processes };
  const { differences } = await world.calmly(() => verify(parts, TENANT));
  const [first] = differences;
  if (first !== undefined) {
    const { subject: what, stream, stored, derived } = first;
    throw new Broken(`verify: ${what} of ${stream}: stored ${stored}, derived ${derived}`);
  }
}
