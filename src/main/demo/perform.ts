import type {
  Actor,
  Instant,
  OnBehalfOf,
  ProcessCommand,
  StreamId,
  UnitId,
} from '../../core/process.ts';
import { MINUTE } from '../../core/time/civil.ts';
import type { Engine } from '../../engine/engine.ts';
import { openTexts } from '../../engine/open.ts';
import type { Crypto, TenantId, Vault } from '../../engine/ports.ts';
import { tend } from './callbacks.ts';
import type { Staff } from './roster.ts';
import type { Stage, Standing } from './stage.ts';

/** One act as a door would hand it over. */
export interface Deed {
  readonly by: Actor;
  readonly command: ProcessCommand;
  readonly texts?: Readonly<Record<string, string>>;
  readonly onBehalfOf?: OnBehalfOf;
  /** When it happened, where it is entered late. */
  readonly occurredAt?: Instant;
  /** What for the person's telephone number was opened just before, by whoever acts. */
  readonly purpose?: string;
}

type State = Standing['state'];

export interface Step {
  readonly at: Instant;
  /** What is done depends on how the matter stands by then: who its desk is, who leads. */
  deed(state: State, load: (unit: UnitId) => number): Deed;
  /** Touches another matter too, which must have come as far. */
  readonly alone?: boolean;
}

/** What happens to one request, or in a process about it, step after step. */
export interface Story {
  readonly name: string;
  readonly process: 'case' | 'whistle' | 'support' | 'petition' | 'sponsorship';
  readonly stream: StreamId;
  readonly steps: readonly Step[];
}

export interface Performance {
  readonly stage: Stage;
  readonly engine: Engine;
  readonly vault: Vault;
  readonly crypto: Crypto;
  readonly tenant: TenantId;
  readonly staff: Staff;
  readonly onProgress: (done: number, total: number) => void;
}

/** Matters acted upon at the same time: they are independent, and the store is mostly waited for. */
const LANES = 12;

type Scheduled = Step & { readonly story: Story };

/**
 * Lets the stories happen in the order of time, and the clocks fall due in between as a worker
 * would see them. What has happened already, in an attempt that was cut short or by another server
 * that tells the same stories just now, is left as it is.
 */
export async function perform(it: Performance, stories: readonly Story[], until: Instant) {
  const { stage, engine } = it;
  const schedule = stories
    .flatMap((story) => story.steps.map((step): Scheduled => ({ ...step, story })))
    .filter(({ at }) => at <= until)
    .sort((a, b) => a.at - b.at);
  await lookAtAll(stage, stories);
  const lanes = new Lanes();
  for (const [done, step] of schedule.entries()) {
    await lanes.room(step.story.stream, step.alone);
    if (stage.due(step.at).length > 0) {
      await lanes.settled();
      await pass(it, step.at);
    }
    stage.present = step.at;
    lanes.begin(step.story.stream, act(it, step));
    if (step.alone) await lanes.settled();
    if (stage.takeReactions()) {
      await lanes.settled();
      await engine.tick();
    }
    if (stage.asking().length > 0) {
      await lanes.settled();
      await tend(it, step.at);
    }
    it.onProgress(done + 1, schedule.length);
  }
  await lanes.settled();
  await pass(it, until);
  stage.present = until;
  await engine.tick();
  await engine.checkpoint();
}

/** Acts under way, one a stream. The first fault stops everything. */
class Lanes {
  readonly #acts = new Map<StreamId, Promise<void>>();
  #fault: { readonly error: unknown } | null = null;

  begin(stream: StreamId, act: Promise<void>): void {
    const kept = act
      .catch((error: unknown) => {
        this.#fault ??= { error };
      })
      .finally(() => this.#acts.delete(stream));
    this.#acts.set(stream, kept);
  }

  /** Waits until one more may begin. */
  async room(stream: StreamId, alone = false): Promise<void> {
    if (alone || this.#acts.has(stream) || this.#fault !== null) await this.settled();
    if (this.#acts.size >= LANES) await Promise.race(this.#acts.values());
  }

  async settled(): Promise<void> {
    await Promise.all(this.#acts.values());
    if (this.#fault !== null) throw this.#fault.error;
  }
}

async function lookAtAll(stage: Stage, stories: readonly Story[]): Promise<void> {
  const left = [...stories];
  const one = async () => {
    for (let story = left.pop(); story !== undefined; story = left.pop()) {
      await stage.look(story.stream);
    }
  };
  await Promise.all(Array.from({ length: LANES }, one));
}

/** Time passes: each clock is told overdue at the instant it falls due. */
async function pass({ stage, engine }: Performance, until: Instant): Promise<void> {
  for (let [next] = stage.due(until); next !== undefined; [next] = stage.due(until)) {
    stage.present = Math.max(stage.present, next.dueAt);
    await engine.tick();
    const left = stage.due(next.dueAt);
    // Another server was quicker; the log knows what came of it.
    for (const { stream } of left) await stage.look(stream);
    if (stage.due(next.dueAt).length > 0) throw new Error(`clocks of ${next.stream} do not fire`);
  }
}

const ATTEMPTS = 3;

async function act(it: Performance, step: Scheduled): Promise<void> {
  const { stage, tenant } = it;
  const { stream, name, process } = step.story;
  for (let tried = 0; tried < ATTEMPTS; tried++) {
    const { state, version, recordedAt } = stage.standing(stream) ?? UNBORN;
    if (recordedAt >= step.at) return;
    const { by, command, texts, onBehalfOf, occurredAt, purpose } = step.deed(state, (unit) =>
      stage.load(unit),
    );
    if (purpose !== undefined && tried === 0) await look(it, step, state, by, purpose);
    const answer = await stage.at(stream, step.at, () =>
      it.engine.execute({
        tenant,
        process,
        stream,
        actor: by,
        command,
        expectedVersion: version,
        ...(texts === undefined ? {} : { private: texts }),
        ...(onBehalfOf === undefined ? {} : { onBehalfOf }),
        ...(occurredAt === undefined ? {} : { occurredAt }),
      }),
    );
    if (answer.accepted) return;
    const { code, params } = answer.refusal;
    if (code !== 'engine.changed-since-seen') {
      throw new Error(`${name}: ${command.type} refused, ${code} ${JSON.stringify(params)}`);
    }
    await stage.look(stream);
  }
}

/** Whoever rings has looked at the number first, and the person can read who and what for. */
async function look(
  { vault, crypto, tenant }: Performance,
  { at, story: { stream } }: Scheduled,
  state: State,
  actor: Actor,
  purpose: string,
): Promise<void> {
  if (!('contact' in state) || state.contact === null) return;
  const { ref } = state.contact;
  const looked = { stream, ref, field: 'contact', actor, purpose, at: at - MINUTE };
  await openTexts({ vault, crypto }, tenant, stream, [state.contact], [looked]);
}

const UNBORN = {
  state: { status: 'none' },
  version: 0,
  recordedAt: Number.NEGATIVE_INFINITY,
} as const;
