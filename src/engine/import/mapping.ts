import { z } from 'zod';
import type { Zone } from '../../core/time/zone.ts';

/** What is taken from one column through a table, or is the same for every row. */
export const choice = z.strictObject({
  always: z.string().optional(),
  column: z.string().optional(),
  /** What the ledger says -> what we say; null stands for nothing said. */
  table: z.record(z.string(), z.string().nullable()).default({}),
  /** For whatever the table does not have; without it such a row is rejected. */
  otherwise: z.string().nullable().optional(),
});

export const text = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) });
export const name = z.string().regex(/^[a-z0-9][a-z0-9-]{0,62}$/);

/** How a ledger's file is written. */
export const source = z.strictObject({
  zone: z.string(),
  dates: z.enum(['ymd', 'mdy', 'dmy']).default('ymd'),
  encoding: z.enum(['auto', 'utf-8', 'gb18030']).default('auto'),
  delimiter: z.string().length(1).default(','),
  mayLack: z.array(z.string()).default([]),
});

export const OUTCOMES = [
  'FIXED',
  'PARTLY',
  'EXPLAINED_CANNOT',
  'INFO_GIVEN',
  'REDIRECTED',
  'DUPLICATE_OF',
  'WITHDRAWN_BY_PERSON',
  'UNREACHABLE',
  'OUT_OF_SCOPE',
  'UNKNOWN',
] as const;

/** The shape of a mapping's file; docs/import.md says what each part is for. */
export const mappingFile = z.strictObject({
  id: name,
  title: text,
  tenant: name,
  rulebook: z.strictObject({ id: name, inForceFrom: z.string().optional() }),
  calendar: name,
  file: source,
  system: name,
  receivedBy: z.string(),
  columns: z.strictObject({
    number: z.string(),
    opened: z.string(),
    closed: z.string().optional(),
    due: z.string().optional(),
    words: z.array(z.string()).min(1),
    placeDetail: z.array(z.string()).default([]),
    answer: z.string().optional(),
    title: z.string().optional(),
  }),
  /** Columns that name a person: never kept, and taken out of every other text. */
  persons: z.array(z.string()).default([]),
  status: z
    .strictObject({ column: z.string(), open: z.array(z.string()), closed: z.array(z.string()) })
    .optional(),
  kind: choice,
  intake: choice,
  place: choice,
  category: choice.optional(),
  categoryByWords: z
    .strictObject({
      /** What is read: a title says what a matter is, a long text says much besides. */
      columns: z.array(z.string()).min(1),
      /** Characters of keywords found, as `proposeCategory` counts them. */
      least: z.int().positive(),
      /** How many times the next best category's. */
      ahead: z.number().min(1),
    })
    .optional(),
  catchAll: z.array(z.string()).default([]),
  /** Null asks the duty list; without it the ledger's rows were never dispatched. */
  lead: choice.optional(),
  terms: z.record(z.string(), z.string()).default({}),
  outcomes: z
    .array(z.strictObject({ says: z.string().min(1), outcome: z.enum(OUTCOMES) }))
    .default([]),
});

export type MappingFile = z.infer<typeof mappingFile>;
export type Choice = z.infer<typeof choice>;

/** How one ledger becomes cases, read and compiled. */
export interface Mapping extends Omit<MappingFile, 'outcomes' | 'file'> {
  readonly zone: Zone;
  readonly file: Omit<MappingFile['file'], 'zone'>;
  /** In order: the first that fits decides; where none does, the outcome is UNKNOWN. */
  readonly outcomes: readonly {
    readonly says: RegExp;
    readonly outcome: (typeof OUTCOMES)[number];
  }[];
}

/** Every column the mapping reads; the ledger must have those not in `file.mayLack`. */
export function columnsOf(mapping: Mapping): readonly string[] {
  const { number, opened, closed, due, words, placeDetail, answer, title } = mapping.columns;
  const chosen = [mapping.kind, mapping.intake, mapping.place, mapping.category, mapping.lead];
  const all = [
    number,
    opened,
    closed,
    due,
    ...words,
    ...placeDetail,
    answer,
    title,
    ...mapping.persons,
    ...(mapping.categoryByWords?.columns ?? []),
    mapping.status?.column,
    ...chosen.map((one) => one?.column),
  ];
  return [...new Set(all.filter((column) => column !== undefined))];
}
