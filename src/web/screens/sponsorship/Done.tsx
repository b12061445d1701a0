import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import {
  claimAnswerWords,
  hearingOutcomeWords,
  partyWords,
  sponsorActKindWords,
} from '../../../contract/sponsorship-words.ts';
import type { SponsorshipView } from '../../../contract/sponsorships.ts';
import { Instant } from '../../components/Instant.tsx';
import { Said } from '../../components/Said/Said.tsx';
import { useSay } from '../../words/say.ts';

/** What was sealed is shown to the three; anyone else is told that it is there. */
export const Sealed = ({ text, small = true }: { text: string | null; small?: boolean }) => {
  const { t } = useTranslation();
  if (text === null) return <p className="quiet small">{t('sponsorship.sealed')}</p>;
  return <Said small={small}>{text}</Said>;
};

/** 亲自推动: what the leader did in person, each on its day. */
export const SponsorActs = ({ of }: { of: SponsorshipView }) => {
  const { t } = useTranslation();
  const say = useSay();
  return (
    <section className="stack" aria-label={t('sponsorship.acts')}>
      <h2>{t('sponsorship.acts')}</h2>
      {of.sponsorActs.length === 0 && <p className="quiet">{t('sponsorship.noActs')}</p>}
      <ol className="sponsorship-list">
        {of.sponsorActs.toReversed().map((one) => (
          <li key={one.n}>
            <p>
              <Instant at={one.at} /> <strong>{say(sponsorActKindWords[one.kind])}</strong>
              {one.unitName && ` · ${say(one.unitName)}`}
              {one.dutyName && <span className="quiet small"> · {say(one.dutyName)}</span>}
            </p>
            <p className="sponsorship-text">{one.note}</p>
            {one.words && <Said small>{one.words}</Said>}
          </li>
        ))}
      </ol>
    </section>
  );
};

/** 听证: noticed, held, with its parties, record and how it ended. */
export const Hearings = ({ of }: { of: SponsorshipView }) => {
  const { t } = useTranslation();
  const say = useSay();
  if (of.hearings.length === 0) return null;
  return (
    <section className="stack" aria-label={t('sponsorship.hearings')}>
      <h2>{t('sponsorship.hearings')}</h2>
      <ol className="sponsorship-list">
        {of.hearings.map((one) => (
          <li key={one.n}>
            <p>
              <Instant at={one.heldAt} /> <strong>{say(hearingOutcomeWords[one.outcome])}</strong>
            </p>
            <p className="small quiet">
              {t('sponsorship.noticed')} <Instant at={one.noticeAt} /> ·{' '}
              {one.parties.map((party) => say(partyWords[party])).join(t('list.comma'))}
            </p>
            <Sealed text={one.record} />
          </li>
        ))}
      </ol>
    </section>
  );
};

/** 会商: each opens its record. */
export const Meetings = ({ of }: { of: SponsorshipView }) => {
  const { t } = useTranslation();
  const say = useSay();
  return (
    <section className="stack" aria-label={t('sponsorship.meetings')}>
      <h2>{t('sponsorship.meetings')}</h2>
      {of.meetings.length === 0 && <p className="quiet">{t('meeting.none')}</p>}
      <ol className="sponsorship-list">
        {of.meetings.toReversed().map((one) => (
          <li key={one.n}>
            <Link to="/sponsorships/$id/meetings/$n" params={{ id: of.id, n: String(one.n) }}>
              {t('meeting.number', { number: one.n })} · <Instant at={one.at} />
            </Link>
            <p className="sponsorship-text">{one.decision}</p>
            <p className="quiet small">
              {one.present.map(({ unitName }) => say(unitName)).join(t('list.comma'))}
              {one.dissents.length > 0 &&
                ` · ${t('meeting.dissentCount', { count: one.dissents.length })}`}
            </p>
          </li>
        ))}
      </ol>
    </section>
  );
};

/** What was answered to the claim, what was told, and what the person says to it. */
export const Answered = ({ of }: { of: SponsorshipView }) => {
  const { t } = useTranslation();
  const say = useSay();
  const { claim, result, dissents } = of;
  return (
    <>
      <section className="stack" aria-label={t('sponsorship.claimAnswer')}>
        <h2>{t('sponsorship.claimAnswer')}</h2>
        {claim ? (
          <>
            <p>
              <strong>{say(claimAnswerWords[claim.answer])}</strong>{' '}
              <span className="quiet small">
                <Instant at={claim.at} />
              </span>
            </p>
            <Sealed text={claim.reply} />
            {claim.citation && (
              <p className="small">
                {t('sponsorship.rule')} {claim.citation}
              </p>
            )}
          </>
        ) : (
          <p className="quiet">{t('sponsorship.unanswered')}</p>
        )}
      </section>
      {result && (
        <section className="stack" aria-label={t('sponsorship.result')}>
          <h2>{t('sponsorship.result')}</h2>
          <p className="quiet small">
            <Instant at={result.at} />
          </p>
          <Sealed text={result.text} />
        </section>
      )}
      {dissents.length > 0 && (
        <section className="stack" aria-label={t('sponsorship.dissent')}>
          <h2>{t('sponsorship.dissent')}</h2>
          {dissents.map(({ at, words }) => (
            <div key={at} className="stack">
              <Sealed text={words} />
              <p className="quiet small">
                <Instant at={at} />
              </p>
            </div>
          ))}
        </section>
      )}
    </>
  );
};
