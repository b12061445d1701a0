import { useTranslation } from 'react-i18next';
import type { CaseView } from '../../../contract/cases.ts';
import { outcomeWords } from '../../../contract/words.ts';
import { useSay } from '../../words/say.ts';
import { Instant } from '../Instant.tsx';

type Draft = NonNullable<CaseView['draft']>;

const Step = ({ step }: { step: Draft['steps'][number] }) => {
  const { t } = useTranslation();
  const say = useSay();
  return (
    <li className={step.state === 'to-come' ? 'quiet' : ''}>
      {say(step.post)} · <strong>{t(`draft.state.${step.state}`)}</strong>
      {step.until && (
        <>
          {' '}
          <Instant at={step.until} ending />
        </>
      )}
      {step.held && <span className="quiet"> {t('draft.held', { time: say(step.held) })}</span>}
    </li>
  );
};

/** A reply on its way through its unit: what it says, where it is, how long each has had it. */
export const DraftOf = ({ draft }: { draft: Draft }) => {
  const { t } = useTranslation();
  const say = useSay();
  return (
    <section className="stack" aria-label={t('draft.title', { number: draft.number })}>
      <h2>{t('draft.title', { number: draft.number })}</h2>
      <p className="quiet">{t('draft.clockRuns')}</p>
      <ol className="draft-steps">
        {draft.steps.map((step, index) => (
          // The same post may stand twice: a step is known by its place.
          // biome-ignore lint/suspicious/noArrayIndexKey: see above
          <Step key={index} step={step} />
        ))}
      </ol>
      {draft.sentBack && <p>{t('draft.sentBack', { reason: draft.sentBack })}</p>}
      <p className="small quiet">
        {t('case.outcome')} {say(outcomeWords[draft.outcome])}
        {draft.citation && ` · ${draft.citation}`}
      </p>
      <p className={draft.text ? 'case-reply-text' : 'quiet'}>{draft.text ?? t('draft.hidden')}</p>
    </section>
  );
};
