import { Link, useParams } from '@tanstack/react-router';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Page } from '../../components/Page/Page.tsx';
import { SlipSheet } from './SlipSheet.tsx';

/** The slip once more, for whoever lost theirs. */
export const Slip = () => {
  const { t } = useTranslation();
  const { id } = useParams({ from: '/desk/cases/$id/slip' });
  return (
    <Page title={t('slip.title')}>
      <div className="inline no-print">
        <Button type="primary" onClick={() => window.print()}>
          {t('slip.print')}
        </Button>
        <Link to="/cases/$id" params={{ id }}>
          {t('slip.back')}
        </Link>
      </div>
      <SlipSheet id={id} />
    </Page>
  );
};
