import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DeskView } from '../../../contract/reports.ts';
import { Law } from '../../components/Law/Law.tsx';
import { Page } from '../../components/Page/Page.tsx';
import { Trouble } from '../../components/Trouble/Trouble.tsx';
import { deskQuery } from '../../server/queries.ts';
import { useSay } from '../../words/say.ts';
import { Row } from './Row.tsx';
import { Unlock, type Unlocked } from './Unlock.tsx';
import './sealed-desk.css';

/** What the desk is bound to, and whether it can be written to now. */
const Standing = ({ view }: { view: DeskView }) => {
  const { t } = useTranslation();
  const say = useSay();
  const { desk, keys, mine } = view;
  if (desk === null) return <p role="status">{t('sealedDesk.none')}</p>;
  return (
    <>
      <p>
        {t('sealedDesk.terms', { within: say(desk.within), settle: say(desk.settle) })}{' '}
        <Law citation={desk.citation} />
      </p>
      {(keys === 0 || !mine) && (
        <p className="sealed-warn" role="status">
          {t(keys === 0 ? 'sealedDesk.closed' : 'sealedDesk.notMine')}{' '}
          <Link to="/desk-keys">{t('sealedDesk.toKeys')}</Link>
        </p>
      )}
    </>
  );
};

/** 专管台: reports by their clocks; what was told opens in this page alone, with the officer's own file. */
export const SealedDesk = () => {
  const { t } = useTranslation();
  const found = useQuery(deskQuery);
  const [unlocked, setUnlocked] = useState<Unlocked | null>(null);
  const [opened, setOpened] = useState<string | null>(null);
  const view = found.data;
  return (
    <Page title={t('screen.sealedDesk')}>
      <p className="quiet">{t('sealedDesk.what')}</p>
      {found.error && <Trouble of={found.error} again={() => void found.refetch()} />}
      {found.isPending && <p className="quiet">{t('page.loading')}</p>}
      {view && <Standing view={view} />}
      <Unlock
        unlocked={unlocked}
        change={(key) => {
          setUnlocked(key);
          if (key === null) setOpened(null);
        }}
      />
      {view?.rows.length === 0 && <p>{t('sealedDesk.nothing')}</p>}
      <ul className="sealed-rows">
        {view?.rows.map((row) => (
          <Row
            key={row.id}
            row={row}
            view={view}
            unlocked={unlocked}
            open={opened === row.id}
            toggle={() => setOpened(opened === row.id ? null : row.id)}
            gone={() => setOpened(null)}
          />
        ))}
      </ul>
      {view?.more && <p className="quiet">{t('sealedDesk.more')}</p>}
    </Page>
  );
};
