import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import {
  petitionStatusWords,
  petitionVerdictWords,
  stageWords,
} from '../../../contract/petition-words.ts';
import type { PetitionRow, Verdict } from '../../../contract/petitions.ts';
import { Left } from '../../components/Clock/Left.tsx';
import { OneOf, SearchBox } from '../../components/Filters/Filters.tsx';
import { Instant } from '../../components/Instant.tsx';
import { More } from '../../components/More/More.tsx';
import { Page } from '../../components/Page/Page.tsx';
import { Trouble } from '../../components/Trouble/Trouble.tsx';
import { petitionsQuery } from '../../server/queries.ts';
import { useSay } from '../../words/say.ts';
import '../cases/cases.css';
import '../../components/Rows/rows.css';

type Filter = { readonly [Name in 'text' | 'bucket']?: string };

const isVerdict = (outcome: string): outcome is Verdict =>
  Object.hasOwn(petitionVerdictWords, outcome);

const Row = ({ row }: { row: PetitionRow }) => {
  const { t } = useTranslation();
  const say = useSay();
  const status = say(petitionStatusWords[row.status]);
  return (
    <li className="row cases-row">
      {row.endedAt ? (
        <span className="quiet">{t('cases.ended')}</span>
      ) : (
        <Left tone={row.tone} left={row.left} />
      )}
      <Link to="/petitions/$id" params={{ id: row.id }} className="row-title row-one">
        {row.title ?? t('case.untitled')}
      </Link>
      <span className="row-meta">
        <span className="row-one">
          {row.stage && `${say(stageWords[row.stage])} · `}
          {status}
          {row.outcome && isVerdict(row.outcome) && (
            <span className="quiet"> · {say(petitionVerdictWords[row.outcome])}</span>
          )}
        </span>
        <span className="row-one">{say(row.placeName)}</span>
        <span className="row-one">{say(row.holderName)}</span>
        <span className="quiet row-one">
          <Instant at={row.dueAt ?? row.endedAt ?? row.openedAt} ending={row.dueAt !== null} />
          {row.breaches > 0 && (
            <span className="left-breach"> {t('petitions.breaches', { count: row.breaches })}</span>
          )}
        </span>
      </span>
    </li>
  );
};

/** 信访台: every petition this post has a part in, the step it is at and who owes the next one. */
export const Petitions = () => {
  const { t } = useTranslation();
  const filter: Filter = useSearch({ from: '/desk/petitions' });
  const navigate = useNavigate({ from: '/petitions' });
  const found = useInfiniteQuery(petitionsQuery(filter));
  const rows = found.data?.pages.flatMap((page) => page.rows) ?? [];
  const set = (name: keyof Filter) => (value: string | undefined) => {
    const { [name]: _, ...rest } = filter;
    void navigate({ search: value ? { ...rest, [name]: value } : rest, replace: true });
  };
  return (
    <Page
      title={t('screen.petitions')}
      aside={<Link to="/petition-dates">{t('petitions.dates')}</Link>}
    >
      <div className="filters">
        <SearchBox label={t('petitions.text')} value={filter.text} search={set('text')} />
        <OneOf
          label={t('petitions.bucket')}
          value={filter.bucket}
          any={t('bucket.open')}
          options={(['closed', 'redirected'] as const).map((bucket) => ({
            value: bucket,
            label: t(`bucket.${bucket}`),
          }))}
          change={set('bucket')}
        />
      </div>
      {found.error && <Trouble of={found.error} again={() => void found.refetch()} />}
      {found.isPending && <p className="quiet">{t('page.loading')}</p>}
      {found.data && rows.length === 0 && <p className="quiet">{t('petitions.none')}</p>}
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
