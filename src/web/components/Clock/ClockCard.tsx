import { useTranslation } from 'react-i18next';
import type { ClockView } from '../../../contract/cases.ts';
import { useSay } from '../../words/say.ts';
import { Instant } from '../Instant.tsx';
import { Law } from '../Law/Law.tsx';
import { Left } from './Left.tsx';

const Times = ({ clock }: { clock: ClockView }) => {
  const { t } = useTranslation();
  const say = useSay();
  return (
    <dl className="clock-times">
      <dt>{t('clock.started')}</dt>
      <dd>
        <Instant at={clock.startedAt} />
      </dd>
      {clock.legalDueAt && clock.legalDueAt !== clock.dueAt && (
        <>
          <dt>{t('clock.legalDue')}</dt>
          <dd>
            <Instant at={clock.legalDueAt} ending />
          </dd>
        </>
      )}
      {clock.breachedAt && (
        <>
          <dt>{t('clock.breached')}</dt>
          <dd>
            <Instant at={clock.breachedAt} />
          </dd>
        </>
      )}
      {clock.endedAt && (
        <>
          <dt>{t('clock.ended')}</dt>
          <dd>
            <Instant at={clock.endedAt} />
          </dd>
        </>
      )}
      {clock.suspensions.map((pause) => (
        <div className="clock-pause" key={pause.from}>
          <dt>{t('clock.suspended')}</dt>
          <dd>
            {say(pause.reason)} · <Instant at={pause.from} />
            {pause.to ? (
              <>
                {' – '}
                <Instant at={pause.to} ending />
              </>
            ) : (
              ` · ${t('clock.stillSuspended')}`
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
};

/** One clock: what is left, when it is due, and one tap to the sentence that explains it. */
export const ClockCard = ({ clock }: { clock: ClockView }) => {
  const { t } = useTranslation();
  const say = useSay();
  const over = clock.status === 'met' || clock.status === 'void';
  return (
    <section className={over ? 'clock clock-over' : 'clock'}>
      <h3>
        {say(clock.kindName)} <span className="quiet">· {say(clock.unitName)}</span>
      </h3>
      {clock.kind === 'upstream' && <p className="quiet">{say(clock.citation.text)}</p>}
      <p className="clock-left">
        <Left tone={clock.tone} left={clock.left} />
      </p>
      <p>
        {t('clock.due')} <Instant at={clock.dueAt} ending />
      </p>
      {clock.provisional && <p className="quiet">{t('clock.provisional')}</p>}
      <details>
        <summary>{t('clock.why')}</summary>
        <div className="stack clock-why">
          <p>{say(clock.because)}</p>
          <Times clock={clock} />
          <Law citation={clock.citation} />
        </div>
      </details>
    </section>
  );
};
