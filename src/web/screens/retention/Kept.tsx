import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { RetentionView } from '../../../contract/retention.ts';
import { holdEndWords, retentionStatusWords } from '../../../contract/retention-words.ts';
import { ClockCard } from '../../components/Clock/ClockCard.tsx';
import { Instant } from '../../components/Instant.tsx';
import { Law } from '../../components/Law/Law.tsx';
import { Page } from '../../components/Page/Page.tsx';
import { Said } from '../../components/Said/Said.tsx';
import { Trouble } from '../../components/Trouble/Trouble.tsx';
import { retentionQuery } from '../../server/queries.ts';
import { useSay } from '../../words/say.ts';
import { Thread } from '../case/Thread.tsx';
import { Acts } from './Acts.tsx';
import '../case/case.css';
import './retention.css';

const Facts = ({ of }: { of: RetentionView }) => {
  const { t } = useTranslation();
  const say = useSay();
  const archive = of.receipt
    ? t('retention.archiveDone', { receipt: of.receipt })
    : t(of.archive ? 'retention.archiveYes' : 'retention.archiveNo');
  return (
    <dl className="facts">
      <dt>{t('retention.class')}</dt>
      <dd>
        {say(of.className)}
        <Law citation={of.classCitation} />
      </dd>
      <dt>{t('retention.ended')}</dt>
      <dd>
        <Instant at={of.ended} dated />
      </dd>
      <dt>{t(of.erasedAt ? 'retention.erasedOn' : 'retention.until')}</dt>
      <dd>
        {of.erasedAt ? (
          <Instant at={of.erasedAt} dated />
        ) : of.until ? (
          <Instant at={of.until} ending dated />
        ) : (
          t('retention.untilOver')
        )}
      </dd>
      <dt>{t('retention.archive')}</dt>
      <dd>{archive}</dd>
      {of.archive && (
        <>
          <dt>{t('retention.package')}</dt>
          <dd>
            {of.packageTaken ? (
              <>
                {t('retention.packageAt')} <Instant at={of.packageTaken} dated />
              </>
            ) : (
              t('retention.packageNever')
            )}
          </dd>
        </>
      )}
    </dl>
  );
};

const Holds = ({ of }: { of: RetentionView }) => {
  const { t } = useTranslation();
  const say = useSay();
  return (
    <section className="stack" aria-label={t('retention.holdsTitle')}>
      <h2>{t('retention.holdsTitle')}</h2>
      {of.holdsList.length === 0 && <p className="quiet">{t('retention.holdsNone')}</p>}
      <ul className="retention-list">
        {of.holdsList.map((hold) => (
          <li key={hold.n}>
            <p>
              <strong>{t('retention.hold', { n: hold.n })}</strong> {hold.reason}
            </p>
            <p className="quiet small">
              {t('retention.holdUntil')} <Instant at={hold.until} ending dated /> ·{' '}
              {hold.end
                ? say(holdEndWords[hold.end])
                : t(hold.agreed ? 'retention.holdAgreed' : 'retention.holdWaits')}
              {hold.overdue && !hold.end && ` · ${t('retention.holdOverdue')}`}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
};

const Wishes = ({ of }: { of: RetentionView }) => {
  const { t } = useTranslation();
  return (
    <section className="stack" aria-label={t('retention.wishesTitle')}>
      <h2>{t('retention.wishesTitle')}</h2>
      {of.wishes.length === 0 && <p className="quiet">{t('retention.wishesNone')}</p>}
      {of.wishes.map((wish) => (
        <div key={wish.n} className="stack">
          <p className="quiet small">
            <Instant at={wish.at} />
            {!wish.answered && ` · ${t('retention.wishWaits')}`}
          </p>
          {wish.words ? (
            <Said>{wish.words}</Said>
          ) : (
            <p className="quiet">{t('retention.wishWords')}</p>
          )}
          {wish.answer && <p>{wish.answer}</p>}
        </div>
      ))}
    </section>
  );
};

/** What somebody owes, or owed too late. How long it is kept is a date among the facts. */
const promises = ({ clocks }: RetentionView) =>
  clocks.filter(
    ({ kind, status, breachedAt }) =>
      kind !== 'keep' && (status === 'running' || breachedAt !== null),
  );

/** One matter that is over: until when it is kept, what stands before its end, and every act. */
export const Kept = () => {
  const { t } = useTranslation();
  const say = useSay();
  const { id } = useParams({ from: '/desk/retention/$id' });
  const found = useQuery(retentionQuery(id));
  const of = found.data;
  const category = of?.categoryName ? say(of.categoryName) : t('retention.uncategorised');
  return (
    <Page
      title={t('retention.title', { category })}
      aside={of && `${say(retentionStatusWords[of.status])} · ${say(of.placeName)}`}
    >
      {found.error && <Trouble of={found.error} again={() => void found.refetch()} />}
      {found.isPending && <p className="quiet">{t('page.loading')}</p>}
      {of && (
        <div className="retention-page">
          <div className="stack">
            <Facts of={of} />
            <Acts key={of.version} of={of} />
            <Holds of={of} />
            <Wishes of={of} />
          </div>
          <div className="stack">
            <section
              className="stack"
              aria-label={t('retention.clocks')}
              hidden={promises(of).length === 0}
            >
              <h2>{t('retention.clocks')}</h2>
              {promises(of).map((clock) => (
                <ClockCard key={clock.id} clock={clock} />
              ))}
            </section>
            <Thread of={of.thread} />
          </div>
        </div>
      )}
    </Page>
  );
};
