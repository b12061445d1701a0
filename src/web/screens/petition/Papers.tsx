import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { PetitionView } from '../../../contract/petitions.ts';
import { Instant } from '../../components/Instant.tsx';
import { useSay } from '../../words/say.ts';

/** Each paper, whose it is, whether the person has it, and the sheet to print. */
export const Papers = ({ of }: { of: PetitionView }) => {
  const { t } = useTranslation();
  const say = useSay();
  return (
    <section className="stack" aria-label={t('petition.papers')}>
      <h2>{t('petition.papers')}</h2>
      {of.letters.length === 0 && <p className="quiet">{t('petition.noPapers')}</p>}
      <ul className="petition-papers">
        {of.letters.map(({ n, kindName, unitName, issuedAt, delivered, opinion }) => (
          <li key={n}>
            <Link to="/petitions/$id/papers/$n" params={{ id: of.id, n: String(n) }}>
              {say(kindName)}
            </Link>
            {opinion && <strong> {say(opinion.verdictName)}</strong>}
            <span className="quiet small">
              {' '}
              {say(unitName)} · {t('petition.issued')} <Instant at={issuedAt} />
            </span>
            <span className="small">
              {delivered ? (
                <>
                  {t('petition.delivered')} <Instant at={delivered.at} /> ·{' '}
                  {say(delivered.meansName)}
                </>
              ) : (
                t('petition.undelivered')
              )}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
};
