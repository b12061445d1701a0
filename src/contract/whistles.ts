import { z } from 'zod';
import { ActChoice, ActEnvelope, ClockView, ThreadEntry } from './cases.ts';
import { Citation, InstantText, PageQuery, page, Text } from './common.ts';
import { Post } from './session.ts';

/** 吹哨报到 over the wire. Words for every code are in `whistle-words.ts`. */

export const WhistleKind = z.enum(['DAILY', 'KEY', 'EMERGENCY']);
export type WhistleKind = z.infer<typeof WhistleKind>;

export const WhistleStatus = z.enum(['proposed', 'declined', 'issued', 'concluded', 'rated']);
export type WhistleStatus = z.infer<typeof WhistleStatus>;

export const CallOutStatus = z.enum([
  'notified',
  'signed',
  'objected',
  'reported',
  'missed',
  'released',
]);
export type CallOutStatus = z.infer<typeof CallOutStatus>;

export const CallOutEnd = z.enum(['REPORTED_IN', 'OBJECTED', 'MISSED', 'STOOD_DOWN']);
export type CallOutEnd = z.infer<typeof CallOutEnd>;

export const Settlement = z.enum(['ACTION', 'NOT_MINE', 'NOT_NEEDED']);
export type Settlement = z.infer<typeof Settlement>;

export const Conclusion = z.enum(['DONE', 'PARTIAL', 'ESCALATED', 'NOT_NEEDED']);
export type Conclusion = z.infer<typeof Conclusion>;

export const Mode = z.enum(['on-site', 'remote']);
export type Mode = z.infer<typeof Mode>;

/** How an item of a mutual rating is answered: in words, never in marks. */
export const Verdict = z.enum(['yes', 'partly', 'no']);
export type Verdict = z.infer<typeof Verdict>;

const id = z.string().min(1).max(64);
const unit = z.string().min(1).max(60);
const code = z.string().min(1).max(60);
const said = z.string().trim().max(2000);
const callOut = z.number().int().min(1).max(99);

/**
 * Call-outs that each unit was shown to answer, where the issuer chose. They must be what the server
 * finds, else nothing is sent and it says the present figures; without a screen they are left out.
 */
const shown = z.record(unit, z.number().int().min(0).max(9999)).default({});

/** The body of `POST /api/whistles`, beside late entry and on whose behalf. */
export const Propose = z.object({
  case: id,
  kind: WhistleKind,
  level: z.number().int().min(1).max(9),
  missing: z.array(code).max(10),
  tried: z.array(said).max(10).default([]),
  units: z.array(unit).max(20),
  override: said.nullable().default(null),
  shown,
  occurredAt: ActEnvelope.shape.occurredAt,
  onBehalfOf: ActEnvelope.shape.onBehalfOf,
});
export type Propose = z.infer<typeof Propose>;

/** What each act takes, beside the envelope. The names are the acts of `/api/whistles/{id}/{act}`. */
export const whistleBodies = {
  screen: z.object({ issue: z.boolean(), reason: said.default('') }),
  'take-back': z.object({ reason: said.min(1) }),
  file: z.object({ tried: z.array(said).min(1).max(10) }),
  call: z.object({
    units: z.array(unit).min(1).max(20),
    override: said.nullable().default(null),
    /** Why a unit that was stood down is called once more. */
    again: said.nullable().default(null),
    shown,
  }),
  sign: z.object({ callOut }),
  object: z.object({ callOut, basis: code, reason: said.min(1) }),
  'decide-objection': z.object({ callOut, upheld: z.boolean(), reason: said.min(1) }),
  'report-in': z.object({
    callOut,
    mode: Mode.default('on-site'),
    /** Of the most senior who came. */
    rank: code,
    headCount: z.number().int().min(1).max(999).default(1),
  }),
  settle: z.object({ callOut, result: Settlement, text: said.min(1) }),
  'stand-down': z.object({ callOut, reason: said.min(1) }),
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
  'finish-step': z.object({ step: callOut, note: said.min(1) }),
  'drop-step': z.object({ step: callOut, reason: said.min(1) }),
  supervise: z.object({
    unit,
    text: said.min(1),
    instruction: z
      .object({ by: Post, text: said.min(1) })
      .nullable()
      .default(null),
  }),
  conclude: z.object({ result: Conclusion, reason: said.min(1) }),
  rate: z.object({
    unit,
    items: z.record(code, Verdict),
    text: said.nullable().default(null),
  }),
} as const;
export type WhistleAct = keyof typeof whistleBodies;

/** Acts that bind others or let them go, and so happen when they are entered; the core refuses another instant. */
export const WHISTLE_AT_ONCE: readonly WhistleAct[] = [
  'screen',
  'call',
  'decide-objection',
  'stand-down',
  'supervise',
  'conclude',
  'rate',
];

/** The whole body of `POST /api/whistles/{id}/{act}`. */
export const whistleRequest = <Act extends WhistleAct>(act: Act) =>
  z.object({ ...ActEnvelope.shape, ...whistleBodies[act].shape });

/** How many call-outs a unit answers now, of how many it can; a bar under its name, never a rank. */
export const LoadView = z.object({ live: z.number(), capacity: z.number() });
export type LoadView = z.infer<typeof LoadView>;

const named = { unit: z.string(), unitName: Text };

/** A cell of the board: one called unit and the clock that holds it now. */
export const CallOutCell = z.object({
  n: z.number(),
  ...named,
  status: CallOutStatus,
  end: CallOutEnd.nullable(),
  settlement: Settlement.nullable(),
  /** What is owed next, and by when; null once nothing is. */
  clock: ClockView.nullable(),
  load: LoadView,
});
export type CallOutCell = z.infer<typeof CallOutCell>;

export const WhistleRow = z.object({
  id: z.string(),
  version: z.number(),
  case: z.string(),
  kind: WhistleKind,
  level: z.number(),
  status: WhistleStatus,
  result: Conclusion.nullable(),
  title: z.string().nullable(),
  categoryName: Text.nullable(),
  place: z.string(),
  placeName: Text,
  issuer: z.string(),
  issuerName: Text,
  openedAt: z.string(),
  endedAt: z.string().nullable(),
  first: z.boolean(),
  breaches: z.number(),
  callOuts: z.array(CallOutCell),
});
export type WhistleRow = z.infer<typeof WhistleRow>;

/** `now` is the store's: a countdown is counted from it, not from the reader's own clock. */
export const WhistlePage = page(WhistleRow).extend({ now: z.string() });
export type WhistlePage = z.infer<typeof WhistlePage>;
export const WhistleQuery = PageQuery.extend({
  bucket: z.enum(['open', 'closed']).default('open'),
  unit: z.string().max(60).optional(),
  text: z.string().max(80).optional(),
});

export const PowerView = z.object({ power: z.string(), name: Text, citation: Citation });

/** Everything the called unit needs on one screen, and what it did. */
export const CallOutView = CallOutCell.extend({
  because: Text,
  powers: z.array(PowerView.extend({ rank: z.string(), rankName: Text, entrusted: z.boolean() })),
  clocks: z.array(ClockView),
  objection: z.object({ basis: Text, reason: z.string() }).nullable(),
  presence: z
    .object({
      at: z.string(),
      mode: Mode,
      rankName: Text,
      headCount: z.number(),
      short: z.object({ rank: z.boolean(), headCount: z.boolean() }),
      late: z.boolean(),
    })
    .nullable(),
  settled: z.string().nullable(),
  /** Acts on this call-out: `sign`, `object`, `report-in` ...; why not, where not. */
  acts: z.array(ActChoice),
});
export type CallOutView = z.infer<typeof CallOutView>;

export const StepView = z.object({
  n: z.number(),
  what: z.string(),
  owner: z.string(),
  ownerName: Text,
  power: PowerView.nullable(),
  status: z.enum(['open', 'finished', 'dropped']),
  clock: ClockView,
  note: z.string().nullable(),
  acts: z.array(ActChoice),
});
export type StepView = z.infer<typeof StepView>;

const RatingView = z.object({
  byName: Text,
  items: z.array(z.object({ item: z.string(), name: Text, verdict: Verdict })),
  text: z.string().nullable(),
});

/** Both sides' words, once they are open; before that only whether each has spoken. */
export const RatingPairView = z.object({
  ...named,
  open: z.boolean(),
  /** Null where that side has said nothing, or the reader may not read it yet. */
  byIssuer: RatingView.nullable(),
  byCalled: RatingView.nullable(),
  issuerHasSpoken: z.boolean(),
  calledHasSpoken: z.boolean(),
});
export type RatingPairView = z.infer<typeof RatingPairView>;

export const RungView = z.object({
  ...named,
  /** The missed promise. */
  clockName: Text,
  act: z.enum(['remind', 'supervise', 'instruct']),
  byName: Text.nullable(),
  answered: z.boolean(),
  timer: ClockView.nullable(),
});

export const WhistleView = WhistleRow.omit({ callOuts: true }).extend({
  now: z.string(),
  issuerTelephone: z.string().nullable(),
  missing: z.array(PowerView),
  tried: z.array(z.string()),
  override: z.string().nullable(),
  /** Whom it is to call, once it goes out. */
  calls: z.array(z.object({ ...named, because: Text })),
  /** What the level asks of those who come. */
  terms: z.object({
    rank: z.string(),
    rankName: Text,
    headCount: z.number(),
    remote: z.boolean(),
    citation: Citation,
  }),
  /** Where the matter is, in the person's words; null where the reader may not read them. */
  placeDetail: z.string().nullable(),
  clocks: z.array(ClockView),
  callOuts: z.array(CallOutView),
  steps: z.array(StepView),
  ladder: z.array(RungView),
  ratings: z.array(RatingPairView),
  /** Items of a rating, by the rulebook. */
  ratingItems: z.array(z.object({ code: z.string(), name: Text })),
  ranks: z.array(z.object({ code: z.string(), name: Text })),
  objectionBases: z.array(z.object({ code: z.string(), name: Text })),
  /** How like disputes of this category were ruled, newest first. */
  precedents: z.array(
    z.object({ case: z.string(), at: z.string(), leadName: Text, reason: z.string() }),
  ),
  thread: z.array(ThreadEntry),
  /** Acts on the whistle as a whole. */
  acts: z.array(ActChoice),
});
export type WhistleView = z.infer<typeof WhistleView>;

/** What a new call-out stands beside: what the unit has in hand, the nearest due first. */
export const CallProposal = z.object({
  ...named,
  because: Text,
  powers: z.array(z.string()),
  load: LoadView,
  /** Title null where the reader may not know of that matter. */
  inHand: z.array(
    z.object({
      whistle: z.string().nullable(),
      title: z.string().nullable(),
      dueAt: z.string().nullable(),
    }),
  ),
});
export type CallProposal = z.infer<typeof CallProposal>;

/** The composer's data: what such a matter needs, who has it, and what that would displace. */
export const WhistleProposal = z.object({
  /** Why the reader's unit cannot whistle about this case; null where it can. */
  why: Text.nullable(),
  levels: z.array(
    z.object({
      kind: WhistleKind,
      level: z.number(),
      sign: Text,
      reportIn: Text,
      conclude: Text,
      rankName: Text,
      headCount: z.number(),
      remote: z.boolean(),
      /** Empty for any power. */
      powers: z.array(z.string()),
      screen: z.object({ by: Text, within: Text }).nullable(),
      citation: Citation,
    }),
  ),
  /** Powers the matter needs and the unit lacks, the likely ones first. */
  missing: z.array(PowerView),
  /** Every other power the unit lacks. */
  others: z.array(PowerView),
  calls: z.array(CallProposal),
  /** Whistles about the case that are not over. */
  live: z.array(z.object({ id: z.string(), issuerName: Text, units: z.array(Text) })),
});
export type WhistleProposal = z.infer<typeof WhistleProposal>;
/** Powers named besides the likely ones, for whoever else might be called. */
export const WhistleProposalQuery = z.object({
  power: z.union([code, z.array(code).max(10)]).optional(),
});

/** A figure as it may be read: what was counted, of what, by which definition, and how many. */
export const Measure = z.object({
  definition: z.string(),
  numerator: z.number(),
  denominator: z.number(),
});

/**
 * 吹哨率 of a unit, with the two ends at which it goes wrong: matters beyond its power that nobody
 * was called to, and whistles that came to nothing. No order, no comparison.
 */
export const WhistleUse = z.object({
  ...named,
  from: z.string(),
  to: z.string(),
  whistled: Measure,
  /** Beyond the unit's power, held three days or more, and never whistled about. */
  unwhistled: Measure,
  /** Concluded as not needed, or every call-out "not mine". */
  needless: Measure,
});
export type WhistleUse = z.infer<typeof WhistleUse>;
export const WhistleUseQuery = z.object({ unit: z.string().max(60).optional() });

/**
 * Mutual ratings of a unit, item by item, of the calendar quarters that are over, the newest first;
 * too few different raters in a quarter give no figure of it.
 */
export const RatingAggregate = z.object({
  ...named,
  minimum: z.number(),
  quarters: z.array(
    z.object({
      from: InstantText,
      to: InstantText,
      raters: z.number().nullable(),
      n: z.number().nullable(),
      items: z.array(
        z.object({
          item: z.string(),
          name: Text,
          yes: z.number(),
          partly: z.number(),
          no: z.number(),
        }),
      ),
    }),
  ),
});
export type RatingAggregate = z.infer<typeof RatingAggregate>;
