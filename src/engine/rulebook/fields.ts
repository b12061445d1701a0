import { z } from 'zod';
import type { Citation } from '../../core/rulebook/rulebook.ts';
import { DAY, parseCivilDate } from '../../core/time/civil.ts';
import { type Duration, parseDuration } from '../../core/time/duration.ts';
import { parseIso } from '../../core/time/iso.ts';
import type { Zone } from '../../core/time/zone.ts';

/** What a rulebook's words are read against: its calendar's zone and the sources it names. */
export interface Context {
  readonly zone: Zone;
  /** Null where they could not be read: one problem is told once, not again by every line. */
  readonly sources: Readonly<Record<string, Citation>> | null;
}

/** Our own code on a zod issue; `problems.ts` words it. */
export function issue(
  ctx: z.core.$RefinementCtx,
  code: string,
  input: unknown,
  params: Readonly<Record<string, string | number>> = {},
): typeof z.NEVER {
  ctx.issues.push({ code: 'custom', input, params: { ...params, code } });
  return z.NEVER;
}

export const text = z.strictObject({ zh: z.string(), en: z.string() });

const startOf = (zone: Zone, date: number): number => zone.toInstant(date * DAY);

/** A civil date `days` on, its beginning in the calendar's zone; or an instant, as it stands. */
const dayAfter = ({ zone }: Context, days: number) =>
  z.string().transform((written, ctx) => {
    const date = parseCivilDate(written);
    const instant = date === null ? parseIso(written, zone) : startOf(zone, date + days);
    return instant ?? issue(ctx, 'bad-date', written, { written });
  });

/** A civil date, its beginning in the calendar's zone. */
export const day = (context: Context) => dayAfter(context, 0);

/** A civil date on which something still holds: it ends when the next day begins. */
export const lastDay = (context: Context) => dayAfter(context, 1);

/** `3wd`, as one cell of a table says it. */
export const limit = z.string().transform((written, ctx) => {
  return parseDuration(written) ?? issue(ctx, 'bad-duration', written, { written });
});

/** `3wd`, or a mapping that also says how the limit counts and ends. */
export const duration = z.union([
  limit,
  z
    .strictObject({
      limit,
      countFrom: z.enum(['instant', 'nextDay']).optional(),
      ends: z.enum(['same-time', 'office-close', 'day-end']).optional(),
      rollIfHoliday: z.boolean().optional(),
    })
    .transform(
      // Canonical JSON knows no undefined: what is not said is not there.
      ({ limit: { n, unit }, countFrom, ends, rollIfHoliday }): Duration => ({
        n,
        unit,
        ...(countFrom !== undefined && { countFrom }),
        ...(ends !== undefined && { ends }),
        ...(rollIfHoliday !== undefined && { rollIfHoliday }),
      }),
    ),
]);

/** Where a rule comes from: one of the named sources, with the item of a list, or in words. */
export const citation = (context: Context) =>
  z
    .strictObject({
      source: z.string().optional(),
      item: z.union([z.string(), z.int()]).optional(),
      zh: z.string().optional(),
      en: z.string().optional(),
      illustrative: z.boolean().optional(),
    })
    .transform((written, ctx): Citation => {
      const { source, item, zh, en, illustrative } = written;
      if (source !== undefined) {
        return (
          cite(context, source, String(item ?? '')) ??
          issue(ctx, 'unknown-source', written, { source })
        );
      }
      if (zh === undefined || en === undefined) return issue(ctx, 'citation-incomplete', written);
      return { text: { zh, en }, illustrative: illustrative ?? false };
    });

/** Null for a source the rulebook does not name. */
export function cite({ sources }: Context, source: string, item: string): Citation | null {
  if (sources === null) return UNREAD;
  const named = sources[source];
  if (named === undefined || item === '') return named ?? null;
  const { text, illustrative } = named;
  return { text: { zh: `${text.zh}第 ${item} 项`, en: `${text.en}, item ${item}` }, illustrative };
}

const UNREAD: Citation = { text: { zh: '', en: '' }, illustrative: true };
