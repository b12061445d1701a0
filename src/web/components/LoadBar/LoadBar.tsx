import { useTranslation } from 'react-i18next';
import type { LoadView } from '../../../contract/whistles.ts';
import './load-bar.css';

/** How many call-outs a unit answers now, of how many it can: contention, seen at a glance. */
export const LoadBar = ({ load }: { load: LoadView }) => {
  const { t } = useTranslation();
  const { live, capacity } = load;
  const part = capacity === 0 ? 1 : Math.min(1, live / capacity);
  return (
    <span className="load">
      <span className="load-track" aria-hidden="true">
        <span
          className={live >= capacity ? 'load-live load-full' : 'load-live'}
          style={{ inlineSize: `${Math.round(part * 100)}%` }}
        />
      </span>
      <span className="small quiet">{t('load.of', { live, capacity })}</span>
    </span>
  );
};
