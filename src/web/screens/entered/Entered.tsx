import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConfirmationView } from '../../../contract/unit.ts';
import { Page } from '../../components/Page/Page.tsx';
import { Trouble } from '../../components/Trouble/Trouble.tsx';
import { client } from '../../server/client.ts';
import { call } from '../../server/http.ts';
import { paths } from '../../server/paths.ts';
import { confirmationsQuery } from '../../server/queries.ts';
import { useSend } from '../../server/useSend.ts';
import { useEnteredKeys } from './keys.ts';
import { Row } from './Row.tsx';
import './entered.css';

const refresh = () =>
  Promise.all(
    [['confirmations'], ['acts'], ['case'], ['week']].map((queryKey) =>
      client.invalidateQueries({ queryKey }),
    ),
  );

const confirmOne = ({ id, version }: ConfirmationView) =>
  call('POST', paths.confirmation(id, 'confirm'), { expectedVersion: version });

/** What was entered in one's name: confirmed by one key, each or all, or contested with a reason. */
export const Entered = () => {
  const { t } = useTranslation();
  const found = useQuery(confirmationsQuery);
  const rows = found.data?.rows ?? [];
  const waiting = rows.filter(({ status }) => status === 'awaiting');
  const [opened, setOpened] = useState<string | null>(null);
  const confirm = useSend({
    // One after another: each is a word of its own, and the first that is refused ends it.
    mutationFn: async (chosen: readonly ConfirmationView[]) => {
      for (const row of chosen) await confirmOne(row);
    },
    onSettled: refresh,
  });
  const keys = useEnteredKeys(waiting, (row) => confirm.mutate([row]), setOpened);
  return (
    <Page
      title={t('screen.entered')}
      aside={waiting.length > 0 && t('entered.waiting', { count: waiting.length })}
    >
      <p className="quiet">{t('entered.what')}</p>
      {found.error && <Trouble of={found.error} again={() => void found.refetch()} />}
      {confirm.error && <Trouble of={confirm.error} />}
      {found.isPending && <p className="quiet">{t('page.loading')}</p>}
      {found.data && rows.length === 0 && <p>{t('entered.nothing')}</p>}
      {waiting.length > 1 && (
        <div>
          <Button
            type="primary"
            loading={confirm.isPending}
            onClick={() => confirm.mutate(waiting)}
          >
            {t('entered.all', { count: waiting.length })}
          </Button>
        </div>
      )}
      <ul className="entered" ref={keys.list} onKeyDown={keys.press}>
        {rows.map((row) => (
          <Row
            key={row.id}
            row={row}
            open={opened === row.id}
            busy={confirm.isPending}
            confirm={() => confirm.mutate([row])}
            toggle={() => setOpened(opened === row.id ? null : row.id)}
            done={() => {
              setOpened(null);
              void refresh();
            }}
          />
        ))}
      </ul>
    </Page>
  );
};
