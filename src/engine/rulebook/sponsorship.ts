import { z } from 'zod';
import { LEAD_ROLES } from '../../core/rulebook/sponsorship.ts';
import { type Context, citation, duration, text } from './fields.ts';

/** 领导包案: who is asked, how many at once, until when, and what a sponsor sees to. */
export function sponsorship(context: Context) {
  const cited = { citation: citation(context) };
  return z.strictObject({
    blocked: z.strictObject({ clockFactor: z.number(), ...cited }),
    accepting: z.strictObject({
      within: duration,
      climb: z.array(z.strictObject({ unit: z.string(), role: z.literal('sponsor') })).default([]),
      ...cited,
    }),
    cap: z.strictObject({
      usual: z.int(),
      units: z.record(z.string(), z.int()).default({}),
      ...cited,
    }),
    term: z.strictObject({ duration, ...cited }),
    extension: z.strictObject({
      max: duration,
      approver: z.strictObject({
        unit: z.string(),
        role: z.enum(['unit_head', 'supervisor', 'dispatcher', 'arbiter']),
      }),
      within: duration,
      ...cited,
    }),
    lead: z.array(z.enum(LEAD_ROLES)),
    duties: z.array(z.strictObject({ code: z.string(), name: text, ...cited })),
    followUp: z.strictObject({ max: duration, ...cited }),
  });
}
