import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PartChange, ShownRow, TableChanges } from '../../../contract/law.ts';
import { useSay } from '../../words/say.ts';

/** More rows than this are folded away: a screen of four hundred says nothing. */
const AT_FIRST = 20;

const Rows = ({ rows, sign }: { rows: readonly ShownRow[]; sign: 'added' | 'removed' }) => {
  const { t } = useTranslation();
  const say = useSay();
  const [shown, setShown] = useState(AT_FIRST);
  if (rows.length === 0) return null;
  return (
    <>
      <h4>{t(`rules.${sign}`)}</h4>
      <ul className="changes-rows">
        {rows.slice(0, shown).map((row) => (
          <li key={row.key}>
            <span className="changes-key">{row.key}</span>
            <span>
              {row.cells
                .filter(({ value }) => say(value) !== row.key)
                .map(({ column, columnName, value }) => (
                  <span key={column} className="changes-cell">
                    <span className="quiet">{say(columnName)}</span> {say(value)}
                  </span>
                ))}
            </span>
          </li>
        ))}
      </ul>
      <Rest of={rows.length - shown} show={() => setShown(rows.length)} />
    </>
  );
};

const Rest = ({ of, show }: { of: number; show: () => void }) => {
  const { t } = useTranslation();
  if (of <= 0) return null;
  return (
    <div className="no-print">
      <Button onClick={show}>{t('rules.more', { count: of })}</Button>
    </div>
  );
};

const Changed = ({ rows }: { rows: TableChanges['changed'] }) => {
  const { t } = useTranslation();
  const say = useSay();
  const [shown, setShown] = useState(AT_FIRST);
  if (rows.length === 0) return null;
  return (
    <>
      <h4>{t('rules.changed')}</h4>
      <ul className="changes-rows">
        {rows.slice(0, shown).map((row) => (
          <li key={row.key}>
            <span className="changes-key">{row.key}</span>
            <span>
              {row.cells.map(({ column, columnName, from, to }) => (
                <span key={column} className="changes-cell">
                  <span className="quiet">{say(columnName)}</span>{' '}
                  {t('rules.fromTo', {
                    from: say(from) || t('rules.empty'),
                    to: say(to) || t('rules.empty'),
                  })}
                </span>
              ))}
            </span>
          </li>
        ))}
      </ul>
      <Rest of={rows.length - shown} show={() => setShown(rows.length)} />
    </>
  );
};

const Table = ({ of }: { of: TableChanges }) => {
  const { t } = useTranslation();
  const say = useSay();
  const counts = {
    added: of.added.length,
    changed: of.changed.length,
    removed: of.removed.length,
    unchanged: of.unchanged,
  };
  const words = of.table === 'staff' ? 'rules.countsStaff' : 'rules.counts';
  return (
    <section className="changes-table">
      <h3 className="inline">
        {say(of.tableName)}
        <span className="quiet changes-counts">{t(words, counts)}</span>
      </h3>
      <Changed rows={of.changed} />
      <Rows rows={of.added} sign="added" />
      <Rows rows={of.removed} sign="removed" />
    </section>
  );
};

/** What differs, table by table, row by row: from what to what. */
export const Changes = ({
  tables,
  parts = [],
}: {
  tables: readonly TableChanges[];
  parts?: readonly PartChange[];
}) => {
  const { t } = useTranslation();
  if (tables.length === 0 && parts.length === 0) return <p>{t('rules.nothing')}</p>;
  return (
    <div className="stack">
      {tables.map((one) => (
        <Table key={one.table} of={one} />
      ))}
      {parts.length > 0 && (
        <section className="changes-table">
          <h3>{t('rules.parts')}</h3>
          <ul className="changes-rows">
            {parts.map(({ part, from, to }) => (
              <li key={`${part} ${from} ${to}`}>
                <span className="changes-key">{part}</span>
                <span className="changes-part">
                  <code>{from || t('rules.empty')}</code> → <code>{to || t('rules.empty')}</code>
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
};
