import type { StreamId } from '../core/process.ts';
import { supportProcess } from '../core/support/index.ts';
import type { PortalParts } from './parts.ts';

/** More than any one request has. */
const MOST = 50;

/** Streams of the supports that are about the request, the open ones first. */
export async function supportsOf(
  { queries, tenant }: Pick<PortalParts, 'queries' | 'tenant'>,
  about: StreamId,
): Promise<readonly StreamId[]> {
  const filter = { process: supportProcess.name, about };
  const { rows } = await queries.list(tenant, filter, MOST, null);
  const open = rows.filter(({ bucket }) => bucket === 'open');
  return [...open, ...rows.filter((row) => !open.includes(row))].map(({ stream }) => stream);
}
