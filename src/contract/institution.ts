import { z } from 'zod';
import { InstantText, Text } from './common.ts';
import { CivilDate, Uploads } from './law.ts';
import { Post, PostView } from './session.ts';

const id = z.string().min(1).max(64);
const unit = z.string().min(1).max(64);
const reason = z.string().trim().min(1).max(400);
const span = { validFrom: InstantText, validTo: InstantText };

/** What each change of an institution takes, beside the version seen. Who may: the process says. */
/** What a version is called in lists and in names of files. */
const VersionName = z
  .string()
  .trim()
  .max(40)
  .regex(/^[\p{L}\p{N}][\p{L}\p{N}. _+（）()〔〕-]*$/u);

export const institutionBodies = {
  'stand-in': z.object({ absent: Post, present: Post, ...span }),
  'end-stand-in': z.object({ id }),
  recuse: z.object({
    /** Whose interest it is; one's own unless said. */
    login: z.string().min(1).max(80).optional(),
    scope: z.union([
      z.object({ kind: z.literal('case'), case: z.string().min(1).max(64) }),
      z.object({ kind: z.literal('unit'), unit }),
    ]),
    reason,
  }),
  'end-recusal': z.object({ id, reason }),
  delegate: z.object({ from: unit, to: unit, power: z.string().min(1).max(64), ...span }),
  'end-delegation': z.object({ id }),
  /** A calendar's YAML, as in `calendars/`. Clocks that leaned on its years are counted again. */
  'publish-calendar': z.object({ text: z.string().min(1).max(150_000) }),
  /** Tables to change the law in force, or a whole rulebook's files, whose own version and day count. */
  'propose-rulebook': z.object({
    files: Uploads,
    version: VersionName,
    effectiveOn: CivilDate,
    evidence: reason,
  }),
  'approve-rulebook': z.object({ proposal: id }),
  'turn-down-rulebook': z.object({ proposal: id, reason }),
  'take-back-rulebook': z.object({ proposal: id }),
  'change-staff': z.object({ files: Uploads, reason }),
} as const;
export type InstitutionAct = keyof typeof institutionBodies;

/** The whole body of `POST /api/institution/{act}`. */
export const institutionRequest = <Act extends InstitutionAct>(act: Act) =>
  z.object({ expectedVersion: z.number().int().min(0), ...institutionBodies[act].shape });

export const InstitutionDone = z.object({
  version: z.number(),
  replayed: z.boolean(),
  /** One-time passwords a change of staff made: told here and nowhere again. */
  passwords: z.array(z.object({ login: z.string(), password: z.string() })).optional(),
});
export type InstitutionDone = z.infer<typeof InstitutionDone>;

const Span = z.object({ id: z.string(), validFrom: z.string(), validTo: z.string().nullable() });

/** What holds now or will: who stands in for whom, what was handed on, the calendars published. */
export const InstitutionView = z.object({
  version: z.number(),
  calendars: z.array(z.object({ id: z.string(), version: z.string(), years: z.array(z.number()) })),
  standIns: z.array(Span.extend({ absent: PostView, present: PostView })),
  /** Ended within the last year; one that never began is not told. */
  pastStandIns: z.array(Span.extend({ absent: PostView, present: PostView })),
  delegations: z.array(Span.extend({ from: Text, to: Text, power: Text })),
  /** One's own; a supervisor sees that of others too, never whose. */
  recusals: z.array(
    Span.extend({
      own: z.boolean(),
      case: z.string().nullable(),
      unit: Text.nullable(),
      reason: z.string(),
    }),
  ),
});
export type InstitutionView = z.infer<typeof InstitutionView>;
