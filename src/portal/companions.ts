import type { StreamId } from '../core/process.ts';
import { processes } from '../core/processes.ts';
import { whistleProcess } from '../core/whistle/index.ts';
import type { MatterPart } from '../engine/erasure-ports.ts';
import { matterOf } from '../engine/matter.ts';
import type { AnyProcess } from '../engine/upcast.ts';
import type { Matter } from './matter.ts';
import type { PortalParts } from './parts.ts';

const processOf = (asked: string): AnyProcess | undefined =>
  processes.find(({ name }) => name === asked);

/** The request and every stream of its matter, wherever a merge has moved it. */
export const partsOf = (
  { store, vault, tenant }: Pick<PortalParts, 'store' | 'vault' | 'tenant'>,
  { stream }: Pick<Matter, 'stream'>,
): Promise<readonly MatterPart[]> => matterOf({ store, vault, processOf }, tenant, stream);

/**
 * The request and every stream about it in which something of its person lies: each has a vault and a
 * log of looks of its own. In a whistle the units speak.
 */
export async function streamsOf(parts: PortalParts, matter: Matter): Promise<readonly StreamId[]> {
  const { streams: asked } = await matter.asked();
  const theirs = (await partsOf(parts, matter)).filter(
    ({ process }) => process !== whistleProcess.name,
  );
  // What is only drawn stands in no list yet.
  return [...new Set([matter.stream, ...theirs.map(({ stream }) => stream), ...asked])];
}
