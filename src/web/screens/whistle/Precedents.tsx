import { useTranslation } from 'react-i18next';
import type { WhistleView } from '../../../contract/whistles.ts';
import { Instant } from '../../components/Instant.tsx';
import { useSay } from '../../words/say.ts';

/** How like disputes were ruled on, before anybody says "not mine". */
export const Precedents = ({ of }: { of: WhistleView['precedents'] }) => {
  const { t } = useTranslation();
  const say = useSay();
  return (
    <section className="stack" aria-label={t('dispatch.precedents')}>
      <h2>{t('dispatch.precedents')}</h2>
      {of.length === 0 && <p className="quiet">{t('dispatch.noPrecedents')}</p>}
      <ul className="stack">
        {of.map((one) => (
          <li key={`${one.case} ${one.at}`}>
            <strong>{say(one.leadName)}</strong>{' '}
            <span className="quiet">
              <Instant at={one.at} />
            </span>
            <p>{one.reason}</p>
          </li>
        ))}
      </ul>
    </section>
  );
};
