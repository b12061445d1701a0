import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { CaseView } from '../../../contract/cases.ts';
import { petitionStatusWords, stageWords } from '../../../contract/petition-words.ts';
import { SHIFTS } from '../../app/Desk/screens.ts';
import { useSession } from '../../app/session.tsx';
import { petitionOfferQuery } from '../../server/queries.ts';
import { useSay } from '../../words/say.ts';

/** The petition made for this request, and where it stands; or the way to make one. */
export const Petitions = ({ of }: { of: CaseView }) => {
  const { t } = useTranslation();
  const say = useSay();
  const { post } = useSession();
  const may = SHIFTS.some((role) => role === post.role);
  const { data } = useQuery({ ...petitionOfferQuery(of.id), enabled: may });
  if (!data || (data.petitions.length === 0 && data.why)) return null;
  return (
    <section className="stack" aria-label={t('screen.petition')}>
      <h2>{t('screen.petition')}</h2>
      {data.petitions.map(({ id, status, stage }) => (
        <p key={id}>
          <Link to="/petitions/$id" params={{ id }}>
            {stage && `${say(stageWords[stage])} · `}
            {say(petitionStatusWords[status])}
          </Link>
        </p>
      ))}
      {data.petitions.length === 0 && (
        <p>
          <Link to="/cases/$id/petition" params={{ id: of.id }}>
            {t('petitionRegister.send')}
          </Link>
        </p>
      )}
    </section>
  );
};
