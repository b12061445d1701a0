import { z } from 'zod';
import { KNOWN } from '../../core/case/state.ts';
import type { UpstreamWord } from '../../core/case/words.ts';
import type { Zone } from '../../core/time/zone.ts';
import { choice, name, OUTCOMES, source, text } from '../import/mapping.ts';

/** The system's name as people call it: it stands before the number of each order. */
const system = z.string().regex(/^[^:\s]{1,40}$/u);

export const WORDS = [
  'FIXED',
  'PARTLY',
  'EXPLAINED_CANNOT',
  'INFO_GIVEN',
  'UNREACHABLE',
  'NOT_SOLVED',
  'NOT_CONTACTED',
  'TAKEN_BACK',
] as const satisfies readonly UpstreamWord[];

/** The shape of a mapping that reads orders in; docs/orders.md says what each part is for. */
export const ordersInFile = z.strictObject({
  id: name,
  title: text,
  /** The only institution it is for; any, unless said. */
  tenant: name.optional(),
  file: source,
  system,
  receivedBy: z.string(),
  columns: z.strictObject({
    number: z.string(),
    due: z.string().optional(),
    state: z.string().optional(),
    title: z.string().optional(),
    words: z.array(z.string()).min(1),
    placeDetail: z.array(z.string()).default([]),
  }),
  contact: z
    .strictObject({ name: z.string().optional(), telephone: z.string().optional() })
    .default({}),
  kind: choice,
  place: choice,
  category: choice.optional(),
  /** Columns in which that system says what came of it; the first that says anything counts. */
  heard: z.array(choice).default([]),
});
export type OrdersInFile = z.infer<typeof ordersInFile>;

/** How the sheets of a system above become orders, read and compiled. */
export interface OrdersIn extends Omit<OrdersInFile, 'file'> {
  readonly zone: Zone;
  readonly file: Omit<OrdersInFile['file'], 'zone'>;
  /** Columns that name a person: taken out of every text but their own. */
  readonly persons: readonly string[];
}

/** What a cell of a reply sheet can say of a case. */
export const SAYS = [
  'number',
  'title',
  'category',
  'place',
  'lead',
  'due',
  'state',
  'return',
  'extension',
  'until',
  'reply',
  'replied',
  'outcome',
  'citation',
  'nothing',
] as const;
export type Says = (typeof SAYS)[number];

/** The shape of a mapping that writes what we say back. */
export const ordersOutFile = z.strictObject({
  id: name,
  title: text,
  tenant: name.optional(),
  system,
  file: z.strictObject({
    zone: z.string(),
    /** Where the sheet an order came in is not known. */
    form: z.enum(['xlsx', 'csv', 'csv-gb18030']).default('xlsx'),
    delimiter: z.string().length(1).default(','),
  }),
  /** In the order in which they stand in the sheet. */
  columns: z.array(z.strictObject({ name: z.string().min(1), says: z.enum(SAYS) })).min(1),
  /** Our states in their words. */
  states: z.partialRecord(z.enum(KNOWN), z.string()).default({}),
  outcomes: z.partialRecord(z.enum(OUTCOMES), z.string()).default({}),
});
export type OrdersOutFile = z.infer<typeof ordersOutFile>;

/** How what a case has to say becomes a row of their sheet. */
export interface OrdersOut extends Omit<OrdersOutFile, 'file'> {
  readonly zone: Zone;
  readonly file: Omit<OrdersOutFile['file'], 'zone'>;
}

/** Every column the mapping reads; a sheet must have those not in `file.mayLack`. */
export function columnsIn(mapping: OrdersIn): readonly string[] {
  const { number, due, state, title, words, placeDetail } = mapping.columns;
  const chosen = [mapping.kind, mapping.place, mapping.category, ...mapping.heard];
  const all = [
    number,
    due,
    state,
    title,
    ...words,
    ...placeDetail,
    mapping.contact.name,
    mapping.contact.telephone,
    ...chosen.map((one) => one?.column),
  ];
  return [...new Set(all.filter((column) => column !== undefined))];
}
