import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { HoldView, LooksView } from '../../../contract/secrecy.ts';
import { Instant } from '../../components/Instant.tsx';
import { Page } from '../../components/Page/Page.tsx';
import { Trouble } from '../../components/Trouble/Trouble.tsx';
import { looksQuery } from '../../server/queries.ts';
import { useSay } from '../../words/say.ts';
import { HoldActs } from './HoldActs.tsx';
import './looks.css';

const FIELDS = ['words', 'contact', 'place', 'call'] as const;

const Present = ({ hold }: { hold: HoldView }) => {
  const { t } = useTranslation();
  const say = useSay();
  return (
    <div className="looks-hold stack">
      <p>
        <strong>{t(hold.from ? 'looks.held' : 'looks.asked')}</strong>{' '}
        {t('looks.of', { unit: say(hold.unitName) })}
      </p>
      <p>
        {say(hold.basis)} · {hold.reason}
      </p>
      <p className="quiet small">
        {hold.from ? (
          <>
            <Instant at={hold.from} /> — <Instant at={hold.until} ending />
          </>
        ) : (
          <>
            {t('looks.waits', {
              post: `${say(hold.approver.unitName)} ${say(hold.approver.roleName)}`,
            })}{' '}
            {t('looks.until')} <Instant at={hold.until} ending />
          </>
        )}
      </p>
    </div>
  );
};

const Past = ({ past }: Pick<LooksView, 'past'>) => {
  const { t } = useTranslation();
  const say = useSay();
  return (
    <ul className="looks-list">
      {past.map(({ unitName, basis, from, to }) => (
        <li key={from}>
          {t('looks.over')} {say(unitName)} · {say(basis)}{' '}
          <span className="quiet small">
            <Instant at={from} /> — <Instant at={to} ending />
          </span>
        </li>
      ))}
    </ul>
  );
};

const Whole = ({ id, of }: { id: string; of: LooksView }) => {
  const { t } = useTranslation();
  const say = useSay();
  const named = (field: string) => {
    const [whole] = field.split('.');
    return t(`looks.field.${FIELDS.find((one) => one === whole) ?? 'other'}`);
  };
  return (
    <div className="looks">
      <section className="stack" aria-label={t('looks.who')}>
        <p className="quiet">{t('looks.what')}</p>
        {of.looks.length === 0 && <p>{t('looks.none')}</p>}
        <ol className="looks-list">
          {of.looks.map((look) => (
            <li key={`${look.at} ${look.field} ${look.by.zh}`}>
              {say(look.by)} · {named(look.field)}
              <br />
              {look.purpose}
              <br />
              <span className="quiet small">
                <Instant at={look.at} />
              </span>
            </li>
          ))}
        </ol>
      </section>
      <section className="stack" aria-label={t('looks.holds')}>
        <h2>{t('looks.holds')}</h2>
        {of.offered ? (
          <>
            <p className="quiet">{t('looks.holdsWhat')}</p>
            {of.hold && <Present hold={of.hold} />}
            <Past past={of.past} />
            <HoldActs id={id} of={of} />
          </>
        ) : (
          <p>{t('looks.notOffered')}</p>
        )}
      </section>
    </div>
  );
};

/** 查看记录: who looked at the person's details, and whether they are told at once. */
export const Looks = () => {
  const { t } = useTranslation();
  const { id } = useParams({ from: '/desk/cases/$id/looks' });
  const found = useQuery(looksQuery(id));
  return (
    <Page
      title={t('screen.looks')}
      aside={
        <Link to="/cases/$id" params={{ id }}>
          {t('looks.back')}
        </Link>
      }
    >
      {found.error && <Trouble of={found.error} again={() => void found.refetch()} />}
      {found.isPending && <p className="quiet">{t('page.loading')}</p>}
      {found.data && <Whole id={id} of={found.data} />}
    </Page>
  );
};
