import type { Rulebook } from '../../core/rulebook/rulebook.ts';
import type { Text } from '../../core/text.ts';
import { parseCivilDate } from '../../core/time/civil.ts';
import { zoneOf } from '../../core/time/zone.ts';
import { FileFault, type FileProblem } from '../yaml/fault.ts';
import { type Path, readYaml, type YamlFile } from '../yaml/read.ts';
import { type Mapping, type MappingFile, mappingFile } from './mapping.ts';
import { badZone, KINDS, lacks, namedIn, oneSource, within } from './sense.ts';

type File = YamlFile<MappingFile>;

/** A mapping, and what is wrong in it once a rulebook is at hand. */
export interface ReadMapping {
  readonly mapping: Mapping;
  /**
   * @throws FileFault naming, by line and column, each unit and category the rulebook does not have
   */
  check(rulebook: Rulebook): void;
}

/**
 * Reads a mapping from its YAML; `file` is the name that problems are reported under.
 *
 * @throws FileFault with every problem of shape, or else of sense, by line and column
 */
export function readMapping(file: string, text: string): ReadMapping {
  const read = readYaml(file, text, mappingFile);
  const { outcomes, file: source, ...rest } = read.value;
  const { zone, ...form } = source;
  const patterns = outcomes.map(({ says, outcome }) => ({
    says: compile(says, rest.terms),
    outcome,
  }));
  const bad = outcomes.flatMap(({ says }, n) =>
    patterns[n]?.says === null ? [badPattern(read, n, says)] : [],
  );
  const problems = [...senseOf(read), ...bad];
  if (problems.length > 0) throw new FileFault(problems);
  const mapping: Mapping = {
    ...rest,
    file: form,
    zone: zoneOf(zone),
    outcomes: patterns.flatMap(({ says, outcome }) => (says === null ? [] : [{ says, outcome }])),
  };
  return { mapping, check: (rulebook) => check(read, rulebook) };
}

/** Terms may be made of terms, no deeper than this. */
const DEPTH = 5;

/** `<done>` stands for the term of that name; letters count the same in either case. */
function compile(says: string, terms: Readonly<Record<string, string>>): RegExp | null {
  let whole = says;
  for (let depth = 0; depth < DEPTH; depth++) {
    whole = whole.replace(/<([a-z]+)>/g, (written, name: string) => terms[name] ?? written);
  }
  if (/<[a-z]+>/.test(whole.replaceAll('?<', ''))) return null;
  try {
    return new RegExp(whole, 'iu');
  } catch {
    return null;
  }
}

const badPattern = (read: File, n: number, says: string): FileProblem =>
  read.problem(
    ['outcomes', n, 'says'],
    { zh: `“${says}”不是有效的匹配式。`, en: `'${says}' is no pattern.` },
    {
      zh: '请核对括号和转义；<名称> 须在 terms 中写明。',
      en: 'Check brackets and escapes; a <name> must stand in terms.',
    },
  );

function senseOf(read: File): readonly FileProblem[] {
  const { file, rulebook, category, categoryByWords } = read.value;
  const problems: FileProblem[] = [];
  const add = (path: Path, what: Text, next: Text) => problems.push(read.problem(path, what, next));
  const { inForceFrom } = rulebook;
  if (inForceFrom !== undefined && parseCivilDate(inForceFrom) === null) {
    add(
      ['rulebook', 'inForceFrom'],
      { zh: `“${inForceFrom}”不是日期。`, en: `'${inForceFrom}' is no date.` },
      { zh: '请写作 2011-01-01。', en: 'Write it like 2011-01-01.' },
    );
  }
  if ((category === undefined) === (categoryByWords === undefined)) {
    add(
      ['category'],
      {
        zh: '分类只能有一个来源：对照表或关键词。',
        en: 'Categories come from one place: a table, or keywords.',
      },
      { zh: '请只留 category 或 categoryByWords。', en: 'Give category or categoryByWords.' },
    );
  }
  const sources = CHOICES.flatMap((key) => oneSource(read, [key], read.value[key]));
  return [...badZone(read, file.zone), ...problems, ...sources];
}

const CHOICES = ['kind', 'intake', 'place', 'category', 'lead'] as const;

const INTAKES = ['counter', 'phone', 'web', 'paper', 'sms', 'grid', 'upstream', 'import'];

function check(read: File, rulebook: Rulebook): void {
  const { receivedBy, catchAll, calendar } = read.value;
  const { units, leaves } = namedIn(rulebook);
  const among = (key: (typeof CHOICES)[number], known: ReadonlySet<string>) =>
    within(read, rulebook, [key], read.value[key], known);
  const problems = [
    ...lacks(read, rulebook, new Set([rulebook.calendar]), calendar, ['calendar']),
    ...lacks(read, rulebook, units, receivedBy, ['receivedBy']),
    ...catchAll.flatMap((code, n) => lacks(read, rulebook, leaves, code, ['catchAll', n])),
    ...among('place', units),
    ...among('lead', units),
    ...among('category', leaves),
    ...among('kind', KINDS),
    ...among('intake', new Set(INTAKES)),
  ];
  if (problems.length > 0) throw new FileFault(problems);
}
