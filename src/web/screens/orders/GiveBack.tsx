import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { OrderBook, OrdersView } from '../../../contract/orders.ts';
import { statusWords } from '../../../contract/words.ts';
import { Left } from '../../components/Clock/Left.tsx';
import { Instant } from '../../components/Instant.tsx';
import { Trouble } from '../../components/Trouble/Trouble.tsx';
import { ordersQuery } from '../../server/queries.ts';
import { useSay } from '../../words/say.ts';
import { useGiveBack } from './useGiveBack.ts';

const Row = ({ row }: { row: OrdersView['rows'][number] }) => {
  const { t } = useTranslation();
  const say = useSay();
  return (
    <li className="row orders-row">
      <Left tone={row.tone} left={row.left} />
      <Link to="/cases/$id" params={{ id: row.case }} className="row-title row-one">
        {row.number} {row.title}
      </Link>
      <span className="row-meta">
        <span className="row-one">{say(statusWords[row.status])}</span>
        <span className="row-one">
          <span className="quiet">{row.theirs ?? t('orders.nothing')} →</span> {row.said}
        </span>
        <span className="quiet row-one">
          {row.dueAt && (
            <>
              {t('case.upstreamDue')} <Instant at={row.dueAt} ending />
            </>
          )}
        </span>
      </span>
    </li>
  );
};

const Outcome = ({ of }: { of: ReturnType<typeof useGiveBack>['give'] }) => {
  const { t } = useTranslation();
  if (!of.data) return null;
  const { name, rows, done, left } = of.data;
  return (
    <p role="status">
      <strong>{name}</strong> {t('orders.given', { count: rows, done })}{' '}
      {left > 0 && t('orders.left', { count: left })}
    </p>
  );
};

/** What the orders have to say to the system that gave them, as the sheet it wants. */
export const GiveBack = ({ book }: { book: OrderBook }) => {
  const { t } = useTranslation();
  const found = useQuery(ordersQuery(book.id));
  const { give, progress } = useGiveBack(book.id);
  const of = found.data;
  return (
    <section className="stack" aria-labelledby="orders-out">
      <h2 id="orders-out">{t('orders.out')}</h2>
      {found.error && <Trouble of={found.error} again={() => void found.refetch()} />}
      {found.isPending && <p className="quiet">{t('page.loading')}</p>}
      {of && (
        <>
          <p>
            {t('orders.standing', { count: of.all, open: of.open, news: of.news })}{' '}
            {of.awaiting > 0 && t('orders.awaiting', { count: of.awaiting })}
          </p>
          <p className="inline">
            <Button
              type="primary"
              disabled={of.news === 0}
              loading={give.isPending}
              onClick={() => give.mutate('new')}
            >
              {t('orders.giveNew', { count: of.news })}
            </Button>
            <Button disabled={of.all === 0 || give.isPending} onClick={() => give.mutate('all')}>
              {t('orders.giveAll', { count: of.all })}
            </Button>
          </p>
          {of.news === 0 && <p className="quiet">{t('orders.noNews')}</p>}
          {progress && (
            <p className="orders-progress" role="status">
              <progress max={progress.of} value={progress.done} aria-label={t('orders.progress')} />{' '}
              {t('orders.recorded', { done: progress.done, count: progress.of })}
            </p>
          )}
          {give.error && <Trouble of={give.error} />}
          <Outcome of={give} />
          {of.rows.length > 0 && (
            <ul className="rows">
              {of.rows.map((row) => (
                <Row key={`${row.case} ${row.number}`} row={row} />
              ))}
            </ul>
          )}
          {of.news > of.rows.length && (
            <p className="quiet">{t('orders.more', { count: of.news - of.rows.length })}</p>
          )}
        </>
      )}
    </section>
  );
};
