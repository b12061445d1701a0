import { outcomeWords, roleWords, statusWords } from '../../src/contract/words.ts';
import type { SourceFile, Violation } from './source.ts';

type Words = Readonly<Record<string, { readonly zh: string; readonly en: string }>>;

/** The tables of GLOSSARY.md that the catalogue of words says over again, by their headings. */
const TABLES: Readonly<Record<string, Words>> = {
  Roles: roleWords,
  States: statusWords,
  Outcomes: outcomeWords,
};

const PAGE = 'GLOSSARY.md';

/** One concept, one name: the screens say what the glossary says, code by code, and nothing else. */
export function glossary(files: SourceFile[], tables = TABLES): Violation[] {
  const page = files.find(({ path }) => path === PAGE);
  if (page === undefined) return [];
  return Object.entries(tables).flatMap(([heading, words]) => {
    const rows = rowsUnder(page.text, heading);
    const listed = new Set(rows.map(({ code }) => code));
    const missing = Object.keys(words).filter((code) => !listed.has(code));
    return [
      ...missing.map((code) => wrong(1, `${heading} has no line for \`${code}\``)),
      ...rows.flatMap(({ line, en, zh, code }) => {
        const said = words[code];
        return said?.en === en && said.zh === zh
          ? []
          : wrong(
              line,
              `\`${code}\` is ${en} ${zh} here, and ${said?.en} ${said?.zh} on the screens`,
            );
      }),
    ];
  });
}

const wrong = (line: number, what: string): Violation => ({
  path: PAGE,
  line,
  message: `${what}: one concept has one name (src/contract/words.ts)`,
});

/** The rows `| English | 中文 | \`code\` |` of the section whose heading begins so. */
function rowsUnder(text: string, heading: string) {
  let here = false;
  return text.split('\n').flatMap((row, n) => {
    if (row.startsWith('#')) here = row.replace(/^#+ /, '').startsWith(heading);
    const cells = /^\| (.+?) \| (.+?) \| `(\w+)` \|/.exec(row);
    if (!here || cells === null) return [];
    const [, en = '', zh = '', code = ''] = cells;
    return [{ line: n + 1, en, zh, code }];
  });
}
