import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { LetterView } from '../../../contract/petitions.ts';
import { Instant } from '../../components/Instant.tsx';
import { useSay } from '../../words/say.ts';
import { Line } from './Line.tsx';

const Part = ({ title, children }: { title: string; children: ReactNode }) => (
  <section className="paper-part">
    <h3>{title}</h3>
    {children}
  </section>
);

/** Request, facts, opinion, legal basis, and what the person can still ask for (articles 32, 35, 36). */
const Opinion = ({ letter }: { letter: LetterView }) => {
  const { t } = useTranslation();
  const say = useSay();
  const { opinion, kind, dates } = letter;
  if (!opinion) return null;
  const text = (said: string | null) => <p className="paper-said">{said ?? t('letter.sealed')}</p>;
  const [next] = dates;
  return (
    <>
      <Part title={t('letter.request')}>{text(opinion.request)}</Part>
      <Part title={t('letter.facts')}>{text(opinion.facts)}</Part>
      <Part title={t('letter.opinion')}>
        {text(opinion.opinion)}
        <p>
          {t('letter.conclusion')} <strong>{say(opinion.verdictName)}</strong>
        </p>
      </Part>
      <Part title={t('letter.basis')}>
        <p>{opinion.basis}</p>
      </Part>
      <p>{kind === 're-review-opinion' ? t('letter.last') : t('letter.ask')}</p>
      {next && (
        <p>
          {t('letter.askUntil')}{' '}
          <strong>
            <Instant at={next.clock.dueAt} dated ending />
          </strong>{' '}
          {t('letter.askOf')} {next.of ? say(next.of) : t('letter.askNobody')}
        </p>
      )}
    </>
  );
};

const OPENING = {
  'not-accepted': 'letter.notAccepted',
  'review-refused': 'letter.reviewRefused',
  'no-new-facts': 'letter.noNewFacts',
} as const;

/** A "no": its reason, its rule, and what the person can do next. */
const Refused = ({ letter }: { letter: LetterView }) => {
  const { t } = useTranslation();
  const say = useSay();
  const { refused, kind } = letter;
  if (!refused) return null;
  return (
    <>
      <p>{t(OPENING[kind as keyof typeof OPENING])}</p>
      <p>
        <strong>{say(refused.name)}</strong>
      </p>
      <dl className="paper-facts">
        <Line name={t('letter.rule')}>{say(refused.citation.text)}</Line>
        {refused.text && <Line name={t('letter.reason')}>{refused.text}</Line>}
        <Line name={t('letter.nextPath')}>{say(refused.nextPath)}</Line>
      </dl>
    </>
  );
};

/** What a paper says, by its kind. */
export const Body = ({ letter }: { letter: LetterView }) => {
  const { t } = useTranslation();
  const say = useSay();
  const { channel, extension, dates, kind } = letter;
  const [until] = dates;
  switch (kind) {
    case 'accepted':
      return (
        <>
          <p>{t('letter.accepted')}</p>
          {until && (
            <dl className="paper-facts">
              <Line name={t('letter.until')}>
                <strong>
                  <Instant at={until.clock.dueAt} dated ending />
                </strong>
              </Line>
              <Line name={t('letter.rule')}>{say(until.clock.citation.text)}</Line>
            </dl>
          )}
        </>
      );
    case 'extended':
      return extension ? (
        <>
          <p>
            {t('letter.extended')}{' '}
            <strong>
              <Instant at={extension.newDueAt} dated ending />
            </strong>
          </p>
          <p className="paper-said">{extension.reason}</p>
        </>
      ) : null;
    case 'handed-over':
      return channel ? (
        <>
          <p>{t('letter.handedOver')}</p>
          <dl className="paper-facts">
            <Line name={say(channel.name)}>{say(channel.nextPath)}</Line>
            <Line name={t('letter.rule')}>{say(channel.citation.text)}</Line>
          </dl>
        </>
      ) : null;
    case 'opinion':
    case 'review-opinion':
    case 're-review-opinion':
      return <Opinion letter={letter} />;
    default:
      return <Refused letter={letter} />;
  }
};
