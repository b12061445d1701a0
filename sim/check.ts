import type { Institution } from '../src/core/authority/institution.ts';
import { callbackProcess } from '../src/core/callback/index.ts';
import { caseProcess } from '../src/core/case/index.ts';
import { deskKeyProcess } from '../src/core/desk-key/index.ts';
import { createChecker, type Look, type Subject } from '../src/core/invariants/index.ts';
import { petitionProcess } from '../src/core/petition/index.ts';
import { holdsMatter, sameMatter } from '../src/core/petition/registering.ts';
import type { ListRow, StreamId, TransitionGraph } from '../src/core/process.ts';
import { reportProcess } from '../src/core/report/index.ts';
import { retentionProcess } from '../src/core/retention/index.ts';
import { sponsorshipProcess } from '../src/core/sponsorship/index.ts';
import { sponsored, sponsoring } from '../src/core/sponsorship/seats.ts';
import { isLive, isRunning } from '../src/core/sponsorship/state.ts';
import { offerOf } from '../src/core/support/offering.ts';
import { isLive as isGoing } from '../src/core/support/state.ts';
import { transitions as supportTransitions } from '../src/core/support/transitions.ts';
import type { WhistleState } from '../src/core/whistle/index.ts';
import { comingTo, placeOf } from '../src/core/whistle/issuing.ts';
import { placed } from '../src/core/whistle/state.ts';
import { callOutTransitions, transitions } from '../src/core/whistle/transitions.ts';
import type { EventRow } from '../src/engine/ports.ts';
import { type AnyProcess, readEvent } from '../src/engine/upcast.ts';
import { verify } from '../src/engine/verify/index.ts';
import { kept } from '../src/memory/database.ts';
import { addUp, type Coverage, edgeName } from './coverage.ts';
import { PRIVATE } from './scene.ts';
import { Broken } from './story.ts';
import { TENANT, type World } from './world.ts';

/** The promises about the streams named, cases, whistles and reports; `settled` when no reaction waits. */
export function checkCases(
  world: World,
  institution: Institution,
  streams: Iterable<StreamId>,
  settled: boolean,
  coverage: Coverage,
): void {
  const checker = createChecker(institution);
  for (const stream of streams) {
    checker.look(subject(world, stream));
  }
  const erased = new Set(checker.mayBeErased().filter((stream) => isErased(world, stream)));
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

function subject(world: World, stream: StreamId): Subject {
  const { lists, looks } = world.tables;
  const list = lists.get(stream);
  return {
    process: world.processOf(stream),
    stream,
    events: world.events(stream),
    state: world.state(stream),
    list: list === undefined ? null : (kept(list) as ListRow),
    looks: (looks.get(stream) ?? []).map((look) => kept(look) as Look),
  } as Subject;
}

/**
 * A place in a unit's capacity is held by exactly the whistles that call it, or are about to; a
 * matter's one place for a petition by the petition made for it, a measure for a request by the
 * support that is under way, a leader's and a case's by the sponsorship that has them.
 */
export function checkPlaces(world: World): void {
  const { claims, heads } = world.tables;
  const held = [...claims].flatMap(([name, of]) => [...of].map((holder) => `${name} ${holder}`));
  const called = [...heads.keys()].flatMap((stream) =>
    claimsOf(world, stream).map((name) => `${name} ${stream}`),
  );
  const both = new Set([...held, ...called]);
  const stray = [...both].find((one) => held.includes(one) !== called.includes(one));
  if (stray !== undefined) throw new Broken(`${stray}: called and counted do not agree`);
}

function claimsOf(world: World, stream: StreamId): readonly string[] {
  if (world.processOf(stream) === 'whistle') return placesOf(world.whistle(stream));
  if (world.processOf(stream) === 'petition') {
    const state = world.petition(stream);
    return state.status !== 'none' && holdsMatter(state) ? [sameMatter(state.case)] : [];
  }
  if (world.processOf(stream) === 'sponsorship') {
    const state = world.sponsorship(stream);
    if (!isLive(state)) return [];
    const taken = isRunning(state) ? [sponsoring(state.sponsor.account)] : [];
    return [sponsored(state.case), ...taken];
  }
  const support = world.processOf(stream) === 'support' ? world.support(stream) : null;
  return support !== null && isGoing(support) ? [offerOf(support.case, support.measure)] : [];
}

const placesOf = (state: WhistleState): readonly string[] =>
  placed(state).flatMap((unit) => [
    placeOf(unit),
    comingTo(state.status === 'none' ? '' : state.case, unit),
  ]);

/** The cases, and whatever they are merged with, at whatever remove; whistles stand alone. */
export function withPartners(world: World, streams: readonly StreamId[]): Set<StreamId> {
  const found = new Set(streams);
  // A set visits what is added on the way.
  for (const stream of found) {
    const state = world.state(stream);
    if (world.processOf(stream) !== 'case' || state.status === 'none') continue;
    for (const other of state.joined) found.add(other);
    if (state.status === 'merged') found.add(state.into);
  }
  return found;
}

/** Every change of status goes along an edge of its graph; counts the edges. */
export function checkEdges(
  world: World,
  processes: readonly AnyProcess[],
  coverage: Coverage,
): void {
  for (const [stream, rows] of world.tables.events) {
    const process = processes.find(({ name }) => name === rows[0]?.process);
    if (process === undefined || !(process.name in WATCHED)) continue;
    for (const { graph, of } of WATCHED[process.name as keyof typeof WATCHED]) {
      travel(stream, rows, process, graph, of, coverage);
    }
  }
}

/** What of a state moves along a graph: its parts by name, each with its status. */
type Parts = (state: unknown) => ReadonlyMap<string | number, string>;
const whole: Parts = (state) => new Map([['', (state as { readonly status: string }).status]]);
const callOuts: Parts = (state) => {
  const known = state as WhistleState;
  return new Map(known.status === 'none' ? [] : known.callOuts.map(({ n, status }) => [n, status]));
};

export const WATCHED = {
  case: [{ graph: caseProcess.transitions, of: whole }],
  callback: [{ graph: callbackProcess.transitions, of: whole }],
  petition: [{ graph: petitionProcess.transitions, of: whole }],
  sponsorship: [{ graph: sponsorshipProcess.transitions, of: whole }],
  whistle: [
    { graph: transitions, of: whole },
    { graph: callOutTransitions, of: callOuts },
  ],
  retention: [{ graph: retentionProcess.transitions, of: whole }],
  support: [{ graph: supportTransitions, of: whole }],
  report: [{ graph: reportProcess.transitions, of: whole }],
  'desk-key': [{ graph: deskKeyProcess.transitions, of: whole }],
} as const;

function travel(
  stream: StreamId,
  rows: readonly EventRow[],
  process: AnyProcess,
  graph: TransitionGraph,
  of: Parts,
  coverage: Coverage,
): void {
  const edges = new Set(graph.edges.map(edgeName));
  let state = process.initial;
  for (const row of rows) {
    const event = readEvent(process, row);
    const next = process.evolve(state, event);
    const before = of(state);
    for (const [part, to] of of(next)) {
      const from = before.get(part);
      if (from === undefined) continue;
      const edge = edgeName({ from, event: event.type, to });
      if (edges.has(edge)) addUp(coverage.edges, `${graph.process}: ${edge}`);
      else if (from !== to) throw new Broken(`${stream}: no edge in the graph for ${edge}`);
    }
    state = next;
  }
}

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

/** Of what is said to be erased nothing opens any more, and the list outside knows of it. */
export function checkErased(world: World): void {
  const { heads, vault, vaultKeys } = world.tables;
  for (const stream of heads.keys()) {
    if (world.processOf(stream) !== 'retention') continue;
    const state = world.retention(stream);
    if (state.status !== 'erased') continue;
    for (const { stream: part } of state.streams) {
      const opens = vault.has(part) || vaultKeys.get(part) !== 'destroyed';
      if (opens) throw new Broken(`${stream}: ${part} is said to be erased, and opens`);
      if (!world.listed.has(part)) throw new Broken(`${part} was erased and is on no list`);
    }
  }
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
