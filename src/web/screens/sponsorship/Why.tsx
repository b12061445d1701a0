import { useTranslation } from 'react-i18next';
import { blockedWords } from '../../../contract/sponsorship-words.ts';
import type { SponsorshipView } from '../../../contract/sponsorships.ts';
import { useSay } from '../../words/say.ts';

/** What showed that the routine path is blocked, and what of the matter speaks for it. */
export const Why = ({ of }: { of: SponsorshipView }) => {
  const { t } = useTranslation();
  const say = useSay();
  const { blocked, grounds } = of;
  return (
    <section className="stack" aria-label={t('sponsorship.why')}>
      <h2>{t('sponsorship.why')}</h2>
      <dl className="case-facts">
        <div>
          <dt>{t('sponsorship.blocked')}</dt>
          <dd>
            <strong>{say(blockedWords[blocked.kind])}</strong>
            <p>{say(blocked.evidence)}</p>
          </dd>
        </div>
        <div>
          <dt>{t('sponsorship.reason')}</dt>
          <dd className="sponsorship-text">{of.reason}</dd>
        </div>
        <div>
          <dt>{t('sponsorship.grounds')}</dt>
          <dd>
            {[
              t('sponsorship.age', { count: grounds.ageDays }),
              say(grounds.harmName),
              say(grounds.affectedName),
              ...(grounds.legalBreach ? [t('sponsorship.legalBreach')] : []),
            ].join(t('list.comma'))}
            <p className="sponsorship-text">{grounds.reason}</p>
          </dd>
        </div>
        <div>
          <dt>{t('sponsorship.nominator')}</dt>
          <dd>{say(of.nominatorName)}</dd>
        </div>
        {of.load && (
          <div>
            <dt>{t('sponsorship.loadThen')}</dt>
            <dd>{t('sponsorDesk.load', of.load)}</dd>
          </div>
        )}
      </dl>
    </section>
  );
};
