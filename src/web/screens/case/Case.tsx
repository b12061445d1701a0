import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { CaseAct, CaseView } from '../../../contract/cases.ts';
import { outcomeWords, statusWords } from '../../../contract/words.ts';
import { ActBar, type Offer } from '../../acts/ActBar/ActBar.tsx';
import { type Choice, choicesOf, isPressing } from '../../acts/choices.ts';
import { forms, isCaseAct } from '../../acts/forms.ts';
import { OpenedAct } from '../../acts/OpenedAct.tsx';
import { DraftOf } from '../../components/Matter/Draft.tsx';
import { Emergency } from '../../components/Matter/Emergency.tsx';
import { Page } from '../../components/Page/Page.tsx';
import { Trouble } from '../../components/Trouble/Trouble.tsx';
import { caseQuery } from '../../server/queries.ts';
import { useSay } from '../../words/say.ts';
import { Clocks } from './Clocks.tsx';
import { Facts } from './Facts.tsx';
import { Holder } from './Holder.tsx';
import { Petitions } from './Petitions.tsx';
import { Sponsorships } from './Sponsorships.tsx';
import { Supports } from './Supports.tsx';
import { Thread } from './Thread.tsx';
import { useWhistleOffer } from './useWhistleOffer.ts';
import { WhatWasSaid } from './WhatWasSaid.tsx';
import { Whistles } from './Whistles.tsx';
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
  const say = useSay();
  const navigate = useNavigate({ from: '/cases/$id' });
  const { act } = useSearch({ from: '/desk/cases/$id' });
  const whistle = useWhistleOffer(of);
  const choices = choicesOf(of);
  const offer = ({ act: name, ...choice }: Choice): Offer => ({
    ...choice,
    id: name,
    name: say(choice.name),
    letter: forms[name].letter,
    pressing: isPressing({ act: name, ...choice }),
    take: () => void navigate({ search: { act: name }, replace: true }),
  });
  const pressing = choices.filter(isPressing).map(offer);
  const others = choices.filter((choice) => !isPressing(choice)).map(offer);
  const allowed = (name: CaseAct) => choices.some((one) => one.act === name && one.allowed);
  const open =
    act && isCaseAct(act) && allowed(act) ? { process: 'case' as const, id: of.id, act } : null;
  return (
    <Page title={of.title ?? t('case.untitled')} aside={<Standing of={of} />}>
      <Emergency of={of} />
      <div className="case">
        <div className="case-clocks">
          <Clocks of={of.clocks} handover={of.emergency?.due ?? null} />
        </div>
        <div className="case-who">
          <Holder of={of} />
        </div>
        <div className="case-words stack">
          {of.draft && <DraftOf draft={of.draft} />}
          <WhatWasSaid of={of} />
          <Whistles of={of} />
          <Sponsorships of={of} />
          <Supports of={of} />
          <Petitions of={of} />
          <Facts of={of} />
        </div>
        <div className="case-thread stack">
          <Thread of={of.thread} />
        </div>
      </div>
      <ActBar offers={[...pressing, ...whistle, ...others]} />
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
