import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import {
  callbackKindWords,
  callbackQuestionWords,
  callbackReplyWords,
  callbackStatusWords,
  findingWords,
} from '../../../contract/callback-words.ts';
import type { CallbackQuestion, CallbackView } from '../../../contract/callbacks.ts';
import { Calls } from '../../components/Calls/Calls.tsx';
import { ClockCard } from '../../components/Clock/ClockCard.tsx';
import { Instant } from '../../components/Instant.tsx';
import { LiveMark } from '../../components/Live/LiveMark.tsx';
import { Page } from '../../components/Page/Page.tsx';
import { Said } from '../../components/Said/Said.tsx';
import { Trouble } from '../../components/Trouble/Trouble.tsx';
import { callbackQuery } from '../../server/queries.ts';
import { useSay } from '../../words/say.ts';
import { Asking, InVain } from './Asking.tsx';
import { Finding } from './Finding.tsx';
import { Pressure } from './Pressure.tsx';
import { Reach } from './Reach.tsx';
import './callback.css';

const Standing = ({ of }: { of: CallbackView }) => {
  const { t } = useTranslation();
  const say = useSay();
  const until = of.clocks.find(({ kind, status }) => kind === 'window' && status === 'running');
  return (
    <p className="inline">
      <strong>
        {say(callbackKindWords[of.kind])}
        {of.status && ` · ${say(callbackStatusWords[of.status])}`}
      </strong>
      {of.categoryName && <span>{say(of.categoryName)}</span>}
      <span>
        {t('callback.closed', { outcome: say(of.outcomeName) })} <Instant at={of.closedAt} />
      </span>
      {of.askerName && <span>{t('callback.by', { unit: say(of.askerName) })}</span>}
      {until && (
        <span>
          {t('callback.until')} <Instant at={until.dueAt} ending />
        </span>
      )}
      {of.round && of.kind === 'recheck' && <span>{t('callback.round', of.round)}</span>}
    </p>
  );
};

const Answers = ({ of }: { of: CallbackView }) => {
  const { t } = useTranslation();
  const say = useSay();
  const answers = of.answers ?? [];
  if (answers.length === 0) return null;
  return (
    <section className="stack" aria-label={t('callback.answers')}>
      <h2>{t('callback.answers')}</h2>
      {answers.map((one) => (
        <article key={one.at} className="stack">
          <p className="quiet">
            {t('callback.answeredBy', { by: say(one.byName) })} · <Instant at={one.at} />
          </p>
          <dl className="callback-answers">
            {(Object.keys(callbackQuestionWords) as CallbackQuestion[]).map((question) => {
              const reply = one.replies[question];
              return (
                <div key={question}>
                  <dt>{say(callbackQuestionWords[question])}</dt>
                  <dd>{reply ? say(callbackReplyWords[reply]) : t('callback.unanswered')}</dd>
                </div>
              );
            })}
          </dl>
          {one.words && (
            <>
              <Said>{one.words}</Said>
              <p className="quiet small">
                {t(one.share ? 'callback.shared' : 'callback.unshared')}
              </p>
            </>
          )}
        </article>
      ))}
    </section>
  );
};

const Looks = ({ of }: { of: CallbackView }) => {
  const { t } = useTranslation();
  const say = useSay();
  const looks = of.looks ?? [];
  if (looks.length === 0) return null;
  return (
    <section className="stack" aria-label={t('callback.finding')}>
      <h2>{t('callback.finding')}</h2>
      {looks.map((one) => (
        <article key={one.at} className="stack">
          <p>
            {say(findingWords[one.finding])}{' '}
            <span className="quiet">
              {t('callback.answeredBy', { by: say(one.byName) })} · <Instant at={one.at} />
            </span>
          </p>
          {one.words && <Said>{one.words}</Said>}
        </article>
      ))}
    </section>
  );
};

/** What the agent does, in the order in which it is done: read, reach, ask, write down. */
const ToAsk = ({ of }: { of: CallbackView }) => {
  const { t } = useTranslation();
  return (
    <>
      <section className="stack" aria-label={t('callback.reply')}>
        <h2>{t('callback.reply')}</h2>
        {of.reply === null ? (
          <p className="quiet">{t('callback.noReply')}</p>
        ) : (
          <Said>{of.reply}</Said>
        )}
      </section>
      <section className="stack callback-reach" aria-label={t('callback.reach.title')}>
        <h2>{t('callback.reach.title')}</h2>
        <Calls of="callback" id={of.id} />
        <Reach id={of.id} />
        <InVain of={of} />
      </section>
      <section className="stack" aria-label={t('callback.answers')}>
        <h2>{t(of.kind === 'callback' ? 'callback.answers' : 'callback.finding')}</h2>
        {of.kind === 'callback' ? <Asking of={of} /> : <Finding of={of} />}
      </section>
    </>
  );
};

const Whole = ({ of }: { of: CallbackView }) => {
  const { t } = useTranslation();
  const asks = of.acts.some(({ act, allowed }) => act === 'call-in-vain' && allowed);
  const running = of.clocks.filter(({ kind, status }) => status === 'running' && kind !== 'window');
  return (
    <Page title={of.title ?? t('case.untitled')} aside={<LiveMark />}>
      <Standing of={of} />
      <div className="callback-columns">
        <div className="stack">
          {asks && <ToAsk of={of} />}
          <Answers of={of} />
          <Looks of={of} />
          <Pressure of={of} />
        </div>
        <div className="stack">
          {running.map((clock) => (
            <ClockCard key={clock.id} clock={clock} />
          ))}
        </div>
      </div>
    </Page>
  );
};

/** One callback or re-check: asked, answered, and what was said of pressure. */
export const Callback = () => {
  const { t } = useTranslation();
  const { id } = useParams({ from: '/desk/callbacks/$id' });
  const found = useQuery(callbackQuery(id));
  if (found.data) return <Whole of={found.data} />;
  return (
    <Page title={t('screen.callback')}>
      {found.error ? (
        <Trouble of={found.error} again={() => void found.refetch()} />
      ) : (
        <p className="quiet">{t('page.loading')}</p>
      )}
    </Page>
  );
};
