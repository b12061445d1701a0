import { z } from 'zod';
import { LADDER_CLOCKS, RUNG_ACTS, SIGNERS, WHISTLE_KINDS } from '../../core/rulebook/rulebook.ts';
import { callback } from './callback.ts';
import { type Context, citation, day, duration, text } from './fields.ts';
import { petition } from './petition.ts';
import { reportWrongdoing } from './report.ts';
import { retention } from './retention.ts';
import { ROLES } from './roles.ts';
import { secrecy } from './secrecy.ts';
import { sponsorship } from './sponsorship.ts';
import { support } from './support.ts';

/** What must be known before the rest can be read: whose calendar, and which sources. */
export const preamble = z.object({
  calendar: z.string(),
  sources: z.record(
    z.string(),
    z
      .strictObject({ zh: z.string(), en: z.string(), illustrative: z.boolean().default(false) })
      .transform(({ zh, en, illustrative }) => ({ text: { zh, en }, illustrative })),
  ),
});

/** `rulebook.yaml`: everything that is not a large table. */
export function head(context: Context) {
  const cited = { citation: citation(context) };
  const named = z.strictObject({ code: z.string(), name: text });
  const reason = named.extend(cited);
  return z.strictObject({
    id: z.string(),
    version: z.string(),
    title: text,
    effectiveFrom: day(context),
    calendar: z.string(),
    languages: z.array(z.enum(['zh', 'en'])).min(1),
    sources: z.record(z.string(), z.unknown()),
    include: z.array(z.string()).default([]),
    ranks: z.array(named),
    urgencies: z.array(named),
    deadlines: z.array(
      z.strictObject({
        clock: z.string(),
        urgency: z.string(),
        duration,
        legal: duration.nullable().default(null),
        ...cited,
      }),
    ),
    channels: z.array(
      reason.extend({
        kind: z.enum(['emergency', 'statutory', 'out_of_scope']),
        nextPath: text,
        telephone: z.string().nullable().default(null),
      }),
    ),
    suspensionReasons: z.array(reason),
    objectionBases: z.array(reason),
    extension: z.strictObject({
      max: duration,
      times: z.int(),
      approver: z.enum(ROLES),
      ...cited,
    }),
    objection: z.strictObject({
      maxReturns: z.int().min(0),
      ruler: z.string(),
      interimOwner: z.string(),
      ...cited,
    }),
    dispatch: z.strictObject({ centre: z.string() }),
    reportWrongdoing: reportWrongdoing(context),
    verification: z.strictObject({
      unit: z.string(),
      attempts: z.int(),
      callback: z.enum(['us', 'upstream']).optional(),
      ...cited,
    }),
    signOff: z.array(signOff(context)).default([]),
    reopening: z.strictObject({ window: duration, ...cited }),
    whistle: whistle(context).nullable(),
    retention: retention(context).nullable().default(null),
    callback: callback(context).nullable().default(null),
    petition: petition(context).nullable().default(null),
    sponsorship: sponsorship(context).nullable().default(null),
    support: support(context).nullable().default(null),
    ladder: z.array(
      z.strictObject({
        clock: z.enum(LADDER_CLOCKS),
        act: z.enum(RUNG_ACTS),
        by: z.string().nullable().default(null),
        within: duration,
        ...cited,
      }),
    ),
    secrecy: secrecy(context).nullable().default(null),
  });
}

/** 审签: which posts of a unit agree before its reply goes out. */
const signOff = (context: Context) =>
  z.strictObject({
    unit: z.string(),
    category: z.string().nullable().default(null),
    steps: z
      .array(
        z.strictObject({
          role: z.enum(SIGNERS),
          office: z.string().nullable().default(null),
        }),
      )
      .min(1),
    citation: citation(context),
  });

function whistle(context: Context) {
  const cited = { citation: citation(context) };
  return z.strictObject({
    levels: z.array(
      z.strictObject({
        kind: z.enum(WHISTLE_KINDS),
        level: z.int().min(1),
        sign: duration,
        reportIn: duration,
        conclude: duration,
        rank: z.string(),
        headCount: z.int(),
        remote: z.boolean().default(false),
        powers: z.array(z.string()).default([]),
        screen: z
          .strictObject({
            by: z.enum(['issuer', 'street', 'centre']),
            role: z.enum(ROLES),
            within: duration,
          })
          .nullable(),
        ...cited,
      }),
    ),
    filing: duration,
    delegated: z.strictObject({
      coordination: z.string(),
      supervision: z.string(),
      rating: z.string(),
    }),
    rating: z.strictObject({
      items: z.array(z.strictObject({ code: z.string(), name: text })),
      window: duration,
      minimum: z.int(),
      ...cited,
    }),
    capacity: z.strictObject({
      usual: z.int(),
      units: z.record(z.string(), z.int()).default({}),
      ...cited,
    }),
  });
}
