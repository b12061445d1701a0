import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { isPlainLetter } from '../../acts/useLetters.ts';
import { OneOf, SearchBox } from '../../components/Filters/Filters.tsx';
import { Key } from '../../components/Key.tsx';
import { LiveMark } from '../../components/Live/LiveMark.tsx';
import { More } from '../../components/More/More.tsx';
import { Page } from '../../components/Page/Page.tsx';
import { Trouble } from '../../components/Trouble/Trouble.tsx';
import { whistlesQuery } from '../../server/queries.ts';
import { BoardRow } from './BoardRow.tsx';
import { Nothing } from './Nothing.tsx';
import '../../components/Rows/rows.css';
import './whistles.css';

type Filter = { readonly [Name in 'text' | 'bucket' | 'wall']?: string };

/** Up and down move between whistles; Enter is the row's own link. */
const useRows = () => {
  const list = useRef<HTMLUListElement>(null);
  const press = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const links = [...(list.current?.querySelectorAll<HTMLElement>('a.board-title') ?? [])];
    const row = document.activeElement?.closest('li.board-row');
    const at = links.findIndex((link) => row?.contains(link));
    links[Math.max(0, Math.min(at + step, links.length - 1))]?.focus();
  };
  return { list, press };
};

/** The letter that hangs the board on the wall, and Escape that takes it down again. */
const useWall = (wall: boolean, turn: (wall: boolean) => void) => {
  const latest = useRef({ wall, turn });
  latest.current = { wall, turn };
  useEffect(() => {
    const press = (event: globalThis.KeyboardEvent) => {
      const { wall: on, turn: to } = latest.current;
      if (on ? event.key !== 'Escape' : event.key !== 'w' || !isPlainLetter(event)) return;
      to(!on);
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, []);
};

interface NarrowProps {
  readonly filter: Filter;
  readonly set: (name: keyof Filter) => (value: string | undefined) => void;
  readonly hang: () => void;
}

const Narrow = ({ filter, set, hang }: NarrowProps) => {
  const { t } = useTranslation();
  return (
    <div className="filters">
      <SearchBox label={t('board.text')} value={filter.text} search={set('text')} />
      <OneOf
        label={t('board.bucket')}
        value={filter.bucket}
        any={t('bucket.open')}
        options={[{ value: 'closed', label: t('bucket.closed') }]}
        change={set('bucket')}
      />
      <button type="button" className="desk-plain" onClick={hang}>
        {t('board.wall')} <Key>{t('board.wallKey')}</Key>
      </button>
      <p className="small quiet next-keys">{t('board.keys')}</p>
    </div>
  );
};

/** 哨板: a row a whistle, a cell a call-out, each with what it owes and by when. */
export const Whistles = () => {
  const { t } = useTranslation();
  const filter: Filter = useSearch({ from: '/desk/whistles' });
  const navigate = useNavigate({ from: '/whistles' });
  const { wall, ...asked } = filter;
  const found = useInfiniteQuery(whistlesQuery({ ...asked, limit: 100 }));
  const pages = found.data?.pages ?? [];
  const count = pages.reduce((sum, page) => sum + page.rows.length, 0);
  const rows = useRows();
  const set = (name: keyof Filter) => (value: string | undefined) => {
    const { [name]: _, ...rest } = filter;
    void navigate({ search: value ? { ...rest, [name]: value } : rest, replace: true });
  };
  const hang = (up: boolean) => set('wall')(up ? '1' : undefined);
  useWall(wall === '1', hang);

  return (
    <div className={wall === '1' ? 'board wall' : 'board'}>
      <Page
        title={t('screen.whistles')}
        aside={
          <span className="inline">
            <LiveMark />
            {wall === '1' && (
              <button type="button" className="desk-plain" onClick={() => hang(false)}>
                {t('board.leaveWall')}
              </button>
            )}
          </span>
        }
      >
        {wall !== '1' && <Narrow filter={filter} set={set} hang={() => hang(true)} />}
        {found.error && <Trouble of={found.error} again={() => void found.refetch()} />}
        {found.isPending && <p className="quiet">{t('page.loading')}</p>}
        {found.data && count === 0 && (
          <Nothing
            filtered={Object.keys(asked).length > 0}
            clear={() => void navigate({ search: {} })}
          />
        )}
        {count > 0 && (
          <>
            <ul className="board-rows" ref={rows.list} onKeyDown={rows.press}>
              {pages.flatMap((page) =>
                page.rows.map((row) => <BoardRow key={row.id} row={row} from={page} />),
              )}
            </ul>
            {wall !== '1' && (
              <More
                shown={count}
                more={found.hasNextPage}
                loading={found.isFetchingNextPage}
                load={() => void found.fetchNextPage()}
              />
            )}
          </>
        )}
      </Page>
    </div>
  );
};
