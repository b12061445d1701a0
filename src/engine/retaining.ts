import { rulebookAt } from '../core/authority/institution.ts';
import type { CaseState } from '../core/case/state.ts';
import type { StreamId } from '../core/process.ts';
import { RETENTION, retentionOf } from '../core/retention/reactions.ts';
import type { Deps } from './attempt.ts';
import type { ErasableVault } from './erasure-ports.ts';
import { execute } from './execute.ts';
import type { TenantId } from './ports.ts';
import { presentOf } from './present.ts';
import { statesOf } from './states.ts';

const PAGE = 200;

/**
 * Begins the time of what ended and was never begun: history that was read in, which calls for nothing,
 * and whatever ended before the law said how long it is kept. Returns how many began.
 */
export async function keepEnded(
  deps: Deps,
  vault: ErasableVault,
  tenant: TenantId,
): Promise<number> {
  const process = deps.processes.get('case');
  const { institution, now } = await presentOf(deps, tenant);
  if (process === undefined || rulebookAt(institution, now)?.retention == null) return 0;
  let begun = 0;
  for (let after: StreamId | null = null; ; ) {
    const page: Awaited<ReturnType<ErasableVault['unkept']>> = await vault.unkept(
      tenant,
      after,
      PAGE,
    );
    const streams = page.map(({ stream }) => stream);
    const states = await statesOf<CaseState>(deps.store, process, tenant, streams);
    for (const [stream, { state, version }] of states) {
      const joined = state.status === 'none' ? [] : state.joined;
      await begin(deps, tenant, stream, null, version);
      for (const request of joined) await begin(deps, tenant, request, stream, version);
      begun += 1 + joined.length;
    }
    after = streams.at(-1) ?? null;
    if (page.length < PAGE) return begun;
  }
}

async function begin(
  deps: Deps,
  tenant: TenantId,
  about: StreamId,
  into: StreamId | null,
  version: number,
): Promise<void> {
  const stream = retentionOf(about);
  await execute(deps, {
    tenant,
    process: RETENTION,
    stream,
    actor: { kind: 'machine', name: 'tick' },
    command: { type: 'begin', data: { case: about, into } },
    key: `${stream}/begin/${into ?? about}/${version}`,
  });
}
