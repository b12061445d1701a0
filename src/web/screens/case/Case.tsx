import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseAct, CaseView } from '../../../contract/cases.ts';
import { outcomeWords, statusWords } from '../../../contract/words.ts';
import { ActBar } from '../../acts/ActBar/ActBar.tsx';
import { allowedActs } from '../../acts/choices.ts';
import { isCaseAct } from '../../acts/forms.ts';
import { OpenedAct } from '../../acts/OpenedAct.tsx';
import { useLetters } from '../../acts/useLetters.ts';
import { Emergency } from '../../components/Matter/Emergency.tsx';
import { Page } from '../../components/Page/Page.tsx';
import { Trouble } from '../../components/Trouble/Trouble.tsx';
import { caseQuery } from '../../server/queries.ts';
import { useSay } from '../../words/say.ts';
import { Clocks } from './Clocks.tsx';
import { DraftOf } from './Draft.tsx';
import { Facts } from './Facts.tsx';
import { Holder } from './Holder.tsx';
import { Thread } from './Thread.tsx';
import { WhatWasSaid } from './WhatWasSaid.tsx';
import './case.css';

const Standing = ({ of }: { of: CaseView }) => {
  const { t } = useTranslation();
  const say = useSay();
  return (
    <p className="inline">
      <strong>{say(statusWords[of.status])}</strong>
      {of.outcome && (
        <span>
          {t('case.outcome')} {say(outcomeWords[of.outcome])}
        </span>
      )}
      <span className="quiet">
        {t('case.number')} {of.id}
      </span>
      {of.imported && <span className="quiet">{t('case.imported')}</span>}
      {of.confidential && <span className="case-mark">{t('case.confidential')}</span>}
    </p>
  );
};

const Whole = ({ of }: { of: CaseView }) => {
  const { t } = useTranslation();
  const navigate = useNavigate({ from: '/cases/$id' });
  const { act } = useSearch({ from: '/desk/cases/$id' });
  const allowed = useMemo(() => allowedActs(of), [of]);
  const choose = useCallback(
    (chosen: CaseAct) => void navigate({ search: { act: chosen }, replace: true }),
    [navigate],
  );
  useLetters(allowed, choose);
  const open = act && isCaseAct(act) && allowed.includes(act) ? { id: of.id, act } : null;
  return (
    <Page title={of.title ?? t('case.untitled')} aside={<Standing of={of} />}>
      <Emergency of={of} />
      <div className="case">
        <div className="case-clocks">
          <Clocks of={of} />
        </div>
        <div className="case-who">
          <Holder of={of} />
        </div>
        <div className="case-words stack">
          {of.draft && <DraftOf draft={of.draft} />}
          <WhatWasSaid of={of} />
          <Facts of={of} />
        </div>
        <div className="case-thread stack">
          <Thread of={of} />
        </div>
      </div>
      <ActBar of={of} choose={choose} />
      <OpenedAct open={open} close={() => void navigate({ search: {}, replace: true })} />
    </Page>
  );
};

/** A case is one page: the words, the clock and why, who holds it and why, the thread, the acts. */
export const Case = () => {
  const { t } = useTranslation();
  const { id } = useParams({ from: '/desk/cases/$id' });
  const found = useQuery(caseQuery(id));
  if (found.data) return <Whole key={id} of={found.data} />;
  return (
    <Page title={t('screen.case')}>
      {found.error ? (
        <Trouble of={found.error} again={() => void found.refetch()} />
      ) : (
        <p className="quiet">{t('page.loading')}</p>
      )}
    </Page>
  );
};
