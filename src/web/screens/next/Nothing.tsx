import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';

/** An empty list says why it is empty and what would fill it. */
export const Nothing = ({ filtered, clear }: { filtered: boolean; clear: () => void }) => {
  const { t } = useTranslation();
  if (filtered) {
    return (
      <p className="inline">
        {t('next.noMatch')} <Button onClick={clear}>{t('list.clear')}</Button>
      </p>
    );
  }
  return (
    <div className="next-nothing stack">
      <p className="next-nothing-head">{t('next.nothing')}</p>
      <p>{t('next.nothingWhy')}</p>
      <p className="inline">
        <Link to="/cases">{t('next.nothingCases')}</Link>
        <Link to="/register">{t('next.nothingRegister')}</Link>
      </p>
    </div>
  );
};
