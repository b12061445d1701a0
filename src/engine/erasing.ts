import { type CallbackState, hasBegun } from '../core/callback/state.ts';
import { callbackOf, recheckOf } from '../core/callback/streams.ts';
import type { CaseState } from '../core/case/state.ts';
import { RETENTION } from '../core/retention/reactions.ts';
import type { RetentionState } from '../core/retention/state.ts';
import type { Deps } from './attempt.ts';
import type { ErasableVault, ErasureList, MatterPart, ToErase } from './erasure-ports.ts';
import { execute } from './execute.ts';
import { matterOf } from './matter.ts';
import { statesOf } from './states.ts';
import { each, type Stepped } from './tick.ts';

/** What an engine that erases stands on beside its store. */
export interface Erasing {
  readonly vault: ErasableVault;
  readonly list: ErasureList;
}

/** How many matters a turn takes up. */
const BATCH = 100;

/**
 * Orders the erasures that are due, and carries out those ordered. An order is an event, and what it
 * calls for is done by whoever looks next: first the list outside the database, on the disk to stay,
 * then the keys, then the event that says so. Killed anywhere in between, the next turn does again what
 * was done and goes on.
 */
export async function eraseDue(deps: Deps, erasing: Erasing): Promise<Stepped> {
  const work = await erasing.vault.toErase(BATCH);
  let done = 0;
  const stepped = await each(
    work,
    ({ stream }) => stream,
    async (item) => {
      const step = item.status === 'due' ? order : carryOut;
      const answer = await step(deps, erasing, item);
      if (answer === 'waits') return null;
      done += 1;
      return answer.accepted ? null : answer.refusal;
    },
  );
  return { ...stepped, done };
}

/** Not while a reaction still needs a text, or a companion is at work: 0009's limit. */
async function order(deps: Deps, { vault }: Erasing, { tenant, stream, about, version }: ToErase) {
  const processOf = (name: string) => deps.processes.get(name);
  const own = await matterOf({ store: deps.store, vault, processOf }, tenant, about);
  const parts = [...own, ...(await unlisted(deps, tenant, about))];
  const streams = parts.map((part) => part.stream);
  if (parts.some((part) => part.stream !== stream && isAtWork(part, about))) return 'waits';
  if (await vault.isAwaited(tenant, streams)) return 'waits';
  const matter = parts.find((part) => part.stream === about)?.version ?? 0;
  return await execute(deps, {
    tenant,
    process: RETENTION,
    stream,
    actor: { kind: 'machine', name: 'tick' },
    command: {
      type: 'erase',
      data: { case: about, streams: parts.map((part) => nameOf(part)) },
    },
    // Refused once, it is not asked again before something has moved.
    key: `${stream}/erase/${version}/${matter}`,
  });
}

/** A callback that nobody was asked for yet has no row, so that the sample stays hidden; it has a title. */
async function unlisted(deps: Deps, tenant: string, about: string): Promise<readonly MatterPart[]> {
  const [cases, callbacks] = [deps.processes.get('case'), deps.processes.get('callback')];
  if (cases === undefined || callbacks === undefined) return [];
  const found = await statesOf<CaseState>(deps.store, cases, tenant, [about]);
  const state = found.get(about)?.state;
  if (state === undefined || state.status === 'none') return [];
  const streams = Array.from({ length: state.closings }, (_, n) => [
    callbackOf(about, n + 1),
    recheckOf(about, n + 1),
  ]).flat();
  const asked = await statesOf<CallbackState>(deps.store, callbacks, tenant, streams);
  return [...asked].flatMap(([stream, one]) =>
    one.state.status === 'none' || hasBegun(one.state)
      ? []
      : [{ ...HIDDEN, stream, version: one.version, open: one.state.status === 'waiting' }],
  );
}

const HIDDEN = { process: 'callback', dueAt: null, sealed: true };

const nameOf = ({ stream, process }: MatterPart) => ({ stream, process });

/** The case itself is the decision's to judge. */
const isAtWork = ({ stream, open, dueAt, sealed }: MatterPart, about: string): boolean =>
  stream !== about && open && (dueAt !== null || sealed);

async function carryOut(
  deps: Deps,
  { vault, list }: Erasing,
  { tenant, stream, version }: ToErase,
) {
  const process = deps.processes.get(RETENTION);
  if (process === undefined) throw new Error('no process "retention"');
  const found = await statesOf<RetentionState>(deps.store, process, tenant, [stream]);
  const state = found.get(stream)?.state;
  // Another worker was quicker.
  if (state?.status !== 'erasing') return 'waits';
  const reason = state.class.code;
  const at = await deps.store.now(tenant);
  await list.append(state.streams.map((part) => ({ tenant, stream: part.stream, reason, at })));
  for (const part of state.streams) await vault.destroy(tenant, part.stream, reason);
  return await execute(deps, {
    tenant,
    process: RETENTION,
    stream,
    actor: { kind: 'machine', name: 'tick' },
    command: { type: 'confirm-erased', data: {} },
    key: `${stream}/erased/${version}`,
  });
}
