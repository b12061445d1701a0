import { z } from 'zod';
import { ActChoice } from './cases.ts';
import { Text } from './common.ts';
import { LookView } from './personal.ts';
import { PostView } from './session.ts';

/** Holds of looks: asked for, agreed to, over. */

const note = z.string().trim().min(1).max(1000);

export const secrecyBodies = {
  /** For the looks of the unit that the asking post heads, to the end of `lastDay`. */
  ask: z.object({ basis: z.string().max(40), reason: note, lastDay: z.iso.date() }),
  agree: z.object({}),
  'turn-down': z.object({ reason: note }),
  lift: z.object({ reason: note }),
} as const;
export type SecrecyAct = keyof typeof secrecyBodies;

/** The whole body of `POST /api/cases/{id}/secrecy/{act}`; the version is the hold's own. */
export const secrecyRequest = <Act extends SecrecyAct>(act: Act) =>
  z.object({ expectedVersion: z.number().int().min(0), ...secrecyBodies[act].shape });

export const HoldView = z.object({
  unitName: Text,
  basis: Text,
  reason: z.string(),
  askedAt: z.string(),
  until: z.string(),
  approver: PostView,
  /** Since when it is in force; null while the second officer has not spoken. */
  from: z.string().nullable(),
});
export type HoldView = z.infer<typeof HoldView>;

/** Who looked at a case's personal fields, and whether any of it is told the person later. */
export const LooksView = z.object({
  looks: z.array(LookView),
  /** False where the rulebook lets no look be told later. */
  offered: z.boolean(),
  version: z.number(),
  hold: HoldView.nullable(),
  past: z.array(z.object({ unitName: Text, basis: Text, from: z.string(), to: z.string() })),
  bases: z.array(z.object({ code: z.string(), name: Text, citation: Text })),
  acts: z.array(ActChoice),
});
export type LooksView = z.infer<typeof LooksView>;
