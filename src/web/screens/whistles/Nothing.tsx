import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';

/** An empty board says what a whistle is for and where one is begun. */
export const Nothing = ({ filtered, clear }: { filtered: boolean; clear: () => void }) => {
  const { t } = useTranslation();
  if (filtered) {
    return (
      <p className="inline">
        {t('board.noMatch')} <Button onClick={clear}>{t('list.clear')}</Button>
      </p>
    );
  }
  return (
    <div className="board-nothing stack">
      <p className="board-nothing-head">{t('board.nothing')}</p>
      <p>{t('board.nothingWhy')}</p>
      <p>
        <Link to="/cases">{t('next.nothingCases')}</Link>
      </p>
    </div>
  );
};
