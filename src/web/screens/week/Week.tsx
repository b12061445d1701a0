import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { WeekView } from '../../../contract/unit.ts';
import { Left } from '../../components/Clock/Left.tsx';
import { DutyTable } from '../../components/Duties/DutyTable.tsx';
import { Instant } from '../../components/Instant.tsx';
import { Page } from '../../components/Page/Page.tsx';
import { Trouble } from '../../components/Trouble/Trouble.tsx';
import { weekQuery } from '../../server/queries.ts';
import { useSay } from '../../words/say.ts';
import './week.css';

const Overdue = ({ of }: { of: WeekView }) => {
  const { t } = useTranslation();
  const say = useSay();
  return (
    <section aria-label={t('week.overdue')}>
      <h2>{t('week.overdue')}</h2>
      {of.overdue.length === 0 && <p>{t('sheet.nothing')}</p>}
      <ul className="week-list">
        {of.overdue.map((row) => (
          <li key={row.id}>
            <Left tone={row.tone} left={row.left} />{' '}
            <Link to="/cases/$id" params={{ id: row.id }}>
              {row.title ?? t('case.untitled')}
            </Link>{' '}
            <span className="quiet">
              {say(row.placeName)}
              {say(row.holderName) !== say(row.placeName) && ` · ${say(row.holderName)}`}
            </span>
          </li>
        ))}
      </ul>
      {of.overdueMore && <p className="quiet">{t('week.more')}</p>}
    </section>
  );
};

const Entered = ({ of }: { of: WeekView }) => {
  const { t } = useTranslation();
  const say = useSay();
  return (
    <section aria-label={t('week.entered')}>
      <h2>{t('week.entered')}</h2>
      {of.entered.length === 0 && <p>{t('sheet.nothing')}</p>}
      <ul className="week-list">
        {of.entered.map((row) => (
          <li key={row.id}>
            <span aria-hidden="true">□ </span>
            {row.sentence ? say(row.sentence) : row.title}{' '}
            <span className="quiet">
              {row.title} · {say(row.by.roleName)} · <Instant at={row.enteredAt} />
            </span>
          </li>
        ))}
      </ul>
      {of.entered.length > 0 && (
        <p className="no-print">
          <Link to="/entered">{t('screen.entered')}</Link>
        </p>
      )}
    </section>
  );
};

const Sheet = ({ of }: { of: WeekView }) => {
  const { t } = useTranslation();
  const say = useSay();
  const { opened, ended, breached } = of.changes;
  return (
    <article className="sheet">
      <div className="inline">
        <h2 className="sheet-title">
          {say(of.post.unitName)} {say(of.post.roleName)}
        </h2>
        <span>
          <Instant at={of.from} dated /> — <Instant at={of.to} dated ending />
        </span>
      </div>
      <p>{t('week.changes', { opened, ended, breached })}</p>
      <section aria-label={t('week.own')}>
        <h2>{t('week.own')}</h2>
        {of.own.length === 0 ? (
          <p>{t('week.nothing')}</p>
        ) : (
          <DutyTable rows={of.own} room={t('week.decision')} />
        )}
      </section>
      <div className="week-two">
        <Overdue of={of} />
        <Entered of={of} />
      </div>
      <section className="week-room on-paper" aria-label={t('week.instruction')}>
        <h2>{t('week.instruction')}</h2>
      </section>
    </article>
  );
};

/** 领导周报: what only this post can do, on one sheet. */
export const Week = () => {
  const { t } = useTranslation();
  const found = useQuery(weekQuery);
  return (
    <Page title={t('screen.week')}>
      {found.error && <Trouble of={found.error} again={() => void found.refetch()} />}
      {found.isPending && <p className="quiet">{t('page.loading')}</p>}
      {found.data && (
        <>
          <div className="no-print">
            <Button type="primary" onClick={() => window.print()}>
              {t('sheet.print')}
            </Button>
          </div>
          <Sheet of={found.data} />
        </>
      )}
    </Page>
  );
};
