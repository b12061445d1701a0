import type { Text } from '../text.ts';
import { type Finding, finding, type Path } from './finding.ts';
import type { Rulebook } from './rulebook.ts';

/** Tables whose rows are known by one of their fields. */
const KEYS = {
  units: 'id',
  offices: 'id',
  halls: 'id',
  ranks: 'code',
  urgencies: 'code',
  categories: 'code',
  duties: 'id',
  powers: 'id',
  channels: 'code',
  suspensionReasons: 'code',
  objectionBases: 'code',
  supports: 'id',
} as const;

type Table = keyof typeof KEYS;

/** Every id once in its table; every text in both languages, wherever in the rulebook it stands. */
export function checkWords(rulebook: Rulebook): readonly Finding[] {
  return [...duplicates(rulebook), ...missingTexts(rulebook, [])];
}

function duplicates(rulebook: Rulebook): readonly Finding[] {
  return (Object.keys(KEYS) as Table[]).flatMap((table) => {
    const ids = idsOf(rulebook, table);
    return ids.flatMap((id, at) =>
      ids.indexOf(id) === at ? [] : [finding('duplicate-id', [table, at, KEYS[table]], { id })],
    );
  });
}

function idsOf(rulebook: Rulebook, table: Table): readonly string[] {
  return rulebook[table].map((row) => ('id' in row ? row.id : row.code));
}

function missingTexts(value: unknown, path: Path): readonly Finding[] {
  if (typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) return value.flatMap((each, at) => missingTexts(each, [...path, at]));
  if (isText(value)) {
    return (['zh', 'en'] as const)
      .filter((language) => value[language].trim() === '')
      .map((language) => finding('missing-text', [...path, language], { language }));
  }
  return Object.entries(value).flatMap(([key, each]) => missingTexts(each, [...path, key]));
}

const isText = (value: object): value is Text =>
  'zh' in value && 'en' in value && typeof value.zh === 'string' && typeof value.en === 'string';
