import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { OrderLine } from '../../../contract/orders.ts';
import { useSay } from '../../words/say.ts';

/** Rows in sight before the rest folds away. */
const IN_SIGHT = 10;

const OrderNumber = ({ of }: { of: OrderLine }) =>
  of.case === null ? (
    <strong>{of.number}</strong>
  ) : (
    <Link to="/cases/$id" params={{ id: of.case }}>
      {of.number}
    </Link>
  );

const Changes = ({ of }: { of: OrderLine }) => {
  const { t } = useTranslation();
  const say = useSay();
  return (
    <ul className="orders-changes">
      {of.changes.map(({ field, from, to }) => (
        <li key={field}>
          <span className="quiet">{t(`orders.field.${field}`)}</span>{' '}
          {from ? <s>{say(from)}</s> : <span className="quiet">{t('orders.nothing')}</span>} →{' '}
          <strong>{to ? say(to) : t('orders.nothing')}</strong>
        </li>
      ))}
    </ul>
  );
};

const Line = ({ of }: { of: OrderLine }) => {
  const { t } = useTranslation();
  return (
    <li className="orders-line">
      <span className="quiet">{t('orders.line', { line: of.line })}</span>
      <span>
        <OrderNumber of={of} /> {of.title}
      </span>
      {of.kind === 'changed' && <Changes of={of} />}
      {of.problem && (
        <p className="orders-problem">
          {of.problem.field && <strong>{of.problem.field} </strong>}
          {of.problem.what}
        </p>
      )}
    </li>
  );
};

const List = ({ of }: { of: readonly OrderLine[] }) => (
  <ul className="orders-lines">
    {of.map((line) => (
      <Line key={line.line} of={line} />
    ))}
  </ul>
);

/** What of one kind a sheet holds: a few in sight, the rest one tap away. */
export const Lines = ({ title, of }: { title: ReactNode; of: readonly OrderLine[] }) => {
  const { t } = useTranslation();
  if (of.length === 0) return null;
  const rest = of.slice(IN_SIGHT);
  return (
    <section>
      <h3>{title}</h3>
      <List of={of.slice(0, IN_SIGHT)} />
      {rest.length > 0 && (
        <details>
          <summary>{t('orders.rest', { count: rest.length })}</summary>
          <List of={rest} />
        </details>
      )}
    </section>
  );
};
