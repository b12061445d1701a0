import { z } from 'zod';
import { CaseRow, ClockView } from './cases.ts';
import { Text } from './common.ts';
import { PostView } from './session.ts';

/** Work inside one unit: what is passed from shift to shift, and what a leader sees of a week. */

const note = z.string().trim().max(1000);

/** An act that was entered for a post and awaits that post's word; or, contested, a supervisor's. */
export const ConfirmationView = z.object({
  id: z.string(),
  version: z.number(),
  status: z.enum(['awaiting', 'confirmed', 'contested', 'noted']),
  /** The matter's own page, where it is a case. */
  case: z.string().nullable(),
  title: z.string().nullable(),
  placeName: Text,
  /** What was entered, as one sentence; null where the matter's words are not at hand. */
  sentence: Text.nullable(),
  /** In whose name, and by whom. */
  post: PostView,
  by: PostView,
  enteredAt: z.string(),
  /** Why it is contested. */
  reason: z.string().nullable(),
});
export type ConfirmationView = z.infer<typeof ConfirmationView>;
export const ConfirmationList = z.object({ rows: z.array(ConfirmationView) });

export const confirmationBodies = {
  confirm: z.object({}),
  contest: z.object({ reason: note.min(1) }),
  'note-contest': z.object({ note: note.min(1) }),
} as const;
export type ConfirmationAct = keyof typeof confirmationBodies;

/** The whole body of `POST /api/confirmations/{id}/{act}`. */
export const confirmationRequest = <Act extends ConfirmationAct>(act: Act) =>
  z.object({ expectedVersion: z.number().int().min(1), ...confirmationBodies[act].shape });
export const ConfirmationDone = z.object({ version: z.number(), replayed: z.boolean() });

/** The seats of the reader's unit from which its matters are handled, a row each. */
export const SeatList = z.object({
  rows: z.array(z.object({ login: z.string(), post: PostView })),
});
export type SeatList = z.infer<typeof SeatList>;

/** One thing due from a unit, with what the next shift has to know of it. */
export const DutyRow = z.object({
  case: z.string().nullable(),
  act: z.string(),
  actName: Text,
  title: z.string().nullable(),
  categoryName: Text.nullable(),
  placeName: Text,
  dueAt: z.string().nullable(),
  left: Text.nullable(),
  tone: ClockView.shape.tone.nullable(),
  first: z.boolean(),
  /** Who in the unit has it: an office or a seat; the unit's role where nobody was named. */
  who: Text,
  last: z.object({ sentence: Text, at: z.string() }).nullable(),
  /** What others still owe the same matter. */
  waits: z.array(z.object({ who: Text, actName: Text })),
});
export type DutyRow = z.infer<typeof DutyRow>;

/** 交接班: what is due from the unit until this time tomorrow, overdue first. */
export const HandoverView = z.object({
  unit: z.string(),
  unitName: Text,
  now: z.string(),
  until: z.string(),
  rows: z.array(DutyRow),
  /** There is more than fits the page. */
  more: z.boolean(),
  notes: z.array(z.object({ at: z.string(), by: PostView, text: z.string().nullable() })),
  /** Of today's notes, to be sent with the next one. */
  version: z.number(),
});
export type HandoverView = z.infer<typeof HandoverView>;
export const ShiftNote = z.object({
  expectedVersion: z.number().int().min(0),
  text: note.min(1),
});

/** 领导周报: one page of what only this post can do, and how its units stand. */
export const WeekView = z.object({
  post: PostView,
  from: z.string(),
  to: z.string(),
  own: z.array(DutyRow),
  entered: z.array(ConfirmationView),
  overdue: z.array(CaseRow),
  overdueMore: z.boolean(),
  /** Of the cases the post's unit, or a unit beneath it, has a part in. */
  changes: z.object({ opened: z.number(), ended: z.number(), breached: z.number() }),
});
export type WeekView = z.infer<typeof WeekView>;
