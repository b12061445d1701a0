import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SponsorshipView } from '../../../contract/sponsorships.ts';
import { SponsorshipActForm } from '../../acts/ActDrawer/SponsorshipActForm.tsx';
import { Said } from '../../components/Said/Said.tsx';
import { Promised } from '../../components/Sponsorship/Promised.tsx';
import { Trouble } from '../../components/Trouble/Trouble.tsx';
import { Refused } from '../../server/http.ts';
import { caseQuery } from '../../server/queries.ts';
import { useSay } from '../../words/say.ts';
import { Supports } from '../case/Supports.tsx';
import { Answered, Sealed } from '../sponsorship/Done.tsx';
import { OneSponsorship } from '../sponsorship/OneSponsorship.tsx';
import { Acts, usePart } from '../sponsorship/Part.tsx';

/** Once it is over the case is no longer there for whoever only had a seat in it. */
const Closed = ({ of, again }: { of: unknown; again: () => void }) => {
  const { t } = useTranslation();
  if (!(of instanceof Refused) || of.status !== 404) return <Trouble of={of} again={again} />;
  return <p className="quiet">{t('casePlan.claimClosed')}</p>;
};

/** What the person asked for, as it was said: it lies in the case, and reading it there is logged. */
const Claim = ({ of }: { of: SponsorshipView }) => {
  const { t } = useTranslation();
  const found = useQuery(caseQuery(of.case));
  const matter = found.data;
  return (
    <section className="stack" aria-label={t('casePlan.claim')}>
      <h2>{t('casePlan.claim')}</h2>
      {found.error && <Closed of={found.error} again={() => void found.refetch()} />}
      {matter?.words && <Said>{matter.words}</Said>}
      {matter?.wordsAdded.map(({ at, words }) => (
        <Said key={at} small>
          {words}
        </Said>
      ))}
      {matter && !matter.words && (
        <p className="quiet">
          {t(matter.confidential ? 'case.wordsConfidential' : 'case.wordsHidden')}
        </p>
      )}
      {matter && !matter.words && matter.summary && (
        <p className="sponsorship-text">{matter.summary}</p>
      )}
      <p className="quiet small">{t('casePlan.claimWhy')}</p>
    </section>
  );
};

/** Agreed with the person; stands beside what they asked and never in its place. */
const Needs = ({ of }: { of: SponsorshipView }) => {
  const { t } = useTranslation();
  const say = useSay();
  return (
    <section className="stack" aria-label={t('casePlan.needs')}>
      <h2>{t('casePlan.needs')}</h2>
      {of.needs === null && <p className="quiet">{t('casePlan.needsOpen')}</p>}
      {of.needs?.length === 0 && <p>{t('casePlan.noNeeds')}</p>}
      <ul className="sponsorship-list">
        {of.needs?.map(({ n, kindName, text }) => (
          <li key={n}>
            <strong>{say(kindName)}</strong>
            <Sealed text={text} />
          </li>
        ))}
      </ul>
    </section>
  );
};

const Steps = ({ of, part }: { of: SponsorshipView; part: ReturnType<typeof usePart> }) => {
  const { t } = useTranslation();
  const say = useSay();
  const [writes, setWrites] = useState(false);
  const choice = of.acts.find(({ act }) => act === 'plan');
  return (
    <section className="stack" aria-label={t('casePlan.steps')}>
      <h2>{t('casePlan.steps')}</h2>
      {of.steps.length === 0 && (
        <p className="quiet">{t(of.needs === null ? 'casePlan.needsFirst' : 'casePlan.noSteps')}</p>
      )}
      <Promised of={of.steps} take={part.take} />
      {choice && !choice.allowed && choice.why && (
        <p className="quiet small no-print">{say(choice.why)}</p>
      )}
      {choice?.allowed && of.needs !== null && !writes && (
        <p className="no-print">
          <Button onClick={() => setWrites(true)}>
            {t(of.steps.length === 0 ? 'casePlan.write' : 'casePlan.writeMore')}
          </Button>
        </p>
      )}
      {choice?.allowed && writes && (
        <SponsorshipActForm
          open={{ process: 'sponsorship', id: of.id, act: 'plan' }}
          close={() => setWrites(false)}
          done={() => setWrites(false)}
        />
      )}
    </section>
  );
};

const ACTS = [
  'agree-needs',
  'answer-claim',
  'tell-result',
  'dissent',
  'record-hearing',
  'finish-step',
] as const;

const Whole = ({ of }: { of: SponsorshipView }) => {
  const part = usePart(of);
  const matter = useQuery(caseQuery(of.case)).data;
  return (
    <>
      <div className="sponsorship-half">
        <Claim of={of} />
        <Needs of={of} />
        <div className="stack">
          <Answered of={of} />
        </div>
        <div className="stack">
          <Steps of={of} part={part} />
          {matter && <Supports of={matter} />}
        </div>
      </div>
      <Acts of={of} part={part} among={ACTS} />
    </>
  );
};

/** 处置方案: the stated claim beside the need, what is done about either, and what the person says to it. */
export const PlanEditor = () => {
  const { t } = useTranslation();
  const { id } = useParams({ from: '/desk/sponsorships/$id/plan' });
  return (
    <OneSponsorship id={id} part={t('sponsorship.plan')}>
      {(of) => <Whole key={id} of={of} />}
    </OneSponsorship>
  );
};
