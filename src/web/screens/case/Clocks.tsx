import { useTranslation } from 'react-i18next';
import type { CaseView, ClockView } from '../../../contract/cases.ts';
import { actWords } from '../../../contract/words.ts';
import { ClockCard } from '../../components/Clock/ClockCard.tsx';
import { Left } from '../../components/Clock/Left.tsx';
import { Instant } from '../../components/Instant.tsx';
import { useSay } from '../../words/say.ts';

const standing = (clock: ClockView): boolean =>
  clock.status === 'running' || clock.status === 'suspended';

type Due = NonNullable<NonNullable<CaseView['emergency']>['due']>;

/** No promise of the law's runs on it: it is due from the moment the number was shown. */
const Handover = ({ due }: { due: Due }) => {
  const { t } = useTranslation();
  const say = useSay();
  return (
    <section className="clock">
      <h3>{say(actWords['confirm-handover'])}</h3>
      <p className="clock-left">
        <Left tone="breach" left={due.left} />
      </p>
      <p>
        {t('clock.due')} <Instant at={due.at} />
      </p>
      <p className="quiet">{t('clock.handover')}</p>
    </section>
  );
};

interface ClocksProps {
  readonly of: readonly ClockView[];
  readonly handover?: Due | null;
}

/** What runs now, the nearest first; what has ended folds away but never disappears. */
export const Clocks = ({ of, handover = null }: ClocksProps) => {
  const { t } = useTranslation();
  const now = of.filter(standing).sort((a, b) => a.dueAt.localeCompare(b.dueAt));
  const over = of.filter((clock) => !standing(clock));
  const late = over.filter((clock) => clock.breachedAt !== null).length;
  return (
    <section className="stack" aria-label={t('case.clocks')}>
      <h2>{t('case.clocks')}</h2>
      {handover && <Handover due={handover} />}
      {now.length === 0 && !handover && <p className="quiet">{t('clock.noneRunning')}</p>}
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
