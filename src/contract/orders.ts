import { z } from 'zod';
import { CaseStatus, ClockView } from './cases.ts';
import { Text } from './common.ts';

/** Orders of a system above: sheets in, a preview, a person's confirmation, sheets back. */

export const UpstreamWord = z.enum([
  'FIXED',
  'PARTLY',
  'EXPLAINED_CANNOT',
  'INFO_GIVEN',
  'UNREACHABLE',
  'NOT_SOLVED',
  'NOT_CONTACTED',
  'TAKEN_BACK',
]);
export type UpstreamWord = z.infer<typeof UpstreamWord>;

export const SheetForm = z.enum(['xlsx', 'csv', 'csv-gb18030']);

/** Bytes of the largest sheet taken, and what they come to in base 64. */
const SHEET = 8 * 1024 * 1024;
export const SHEET_BODY = Math.ceil(SHEET / 3) * 4 + 64 * 1024;
/** Lines carried out, and orders recorded, in one call: whoever waits sees how far it has come. */
export const AT_ONCE = 100;

const book = z.string().min(1).max(63);

/** The pair of mappings for one system's sheets. */
export const OrderBook = z.object({
  id: z.string(),
  title: Text,
  system: z.string(),
  receivedBy: z.string(),
  receivedByName: Text,
  /** Whether the reader's post is the one that takes these sheets in. */
  yours: z.boolean(),
  /** Who asks the person whether it is solved. */
  callback: z.enum(['us', 'upstream']),
});
export type OrderBook = z.infer<typeof OrderBook>;
export const OrderBooks = z.array(OrderBook);

export const SheetUpload = z.object({ book, content: z.base64().max(SHEET_BODY) });

export const OrderChange = z.object({
  field: z.enum(['due', 'state', 'category', 'word']),
  from: Text.nullable(),
  to: Text.nullable(),
});

/** What is wrong with a line, in the reader's language. */
export const OrderProblem = z.object({
  code: z.string(),
  /** The column it stands in, where it stands in one. */
  field: z.string().nullable(),
  what: z.string(),
});

export const OrderLine = z.object({
  line: z.number(),
  number: z.string(),
  kind: z.enum(['new', 'changed', 'unchanged', 'rejected']),
  title: z.string().nullable(),
  /** The case, where there is one already. */
  case: z.string().nullable(),
  /** Confirms this line and no other; empty where there is nothing to do. */
  mark: z.string(),
  changes: z.array(OrderChange),
  problem: OrderProblem.nullable(),
});
export type OrderLine = z.infer<typeof OrderLine>;

export const OrdersPreview = z.object({
  form: SheetForm,
  counts: z.object({
    new: z.number(),
    changed: z.number(),
    unchanged: z.number(),
    rejected: z.number(),
  }),
  lines: z.array(OrderLine),
});
export type OrdersPreview = z.infer<typeof OrdersPreview>;

export const OrdersConfirm = SheetUpload.extend({
  marks: z.array(z.string().min(1).max(40)).min(1).max(AT_ONCE),
});

export const OrdersDone = z.object({
  results: z.array(
    z.object({
      mark: z.string(),
      line: z.number().nullable(),
      number: z.string(),
      done: z.boolean(),
      problem: OrderProblem.nullable(),
    }),
  ),
});
export type OrdersDone = z.infer<typeof OrdersDone>;

export const OrdersQuery = z.object({ book });
/** What the next sheet would say, and how many orders there are in all. */
export const OrdersView = z.object({
  all: z.number(),
  open: z.number(),
  /** Replied, and the result upstream not yet read in. */
  awaiting: z.number(),
  news: z.number(),
  rows: z.array(
    z.object({
      case: z.string(),
      number: z.string(),
      title: z.string().nullable(),
      status: CaseStatus,
      said: z.string(),
      theirs: z.string().nullable(),
      dueAt: z.string().nullable(),
      left: Text.nullable(),
      tone: ClockView.shape.tone.nullable(),
    }),
  ),
});
export type OrdersView = z.infer<typeof OrdersView>;

export const RepliesRequest = z.object({ book, which: z.enum(['new', 'all']) });
const TOLD = z.object({
  case: z.string().min(1).max(64),
  version: z.int().min(1),
  number: z.string().min(1).max(100),
  upTo: z.int().min(0),
  state: z.string().max(80),
});
export const RepliesView = z.object({
  name: z.string(),
  form: SheetForm,
  content: z.string(),
  rows: z.number(),
  /** To be recorded once the sheet is in hand. */
  told: z.array(TOLD),
});
export type RepliesView = z.infer<typeof RepliesView>;

export const ToldRequest = z.object({ book, told: z.array(TOLD).min(1).max(AT_ONCE) });
/** Cases that moved meanwhile are left for the next sheet. */
export const ToldDone = z.object({ done: z.number(), left: z.number() });
export type ToldDone = z.infer<typeof ToldDone>;
