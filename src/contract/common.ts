import { z } from 'zod';

/** The two languages everything is said in; 简体中文 first. */
export const Lang = z.enum(['zh', 'en']);
export type Lang = z.infer<typeof Lang>;

export const Text = z.object({ zh: z.string(), en: z.string() });
export type Text = z.infer<typeof Text>;

/** An instant on the wire: ISO 8601 with `Z` or an offset. */
export const InstantText = z.iso.datetime({ offset: true });

export const Citation = z.object({ text: Text, illustrative: z.boolean() });
export type Citation = z.infer<typeof Citation>;

/** A page of rows; ask for the following one with `after`. */
export const page = <Row extends z.ZodType>(row: Row) =>
  z.object({ rows: z.array(row), next: z.string().nullable() });

export const PageQuery = z.object({
  limit: z.coerce.number().int().min(1).max(200).default(50),
  after: z.string().max(400).optional(),
});

/**
 * Every refusal and error, from every door. `what` and `next` are already in the reader's
 * language; `code` is stable and what programs look at.
 */
export const Problem = z.object({
  code: z.string(),
  what: z.string(),
  next: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).default({}),
  /** Where the input is wrong, when it is the input. */
  fields: z.array(z.object({ path: z.string(), what: z.string() })).default([]),
});
export type Problem = z.infer<typeof Problem>;
