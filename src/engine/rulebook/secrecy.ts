import { z } from 'zod';
import { type Context, citation, duration, text } from './fields.ts';
import { ROLES } from './roles.ts';

/** 暂缓告知: how long a look may go untold, on what basis, and who agrees. */
export function secrecy(context: Context) {
  const cited = { citation: citation(context) };
  return z.strictObject({
    max: duration,
    times: z.int(),
    approver: z.strictObject({ unit: z.string(), role: z.enum(ROLES) }),
    bases: z.array(z.strictObject({ code: z.string(), name: text, ...cited })).min(1),
    ...cited,
  });
}
