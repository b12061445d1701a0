import { z } from 'zod';

const text = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) });

export const WEEKDAYS = [
  'sunday',
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
] as const;

/** A date or 'FIRST/LAST', both included. */
const dates = z.string();

const festival = z.strictObject({
  /** A key of `festivals`. */
  festival: z.string(),
  off: z.union([dates, z.array(dates)]).optional(),
  /** Make-up workdays 调休. */
  work: z.union([dates, z.array(dates)]).optional(),
});

/** The shape of a calendar file; `read.ts` checks what a shape cannot say. */
export const calendarFile = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]*$/),
  version: z.string().min(1),
  zone: z.string(),
  weekend: z.array(z.enum(WEEKDAYS)),
  officeHours: z.array(z.string().regex(/^\d\d:\d\d-\d\d:\d\d$/)).min(1),
  festivals: z.record(z.string(), text),
  years: z.record(
    z.string().regex(/^\d{4}$/),
    z.strictObject({ citation: z.string().min(1), days: z.array(festival) }),
  ),
});

export type CalendarFile = z.infer<typeof calendarFile>;
