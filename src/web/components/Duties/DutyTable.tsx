import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { DutyRow } from '../../../contract/unit.ts';
import { useSay } from '../../words/say.ts';
import { Left } from '../Clock/Left.tsx';
import { Instant } from '../Instant.tsx';
import './duty-table.css';

const Matter = ({ row }: { row: DutyRow }) => {
  const { t } = useTranslation();
  const say = useSay();
  const title = row.title ?? (row.categoryName ? say(row.categoryName) : t('case.untitled'));
  return (
    <>
      {row.first && <strong className="left-breach">{t('case.emergencyMark')} </strong>}
      {row.case ? (
        <Link to="/cases/$id" params={{ id: row.case }}>
          {title}
        </Link>
      ) : (
        title
      )}
      <span className="duty-place">{say(row.placeName)}</span>
    </>
  );
};

interface DutyTableProps {
  readonly rows: readonly DutyRow[];
  /** A last column of one's own: room to write. */
  readonly room?: string;
}

const Cell = ({ name, children }: { name: string; children: ReactNode }) => (
  <td data-name={name}>{children}</td>
);

/** What is due, on paper and on a telephone: a table there, a block for each here. */
export const DutyTable = ({ rows, room }: DutyTableProps) => {
  const { t } = useTranslation();
  const say = useSay();
  return (
    <table className="duty-table">
      <thead>
        <tr>
          <th scope="col">{t('sheet.due')}</th>
          <th scope="col">{t('sheet.what')}</th>
          <th scope="col">{t('sheet.who')}</th>
          <th scope="col">{t('sheet.last')}</th>
          <th scope="col">{room ?? t('sheet.waits')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={`${row.case} ${row.act} ${row.who.en}`}>
            <Cell name={t('sheet.due')}>
              <Left tone={row.tone} left={row.left} />
              {row.dueAt && (
                <span className="duty-place">
                  <Instant at={row.dueAt} ending />
                </span>
              )}
            </Cell>
            <Cell name={t('sheet.what')}>
              <strong>{say(row.actName)}</strong> <Matter row={row} />
            </Cell>
            <Cell name={t('sheet.who')}>{say(row.who)}</Cell>
            <Cell name={t('sheet.last')}>
              {row.last ? (
                <>
                  {say(row.last.sentence)}
                  <span className="duty-place">
                    <Instant at={row.last.at} />
                  </span>
                </>
              ) : (
                t('sheet.nothing')
              )}
            </Cell>
            <Cell name={room ?? t('sheet.waits')}>
              {!room &&
                (row.waits.length === 0
                  ? t('sheet.nothing')
                  : row.waits
                      .map(({ who, actName }) => `${say(who)} · ${say(actName)}`)
                      .join(t('list.comma')))}
            </Cell>
          </tr>
        ))}
      </tbody>
    </table>
  );
};
