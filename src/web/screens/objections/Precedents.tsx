import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Instant } from '../../components/Instant.tsx';
import { precedentsQuery } from '../../server/queries.ts';
import { useSay } from '../../words/say.ts';

/** How like disputes were ruled on, newest first, with what each side said. */
export const Precedents = ({ category }: { category: string }) => {
  const { t } = useTranslation();
  const say = useSay();
  const { data } = useQuery(precedentsQuery(category));
  return (
    <section className="stack" aria-label={t('dispatch.precedents')}>
      <h2>{t('dispatch.precedents')}</h2>
      {data?.length === 0 && <p className="quiet">{t('dispatch.noPrecedents')}</p>}
      <ul className="stack">
        {(data ?? []).map((one) => (
          <li key={`${one.case} ${one.at}`} className="stack dispute-precedent">
            <p>
              <Link to="/cases/$id" params={{ id: one.case }}>
                {say(one.leadName)}
              </Link>{' '}
              <span className="quiet">
                <Instant at={one.at} />
              </span>
            </p>
            <p>{one.reason}</p>
            {one.positions.length > 0 && (
              <details>
                <summary>{t('objections.positions')}</summary>
                <ul>
                  {one.positions.map((position) => (
                    <li key={position.unitName.zh}>
                      <strong>{say(position.unitName)}</strong> {position.position}
                    </li>
                  ))}
                </ul>
              </details>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
};
