import { z } from 'zod';
import { type Context, cite, issue } from './fields.ts';

/** An empty cell is nothing. */
export const filled = z.string().min(1);
export const orNothing = <Schema extends z.ZodType<unknown, string>>(schema: Schema) =>
  z.union([z.literal('').transform(() => null), schema]);
export const optional = orNothing(z.string());

/** Several values in one cell, parted by `|`. */
export const several = z.string().transform((cell) =>
  cell
    .split('|')
    .map((each) => each.trim())
    .filter((each) => each !== ''),
);

export const name = { zh: z.string(), en: z.string() };
export const sourced = { source: filled, item: z.string() };
type Sourced = { readonly source: string; readonly item: string };

/** Where a row comes from, as the context's sources name it. */
export const citationIn =
  (context: Context) =>
  ({ source, item }: Sourced, ctx: z.core.$RefinementCtx) =>
    cite(context, source, item) ?? issue(ctx, 'unknown-source', source, { source });
