import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { verdictWords } from '../../../contract/whistle-words.ts';
import type { RatingAggregate, WhistleUse } from '../../../contract/whistles.ts';
import { Instant } from '../../components/Instant.tsx';
import { Trouble } from '../../components/Trouble/Trouble.tsx';
import { whistleRatingsQuery, whistleUseQuery } from '../../server/queries.ts';
import { useSay } from '../../words/say.ts';

const MEASURES = ['whistled', 'unwhistled', 'needless'] as const;

/** Each figure a sentence: what was counted, of what, and how many; one unit, beside no other. */
const Use = ({ of }: { of: WhistleUse }) => {
  const { t } = useTranslation();
  return (
    <>
      <p className="quiet">
        <Instant at={of.from} dated /> – <Instant at={of.to} dated ending />
      </p>
      <dl className="figures">
        {MEASURES.map((name) => {
          const { numerator, denominator, definition } = of[name];
          return (
            <div key={name}>
              <dt>{t(`use.${name}.name`)}</dt>
              <dd>
                {denominator === 0 ? t('use.none') : t('use.of', { numerator, denominator })}
                <span className="figures-definition">
                  {t(`use.${name}.definition`)} {t('use.version', { definition })}
                </span>
              </dd>
            </div>
          );
        })}
      </dl>
    </>
  );
};

type Quarter = RatingAggregate['quarters'][number];

const Rated = ({ of, minimum }: { of: Quarter; minimum: number }) => {
  const { t } = useTranslation();
  const say = useSay();
  const when = (
    <p className="quiet">
      <Instant at={of.from} dated /> – <Instant at={of.to} dated ending />
    </p>
  );
  if (of.raters === null) {
    return (
      <>
        {when}
        <p>{t('rated.few', { minimum })}</p>
      </>
    );
  }
  return (
    <>
      {when}
      <p className="quiet">{t('rated.n', { raters: of.raters, count: of.n ?? 0 })}</p>
      <dl className="figures">
        {of.items.map(({ item, name, yes, partly, no }) => (
          <div key={item}>
            <dt>{say(name)}</dt>
            <dd>
              {[
                `${say(verdictWords.yes)} ${yes}`,
                `${say(verdictWords.partly)} ${partly}`,
                `${say(verdictWords.no)} ${no}`,
              ].join(t('list.comma'))}
            </dd>
          </div>
        ))}
      </dl>
    </>
  );
};

/** How one's own unit whistles and is rated, as sentences with their definitions. */
export const Figures = () => {
  const { t } = useTranslation();
  const say = useSay();
  const use = useQuery(whistleUseQuery);
  const rated = useQuery(whistleRatingsQuery);
  const failed = use.error ?? rated.error;
  const again = () => void Promise.all([use.refetch(), rated.refetch()]);
  return (
    <section className="stack" aria-label={t('supervision.figures')}>
      <h2>
        {t('supervision.figures')}
        {use.data && <span className="quiet"> · {say(use.data.unitName)}</span>}
      </h2>
      {failed && <Trouble of={failed} again={again} />}
      {use.data && <Use of={use.data} />}
      {rated.data && (
        <>
          <h3>{t('rating.title')}</h3>
          <p className="quiet">{t('rated.closed')}</p>
          {rated.data.quarters.map((one) => (
            <Rated key={one.from} of={one} minimum={rated.data.minimum} />
          ))}
        </>
      )}
    </section>
  );
};
