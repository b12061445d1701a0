import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { type RetentionRow, RetentionShelf } from '../../../contract/retention.ts';
import { retentionStatusWords } from '../../../contract/retention-words.ts';
import { Instant } from '../../components/Instant.tsx';
import { More } from '../../components/More/More.tsx';
import { Page } from '../../components/Page/Page.tsx';
import { Trouble } from '../../components/Trouble/Trouble.tsx';
import { retentionsQuery } from '../../server/queries.ts';
import { useSay } from '../../words/say.ts';
import '../../components/Rows/rows.css';
import './retention.css';

const shelfOf = (written: string | undefined): RetentionShelf => {
  const read = RetentionShelf.safeParse(written);
  return read.success ? read.data : 'kept';
};

const Row = ({ row }: { row: RetentionRow }) => {
  const { t } = useTranslation();
  const say = useSay();
  const category = row.categoryName ? say(row.categoryName) : t('retention.uncategorised');
  return (
    <li className="row retention-row" data-row={row.id}>
      <Link to="/retention/$id" params={{ id: row.id }} className="row-title row-one">
        {category} · {say(row.placeName)}
      </Link>
      <span className="row-meta">
        <span className="row-one">{say(row.className)}</span>
        <span className="row-one">{say(retentionStatusWords[row.status])}</span>
        <span className="quiet row-one">
          {row.erasedAt ? (
            <>
              {t('retention.erasedOn')} <Instant at={row.erasedAt} dated />
            </>
          ) : row.until ? (
            <>
              {t('retention.until')} <Instant at={row.until} ending dated />
            </>
          ) : (
            t('retention.untilOver')
          )}
        </span>
      </span>
      <span className="row-end inline">
        {row.holds > 0 && (
          <span className="retention-mark">{t('retention.holds', { count: row.holds })}</span>
        )}
        {row.wish && <span className="retention-mark">{t('retention.wish')}</span>}
        {row.archive && (
          <span className="retention-mark">
            {t(row.transferred ? 'retention.handedOver' : 'retention.toArchive')}
          </span>
        )}
      </span>
    </li>
  );
};

/** 档案台: what is kept, what an archive awaits, what a hold keeps, who waits for an answer. */
export const Retention = () => {
  const { t } = useTranslation();
  const shelf = shelfOf(useSearch({ from: '/desk/retention' }).shelf);
  const found = useInfiniteQuery(retentionsQuery({ shelf }));
  const pages = found.data?.pages ?? [];
  const rows = pages.flatMap((page) => page.rows);
  const counts = pages[0]?.counts;
  return (
    <Page title={t('screen.retention')}>
      <p className="quiet">{t('retention.what')}</p>
      <nav className="retention-shelves" aria-label={t('retention.shelf.label')}>
        {RetentionShelf.options.map((of) => (
          <Link
            key={of}
            to="/retention"
            search={{ shelf: of }}
            {...(of === shelf ? { 'aria-current': 'page' as const } : {})}
          >
            {t(`retention.shelf.${of}`, { count: counts?.[of] ?? 0 })}
          </Link>
        ))}
      </nav>
      {found.error && <Trouble of={found.error} again={() => void found.refetch()} />}
      {found.isPending && <p className="quiet">{t('page.loading')}</p>}
      {found.data && rows.length === 0 && <p>{t('retention.none')}</p>}
      {rows.length > 0 && (
        <>
          <ul className="rows">
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
