import { z } from 'zod';
import { ActChoice, ActEnvelope, ClockView, ThreadEntry } from './cases.ts';
import { Citation, InstantText, PageQuery, page, Text } from './common.ts';
import { Post } from './session.ts';

/** 信访事项 over the wire. Words for every code are in `petition-words.ts`. */

export const PetitionStatus = z.enum([
  'registered',
  'shared',
  'routed',
  'objected',
  'working',
  'opined',
  'told',
  'handed-over',
  'not-accepted',
  'concluded',
]);
export type PetitionStatus = z.infer<typeof PetitionStatus>;

export const Stage = z.enum(['handling', 'review', 're-review']);
export type Stage = z.infer<typeof Stage>;

export const Verdict = z.enum(['SUPPORT', 'EXPLAIN', 'NOT_SUPPORT']);
export type Verdict = z.infer<typeof Verdict>;

export const LetterKind = z.enum([
  'handed-over',
  'accepted',
  'not-accepted',
  'extended',
  'opinion',
  'review-opinion',
  're-review-opinion',
  'review-refused',
  'no-new-facts',
]);
export type LetterKind = z.infer<typeof LetterKind>;

export const Means = z.enum(['in-person', 'post', 'electronic']);
export type Means = z.infer<typeof Means>;

export const PetitionLimit = z.enum([
  'routing',
  'notice',
  'objection',
  'return-decision',
  'designation',
  'handling',
  'extension',
  'delivery',
  'ask-review',
  'review',
  'ask-re-review',
  're-review',
  'new-facts',
]);
export type PetitionLimit = z.infer<typeof PetitionLimit>;

const id = z.string().min(1).max(64);
const unit = z.string().min(1).max(60);
const code = z.string().min(1).max(60);
const said = z.string().trim().max(2000);
/** Reads like a document, not like a remark. */
const written = z.string().trim().max(8000);
const letter = z.number().int().min(1).max(99);

/** The body of `POST /api/petitions`, beside late entry: when it came in. */
export const RegisterPetition = z.object({
  case: id,
  kind: code,
  number: z
    .object({
      system: z.string().trim().min(1).max(40),
      number: z.string().trim().min(1).max(80),
    })
    .nullable()
    .default(null),
  representatives: z.number().int().min(0).max(999).default(1),
  /** What is asked for; nothing of it is kept of a kind that is handed over unread. */
  words: said.nullable().default(null),
  occurredAt: ActEnvelope.shape.occurredAt,
  onBehalfOf: ActEnvelope.shape.onBehalfOf,
});
export type RegisterPetition = z.infer<typeof RegisterPetition>;

/** What each act takes, beside the envelope. The names are the acts of `/api/petitions/{id}/{act}`. */
export const petitionBodies = {
  'hand-over': z.object({}),
  route: z.object({ bodies: z.array(unit).min(1).max(9) }),
  'agree-body': z.object({ body: unit }),
  designate: z.object({ body: unit, reason: said.min(1) }),
  object: z.object({ reason: said.min(1) }),
  'decide-return': z.object({ agreed: z.boolean(), reason: said.min(1) }),
  accept: z.object({}),
  'not-accept': z.object({ reason: code, text: said.min(1) }),
  'ask-extension': z.object({ more: z.number().int().min(1).max(99), reason: said.min(1) }),
  'decide-extension': z.object({ granted: z.boolean(), reason: said.min(1) }),
  'record-mediation': z.object({
    consented: z.boolean(),
    agreed: z.boolean(),
    note: said.nullable().default(null),
  }),
  'open-hearing': z.object({}),
  'close-hearing': z.object({ record: written.nullable().default(null) }),
  'give-opinion': z.object({
    verdict: Verdict,
    request: written.min(1),
    facts: written.min(1),
    opinion: written.min(1),
    basis: said.min(1),
  }),
  deliver: z.object({ letter, means: Means, proof: said.nullable().default(null) }),
  'ask-review': z.object({ words: said.nullable().default(null) }),
  'claim-new-facts': z.object({ words: said.min(1) }),
  look: z.object({ found: z.boolean(), reason: said.min(1) }),
  supervise: z.object({
    text: said.min(1),
    instruction: z
      .object({ by: Post, text: said.min(1) })
      .nullable()
      .default(null),
  }),
} as const;
export type PetitionAct = keyof typeof petitionBodies;

/** Acts that bind others or let them go, and so happen when they are entered; the core refuses another instant. */
export const PETITION_AT_ONCE: readonly PetitionAct[] = [
  'supervise',
  'route',
  'agree-body',
  'designate',
  'decide-return',
  'decide-extension',
  'look',
];

/** What of each body is the person's, or about them, and lies in the vault. */
export const PETITION_PRIVATE: Readonly<Partial<Record<PetitionAct, readonly string[]>>> = {
  'record-mediation': ['note'],
  'close-hearing': ['record'],
  'give-opinion': ['request', 'facts', 'opinion'],
  deliver: ['proof'],
  'ask-review': ['words'],
  'claim-new-facts': ['words'],
};

/** The whole body of `POST /api/petitions/{id}/{act}`. */
export const petitionRequest = <Act extends PetitionAct>(act: Act) =>
  z.object({ ...ActEnvelope.shape, ...petitionBodies[act].shape });

export const PetitionRow = z.object({
  id: z.string(),
  version: z.number(),
  case: z.string(),
  status: PetitionStatus,
  stage: Stage.nullable(),
  outcome: z.string().nullable(),
  title: z.string().nullable(),
  placeName: Text,
  holder: z.string(),
  holderName: Text,
  openedAt: z.string(),
  endedAt: z.string().nullable(),
  dueAt: z.string().nullable(),
  left: Text.nullable(),
  tone: ClockView.shape.tone.nullable(),
  breaches: z.number(),
});
export type PetitionRow = z.infer<typeof PetitionRow>;

export const PetitionPage = page(PetitionRow).extend({ now: z.string() });
export type PetitionPage = z.infer<typeof PetitionPage>;
export const PetitionQuery = PageQuery.extend({
  bucket: z.enum(['open', 'closed', 'redirected']).default('open'),
  text: z.string().max(80).optional(),
});

const Reasoned = z.object({ reason: z.string(), name: Text, nextPath: Text, citation: Citation });

/** One paper, with all that is printed on it. */
export const LetterView = z.object({
  n: z.number(),
  kind: LetterKind,
  kindName: Text,
  unit: z.string(),
  unitName: Text,
  issuedAt: z.string(),
  delivered: z
    .object({ at: z.string(), means: Means, meansName: Text, proof: z.string().nullable() })
    .nullable(),
  clock: ClockView.nullable(),
  /** What the paper says, in order; texts the reader may not read are missing. */
  opinion: z
    .object({
      verdict: Verdict,
      verdictName: Text,
      request: z.string().nullable(),
      facts: z.string().nullable(),
      opinion: z.string().nullable(),
      basis: z.string(),
    })
    .nullable(),
  refused: Reasoned.extend({ text: z.string().nullable() }).nullable(),
  extension: z.object({ newDueAt: z.string(), reason: z.string() }).nullable(),
  channel: z.object({ name: Text, nextPath: Text, citation: Citation }).nullable(),
  /** Due dates the paper tells: until when it is handled, or until when more may be asked, of whom. */
  dates: z.array(z.object({ name: Text, clock: ClockView, of: Text.nullable() })),
});
export type LetterView = z.infer<typeof LetterView>;

export const PetitionView = PetitionRow.extend({
  now: z.string(),
  kind: z.string(),
  kindName: Text,
  kindCitation: Citation.nullable(),
  way: z.enum(['handle', 'channel', 'sealed']),
  number: z.object({ system: z.string(), number: z.string() }).nullable(),
  office: z.string(),
  officeName: Text,
  body: z.string().nullable(),
  bodyName: Text.nullable(),
  /** Of several that must agree: who named whom. */
  bodies: z.array(z.object({ unit: z.string(), name: Text, names: Text.nullable() })),
  representatives: z.number(),
  /** What was asked for; null where the reader may not see it or its key is destroyed. */
  words: z.string().nullable(),
  /** What was put forward as new, where somebody is to look at it. */
  claimed: z.string().nullable(),
  /** Reasons by the rulebook for declining, and whom it may be routed to. */
  reasons: z.array(z.object({ code: z.string(), name: Text })),
  units: z.array(z.object({ unit: z.string(), name: Text })),
  /** The most days an extension may take. */
  longest: z.number(),
  extension: z.object({ days: z.number(), reason: z.string() }).nullable(),
  hearingSince: z.string().nullable(),
  /** Every step with the clock that holds somebody to it, in order. */
  clocks: z.array(ClockView),
  letters: z.array(LetterView),
  thread: z.array(ThreadEntry),
  acts: z.array(ActChoice),
});
export type PetitionView = z.infer<typeof PetitionView>;

/** What a registration may name: kinds by the rulebook. */
export const PetitionOffer = z.object({
  /** Why the reader cannot register one about this case; null where they can. */
  why: Text.nullable(),
  kinds: z.array(
    z.object({
      code: z.string(),
      name: Text,
      way: PetitionView.shape.way,
      citation: Citation,
      channelName: Text.nullable(),
    }),
  ),
  most: z.number(),
  petitions: z.array(
    z.object({
      id: z.string(),
      status: PetitionStatus,
      stage: Stage.nullable(),
      live: z.boolean(),
    }),
  ),
});
export type PetitionOffer = z.infer<typeof PetitionOffer>;

const day = InstantText.optional();
/** 时限计算: what is known of the days of some petition, ours or not. */
export const PetitionDatesQuery = z.object({
  kind: code.default('claim'),
  received: day,
  routed: day,
  accepted: day,
  extension: z.coerce.number().int().min(0).max(99).default(0),
  delivered: day,
  reviewAsked: day,
  reviewDelivered: day,
  reReviewAsked: day,
  hearingFrom: day,
  hearingTo: day,
});
export type PetitionDatesQuery = z.infer<typeof PetitionDatesQuery>;

export const PetitionDates = z.object({
  kinds: z.array(z.object({ code: z.string(), name: Text })),
  /** Set where the kind goes its own way: no clock of sixty days is for it. */
  elsewhere: z.object({ name: Text, nextPath: Text, citation: Citation }).nullable(),
  rows: z.array(
    z.object({
      limit: PetitionLimit,
      name: Text,
      lasts: Text,
      citation: Citation,
      /** The date it counts from. */
      from: z.string(),
      due: z
        .object({ startedAt: z.string(), at: z.string(), because: Text, provisional: z.boolean() })
        .nullable(),
    }),
  ),
});
export type PetitionDates = z.infer<typeof PetitionDates>;
