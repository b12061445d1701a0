import { createHash } from 'node:crypto';
import type { Institution } from '../src/core/authority/institution.ts';
import type { CallbackState } from '../src/core/callback/index.ts';
import type { CaseState } from '../src/core/case/index.ts';
import type { PetitionState } from '../src/core/petition/index.ts';
import type { Instant, Recorded, StreamId } from '../src/core/process.ts';
import type { RetentionState } from '../src/core/retention/index.ts';
import type { SponsorshipState } from '../src/core/sponsorship/index.ts';
import type { SupportState } from '../src/core/support/index.ts';
import type { WhistleState } from '../src/core/whistle/index.ts';
import { createCrypto } from '../src/engine/crypto.ts';
import { createEngine, type Engine } from '../src/engine/engine.ts';
import type { ErasableVault, ErasureList } from '../src/engine/erasure-ports.ts';
import { type Crypto, type TenantId, TryAgain, UnknownOutcome } from '../src/engine/ports.ts';
import type { Answer, Request } from '../src/engine/request.ts';
import type { AnyProcess } from '../src/engine/upcast.ts';
import type { Tables } from '../src/memory/database.ts';
import type { Fault } from '../src/memory/faults.ts';
import { createMemory, type Memory } from '../src/memory/index.ts';
import { type Random, randomFor } from './random.ts';
import { Broken, Story } from './story.ts';

export const TENANT: TenantId = 'sim';

/** How often a call meets each fault while things go wrong. */
const FAULTS: Readonly<Record<Exclude<Fault, 'none'>, number>> = {
  deadlock: 2,
  conflict: 2,
  'lost-before-commit': 1,
  'lost-after-commit': 2,
};

export interface WorldOptions {
  readonly seed: number;
  readonly processes: readonly AnyProcess[];
  readonly start: Instant;
  readonly retell: (text: string) => string;
}

/** A request, or a turn of the worker where it is null. */
export interface Taped {
  readonly now: Instant;
  readonly request: Request | null;
}

/** One history in the making: a clock, a store that fails at times, an engine that is restarted. */
export class World {
  readonly people: Random;
  readonly story = new Story();
  readonly memory: Memory;
  readonly crypto: Crypto;
  /** Streams on the list of erasures. */
  readonly listed = new Set<StreamId>();
  readonly counts: Record<string, number> = {};
  readonly refusals: Record<string, number> = {};
  now: Instant;
  /** All that was asked of the engine and when, to be played again elsewhere. */
  readonly tape: Taped[] = [];
  /** The share of calls that meet a fault. */
  trouble = 0;
  engine: Engine;
  readonly #processes: readonly AnyProcess[];
  readonly #dies: Random;
  readonly #retell: (text: string) => string;
  readonly #states = new Map<StreamId, { readonly text: string; readonly state: unknown }>();
  readonly #events = new Map<StreamId, Recorded[]>();

  constructor({ seed, processes, start, retell }: WorldOptions) {
    const faults = randomFor(seed, 'faults');
    const pauses = randomFor(seed, 'pauses');
    const secrets = randomFor(seed, 'secrets');
    this.#dies = randomFor(seed, 'deaths');
    this.people = randomFor(seed, 'people');
    this.now = start;
    this.#retell = retell;
    this.#processes = processes;
    this.crypto = createCrypto(createHash('sha256').update(`${seed}`).digest(), secrets.bytes);
    this.memory = createMemory({
      now: () => this.now,
      faults: () => {
        if (!faults.chance(this.trouble)) return 'none';
        const fault = faults.weighted(FAULTS) ?? 'none';
        this.count(fault);
        return fault;
      },
      // Whose turn it is next is drawn too: commands under way at once interleave in every order.
      pause: async () => {
        for (let turns = pauses.int(1, 4); turns > 0; turns--) await null;
      },
    });
    this.engine = this.#startEngine();
  }

  get tables(): Tables {
    const tables = this.memory.tables.get(TENANT);
    if (tables === undefined) throw new Error('the tenant was not created');
    return tables;
  }

  /** The institution as the engine has it now; never meets a fault. */
  async institution(): Promise<Institution> {
    return (await this.calmly(() => this.engine.present(TENANT))).institution;
  }

  /** A case as stored. */
  state(stream: StreamId): CaseState {
    return this.#kept(stream) as CaseState;
  }

  retention(stream: StreamId): RetentionState {
    return this.#kept(stream) as RetentionState;
  }

  whistle(stream: StreamId): WhistleState {
    return this.#kept(stream) as WhistleState;
  }

  callback(stream: StreamId): CallbackState {
    return this.#kept(stream) as CallbackState;
  }

  petition(stream: StreamId): PetitionState {
    return this.#kept(stream) as PetitionState;
  }

  support(stream: StreamId): SupportState {
    return this.#kept(stream) as SupportState;
  }

  sponsorship(stream: StreamId): SponsorshipState {
    return this.#kept(stream) as SponsorshipState;
  }

  /** Asked often, so read once a version. */
  #kept(stream: StreamId): unknown {
    const head = this.tables.heads.get(stream);
    if (head === undefined) return { status: 'none' };
    const read = this.#states.get(stream);
    if (read?.text === head.state) return read.state;
    const state = JSON.parse(head.state) as unknown;
    this.#states.set(stream, { text: head.state, state });
    return state;
  }

  /** Any stream's state as stored, or null before its first event. */
  read<State>(stream: StreamId): State | null {
    const head = this.tables.heads.get(stream);
    return head === undefined ? null : (JSON.parse(head.state) as State);
  }

  /** The log of a stream; events never change, so each is read once. */
  events(stream: StreamId): readonly Recorded[] {
    const read = this.#events.get(stream) ?? [];
    this.#events.set(stream, read);
    for (const row of (this.tables.events.get(stream) ?? []).slice(read.length)) {
      read.push(JSON.parse(row.bytes) as Recorded);
    }
    return read;
  }

  processOf(stream: StreamId): string | undefined {
    return this.tables.heads.get(stream)?.process;
  }

  version(stream: StreamId): number {
    return this.tables.heads.get(stream)?.version ?? 0;
  }

  count(what: string): void {
    this.counts[what] = (this.counts[what] ?? 0) + 1;
  }

  refused(code: string): void {
    this.refusals[code] = (this.refusals[code] ?? 0) + 1;
  }

  /** A new process on the same store: what only the old one knew is gone. */
  restart(): void {
    this.count('restart');
    this.story.tell(this.now, 'the program ends and starts again');
    this.engine = this.#startEngine();
  }

  async calmly<Result>(step: () => Promise<Result>): Promise<Result> {
    const { trouble } = this;
    this.trouble = 0;
    try {
      return await step();
    } finally {
      this.trouble = trouble;
    }
  }

  /**
   * Asks as a door would: under a key, and when the answer is lost, again under the same key, by a
   * program that may have been restarted meanwhile; or gives up. Null where nobody knows.
   */
  async ask(request: Request): Promise<Answer | null> {
    const number = this.story.asked(this.now, request);
    this.tape.push({ now: this.now, request });
    for (let tries = 1; ; tries++) {
      try {
        const answer = await this.engine.execute(request);
        const replayed = answer.replayed ? ' (as answered before)' : '';
        if (!answer.accepted) this.refused(answer.refusal.code);
        this.story.tell(this.now, `  #${number} ${told(answer)}${replayed}`);
        return answer;
      } catch (error) {
        if (!(error instanceof UnknownOutcome || error instanceof TryAgain)) {
          throw new Broken(`#${number} ended in a fault: ${textOf(error)}`, { cause: error });
        }
        this.story.tell(this.now, `  #${number} ${error.message}`);
        this.count('answer lost');
        if (this.people.chance(0.3)) this.restart();
        if (tries >= 4 || this.people.chance(0.2)) {
          this.count('given up');
          return null;
        }
      }
    }
  }

  /** The texts as this history's person words them. */
  worded(texts: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
    const told = Object.entries(texts).map(([field, text]) => [field, this.#retell(text)] as const);
    return Object.fromEntries(told);
  }

  /** The list outside the database: what is on it stays, whoever dies next. */
  #list(): ErasureList {
    return {
      append: async (lines) => {
        this.#mayDie();
        for (const { stream } of lines) this.listed.add(stream);
        this.#mayDie();
      },
    };
  }

  #dyingVault(): ErasableVault {
    const { vault } = this.memory;
    return {
      ...vault,
      destroy: async (...args) => {
        await vault.destroy(...args);
        this.#mayDie();
      },
    };
  }

  /** Killed between one step of an erasure and the next. */
  #mayDie(): void {
    if (this.trouble === 0 || !this.#dies.chance(0.15)) return;
    this.count('killed while erasing');
    throw new TryAgain('killed');
  }

  #startEngine(): Engine {
    const { memory, crypto } = this;
    const erasing = { vault: this.#dyingVault(), list: this.#list() };
    return createEngine({ store: memory.store, crypto, processes: this.#processes, erasing });
  }
}

function told(answer: Answer): string {
  if (answer.accepted) {
    const versions = Object.entries(answer.versions).map(([name, version]) => `${name}@${version}`);
    return `done: ${versions.join(', ')}`;
  }
  const { code, params } = answer.refusal;
  return `refused: ${code} ${JSON.stringify(params)}`;
}

function textOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
