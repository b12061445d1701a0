import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { WhistleView } from '../../../contract/whistles.ts';
import { Page } from '../../components/Page/Page.tsx';
import { Trouble } from '../../components/Trouble/Trouble.tsx';
import { whistleQuery } from '../../server/queries.ts';
import './papers.css';

interface PaperProps {
  readonly title: string;
  readonly id: string;
  readonly sheets: (of: WhistleView) => ReactNode;
}

/** What is printed of a whistle: on the screen the sheets as they will lie on the table. */
export const Paper = ({ title, id, sheets }: PaperProps) => {
  const { t } = useTranslation();
  const found = useQuery(whistleQuery(id));
  return (
    <Page title={title}>
      <div className="inline no-print">
        <Button type="primary" disabled={!found.data} onClick={() => window.print()}>
          {t('papers.print', { title })}
        </Button>
        <Link to="/whistles/$id" params={{ id }}>
          {t('papers.back')}
        </Link>
      </div>
      {found.error && <Trouble of={found.error} again={() => void found.refetch()} />}
      {found.data && <div className="papers">{sheets(found.data)}</div>}
    </Page>
  );
};
