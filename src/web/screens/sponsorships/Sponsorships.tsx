import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Role } from '../../../contract/session.ts';
import { sponsorshipStatusWords } from '../../../contract/sponsorship-words.ts';
import type { SponsorshipRow } from '../../../contract/sponsorships.ts';
import { useSession } from '../../app/session.tsx';
import { Left } from '../../components/Clock/Left.tsx';
import { OneOf, SearchBox } from '../../components/Filters/Filters.tsx';
import { Instant } from '../../components/Instant.tsx';
import { More } from '../../components/More/More.tsx';
import { Page } from '../../components/Page/Page.tsx';
import { Trouble } from '../../components/Trouble/Trouble.tsx';
import { sponsorDeskQuery, sponsorshipsQuery } from '../../server/queries.ts';
import { useSay } from '../../words/say.ts';
import { GaveWay } from './GaveWay.tsx';
import { Asked, Mine } from './Mine.tsx';
import '../cases/cases.css';
import '../../components/Rows/rows.css';
import './sponsorships.css';

type Filter = { readonly [Name in 'text' | 'bucket']?: string };

/** Whoever may hold a seat; the server's table says the same. */
const SEATED: ReadonlySet<Role> = new Set([
  'sponsor',
  'liaison',
  'unit_handler',
  'office_head',
  'unit_head',
]);

const Row = ({ row }: { row: SponsorshipRow }) => {
  const { t } = useTranslation();
  const say = useSay();
  const sponsor = row.seats.find(({ seat }) => seat === 'sponsor')?.post;
  return (
    <li className="row cases-row">
      {row.endedAt ? (
        <span className="quiet">{t('cases.ended')}</span>
      ) : (
        <Left tone={row.term?.tone ?? null} left={row.term?.left ?? null} />
      )}
      <Link to="/sponsorships/$id" params={{ id: row.id }} className="row-title row-one">
        {row.title ?? t('case.untitled')}
      </Link>
      <span className="row-meta">
        <span className="row-one">
          {say(sponsorshipStatusWords[row.status])}
          {row.breaches > 0 && (
            <span className="left-breach"> {t('petitions.breaches', { count: row.breaches })}</span>
          )}
        </span>
        <span className="row-one">{say(row.placeName)}</span>
        <span className="row-one">
          {sponsor ? `${say(sponsor.unitName)} · ${say(sponsor.roleName)}` : ''}
        </span>
        <span className="quiet row-one">
          <Instant at={row.endedAt ?? row.endsAt ?? row.openedAt} ending={row.endsAt !== null} />
        </span>
      </span>
    </li>
  );
};

/** Every sponsorship this post has a part in; those of one's own desk stand above it already. */
const List = ({ shown }: { shown: ReadonlySet<string> }) => {
  const { t } = useTranslation();
  const filter: Filter = useSearch({ from: '/desk/sponsorships' });
  const navigate = useNavigate({ from: '/sponsorships' });
  const found = useInfiniteQuery(sponsorshipsQuery(filter));
  const rows = (found.data?.pages.flatMap((page) => page.rows) ?? []).filter(
    ({ id }) => !shown.has(id),
  );
  const set = (name: keyof Filter) => (value: string | undefined) => {
    const { [name]: _, ...rest } = filter;
    void navigate({ search: value ? { ...rest, [name]: value } : rest, replace: true });
  };
  return (
    <section className="stack no-print" aria-label={t('sponsorDesk.others')}>
      <h2>{t('sponsorDesk.others')}</h2>
      <div className="filters">
        <SearchBox label={t('sponsorDesk.text')} value={filter.text} search={set('text')} />
        <OneOf
          label={t('petitions.bucket')}
          value={filter.bucket}
          any={t('bucket.open')}
          options={[{ value: 'closed', label: t('bucket.closed') }]}
          change={set('bucket')}
        />
      </div>
      {found.error && <Trouble of={found.error} again={() => void found.refetch()} />}
      {found.isPending && <p className="quiet">{t('page.loading')}</p>}
      {found.data && rows.length === 0 && <p className="quiet">{t('sponsorDesk.noneOther')}</p>}
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
    </section>
  );
};

/** 包案台: what waits for an answer, one's own cases and what only one can move; then what one may read. */
export const Sponsorships = () => {
  const { t } = useTranslation();
  const { post } = useSession();
  const seated = SEATED.has(post.role);
  const { data: desk, error, refetch } = useQuery({ ...sponsorDeskQuery, enabled: seated });
  const mine = desk?.mine ?? [];
  const asked = desk?.asked ?? [];
  return (
    <Page
      title={t('screen.sponsorships')}
      aside={
        <div className="inline">
          {desk?.load && <strong>{t('sponsorDesk.load', desk.load)}</strong>}
          {mine.length > 0 && (
            <Button className="no-print" size="small" onClick={() => window.print()}>
              {t('sponsorDesk.print')}
            </Button>
          )}
        </div>
      }
    >
      {error && <Trouble of={error} again={() => void refetch()} />}
      <div className="sponsor-desk">
        {asked.length > 0 && <Asked of={asked} load={desk?.load ?? null} />}
        {desk && (mine.length > 0 || post.role === 'sponsor') && <Mine of={mine} />}
        {(desk || error || !seated) && (
          <List shown={new Set([...mine, ...asked].map(({ id }) => id))} />
        )}
        <GaveWay />
      </div>
    </Page>
  );
};
