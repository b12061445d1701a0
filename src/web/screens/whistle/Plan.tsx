import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { isWhistleAct } from '../../acts/whistle-forms.ts';
import { Countdown } from '../../components/Clock/Countdown.tsx';
import { Instant } from '../../components/Instant.tsx';
import { useSay } from '../../words/say.ts';
import type { Open, Timed } from './open.ts';

/** The joint plan: what, who, by when, with which power, and what came of it. */
export const Plan = ({ of, open }: { of: Timed; open: Open }) => {
  const { t } = useTranslation();
  const say = useSay();
  if (of.steps.length === 0) return null;
  return (
    <section className="stack" aria-label={t('plan.title')}>
      <h2>{t('plan.title')}</h2>
      <ol className="plan">
        {of.steps.map((step) => (
          <li key={step.n} className={`plan-step plan-${step.status}`}>
            <p className="plan-what">{step.what}</p>
            <p>
              <strong>{say(step.ownerName)}</strong>
              {step.power && <span className="quiet"> · {say(step.power.name)}</span>}
              <span className="quiet">
                {' · '}
                {t('clock.due')} <Instant at={step.clock.dueAt} ending />
              </span>
            </p>
            <p className="inline">
              {step.status === 'open' ? (
                <Countdown clock={step.clock} from={of} />
              ) : (
                <span className={step.status === 'finished' ? 'left-done' : 'quiet'}>
                  {t(`plan.${step.status}`)}
                </span>
              )}
              {step.status !== 'open' && step.clock.breachedAt && (
                <span className="left-breach">{t('plan.late')}</span>
              )}
              {step.acts.map(
                ({ act, name, allowed }) =>
                  allowed &&
                  isWhistleAct(act) && (
                    <Button key={act} size="small" onClick={() => open(act, { step: step.n })}>
                      {say(name)}
                      <span className="unseen"> {step.what}</span>
                    </Button>
                  ),
              )}
            </p>
            {step.note && <p className="call-out-said">{step.note}</p>}
          </li>
        ))}
      </ol>
    </section>
  );
};
