import { useInfiniteQuery, useQueries } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { bareAct } from '../../acts/forms.ts';
import { type OpenAct, OpenedAct } from '../../acts/OpenedAct.tsx';
import { useSession } from '../../app/session.tsx';
import { LiveMark } from '../../components/Live/LiveMark.tsx';
import { Page } from '../../components/Page/Page.tsx';
import { Trouble } from '../../components/Trouble/Trouble.tsx';
import { actsQuery, whistleQuery } from '../../server/queries.ts';
import { Figures } from './Figures.tsx';
import { OwedRow } from './OwedRow.tsx';
import './supervision.css';
import '../../components/Rows/rows.css';

/** 督办台: promises missed beneath this post, who missed them and since when, one act each. */
export const Supervision = () => {
  const { t } = useTranslation();
  const { post } = useSession();
  const [open, setOpen] = useState<OpenAct | null>(null);
  const found = useInfiniteQuery({
    ...actsQuery({ limit: 100 }),
    // An auditor owes nothing and has no list of what is owed.
    enabled: post.role !== 'auditor',
  });
  const owed = (found.data?.pages.flatMap((page) => page.rows) ?? []).filter(
    ({ process, act }) => process === 'whistle' && bareAct(act) === 'supervise',
  );
  const ids = [...new Set(owed.map(({ stream }) => stream))];
  const whistles = useQueries({ queries: ids.map((id) => whistleQuery(id)) });
  const rungs = whistles.flatMap(({ data }) =>
    data
      ? data.ladder
          .filter(({ answered, act }) => !answered && act !== 'remind')
          .map((rung) => ({ rung, of: data }))
      : [],
  );
  return (
    <Page title={t('screen.supervision')} aside={<LiveMark />}>
      {post.role !== 'auditor' && (
        <section className="stack" aria-label={t('supervision.owed')}>
          <h2>{t('supervision.owed')}</h2>
          {found.error && <Trouble of={found.error} again={() => void found.refetch()} />}
          {found.isPending && <p className="quiet">{t('page.loading')}</p>}
          {found.data && owed.length === 0 && (
            <p className="supervision-nothing">{t('supervision.nothing')}</p>
          )}
          {rungs.length > 0 && (
            <ul className="rows">
              {rungs.map(({ rung, of }) => (
                <OwedRow
                  key={`${of.id} ${rung.unit} ${rung.timer?.id}`}
                  rung={rung}
                  of={of}
                  act={() =>
                    setOpen({
                      process: 'whistle',
                      id: of.id,
                      act: 'supervise',
                      part: { unit: rung.unit },
                    })
                  }
                />
              ))}
            </ul>
          )}
        </section>
      )}
      <Figures />
      <OpenedAct open={open} close={() => setOpen(null)} />
    </Page>
  );
};
