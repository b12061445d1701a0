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
import { CallOutDispute } from './CallOutDispute.tsx';
import { Dispute } from './Dispute.tsx';
import './objections.css';

const OURS = new Set(['decide-objection', 'rule-allocation']);

interface Asked {
  readonly case?: string;
  readonly whistle?: string;
}

/** Objections to orders and to call-outs, and disputes that wait for the one ruling that binds. */
export const Objections = () => {
  const { t } = useTranslation();
  const asked: Asked = useSearch({ from: '/desk/objections' });
  const navigate = useNavigate({ from: '/objections' });
  const [open, setOpen] = useState<OpenAct | null>(null);
  const found = useInfiniteQuery(actsQuery({ limit: 100 }));
  const rows = (found.data?.pages.flatMap((page) => page.rows) ?? []).filter(
    (row, at, all) =>
      OURS.has(bareAct(row.act)) &&
      // Two units may object to one whistle; at the desk it is one matter.
      all.findIndex((other) => other.stream === row.stream && OURS.has(bareAct(other.act))) === at,
  );
  const [first] = rows;
  const offered: Asked = first
    ? first.process === 'whistle'
      ? { whistle: first.stream }
      : { case: first.stream }
    : {};
  const chosen = asked.case || asked.whistle ? asked : offered;
  const go = (search: Asked) => void navigate({ search, replace: true });
  const choose = (stream: string) => {
    const row = rows.find((one) => one.stream === stream);
    go(row?.process === 'whistle' ? { whistle: stream } : { case: stream });
  };
  const { case: order, whistle } = chosen;

  return (
    <Page title={t('screen.objections')} aside={t('objections.waiting', { count: rows.length })}>
      {found.error && <Trouble of={found.error} again={() => void found.refetch()} />}
      {found.isPending && <p className="quiet">{t('page.loading')}</p>}
      {found.data && (
        <div className="desk-two">
          <Queue
            label={t('objections.queue')}
            rows={rows}
            chosen={whistle ?? order}
            choose={choose}
            empty={<p>{t('objections.empty')}</p>}
          />
          {whistle ? (
            <CallOutDispute
              key={whistle}
              id={whistle}
              decide={(callOut) =>
                setOpen({
                  process: 'whistle',
                  id: whistle,
                  act: 'decide-objection',
                  part: { callOut },
                })
              }
            />
          ) : (
            order && (
              <Dispute
                key={order}
                id={order}
                choose={(act) => setOpen({ process: 'case', id: order, act })}
              />
            )
          )}
        </div>
      )}
      <OpenedAct open={open} close={() => setOpen(null)} done={() => go({})} />
    </Page>
  );
};
