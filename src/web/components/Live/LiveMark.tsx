import { useTranslation } from 'react-i18next';
import { useLive } from '../../server/live.ts';
import './live.css';

/** Keeps the screen live while it stands on it, and says whether it is. */
export const LiveMark = () => {
  const { t } = useTranslation();
  const standing = useLive();
  return (
    <span className={`live live-${standing}`} role="status">
      {t(`live.${standing}`)}
    </span>
  );
};
