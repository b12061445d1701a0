import { z } from 'zod';
import { Text } from './common.ts';
import { PostView } from './session.ts';

export const CivilDate = z.iso.date();

/** Files as a browser hands them in: a workbook, CSVs named after their tables, or a rulebook's folder. */
export const Uploads = z
  .array(
    z.object({
      name: z.string().min(1).max(120),
      /** Base64. */
      data: z.base64().max(6_000_000),
    }),
  )
  .min(1)
  .max(12);
export type Uploads = z.infer<typeof Uploads>;

const Cell = z.object({ column: z.string(), columnName: Text, value: Text });
const ShownRow = z.object({ key: z.string(), cells: z.array(Cell) });
export type ShownRow = z.infer<typeof ShownRow>;

/** What changed in one table: rows are told apart by their ids, never by their place. */
export const TableChanges = z.object({
  table: z.string(),
  tableName: Text,
  unchanged: z.number(),
  added: z.array(ShownRow),
  removed: z.array(ShownRow),
  changed: z.array(
    z.object({
      key: z.string(),
      cells: z.array(z.object({ column: z.string(), columnName: Text, from: Text, to: Text })),
    }),
  ),
});
export type TableChanges = z.infer<typeof TableChanges>;

/** A part of the law that is no table: as the rulebook's file has it. */
export const PartChange = z.object({ part: z.string(), from: z.string(), to: z.string() });
export type PartChange = z.infer<typeof PartChange>;

/** Something to mend in what was handed in: where, what, and what to do. */
export const TableProblem = z.object({
  code: z.string(),
  /** The sheet, or the file where it is not a workbook. */
  sheet: z.string(),
  row: z.number(),
  column: z.number(),
  /** What the column is called, where it is one of the table's. */
  columnName: Text.nullable(),
  what: Text,
  next: Text,
});
export type TableProblem = z.infer<typeof TableProblem>;

export const TablesQuery = z.object({
  form: z.enum(['xlsx', 'csv']).default('xlsx'),
  /** Which table, where it is CSV. */
  sheet: z.string().max(40).optional(),
  lang: z.enum(['zh', 'en']).optional(),
  /** As the law will stand on that day; as it is in force now, unless said. */
  on: CivilDate.optional(),
});

export const PreviewTables = z.object({
  files: Uploads,
  /** The first day of the law that would come of it; tomorrow unless said. */
  effectiveOn: CivilDate.optional(),
});

/** What the tables would change, before anybody has confirmed anything. */
export const TablesPreview = z.object({
  /** The institution's, to be sent with the confirmation. */
  version: z.number(),
  /** The version of the rulebook that was compared with. */
  base: z.object({ version: z.string(), effectiveFrom: z.string() }),
  /** Said by a rulebook's own file, where one was handed in. */
  draft: z.object({ version: z.string(), effectiveOn: z.string() }).nullable(),
  tables: z.array(TableChanges),
  parts: z.array(PartChange),
  /** Null where no staff were handed in, or not to be seen by the reader. */
  staff: TableChanges.nullable(),
  /** Staff were handed in by someone who does not keep them. */
  staffLeftOut: z.boolean(),
  problems: z.array(TableProblem),
});
export type TablesPreview = z.infer<typeof TablesPreview>;

const Editor = PostView.nullable();

/** A version of the law as those who keep it see it; who acted is a post, null the installation. */
export const VersionView = z.object({
  hash: z.string(),
  id: z.string(),
  version: z.string(),
  effectiveFrom: z.string(),
  evidence: z.string(),
  proposedBy: Editor,
  approvedBy: Editor,
  approvedAt: z.string(),
  standing: z.enum(['past', 'inForce', 'coming']),
  /** Hash of the version it follows, to compare with. */
  follows: z.string().nullable(),
});
export type VersionView = z.infer<typeof VersionView>;

export const LawProposalView = z.object({
  proposal: z.string(),
  hash: z.string(),
  id: z.string(),
  version: z.string(),
  effectiveFrom: z.string(),
  evidence: z.string(),
  proposedBy: Editor,
  proposedAt: z.string(),
  /** Made by the reader's own account: another decides it. */
  own: z.boolean(),
  base: z.string().nullable(),
  end: z
    .object({
      kind: z.enum(['approved', 'takenBack', 'turnedDown', 'overtaken']),
      at: z.string(),
      by: Editor,
      reason: z.string().nullable(),
      /** The version that overtook it. */
      version: z.string().nullable(),
    })
    .nullable(),
});
export type LawProposalView = z.infer<typeof LawProposalView>;

export const LawView = z.object({
  version: z.number(),
  versions: z.array(VersionView),
  proposals: z.array(LawProposalView),
});
export type LawView = z.infer<typeof LawView>;

const hash = z.string().min(1).max(100);
export const DifferencesQuery = z.object({ from: hash, to: hash });

export const Differences = z.object({
  from: z.object({ version: z.string(), effectiveFrom: z.string() }),
  to: z.object({ version: z.string(), effectiveFrom: z.string() }),
  tables: z.array(TableChanges),
  parts: z.array(PartChange),
});
export type Differences = z.infer<typeof Differences>;
