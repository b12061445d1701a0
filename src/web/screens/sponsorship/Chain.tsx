import { useTranslation } from 'react-i18next';
import type { SponsorshipView } from '../../../contract/sponsorships.ts';
import { Left } from '../../components/Clock/Left.tsx';
import { Instant } from '../../components/Instant.tsx';
import { Law } from '../../components/Law/Law.tsx';
import { Seats } from '../../components/Sponsorship/Seats.tsx';
import { useSay } from '../../words/say.ts';
import { Clocks } from '../case/Clocks.tsx';

/** The three, the end date and what was asked of it. */
export const Chain = ({ of }: { of: SponsorshipView }) => {
  const { t } = useTranslation();
  const say = useSay();
  const { extension } = of;
  return (
    <>
      <section className="stack" aria-label={t('sponsorship.chain')}>
        <h2>{t('sponsorship.chain')}</h2>
        <Seats of={of.seats} />
      </section>
      {of.endsAt && (
        <section className="stack" aria-label={t('sponsorship.end')}>
          <h2>{t('sponsorship.end')}</h2>
          {of.term && (
            <p className="clock-left">
              <Left tone={of.term.tone} left={of.term.left} />
            </p>
          )}
          <p>
            <Instant at={of.endsAt} dated ending />
          </p>
          {extension && (
            <p>
              {t('sponsorship.asksFor', { by: say(extension.by) })} {extension.reason}{' '}
              <strong>
                {extension.granted === null
                  ? t('case.extensionAsked')
                  : t(extension.granted ? 'case.extensionGranted' : 'case.extensionRefused')}
              </strong>
              {extension.newDueAt && (
                <>
                  {' '}
                  <Instant at={extension.newDueAt} dated ending />
                </>
              )}
            </p>
          )}
        </section>
      )}
    </>
  );
};

/** What runs, and what of the duties is seen to. */
export const Running = ({ of }: { of: SponsorshipView }) => (
  <>
    <Duties of={of} />
    <Clocks of={of.clocks} />
  </>
);

/** 五包, in their service form: each is seen to by an act of its day. */
const Duties = ({ of }: { of: SponsorshipView }) => {
  const { t } = useTranslation();
  const say = useSay();
  const law = of.duties[0]?.citation;
  return (
    <section className="stack" aria-label={t('sponsorship.duties')}>
      <h2>{t('sponsorship.duties')}</h2>
      <ul className="sponsorship-list">
        {of.duties.map(({ code, name, done }) => (
          <li key={code}>
            <span>
              <span aria-hidden="true">{done ? '✓' : '○'}</span> {say(name)}{' '}
              <span className="quiet small">
                {t(done ? 'sponsorship.dutyDone' : 'sponsorship.dutyOpen')}
              </span>
            </span>
          </li>
        ))}
      </ul>
      <p className="quiet small">{t('sponsorship.dutiesWhy')}</p>
      {law && <Law citation={law} />}
    </section>
  );
};
