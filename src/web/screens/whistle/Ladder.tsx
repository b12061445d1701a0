import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { whistleActWords } from '../../../contract/whistle-words.ts';
import { Countdown } from '../../components/Clock/Countdown.tsx';
import { useSay } from '../../words/say.ts';
import type { Open, Timed } from './open.ts';

/** What follows a missed promise, rung by rung, and who has to act on it by when. */
export const Ladder = ({ of, open }: { of: Timed; open: Open }) => {
  const { t } = useTranslation();
  const say = useSay();
  if (of.ladder.length === 0) return null;
  const may = of.acts.some(({ act, allowed }) => act === 'supervise' && allowed);
  return (
    <section className="stack" aria-label={t('ladder.title')}>
      <h2>{t('ladder.title')}</h2>
      <ul className="stack">
        {of.ladder.map((rung) => (
          <li key={`${rung.unit} ${rung.timer?.id}`} className="inline">
            <span>
              {t('ladder.missed', { unit: say(rung.unitName), clock: say(rung.clockName) })}
            </span>
            <strong>
              {t(`ladder.${rung.act}`)}
              {rung.byName && ` · ${say(rung.byName)}`}
            </strong>
            {rung.answered ? (
              <span className="left-done">{t('ladder.answered')}</span>
            ) : (
              rung.timer && <Countdown clock={rung.timer} from={of} />
            )}
            {may && !rung.answered && rung.act !== 'remind' && (
              <Button size="small" onClick={() => open('supervise', { unit: rung.unit })}>
                {say(whistleActWords.supervise)}
                <span className="unseen"> {say(rung.unitName)}</span>
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
};
