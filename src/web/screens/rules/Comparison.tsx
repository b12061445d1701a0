import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Trouble } from '../../components/Trouble/Trouble.tsx';
import { differencesQuery } from '../../server/queries.ts';
import { Changes } from './Changes.tsx';

const Differences = ({ from, to }: { from: string; to: string }) => {
  const { t } = useTranslation();
  const found = useQuery(differencesQuery(from, to));
  if (found.error) return <Trouble of={found.error} again={() => void found.refetch()} />;
  if (!found.data) return <p className="quiet">{t('page.loading')}</p>;
  return <Changes tables={found.data.tables} parts={found.data.parts} />;
};

/** Two versions side by side, fetched when somebody wants to know. */
export const Comparison = ({ from, to, label }: { from: string; to: string; label: string }) => {
  const [open, setOpen] = useState(false);
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{label}</summary>
      {open && (
        <div className="rules-difference">
          <Differences from={from} to={to} />
        </div>
      )}
    </details>
  );
};
