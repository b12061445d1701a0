import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseAct } from '../../../contract/cases.ts';
import { statusWords } from '../../../contract/words.ts';
import { What } from '../../components/Matter/What.tsx';
import { Trouble } from '../../components/Trouble/Trouble.tsx';
import { caseQuery, proposalQuery } from '../../server/queries.ts';
import { useSay } from '../../words/say.ts';
import { Decision } from './Decision.tsx';
import { LikeIt } from './LikeIt.tsx';

interface MatterProps {
  readonly id: string;
  readonly onward: () => void;
  readonly openAct: (id: string, act: CaseAct) => void;
}

/** One matter at the desk. */
export const Matter = ({ id, onward, openAct }: MatterProps) => {
  const { t } = useTranslation();
  const say = useSay();
  const [category, setCategory] = useState<string | null>(null);
  const found = useQuery(caseQuery(id));
  const proposal = useQuery({
    ...proposalQuery(id, category),
    placeholderData: (before) => before,
  });
  const failed = found.error ?? proposal.error;
  if (failed) {
    return (
      <Trouble
        of={failed}
        again={() => {
          void found.refetch();
          void proposal.refetch();
        }}
      />
    );
  }
  if (!found.data || !proposal.data) return <p className="quiet">{t('page.loading')}</p>;
  const of = found.data;
  const waits = of.status === 'received' || of.status === 'triaged';
  return (
    <div className="matter stack">
      <What of={of} />
      {of.status === 'triaged' && of.categoryName && (
        <p className="inline">
          <strong>{of.title}</strong> <span className="quiet">{say(of.categoryName)}</span>
        </p>
      )}
      {waits ? (
        <Decision
          of={of}
          proposal={proposal.data}
          settling={proposal.isPlaceholderData}
          chooseCategory={setCategory}
          onward={onward}
          openAct={openAct}
        />
      ) : (
        <p>{t('dispatch.past', { status: say(statusWords[of.status]) })}</p>
      )}
      <LikeIt proposal={proposal.data} />
    </div>
  );
};
