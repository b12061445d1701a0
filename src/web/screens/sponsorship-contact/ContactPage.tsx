import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SponsorshipView } from '../../../contract/sponsorships.ts';
import { OpenedAct } from '../../acts/OpenedAct.tsx';
import { Instant } from '../../components/Instant.tsx';
import { Trouble } from '../../components/Trouble/Trouble.tsx';
import { caseQuery } from '../../server/queries.ts';
import { Contact } from '../case/Contact.tsx';
import { Sealed } from '../sponsorship/Done.tsx';
import { OneSponsorship } from '../sponsorship/OneSponsorship.tsx';
import { Acts, usePart } from '../sponsorship/Part.tsx';

/** How to reach the person: a message they see by their code, and their number where they agreed. */
const Reach = ({ of }: { of: SponsorshipView }) => {
  const { t } = useTranslation();
  const [writes, setWrites] = useState(false);
  const found = useQuery(caseQuery(of.case));
  const matter = found.data;
  const message = matter?.acts.find(({ act }) => act === 'message');
  return (
    <section className="stack" aria-label={t('reach.title')}>
      <h2>{t('reach.title')}</h2>
      {found.error && <Trouble of={found.error} again={() => void found.refetch()} />}
      {message?.allowed && (
        <p className="no-print">
          <Button onClick={() => setWrites(true)}>{t('reach.message')}</Button>
        </p>
      )}
      <p>{t(of.identity ? 'reach.known' : 'reach.unknown')}</p>
      {matter && of.identity && <Contact of={matter} />}
      <OpenedAct
        open={writes && matter ? { process: 'case', id: matter.id, act: 'message' } : null}
        close={() => setWrites(false)}
      />
    </section>
  );
};

/** 后续联系: only while the person's own consent runs. */
const FollowUp = ({ of }: { of: SponsorshipView }) => {
  const { t } = useTranslation();
  const { followUp } = of;
  return (
    <section className="stack" aria-label={t('reach.followUp')}>
      <h2>{t('reach.followUp')}</h2>
      {followUp === null ? (
        <p className="quiet">{t('reach.noConsent')}</p>
      ) : (
        <>
          <p>
            {t(followUp.endedAt ? 'reach.endedAt' : 'reach.until')}{' '}
            <Instant at={followUp.endedAt ?? followUp.until} dated ending />
          </p>
          {followUp.records.length === 0 && <p className="quiet">{t('reach.noRecords')}</p>}
          <ol className="sponsorship-list">
            {followUp.records.toReversed().map(({ at, reached, words }) => (
              <li key={at}>
                <p>
                  <Instant at={at} dated />{' '}
                  <strong>{t(reached ? 'reach.reached' : 'reach.notReached')}</strong>
                </p>
                {reached && words !== null && <Sealed text={words} />}
              </li>
            ))}
          </ol>
        </>
      )}
    </section>
  );
};

/** What the liaison and the leader did face to face, of all that was done. */
const Met = ({ of }: { of: SponsorshipView }) => {
  const { t } = useTranslation();
  const met = of.sponsorActs.filter(({ kind }) => kind === 'met-person' || kind === 'went-down');
  return (
    <section className="stack" aria-label={t('reach.met')}>
      <h2>{t('reach.met')}</h2>
      {met.length === 0 && <p className="quiet">{t('sponsorDesk.notMet')}</p>}
      <ol className="sponsorship-list">
        {met.toReversed().map(({ n, at, note, words }) => (
          <li key={n}>
            <p>
              <Instant at={at} dated /> {note}
            </p>
            {words !== null && <Sealed text={words} />}
          </li>
        ))}
      </ol>
    </section>
  );
};

/** The two consents that serve the liaison's own seat are the person's to give, on their page. */
const ACTS = ['revoke-identity', 'record-follow-up', 'revoke-follow-up', 'dissent'] as const;

const Whole = ({ of }: { of: SponsorshipView }) => {
  const { t } = useTranslation();
  const part = usePart(of);
  const over = of.status === 'ended' || of.status === 'closed';
  return (
    <>
      <div className="sponsorship-half">
        <div className="stack">
          {over ? (
            <p className="sponsorship-note" role="note">
              {t(of.status === 'ended' ? 'reach.over' : 'reach.closed')}
            </p>
          ) : (
            <Reach of={of} />
          )}
          <FollowUp of={of} />
        </div>
        <Met of={of} />
      </div>
      <Acts of={of} part={part} among={ACTS} />
    </>
  );
};

/** 联络: the fixed contact's page; where the person's consent has ended there is nobody to contact. */
export const ContactPage = () => {
  const { t } = useTranslation();
  const { id } = useParams({ from: '/desk/sponsorships/$id/contact' });
  return (
    <OneSponsorship id={id} part={t('screen.contact')}>
      {(of) => <Whole key={id} of={of} />}
    </OneSponsorship>
  );
};
