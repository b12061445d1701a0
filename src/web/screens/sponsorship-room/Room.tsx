import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { SponsorshipView } from '../../../contract/sponsorships.ts';
import { Instant } from '../../components/Instant.tsx';
import { Promised } from '../../components/Sponsorship/Promised.tsx';
import { useSay } from '../../words/say.ts';
import { Meetings } from '../sponsorship/Done.tsx';
import { OneSponsorship } from '../sponsorship/OneSponsorship.tsx';
import { Acts, usePart } from '../sponsorship/Part.tsx';

type Force = NonNullable<SponsorshipView['force']>;

/** Whether the room can decide: each power the mandate needs, and who at the table holds it. */
const Held = ({ of }: { of: Force }) => {
  const { t } = useTranslation();
  const say = useSay();
  return (
    <section className="stack" aria-label={t('force.powers')}>
      <h2>{t('force.powers')}</h2>
      {of.held.length === 0 && <p className="quiet">{t('force.noPowers')}</p>}
      <ul className="held">
        {of.held.map(({ power, by }) => (
          <li key={power.power}>
            <strong>{say(power.name)}</strong>
            {by.length === 0 ? (
              <span className="left-breach">{t('force.missing')}</span>
            ) : (
              by.map(({ unit, unitName, delegated }) => (
                <span key={unit}>
                  {say(unitName)}
                  {delegated && <span className="quiet small"> {t('force.lent')}</span>}
                </span>
              ))
            )}
          </li>
        ))}
      </ul>
    </section>
  );
};

const Members = ({ of }: { of: Force }) => {
  const { t } = useTranslation();
  const say = useSay();
  return (
    <section className="stack" aria-label={t('force.members')}>
      <h2>{t('force.members')}</h2>
      <ul className="sponsorship-list">
        {of.members.map(({ unit, unitName, power }) => (
          <li key={unit}>
            <span>
              <strong>{say(unitName)}</strong>{' '}
              <span className="quiet">{power ? say(power.name) : t('force.noPower')}</span>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
};

const Lent = ({ of }: { of: SponsorshipView }) => {
  const { t } = useTranslation();
  const say = useSay();
  if (of.powers.length === 0) return null;
  return (
    <section className="stack" aria-label={t('force.delegations')}>
      <h2>{t('force.delegations')}</h2>
      <ul className="sponsorship-list">
        {of.powers.map(({ power, fromName, toName, until, over }) => (
          <li key={`${power.power} ${toName.zh} ${until}`}>
            <span>
              <strong>{say(power.name)}</strong>{' '}
              {t('force.fromTo', { from: say(fromName), to: say(toName) })}
            </span>
            <span className="quiet small">
              {t(over ? 'force.lentOver' : 'force.lentUntil')} <Instant at={until} dated ending />
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
};

const Mandate = ({ of }: { of: Force }) => {
  const { t } = useTranslation();
  return (
    <section className="stack" aria-label={t('force.mandate')}>
      <h2>{t('force.mandate')}</h2>
      <p className="sponsorship-text">{of.mandate}</p>
      <p className="quiet">
        <Instant at={of.from} dated /> – <Instant at={of.until} dated ending />
        {of.over && ` · ${t('force.over')}`}
      </p>
    </section>
  );
};

const ACTS = [
  'hold-meeting',
  'convene',
  'add-member',
  'release-member',
  'delegate',
  'supervise',
] as const;

const Whole = ({ of }: { of: SponsorshipView }) => {
  const { t } = useTranslation();
  const part = usePart(of);
  const promised = of.meetings.flatMap(({ commitments }) => commitments);
  return (
    <>
      <div className="sponsorship-half">
        <div className="stack">
          {of.force ? (
            <>
              <Mandate of={of.force} />
              <Held of={of.force} />
              <Members of={of.force} />
            </>
          ) : (
            <p className="quiet">{t('force.none')}</p>
          )}
          <Lent of={of} />
        </div>
        <div className="stack">
          <Meetings of={of} />
          <section className="stack" aria-label={t('force.commitments')}>
            <h2>{t('force.commitments')}</h2>
            {promised.length === 0 && <p className="quiet">{t('force.noCommitments')}</p>}
            <Promised of={promised} take={part.take} />
          </section>
        </div>
      </div>
      <Acts of={of} part={part} among={ACTS} />
    </>
  );
};

/** 工作专班: who is in the room with which power, until when, what it decided and what was promised. */
export const Room = () => {
  const { t } = useTranslation();
  const { id } = useParams({ from: '/desk/sponsorships/$id/force' });
  return (
    <OneSponsorship id={id} part={t('screen.force')}>
      {(of) => <Whole key={id} of={of} />}
    </OneSponsorship>
  );
};
