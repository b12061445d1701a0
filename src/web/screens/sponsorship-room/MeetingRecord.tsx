import { Link, useParams } from '@tanstack/react-router';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { MeetingView, SponsorshipView } from '../../../contract/sponsorships.ts';
import { Instant } from '../../components/Instant.tsx';
import { useSay } from '../../words/say.ts';
import { OneSponsorship } from '../sponsorship/OneSponsorship.tsx';
import '../whistle-papers/papers.css';

const Part = ({ title, children }: { title: string; children: ReactNode }) => (
  <section className="paper-part">
    <h3>{title}</h3>
    {children}
  </section>
);

const Said = ({ of }: { of: MeetingView }) => {
  const { t } = useTranslation();
  const say = useSay();
  return (
    <>
      <Part title={t('meeting.quorum')}>
        {of.quorum.length === 0 && <p>{t('force.noPowers')}</p>}
        <ul className="paper-list">
          {of.quorum.map(({ power, unit, unitName, delegated }) => (
            <li key={`${power.power} ${unit}`}>
              {say(power.name)} · <strong>{say(unitName)}</strong>
              {delegated && ` ${t('force.lent')}`}
            </li>
          ))}
        </ul>
      </Part>
      <Part title={t('meeting.positions')}>
        <ul className="paper-list">
          {of.positions.map(({ unit, unitName, position }) => (
            <li key={unit}>
              <strong>{say(unitName)}</strong>
              <p className="paper-said">{position}</p>
            </li>
          ))}
        </ul>
      </Part>
      <Part title={t('meeting.decision')}>
        <p className="paper-said">{of.decision}</p>
      </Part>
      <Part title={t('meeting.dissent')}>
        {of.dissents.length === 0 && <p>{t('meeting.noDissent')}</p>}
        <ul className="paper-list">
          {of.dissents.map(({ unit, unitName, text }) => (
            <li key={unit}>
              <strong>{say(unitName)}</strong>
              <p className="paper-said">{text}</p>
            </li>
          ))}
        </ul>
      </Part>
    </>
  );
};

const Sheet = ({ of, meeting }: { of: SponsorshipView; meeting: MeetingView }) => {
  const { t } = useTranslation();
  const say = useSay();
  return (
    <article className="paper">
      <h2>{t('meeting.record')}</h2>
      <p className="paper-number">
        {of.title ?? (of.categoryName && say(of.categoryName))} ·{' '}
        {t('meeting.number', { number: meeting.n })} · <Instant at={meeting.at} dated />
      </p>
      <Part title={t('meeting.agenda')}>
        <p className="paper-said">{meeting.agenda}</p>
      </Part>
      <Part title={t('meeting.present')}>
        <p>{meeting.present.map(({ unitName }) => say(unitName)).join(t('list.comma'))}</p>
      </Part>
      <Said of={meeting} />
      <Part title={t('force.commitments')}>
        {meeting.commitments.length === 0 && <p>{t('force.noCommitments')}</p>}
        <ol className="paper-list">
          {meeting.commitments.map((one) => (
            <li key={one.n}>
              {one.what} · <strong>{say(one.unitName)}</strong> · {t('slip.by')}{' '}
              <Instant at={one.clock.dueAt} dated ending />
              {one.status !== 'open' && ` · ${t(`promised.${one.status}`)}`}
              {one.clock.breachedAt && ` · ${t('plan.late')}`}
              {one.load !== null && one.load > 0 && (
                <span className="quiet"> · {t('meeting.load', { count: one.load })}</span>
              )}
            </li>
          ))}
        </ol>
      </Part>
      <Part title={t('papers.signatures')}>
        <ul className="paper-signatures">
          {meeting.present.map(({ unit, unitName }) => (
            <li key={unit}>
              <span>{say(unitName)}</span>
              <span className="paper-line" />
            </li>
          ))}
        </ul>
      </Part>
    </article>
  );
};

/** 会商记录: what the room decided, each unit's position and dissent to the letter, and where each signs. */
export const MeetingRecord = () => {
  const { t } = useTranslation();
  const { id, n } = useParams({ from: '/desk/sponsorships/$id/meetings/$n' });
  return (
    <OneSponsorship id={id} part={t('meeting.record')}>
      {(of) => {
        const meeting = of.meetings.find((one) => String(one.n) === n);
        return (
          <>
            <div className="inline no-print">
              <Button type="primary" disabled={!meeting} onClick={() => window.print()}>
                {t('papers.print', { title: t('meeting.record') })}
              </Button>
              <Link to="/sponsorships/$id/force" params={{ id }}>
                {t('meeting.back')}
              </Link>
            </div>
            {meeting ? (
              <div className="papers">
                <Sheet of={of} meeting={meeting} />
              </div>
            ) : (
              <p role="note">{t('meeting.noSuch')}</p>
            )}
          </>
        );
      }}
    </OneSponsorship>
  );
};
