import { z } from 'zod';
import { ActChoice, ActEnvelope, ClockView, ThreadEntry } from './cases.ts';
import { Citation, InstantText, PageQuery, page, Text } from './common.ts';
import { Post } from './session.ts';

/** 帮扶措施 over the wire. Words for every code are in `support-words.ts`. */

export const SupportStatus = z.enum(['offered', 'consented', 'delivered', 'ended']);
export type SupportStatus = z.infer<typeof SupportStatus>;

export const SupportEnd = z.enum([
  'RECEIVED',
  'UNCONFIRMED',
  'REFUSED',
  'LAPSED',
  'REVOKED',
  'TAKEN_BACK',
  'CANNOT',
]);
export type SupportEnd = z.infer<typeof SupportEnd>;

export const Instrument = z.enum([
  'job',
  'subsidy',
  'medical',
  'relief',
  'legal',
  'housing',
  'schooling',
]);
export type Instrument = z.infer<typeof Instrument>;

const id = z.string().min(1).max(64);
const code = z.string().min(1).max(60);
const said = z.string().trim().min(1).max(2000);

/** The body of `POST /api/supports`. What is written to the person lies in the support's own vault. */
export const OfferSupport = z.object({
  case: id,
  sponsorship: id.nullable().default(null),
  measure: code,
  need: code,
  words: said,
  onBehalfOf: ActEnvelope.shape.onBehalfOf,
});
export type OfferSupport = z.infer<typeof OfferSupport>;

/** What each act takes, beside the envelope. The names are the acts of `/api/supports/{id}/{act}`. */
export const supportBodies = {
  'take-back': z.object({ reason: said }),
  consent: z.object({ until: InstantText.nullable().default(null) }),
  refuse: z.object({}),
  revoke: z.object({}),
  show: z.object({ condition: code, how: said }),
  deliver: z.object({ evidence: said }),
  'cannot-deliver': z.object({ reason: said, next: said }),
  'confirm-receipt': z.object({}),
  'deny-receipt': z.object({ words: said.nullable().default(null) }),
  supervise: z.object({
    unit: code,
    text: said,
    instruction: z.object({ by: Post, text: said }).nullable().default(null),
  }),
} as const;
export type SupportAct = keyof typeof supportBodies;

/** Acts that bind others or let them go, and so happen when they are entered; the core refuses another instant. */
export const SUPPORT_AT_ONCE: readonly (SupportAct | 'offer')[] = [
  'offer',
  'take-back',
  'consent',
  'refuse',
  'revoke',
  'cannot-deliver',
  'deny-receipt',
  'supervise',
];

/** The whole body of `POST /api/supports/{id}/{act}`. */
export const supportRequest = <Act extends SupportAct>(act: Act) =>
  z.object({ ...ActEnvelope.shape, ...supportBodies[act].shape });

export const NamedCode = z.object({ code: z.string(), name: Text });

export const SupportRow = z.object({
  id: z.string(),
  version: z.number(),
  case: z.string(),
  measure: z.string(),
  measureName: Text,
  status: SupportStatus,
  end: SupportEnd.nullable(),
  provider: z.string(),
  providerName: Text,
  managerName: Text,
  placeName: Text,
  openedAt: z.string(),
  endedAt: z.string().nullable(),
  breaches: z.number(),
  /** What its provider owes next, and by when; null where it owes nothing. */
  clock: ClockView.nullable(),
});
export type SupportRow = z.infer<typeof SupportRow>;

/** `now` is the store's: a countdown is counted from it, not from the reader's own clock. */
export const SupportPage = page(SupportRow).extend({ now: z.string() });
export type SupportPage = z.infer<typeof SupportPage>;
export const SupportQuery = PageQuery.extend({
  bucket: z.enum(['open', 'closed']).default('open'),
});

/** What a person is asked for, and by which rule. */
export const DocumentView = NamedCode.extend({ citation: Citation });

export const SupportView = SupportRow.extend({
  now: z.string(),
  needName: Text,
  instrument: Instrument.nullable(),
  citation: Citation,
  /** What is offered and why, as the person reads it; null where the reader may not. */
  words: z.string().nullable(),
  documents: z.array(DocumentView),
  conditions: z.array(NamedCode.extend({ shown: z.boolean(), how: z.string().nullable() })),
  consent: z.object({ at: z.string(), until: z.string() }).nullable(),
  delivery: z.object({ at: z.string(), evidence: z.string().nullable() }).nullable(),
  /** The person said that it had not come. */
  denial: z.object({ at: z.string(), words: z.string().nullable() }).nullable(),
  /** Why it was taken back or cannot be had, and what the person can do next. */
  told: z.object({ reason: z.string().nullable(), next: z.string().nullable() }).nullable(),
  clocks: z.array(ClockView),
  thread: z.array(ThreadEntry),
  acts: z.array(ActChoice),
});
export type SupportView = z.infer<typeof SupportView>;

/** One measure that would answer a need, and what it takes; a human chooses. */
export const SupportProposal = z.object({
  measure: z.string(),
  name: Text,
  instrument: Instrument,
  provider: z.string().nullable(),
  providerName: Text.nullable(),
  needs: z.array(NamedCode),
  toShow: z.array(NamedCode),
  documents: z.array(DocumentView),
  within: Text,
  citation: Citation,
  /** As many are under way for this request as may be at a time. */
  open: z.boolean(),
});
export type SupportProposal = z.infer<typeof SupportProposal>;

/** A case's supports, and what might be offered for the needs asked about. */
export const SupportMatching = z.object({
  now: z.string(),
  /** Why the reader's post cannot offer here; null where it can. */
  why: Text.nullable(),
  needs: z.array(NamedCode),
  proposals: z.array(SupportProposal),
  supports: z.array(SupportRow),
});
export type SupportMatching = z.infer<typeof SupportMatching>;
export const SupportMatchingQuery = z.object({
  need: z.union([code, z.array(code).max(20)]).optional(),
});
