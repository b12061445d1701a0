import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseAct } from '../../../contract/cases.ts';
import { bareAct } from '../../acts/forms.ts';
import { type OpenAct, OpenedAct } from '../../acts/OpenedAct.tsx';
import { Page } from '../../components/Page/Page.tsx';
import { Queue } from '../../components/Queue/Queue.tsx';
import { Trouble } from '../../components/Trouble/Trouble.tsx';
import { actsQuery } from '../../server/queries.ts';
import { Matter } from './Matter.tsx';
import './dispatch.css';

const OURS = new Set(['triage', 'dispatch', 'confirm-handover']);

/** Left the queue, right the proposal and its reason; Enter accepts and the next one is there. */
export const Dispatch = () => {
  const { t } = useTranslation();
  const { case: asked } = useSearch({ from: '/desk/dispatch' });
  const navigate = useNavigate({ from: '/dispatch' });
  const [open, setOpen] = useState<OpenAct | null>(null);
  const [handled, setHandled] = useState<readonly string[]>([]);
  const found = useInfiniteQuery(actsQuery({ limit: 100 }));
  const rows = (found.data?.pages.flatMap((page) => page.rows) ?? []).filter(
    (row, at, all) =>
      OURS.has(bareAct(row.act)) &&
      !handled.includes(`${row.case} ${row.version}`) &&
      // A case may owe two acts; at the desk it is one matter.
      all.findIndex((other) => other.case === row.case && OURS.has(bareAct(other.act))) === at,
  );
  const chosen = asked ?? rows[0]?.case;
  const go = (id: string | undefined) =>
    void navigate({ search: id ? { case: id } : {}, replace: true });
  const onward = (id: string) => {
    const at = rows.findIndex((row) => row.case === id);
    const rest = rows.filter((row) => row.case !== id);
    const done = rows[at];
    if (done) setHandled((before) => [...before, `${done.case} ${done.version}`]);
    go(rest[Math.min(Math.max(at, 0), rest.length - 1)]?.case);
  };
  const openAct = useCallback(
    (id: string, act: CaseAct) => setOpen({ process: 'case', id, act }),
    [],
  );

  return (
    <Page title={t('screen.dispatch')} aside={t('dispatch.waiting', { count: rows.length })}>
      {found.error && <Trouble of={found.error} again={() => void found.refetch()} />}
      {found.isPending && <p className="quiet">{t('page.loading')}</p>}
      {found.data && (
        <div className="desk-two">
          <Queue
            label={t('dispatch.queue')}
            rows={rows}
            chosen={chosen}
            choose={go}
            empty={<p>{t('dispatch.empty')}</p>}
          />
          {chosen && (
            <Matter key={chosen} id={chosen} onward={() => onward(chosen)} openAct={openAct} />
          )}
        </div>
      )}
      <OpenedAct open={open} close={() => setOpen(null)} done={({ id }) => onward(id)} />
    </Page>
  );
};
