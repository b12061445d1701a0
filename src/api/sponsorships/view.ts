import { affectedWords, harmWords } from '../../contract/sponsorship-words.ts';
import type { MeetingView, PromiseView, SponsorshipView } from '../../contract/sponsorships.ts';
import { clockOf } from '../../core/clock/clock.ts';
import type { Recorded, Sealed } from '../../core/process.ts';
import type { EventOf, SponsorshipEvent } from '../../core/sponsorship/events.ts';
import { capOf } from '../../core/sponsorship/seats.ts';
import {
  type Held,
  isHeld,
  partners,
  showsIdentity,
  type TaskForce,
} from '../../core/sponsorship/state.ts';
import { durationWords } from '../../core/time/duration.ts';
import { confirmationsOf } from '../cases/confirmed.ts';
import { clockView } from '../cases/rows.ts';
import type { ApiParts, Reader } from '../parts.ts';
import { iso, isoOrNull } from '../route.ts';
import { powerView } from '../whistles/view.ts';
import { actsOnCommitment, actsOnStep, actsOnWhole } from './choices.ts';
import { evidenceOf } from './evidence.ts';
import type { SponsorshipReading } from './reading.ts';
import { heldHow, sponsorshipRow, stuckIn } from './rows.ts';
import { openSaid } from './said.ts';
import { threadOf } from './thread.ts';

/** What was said in a sponsorship, where this reader may read it; null where not. */
type Read = (sealed: Sealed | null) => string | null;

/** The whole page of a sponsorship, as far as this reader may read it. */
export async function sponsorshipView(
  parts: ApiParts,
  reader: Reader,
  reading: SponsorshipReading,
): Promise<SponsorshipView> {
  const { row, state, names, now } = reading;
  const { stuck: _, ...line } = sponsorshipRow(
    row.stream,
    { state, version: row.version },
    reader,
    reading,
  );
  const read = await openSaid(parts, reader, reading);
  return {
    ...line,
    now: iso(now),
    blocked: { kind: state.blocked.kind, evidence: evidenceOf(state.blocked, reading) },
    reason: state.reason,
    grounds: {
      ...state.grounds,
      harmName: harmWords[state.grounds.harm],
      affectedName: affectedWords[state.grounds.affected],
    },
    identity: showsIdentity(state),
    ...(isHeld(state) ? held(reader, reading, state, read) : NOTHING),
    duties: dutiesOf(reading),
    stuck: stuckIn(state, reading),
    ladder: state.ladders.map(({ unit, kind, act, by, answered, timer }) => ({
      unit,
      unitName: names.unit(unit),
      clockName: names.clock(kind),
      act,
      byName: by === null ? null : names.unit(by),
      answered,
      timer: clockIn(timer, reading),
    })),
    clocks: state.clocks.map((clock) => clockView(clock, reading)),
    thread: threadOf(reading, await confirmationsOf(parts, reader, reading)),
    acts: actsOnWhole(reader, reading),
  };
}

type Work = Pick<
  SponsorshipView,
  | 'load'
  | 'sponsorActs'
  | 'force'
  | 'meetings'
  | 'powers'
  | 'needs'
  | 'steps'
  | 'hearings'
  | 'claim'
  | 'extension'
  | 'result'
  | 'dissents'
  | 'followUp'
  | 'partners'
>;

/** Before a leader has it there is nothing of this. */
const NOTHING: Work = {
  load: null,
  sponsorActs: [],
  force: null,
  meetings: [],
  powers: [],
  needs: null,
  steps: [],
  hearings: [],
  claim: null,
  extension: null,
  result: null,
  dissents: [],
  followUp: null,
  partners: [],
};

const of = <Type extends SponsorshipEvent['type']>(
  { events }: SponsorshipReading,
  type: Type,
): readonly Recorded<EventOf<Type>>[] =>
  events.filter((event): event is Recorded<EventOf<Type>> => event.type === type);

function held(reader: Reader, reading: SponsorshipReading, state: Held, read: Read): Work {
  const { names, now, sponsorshipLaw } = reading;
  const [accepted] = of(reading, 'SponsorshipAccepted');
  const told = of(reading, 'ResultTold').at(-1);
  const { force } = state;
  return {
    load:
      accepted === undefined || accepted.data.shown === null
        ? null
        : { live: accepted.data.shown, cap: capOf(sponsorshipLaw, state.sponsor.post.unit) },
    sponsorActs: of(reading, 'SponsorActed').map(({ data, occurredAt }) => ({
      n: data.act,
      at: iso(occurredAt),
      kind: data.kind,
      unitName: data.unit === null ? null : names.unit(data.unit),
      dutyName: data.duty === null ? null : names.sponsorDuty(data.duty),
      note: data.note,
      words: read(data.words),
    })),
    force: force === null ? null : forceView(reading, state, force),
    meetings: meetingsOf(reader, reading, state),
    powers: state.powers.map(({ power, from, to, until }) => ({
      power: powerView(power, reading),
      fromName: names.unit(from),
      toName: names.unit(to),
      until: iso(until),
      over: now >= until || 'endedAt' in state,
    })),
    needs:
      state.needs?.map(({ n, kind, text }) => ({
        n,
        kind,
        kindName: names.need(kind),
        text: read(text),
      })) ?? null,
    steps: state.steps.map(({ owner, ...step }) => ({
      ...promise(reading, { ...step, unit: owner }),
      note: of(reading, 'StepFinished').find(({ data }) => data.step === step.n)?.data.note ?? null,
      acts: step.status === 'open' ? actsOnStep(reader, reading, step.n) : [],
    })),
    hearings: of(reading, 'HearingHeld').map(({ data }) => ({
      n: data.hearing,
      noticeAt: iso(data.noticeAt),
      heldAt: iso(data.heldAt),
      parties: [...data.parties],
      record: read(data.record),
      outcome: data.outcome,
    })),
    claim: claimOf(reading, read),
    extension: extensionOf(reading),
    result: told === undefined ? null : { at: iso(told.occurredAt), text: read(told.data.result) },
    dissents: of(reading, 'Dissented').map(({ data, occurredAt }) => ({
      at: iso(occurredAt),
      words: read(data.words),
    })),
    followUp: followUpOf(reading, read),
    partners: partners(state).map((unit) => ({ unit, unitName: names.unit(unit) })),
  };
}

/** 工作专班: who sits in it for what, and whether each power it needs is held at the table. */
function forceView(
  reading: SponsorshipReading,
  state: Held,
  { mandate, powers, from, until, members }: TaskForce,
): SponsorshipView['force'] {
  const { names, now } = reading;
  return {
    mandate,
    powers: powers.map((power) => powerView(power, reading)),
    from: iso(from),
    until: iso(until),
    over: now >= until || 'endedAt' in state,
    members: members.map(({ unit, power }) => ({
      unit,
      unitName: names.unit(unit),
      power: power === null ? null : powerView(power, reading),
    })),
    held: powers.map((power) => ({
      power: powerView(power, reading),
      by: partners(state).flatMap((unit) => {
        const how = heldHow(state, reading, unit, power);
        return how === null
          ? []
          : [{ unit, unitName: names.unit(unit), delegated: how === 'case' }];
      }),
    })),
  };
}

function claimOf(reading: SponsorshipReading, read: Read): SponsorshipView['claim'] {
  const answered = of(reading, 'ClaimAnswered').at(-1);
  if (answered === undefined) return null;
  const { answer, reply, citation } = answered.data;
  return { answer, reply: read(reply), citation, at: iso(answered.occurredAt) };
}

function extensionOf(reading: SponsorshipReading): SponsorshipView['extension'] {
  const asked = of(reading, 'ExtensionAsked').at(-1);
  if (asked === undefined) return null;
  const { number, by, reason } = asked.data;
  const decided = of(reading, 'ExtensionDecided').find(({ data }) => data.number === number);
  const newDueAt = decided?.data.newDueAt ?? null;
  return {
    by: { zh: durationWords(by, 'zh'), en: durationWords(by, 'en') },
    reason,
    granted: decided?.data.granted ?? null,
    newDueAt: newDueAt === null ? null : iso(newDueAt),
  };
}

/** 后续联系 by the person's last consent, and the contacts there were. */
function followUpOf(reading: SponsorshipReading, read: Read): SponsorshipView['followUp'] {
  const consent = of(reading, 'FollowUpConsented').at(-1);
  if (consent === undefined) return null;
  const ended = of(reading, 'FollowUpEnded').find(({ version }) => version > consent.version);
  return {
    until: iso(consent.data.until),
    endedAt: isoOrNull(ended?.occurredAt ?? null),
    records: of(reading, 'FollowUpRecorded').map(({ data, occurredAt }) => ({
      at: iso(occurredAt),
      reached: data.reached,
      words: read(data.words),
    })),
  };
}

/** 五包: each seen to by an act of its own. */
const dutiesOf = ({ state, sponsorshipLaw }: SponsorshipReading) =>
  sponsorshipLaw.duties.map((duty) => ({
    ...duty,
    done: isHeld(state) && state.duties.includes(duty.code),
  }));

interface Promised {
  readonly n: number;
  readonly what: string;
  readonly unit: string;
  readonly power?: string | null;
  readonly status: PromiseView['status'];
  readonly clock: string;
}

const promise = (reading: SponsorshipReading, one: Promised) => ({
  n: one.n,
  what: one.what,
  unit: one.unit,
  unitName: reading.names.unit(one.unit),
  power: one.power == null ? null : powerView(one.power, reading),
  status: one.status,
  clock: clockIn(one.clock, reading),
});

function meetingsOf(reader: Reader, reading: SponsorshipReading, state: Held): MeetingView[] {
  const { names } = reading;
  const unitOf = (unit: string) => ({ unit, unitName: names.unit(unit) });
  const noteOf = (n: number) =>
    of(reading, 'CommitmentKept').find(({ data }) => data.commitment === n)?.data.note ?? null;
  return of(reading, 'MeetingHeld').map(({ data, occurredAt }) => ({
    n: data.meeting,
    at: iso(occurredAt),
    agenda: data.agenda,
    present: data.present.map(unitOf),
    positions: data.positions.map(({ unit, position }) => ({ ...unitOf(unit), position })),
    decision: data.decision,
    dissents: data.dissents.map(({ unit, text }) => ({ ...unitOf(unit), text })),
    quorum: data.quorum.map(({ power, unit, delegated }) => ({
      power: powerView(power, reading),
      ...unitOf(unit),
      delegated,
    })),
    commitments: state.commitments
      .filter(({ meeting }) => meeting === data.meeting)
      .map((one) => ({
        ...promise(reading, one),
        note: noteOf(one.n),
        load: data.commitments.find(({ n }) => n === one.n)?.load ?? null,
        acts: one.status === 'open' ? actsOnCommitment(reader, reading, one.n) : [],
      })),
  }));
}

function clockIn(id: string, reading: SponsorshipReading) {
  const clock = clockOf(reading.state.clocks, id);
  if (clock === undefined) throw new Error(`${reading.row.stream}: no clock ${id}`);
  return clockView(clock, reading);
}
