import { callbackProcess } from '../../core/callback/index.ts';
import type { Asking, CallbackState } from '../../core/callback/state.ts';
import { caseProcess } from '../../core/case/index.ts';
import type { CaseState } from '../../core/case/state.ts';
import { petitionProcess } from '../../core/petition/index.ts';
import type { PetitionState } from '../../core/petition/state.ts';
import type { Instant, StreamId, UnitId } from '../../core/process.ts';
import { sponsorshipProcess } from '../../core/sponsorship/index.ts';
import type { SponsorshipState } from '../../core/sponsorship/state.ts';
import { supportProcess } from '../../core/support/index.ts';
import type { SupportState } from '../../core/support/state.ts';
import { whistleProcess } from '../../core/whistle/index.ts';
import { placed, type WhistleState } from '../../core/whistle/state.ts';

import type { EventRow, Store, TenantId, WriteRequest } from '../../engine/ports.ts';
import { type AnyProcess, replay } from '../../engine/upcast.ts';

type State =
  | CaseState
  | WhistleState
  | SupportState
  | CallbackState
  | PetitionState
  | SponsorshipState;

/** What the stories happen in. */
const TOLD = [
  caseProcess,
  whistleProcess,
  supportProcess,
  callbackProcess,
  petitionProcess,
  sponsorshipProcess,
] as unknown as readonly AnyProcess[];

/** Where a case, a whistle or a support stands, as far as its last write told. */
export interface Standing {
  readonly state: State;
  readonly version: number;
  /** When its last event was recorded. */
  readonly recordedAt: Instant;
  /** When the first of its running clocks falls due that nobody knows to be overdue yet. */
  readonly dueAt: Instant;
}

/**
 * The store with its clock told instead of running, so that days pass within seconds: each stream
 * lives at the instant of the act in hand, everything else at `present`. Of each write it remembers
 * how the matter stands, which saves reading it again before the next act.
 */
export class Stage {
  readonly store: Store;
  present: Instant;
  readonly #inner: Store;
  readonly #tenant: TenantId;
  readonly #instants = new Map<StreamId, Instant>();
  readonly #standings = new Map<StreamId, Standing>();
  #reactions = false;

  constructor(inner: Store, tenant: TenantId, present: Instant) {
    this.#inner = inner;
    this.#tenant = tenant;
    this.present = present;
    this.store = this.#told();
  }

  /** Does something in a stream at an instant of its own. */
  async at<T>(stream: StreamId, instant: Instant, act: () => Promise<T>): Promise<T> {
    this.#instants.set(stream, instant);
    try {
      return await act();
    } finally {
      this.#instants.delete(stream);
    }
  }

  standing(stream: StreamId): Standing | undefined {
    return this.#standings.get(stream);
  }

  /** How many call-outs hold a place of the unit: what a composer of whistles is shown. */
  load(unit: UnitId): number {
    const held = [...this.#standings.values()].map(({ state }) => heldBy(state, unit));
    return held.reduce((sum, n) => sum + n, 0);
  }

  /** Callbacks whose day has come, by name. */
  asking(): readonly {
    readonly stream: StreamId;
    readonly state: Asking;
    readonly version: number;
  }[] {
    return [...this.#standings]
      .flatMap(([stream, { state, version }]) =>
        state.status === 'asking' ? [{ stream, state, version }] : [],
      )
      .sort((a, b) => (a.stream < b.stream ? -1 : 1));
  }

  /** Reads from the log where a matter stands: another may have been at work. */
  async look(stream: StreamId): Promise<void> {
    const events = await this.#inner.events(this.#tenant, stream);
    const standing = standingAfter(events);
    if (standing === null) this.#standings.delete(stream);
    else this.#standings.set(stream, standing);
  }

  /** Cases and whistles with a clock that has fallen due by then, untold, the earliest first. */
  due(until: Instant): readonly { readonly stream: StreamId; readonly dueAt: Instant }[] {
    return [...this.#standings]
      .filter(([, { dueAt }]) => dueAt <= until)
      .map(([stream, { dueAt }]) => ({ stream, dueAt }))
      .sort((a, b) => a.dueAt - b.dueAt);
  }

  /** Whether a write since the last call has queued a reaction. */
  takeReactions(): boolean {
    const queued = this.#reactions;
    this.#reactions = false;
    return queued;
  }

  #told(): Store {
    const inner = this.#inner;
    const ours = ({ tenant }: { readonly tenant: TenantId }) => tenant === this.#tenant;
    return {
      ...inner,
      read: async (request) => {
        const now = this.#instants.get(request.streams[0] ?? '') ?? this.present;
        return { ...(await inner.read(request)), now };
      },
      write: async (request) => {
        const result = await inner.write(request);
        if (result.ok) this.#remember(request);
        return result;
      },
      now: async () => this.present,
      tenants: async () => [this.#tenant],
      dueClocks: async (limit) => {
        const clocks = await inner.dueClocks(limit);
        return clocks.filter((clock) => ours(clock) && clock.dueAt <= this.present);
      },
      pendingReactions: async (limit) => {
        const pending = await inner.pendingReactions(limit);
        return pending.filter((queued) => ours(queued) && this.#hasHappened(queued));
      },
    };
  }

  /** Another server that tells the same stories may be ahead of us: its reactions are its own. */
  #hasHappened({ id }: { readonly id: string }): boolean {
    const [stream = '', version] = id.split('/');
    const known = this.#standings.get(stream);
    return (
      known !== undefined && known.version >= Number(version) && known.recordedAt <= this.present
    );
  }

  #remember(request: WriteRequest): void {
    if (request.reactions.length > 0) this.#reactions = true;
    for (const { stream, process, expected, events, state } of request.streams) {
      const last = events.at(-1);
      if (last === undefined || !TOLD.some(({ name }) => name === process)) continue;
      const version = expected + events.length;
      this.#standings.set(stream, standing(JSON.parse(state) as State, version, last));
    }
  }
}

function standingAfter(rows: readonly EventRow[]): Standing | null {
  const last = rows.at(-1);
  const process = TOLD.find(({ name }) => name === last?.process);
  if (last === undefined || process === undefined) return null;
  return standing(replay(process, rows) as State, last.version, last);
}

/** From the proposal on until it is released, which a whistle's own claims count as well. */
const heldBy = (state: State, unit: UnitId): number =>
  state.status === 'proposed' || state.status === 'issued'
    ? placed(state).filter((one) => one === unit).length
    : 0;

function standing(state: State, version: number, { recordedAt }: EventRow): Standing {
  const clocks = state.status === 'none' ? [] : state.clocks;
  const waiting = clocks.filter(
    ({ status, breachedAt }) => status === 'running' && breachedAt === null,
  );
  const dueAt = Math.min(...waiting.map((clock) => clock.dueAt));
  return { state, version, recordedAt, dueAt };
}
