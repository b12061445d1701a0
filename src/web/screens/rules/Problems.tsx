import { useTranslation } from 'react-i18next';
import type { TableProblem } from '../../../contract/law.ts';
import { useSay } from '../../words/say.ts';

/** A, B, ... Z, AA: how a spreadsheet names its columns. */
export const letterOf = (column: number): string => {
  let left = column;
  let letters = '';
  while (left > 0) {
    const digit = (left - 1) % 26;
    letters = String.fromCharCode(65 + digit) + letters;
    left = (left - 1 - digit) / 26;
  }
  return letters;
};

/** Everything to mend at once, each at the place where a spreadsheet or an editor shows it. */
export const Problems = ({ of }: { of: readonly TableProblem[] }) => {
  const { t } = useTranslation();
  const say = useSay();
  const place = ({ sheet, row, column, columnName }: TableProblem): string =>
    /\.\w+$/.test(sheet)
      ? columnName === null
        ? t('rules.place.text', { file: sheet, row, column })
        : t('rules.place.column', { file: sheet, row, name: say(columnName) })
      : t('rules.place.cell', { sheet, row, column: letterOf(column) });
  return (
    <section className="rules-problems" role="alert">
      <p className="rules-problems-head">{t('rules.problems', { count: of.length })}</p>
      <ol>
        {of.map((problem) => (
          <li key={`${place(problem)} ${problem.code} ${problem.what.en}`}>
            <span className="rules-place">{place(problem)}</span>
            <span>
              {say(problem.what)} {say(problem.next)}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
};
