import { useInfiniteQuery } from '@tanstack/react-query';
import { Navigate, useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ActPage, ActView } from '../../../contract/cases.ts';
import { type OpenAct, OpenedAct } from '../../acts/OpenedAct.tsx';
import { owedAct } from '../../acts/owed.ts';
import { homeFor } from '../../app/Desk/screens.ts';
import { useSession } from '../../app/session.tsx';
import { More } from '../../components/More/More.tsx';
import { Page } from '../../components/Page/Page.tsx';
import { Trouble } from '../../components/Trouble/Trouble.tsx';
import { actsQuery } from '../../server/queries.ts';
import { ActRow } from './ActRow.tsx';
import { admits, type Filter, Narrow } from './Narrow.tsx';
import { Nothing } from './Nothing.tsx';
import { useRowKeys } from './row-keys.ts';
import './next.css';
import '../../components/Rows/rows.css';

const Counts = ({ counts }: { counts: ActPage['counts'] }) => {
  const { t } = useTranslation();
  return (
    <p className="inline">
      <span>{t('next.dueToday', { count: counts.dueToday })}</span>
      <span className={counts.overdue > 0 ? 'left-breach' : ''}>
        {t('next.overdue', { count: counts.overdue })}
      </span>
      <span>{t('next.total', { count: counts.total })}</span>
    </p>
  );
};

/** Everything owed by this post, by clock. */
const Owed = () => {
  const { t } = useTranslation();
  const filter: Filter = useSearch({ from: '/desk/' });
  const navigate = useNavigate({ from: '/' });
  const [open, setOpen] = useState<OpenAct | null>(null);
  const found = useInfiniteQuery(
    actsQuery({ limit: 100, ...(filter.hand ? { hand: filter.hand } : {}) }),
  );
  const all: readonly ActView[] = found.data?.pages.flatMap((page) => page.rows) ?? [];
  const counts = found.data?.pages[0]?.counts;
  const rows = all.filter((row) => admits(filter, row));
  const choose = useCallback((row: ActView) => setOpen(owedAct(row)), []);
  const keys = useRowKeys(rows, choose);
  const narrow = (to: Filter) => void navigate({ search: to, replace: true });

  return (
    <Page title={t('screen.next')} aside={counts && <Counts counts={counts} />}>
      {found.error && <Trouble of={found.error} again={() => void found.refetch()} />}
      {found.isPending && <p className="quiet">{t('page.loading')}</p>}
      {(all.length > 0 || filter.hand) && <Narrow all={all} filter={filter} narrow={narrow} />}
      {found.data && rows.length === 0 && (
        <Nothing filtered={all.length > 0 || filter.hand !== undefined} clear={() => narrow({})} />
      )}
      {rows.length > 0 && (
        <>
          <ul className="rows" ref={keys.list} onKeyDown={keys.press}>
            {rows.map((row, index) => (
              <ActRow
                // A whistle may owe the same act twice: to each unit its rating.
                // biome-ignore lint/suspicious/noArrayIndexKey: see above
                key={`${row.stream} ${row.act} ${row.unit} ${index}`}
                row={row}
                act={() => choose(row)}
              />
            ))}
          </ul>
          <More
            shown={rows.length}
            more={found.hasNextPage}
            loading={found.isFetchingNextPage}
            load={() => void found.fetchNextPage()}
          />
        </>
      )}
      <OpenedAct open={open} close={() => setOpen(null)} />
    </Page>
  );
};

/** Home: next acts; a post that owes none arrives where it has something to do. */
export const Next = () => {
  const { post } = useSession();
  const home = homeFor(post.role);
  return home === '/' ? <Owed /> : <Navigate to={home} replace />;
};
