import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { callbackKindWords, callbackStatusWords } from '../../../contract/callback-words.ts';
import type { CallbackRow } from '../../../contract/callbacks.ts';
import { Left } from '../../components/Clock/Left.tsx';
import { Instant } from '../../components/Instant.tsx';
import { LiveMark } from '../../components/Live/LiveMark.tsx';
import { More } from '../../components/More/More.tsx';
import { Page } from '../../components/Page/Page.tsx';
import { Trouble } from '../../components/Trouble/Trouble.tsx';
import { callbacksQuery } from '../../server/queries.ts';
import { useSay } from '../../words/say.ts';
import { useRowKeys } from '../next/row-keys.ts';
import '../../components/Rows/rows.css';
import './callbacks.css';

const BUCKETS = ['open', 'closed'] as const;

const Row = ({ row }: { row: CallbackRow }) => {
  const { t } = useTranslation();
  const say = useSay();
  const { clock } = row;
  return (
    <li className="row callbacks-row">
      <Left tone={clock?.tone ?? null} left={clock?.left ?? null} />
      <Link to="/callbacks/$id" params={{ id: row.id }} className="row-title row-one">
        {row.title ?? t('case.untitled')}
        {row.categoryName && <span className="quiet small"> {say(row.categoryName)}</span>}
      </Link>
      <span className="row-meta">
        <span>
          {say(callbackKindWords[row.kind])}
          {row.status && ` · ${say(callbackStatusWords[row.status])}`}
        </span>
        <span className="quiet">
          {row.attempts > 0 && t('callback.attempts', { count: row.attempts })}
          {row.reports > 0 && t('callback.reports', { count: row.reports })}
        </span>
      </span>
      <span className="row-end quiet">
        {clock && (
          <>
            <Instant at={clock.dueAt} ending /> {t('clock.dueShort')}
          </>
        )}
      </span>
    </li>
  );
};

/** 回访台: whom to ask next, by clock; to a supervisor, what they hear of pressure. */
export const Callbacks = () => {
  const { t } = useTranslation();
  const { bucket = 'open' } = useSearch({ from: '/desk/callbacks' });
  const found = useInfiniteQuery(callbacksQuery({ bucket, limit: 100 }));
  const rows = found.data?.pages.flatMap((page) => page.rows) ?? [];
  const keys = useRowKeys([], () => undefined);
  return (
    <Page title={t('screen.callbacks')} aside={<LiveMark />}>
      <p className="quiet">{t('callback.what')}</p>
      <nav className="inline" aria-label={t('screen.callbacks')}>
        {BUCKETS.map((one) => (
          <Link
            key={one}
            to="/callbacks"
            search={one === 'open' ? {} : { bucket: one }}
            aria-current={one === bucket ? 'page' : undefined}
            {...(one === bucket && { className: 'callbacks-chosen' })}
          >
            {t(`callback.bucket.${one}`)}
          </Link>
        ))}
      </nav>
      {found.error && <Trouble of={found.error} again={() => void found.refetch()} />}
      {found.isPending && <p className="quiet">{t('page.loading')}</p>}
      {found.data && rows.length === 0 && <p>{t('callback.nothing')}</p>}
      {rows.length > 0 && (
        <>
          <ul className="rows" ref={keys.list} onKeyDown={keys.press}>
            {rows.map((row) => (
              <Row key={row.id} row={row} />
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
    </Page>
  );
};
