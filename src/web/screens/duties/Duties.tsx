import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { DutyView } from '../../../contract/rulebook.ts';
import { useSession } from '../../app/session.tsx';
import { OneOf, SearchBox } from '../../components/Filters/Filters.tsx';
import { Law } from '../../components/Law/Law.tsx';
import { More } from '../../components/More/More.tsx';
import { Page } from '../../components/Page/Page.tsx';
import { Trouble } from '../../components/Trouble/Trouble.tsx';
import { dutiesQuery, rulebookQuery } from '../../server/queries.ts';
import { showDay } from '../../time/show.ts';
import { useLang, useSay } from '../../words/say.ts';
import './duties.css';

/** A day of the district in the reader's words. */
const useDay = (): ((iso: string) => string) => {
  const lang = useLang();
  const { zone } = useSession();
  return (iso) => showDay(iso, lang, zone);
};

const MODES = ['BASIC', 'SUPPORT', 'WITHDRAWN'] as const;

const Duty = ({ duty }: { duty: DutyView }) => {
  const { t } = useTranslation();
  const say = useSay();
  const day = useDay();
  return (
    <li className="duty">
      <p className="duty-what">{say(duty.categoryName)}</p>
      <p>{say(duty.holderName)}</p>
      <p>
        <strong>{t(`mode.${duty.mode}`)}</strong>{' '}
        <span className="quiet">
          {duty.leadName && duty.mode !== 'BASIC'
            ? t('duties.leads', { unit: say(duty.leadName) })
            : t(`duties.meaning.${duty.mode}`)}
        </span>
      </p>
      <div>
        <Law citation={duty.citation} />
        <p className="quiet small">
          {duty.validTo
            ? t('duties.validTo', { from: day(duty.validFrom), to: day(duty.validTo) })
            : t('duties.validFrom', { from: day(duty.validFrom) })}
        </p>
      </div>
    </li>
  );
};

/** Who must do what, by which line; read here, changed in the rulebook. */
export const Duties = () => {
  const { t } = useTranslation();
  const say = useSay();
  const day = useDay();
  const filter = useSearch({ from: '/desk/duties' });
  const navigate = useNavigate({ from: '/duties' });
  const { data: rules } = useQuery(rulebookQuery);
  const found = useInfiniteQuery(dutiesQuery(filter));
  const rows = found.data?.pages.flatMap((page) => page.rows) ?? [];
  const narrow = (name: keyof typeof filter) => (value: string | undefined) => {
    const { [name]: _, ...rest } = filter;
    void navigate({ search: value ? { ...rest, [name]: value } : rest, replace: true });
  };
  return (
    <Page
      title={t('screen.duties')}
      aside={
        rules &&
        `${say(rules.title)} · ${t('duties.version', { version: rules.version, from: day(rules.effectiveFrom) })}`
      }
    >
      <div className="filters">
        <SearchBox label={t('duties.text')} value={filter.text} search={narrow('text')} />
        <OneOf
          label={t('duties.unit')}
          value={filter.unit}
          options={(rules?.units ?? []).map((unit) => ({ value: unit.id, label: say(unit.name) }))}
          change={narrow('unit')}
        />
        <OneOf
          label={t('duties.category')}
          value={filter.category}
          options={(rules?.categories ?? []).map((one) => ({
            value: one.code,
            label: say(one.name),
          }))}
          change={narrow('category')}
        />
        <OneOf
          label={t('duties.mode')}
          value={filter.mode}
          options={MODES.map((mode) => ({ value: mode, label: t(`mode.${mode}`) }))}
          change={narrow('mode')}
        />
      </div>
      {found.error && <Trouble of={found.error} again={() => void found.refetch()} />}
      {found.isPending && <p className="quiet">{t('page.loading')}</p>}
      {found.data && rows.length === 0 && (
        <p className="inline">
          {t('duties.noMatch')}
          <Button onClick={() => void navigate({ search: {} })}>{t('list.clear')}</Button>
        </p>
      )}
      {rows.length > 0 && (
        <>
          <ul className="duties">
            {rows.map((duty) => (
              <Duty key={`${duty.id} ${duty.holder}`} duty={duty} />
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
