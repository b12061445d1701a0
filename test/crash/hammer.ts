import { setTimeout as pause } from 'node:timers/promises';
import type { Engine } from '../../src/engine/engine.ts';
import { TryAgain, UnknownOutcome } from '../../src/engine/ports.ts';
import type { Request } from '../../src/engine/request.ts';
import { T0 } from '../contract/harness.ts';
import type { Side } from './side.ts';

export interface Hammering {
  readonly tenant: string;
  /** Commands under way at any time. */
  readonly clients: number;
  readonly kills: number;
  /** Kills what is to be killed, and comes back when it may be used again. */
  readonly kill: () => Promise<void>;
}

export interface Toll {
  readonly kills: number;
  readonly acknowledged: number;
  readonly acknowledgedPresent: number;
  /** Commands whose connection went before the answer came: they may have happened or not. */
  readonly unacknowledged: number;
  readonly unacknowledgedPresent: number;
  /** Of the unacknowledged, asked again under the same key: told that it had happened already. */
  readonly replayed: number;
  /** Streams there are in the end, and those among them that are whole and there once. */
  readonly streams: number;
  readonly whole: number;
}

/** Between two kills at least so many commands are acknowledged, so that each kill meets a crowd. */
const BETWEEN = 60;

/**
 * Sends commands from several clients while what they talk to is killed again and again; then
 * counts what is there, asks for everything unacknowledged again under its key, and counts anew.
 */
export async function hammer(at: Side, hammering: Hammering): Promise<Toll> {
  const { tenant, clients, kills, kill } = hammering;
  const acknowledged: Request[] = [];
  const unacknowledged: Request[] = [];
  let next = 0;
  let over = false;
  const client = async () => {
    while (!over) {
      const request = opening(tenant, next++);
      const answered = await ask(at.engine, request);
      (answered ? acknowledged : unacknowledged).push(request);
    }
  };
  const crowd = Promise.all(Array.from({ length: clients }, client));
  for (let killed = 0; killed < kills; killed++) {
    const enough = acknowledged.length + BETWEEN;
    while (acknowledged.length < enough) await Promise.race([pause(5), crowd]);
    await kill();
  }
  over = true;
  await crowd;

  const acknowledgedPresent = await present(at, acknowledged);
  const unacknowledgedPresent = await present(at, unacknowledged);
  const replayed = await askAgain(at.engine, unacknowledged);
  return {
    kills,
    acknowledged: acknowledged.length,
    acknowledgedPresent,
    unacknowledged: unacknowledged.length,
    unacknowledgedPresent,
    replayed,
    ...(await census(at, tenant)),
  };
}

/** Until there is an answer, or (false) nobody can say whether there was an act. */
async function ask(engine: Engine, request: Request): Promise<boolean> {
  for (;;) {
    try {
      const answer = await engine.execute(request);
      if (answer.accepted) return true;
      throw new Error(`${request.stream}: ${answer.refusal.code}`);
    } catch (error) {
      if (error instanceof UnknownOutcome) return false;
      if (!(error instanceof TryAgain)) throw error;
      await pause(50);
    }
  }
}

/** Everything a write may carry: texts, a number, a clock, an act. */
function opening(tenant: string, n: number): Request {
  const data = { title: `路灯不亮 ${n}`, dueAt: T0, number: `N-${n}`, words: null };
  return {
    tenant,
    process: 'toy',
    stream: `s${n}`,
    actor: { kind: 'staff', account: 'one', post: { unit: 'here', role: 'unit_handler' } },
    command: { type: 'open', data },
    private: { words: '楼道的灯坏了' },
    expectedVersion: 0,
    key: `key-${n}`,
  };
}

async function present({ store }: Side, requests: readonly Request[]): Promise<number> {
  let found = 0;
  for (const { tenant, stream } of requests)
    if ((await store.events(tenant, stream)).length > 0) found += 1;
  return found;
}

async function askAgain(engine: Engine, requests: readonly Request[]): Promise<number> {
  let replayed = 0;
  for (const request of requests) {
    const answer = await engine.execute(request);
    if (!answer.accepted) throw new Error(`${request.stream}: ${answer.refusal.code}`);
    if (answer.replayed) replayed += 1;
  }
  return replayed;
}

/** Whole: one event, its head, list row, act and clock, its number, its text, one position. */
async function census({ store, audit, queries, vault }: Side, tenant: string) {
  while ((await store.sequence(tenant, 500)) > 0);
  const positions = new Map<string, number>();
  for (let after = 0, page = await store.sequenced(tenant, 0, 500); page.length > 0; ) {
    for (const { event } of page)
      positions.set(event.stream, (positions.get(event.stream) ?? 0) + 1);
    after = page.at(-1)?.position ?? after;
    page = await store.sequenced(tenant, after, 500);
  }
  let streams = 0;
  let whole = 0;
  for (let page = await audit.streams(tenant, null, 200); page.length > 0; ) {
    for (const { stream, head, events, list, clocks, acts } of page) {
      streams += 1;
      const key = `N-${stream.slice(1)}`;
      const owner = await queries.byAlias(tenant, { kind: 'external', key });
      const { ref } = JSON.parse(events[0]?.bytes ?? '{}').data.words;
      const texts = await vault.open(tenant, [{ stream, ref }], []);
      const rows = [events, clocks, acts, texts].every(({ length }) => length === 1);
      const once = head?.version === 1 && positions.get(stream) === 1;
      if (rows && once && list !== null && owner === stream) whole += 1;
    }
    page = await audit.streams(tenant, page.at(-1)?.stream ?? null, 200);
  }
  return { streams, whole };
}
