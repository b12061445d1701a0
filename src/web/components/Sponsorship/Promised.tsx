import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { PromiseView, SponsorshipAct } from '../../../contract/sponsorships.ts';
import { isSponsorshipAct } from '../../acts/sponsorship-forms.ts';
import { useSay } from '../../words/say.ts';
import { Left } from '../Clock/Left.tsx';
import { Instant } from '../Instant.tsx';
import './sponsorship.css';

interface PromisedProps {
  readonly of: readonly PromiseView[];
  readonly take?: (act: SponsorshipAct, n: number) => void;
}

/** Steps of a plan, or what units said they would do: what, who, by when, and what came of it. */
export const Promised = ({ of, take }: PromisedProps) => {
  const { t } = useTranslation();
  const say = useSay();
  return (
    <ol className="promised">
      {of.map((one) => (
        <li key={one.n} className={`promised-${one.status}`}>
          <p className="promised-what">{one.what}</p>
          <p className="inline small">
            <strong>{say(one.unitName)}</strong>
            {one.status === 'open' ? (
              <Left tone={one.clock.tone} left={one.clock.left} />
            ) : (
              <span>{t(`promised.${one.status}`)}</span>
            )}
            <span className="quiet">
              {t('clock.due')} <Instant at={one.clock.dueAt} ending />
            </span>
            {one.status !== 'open' && one.clock.breachedAt && (
              <span className="left-breach">{t('plan.late')}</span>
            )}
            {one.power && <span className="quiet">{say(one.power.name)}</span>}
          </p>
          {one.note && <p className="promised-note small">{one.note}</p>}
          {take && (
            <p className="inline no-print">
              {one.acts
                .filter(({ allowed }) => allowed)
                .map(
                  ({ act, name }) =>
                    isSponsorshipAct(act) && (
                      <Button key={act} size="small" onClick={() => take(act, one.n)}>
                        {say(name)}
                      </Button>
                    ),
                )}
            </p>
          )}
        </li>
      ))}
    </ol>
  );
};
