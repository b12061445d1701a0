import { useTranslation } from 'react-i18next';
import type { LoadView } from '../../../contract/whistles.ts';
import './load-bar.css';

interface LoadBarProps {
  readonly load: LoadView;
  /** With the figures beside it; else they are for screen readers and the pointer. */
  readonly words?: boolean;
}

/** How many call-outs a unit answers now, of how many it can: contention, seen at a glance. */
export const LoadBar = ({ load, words = false }: LoadBarProps) => {
  const { t } = useTranslation();
  const { live, capacity } = load;
  const said = t('load.of', { live, capacity });
  const part = capacity === 0 ? 1 : Math.min(1, live / capacity);
  return (
    <span className="load" title={words ? undefined : said}>
      <span className="load-track" aria-hidden="true">
        <span
          className={live >= capacity ? 'load-live load-full' : 'load-live'}
          style={{ inlineSize: `${Math.round(part * 100)}%` }}
        />
      </span>
      <span className={words ? 'small quiet' : 'unseen'}>{said}</span>
    </span>
  );
};
