import type { SponsorDesk } from '../../contract/sponsorships.ts';
import { seatKey } from '../../core/sponsorship/project.ts';
import { lawFor } from '../../core/sponsorship/scene.ts';
import { capOf } from '../../core/sponsorship/seats.ts';
import { isRunning } from '../../core/sponsorship/state.ts';
import type { Setting } from '../cases/reading.ts';
import type { ApiParts, Reader } from '../parts.ts';
import { barredFrom } from '../recusal.ts';
import { iso } from '../route.ts';
import { rowsFor, takenBy } from './load.ts';
import { sponsorshipsOf } from './reading.ts';
import { sponsorshipRow } from './rows.ts';

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
    running: isRunning(one.state),
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
    mine: rows.flatMap(({ running, row }) => (running ? [row] : [])),
    asked: rows.flatMap(({ running, row }) => (running ? [] : [row])),
  };
}
