import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { bareAct } from '../../acts/forms.ts';
import { type OpenAct, OpenedAct } from '../../acts/OpenedAct.tsx';
import { Page } from '../../components/Page/Page.tsx';
import { Queue } from '../../components/Queue/Queue.tsx';
import { Trouble } from '../../components/Trouble/Trouble.tsx';
import { actsQuery } from '../../server/queries.ts';
import { Dispute } from './Dispute.tsx';
import './objections.css';

const OURS = new Set(['decide-objection', 'rule-allocation']);

/** Objections waiting for a decision, and disputes waiting for the one ruling that binds. */
export const Objections = () => {
  const { t } = useTranslation();
  const { case: asked } = useSearch({ from: '/desk/objections' });
  const navigate = useNavigate({ from: '/objections' });
  const [open, setOpen] = useState<OpenAct | null>(null);
  const found = useInfiniteQuery(actsQuery({ limit: 100 }));
  const rows = (found.data?.pages.flatMap((page) => page.rows) ?? []).filter((row) =>
    OURS.has(bareAct(row.act)),
  );
  const chosen = asked ?? rows[0]?.case;
  const go = (id: string | undefined) =>
    void navigate({ search: id ? { case: id } : {}, replace: true });

  return (
    <Page title={t('screen.objections')} aside={t('objections.waiting', { count: rows.length })}>
      {found.error && <Trouble of={found.error} again={() => void found.refetch()} />}
      {found.isPending && <p className="quiet">{t('page.loading')}</p>}
      {found.data && (
        <div className="desk-two">
          <Queue
            label={t('objections.queue')}
            rows={rows}
            chosen={chosen}
            choose={go}
            empty={<p>{t('objections.empty')}</p>}
          />
          {chosen && (
            <Dispute key={chosen} id={chosen} choose={(act) => setOpen({ id: chosen, act })} />
          )}
        </div>
      )}
      <OpenedAct open={open} close={() => setOpen(null)} done={() => go(undefined)} />
    </Page>
  );
};
