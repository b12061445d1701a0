import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Page } from '../../components/Page/Page.tsx';
import { Trouble } from '../../components/Trouble/Trouble.tsx';
import { caseQuery, nominationQuery } from '../../server/queries.ts';
import { useSay } from '../../words/say.ts';
import { NominationForm } from './NominationForm.tsx';
import './nomination.css';

/** 提请包案: what blocks the matter, why it is a leader's, and what it would stand beside. */
export const Nomination = () => {
  const { t } = useTranslation();
  const say = useSay();
  const { id } = useParams({ from: '/desk/cases/$id/sponsorship' });
  const matter = useQuery(caseQuery(id));
  const choices = useQuery(nominationQuery(id));
  const failed = matter.error ?? choices.error;
  return (
    <Page
      title={t('nomination.title', { matter: matter.data?.title ?? t('case.untitled') })}
      aside={
        <Link to="/cases/$id" params={{ id }}>
          {t('whistle.case')}
        </Link>
      }
    >
      {failed && (
        <Trouble
          of={failed}
          again={() => void Promise.all([matter.refetch(), choices.refetch()])}
        />
      )}
      {!failed && !choices.data && <p className="quiet">{t('page.loading')}</p>}
      {choices.data?.why && <p role="note">{say(choices.data.why)}</p>}
      {choices.data && !choices.data.why && <NominationForm id={id} of={choices.data} />}
    </Page>
  );
};
