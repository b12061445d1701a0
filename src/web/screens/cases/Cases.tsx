import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { CaseRow, CaseStatus } from '../../../contract/cases.ts';
import { outcomeWords, statusWords } from '../../../contract/words.ts';
import { Left } from '../../components/Clock/Left.tsx';
import { OneOf, SearchBox } from '../../components/Filters/Filters.tsx';
import { Instant } from '../../components/Instant.tsx';
import { More } from '../../components/More/More.tsx';
import { Page } from '../../components/Page/Page.tsx';
import { Trouble } from '../../components/Trouble/Trouble.tsx';
import { casesQuery, rulebookQuery } from '../../server/queries.ts';
import { useSay } from '../../words/say.ts';
import './cases.css';
import '../../components/Rows/rows.css';

const BUCKETS = ['open', 'answered', 'redirected', 'merged', 'closed'] as const;
const STATUSES = Object.keys(statusWords) as CaseStatus[];

const Row = ({ row }: { row: CaseRow }) => {
  const { t } = useTranslation();
  const say = useSay();
  const title = row.title ?? (row.categoryName ? say(row.categoryName) : t('case.untitled'));
  return (
    <li className={row.first ? 'row cases-row row-first' : 'row cases-row'}>
      {row.endedAt ? (
        <span className="quiet">{t('cases.ended')}</span>
      ) : (
        <Left tone={row.tone} left={row.left} />
      )}
      <Link to="/cases/$id" params={{ id: row.id }} className="row-title row-one">
        {title}
      </Link>
      <span className="row-meta">
        <span className="row-one">
          {say(statusWords[row.status])}
          {row.outcome && <span className="quiet"> · {say(outcomeWords[row.outcome])}</span>}
        </span>
        <span className="row-one">{say(row.placeName)}</span>
        <span className="row-one">{say(row.holderName)}</span>
        <span className="quiet row-one">
          <Instant at={row.endedAt ?? row.openedAt} />
        </span>
      </span>
    </li>
  );
};

type Filter = {
  readonly [Name in 'text' | 'bucket' | 'status' | 'category' | 'unit' | 'overdue']?: string;
};

interface NarrowProps {
  readonly filter: Filter;
  readonly narrow: (name: keyof Filter) => (value: string | undefined) => void;
}

const Narrow = ({ filter, narrow }: NarrowProps) => {
  const { t } = useTranslation();
  const say = useSay();
  const { data: rules } = useQuery(rulebookQuery);
  return (
    <div className="filters">
      <SearchBox label={t('cases.text')} value={filter.text} search={narrow('text')} />
      <OneOf
        label={t('cases.bucket')}
        value={filter.bucket}
        options={BUCKETS.map((bucket) => ({ value: bucket, label: t(`bucket.${bucket}`) }))}
        change={narrow('bucket')}
      />
      <OneOf
        label={t('cases.status')}
        value={filter.status}
        options={STATUSES.map((status) => ({ value: status, label: say(statusWords[status]) }))}
        change={narrow('status')}
      />
      <OneOf
        label={t('cases.category')}
        value={filter.category}
        options={(rules?.categories ?? []).map(({ code, name }) => ({
          value: code,
          label: say(name),
        }))}
        change={narrow('category')}
      />
      <OneOf
        label={t('cases.unit')}
        value={filter.unit}
        options={(rules?.units ?? []).map(({ id, name }) => ({ value: id, label: say(name) }))}
        change={narrow('unit')}
      />
      <label className="filter-check">
        <input
          type="checkbox"
          checked={filter.overdue === 'true'}
          onChange={(event) => narrow('overdue')(event.target.checked ? 'true' : undefined)}
        />
        {t('cases.overdue')}
      </label>
    </div>
  );
};

const Head = () => {
  const { t } = useTranslation();
  return (
    <div className="cases-row cases-head quiet small" aria-hidden="true">
      <span>{t('cases.colLeft')}</span>
      <span>{t('cases.colTitle')}</span>
      <span>{t('cases.colStatus')}</span>
      <span>{t('cases.colPlace')}</span>
      <span>{t('cases.colHolder')}</span>
      <span>{t('cases.colWhen')}</span>
    </div>
  );
};

/** Every case this post may see, found by words and narrowed in the address bar. */
export const Cases = () => {
  const { t } = useTranslation();
  const filter: Filter = useSearch({ from: '/desk/cases' });
  const navigate = useNavigate({ from: '/cases' });
  const found = useInfiniteQuery(casesQuery(filter));
  const rows = found.data?.pages.flatMap((page) => page.rows) ?? [];
  const narrow: NarrowProps['narrow'] = (name) => (value) => {
    const { [name]: _, ...rest } = filter;
    void navigate({ search: value ? { ...rest, [name]: value } : rest, replace: true });
  };

  return (
    <Page title={t('screen.cases')}>
      <Narrow filter={filter} narrow={narrow} />
      {found.error && <Trouble of={found.error} again={() => void found.refetch()} />}
      {found.isPending && <p className="quiet">{t('page.loading')}</p>}
      {found.data && rows.length === 0 && (
        <p className="inline">
          {t('cases.noMatch')}
          {Object.keys(filter).length > 0 && (
            <Button onClick={() => void navigate({ search: {} })}>{t('list.clear')}</Button>
          )}
        </p>
      )}
      {rows.length > 0 && (
        <>
          <Head />
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
