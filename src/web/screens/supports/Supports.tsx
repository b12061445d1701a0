import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { OneOf } from '../../components/Filters/Filters.tsx';
import { More } from '../../components/More/More.tsx';
import { Page } from '../../components/Page/Page.tsx';
import { SupportRows } from '../../components/Support/SupportRows.tsx';
import { Trouble } from '../../components/Trouble/Trouble.tsx';
import { supportsQuery } from '../../server/queries.ts';

/** What this unit gives and what it has offered: by when, and how each stands. */
export const Supports = () => {
  const { t } = useTranslation();
  const { bucket } = useSearch({ from: '/desk/supports' });
  const navigate = useNavigate({ from: '/supports' });
  const found = useInfiniteQuery(supportsQuery({ bucket, limit: 50 }));
  const rows = (found.data?.pages ?? []).flatMap((page) => page.rows);
  return (
    <Page title={t('screen.supports')}>
      <div className="filters">
        <OneOf
          label={t('board.bucket')}
          value={bucket}
          any={t('bucket.open')}
          options={[{ value: 'closed', label: t('bucket.closed') }]}
          change={(value) =>
            void navigate({ search: value ? { bucket: value } : {}, replace: true })
          }
        />
      </div>
      {found.error && <Trouble of={found.error} again={() => void found.refetch()} />}
      {found.isPending && <p className="quiet">{t('page.loading')}</p>}
      {found.data && rows.length === 0 && (
        <div className="stack support-nothing">
          <p>{t(bucket === 'closed' ? 'support.noneEnded' : 'support.none')}</p>
          <p className="quiet">{t('support.noneWhy')}</p>
        </div>
      )}
      {rows.length > 0 && (
        <>
          <SupportRows of={rows} />
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
