import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { CaseView } from '../../../contract/cases.ts';
import { Left } from '../../components/Clock/Left.tsx';
import { Page } from '../../components/Page/Page.tsx';
import { Said } from '../../components/Said/Said.tsx';
import { Trouble } from '../../components/Trouble/Trouble.tsx';
import { caseQuery, whistleProposalQuery } from '../../server/queries.ts';
import { useSay } from '../../words/say.ts';
import { ComposerForm } from './ComposerForm.tsx';
import { draftedPowers } from './draft.ts';
import './composer.css';

const Matter = ({ of }: { of: CaseView }) => {
  const { t } = useTranslation();
  const say = useSay();
  return (
    <section className="stack" aria-label={t('case.said')}>
      <p className="inline">
        <Left tone={of.tone} left={of.left} />
        <span>{say(of.placeName)}</span>
        <Link to="/cases/$id" params={{ id: of.id }}>
          {t('dispatch.whole')}
        </Link>
      </p>
      {of.words && <Said small>{of.words}</Said>}
    </section>
  );
};

/** Whom to call to a matter, for which power, and what that displaces; before anybody is called. */
export const Composer = () => {
  const { t } = useTranslation();
  const say = useSay();
  const { id } = useParams({ from: '/desk/cases/$id/whistle' });
  const matter = useQuery(caseQuery(id));
  const proposal = useQuery(whistleProposalQuery(id, draftedPowers(id)));
  const failed = matter.error ?? proposal.error;
  const again = () => void Promise.all([matter.refetch(), proposal.refetch()]);
  const title = matter.data?.title ?? t('case.untitled');
  return (
    <Page title={t('composer.title', { matter: title })}>
      {failed && <Trouble of={failed} again={again} />}
      {!failed && !(matter.data && proposal.data) && <p className="quiet">{t('page.loading')}</p>}
      {matter.data && proposal.data && (
        <>
          <Matter of={matter.data} />
          {proposal.data.why ? (
            <p className="composer-not" role="note">
              {say(proposal.data.why)}
            </p>
          ) : (
            <ComposerForm of={matter.data} begin={proposal.data} />
          )}
        </>
      )}
    </Page>
  );
};
