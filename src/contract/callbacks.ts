import { z } from 'zod';
import { ActChoice, ActEnvelope, ClockView, ContactDetails } from './cases.ts';
import { InstantText, PageQuery, page, Text } from './common.ts';

/** 回访 and 效果核验 over the wire. Words for every code are in `callback-words.ts`. */

export const CallbackKind = z.enum(['callback', 'recheck']);
export type CallbackKind = z.infer<typeof CallbackKind>;

export const CallbackStatus = z.enum([
  'not_drawn',
  'unasked',
  'waiting',
  'asking',
  'answered',
  'unanswered',
  'overtaken',
]);
export type CallbackStatus = z.infer<typeof CallbackStatus>;

/** How a question is answered: in words, never in marks. Null: no answer. */
export const CallbackReply = z.enum(['yes', 'partly', 'no']);
export type CallbackReply = z.infer<typeof CallbackReply>;

export const CallbackQuestion = z.enum(['contacted', 'solved', 'satisfied', 'listened']);
export type CallbackQuestion = z.infer<typeof CallbackQuestion>;

export const Finding = z.enum(['held', 'recurred', 'unclear']);
export type Finding = z.infer<typeof Finding>;

export const HowKnown = z.enum(['asked', 'seen']);
export type HowKnown = z.infer<typeof HowKnown>;

const said = z.string().trim().max(2000);
const reply = CallbackReply.nullable().default(null);

/** What each act takes, beside the envelope. The names are the acts of `/api/callbacks/{id}/{act}`. */
export const callbackBodies = {
  answer: z.object({
    contacted: reply,
    solved: reply,
    satisfied: reply,
    listened: reply,
    words: said.nullable().default(null),
    /** The person lets the units that handle it read these words. */
    share: z.boolean().default(false),
  }),
  'call-in-vain': z.object({}),
  find: z.object({ finding: Finding, how: HowKnown, words: said.nullable().default(null) }),
  'report-pressure': z.object({ text: said.min(1) }),
  'answer-pressure': z.object({ report: z.number().int().min(1).max(999), done: said.min(1) }),
} as const;
export type CallbackAct = keyof typeof callbackBodies;

/** The whole body of `POST /api/callbacks/{id}/{act}`. */
export const callbackRequest = <Act extends CallbackAct>(act: Act) =>
  z.object({ ...ActEnvelope.shape, ...callbackBodies[act].shape });

/** A line of the callback desk. */
export const CallbackRow = z.object({
  id: z.string(),
  kind: CallbackKind,
  /** Null to who only hears of pressure: it may never have been drawn. */
  status: CallbackStatus.nullable(),
  title: z.string().nullable(),
  categoryName: Text.nullable(),
  /** What is owed to it, by whoever looks at the list. */
  clock: ClockView.nullable(),
  attempts: z.number(),
  reports: z.number(),
});
export type CallbackRow = z.infer<typeof CallbackRow>;

export const CallbackQuery = z.object({
  ...PageQuery.shape,
  bucket: z.enum(['open', 'closed']).default('open'),
});
export const CallbackPage = z.object({ ...page(CallbackRow).shape, now: InstantText });
export type CallbackPage = z.infer<typeof CallbackPage>;

/** A report of pressure, as whoever hears it, or asked the person, sees it. */
export const PressureView = z.object({
  n: z.number(),
  at: InstantText,
  toName: Text,
  /** Null to who has no business with the words, and once they were erased. */
  text: z.string().nullable(),
  clock: ClockView.nullable(),
  done: z.object({ at: InstantText, text: z.string().nullable() }).nullable(),
});

/** One callback, for the unit that asks, whoever hears of pressure, and audit. */
export const CallbackView = z.object({
  id: z.string(),
  version: z.number(),
  kind: CallbackKind,
  status: CallbackStatus.nullable(),
  /** The case, to who hears of pressure and to audit; who asks works from this page alone. */
  case: z.string().nullable(),
  title: z.string().nullable(),
  categoryName: Text.nullable(),
  outcomeName: Text,
  closedAt: InstantText,
  askerName: Text.nullable(),
  round: z.object({ n: z.number(), of: z.number() }).nullable(),
  attempts: z.number(),
  /** Calls after which nothing more is owed. */
  attemptsNeeded: z.number(),
  calledOut: z.boolean(),
  clocks: z.array(ClockView),
  /** What was replied to the person, while it is asked about; null to everybody else. */
  reply: z.string().nullable(),
  answers: z
    .array(
      z.object({
        at: InstantText,
        byName: Text,
        replies: z.record(CallbackQuestion, CallbackReply.nullable()),
        words: z.string().nullable(),
        share: z.boolean(),
      }),
    )
    .nullable(),
  looks: z
    .array(
      z.object({
        at: InstantText,
        byName: Text,
        round: z.number(),
        finding: Finding,
        words: z.string().nullable(),
      }),
    )
    .nullable(),
  reports: z.array(PressureView),
  acts: z.array(ActChoice),
  now: InstantText,
});
export type CallbackView = z.infer<typeof CallbackView>;

/** A look at how to reach the person, for a purpose: logged, and shown to them. */
export const ReachRequest = z.object({ purpose: said.min(1) });
export const Reach = z.object({ contact: ContactDetails.omit({ name: true }).nullable() });

/** One figure with what it is made of (invariant 46); null where too few answered. */
export const Figure = z.object({
  definition: z.string(),
  numerator: z.number(),
  denominator: z.number(),
});

export const CallbackFigures = z.object({
  unit: z.string().nullable(),
  unitName: Text.nullable(),
  /** With all beneath it; null for every category. */
  category: z.string().nullable(),
  categoryName: Text.nullable(),
  minimum: z.number(),
  quarters: z.array(
    z.object({
      from: InstantText,
      to: InstantText,
      /** Callbacks whose asking ended in the quarter; null where too few answered. */
      n: z.number().nullable(),
      figures: z.array(Figure),
      /** Not in any denominator, by reason. */
      excluded: z.array(z.object({ reason: z.string(), n: z.number() })),
    }),
  ),
});
export type CallbackFigures = z.infer<typeof CallbackFigures>;
export const CallbackFiguresQuery = z.object({
  unit: z.string().max(60).optional(),
  category: z.string().max(60).optional(),
});
