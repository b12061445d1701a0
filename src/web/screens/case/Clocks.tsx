import { useTranslation } from 'react-i18next';
import type { ClockView } from '../../../contract/cases.ts';
import { ClockCard } from '../../components/Clock/ClockCard.tsx';

const standing = (clock: ClockView): boolean =>
  clock.status === 'running' || clock.status === 'suspended';

/** What runs now, the nearest first; what has ended folds away but never disappears. */
export const Clocks = ({ of }: { of: readonly ClockView[] }) => {
  const { t } = useTranslation();
  const now = of.filter(standing).sort((a, b) => a.dueAt.localeCompare(b.dueAt));
  const over = of.filter((clock) => !standing(clock));
  const late = over.filter((clock) => clock.breachedAt !== null).length;
  return (
    <section className="stack" aria-label={t('case.clocks')}>
      <h2>{t('case.clocks')}</h2>
      {now.length === 0 && <p className="quiet">{t('clock.noneRunning')}</p>}
      {now.map((clock) => (
        <ClockCard key={clock.id} clock={clock} />
      ))}
      {over.length > 0 && (
        <details className="case-over">
          <summary>
            {t('case.clocksOver', { count: over.length })}
            {late > 0 && (
              <span className="left-breach"> {t('case.clocksLate', { count: late })}</span>
            )}
          </summary>
          <div className="stack">
            {over.map((clock) => (
              <ClockCard key={clock.id} clock={clock} />
            ))}
          </div>
        </details>
      )}
    </section>
  );
};
