import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { CaseView } from '../../../contract/cases.ts';
import { useSay } from '../../words/say.ts';

/** Who has been called to this matter, by whom, and how far it is; each opens its whistle. */
export const Whistles = ({ of }: { of: CaseView }) => {
  const { t } = useTranslation();
  const say = useSay();
  if (of.whistles.length === 0) return null;
  return (
    <section className="stack" aria-label={t('case.whistles')}>
      <h2>{t('case.whistles')}</h2>
      <ul className="stack case-whistles">
        {of.whistles.map(({ whistle, issuerName, units, stage }) => (
          <li key={whistle}>
            <Link to="/whistles/$id" params={{ id: whistle }}>
              {t('case.whistleBy', {
                issuer: say(issuerName),
                units: units.map(say).join(t('list.comma')),
              })}
            </Link>{' '}
            <span className="quiet">{t(`stage.${stage}`)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
};
