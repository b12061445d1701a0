import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Page } from '../../components/Page/Page.tsx';
import { Trouble } from '../../components/Trouble/Trouble.tsx';
import { client } from '../../server/client.ts';
import { deskKeysQuery, deskQuery } from '../../server/queries.ts';
import { KeyRow } from './KeyRow.tsx';
import { MakeKey } from './MakeKey.tsx';
import './desk-keys.css';

const refresh = () =>
  Promise.all(
    [deskKeysQuery.queryKey, deskQuery.queryKey].map((queryKey) =>
      client.invalidateQueries({ queryKey }),
    ),
  );

/** 专管密钥: two people behind each key, and both visible. */
export const DeskKeys = () => {
  const { t } = useTranslation();
  const found = useQuery(deskKeysQuery);
  const rows = found.data?.rows ?? [];
  const inForce = rows.filter(({ status }) => status === 'in-force').length;
  return (
    <Page title={t('screen.deskKeys')}>
      <p className="quiet">{t('deskKeys.what')}</p>
      <p className="key-warn">{t('deskKeys.lose')}</p>
      {found.error && <Trouble of={found.error} again={() => void found.refetch()} />}
      {found.isPending && <p className="quiet">{t('page.loading')}</p>}
      {found.data && rows.length === 0 && <p>{t('deskKeys.none')}</p>}
      <ul className="keys">
        {rows.map((row) => (
          <KeyRow
            key={row.id}
            row={row}
            last={row.status === 'in-force' && inForce === 1}
            done={() => void refresh()}
          />
        ))}
      </ul>
      {found.data?.mayOffer && <MakeKey done={() => void refresh()} />}
    </Page>
  );
};
