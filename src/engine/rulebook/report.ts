import { z } from 'zod';
import { type Context, citation, duration } from './fields.ts';

/** 检举控告: the channel every door names, and the sealed desk where the institution has one. */
export const reportWrongdoing = (context: Context) =>
  z.strictObject({
    channel: z.string(),
    desk: z
      .strictObject({
        unit: z.string(),
        within: duration,
        settle: duration,
        handTo: z.array(z.string()),
        citation: citation(context),
      })
      .nullable()
      .default(null),
  });
