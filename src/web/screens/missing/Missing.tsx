import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Page } from '../../components/Page/Page.tsx';

export const Missing = () => {
  const { t } = useTranslation();
  return (
    <main className="desk-main">
      <Page title={t('missing.title')}>
        <p>
          {t('missing.next')} <Link to="/">{t('screen.next')}</Link>
        </p>
      </Page>
    </main>
  );
};
