import type { Nominate, SponsorshipAct } from '../../contract/sponsorships.ts';
import type { StreamId } from '../../core/process.ts';
import type { Seat } from '../../core/sponsorship/state.ts';
import { seatOf } from '../../core/sponsorship/state.ts';
import type { ApiParts, Reader } from '../parts.ts';
import { Refused } from '../problem.ts';
import { owedBy, takenBy } from './load.ts';
import { eventsOf, sponsorshipsOf } from './reading.ts';

/**
 * What the door counts before an act, so that the log keeps what it stood beside. An act sent once
 * more says what it said: its figures are then those the log has.
 */
export async function shownTo(
  parts: ApiParts,
  reader: Reader,
  id: StreamId,
  sponsor: Seat,
  { shown }: Pick<Nominate, 'shown'>,
): Promise<number> {
  const row = await parts.queries.entry(reader.tenant, id);
  if (row !== null) {
    const [first] = await eventsOf(parts, reader, id);
    return first?.type === 'SponsorshipNominated' ? (first.data.shown ?? 0) : 0;
  }
  const live = await liveOf(parts, reader, sponsor.account);
  if (shown === null || shown === live) return live;
  const loads = { zh: `该领导现有 ${live} 件`, en: `this leader now has ${live}` };
  throw new Refused('api.load-moved', { live }, { loads });
}

const liveOf = async (parts: ApiParts, reader: Reader, account: string): Promise<number> =>
  (await takenBy(parts, reader, [account])).get(account)?.length ?? 0;

type Body = Readonly<Record<string, unknown>>;

/** The body with the door's own figures: a leader's load, what a unit owes besides a commitment. */
export async function counted(
  parts: ApiParts,
  reader: Reader,
  stream: { readonly id: StreamId; readonly version: number },
  act: SponsorshipAct,
  body: Body,
): Promise<Body> {
  if (act !== 'accept' && act !== 'designate' && act !== 'hold-meeting') return body;
  const found = (await sponsorshipsOf(parts, reader, [stream.id])).get(stream.id);
  const again = found !== undefined && found.version !== stream.version;
  if (act === 'hold-meeting') {
    const commitments = body.commitments as readonly { readonly unit: string }[];
    const loads = again
      ? await loadsTold(parts, reader, stream.id)
      : await owedBy(
          parts,
          reader,
          commitments.map(({ unit }) => unit),
        );
    return {
      ...body,
      commitments: commitments.map((one) => ({ ...one, load: loads.get(one.unit) ?? null })),
    };
  }
  if (again) return { ...body, shown: await shownThen(parts, reader, stream.id) };
  const named = act === 'designate' ? (body.sponsor as Seat).account : null;
  const asked = found === undefined ? null : seatOf(found.state, 'sponsor');
  const account = named ?? asked?.account ?? reader.account;
  return { ...body, shown: await liveOf(parts, reader, account) };
}

async function shownThen(parts: ApiParts, reader: Reader, id: StreamId): Promise<number | null> {
  const events = await eventsOf(parts, reader, id);
  const accepted = events.findLast(({ type }) => type === 'SponsorshipAccepted');
  return accepted?.type === 'SponsorshipAccepted' ? accepted.data.shown : null;
}

async function loadsTold(parts: ApiParts, reader: Reader, id: StreamId) {
  const held = (await eventsOf(parts, reader, id)).findLast(({ type }) => type === 'MeetingHeld');
  const commitments = held?.type === 'MeetingHeld' ? held.data.commitments : [];
  return new Map(commitments.map(({ unit, load }) => [unit, load]));
}
