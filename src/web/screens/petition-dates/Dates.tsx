import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { PetitionDates } from '../../../contract/petitions.ts';
import { Framed } from '../../acts/Fields/Framed.tsx';
import { useSession } from '../../app/session.tsx';
import { OneOf } from '../../components/Filters/Filters.tsx';
import { Instant } from '../../components/Instant.tsx';
import { Law } from '../../components/Law/Law.tsx';
import { Page } from '../../components/Page/Page.tsx';
import { Trouble } from '../../components/Trouble/Trouble.tsx';
import { petitionDatesQuery } from '../../server/queries.ts';
import { instantAt } from '../../time/zone.ts';
import { useSay } from '../../words/say.ts';
import './petition-dates.css';

const DAYS = [
  'received',
  'routed',
  'accepted',
  'delivered',
  'reviewAsked',
  'reviewDelivered',
  'reReviewAsked',
  'hearingFrom',
  'hearingTo',
] as const;
type Day = (typeof DAYS)[number];
type Filter = { readonly [Name in Day | 'kind' | 'extension']?: string };

const WALL = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/;

const Rows = ({ of }: { of: PetitionDates }) => {
  const { t } = useTranslation();
  const say = useSay();
  return (
    <ol className="petition-dates">
      {of.rows.map(({ limit, name, lasts, citation, from, due }) => (
        <li key={limit}>
          <h3>
            {say(name)} <span className="quiet">{say(lasts)}</span>
          </h3>
          {due ? (
            <>
              <p>
                {t('petitionDates.due')}{' '}
                <strong>
                  <Instant at={due.at} dated ending />
                </strong>
              </p>
              <p className="small">{say(due.because)}</p>
            </>
          ) : (
            <p className="quiet">
              {t('petitionDates.needs', { date: t(`petitionDates.${from as Day}`) })}
            </p>
          )}
          <Law citation={citation} />
        </li>
      ))}
    </ol>
  );
};

/** 期限计算: for any petition, ours or not; what is typed stands in the address bar and nowhere else. */
export const Dates = () => {
  const { t } = useTranslation();
  const say = useSay();
  const { zone } = useSession();
  const filter: Filter = useSearch({ from: '/desk/petition-dates' });
  const navigate = useNavigate({ from: '/petition-dates' });
  const set = (name: keyof Filter) => (value: string | undefined) => {
    const { [name]: _, ...rest } = filter;
    void navigate({ search: value ? { ...rest, [name]: value } : rest, replace: true });
  };
  const days = DAYS.flatMap((day) => {
    const wall = filter[day];
    return wall && WALL.test(wall)
      ? [[day, new Date(instantAt(wall, zone)).toISOString()] as const]
      : [];
  });
  const known = {
    ...Object.fromEntries(days),
    ...(filter.kind ? { kind: filter.kind } : {}),
    ...(filter.extension ? { extension: filter.extension } : {}),
  };
  const found = useQuery(petitionDatesQuery(known));
  const { data } = found;
  return (
    <Page title={t('screen.petitionDates')}>
      <p>{t('petitionDates.intro')}</p>
      <div className="petition-dates-page">
        <div className="stack">
          <OneOf
            label={t('petitionDates.kind')}
            value={filter.kind ?? 'claim'}
            options={(data?.kinds ?? []).map(({ code, name }) => ({
              value: code,
              label: say(name),
            }))}
            change={set('kind')}
          />
          {DAYS.map((day) => (
            <Framed key={day} id={`day-${day}`} label={t(`petitionDates.${day}`)}>
              {() => (
                <input
                  id={`day-${day}`}
                  className="field-box"
                  type="datetime-local"
                  value={filter[day] ?? ''}
                  onChange={(event) => set(day)(event.target.value)}
                />
              )}
            </Framed>
          ))}
          <Framed id="day-extension" label={t('petitionDates.extension')}>
            {() => (
              <input
                id="day-extension"
                className="field-box field-number"
                inputMode="numeric"
                value={filter.extension ?? ''}
                onChange={(event) =>
                  set('extension')(event.target.value.replace(/\D/g, '').slice(0, 2))
                }
              />
            )}
          </Framed>
        </div>
        <div className="stack" aria-live="polite">
          {found.error && <Trouble of={found.error} again={() => void found.refetch()} />}
          {data?.elsewhere && (
            <section className="stack">
              <p>{t('petitionDates.elsewhere')}</p>
              <h3>{say(data.elsewhere.name)}</h3>
              <p>{say(data.elsewhere.nextPath)}</p>
              <Law citation={data.elsewhere.citation} />
            </section>
          )}
          {data && <Rows of={data} />}
        </div>
      </div>
    </Page>
  );
};
