import { z } from 'zod';
import { PETITION_LIMITS, PETITION_WAYS } from '../../core/rulebook/petition.ts';
import { type Context, citation, duration, text } from './fields.ts';

/** 信访事项: the office and channels of one institution, and what its part of the law says. */
export function petition(context: Context) {
  const cited = { citation: citation(context) };
  const limit = z.strictObject({ duration, ...cited });
  return z.strictObject({
    office: z.string(),
    kinds: z
      .array(z.strictObject({ code: z.string(), name: text, way: z.enum(PETITION_WAYS), ...cited }))
      .min(1),
    channels: z.record(z.string(), z.string()).default({}),
    limits: z.strictObject(limits(limit)),
    representatives: z.strictObject({ most: z.int(), ...cited }),
    reasons: z.array(
      z.strictObject({
        code: z.string(),
        name: text,
        nextPath: text,
        afterReply: z.boolean().default(false),
        ...cited,
      }),
    ),
    reviewers: z.record(z.string(), z.string().nullable()).default({}),
  });
}

const limits = <Limit>(limit: Limit) =>
  Object.fromEntries(PETITION_LIMITS.map((name) => [name, limit])) as Record<
    (typeof PETITION_LIMITS)[number],
    Limit
  >;
