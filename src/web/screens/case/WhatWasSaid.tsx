import { useTranslation } from 'react-i18next';
import type { CaseView } from '../../../contract/cases.ts';
import { intakeWords, kindWords, outcomeWords } from '../../../contract/words.ts';
import { Instant } from '../../components/Instant.tsx';
import { Said } from '../../components/Said/Said.tsx';
import { useSay } from '../../words/say.ts';

/** The person's words first, and what was answered to them. */
export const WhatWasSaid = ({ of }: { of: CaseView }) => {
  const { t } = useTranslation();
  const say = useSay();
  return (
    <section className="stack" aria-label={t('case.said')}>
      <h2>{t('case.said')}</h2>
      {of.erased ? (
        <p>
          {t('retention.case.erased', { class: say(of.erased.className) })}{' '}
          <Instant at={of.erased.at} dated />
        </p>
      ) : of.words ? (
        <Said>{of.words}</Said>
      ) : (
        <p className="quiet">
          {t(of.confidential ? 'case.wordsConfidential' : 'case.wordsHidden')}
        </p>
      )}
      {of.summary && (
        <div className="stack case-reply">
          <h3>{t('case.summary')}</h3>
          <p className="case-reply-text">{of.summary}</p>
        </div>
      )}
      <p className="quiet small">
        {say(kindWords[of.kind])} · {say(intakeWords[of.intake])} · <Instant at={of.openedAt} />
      </p>
      {of.wordsAdded.map((added) => (
        <div key={added.at} className="stack case-added">
          <Said>{added.words}</Said>
          <p className="quiet small">
            {t('case.added')} · <Instant at={added.at} />
          </p>
        </div>
      ))}
      {of.replies.map((reply) => (
        <div key={reply.number} className="stack case-reply">
          <h3>
            {t('case.reply', { unit: say(reply.unitName) })}{' '}
            <span className="quiet">
              · {say(outcomeWords[reply.outcome])} · <Instant at={reply.at} />
            </span>
          </h3>
          {reply.text ? (
            <p className="case-reply-text">{reply.text}</p>
          ) : (
            <p className="quiet">{t('case.replyHidden')}</p>
          )}
        </div>
      ))}
      {of.objection && (
        <div className="stack case-objection">
          <h3>{t('case.objection', { unit: say(of.objection.unitName) })}</h3>
          <p>{say(of.objection.basis)}</p>
          <p className="case-reply-text">{of.objection.reason}</p>
        </div>
      )}
    </section>
  );
};
