import { z } from 'zod';
import { ActChoice, ActEnvelope, ClockView, Means, ThreadEntry } from './cases.ts';
import { Citation, InstantText, PageQuery, page, Text } from './common.ts';
import { Post, PostView } from './session.ts';
import { Measure, PowerView, RungView } from './whistles.ts';

/** 领导包案 over the wire. Words for every code are in `sponsorship-words.ts`. */

export const SponsorshipStatus = z.enum([
  'nominated',
  'dropped',
  'accepted',
  'agreed',
  'told',
  'closed',
  'following',
  'ended',
]);
export type SponsorshipStatus = z.infer<typeof SponsorshipStatus>;

export const BlockedKind = z.enum(['RULED', 'WHISTLE_ESCALATED', 'CLOCK', 'NO_POWER', 'ASKED']);
export type BlockedKind = z.infer<typeof BlockedKind>;
export const Harm = z.enum(['none', 'hardship', 'health', 'safety']);
export type Harm = z.infer<typeof Harm>;
export const Affected = z.enum(['one', 'few', 'tens', 'hundreds']);
export type Affected = z.infer<typeof Affected>;
export const SeatName = z.enum(['sponsor', 'lead', 'liaison']);
export type SeatName = z.infer<typeof SeatName>;
export const SponsorActKind = z.enum([
  'briefed',
  'reviewed',
  'unblocked',
  'met-person',
  'went-down',
]);
export type SponsorActKind = z.infer<typeof SponsorActKind>;
export const ClaimAnswer = z.enum(['SUPPORT', 'EXPLAIN', 'NOT_SUPPORT']);
export type ClaimAnswer = z.infer<typeof ClaimAnswer>;
export const Party = z.enum(['person', 'representative', 'unit', 'chair', 'witness']);
export type Party = z.infer<typeof Party>;
export const HearingOutcome = z.enum(['AGREED', 'NOT_AGREED', 'ADJOURNED']);
export type HearingOutcome = z.infer<typeof HearingOutcome>;

const id = z.string().min(1).max(64);
const unit = z.string().min(1).max(60);
const code = z.string().min(1).max(60);
const login = z.string().min(1).max(80);
const said = z.string().trim().max(2000);
/** Kept as it was given. */
const unedited = z.string().min(1).max(4000);
const n = z.number().int().min(1).max(999);
const told = z.union([Means, z.literal('portal')]);

/** What the door showed of the leader's load, where it did; it must be what the server finds. */
const shown = z.number().int().min(0).max(999).nullable().default(null);

/** The body of `POST /api/sponsorships`, beside late entry and on whose behalf. */
export const Nominate = z.object({
  case: id,
  blocked: z.union([
    z.object({ kind: BlockedKind.exclude(['ASKED']) }),
    z.object({
      kind: z.literal('ASKED'),
      powers: z.array(code).max(10),
      tried: z.array(said).max(10),
    }),
  ]),
  reason: said.min(1),
  /** Of the matter alone; nothing here is asked of a person. */
  grounds: z.object({
    harm: Harm,
    affected: Affected,
    legalBreach: z.boolean(),
    reason: said.min(1),
  }),
  /** Logins; which seat each has, the server looks up. */
  sponsor: login,
  lead: login,
  liaison: login,
  shown,
  occurredAt: ActEnvelope.shape.occurredAt,
  onBehalfOf: ActEnvelope.shape.onBehalfOf,
});
export type Nominate = z.infer<typeof Nominate>;

/** What each act takes, beside the envelope: the acts of `/api/sponsorships/{id}/{act}`. */
export const sponsorshipBodies = {
  'take-back': z.object({ reason: said.min(1) }),
  accept: z.object({}),
  pass: z.object({ reason: said.min(1) }),
  designate: z.object({ sponsor: login }),
  'replace-seat': z.object({ seat: SeatName, to: login, reason: said.min(1) }),
  'record-act': z.object({
    kind: SponsorActKind,
    unit: unit.nullable().default(null),
    duty: code.nullable().default(null),
    note: said.min(1),
    words: unedited.nullable().default(null),
  }),
  supervise: z.object({
    unit,
    text: said.min(1),
    instruction: z
      .object({ by: Post, text: said.min(1) })
      .nullable()
      .default(null),
  }),
  'ask-extension': z.object({ by: z.string().min(1).max(20), reason: said.min(1) }),
  'decide-extension': z.object({ granted: z.boolean(), reason: said.min(1) }),
  'tell-extension': z.object({ means: told }),
  convene: z.object({
    mandate: said.min(1),
    powers: z.array(code).max(10).default([]),
    until: InstantText,
    members: z
      .array(z.object({ unit, power: code.nullable().default(null) }))
      .min(1)
      .max(20),
  }),
  'add-member': z.object({ unit, power: code.nullable().default(null) }),
  'release-member': z.object({ unit, reason: said.min(1) }),
  'hold-meeting': z.object({
    agenda: said.min(1),
    present: z.array(unit).min(1).max(20),
    positions: z.array(z.object({ unit, position: said.min(1) })).max(20),
    decision: said.min(1),
    dissents: z
      .array(z.object({ unit, text: unedited }))
      .max(20)
      .default([]),
    commitments: z
      .array(z.object({ unit, what: said.min(1), dueAt: InstantText }))
      .max(20)
      .default([]),
  }),
  'keep-commitment': z.object({ commitment: n, note: said.min(1) }),
  'drop-commitment': z.object({ commitment: n, reason: said.min(1) }),
  delegate: z.object({ power: code, to: unit, until: InstantText }),
  'consent-identity': z.object({}),
  'revoke-identity': z.object({}),
  'agree-needs': z.object({
    needs: z.array(z.object({ kind: code, text: unedited })).max(20),
  }),
  plan: z.object({
    steps: z
      .array(
        z.object({
          what: said.min(1),
          owner: unit,
          power: code.nullable().default(null),
          dueAt: InstantText,
        }),
      )
      .min(1)
      .max(20),
  }),
  'finish-step': z.object({ step: n, note: said.min(1) }),
  'drop-step': z.object({ step: n, reason: said.min(1) }),
  'record-hearing': z.object({
    noticeAt: InstantText,
    heldAt: InstantText,
    parties: z.array(Party).min(1).max(5),
    record: unedited,
    outcome: HearingOutcome,
  }),
  'answer-claim': z.object({
    answer: ClaimAnswer,
    reply: unedited,
    citation: said.nullable().default(null),
  }),
  'tell-result': z.object({ means: told, result: unedited }),
  dissent: z.object({ words: unedited }),
  close: z.object({ reason: said.min(1) }),
  'consent-follow-up': z.object({ until: InstantText, means: told }),
  'revoke-follow-up': z.object({}),
  'record-follow-up': z.object({ reached: z.boolean(), words: unedited.nullable().default(null) }),
} as const;
export type SponsorshipAct = keyof typeof sponsorshipBodies;

/** Acts that happen when they are entered: nobody is asked since when. */
export const SPONSORSHIP_AT_ONCE: readonly (SponsorshipAct | 'nominate')[] = [
  'nominate',
  'accept',
  'pass',
  'designate',
  'replace-seat',
  'supervise',
  'ask-extension',
  'decide-extension',
  'tell-extension',
  'convene',
  'add-member',
  'release-member',
  'hold-meeting',
  'drop-commitment',
  'delegate',
  'plan',
  'drop-step',
  'close',
  'consent-follow-up',
];

/** The whole body of `POST /api/sponsorships/{id}/{act}`. */
export const sponsorshipRequest = <Act extends SponsorshipAct>(act: Act) =>
  z.object({ ...ActEnvelope.shape, ...sponsorshipBodies[act].shape });

const named = { unit: z.string(), unitName: Text };

/** A seat of the chain of responsibility; a post, never a name. `mine`: the reader holds it. */
export const SeatView = z.object({ seat: SeatName, post: PostView.nullable(), mine: z.boolean() });
export type SeatView = z.infer<typeof SeatView>;

export const SponsorshipRow = z.object({
  id: z.string(),
  version: z.number(),
  case: z.string(),
  status: SponsorshipStatus,
  title: z.string().nullable(),
  categoryName: Text.nullable(),
  placeName: Text,
  nominator: z.string(),
  nominatorName: Text,
  seats: z.array(SeatView),
  openedAt: z.string(),
  endedAt: z.string().nullable(),
  endsAt: z.string().nullable(),
  /** The end date as a clock; null before a leader has it. */
  term: ClockView.nullable(),
  breaches: z.number(),
  /** Promises of departments that are late or wait for a power. */
  stuck: z.number(),
});
export type SponsorshipRow = z.infer<typeof SponsorshipRow>;
export const SponsorshipPage = page(SponsorshipRow).extend({ now: z.string() });
export type SponsorshipPage = z.infer<typeof SponsorshipPage>;
export const SponsorshipQuery = PageQuery.extend({
  bucket: z.enum(['open', 'closed']).default('open'),
  unit: z.string().max(60).optional(),
  text: z.string().max(80).optional(),
});

/** What only the leader can move: a promise of a department that is late, or lacks its power. */
export const StuckView = z.object({
  ...named,
  promise: z.enum(['step', 'commitment']),
  n: z.number(),
  what: z.string(),
  why: z.enum(['late', 'no-power']),
  power: PowerView.nullable(),
  clock: ClockView,
});

/** A leader's own cases: at most the cap, what waits for an answer beside them. */
export const SponsorDesk = z.object({
  now: z.string(),
  load: z.object({ live: z.number(), cap: z.number() }).nullable(),
  mine: z.array(
    SponsorshipRow.extend({
      waits: z.array(StuckView),
      /** When the sponsor last met the person, or went down with the case. */
      metAt: z.string().nullable(),
    }),
  ),
  asked: z.array(SponsorshipRow),
});
export type SponsorDesk = z.infer<typeof SponsorDesk>;

const PromiseView = z.object({
  n: z.number(),
  what: z.string(),
  ...named,
  power: PowerView.nullable(),
  status: z.enum(['open', 'finished', 'kept', 'dropped']),
  clock: ClockView,
  note: z.string().nullable(),
  acts: z.array(ActChoice),
});
export type PromiseView = z.infer<typeof PromiseView>;

/** 会商记录: as it was said, nothing smoothed. */
export const MeetingView = z.object({
  n: z.number(),
  at: z.string(),
  agenda: z.string(),
  present: z.array(z.object(named)),
  positions: z.array(z.object({ ...named, position: z.string() })),
  decision: z.string(),
  dissents: z.array(z.object({ ...named, text: z.string() })),
  quorum: z.array(z.object({ power: PowerView, ...named, delegated: z.boolean() })),
  /** Promises each had open elsewhere when it made another; null where nobody counted. */
  commitments: z.array(PromiseView.extend({ load: z.number().nullable() })),
});
export type MeetingView = z.infer<typeof MeetingView>;

export const ForceView = z.object({
  mandate: z.string(),
  powers: z.array(PowerView),
  from: z.string(),
  until: z.string(),
  over: z.boolean(),
  members: z.array(z.object({ ...named, power: PowerView.nullable() })),
  /** For each power the mandate needs, who at the table holds it now; nobody is told too. */
  held: z.array(
    z.object({
      power: PowerView,
      by: z.array(z.object({ ...named, delegated: z.boolean() })),
    }),
  ),
});

export const SponsorshipView = SponsorshipRow.omit({ stuck: true }).extend({
  now: z.string(),
  blocked: z.object({ kind: BlockedKind, evidence: Text }),
  reason: z.string(),
  grounds: z.object({
    ageDays: z.number(),
    harm: Harm,
    harmName: Text,
    affected: Affected,
    affectedName: Text,
    legalBreach: z.boolean(),
    reason: z.string(),
  }),
  /** The leader's cap when they took it on, and how many they had then. */
  load: z.object({ live: z.number(), cap: z.number() }).nullable(),
  identity: z.boolean(),
  duties: z.array(
    z.object({ code: z.string(), name: Text, citation: Citation, done: z.boolean() }),
  ),
  sponsorActs: z.array(
    z.object({
      n: z.number(),
      at: z.string(),
      kind: SponsorActKind,
      unitName: Text.nullable(),
      dutyName: Text.nullable(),
      note: z.string(),
      words: z.string().nullable(),
    }),
  ),
  force: ForceView.nullable(),
  meetings: z.array(MeetingView),
  powers: z.array(
    z.object({
      power: PowerView,
      fromName: Text,
      toName: Text,
      until: z.string(),
      over: z.boolean(),
    }),
  ),
  /** Null until they were talked over; texts null where the reader may not read them. */
  needs: z
    .array(
      z.object({ n: z.number(), kind: z.string(), kindName: Text, text: z.string().nullable() }),
    )
    .nullable(),
  steps: z.array(PromiseView),
  hearings: z.array(
    z.object({
      n: z.number(),
      noticeAt: z.string(),
      heldAt: z.string(),
      parties: z.array(Party),
      record: z.string().nullable(),
      outcome: HearingOutcome,
    }),
  ),
  claim: z
    .object({
      answer: ClaimAnswer,
      reply: z.string().nullable(),
      citation: z.string().nullable(),
      at: z.string(),
    })
    .nullable(),
  extension: z
    .object({
      by: Text,
      reason: z.string(),
      granted: z.boolean().nullable(),
      newDueAt: z.string().nullable(),
    })
    .nullable(),
  result: z.object({ at: z.string(), text: z.string().nullable() }).nullable(),
  dissents: z.array(z.object({ at: z.string(), words: z.string().nullable() })),
  /** What the person last agreed to; where it has ended the log of contacts stays, and nothing is added. */
  followUp: z
    .object({
      until: z.string(),
      endedAt: z.string().nullable(),
      records: z.array(
        z.object({ at: z.string(), reached: z.boolean(), words: z.string().nullable() }),
      ),
    })
    .nullable(),
  stuck: z.array(StuckView),
  ladder: z.array(RungView),
  clocks: z.array(ClockView),
  /** Units that may be chosen: those at the table, and all there are. */
  partners: z.array(z.object(named)),
  thread: z.array(ThreadEntry),
  acts: z.array(ActChoice),
});
export type SponsorshipView = z.infer<typeof SponsorshipView>;

/** Somebody who might take a seat, with the cases they have; what a new one stands beside. */
const Candidate = z.object({
  login: z.string(),
  post: PostView,
  load: z.object({ live: z.number(), cap: z.number() }).nullable(),
  inHand: z.array(z.object({ title: z.string().nullable(), endsAt: z.string().nullable() })),
});

/** Who might take a seat that is to be filled anew; nobody where the reader may not fill any. */
export const SeatCandidates = z.object({
  sponsor: z.array(Candidate),
  lead: z.array(Candidate),
  liaison: z.array(Candidate),
});
export type SeatCandidates = z.infer<typeof SeatCandidates>;

/** The nomination form's data: what of the block the case shows, and who might take which seat. */
export const NominationChoices = z.object({
  /** Why the reader's unit cannot put the case up; null where it can. */
  why: Text.nullable(),
  /** The kinds the case itself proves now, each with its evidence. */
  blocked: z.array(z.object({ kind: BlockedKind, evidence: Text })),
  /** Powers the unit lacks, for a reasoned request. */
  lacking: z.array(PowerView),
  sponsors: z.array(Candidate),
  leads: z.array(Candidate),
  liaisons: z.array(Candidate),
});
export type NominationChoices = z.infer<typeof NominationChoices>;

/** What a unit's own promises came to while it served task forces, counted and never compared. */
export const DisplacedWork = z.object({
  ...named,
  from: z.string(),
  to: z.string(),
  /** Fell late while it served, of all that fell late. */
  late: Measure,
  /** Sponsorships it served. */
  served: z.number(),
});
export type DisplacedWork = z.infer<typeof DisplacedWork>;
export const DisplacedQuery = z.object({ unit: z.string().max(60).optional() });
