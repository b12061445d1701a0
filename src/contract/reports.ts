import { z } from 'zod';
import { ClockView } from './cases.ts';
import { Citation, Text } from './common.ts';
import { ENVELOPE, Fingerprint, PublicKey } from './envelope.ts';

/** 检举控告 as a sealed desk sees it: never what was told, but in the officer's own browser. */
export const ReportStatus = z.enum(['received', 'looked-at', 'handed-over', 'concluded']);
export type ReportStatus = z.infer<typeof ReportStatus>;

export const ReportAnswer = z.enum([
  'NOT_WRONGDOING',
  'NOTHING_TO_LOOK_INTO',
  'KNOWN_ALREADY',
  'ELSEWHERE',
]);
export type ReportAnswer = z.infer<typeof ReportAnswer>;

export const reportBodies = {
  /** The officer has read it, and says that they have no interest in it. */
  'take-in': z.object({ noInterest: z.literal(true) }),
  'declare-interest': z.object({}),
  'hand-over': z.object({ channel: z.string().min(1).max(60) }),
  conclude: z.object({ answer: ReportAnswer }),
} as const;
export type ReportAct = keyof typeof reportBodies;

/** The whole body of `POST /api/reports/{id}/{act}`. */
export const reportRequest = <Act extends ReportAct>(act: Act) =>
  z.object({ expectedVersion: z.number().int().min(1), ...reportBodies[act].shape });
export const ReportDone = z.object({ version: z.number(), replayed: z.boolean() });

export const ReportRow = z.object({
  id: z.string(),
  version: z.number(),
  status: ReportStatus,
  /** The day it came in, at its beginning. */
  receivedOn: z.string(),
  /** How often the reporter has told something. */
  told: z.number(),
  clock: ClockView.nullable(),
  /** A promise of it was missed; that stays. */
  late: z.boolean(),
  channelName: Text.nullable(),
  answer: ReportAnswer.nullable(),
});
export type ReportRow = z.infer<typeof ReportRow>;

/** The desk of the reader's unit; what they have an interest in is not on it. */
export const DeskView = z.object({
  unitName: Text,
  /** Null where the law in force has no desk here: what it took in before goes on. */
  desk: z
    .object({
      within: Text,
      settle: Text,
      citation: Citation,
    })
    .nullable(),
  handTo: z.array(z.object({ code: z.string(), name: Text })),
  /** How many keys reports are encrypted to now; without one the desk is closed. */
  keys: z.number(),
  /** Whether one of them is the reader's. */
  mine: z.boolean(),
  rows: z.array(ReportRow),
  more: z.boolean(),
});
export type DeskView = z.infer<typeof DeskView>;

/** What an officer's browser decrypts. The look was logged, and the reporter can read that it was. */
export const SealedReport = z.object({
  id: z.string(),
  version: z.number(),
  /** Null where the text was erased. */
  told: z.array(z.object({ on: z.string(), envelope: z.string().nullable() })),
});
export type SealedReport = z.infer<typeof SealedReport>;

export const DeskKeyStatus = z.enum(['offered', 'in-force', 'retired']);
export type DeskKeyStatus = z.infer<typeof DeskKeyStatus>;
export const RetiredWhy = z.enum(['replaced', 'lost', 'left', 'not-compared']);
export type RetiredWhy = z.infer<typeof RetiredWhy>;

export const OfferKey = z.object({ alg: z.literal(ENVELOPE), publicKey: PublicKey });
export const deskKeyBodies = {
  /** As the officer read it out, not as the screen shows it. */
  agree: z.object({ fingerprint: Fingerprint }),
  retire: z.object({ why: RetiredWhy }),
} as const;
export type DeskKeyAct = keyof typeof deskKeyBodies;
export const deskKeyRequest = <Act extends DeskKeyAct>(act: Act) =>
  z.object({ expectedVersion: z.number().int().min(1), ...deskKeyBodies[act].shape });

export const DeskKeyRow = z.object({
  id: z.string(),
  version: z.number(),
  status: DeskKeyStatus,
  unitName: Text,
  /** Whose it is, and who agreed to it: logins of staff, as their own administrator knows them. */
  login: z.string().nullable(),
  agreedBy: z.string().nullable(),
  mine: z.boolean(),
  fingerprint: Fingerprint,
  offeredAt: z.string(),
  agreedAt: z.string().nullable(),
  retired: z.object({ why: RetiredWhy, at: z.string() }).nullable(),
});
export type DeskKeyRow = z.infer<typeof DeskKeyRow>;
export const DeskKeyList = z.object({
  /** Whether the reader's post may offer one. */
  mayOffer: z.boolean(),
  rows: z.array(DeskKeyRow),
});
export type DeskKeyList = z.infer<typeof DeskKeyList>;
export const KeyDone = z.object({ id: z.string(), version: z.number(), replayed: z.boolean() });
