import { Button } from 'antd';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { OrderBook, OrderLine, OrdersPreview } from '../../../contract/orders.ts';
import { Trouble } from '../../components/Trouble/Trouble.tsx';
import { useSay } from '../../words/say.ts';
import { Lines } from './Lines.tsx';
import { useTakeIn } from './useTakeIn.ts';

const Choose = ({ chosen, busy }: { chosen: (file: File) => void; busy: boolean }) => {
  const { t } = useTranslation();
  const input = useRef<HTMLInputElement>(null);
  return (
    <p className="inline">
      <input
        ref={input}
        id="orders-sheet"
        type="file"
        className="unseen"
        accept=".xlsx,.csv,.gz"
        tabIndex={-1}
        aria-label={t('orders.choose')}
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          // The same file, mended, must be taken again.
          event.target.value = '';
          if (file) chosen(file);
        }}
      />
      <Button loading={busy} onClick={() => input.current?.click()}>
        {t('orders.choose')}
      </Button>
      <span className="quiet">{t('orders.forms')}</span>
    </p>
  );
};

const Shown = ({ name, preview }: { name: string; preview: OrdersPreview }) => {
  const { t } = useTranslation();
  const { counts, lines } = preview;
  const of = (kind: OrderLine['kind']) => lines.filter((line) => line.kind === kind);
  const nothing = counts.new + counts.changed === 0;
  return (
    <>
      <p role="status">
        <strong>{name}</strong> {t('orders.counts', { ...counts })}{' '}
        {nothing && t('orders.nothingNew')}
      </p>
      <Lines title={t('orders.kind.rejected', { count: counts.rejected })} of={of('rejected')} />
      <Lines title={t('orders.kind.changed', { count: counts.changed })} of={of('changed')} />
      <Lines title={t('orders.kind.new', { count: counts.new })} of={of('new')} />
    </>
  );
};

/** A sheet of orders: chosen, shown, confirmed, done. Nothing is written before the confirmation. */
export const TakeIn = ({ book }: { book: OrderBook }) => {
  const { t } = useTranslation();
  const say = useSay();
  const { sheet, marks, results, preview, apply } = useTakeIn(book.id);
  const done = results.filter((one) => one.done).length;
  const refused = results.filter((one) => !one.done);
  const over = marks.length > 0 && results.length >= marks.length;
  const started = apply.isPending || results.length > 0;
  return (
    <section className="stack" aria-labelledby="orders-in">
      <h2 id="orders-in">{t('orders.in')}</h2>
      {book.yours ? (
        <Choose chosen={preview.mutate} busy={preview.isPending} />
      ) : (
        <p>{t('orders.notYours', { unit: say(book.receivedByName) })}</p>
      )}
      {preview.error && <Trouble of={preview.error} />}
      {sheet && !over && <Shown name={sheet.name} preview={sheet.preview} />}
      {marks.length > 0 && !over && (
        <p className="inline">
          <Button type="primary" loading={apply.isPending} onClick={() => apply.mutate()}>
            {t(results.length > 0 ? 'orders.goOn' : 'orders.confirm', {
              count: marks.length - results.length,
            })}
          </Button>
          {!started && <span className="quiet">{t('orders.confirmHint')}</span>}
        </p>
      )}
      {started && !over && (
        <p className="orders-progress" role="status">
          <progress max={marks.length} value={results.length} aria-label={t('orders.progress')} />{' '}
          {t('orders.doneOf', { done: results.length, count: marks.length })}
        </p>
      )}
      {apply.error && <Trouble of={apply.error} />}
      {over && (
        <p role="status">
          <strong>{sheet?.name}</strong> {t('orders.done', { count: done })}
        </p>
      )}
      {refused.length > 0 && (
        <section>
          <h3>{t('orders.refused', { count: refused.length })}</h3>
          <ul className="orders-lines">
            {refused.map(({ mark, line, number, problem }) => (
              <li key={mark} className="orders-line">
                <span className="quiet">{line !== null && t('orders.line', { line })}</span>
                <strong>{number}</strong>
                <p className="orders-problem">{problem?.what}</p>
              </li>
            ))}
          </ul>
        </section>
      )}
    </section>
  );
};
