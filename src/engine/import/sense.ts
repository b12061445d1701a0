import { isLeaf } from '../../core/authority/category.ts';
import type { Rulebook } from '../../core/rulebook/rulebook.ts';
import { isZone } from '../../core/time/zone.ts';
import type { FileProblem } from '../yaml/fault.ts';
import type { Path, YamlFile } from '../yaml/read.ts';
import type { Choice } from './mapping.ts';

/** Checks over a mapping's file that its schema cannot make, whatever the mapping is for. */

type File = Pick<YamlFile<unknown>, 'problem'>;

export const KINDS: ReadonlySet<string> = new Set(['consult', 'help', 'complaint', 'suggestion']);

export const badZone = (file: File, zone: string): readonly FileProblem[] =>
  isZone(zone)
    ? []
    : [
        file.problem(
          ['file', 'zone'],
          { zh: `没有“${zone}”这个时区。`, en: `There is no time zone '${zone}'.` },
          { zh: '请填 IANA 时区名，如 Asia/Shanghai。', en: 'Write an IANA name.' },
        ),
      ];

export function oneSource(
  file: File,
  path: Path,
  choice: Choice | undefined,
): readonly FileProblem[] {
  if (choice === undefined) return [];
  if ((choice.always === undefined) !== (choice.column === undefined)) return [];
  const key = path.join('.');
  return [
    file.problem(
      path,
      {
        zh: `${key} 须写 always 或者 column，二者取一。`,
        en: `${key} takes either 'always' or 'column'.`,
      },
      {
        zh: '每行相同写 always；逐行不同写 column 和 table。',
        en: "Write 'always' where all rows agree, 'column' and 'table' where they differ.",
      },
    ),
  ];
}

/** What a rulebook has of what mappings name. */
export const namedIn = (rulebook: Rulebook) => ({
  units: new Set(rulebook.units.map(({ id }) => id)),
  leaves: new Set(
    rulebook.categories.filter((one) => isLeaf(rulebook, one)).map(({ code }) => code),
  ),
});

export const lacks = (
  file: File,
  rulebook: Rulebook,
  known: ReadonlySet<string>,
  value: string | null,
  path: Path,
): readonly FileProblem[] =>
  value === null || known.has(value) ? [] : [unknown(file, rulebook, path, value)];

/** Each value a choice may come to that is not among the known. */
export const within = (
  file: File,
  rulebook: Rulebook,
  path: Path,
  choice: Choice | undefined,
  known: ReadonlySet<string>,
): readonly FileProblem[] =>
  valuesOf(choice, path).flatMap((one) => lacks(file, rulebook, known, one.value, one.path));

export function valuesOf(choice: Choice | undefined, at: Path) {
  if (choice === undefined) return [];
  const { always, table, otherwise } = choice;
  return [
    ...(always === undefined ? [] : [{ value: always, path: [...at, 'always'] }]),
    ...Object.entries(table).map(([from, value]) => ({ value, path: [...at, 'table', from] })),
    ...(otherwise === undefined ? [] : [{ value: otherwise, path: [...at, 'otherwise'] }]),
  ];
}

const unknown = (file: File, rulebook: Rulebook, path: Path, value: string) =>
  file.problem(
    path,
    {
      zh: `规则库 ${rulebook.id} ${rulebook.version} 中没有“${value}”。`,
      en: `The rulebook ${rulebook.id} ${rulebook.version} has no '${value}'.`,
    },
    {
      zh: '请核对规则库的 units.csv 与 categories.csv；事项类别只能是最细一级。',
      en: 'Check units.csv and categories.csv of the rulebook; only categories without others beneath them count.',
    },
  );
