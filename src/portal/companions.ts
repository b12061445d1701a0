import type { StreamId } from '../core/process.ts';
import { sponsorshipProcess } from '../core/sponsorship/index.ts';
import { whistleProcess } from '../core/whistle/index.ts';
import type { Matter } from './matter.ts';
import type { PortalParts } from './parts.ts';
import { sponsorshipsOf } from './sponsored.ts';

/** Those that a merge moves along: they may be about another person's request. */
const MOVED: readonly string[] = [sponsorshipProcess.name, whistleProcess.name];

/**
 * The request and every stream about it in which something of its person lies: each has a vault and a
 * log of looks of its own.
 */
export async function streamsOf(parts: PortalParts, matter: Matter): Promise<readonly StreamId[]> {
  const { streams: asked } = await matter.asked();
  const about = await parts.vault.partsOf(parts.tenant, matter.stream);
  const theirs = about.filter(({ process }) => !MOVED.includes(process));
  const sponsored = await sponsorshipsOf(parts, matter);
  return [
    ...new Set([
      matter.stream,
      ...theirs.map(({ stream }) => stream),
      // What is only drawn stands in no list yet.
      ...asked,
      ...sponsored.map(({ id }) => id),
    ]),
  ];
}
