import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { WhistleView } from '../../../contract/whistles.ts';
import { rankNeeded } from '../../acts/rank.ts';
import { useSession } from '../../app/session.tsx';
import { Instant } from '../../components/Instant.tsx';
import { Law } from '../../components/Law/Law.tsx';
import { useSay } from '../../words/say.ts';

const Fact = ({ name, children }: { name: string; children: ReactNode }) => (
  <div>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
);

/** Where to go, whom to ring, what is asked of those who come, and why one was needed. */
export const Matter = ({ of }: { of: WhistleView }) => {
  const { t } = useTranslation();
  const say = useSay();
  const { post } = useSession();
  const { terms } = of;
  const own = of.callOuts.find(({ unit }) => unit === post.unit);
  return (
    <section className="stack" aria-label={t('whistle.matter')}>
      <h2>{t('whistle.matter')}</h2>
      <dl className="case-facts">
        <Fact name={t('case.place')}>
          {say(of.placeName)}
          {of.placeDetail && ` · ${of.placeDetail}`}
        </Fact>
        <Fact name={t('whistle.contact')}>
          {say(of.issuerName)}
          {of.issuerTelephone && (
            <>
              {' '}
              <a href={`tel:${of.issuerTelephone}`}>{of.issuerTelephone}</a>
            </>
          )}
        </Fact>
        <Fact name={t('whistle.terms')}>
          {t('terms.who', { rank: say(rankNeeded(of, own).name), count: terms.headCount })}
          {terms.remote && ` ${t('terms.remote')}`}
          <Law citation={terms.citation} />
        </Fact>
        <Fact name={t('whistle.missing')}>
          {of.missing.map(({ power, name, citation }) => (
            <div key={power}>
              {say(name)}
              <Law citation={citation} />
            </div>
          ))}
        </Fact>
        {of.categoryName && <Fact name={t('case.category')}>{say(of.categoryName)}</Fact>}
        <Fact name={t('whistle.tried')}>
          {of.tried.length === 0 ? (
            <span className="quiet">{t('whistle.triedLater')}</span>
          ) : (
            <ul>
              {of.tried.map((step) => (
                <li key={step}>{step}</li>
              ))}
            </ul>
          )}
        </Fact>
        {of.override && <Fact name={t('whistle.override')}>{of.override}</Fact>}
        <Fact name={t('whistle.opened')}>
          <Instant at={of.openedAt} />
        </Fact>
      </dl>
    </section>
  );
};
