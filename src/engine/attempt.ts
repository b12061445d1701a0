import type { Institution } from '../core/authority/institution.ts';
import type { ProcessCommand, Refusal, StreamId } from '../core/process.ts';
import { canonical } from './canonical.ts';
import { Draft } from './draft.ts';
import type { Institutions } from './institutions.ts';
import { actorKey } from './keys.ts';
import {
  type Crypto,
  type KeptCommand,
  type ReadResult,
  type Store,
  TryAgain,
  UnknownOutcome,
  type WriteRequest,
} from './ports.ts';
import { engineRefusal } from './refusals.ts';
import type { Answer, QueuedRequest } from './request.ts';
import { digestOf, openCopies, type SealedCommand, sealTexts } from './seal.ts';
import { type AnyProcess, replay } from './upcast.ts';

export interface Deps {
  readonly store: Store;
  readonly crypto: Crypto;
  readonly processes: ReadonlyMap<string, AnyProcess>;
  readonly institutions: Institutions;
}

export type Attempted = Answer | 'again';

/** What one attempt has in hand once everything is read and sealed. */
interface Attempt {
  readonly deps: Deps;
  readonly request: QueuedRequest;
  readonly process: AnyProcess;
  readonly read: ReadResult;
  readonly institution: Institution;
  readonly sealed: SealedCommand;
  readonly requestHash: string;
}

/** Once through: read, decide, write. 'again' when the write found that the read was outdated. */
export async function attempt(deps: Deps, request: QueuedRequest): Promise<Attempted> {
  const process = deps.processes.get(request.process);
  if (process === undefined) throw new Error(`no process "${request.process}"`);
  const read = await readFor(deps.store, request, process);
  const institution = await deps.institutions.at(request.tenant, read.institutionVersion);
  if (institution === null) return 'again';

  const asked = publicHash(deps.crypto, request);
  if (read.kept !== null && sameRequest(deps.crypto, request, asked, read, read.kept)) {
    return { ...read.kept.outcome, replayed: true };
  }
  const { sealed, refusal } = sealInto(deps.crypto, request, read);
  const requestHash = sealed.digest === '' ? asked : `${asked} ${sealed.digest}`;
  const it: Attempt = { deps, request, process, read, institution, sealed, requestHash };
  // The first request keeps the key; the second is kept as tried, without one.
  if (read.kept !== null) return await keepRefusal(it, engineRefusal('engine.key-reused'), null);
  const early = refusal ?? checkSeen(request, process, read);
  if (early !== null) return await keepRefusal(it, early);
  return await decideAndWrite(it);
}

async function readFor(store: Store, request: QueuedRequest, process: AnyProcess) {
  const { tenant, stream, actor, key, command, copies } = request;
  try {
    return await store.read({
      tenant,
      streams: [stream, ...process.involves(command)],
      idempotency: key === undefined ? null : { actor: actorKey(actor), key },
      texts: Object.values(copies ?? {}),
    });
  } catch (error) {
    // Nothing can have come of a read: there is no outcome not to know.
    if (error instanceof UnknownOutcome) throw new TryAgain(error.message, { cause: error });
    throw error;
  }
}

async function decideAndWrite(it: Attempt): Promise<Attempted> {
  const { request, process, read, sealed } = it;
  const draft = await openDraft(it);
  const { stream, actor, onBehalfOf } = request;
  const occurredAt = request.occurredAt ?? read.now;
  const behalf = onBehalfOf === undefined ? {} : { onBehalfOf };
  const act = { stream, process, command: sealed.command, actor, ...behalf, occurredAt };
  const refusal = draft.decide(act);
  if (refusal !== null) return await keepRefusal(it, refusal);

  const before = read.heads.get(stream)?.version ?? 0;
  const versions = { [stream]: before, ...draft.versions() };
  const result = await it.deps.store.write({
    ...commandOnly(it, { accepted: true, versions }, request.key ?? null, draft.saw()),
    streams: draft.writes(),
    claims: draft.claims,
    aliases: draft.aliases,
    reactions: draft.reactions,
    keys: sealed.keys,
    vault: sealed.vault,
    documents: request.documents ?? [],
  });
  if (result.ok) return { accepted: true, versions, replayed: false };
  switch (result.why) {
    case 'claim':
      return await keepRefusal(it, fullOf(draft, result.name));
    case 'alias': {
      const params = { kind: result.alias.kind, stream: result.stream };
      return await keepRefusal(it, engineRefusal('engine.alias-taken', params));
    }
    default:
      return 'again';
  }
}

/** What the decision itself would answer for a limit that others have reached. */
function fullOf({ claims }: Draft, name: string): Refusal {
  const taken = claims.find((claim) => claim.op === 'take' && claim.name === name);
  const full = taken?.op === 'take' ? taken.full : undefined;
  return full ?? engineRefusal('engine.limit-reached', { name });
}

/** What was refused is kept too, without its texts: the body's commitments lead nowhere then. */
async function keepRefusal(
  it: Attempt,
  refusal: Refusal,
  key: string | null = it.request.key ?? null,
): Promise<Attempted> {
  const result = await it.deps.store.write(
    commandOnly(it, { accepted: false, refusal }, key, seen(it.read)),
  );
  return result.ok ? { accepted: false, refusal, replayed: false } : 'again';
}

function commandOnly(
  it: Attempt,
  outcome: KeptCommand['outcome'],
  key: string | null,
  saw: Readonly<Record<StreamId, number>>,
): WriteRequest {
  const { deps, request, read, sealed } = it;
  // A refusal stores no key; a digest under one that nobody will have again compares with nothing.
  const lost = !outcome.accepted && sealed.keys.length > 0;
  const requestHash = lost ? publicHash(deps.crypto, request) : it.requestHash;
  const { tenant, stream, actor, onBehalfOf, occurredAt, expectedVersion, settles } = request;
  const command: KeptCommand = {
    id: deps.crypto.id(80),
    actor: actorKey(actor),
    key,
    requestHash,
    process: request.process,
    stream,
    type: sealed.command.type,
    body: canonical({
      actor,
      onBehalfOf: onBehalfOf ?? null,
      occurredAt: occurredAt ?? null,
      expectedVersion: expectedVersion ?? null,
      data: sealed.command.data,
    }),
    recordedAt: read.now,
    institutionVersion: read.institutionVersion,
    saw,
    outcome,
  };
  const parked = outcome.accepted ? null : outcome.refusal;
  return {
    tenant,
    command,
    institutionVersion: read.institutionVersion,
    streams: [],
    claims: [],
    aliases: [],
    reactions: [],
    keys: [],
    vault: [],
    documents: [],
    settles: settles === undefined ? null : { reaction: settles, parked },
  };
}

async function openDraft({ deps, request, process, read, institution }: Attempt): Promise<Draft> {
  const { tenant, actor } = request;
  const draft = new Draft({
    tenant,
    now: read.now,
    institution,
    crypto: deps.crypto,
    processes: deps.processes,
    read: new Set([request.stream, ...process.involves(request.command)]),
    quiet: actor.kind === 'machine' && actor.name === 'import',
  });
  for (const [stream, head] of read.heads) {
    const its = deps.processes.get(head.process);
    if (its === undefined) throw new Error(`${stream}: no process "${head.process}"`);
    const state =
      head.stateVersion === its.stateVersion
        ? (JSON.parse(head.state) as unknown)
        : replay(its, await deps.store.events(tenant, stream));
    draft.open(stream, its, head, state);
  }
  return draft;
}

/** A human is held to the version they saw; anyone to streams of the right kind and to the past. */
function checkSeen(request: QueuedRequest, process: AnyProcess, read: ReadResult): Refusal | null {
  const { stream, expectedVersion, occurredAt } = request;
  const head = read.heads.get(stream);
  const version = head?.version ?? 0;
  if (head !== undefined && head.process !== process.name) {
    return engineRefusal('engine.no-such-stream');
  }
  if (expectedVersion !== undefined && expectedVersion !== version) {
    return engineRefusal('engine.changed-since-seen', { seen: expectedVersion, now: version });
  }
  if (occurredAt !== undefined && occurredAt > read.now) {
    return engineRefusal('engine.in-the-future');
  }
  return null;
}

interface Sealing {
  readonly sealed: SealedCommand;
  readonly refusal: Refusal | null;
}

function sealInto(crypto: Crypto, request: QueuedRequest, read: ReadResult): Sealing {
  const { stream, command } = request;
  const bare: SealedCommand = { command, vault: [], keys: [], digest: '' };
  const copied = openCopies(crypto, request.copies ?? {}, read);
  if (copied === 'erased') return { sealed: bare, refusal: engineRefusal('engine.text-erased') };
  const texts = { ...request.private, ...copied };
  const sealed = sealTexts(crypto, stream, command, texts, read.keys.get(stream));
  if (sealed === 'erased') return { sealed: bare, refusal: engineRefusal('engine.text-erased') };
  return { sealed, refusal: null };
}

/** Everything a request says except its private texts. */
function publicHash(crypto: Crypto, request: QueuedRequest): string {
  const { process, stream, actor, onBehalfOf, occurredAt, command, expectedVersion } = request;
  return crypto.hash(
    canonical({
      process,
      stream,
      actor,
      onBehalfOf: onBehalfOf ?? null,
      occurredAt: occurredAt ?? null,
      expectedVersion: expectedVersion ?? null,
      command: command as ProcessCommand & Record<string, unknown>,
      fields: Object.keys(request.private ?? {}).sort(),
    }),
  );
}

/**
 * The kept request's hash is followed by a digest of its texts under their own key. Where that key
 * is gone (or, after a refusal, never was) nothing is left to compare the texts with.
 */
function sameRequest(
  crypto: Crypto,
  request: QueuedRequest,
  asked: string,
  read: ReadResult,
  { requestHash }: KeptCommand,
): boolean {
  const [hash, digest] = requestHash.split(' ');
  if (hash !== asked) return false;
  const key = read.keys.get(request.stream);
  if (digest === undefined || key === undefined || key === 'destroyed') return true;
  return digestOf(crypto, crypto.unwrap(key), request.private ?? {}) === digest;
}

function seen(read: ReadResult): Readonly<Record<StreamId, number>> {
  return Object.fromEntries([...read.heads].map(([stream, { version }]) => [stream, version]));
}
