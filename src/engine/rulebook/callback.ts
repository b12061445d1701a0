import { z } from 'zod';
import { CLOSED_AS } from '../../core/rulebook/callback.ts';
import { type Context, citation, duration } from './fields.ts';

/** 回访 and 效果核验. */
export function callback(context: Context) {
  const cited = { citation: citation(context) };
  const categories = z.array(z.string());
  return z.strictObject({
    units: z.array(z.string()),
    samples: z.array(
      z.strictObject({
        outcomes: z.array(z.enum(CLOSED_AS)).default([]),
        categories: categories.default([]),
        share: z.number(),
        ...cited,
      }),
    ),
    delay: z.strictObject({ from: duration, to: duration }),
    within: duration,
    attempts: z.int(),
    window: duration,
    pressure: duration,
    recheck: z
      .array(z.strictObject({ categories, after: z.array(duration), ...cited }))
      .default([]),
    minimum: z.int(),
    ...cited,
  });
}
