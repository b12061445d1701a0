import { z } from 'zod';
import { UNIT_TYPES } from '../../core/rulebook/rulebook.ts';
import { citationIn, filled, name, optional, orNothing, several, sourced } from './cells.ts';
import { type Context, day, lastDay } from './fields.ts';
import { supportRows } from './support.ts';

/**
 * The large tables, a file each. Cells arrive as text; what leaves is the rulebook's own shape.
 * `effectiveFrom` stands for an empty `validFrom`.
 */
export function tables(context: Context, effectiveFrom: number) {
  const validFrom = orNothing(day(context)).transform((from) => from ?? effectiveFrom);
  // The file names the last day on which a line holds; the rulebook the instant it ends.
  const validThrough = orNothing(lastDay(context));
  const span = { validFrom, validThrough };
  const citationOf = citationIn(context);

  return {
    units: z
      .strictObject({
        id: filled,
        type: z.enum(UNIT_TYPES),
        parent: optional,
        division: optional,
        ...name,
        telephone: optional,
      })
      .transform(({ zh, en, ...unit }) => ({ ...unit, name: { zh, en } })),
    offices: z
      .strictObject({ id: filled, unit: filled, ...name })
      .transform(({ zh, en, ...office }) => ({ ...office, name: { zh, en } })),
    halls: z
      .strictObject({
        id: filled,
        unit: filled,
        ...name,
        address_zh: z.string(),
        address_en: z.string(),
        hours_zh: z.string(),
        hours_en: z.string(),
        telephone: filled,
      })
      .transform(({ id, unit, zh, en, telephone, ...hall }) => ({
        id,
        unit,
        name: { zh, en },
        address: { zh: hall.address_zh, en: hall.address_en },
        hours: { zh: hall.hours_zh, en: hall.hours_en },
        telephone,
      })),
    categories: z
      .strictObject({
        code: filled,
        parent: optional,
        ...name,
        urgency: filled,
        emergency: optional,
        channel: optional,
        keywords: several,
      })
      .transform(({ zh, en, ...category }) => ({ ...category, name: { zh, en } })),
    duties: z
      .strictObject({
        id: filled,
        holder: filled,
        category: filled,
        mode: z.enum(['BASIC', 'SUPPORT', 'WITHDRAWN']),
        lead: optional,
        ...sourced,
        ...span,
      })
      .transform(({ source, item, validThrough: validTo, ...duty }, ctx) => ({
        ...duty,
        validTo,
        citation: citationOf({ source, item }, ctx),
      })),
    powers: z
      .strictObject({
        id: filled,
        ...name,
        categories: several,
        delegable: z.enum(['no', 'statutory', 'internal']),
        ...sourced,
      })
      .transform(({ zh, en, source, item, ...power }, ctx) => ({
        ...power,
        name: { zh, en },
        citation: citationOf({ source, item }, ctx),
      })),
    holdings: z
      .strictObject({ power: filled, holder: filled, rank: filled, scope: optional, ...span })
      .transform(({ validThrough: validTo, ...holding }) => ({ ...holding, validTo })),
    supports: supportRows(context),
  };
}

export type TableName = keyof ReturnType<typeof tables>;

export const TABLES: readonly TableName[] = [
  'units',
  'offices',
  'halls',
  'categories',
  'duties',
  'powers',
  'holdings',
  'supports',
];

/** The columns of a table's file, in the order they are written. */
export const COLUMNS: Readonly<Record<TableName, readonly string[]>> = {
  units: ['id', 'type', 'parent', 'division', 'zh', 'en', 'telephone'],
  offices: ['id', 'unit', 'zh', 'en'],
  halls: [
    'id',
    'unit',
    'zh',
    'en',
    'address_zh',
    'address_en',
    'hours_zh',
    'hours_en',
    'telephone',
  ],
  categories: ['code', 'parent', 'zh', 'en', 'urgency', 'emergency', 'channel', 'keywords'],
  duties: [
    'id',
    'holder',
    'category',
    'mode',
    'lead',
    'source',
    'item',
    'validFrom',
    'validThrough',
  ],
  powers: ['id', 'zh', 'en', 'categories', 'delegable', 'source', 'item'],
  holdings: ['power', 'holder', 'rank', 'scope', 'validFrom', 'validThrough'],
  supports: [
    'id',
    'zh',
    'en',
    'instrument',
    'provider',
    'needs',
    'conditions',
    'documents',
    'within',
    'most',
    'source',
    'item',
  ],
};

/** Which column a field of the rulebook's own shape was read from. */
export function columnOf(path: readonly (string | number)[]): string {
  const [field = '', part] = path;
  if (field === 'validTo') return 'validThrough';
  if (field === 'citation') return 'source';
  if (field === 'name') return String(part ?? 'zh');
  if (field === 'address' || field === 'hours') return `${field}_${part ?? 'zh'}`;
  return String(field);
}
