import type { SponsorActKind, SponsorDesk } from '../../contract/sponsorships.ts';
import type { Instant, StreamId } from '../../core/process.ts';
import { seatKey } from '../../core/sponsorship/project.ts';
import { lawFor } from '../../core/sponsorship/scene.ts';
import { capOf } from '../../core/sponsorship/seats.ts';
import { isRunning } from '../../core/sponsorship/state.ts';
import type { Setting } from '../cases/reading.ts';
import type { ApiParts, Reader } from '../parts.ts';
import { barredFrom } from '../recusal.ts';
import { iso, isoOrNull } from '../route.ts';
import { rowsFor, takenBy } from './load.ts';
import { eventsOf, sponsorshipsOf } from './reading.ts';
import { sponsorshipRow, stuckIn } from './rows.ts';

/** Acts of the sponsor in which they are face to face with the person. */
const MEETS: ReadonlySet<SponsorActKind> = new Set(['met-person', 'went-down']);

/**
 * What lies with the reader by a seat, and what waits for their answer, by the end date; how many of
 * how many a leader has. A leader sees their own cases and nobody else's.
 */
export async function sponsorDesk(
  parts: ApiParts,
  reader: Reader,
  setting: Setting,
): Promise<SponsorDesk> {
  const { account, post } = reader;
  const open = { bucket: 'open' } as const;
  const found = [
    ...(await rowsFor(parts, reader, account, open)),
    ...(post.role === 'sponsor' ? await rowsFor(parts, reader, seatKey(post), open) : []),
  ];
  const streams = [...new Set(found.map(({ stream }) => stream))];
  const barred = await barredFrom(parts, reader, setting, streams);
  const states = await sponsorshipsOf(
    parts,
    reader,
    streams.filter((stream) => !barred.has(stream)),
  );
  const rows = [...states].map(([id, one]) => ({
    id,
    state: one.state,
    row: sponsorshipRow(id, one, reader, setting),
  }));
  const law = lawFor(setting.institution, { status: 'none' }, setting.now);
  const taken = await takenBy(parts, reader, [account]);
  return {
    now: iso(setting.now),
    load:
      post.role === 'sponsor' && law !== null
        ? { live: taken.get(account)?.length ?? 0, cap: capOf(law.sponsorship, post.unit) }
        : null,
    mine: await Promise.all(
      rows
        .filter(({ state }) => isRunning(state))
        .map(async ({ id, state, row }) => ({
          ...row,
          waits: stuckIn(state, setting),
          metAt: isoOrNull(await lastMet(parts, reader, id)),
        })),
    ),
    asked: rows.flatMap(({ state, row }) => (isRunning(state) ? [] : [row])),
  };
}

/** A leader has a handful of cases: each log is read for the one date. */
async function lastMet(parts: ApiParts, reader: Reader, id: StreamId): Promise<Instant | null> {
  const events = await eventsOf(parts, reader, id);
  const met = events.flatMap((event) =>
    event.type === 'SponsorActed' && MEETS.has(event.data.kind) ? [event.occurredAt] : [],
  );
  return met.length === 0 ? null : Math.max(...met);
}
