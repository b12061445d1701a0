import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { ProposalView } from '../../../contract/cases.ts';
import { outcomeWords } from '../../../contract/words.ts';
import { Instant } from '../../components/Instant.tsx';
import { useSay } from '../../words/say.ts';

/** How like matters ended, and how like disputes were ruled on. */
export const LikeIt = ({ proposal }: { proposal: ProposalView }) => {
  const { t } = useTranslation();
  const say = useSay();
  return (
    <div className="like-it">
      <section aria-label={t('dispatch.similar')}>
        <h2>{t('dispatch.similar')}</h2>
        {proposal.similar.length === 0 && <p className="quiet">{t('dispatch.noSimilar')}</p>}
        <ul>
          {proposal.similar.map((one) => (
            <li key={one.case} className="like-one">
              <Link to="/cases/$id" params={{ id: one.case }}>
                {one.title ?? t('case.untitled')}
              </Link>
              <span className="quiet">
                {one.leadName && ` ${say(one.leadName)}`}
                {' · '}
                {one.outcome ? say(outcomeWords[one.outcome]) : t('dispatch.stillOpen')}
              </span>
            </li>
          ))}
        </ul>
      </section>
      <section aria-label={t('dispatch.precedents')}>
        <h2>{t('dispatch.precedents')}</h2>
        {proposal.precedents.length === 0 && <p className="quiet">{t('dispatch.noPrecedents')}</p>}
        <ul>
          {proposal.precedents.map((one) => (
            <li key={`${one.case} ${one.at}`} className="like-one">
              <Link to="/cases/$id" params={{ id: one.case }}>
                {say(one.leadName)}
              </Link>{' '}
              <span className="quiet">
                <Instant at={one.at} /> · {one.reason}
              </span>
            </li>
          ))}
        </ul>
      </section>
    </div>
  );
};
