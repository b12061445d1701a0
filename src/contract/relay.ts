import { z } from 'zod';
import { Text } from './common.ts';
import { LookRequest } from './personal.ts';

/** 转接通话: calls through the institution's exchange, whose number nobody here sees. */

export const CALL_OUTCOMES = ['reached', 'not-reached', 'wrong-number', 'never-rang'] as const;
export const CallOutcome = z.enum(CALL_OUTCOMES);
export type CallOutcome = z.infer<typeof CallOutcome>;

const expectedVersion = z.number().int().min(0);

/** `from` is where the caller's own telephone rings; it is handed to the exchange and not kept. */
export const CallRequest = z.object({
  expectedVersion,
  from: z.string().regex(/^\+?[0-9][0-9-]{1,19}$/),
  purpose: LookRequest.shape.purpose,
});
export const CallTold = z.object({ expectedVersion, outcome: CallOutcome });

export const CallView = z.object({
  at: z.string(),
  byName: Text,
  /** `asked` where the exchange has not said: it may have rung. */
  exchange: z.enum(['asked', 'placed', 'refused']),
  outcome: CallOutcome.nullable(),
});

/** The calls about one matter, and whether the reader may make the next. */
export const CallsView = z.object({
  /** False where the institution has set no exchange. */
  offered: z.boolean(),
  version: z.number(),
  /** Of the newest first. */
  calls: z.array(CallView),
  /** What came of the newest is still to be said, and by the reader. */
  owes: z.boolean(),
  allowed: z.boolean(),
  why: Text.nullable(),
});
export type CallsView = z.infer<typeof CallsView>;
