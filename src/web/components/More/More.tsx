import { Button } from 'antd';
import { useTranslation } from 'react-i18next';

interface MoreProps {
  readonly shown: number;
  readonly more: boolean;
  readonly loading: boolean;
  readonly load: () => void;
}

/** How many rows stand here, and a way to the following ones; never an endless scroll. */
export const More = ({ shown, more, loading, load }: MoreProps) => {
  const { t } = useTranslation();
  return (
    <p className="inline quiet">
      <span>{t(more ? 'list.shownOfMore' : 'list.shownAll', { count: shown })}</span>
      {more && (
        <Button onClick={load} loading={loading}>
          {t('list.more')}
        </Button>
      )}
    </p>
  );
};
