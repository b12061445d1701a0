import { z } from 'zod';
import { Citation, InstantText, PageQuery, page, Text } from './common.ts';
import { Post, PostView } from './session.ts';

export const RequestKind = z.enum(['consult', 'help', 'complaint', 'suggestion']);
export type RequestKind = z.infer<typeof RequestKind>;

export const Intake = z.enum([
  'counter',
  'phone',
  'web',
  'paper',
  'sms',
  'grid',
  'upstream',
  'import',
]);
export type Intake = z.infer<typeof Intake>;

export const CaseStatus = z.enum([
  'received',
  'triaged',
  'assigned',
  'objected',
  'handling',
  'replied',
  'closed',
  'answered',
  'redirected',
  'merged',
]);
export type CaseStatus = z.infer<typeof CaseStatus>;

export const Outcome = z.enum([
  'FIXED',
  'PARTLY',
  'EXPLAINED_CANNOT',
  'INFO_GIVEN',
  'REDIRECTED',
  'DUPLICATE_OF',
  'WITHDRAWN_BY_PERSON',
  'UNREACHABLE',
  'OUT_OF_SCOPE',
  'UNKNOWN',
]);
export type Outcome = z.infer<typeof Outcome>;

export const Solved = z.enum(['yes', 'partly', 'no', 'not_contacted']);
export type Solved = z.infer<typeof Solved>;

export const Means = z.enum(['phone', 'visit', 'message', 'counter']);
export type Means = z.infer<typeof Means>;

/** How whoever enters an act stands to the person it is for. */
export const Relation = z.enum(['relative', 'neighbour', 'helper', 'caller']);
export type Relation = z.infer<typeof Relation>;

/** A clock as a reader sees it: words first, the instant, and the sentence that explains it. */
export const ClockView = z.object({
  id: z.string(),
  kind: z.string(),
  kindName: Text,
  unit: z.string(),
  unitName: Text,
  startedAt: z.string(),
  dueAt: z.string(),
  legalDueAt: z.string().nullable(),
  status: z.enum(['running', 'suspended', 'met', 'void']),
  tone: z.enum(['breach', 'soon', 'running', 'suspended', 'provisional', 'done']),
  provisional: z.boolean(),
  breachedAt: z.string().nullable(),
  endedAt: z.string().nullable(),
  /** "2 working days left", at the session's `now`. */
  left: Text,
  because: Text,
  citation: Citation,
  suspensions: z.array(z.object({ reason: Text, from: z.string(), to: z.string().nullable() })),
});
export type ClockView = z.infer<typeof ClockView>;

export const BecauseView = z.object({ sentence: Text, citation: Citation });

/** A row of a list of cases. Nothing personal. */
export const CaseRow = z.object({
  id: z.string(),
  version: z.number(),
  status: CaseStatus,
  outcome: Outcome.nullable(),
  title: z.string().nullable(),
  category: z.string().nullable(),
  categoryName: Text.nullable(),
  place: z.string(),
  placeName: Text,
  holder: z.string(),
  holderName: Text,
  lead: z.string().nullable(),
  leadName: Text.nullable(),
  openedAt: z.string(),
  endedAt: z.string().nullable(),
  dueAt: z.string().nullable(),
  left: Text.nullable(),
  tone: ClockView.shape.tone.nullable(),
  first: z.boolean(),
  imported: z.boolean(),
  breaches: z.number(),
});
export type CaseRow = z.infer<typeof CaseRow>;
export const CasePage = page(CaseRow);
export type CasePage = z.infer<typeof CasePage>;

export const CaseQuery = PageQuery.extend({
  status: z.union([CaseStatus, z.array(CaseStatus)]).optional(),
  bucket: z.enum(['open', 'answered', 'redirected', 'merged', 'closed']).optional(),
  category: z.string().max(40).optional(),
  unit: z.string().max(60).optional(),
  text: z.string().max(80).optional(),
  overdue: z.stringbool().optional(),
});

/** One thing somebody still owes: "my next acts". */
export const ActView = z.object({
  /** The case it is about; `stream` is what the act is done to, which may be its whistle. */
  case: z.string(),
  stream: z.string(),
  process: z.string(),
  version: z.number(),
  act: z.string(),
  actName: Text,
  unit: z.string(),
  unitName: Text,
  title: z.string().nullable(),
  categoryName: Text.nullable(),
  placeName: Text,
  startedAt: z.string(),
  dueAt: z.string().nullable(),
  left: Text.nullable(),
  tone: ClockView.shape.tone.nullable(),
  /** The due time is the one that the system above gave: it comes before ours. */
  upstream: z.boolean(),
  first: z.boolean(),
  /** Which office of the unit has it, and whose hands it is in: one's own, or a colleague's. */
  officeName: Text.nullable(),
  hand: z.enum(['mine', 'taken']).nullable(),
  /** The absent post it would be done for, where the reader stands in. */
  standsInFor: Text.nullable(),
});
export type ActView = z.infer<typeof ActView>;
export const ActPage = page(ActView).extend({
  /** Over the whole list, not this page. */
  counts: z.object({ dueToday: z.number(), overdue: z.number(), total: z.number() }),
});
export type ActPage = z.infer<typeof ActPage>;

export const ActQuery = PageQuery.extend({
  /** Only what is in one's own hands, or what one's office has. */
  hand: z.enum(['mine', 'office']).optional(),
});

/** An event as a sentence, with the actor's post, both times, and the late-entry mark. */
export const ThreadEntry = z.object({
  version: z.number(),
  type: z.string(),
  sentence: Text,
  by: Text,
  onBehalfOf: Text.nullable(),
  /** Entered for a post: whether that post has confirmed it; null where nothing is awaited. */
  confirmation: z.enum(['awaiting', 'confirmed', 'contested', 'noted']).nullable(),
  occurredAt: z.string(),
  recordedAt: z.string(),
  late: z.boolean(),
  imported: z.boolean(),
  /** A machine's step that affects a person is marked (invariant 43). */
  automatic: z.boolean(),
  /** Personal text this entry carries and the reader may see here. */
  words: z.string().nullable(),
  citation: Citation.nullable(),
});
export type ThreadEntry = z.infer<typeof ThreadEntry>;

/** An act the reader may take now, or why not: a disabled act says what it needs. */
export const ActChoice = z.object({
  act: z.string(),
  name: Text,
  allowed: z.boolean(),
  why: Text.nullable(),
  likely: z.boolean(),
});
export type ActChoice = z.infer<typeof ActChoice>;

export const CaseView = CaseRow.extend({
  kind: RequestKind,
  intake: Intake,
  confidential: z.boolean(),
  /** The person's own words; null where the reader may not see them or their key is destroyed. */
  words: z.string().nullable(),
  /** Set once its personal texts are gone for good: since when, under which class. */
  erased: z.object({ at: z.string(), className: Text }).nullable(),
  wordsAdded: z.array(z.object({ at: z.string(), words: z.string() })),
  /** What an officer wrote for those whom the words of a confidential request are closed to. */
  summary: z.string().nullable(),
  placeDetail: z.string().nullable(),
  /** Whether contact details exist; seeing them is an act of its own, with a purpose, logged. */
  hasContact: z.boolean(),
  /** Whether the reader's post may ask to see them at this point. */
  seesContact: z.boolean(),
  receivedBy: z.string(),
  receivedByName: Text,
  because: BecauseView.nullable(),
  urgency: z.string().nullable(),
  level: z.enum(['community', 'beyond']).nullable(),
  assisting: z.array(z.object({ unit: z.string(), name: Text })),
  clocks: z.array(ClockView),
  external: z.array(
    z.object({
      system: z.string(),
      number: z.string(),
      dueAt: z.string().nullable(),
      state: z.string().nullable(),
    }),
  ),
  emergency: z
    .object({
      channel: Text,
      telephone: z.string(),
      confirmed: z.boolean(),
      /** Since when a word that it was handed over is due; null where nobody waits for one. */
      due: z.object({ at: z.string(), left: Text }).nullable(),
    })
    .nullable(),
  extension: z
    .object({
      number: z.number(),
      clock: z.string(),
      by: z.string(),
      byText: Text,
      reason: z.string(),
      granted: z.boolean().nullable(),
      newDueAt: z.string().nullable(),
      /** Still to be decided, or granted and still to be told. */
      pending: z.boolean(),
    })
    .nullable(),
  objection: z
    .object({
      number: z.number(),
      unit: z.string(),
      unitName: Text,
      basis: Text,
      reason: z.string(),
    })
    .nullable(),
  replies: z.array(
    z.object({
      number: z.number(),
      unitName: Text,
      at: z.string(),
      text: z.string().nullable(),
      outcome: Outcome,
    }),
  ),
  /** Who inside the lead unit has it. */
  assignment: z
    .object({
      officeName: Text.nullable(),
      postName: Text.nullable(),
      mine: z.boolean(),
      since: z.string(),
    })
    .nullable(),
  /** Whose agreement a reply of this reader's would need, in order; empty where it goes out at once. */
  signers: z.array(Text),
  draft: z
    .object({
      number: z.number(),
      /** Null for whoever is not of the lead unit. */
      text: z.string().nullable(),
      outcome: Outcome,
      citation: z.string().nullable(),
      draftedAt: z.string(),
      /** Each step with how long it has, or had, the draft. */
      steps: z.array(
        z.object({
          post: Text,
          state: z.enum(['agreed', 'waiting', 'sent-back', 'to-come']),
          since: z.string().nullable(),
          until: z.string().nullable(),
          held: Text.nullable(),
        }),
      ),
      sentBack: z.string().nullable(),
    })
    .nullable(),
  joined: z.array(z.string()),
  /** Whistles about it, in the order they came; `whistle` opens one. */
  whistles: z.array(
    z.object({
      whistle: z.string(),
      issuerName: Text,
      units: z.array(Text),
      stage: z.enum(['proposed', 'issued', 'ended']),
    }),
  ),
  /** 责任链: who sponsors it, in the order of the nominations; a post, never a name. */
  sponsorships: z.array(
    z.object({
      sponsorship: z.string(),
      stage: z.enum(['nominated', 'accepted', 'agreed', 'told', 'following', 'ended']),
      seats: z.array(
        z.object({ seat: z.enum(['sponsor', 'lead', 'liaison']), post: PostView.nullable() }),
      ),
      endsAt: z.string().nullable(),
    }),
  ),
  mergedInto: z.string().nullable(),
  thread: z.array(ThreadEntry),
  acts: z.array(ActChoice),
});
export type CaseView = z.infer<typeof CaseView>;

/** Why the engine would send it there, and how similar ones ended. */
export const ProposalView = z.object({
  categories: z.array(z.object({ code: z.string(), name: Text, because: Text })),
  category: z.string().nullable(),
  lead: z.object({ unit: z.string(), name: Text }).nullable(),
  assisting: z.array(z.object({ unit: z.string(), name: Text })),
  level: z.enum(['community', 'beyond']).nullable(),
  because: BecauseView.nullable(),
  alternatives: z.array(z.object({ unit: z.string(), name: Text, because: Text })),
  similar: z.array(
    z.object({
      case: z.string(),
      title: z.string().nullable(),
      leadName: Text.nullable(),
      outcome: Outcome.nullable(),
    }),
  ),
  precedents: z.array(
    z.object({ case: z.string(), at: z.string(), leadName: Text, reason: z.string() }),
  ),
});
export type ProposalView = z.infer<typeof ProposalView>;
/** Before triage: what the duty list would say of this category instead of the one proposed. */
export const ProposalQuery = z.object({ category: z.string().max(40).optional() });

const words = z.string().trim().min(1).max(5000);
const note = z.string().trim().max(2000);
const unit = z.string().min(1).max(60);
const means = Means;

/** `5wd`, `30min`: the short form of durations everywhere people type them. */
export const DurationText = z.string().regex(/^\d{1,4}(min|h|wh|d|wd|mo)$/);

export const ContactDetails = z.object({
  name: z.string().trim().max(80).optional(),
  telephone: z.string().trim().max(40).optional(),
  other: z.string().trim().max(200).optional(),
});
export type ContactDetails = z.infer<typeof ContactDetails>;

/** When it truly happened, where it is entered late, and for whom it is entered. */
const entry = {
  occurredAt: InstantText.optional(),
  onBehalfOf: z
    .union([
      z.object({ kind: z.literal('post'), post: Post }),
      z.object({ kind: z.literal('person'), relation: Relation }),
    ])
    .optional(),
};

/** What is asked first. A report against an official is counted, answered with its channel, and dropped. */
export const ReportsOfficial = z.object({ reportsOfficial: z.literal(true) });

export const Register = z.object({
  ...entry,
  kind: RequestKind,
  intake: Intake,
  words,
  place: z.object({ unit, detail: z.string().trim().max(500).optional() }),
  contact: ContactDetails.optional(),
  confidential: z.boolean().default(false),
  title: z.string().trim().max(120).optional(),
  external: z
    .array(
      z.object({
        system: z.string().max(40),
        number: z.string().max(80),
        dueAt: InstantText.nullable().default(null),
        state: z.string().max(80).nullable().default(null),
      }),
    )
    .max(5)
    .default([]),
  reportsOfficial: z.literal(false),
});
export type Register = z.infer<typeof Register>;

/** The whole body of `POST /api/cases`. */
export const RegisterRequest = z.discriminatedUnion('reportsOfficial', [Register, ReportsOfficial]);
export type RegisterRequest = z.infer<typeof RegisterRequest>;

/** `receipt` is shown here and on the slip of whoever registered it, and nowhere else. */
export const Registered = z.object({
  id: z.string(),
  version: z.number(),
  receipt: z.string(),
  replayed: z.boolean(),
});
export type Registered = z.infer<typeof Registered>;

/** What each act takes, beside the envelope. The names are the acts of `/api/cases/{id}/{act}`. */
export const actBodies = {
  triage: z.object({
    category: z.string().min(1).max(40),
    title: z.string().trim().min(1).max(120),
    urgency: z.string().max(40).nullable().default(null),
    automatic: z.boolean().default(false),
  }),
  'show-emergency': z.object({ channel: z.string().min(1).max(40) }),
  'confirm-handover': z.object({ remains: z.boolean() }),
  'answer-at-once': z.object({ answer: words }),
  redirect: z.object({ channel: z.string().min(1).max(40) }),
  /** Without a basis both must be of one category and one place. */
  merge: z.object({ into: z.string().min(1).max(64), basis: note.default('') }),
  /** `from` is the case it was merged into. */
  unmerge: z.object({ from: z.string().min(1).max(64), reason: note.min(1) }),
  dispatch: z.object({
    lead: unit,
    assisting: z.array(unit).max(10).default([]),
    overrideReason: note.nullable().default(null),
  }),
  'sign-for': z.object({}),
  object: z.object({ basis: z.string().min(1).max(40), reason: note.min(1) }),
  'decide-objection': z.object({ upheld: z.boolean(), reason: note.min(1) }),
  'rule-allocation': z.object({
    panel: z.array(Post).min(1).max(15),
    positions: z.array(z.object({ unit, position: note.min(1) })).max(15),
    lead: unit,
    assisting: z.array(unit).max(10).default([]),
    reason: note.min(1),
  }),
  /** An office of the unit, an account of it by its login, both, or neither to take it back. */
  assign: z.object({
    office: z.string().max(60).nullable().default(null),
    login: z.string().trim().max(80).nullable().default(null),
  }),
  'hand-on': z.object({ office: z.string().min(1).max(60), reason: note.min(1) }),
  contact: z.object({ means, reached: z.boolean(), note: note.nullable().default(null) }),
  /** A clock's id, or null for every clock the lead unit is held to. */
  suspend: z.object({
    clock: z.string().max(40).nullable().default(null),
    reason: z.string().min(1).max(40),
  }),
  resume: z.object({ clock: z.string().max(40).nullable().default(null) }),
  'ask-extension': z.object({ clock: z.string().max(40), by: DurationText, reason: note.min(1) }),
  'decide-extension': z.object({ granted: z.boolean(), reason: note.min(1) }),
  'tell-extension': z.object({ means }),
  remind: z.object({ text: note.min(1) }),
  supervise: z.object({
    text: note.min(1),
    /** 批示, where the ladder of a missed promise has come to a leader's written word. */
    instruction: z
      .object({ by: Post, text: note.min(1) })
      .nullable()
      .default(null),
  }),
  reply: z.object({
    reply: words,
    outcome: Outcome,
    citation: z.string().max(200).nullable().default(null),
  }),
  'agree-reply': z.object({}),
  'send-back-reply': z.object({ reason: note.min(1) }),
  verify: z.object({
    reached: z.boolean(),
    solved: Solved.nullable().default(null),
    heard: z.boolean().nullable().default(null),
    words: note.nullable().default(null),
  }),
  close: z.object({ outcome: Outcome }),
  reopen: z.object({
    reason: z.enum(['new_facts', 'not_fixed', 'failed_recheck']),
    words: note.nullable().default(null),
  }),
  withdraw: z.object({ words: note.nullable().default(null) }),
  disagree: z.object({ words }),
  'add-words': z.object({ words }),
  summarise: z.object({ summary: words }),
  message: z.object({ text: words }),
  'ask-upstream-return': z.object({ reason: note.min(1) }),
  'ask-upstream-extension': z.object({ by: DurationText, reason: note.min(1) }),
} as const;
export type CaseAct = keyof typeof actBodies;

/** Around every act: the version seen, and, where it applies, late entry and on whose behalf. */
export const ActEnvelope = z.object({ expectedVersion: z.number().int().min(1), ...entry });

/** The whole body of `POST /api/cases/{id}/{act}`. */
export const actRequest = <Act extends CaseAct>(act: Act) =>
  z.object({ ...ActEnvelope.shape, ...actBodies[act].shape });

export const ActDone = z.object({ id: z.string(), version: z.number(), replayed: z.boolean() });
export type ActDone = z.infer<typeof ActDone>;

/** Allocation rulings of a category, newest first: how like disputes were decided. */
export const PrecedentView = z.object({
  case: z.string(),
  at: z.string(),
  leadName: Text,
  assisting: z.array(Text),
  panel: z.array(PostView),
  positions: z.array(z.object({ unitName: Text, position: z.string() })),
  reason: z.string(),
});
export type PrecedentView = z.infer<typeof PrecedentView>;
export const PrecedentQuery = z.object({
  category: z.string().min(1).max(40),
  limit: z.coerce.number().int().min(1).max(50).default(10),
});

/** What the printed slip says. The code is there only for the account that registered it. */
export const SlipView = z.object({
  case: z.string(),
  /** Whether the code can be followed on our own pages. */
  web: z.boolean(),
  receipt: z.string().nullable(),
  /** In groups of four, to be read aloud. */
  receiptGrouped: z.string().nullable(),
  registeredAt: z.string(),
  office: z.object({ name: Text, telephone: z.string().nullable() }),
  placeName: Text,
  kind: RequestKind,
  /** The next thing the person may expect, by when, and from whom. */
  next: z.object({ what: Text, unitName: Text, dueAt: z.string(), because: Text }).nullable(),
});
export type SlipView = z.infer<typeof SlipView>;
