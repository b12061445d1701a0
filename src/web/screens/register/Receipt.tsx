import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Registered } from '../../../contract/cases.ts';
import { OpenedAct } from '../../acts/OpenedAct.tsx';
import { Page } from '../../components/Page/Page.tsx';
import { SlipSheet } from '../slip/SlipSheet.tsx';

interface ReceiptProps {
  readonly registered: Registered;
  /** Someone is in danger: showing the number is recorded, so that a person confirms the hand-over. */
  readonly danger: boolean;
  readonly again: () => void;
}

export const Receipt = ({ registered, danger, again }: ReceiptProps) => {
  const { t } = useTranslation();
  const [recording, setRecording] = useState(danger);
  return (
    <Page title={t('register.done')}>
      <div className="inline no-print">
        <Button type="primary" onClick={() => window.print()}>
          {t('slip.print')}
        </Button>
        <Button onClick={again}>{t('register.next')}</Button>
        <Link to="/cases/$id" params={{ id: registered.id }}>
          {t('register.openCase')}
        </Link>
      </div>
      <SlipSheet id={registered.id} />
      <OpenedAct
        open={recording ? { process: 'case', id: registered.id, act: 'show-emergency' } : null}
        close={() => setRecording(false)}
      />
    </Page>
  );
};
