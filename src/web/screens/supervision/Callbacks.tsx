import { useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallbackFigures } from '../../../contract/callbacks.ts';
import { Instant } from '../../components/Instant.tsx';
import { Trouble } from '../../components/Trouble/Trouble.tsx';
import { callbackFiguresQuery, rulebookQuery } from '../../server/queries.ts';
import { useSay } from '../../words/say.ts';

type Quarter = CallbackFigures['quarters'][number];

/** `solved/1`: what is counted, and the version of its definition. */
const named = (definition: string) =>
  definition.replace(/\/\d+$/, '') as
    | 'answered'
    | 'contacted'
    | 'solved'
    | 'satisfied'
    | 'listened'
    | 'held';

const One = ({ of }: { of: Quarter }) => {
  const { t } = useTranslation();
  const left = of.excluded.filter(({ n }) => n > 0);
  const list = left
    .map(({ reason, n }) =>
      t(`callback.figures.reason.${reason as 'overtaken' | 'unclear'}`, { count: n }),
    )
    .join(t('list.comma'));
  return (
    <>
      <p className="quiet">
        <Instant at={of.from} dated /> – <Instant at={of.to} dated ending />
      </p>
      <p className="quiet">{t('callback.figures.n', { count: of.n ?? 0 })}</p>
      <dl className="figures">
        {of.figures
          .filter(({ denominator }) => denominator > 0)
          .map(({ definition, numerator, denominator }) => (
            <div key={definition}>
              <dt>{t(`callback.figures.measure.${named(definition)}`)}</dt>
              <dd>
                {t('callback.figures.of', { numerator, denominator })}{' '}
                <span className="quiet small">{t('use.version', { definition })}</span>
              </dd>
            </div>
          ))}
      </dl>
      {left.length > 0 && <p className="quiet">{t('callback.figures.excluded', { list })}</p>}
    </>
  );
};

/** What persons said after closing, quarter by quarter: of one unit or of the whole, in no order. */
export const CallbackFiguresPart = () => {
  const { t } = useTranslation();
  const say = useSay();
  const select = useId();
  const [category, setCategory] = useState<string | null>(null);
  const { data: rules } = useQuery(rulebookQuery);
  const found = useQuery(callbackFiguresQuery(category));
  const of = found.data;
  const shown = of?.quarters.filter(({ n }) => n !== null) ?? [];
  return (
    <section className="stack" aria-label={t('callback.figures.title')}>
      <h2>
        {t('callback.figures.title')}
        {of && (
          <span className="quiet">
            {' · '}
            {of.unitName ? say(of.unitName) : t('callback.figures.whole')}
          </span>
        )}
      </h2>
      <p>
        <label htmlFor={select}>{t('callback.figures.category')}</label>{' '}
        <select
          id={select}
          className="field-box figures-category"
          value={category ?? ''}
          onChange={(event) => setCategory(event.target.value || null)}
        >
          <option value="">{t('callback.figures.every')}</option>
          {(rules?.categories ?? []).map(({ code, name, parent }) => (
            <option key={code} value={code}>
              {parent === null ? say(name) : `　${say(name)}`}
            </option>
          ))}
        </select>
      </p>
      {found.error && <Trouble of={found.error} again={() => void found.refetch()} />}
      {of && (
        <>
          <p className="quiet">{t('callback.figures.what', { minimum: of.minimum })}</p>
          {shown.length === 0 && <p>{t('callback.figures.few')}</p>}
          {shown.map((quarter) => (
            <One key={quarter.from} of={quarter} />
          ))}
        </>
      )}
    </section>
  );
};
