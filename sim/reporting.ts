import type { DeskKeyState } from '../src/core/desk-key/index.ts';
import type { Actor, ProcessCommand, StreamId, UnitId } from '../src/core/process.ts';
import type { ReportState } from '../src/core/report/index.ts';
import { ANSWERS } from '../src/core/report/words.ts';
import type { Request } from '../src/engine/request.ts';
import { staff } from './actors.ts';
import type { Random } from './random.ts';
import { privateText } from './scene.ts';
import { TENANT, type World } from './world.ts';

interface Desk {
  readonly world: World;
  readonly r: Random;
  readonly unit: UnitId;
}

type Move = Pick<Request, 'stream' | 'process' | 'actor' | 'command' | 'private' | 'onBehalfOf'>;

/** The next thing at a sealed desk: its keys, somebody who reports, or what its officers do with it. */
export function atDesk(world: World, unit: UnitId): Request {
  const r = world.people;
  const desk = { world, r, unit };
  const inForce = keysOf(desk, 'in-force');
  const reports = streamsOf(desk, 'report');
  const what = r.weighted({
    key: inForce.length === 0 ? 20 : 1,
    tell: inForce.length === 0 ? 0.7 : 4,
    act: reports.length === 0 ? 0 : 12,
    stray: 1,
  });
  const moves = { key: aboutKey, tell, act, stray };
  const move = moves[what ?? 'key'](desk);
  const late = r.chance(0.03) ? { occurredAt: world.now - r.int(1, 86_400_000) } : {};
  return {
    tenant: TENANT,
    ...move,
    ...late,
    expectedVersion: world.version(move.stream),
    key: world.crypto.id(80),
  };
}

const streamsOf = ({ world }: Desk, process: string): readonly StreamId[] =>
  [...world.tables.heads].flatMap(([stream, head]) => (head.process === process ? [stream] : []));

const keysOf = (desk: Desk, status: DeskKeyState['status']): readonly StreamId[] =>
  streamsOf(desk, 'desk-key').filter(
    (stream) => desk.world.read<DeskKeyState>(stream)?.status === status,
  );

const openOf = (desk: Desk): readonly StreamId[] =>
  streamsOf(desk, 'report').filter((one) => {
    const status = desk.world.read<ReportState>(one)?.status;
    return status === 'received' || status === 'looked-at';
  });

const officer = ({ r, unit }: Desk, role: 'sealed_officer' | 'auditor' = 'sealed_officer'): Actor =>
  staff({ unit, role }, r.chance(0.5));

/** Now and then somebody who has no part in it. */
const somebody = (desk: Desk): Actor =>
  desk.r.chance(0.93)
    ? officer(desk)
    : desk.r.pick([
        staff({ unit: desk.unit, role: 'supervisor' }),
        staff({ unit: 'urban', role: 'sealed_officer' }),
        { kind: 'machine', name: 'reaction' } as const,
      ]);

/** A key is offered, compared by another, and some day no longer used; sometimes by who may not. */
function aboutKey(desk: Desk): Move {
  const { r, world } = desk;
  const process = 'desk-key';
  const all = streamsOf(desk, process);
  const offered = keysOf(desk, 'offered');
  const stream = r.any(r.chance(0.7) && offered.length > 0 ? offered : all) ?? world.crypto.id(80);
  const known = world.read<DeskKeyState>(stream);
  if (known === null || r.chance(0.15)) {
    const fresh = r.chance(0.9) ? world.crypto.id(80) : stream;
    const data = { alg: 'ecdh-p256', publicKey: world.crypto.id(80), fingerprint: fresh };
    const actor = r.chance(0.9) ? officer(desk) : officer(desk, 'auditor');
    return { process, stream: fresh, actor, command: { type: 'offer', data } };
  }
  const by = officer(desk, r.chance(0.5) ? 'auditor' : 'sealed_officer');
  const fingerprint = known.status === 'none' || r.chance(0.1) ? 'another' : known.fingerprint;
  const command: ProcessCommand = r.chance(known.status === 'offered' ? 0.9 : 0.3)
    ? { type: 'agree', data: { fingerprint } }
    : { type: 'retire', data: { why: r.chance(0.8) ? 'replaced' : 'no-such-reason' } };
  return { process, stream, actor: by, command };
}

/** Under which keys: those in force; slips are none at all, and one that was never compared. */
function keysToUse(desk: Desk): readonly StreamId[] {
  const { r } = desk;
  if (r.chance(0.04)) return [];
  const all = streamsOf(desk, 'desk-key');
  return r.chance(0.08) ? all : keysOf(desk, 'in-force');
}

const SEALED = { ref: '', commitment: '' };

function tell(desk: Desk): Move {
  const { r, world } = desk;
  const known = r.any(streamsOf(desk, 'report'));
  const stream = r.chance(0.9) || known === undefined ? world.crypto.id(80) : known;
  const data = { words: SEALED, keys: keysToUse(desk), receipt: world.crypto.id(80) };
  return {
    process: 'report',
    stream,
    actor: { kind: 'person', case: r.chance(0.97) ? stream : 'another' },
    command: { type: 'receive', data },
    private: world.worded({ words: privateText(r, '检举') }),
  };
}

/** Mostly what is owed next, by an officer of the desk; sometimes the reporter adds to it. */
function act(desk: Desk): Move {
  const { r, world } = desk;
  const all = streamsOf(desk, 'report');
  const stream = (r.chance(0.85) ? r.any(openOf(desk)) : r.any(all)) ?? world.crypto.id(80);
  const process = 'report';
  if (r.chance(0.12)) {
    return {
      process,
      stream,
      actor: { kind: 'person', case: stream },
      command: { type: 'add-words', data: { words: SEALED, keys: keysToUse(desk) } },
      private: world.worded({ words: privateText(r, '补充') }),
    };
  }
  const status = world.read<ReportState>(stream)?.status ?? 'none';
  return { process, stream, actor: somebody(desk), command: officersAct(r, status) };
}

function officersAct(r: Random, status: ReportState['status']): ProcessCommand {
  if (r.chance(0.1)) return { type: 'declare-interest', data: {} };
  if (status === 'received' && r.chance(0.9)) {
    return { type: 'take-in', data: { noInterest: r.chance(0.9) } };
  }
  if (r.chance(0.5)) {
    const channel = r.chance(0.85) ? 'discipline' : 'no-such-channel';
    return { type: 'hand-over', data: { channel } };
  }
  const answer = r.chance(0.9) ? r.pick([...ANSWERS]) : 'NO_SUCH_ANSWER';
  return { type: 'conclude', data: { answer } };
}

/** A machine's command out of its order, and what is asked of a stream that is not there. */
function stray(desk: Desk): Move {
  const { r, world } = desk;
  const stream = (r.chance(0.9) ? r.any(openOf(desk)) : undefined) ?? world.crypto.id(80);
  const commands: readonly ProcessCommand[] = [
    { type: 'clock-due', data: { clock: 'report-look-1', revision: 1 } },
    { type: 'recompute-clocks', data: { calendar: 'cn' } },
  ];
  const actor = { kind: 'machine', name: 'tick' } as const;
  if (r.chance(0.7)) {
    return { process: 'report', stream, actor, command: r.any(commands) ?? { type: '', data: {} } };
  }
  const key = world.crypto.id(80);
  const command = { type: 'agree', data: { fingerprint: 'none' } };
  return { process: 'desk-key', stream: key, actor: officer(desk), command };
}
