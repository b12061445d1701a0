import type { Instant } from '../core/process.ts';
import type { Channel, Rulebook } from '../core/rulebook/rulebook.ts';
import { civilParts, dateOfWall } from '../core/time/civil.ts';
import { zoneOf } from '../core/time/zone.ts';
import type { TenantId } from './ports.ts';
import type { Tally } from './tally.ts';

const COUNTED = 'reports-official';

/**
 * 检举控告: a report against an official is handed to its statutory channel and not stored. Counts
 * it, to the month, and returns the channel; null where the rulebook lacks it.
 */
export async function turnAway(
  tally: Tally,
  tenant: TenantId,
  rulebook: Rulebook,
  now: Instant,
  zone: string,
): Promise<Channel | null> {
  const { year, month } = civilParts(dateOfWall(zoneOf(zone).toWall(now)));
  await tally.add(tenant, COUNTED, `${year}-${String(month).padStart(2, '0')}`);
  return rulebook.channels.find(({ code }) => code === rulebook.reportWrongdoing.channel) ?? null;
}
