import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { OneOf } from '../../components/Filters/Filters.tsx';
import { Page } from '../../components/Page/Page.tsx';
import { Trouble } from '../../components/Trouble/Trouble.tsx';
import { orderBooksQuery } from '../../server/queries.ts';
import { useSay } from '../../words/say.ts';
import { GiveBack } from './GiveBack.tsx';
import { TakeIn } from './TakeIn.tsx';
import './orders.css';
import '../../components/Rows/rows.css';

/** Orders of a system above: its sheet in, and ours back, each seen before it counts. */
export const Orders = () => {
  const { t } = useTranslation();
  const say = useSay();
  const { book: asked } = useSearch({ from: '/desk/orders' });
  const navigate = useNavigate({ from: '/orders' });
  const found = useQuery(orderBooksQuery);
  const books = found.data ?? [];
  const book = books.find(({ id }) => id === asked) ?? books[0];
  return (
    <Page
      title={t('screen.orders')}
      aside={book && `${book.system} · ${t(`orders.callback.${book.callback}`)}`}
    >
      {found.error && <Trouble of={found.error} again={() => void found.refetch()} />}
      {found.isPending && <p className="quiet">{t('page.loading')}</p>}
      {books.length > 1 && (
        <div className="filters">
          <OneOf
            label={t('orders.book')}
            value={book?.id}
            options={books.map(({ id, title }) => ({ value: id, label: say(title) }))}
            change={(id) => void navigate({ search: id ? { book: id } : {}, replace: true })}
          />
        </div>
      )}
      {found.data && !book && <p>{t('orders.noBook')}</p>}
      {book && (
        <div key={book.id} className="orders">
          <TakeIn book={book} />
          <GiveBack book={book} />
        </div>
      )}
    </Page>
  );
};
