import type { Institution } from '../core/authority/institution.ts';
import { awaited } from '../core/confirmation/awaited.ts';
import type {
  Actor,
  Alias,
  Claim,
  Facts,
  Instant,
  OnBehalfOf,
  ProcessCommand,
  Reaction,
  Recorded,
  Refusal,
  StreamId,
} from '../core/process.ts';
import { canonical } from './canonical.ts';
import { genesis, link } from './chain.ts';
import { enteredId, lotOf, reactionId } from './keys.ts';
import type { Crypto, EventRow, ReactionRow, StreamHead, StreamWrite, TenantId } from './ports.ts';
import type { AnyProcess } from './upcast.ts';

/** Reactions in one write that call for one another go no deeper than this. */
const DEPTH = 8;

/** A stream as read, and what the decisions of this write have added to it. */
interface Opened {
  readonly process: AnyProcess;
  readonly expected: number;
  version: number;
  hash: string;
  state: unknown;
  readonly events: EventRow[];
}

export interface Act {
  readonly stream: StreamId;
  readonly process: AnyProcess;
  readonly command: ProcessCommand;
  readonly actor: Actor;
  readonly onBehalfOf?: OnBehalfOf;
  readonly occurredAt: Instant;
}

/** What all decisions of one write share. */
export interface Setting {
  readonly tenant: TenantId;
  readonly now: Instant;
  readonly institution: Institution;
  readonly crypto: Crypto;
  readonly processes: ReadonlyMap<string, AnyProcess>;
  /** Streams that were read, whether they exist or not; only these may be written. */
  readonly read: ReadonlySet<StreamId>;
  /** History that is only read in starts nothing afterwards. */
  readonly quiet: boolean;
}

/**
 * One write in the making. Each decision sees the states that the ones before it led to; nothing
 * here touches a store, so a draft that ends in a refusal is simply dropped.
 */
export class Draft {
  readonly claims: (Claim & { readonly holder: StreamId })[] = [];
  readonly aliases: (Alias & { readonly stream: StreamId })[] = [];
  readonly reactions: ReactionRow[] = [];
  readonly #streams = new Map<StreamId, Opened>();
  readonly #setting: Setting;

  constructor(setting: Setting) {
    this.#setting = setting;
  }

  /** Takes in a stream as it was read; `state` is its head's, or replayed from its events. */
  open(stream: StreamId, process: AnyProcess, head: StreamHead, state: unknown): void {
    const { version, hash } = head;
    this.#streams.set(stream, { process, expected: version, version, hash, state, events: [] });
  }

  /** Decides, and with it every `together` reaction; the first refusal ends it all. */
  decide(act: Act, depth = 0): Refusal | null {
    if (depth > DEPTH) throw new Error(`reactions in one write go deeper than ${DEPTH}`);
    const { stream, process } = act;
    const opened = this.#of(stream, process);
    const decision = process.decide(act.command, opened.state, this.#facts(act));
    if ('refusal' in decision) return decision.refusal;
    const together: Reaction[] = [];
    let own: Recorded | null = null;
    for (const { occurredAt, ...event } of decision.events) {
      const recorded = this.#append(opened, act, event, occurredAt ?? act.occurredAt);
      // A breach that the act found is dated at its own instant; the act itself is not.
      if (occurredAt === undefined) own ??= recorded;
      together.push(...process.together(recorded, opened.state, stream));
      if (this.#setting.quiet) continue;
      process.after(recorded, opened.state, stream).forEach((reaction, n) => {
        this.reactions.push({ id: reactionId(stream, opened.version, n), reaction });
      });
    }
    if (own !== null) this.#await(own, opened);
    for (const claim of decision.claims ?? []) this.claims.push({ ...claim, holder: stream });
    for (const alias of decision.aliases ?? []) this.aliases.push({ ...alias, stream });
    for (const reaction of together) {
      const refusal = this.#react(reaction, act.occurredAt, depth);
      if (refusal !== null) return refusal;
    }
    return null;
  }

  /**
   * The streams that have something new, each with its rows derived afresh, and those that a
   * decision only saw: it holds as long as they stand.
   */
  writes(): readonly StreamWrite[] {
    return [...this.#streams]
      .filter(([, { version }]) => version > 0)
      .map(([stream, { process, expected, events, state }]) => ({
        stream,
        process: process.name,
        expected,
        events,
        state: canonical(state),
        stateVersion: process.stateVersion,
        projection: process.project(state, stream),
      }));
  }

  /** Where each stream stood when it was read. */
  saw(): Readonly<Record<StreamId, number>> {
    return Object.fromEntries([...this.#streams].map(([name, { expected }]) => [name, expected]));
  }

  versions(): Readonly<Record<StreamId, number>> {
    return Object.fromEntries(
      [...this.#streams]
        .filter(([, { events }]) => events.length > 0)
        .map(([name, { version }]) => [name, version]),
    );
  }

  /** An act entered for a post, whatever the process, is put before that post. */
  #await(event: Recorded, { process, state }: Opened): void {
    const { list } = process.project(state, event.stream);
    const reaction = awaited(process.name, event, list);
    if (reaction === null || !this.#setting.processes.has(reaction.process)) return;
    this.reactions.push({ id: enteredId(event.stream, event.version), reaction });
  }

  #react(reaction: Reaction, occurredAt: Instant, depth: number): Refusal | null {
    const { processes } = this.#setting;
    const process = processes.get(reaction.process);
    if (process === undefined) throw new Error(`no process "${reaction.process}"`);
    if (reaction.copies !== undefined) {
      throw new Error(`${reaction.command.type}: only a reaction after the write may copy texts`);
    }
    const { stream, command } = reaction;
    const actor = { kind: 'machine', name: 'reaction' } as const;
    return this.decide({ stream, process, command, actor, occurredAt }, depth + 1);
  }

  #of(stream: StreamId, process: AnyProcess): Opened {
    const found = this.#streams.get(stream);
    if (found !== undefined) {
      if (found.process !== process) throw new Error(`${stream} is no ${process.name}`);
      return found;
    }
    const { crypto, tenant, read } = this.#setting;
    if (!read.has(stream)) throw new Error(`${process.name} ${stream} was not read: see involves`);
    const opened: Opened = {
      process,
      expected: 0,
      version: 0,
      hash: genesis(crypto.hash, tenant, process.name, stream),
      state: process.initial,
      events: [],
    };
    this.#streams.set(stream, opened);
    return opened;
  }

  #facts({ stream, actor, onBehalfOf, occurredAt }: Act): Facts {
    const { crypto, tenant, now, institution } = this.#setting;
    const others = new Map<StreamId, unknown>();
    for (const [name, { state, version }] of this.#streams) {
      if (name !== stream && version > 0) others.set(name, state);
    }
    const behalf = onBehalfOf === undefined ? {} : { onBehalfOf };
    const lot = crypto.lot(lotOf(tenant, stream, this.#streams.get(stream)?.version ?? 0));
    return { now, occurredAt, stream, actor, ...behalf, institution, others, lot };
  }

  /** The state grows by what the bytes say, which is all that replay will ever see. */
  #append(
    opened: Opened,
    { stream, actor, onBehalfOf }: Act,
    { type, v, data }: { readonly type: string; readonly v: number; readonly data: unknown },
    occurredAt: Instant,
  ): Recorded {
    const { process } = opened;
    if (process.vocabulary[type] !== v) {
      throw new Error(`${process.name} has no ${type} v${v} in its vocabulary`);
    }
    const recordedAt = this.#setting.now;
    if (occurredAt > recordedAt) throw new Error(`${stream}: ${type} lies in the future`);
    const version = opened.version + 1;
    const bytes = canonical({
      type,
      v,
      data,
      stream,
      version,
      occurredAt,
      recordedAt,
      actedBy: actor,
      ...(onBehalfOf === undefined ? {} : { onBehalfOf }),
    });
    const hash = link(this.#setting.crypto.hash, opened.hash, bytes);
    const recorded = JSON.parse(bytes) as Recorded;
    opened.state = process.evolve(opened.state, recorded);
    opened.version = version;
    opened.hash = hash;
    opened.events.push({
      stream,
      process: process.name,
      version,
      type,
      v,
      bytes,
      hash,
      occurredAt,
      recordedAt,
    });
    return recorded;
  }
}
