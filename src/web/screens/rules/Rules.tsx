import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Page } from '../../components/Page/Page.tsx';
import { Trouble } from '../../components/Trouble/Trouble.tsx';
import { lawQuery } from '../../server/queries.ts';
import { Law } from './Law.tsx';
import { Upload } from './Upload.tsx';
import './rules.css';

/** The law's versions, what is proposed, and the tables it is written in. */
export const Rules = () => {
  const { t } = useTranslation();
  const law = useQuery(lawQuery);
  return (
    <Page title={t('screen.rules')}>
      <p className="quiet rules-about">{t('rules.about')}</p>
      {law.error && <Trouble of={law.error} again={() => void law.refetch()} />}
      {law.isPending && <p className="quiet">{t('page.loading')}</p>}
      {law.data && (
        <div className="rules">
          <Law of={law.data} />
          <Upload />
        </div>
      )}
    </Page>
  );
};
