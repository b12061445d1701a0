import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { CaseAct, CaseView } from '../../../contract/cases.ts';
import { actWords } from '../../../contract/words.ts';
import { choicesOf } from '../../acts/choices.ts';
import { forms } from '../../acts/forms.ts';
import { useLetters } from '../../acts/useLetters.ts';
import { Instant } from '../../components/Instant.tsx';
import { Key } from '../../components/Key.tsx';
import { Law } from '../../components/Law/Law.tsx';
import { What } from '../../components/Matter/What.tsx';
import { Trouble } from '../../components/Trouble/Trouble.tsx';
import { caseQuery } from '../../server/queries.ts';
import { useSay } from '../../words/say.ts';
import { Precedents } from './Precedents.tsx';

const DECIDING: readonly CaseAct[] = ['decide-objection', 'rule-allocation'];

/** The events that make up a dispute about who leads. */
const DISPUTE = new Set([
  'Dispatched',
  'Objected',
  'ObjectionDecided',
  'InterimOwnerFixed',
  'AllocationRuled',
]);

const Sides = ({ of }: { of: CaseView }) => {
  const { t } = useTranslation();
  const say = useSay();
  return (
    <div className="dispute-sides">
      <section className="stack" aria-label={t('objections.dispatched')}>
        <h2>{t('objections.dispatched')}</h2>
        <p className="decision-lead">{of.leadName ? say(of.leadName) : '—'}</p>
        {of.because && (
          <>
            <p>{say(of.because.sentence)}</p>
            <Law citation={of.because.citation} />
          </>
        )}
      </section>
      <section className="stack" aria-label={t('objections.says')}>
        <h2>{t('objections.says')}</h2>
        {of.objection ? (
          <>
            <p className="decision-lead">{say(of.objection.unitName)}</p>
            <p>{say(of.objection.basis)}</p>
            <p className="dispute-reason">{of.objection.reason}</p>
          </>
        ) : (
          <p className="quiet">{t('objections.none')}</p>
        )}
      </section>
    </div>
  );
};

const Way = ({ of }: { of: CaseView }) => {
  const { t } = useTranslation();
  const say = useSay();
  const entries = of.thread.filter((entry) => DISPUTE.has(entry.type));
  return (
    <section className="stack" aria-label={t('objections.way')}>
      <h2>{t('objections.way')}</h2>
      <ol className="stack dispute-way">
        {entries.map((entry) => (
          <li key={`${entry.version} ${entry.type}`}>
            {say(entry.sentence)}{' '}
            <span className="quiet">
              {say(entry.by)} · <Instant at={entry.occurredAt} />
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
};

export const Dispute = ({ id, choose }: { id: string; choose: (act: CaseAct) => void }) => {
  const { t } = useTranslation();
  const say = useSay();
  const found = useQuery(caseQuery(id));
  const choices = (found.data ? choicesOf(found.data) : []).filter(({ act }) =>
    DECIDING.includes(act),
  );
  useLetters(
    choices
      .filter(({ allowed }) => allowed)
      .map(({ act }) => ({ letter: forms[act].letter, take: () => choose(act) })),
  );
  if (found.error) return <Trouble of={found.error} again={() => void found.refetch()} />;
  if (!found.data) return <p className="quiet">{t('page.loading')}</p>;
  const of = found.data;
  return (
    <div className="matter stack">
      <What of={of} />
      <Sides of={of} />
      <div className="decision-acts">
        {choices.map(({ act, ...choice }, index) =>
          choice.allowed ? (
            <Button
              key={act}
              type={index === 0 ? 'primary' : 'default'}
              onClick={() => choose(act)}
            >
              {say(actWords[act])} <Key>{forms[act].letter.toUpperCase()}</Key>
            </Button>
          ) : (
            <p key={act} className="quiet">
              {say(actWords[act])}: {choice.why && say(choice.why)}
            </p>
          ),
        )}
      </div>
      <Way of={of} />
      {of.category && <Precedents category={of.category} />}
    </div>
  );
};
