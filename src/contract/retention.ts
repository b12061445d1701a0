import { z } from 'zod';
import { ActChoice, ActEnvelope, ClockView, ThreadEntry } from './cases.ts';
import { Citation, InstantText, PageQuery, page, Text } from './common.ts';

/** 保存与销毁 on the wire: what is kept of matters that have ended, and until when. */

export const RetentionStatus = z.enum(['kept', 'lapsed', 'due', 'erasing', 'erased', 'stopped']);
export type RetentionStatus = z.infer<typeof RetentionStatus>;
export const HoldEnd = z.enum(['DECLINED', 'NOT_AGREED', 'LIFTED', 'NOT_REVIEWED']);
export type HoldEnd = z.infer<typeof HoldEnd>;

/** A row of the archivist's desk. Nothing of the person, and no title. */
export const RetentionRow = z.object({
  /** The case it is about. */
  id: z.string(),
  version: z.number(),
  status: RetentionStatus,
  className: Text,
  archive: z.boolean(),
  transferred: z.boolean(),
  categoryName: Text.nullable(),
  placeName: Text,
  ended: z.string(),
  /** When the time of its class is over; null once it is. */
  until: z.string().nullable(),
  left: Text.nullable(),
  /** Legal holds that stand. */
  holds: z.number(),
  /** A person waits for an answer. */
  wish: z.boolean(),
  erasedAt: z.string().nullable(),
});
export type RetentionRow = z.infer<typeof RetentionRow>;

/** `archive`: time over, to be handed over; `held`: a legal hold stands; `wishes`: to be answered. */
export const RetentionShelf = z.enum(['kept', 'archive', 'held', 'wishes', 'erased']);
export type RetentionShelf = z.infer<typeof RetentionShelf>;
export const RetentionQuery = PageQuery.extend({ shelf: RetentionShelf.default('kept') });
export const RetentionPage = page(RetentionRow).extend({
  now: z.string(),
  /** How many stand on each shelf, counted to a thousand. */
  counts: z.record(RetentionShelf, z.number()),
});
export type RetentionPage = z.infer<typeof RetentionPage>;

export const HoldView = z.object({
  n: z.number(),
  reason: z.string(),
  until: z.string(),
  agreed: z.boolean(),
  /** Its review was missed: it holds once more. */
  overdue: z.boolean(),
  end: HoldEnd.nullable(),
});
export const WishView = z.object({
  n: z.number(),
  at: z.string(),
  /** What the person wrote; null where they wrote nothing or it was erased. */
  words: z.string().nullable(),
  answered: z.boolean(),
  answer: z.string().nullable(),
});

export const RetentionView = RetentionRow.extend({
  classCitation: Citation,
  /** The archive's receipt for what it took over. */
  receipt: z.string().nullable(),
  packageTaken: z.string().nullable(),
  holdsList: z.array(HoldView),
  wishes: z.array(WishView),
  clocks: z.array(ClockView),
  thread: z.array(ThreadEntry),
  acts: z.array(ActChoice),
  /** The latest date of review a new hold may have. */
  holdLatest: z.string().nullable(),
});
export type RetentionView = z.infer<typeof RetentionView>;

const words = z.string().trim().min(1).max(2000);
const nth = z.number().int().min(1);

export const retentionBodies = {
  'place-hold': z.object({ reason: words, until: InstantText }),
  'agree-hold': z.object({ hold: nth }),
  'decline-hold': z.object({ hold: nth, reason: words }),
  'lift-hold': z.object({ hold: nth, reason: words }),
  'record-transfer': z.object({ receipt: z.string().trim().min(1).max(200) }),
  'ask-erasure': z.object({ words: z.string().trim().max(2000).default('') }),
  'answer-erasure': z.object({ wish: nth, answer: words }),
} as const;
export type RetentionAct = keyof typeof retentionBodies;

/** The whole body of `POST /api/retention/{id}/{act}`; nothing here is entered late. */
export const retentionRequest = <Act extends RetentionAct>(act: Act) =>
  z.object({
    ...ActEnvelope.omit({ occurredAt: true }).shape,
    ...retentionBodies[act].shape,
  });

/** 移交包: everything held on the request, for machines and to be read. */
export const TakePackage = z.object({ expectedVersion: z.number().int().min(1) });
export const PackageView = z.object({
  version: z.number(),
  digest: z.string(),
  fileName: z.string(),
  json: z.string(),
  html: z.string(),
});
export type PackageView = z.infer<typeof PackageView>;
