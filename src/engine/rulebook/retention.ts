import { z } from 'zod';
import { type Context, citation, duration, text } from './fields.ts';

/** 保存与销毁: classes, and the times about them. */
export function retention(context: Context) {
  const cited = { citation: citation(context) };
  const codes = z.array(z.string()).default([]);
  return z.strictObject({
    unit: z.string(),
    classes: z.array(
      z.strictObject({
        code: z.string(),
        name: text,
        categories: codes,
        outcomes: codes,
        kinds: codes,
        keep: duration,
        archive: z.boolean().default(false),
        ...cited,
      }),
    ),
    transfer: z.strictObject({ within: duration, ...cited }),
    hold: z.strictObject({ max: duration, agree: duration, grace: duration, ...cited }),
    wish: z.strictObject({ answer: duration, ...cited }),
  });
}
