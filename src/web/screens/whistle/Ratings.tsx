import { useTranslation } from 'react-i18next';
import { verdictWords } from '../../../contract/whistle-words.ts';
import type { RatingPairView } from '../../../contract/whistles.ts';
import { useSay } from '../../words/say.ts';
import type { Timed } from './open.ts';

type Side = NonNullable<RatingPairView['byIssuer']>;

const Said = ({ of }: { of: Side }) => {
  const { t } = useTranslation();
  const say = useSay();
  return (
    <div className="rating">
      <p className="quiet">{t('rating.by', { unit: say(of.byName) })}</p>
      <ul>
        {of.items.map(({ item, name, verdict }) => (
          <li key={item}>
            {say(name)}
            {t('list.colon')}
            <strong>{say(verdictWords[verdict])}</strong>
          </li>
        ))}
      </ul>
      {of.text && <p className="call-out-said">{of.text}</p>}
    </div>
  );
};

/** In words, to the two alone; sealed until both are in or the window ends. */
export const Ratings = ({ of }: { of: Timed }) => {
  const { t } = useTranslation();
  const say = useSay();
  if (of.ratings.length === 0) return null;
  return (
    <section className="stack" aria-label={t('rating.title')}>
      <h2>{t('rating.title')}</h2>
      <ul className="stack">
        {of.ratings.map((pair) => (
          <li key={pair.unit} className="stack rating-pair">
            <p>
              <strong>
                {say(of.issuerName)} · {say(pair.unitName)}
              </strong>
            </p>
            {!pair.open && (
              <p className="quiet">
                {t('rating.sealed')}{' '}
                {t(pair.issuerHasSpoken ? 'rating.spoken' : 'rating.silent', {
                  unit: say(of.issuerName),
                })}{' '}
                {t(pair.calledHasSpoken ? 'rating.spoken' : 'rating.silent', {
                  unit: say(pair.unitName),
                })}
              </p>
            )}
            {pair.open && !pair.byIssuer && !pair.byCalled && (
              <p className="quiet">
                {t(
                  pair.issuerHasSpoken || pair.calledHasSpoken
                    ? 'rating.betweenThem'
                    : 'rating.nobody',
                )}
              </p>
            )}
            {pair.byIssuer && <Said of={pair.byIssuer} />}
            {pair.byCalled && <Said of={pair.byCalled} />}
          </li>
        ))}
      </ul>
    </section>
  );
};
